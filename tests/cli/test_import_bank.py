"""`import bank`: a statement looked at and loaded from the command line (row 8.3, design 7)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cs_workbench.__main__ import main
from tests.connectors.statements import (
    CLIENT_INN,
    ENCODINGS,
    account_section,
    encoded,
    expense,
    income,
    statement,
    totals,
    transfer,
)

NOW = "2026-11-24T10:00:00"
Answer = tuple[int, Any]
Run = Callable[..., Answer]
INN = "7707083893"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command with `--json`; its exit code and its answer."""

    def command(*arguments: str) -> Answer:
        code = main(["--db", str(tmp_path / "desk.db"), "--now", NOW, "--user", "manager", "--json", *arguments])
        return code, json.loads(capsys.readouterr().out)

    return command


@pytest.fixture
def owing(run: Run) -> Run:
    """Ромашка owes № 118 for 24 800 ₽ and № 119 for 10 000 ₽."""
    assert run("do", "clients.add", "name=ООО Ромашка", f"inn={INN}")[0] == 0
    for number, sum_ in (("118", "24800"), ("119", "10000")):
        invoice = (f"number={number}", "issued_on=2026-11-16", f"sum={sum_}")
        assert run("do", "billing.add_invoice", "client=1", *invoice)[0] == 0
    return run


def month(*, header: dict[str, str] | None = None, end: bool = True) -> str:
    """One payment by number, one of half a sum, one of a stranger, a fee, a transfer between own accounts."""
    paid = {"ПлательщикИНН": INN, "НазначениеПлатежа": "Оплата по счёту № 118"}
    half = {"ПлательщикИНН": INN, "Номер": "18", "НазначениеПлатежа": "Оплата по счёту № 119"}
    stranger = {"ПлательщикИНН": CLIENT_INN, "Номер": "19", "НазначениеПлатежа": "По договору"}
    documents = (
        income("24800.00", **paid),
        income("5000.00", **half),
        income("700.00", **stranger),
        expense(),
        transfer(),
    )
    accounts = ("40702810000000000001", "40702810000000000002")
    return statement(documents, accounts=accounts, header=header, end=end)


def save(folder: Path, text: str, encoding: str = "cp1251", name: str = "kl_to_1c.txt") -> str:
    """A file of the bank."""
    path = folder / name
    path.write_bytes(encoded(text, encoding))
    return str(path)


COUNTS = {
    "documents": 5,
    "create": 5,
    "update": 0,
    "unchanged": 0,
    "closes": 1,
    "partial": 1,
    "unmatched": 1,
    "income": {"count": 3, "sum": "30500.00"},
    "expense": {"count": 1, "sum": "500.00"},
    "own": {"count": 1, "sum": "100000.00"},
    "rejected": [],
}


def test_a_preview_counts_and_writes_nothing(owing: Run, tmp_path: Path) -> None:
    code, answer = owing("import", "bank", save(tmp_path, month()), "--preview")

    assert code == 0
    assert {name: answer[name] for name in COUNTS} == COUNTS
    assert (answer["ok"], answer["preview"]) == (True, True)
    assert owing("list", "bank_line")[1]["total"] == 0
    assert owing("journal")[1]["entries"][0]["action"] == "billing.add_invoice"


