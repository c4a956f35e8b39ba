"""`import clients|invoices|assets`: registers looked at and loaded from the command line (rows 1.1, 1.5, 8.1)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cs_workbench.__main__ import main
from tests.connectors.spreadsheets import inn, text, xlsx

NOW = "2026-11-24T10:00:00"
Answer = tuple[int, Any]
Run = Callable[..., Answer]
CLIENTS: list[tuple[str, ...]] = [("Контрагент", "ИНН"), ("ООО «Ромашка»", inn(1)), ("Весна", inn(2)), ("Лето", "123")]
INVOICES: list[tuple[str, ...]] = [
    ("Дата", "Номер", "Сумма", "Контрагент"),
    ("18.11.2026 12:30:00", "0000-000118", "24 800,00", "ООО Ромашка"),
    ("19.11.2026", "119", "1000", "Никто"),
]
ASSETS: list[tuple[str, ...]] = [("Клиент", "Объект", "Вид", "С/н"), ("Весна", "Въезд", "Шлагбаум", "AB-12")]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command with `--json`; its exit code and its answer."""

    def command(*arguments: str) -> Answer:
        code = main(["--db", str(tmp_path / "desk.db"), "--now", NOW, "--user", "manager", "--json", *arguments])
        return code, json.loads(capsys.readouterr().out)

    return command


def counts(answer: Any) -> tuple[int, int, int]:
    """What a preview and an import count."""
    return answer["create"], answer["update"], answer["unchanged"]


def test_a_preview_tells_lines_apart_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    code, answer = run("import", "clients", str(xlsx(tmp_path / "c.xlsx", CLIENTS)), "--preview")
    assert (code, answer["ok"], answer["preview"]) == (0, True, True)
    assert counts(answer) == (2, 0, 0)
    assert [(bad["line"], bad["field"], bad["code"]) for bad in answer["rejected"]] == [(4, "inn", "inn")]
    assert answer["columns"] == {"Контрагент": "name", "ИНН": "inn"}
    assert run("list", "client")[1]["total"] == 0
    assert run("journal")[1]["entries"] == []


def test_clients_invoices_and_equipment_come_in_each_as_one_act(run: Run, tmp_path: Path) -> None:
    files = {"clients": CLIENTS, "invoices": INVOICES, "assets": ASSETS}
    for kind, rows in files.items():
        code, answer = run("import", kind, str(text(tmp_path / f"{kind}.csv", rows, encoding="cp1251")))
        assert code == 0
        assert answer["entry"] == run("journal")[1]["entries"][0]["entry"]
    assert [row["number"] for row in run("list", "invoice")[1]["rows"]] == ["0000-000118"]
    assert [row["serial"] for row in run("list", "asset")[1]["rows"]] == ["AB-12"]
    for _ in files:
        assert run("undo")[0] == 0
    assert run("list", "client")[1]["total"] == 0
    assert run("list", "column_profile")[1]["total"] == 0


@pytest.mark.parametrize("kind", ["clients", "invoices", "assets"])
def test_the_same_file_again_changes_nothing(run: Run, tmp_path: Path, kind: str) -> None:
    files = {"clients": CLIENTS, "invoices": INVOICES, "assets": ASSETS}
    run("import", "clients", str(text(tmp_path / "first.csv", CLIENTS)))
    path = str(text(tmp_path / "again.csv", files[kind]))
    run("import", kind, path)
    entries = run("journal")[1]["entries"]
    code, answer = run("import", kind, path)
    assert (code, answer["create"], answer["update"], answer["entry"]) == (0, 0, 0, 0)
    assert run("journal")[1]["entries"] == entries


def test_what_was_not_taken_is_told_with_its_line(run: Run, tmp_path: Path) -> None:
    run("import", "clients", str(text(tmp_path / "c.csv", CLIENTS)))
    answer = run("import", "invoices", str(text(tmp_path / "i.csv", INVOICES)))[1]
    assert [(bad["line"], bad["field"], bad["code"]) for bad in answer["rejected"]] == [(3, "client", "unknown")]
    assert any(warning.startswith("Строка 3: Клиента «Никто» нет") for warning in answer["warnings"])


def test_odd_columns_are_refused_with_their_names_and_taken_when_named(run: Run, tmp_path: Path) -> None:
    path = str(text(tmp_path / "odd.csv", [("Наши люди", "Налоговый"), *CLIENTS[1:]]))
    code, answer = run("import", "clients", path)
    assert (code, answer["error"]["code"]) == (1, "columns")
    assert "«Наши люди», «Налоговый»" in answer["error"]["message"]
    named = ("--column", "Наши люди=name", "--column", "Налоговый=inn")
    assert counts(run("import", "clients", path, *named)[1]) == (2, 0, 0)
    assert counts(run("import", "clients", path)[1]) == (0, 0, 2)


@pytest.mark.parametrize(
    ("arguments", "exit_code", "code"),
    [
        (("import", "stock", "x.csv"), 1, "not_yet"),
        (("import", "prices", "x.csv"), 1, "not_yet"),
        (("import", "people", "x.csv"), 2, "usage"),
        (("import", "clients", "missing.csv"), 1, "no_file"),
        (("import", "bank", "missing.txt", "--column", "a=b"), 2, "usage"),
        (("import", "clients", "missing.csv", "--column", "без знака"), 2, "usage"),
    ],
)
def test_what_cannot_be_loaded_is_refused(run: Run, arguments: tuple[str, ...], exit_code: int, code: str) -> None:
    answer = run(*arguments)
    assert (answer[0], answer[1]["error"]["code"]) == (exit_code, code)


def test_a_person_sees_a_table_and_remarks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(xlsx(tmp_path / "c.xlsx", CLIENTS))
    common = ["--db", str(tmp_path / "desk.db"), "--now", NOW]
    assert main([*common, "import", "clients", path, "--preview"]) == 0
    shown = capsys.readouterr().out
    assert "добавит 2, не возьмёт 1" in shown
    assert "Колонки: Контрагент — название, ИНН — ИНН" in shown
    assert main([*common, "import", "clients", path]) == 0
    told = capsys.readouterr()
    assert told.out == "Добавлено: 2 клиента; не загружено: 1.\n"
    assert told.err.startswith("Внимание: Строка 4: В ИНН десять цифр")


def test_actions_say_what_a_program_may_give(run: Run) -> None:
    (found,) = [action for action in run("actions")[1]["actions"] if action["name"] == "clients.import_clients"]
    fields = found["schema"]["properties"]["lines"]["items"]["properties"]
    assert {"name", "inn", "kpp", "phone", "contact", "address"} <= set(fields)
