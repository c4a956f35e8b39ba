"""`export`: every record and every list of the screens into a file (design 7)."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cs_workbench.__main__ import main
from cs_workbench.connectors.exporting.records import fields_of
from cs_workbench.domain.catalogue import RECORDS
from cs_workbench.exports import LISTS
from cs_workbench.presentation.headings import TITLES, heading
from cs_workbench.presentation.labels import CHOICES
from cs_workbench.presentation.value_words import OF_KIND, WORDS
from cs_workbench.storage.record import metadata
from cs_workbench.storage.types import Choice

NOW = "2026-11-24T10:00:00"
Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command with `--json`; its exit code and its answer."""

    def command(*arguments: str) -> tuple[int, Any]:
        code = main(["--db", str(tmp_path / "desk.db"), "--now", NOW, "--user", "manager", "--json", *arguments])
        return code, json.loads(capsys.readouterr().out)

    return command


@pytest.fixture
def owing(run: Run) -> Run:
    """Ромашка owes № 118, has promised, and has an unknown payment in the bank."""
    steps = (
        ("clients.add", "name=ООО «Ромашка»", "inn=7707083893", "phone=8 916 123-45-67"),
        ("clients.add", "name=ТСЖ «Берёзка»"),
        ("billing.open_subscription", "client=2", "amount=12000", "from_period=2026-11"),
        ("billing.add_invoice", "client=1", "number=118", "issued_on=2026-11-16", "sum=24800", "due_on=2026-11-20"),
        ("collection.log_call", "client=1", "outcome=4", "promise_on=28.11", "promise_sum=5000"),
        ("clients.note", "client=1", "text==1+1"),
    )
    for step in steps:
        assert run("do", *step, "confirm=true")[0] == 0, step
    lines = json.dumps([{"on": "2026-11-20", "sum": "700", "counterparty": "ООО Чужой", "purpose": "Заём"}])
    assert run("do", "billing.import_statement", f"lines={lines}")[0] == 0
    return run


def rows_of(path: Path) -> list[list[str]]:
    """The lines of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def test_a_record_as_csv(owing: Run, tmp_path: Path) -> None:
    path = tmp_path / "счета.csv"
    assert owing("export", "invoice", str(path)) == (0, {"ok": True, "kind": "invoice", "file": str(path), "rows": 1})
    heads, row = rows_of(path)
    said = dict(zip(heads, row, strict=True))
    assert (said["Клиент"], said["Номер"], said["Сумма"]) == ("ООО «Ромашка»", "118", "24800,00")
    assert (said["Оплатить до"], said["Состояние"]) == ("20.11.2026", "выставлен")


def test_a_record_as_json_is_what_list_answers(owing: Run, tmp_path: Path) -> None:
    path = tmp_path / "клиенты.json"
    assert owing("export", "client", str(path))[0] == 0
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found == owing("list", "client")[1]


def test_a_condition_narrows_the_rows(owing: Run, tmp_path: Path) -> None:
    path = tmp_path / "клиенты.csv"
    assert owing("export", "client", str(path), "--where", "inn=7707083893")[1]["rows"] == 1
    assert [row[1] for row in rows_of(path)[1:]] == ["ООО «Ромашка»"]


def test_a_note_that_looks_like_a_formula_is_a_text(owing: Run, tmp_path: Path) -> None:
    path = tmp_path / "заметки.xlsx"
    assert owing("export", "note", str(path))[0] == 0
    cells = [cell for row in openpyxl.load_workbook(path).worksheets[0].iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=1+1"] == ["s"]


@pytest.mark.parametrize("kind", [*LISTS, *sorted(RECORDS)])
def test_every_kind_is_written(owing: Run, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"{kind}.xlsx"
    code, answer = owing("export", kind, str(path))
    assert code == 0, answer
    assert openpyxl.load_workbook(path).worksheets[0].max_row == answer["rows"] + 1


@pytest.mark.parametrize(
    ("kind", "where", "name", "value"),
    [
        ("queue", "split=calls", "Что сделать", None),
        ("debtors", "words=ромашк", "Долг", "24800,00"),
        ("debtors", "chosen=promised", "Обещали на", "30.11.2026"),
        ("cash", "period=2026-11", "ноябрь 2026", "обещан"),
        ("run", "period=2026-11", "Сумма", "12000,00"),
        ("bank", "words=чужой", "Осталось разнести", "700,00"),
    ],
)
def test_a_list_of_a_screen_is_narrowed_as_it_is_there(
    owing: Run, tmp_path: Path, kind: str, where: str, name: str, value: str | None
) -> None:
    path = tmp_path / f"{kind}.csv"
    assert owing("export", kind, str(path), "--where", where)[0] == 0
    heads, *rows = rows_of(path)
    assert name in heads
    assert value is None or value in [row[heads.index(name)] for row in rows]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("export", "invoice", "{}/счета.pdf"), "suffix"),
        (("export", "nothing", "{}/x.csv"), "unknown_record"),
        (("export", "queue", "{}/x.csv", "--where", "split=nothing"), "split"),
        (("export", "queue", "{}/x.csv", "--where", "colour=red"), "unknown_field"),
        (("export", "client", "{}/x.csv", "--where", "colour=red"), "unknown_field"),
        (("export", "cash", "{}/x.csv", "--where", "chosen=nothing"), "chosen"),
        (("export", "invoice", "{}/нет/x.csv"), "folder"),
    ],
)
def test_what_cannot_be_written_is_refused(owing: Run, tmp_path: Path, arguments: tuple[str, ...], code: str) -> None:
    found, answer = owing(*(argument.format(tmp_path) for argument in arguments))
    assert (found, answer["error"]["code"]) == (1, code)
    assert not list(tmp_path.glob("x*"))


def test_a_file_that_is_there_is_replaced_by_force_alone(owing: Run, tmp_path: Path) -> None:
    path = str(tmp_path / "счета.csv")
    owing("export", "invoice", path)
    code, answer = owing("export", "invoice", path)
    assert (code, answer["error"]["code"], answer["error"]["field"]) == (1, "exists", "file")
    assert "--force" in answer["error"]["message"]
    assert owing("export", "invoice", path, "--force")[0] == 0


def test_an_export_writes_nothing_down(owing: Run, tmp_path: Path) -> None:
    entries = owing("journal")[1]["entries"]
    owing("export", "invoice", str(tmp_path / "счета.csv"))
    assert owing("journal")[1]["entries"] == entries


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_every_field_has_a_russian_heading_and_every_value_a_word(kind: str) -> None:
    assert kind in TITLES
    shown = [field.name for field in fields_of(kind) if not field.plain]
    assert [name for name in shown if heading(name, kind) == name] == []
    headings = [heading(name, kind) for name in shown]
    assert sorted(set(headings)) == sorted(headings)
    columns = [column.type for column in metadata.tables[kind].columns]
    values = [member.value for type_ in columns if isinstance(type_, Choice) for member in type_.kind]
    assert [v for v in values if v not in CHOICES and v not in WORDS and (kind, v) not in OF_KIND] == []