def test_an_import_closes_what_the_preview_promised_and_is_one_act(owing: Run, tmp_path: Path) -> None:
    code, answer = owing("import", "bank", save(tmp_path, month()))

    assert code == 0
    assert {name: answer[name] for name in COUNTS} == COUNTS
    assert answer["entry"] == owing("journal")[1]["entries"][0]["entry"]
    assert [row["state"] for row in owing("list", "invoice")[1]["rows"]] == ["paid", "partly_paid"]
    assert owing("undo")[1]["undone"] == answer["entry"]
    assert owing("list", "bank_line")[1]["total"] == 0
    assert [row["state"] for row in owing("list", "invoice")[1]["rows"]] == ["issued", "issued"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_same_statement_again_changes_nothing_in_any_encoding(owing: Run, tmp_path: Path, encoding: str) -> None:
    owing("import", "bank", save(tmp_path, month()))
    entries = owing("journal")[1]["entries"]
    code, answer = owing("import", "bank", save(tmp_path, month(), encoding, "again.txt"))

    assert code == 0
    assert (answer["create"], answer["unchanged"], answer["closes"], answer["entry"]) == (0, 5, 0, 0)
    assert owing("journal")[1]["entries"] == entries


def test_a_line_that_cannot_be_read_is_told_and_the_rest_is_loaded(owing: Run, tmp_path: Path) -> None:
    text = statement([income(ПлательщикИНН=INN, НазначениеПлатежа="Счёт № 118"), income("много")])
    code, answer = owing("import", "bank", save(tmp_path, text))

    assert (code, answer["documents"], answer["create"]) == (0, 2, 1)
    (wrong,) = answer["rejected"]
    assert (wrong["field"], wrong["line"] > 0, bool(wrong["message"])) == ("Сумма", True, True)


def test_what_is_odd_is_told_and_never_asked(owing: Run, tmp_path: Path) -> None:
    odd = [account_section(**totals("0.00", "1.00", "0.00", "1.00"))]
    code, answer = owing("import", "bank", save(tmp_path, statement([income()], sections=odd, end=False)))

    assert code == 0
    assert any("Обороты" in warning for warning in answer["warnings"])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" * 10, "not_statement"),
        (encoded(statement([income()])).partition("КонецДокумента".encode("cp1251"))[0], "cut"),
        (encoded(statement(end=False)), "no_documents"),
    ],
)
def test_what_is_no_statement_is_refused_and_leaves_no_trace(
    owing: Run, tmp_path: Path, data: bytes, code: str
) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(data)
    entries = owing("journal")[1]["entries"]
    exit_code, answer = owing("import", "bank", str(path))

    assert (exit_code, answer["ok"], answer["error"]["code"]) == (1, False, code)
    assert owing("journal")[1]["entries"] == entries


def test_a_statement_of_another_account_is_refused(owing: Run, tmp_path: Path) -> None:
    owing("do", "billing.add_own_account", "account=40702810000000000009")

    assert owing("import", "bank", save(tmp_path, month()))[1]["error"]["code"] == "foreign_account"


def test_the_database_itself_and_a_file_that_is_not_there_are_refused(owing: Run, tmp_path: Path) -> None:
    codes = [owing("import", "bank", str(path)) for path in (tmp_path / "desk.db", tmp_path / "нет.txt", tmp_path)]

    assert [(code, answer["error"]["code"]) for code, answer in codes] == [
        (1, "own_file"),
        (1, "no_file"),
        (1, "not_a_file"),
    ]


def test_a_quiet_day_is_loaded(owing: Run, tmp_path: Path) -> None:
    code, answer = owing("import", "bank", save(tmp_path, statement()))

    assert (code, answer["documents"], answer["create"], answer["entry"] > 0) == (0, 0, 0, True)


@pytest.mark.parametrize("kind", ["stock", "prices"])
def test_kinds_of_later_areas_are_refused_in_words(run: Run, tmp_path: Path, kind: str) -> None:
    code, answer = run("import", kind, str(tmp_path / "file.csv"))

    assert (code, answer["error"]["code"]) == (1, "not_yet")
    assert "появится" in answer["error"]["message"]


def test_an_unknown_kind_is_a_mistake_of_usage(run: Run, tmp_path: Path) -> None:
    code, answer = run("import", "planets", str(tmp_path / "file.csv"))

    assert (code, answer["error"]["code"]) == (2, "usage")


def test_a_person_sees_a_table_and_the_sentence(owing: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, common = save(tmp_path, month()), ["--db", str(tmp_path / "desk.db"), "--now", NOW]
    assert main([*common, "import", "bank", path, "--preview"]) == 0
    shown = capsys.readouterr().out
    assert main([*common, "import", "bank", path]) == 0

    assert "закроет 1 счёт, частично 1, не найдено 1" in shown
    assert capsys.readouterr().out.startswith("Загружено 5 строк: закрыт 1 счёт")
