"""`report month` and `report reconciliation`: tables, JSON, workbooks (design 7)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cs_workbench.__main__ import main

NOW = "2026-11-24T10:00:00"
Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command for a person; its exit code, stdout and stderr, with usual spaces."""

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main(["--db", str(tmp_path / "desk.db"), "--now", NOW, "--user", "manager", *arguments])
        shown = capsys.readouterr()
        return code, shown.out.replace("\u00a0", " "), shown.err.replace("\u00a0", " ")

    return command


@pytest.fixture
def run(say: Callable[..., tuple[int, str, str]]) -> Run:
    """Run a command for a program."""

    def command(*arguments: str) -> tuple[int, Any]:
        code, out, _err = say("--json", *arguments)
        return code, json.loads(out)

    return command


@pytest.fixture
def owing(run: Run) -> Run:
    """Ромашка owes 24 800 ₽ of November and has paid 4 800 ₽ of them; our account is known."""
    for step in (
        ("billing.add_own_account", "account=40702810400000000001", "org=ООО «Наш сервис»", "inn=7736207543"),
        ("clients.add", "name=ООО «Ромашка»", "inn=7707083893", "kpp=770701001"),
        ("billing.add_invoice", "client=1", "number=118", "issued_on=2026-11-16", "sum=24800", "due_on=2026-11-20"),
        ("billing.record_payment", "client=1", "sum=4800", "paid_on=2026-11-20", "number=17"),
        ("collection.log_call", "client=1", "outcome=4", "promise_on=28.11", "promise_sum=5000"),
    ):
        assert run("do", *step, "confirm=true")[0] == 0, step
    return run


# The month ------------------------------------------------------------------------------------------------------


def test_a_month_for_a_program(owing: Run) -> None:
    code, found = owing("report", "month")
    assert (code, found["period"], found["to"]) == (0, "2026-11", "2026-11-24")
    assert found["billed"] == {"count": 1, "sum": "24800.00", "paid": "4800.00"}
    assert found["received"] == {"count": 1, "sum": "4800.00"}
    assert found["promises"]["kept"] == {"count": 0, "sum": "0.00", "received": "0.00"}
    assert found["promises"]["open"]["sum"] == "5000.00"
    assert found["debt"] == "20000.00"
    assert found["ages"][1] == {"from_bd": 1, "to_bd": 5, "invoices": 1, "sum": "20000.00"}
    assert found["clients"] == [
        {"client_id": 1, "client": "ООО «Ромашка»", "billed": "24800.00", "received": "4800.00", "debt": "20000.00"}
    ]
    assert found["calls"] == {"total": 1, "outcomes": {"promised": 1}}
    assert found["requests"] == {"received": 0, "closed": 0, "open": 0}
    assert found["days"][19] == {"day": "2026-11-20", "received": "4800.00"}


def test_a_month_for_a_person(owing: Run, say: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _err = say("report", "month", "ноябрь")
    assert code == 0
    assert "Отчёт за ноябрь 2026, по 24.11.2026" in out
    assert "█" in out
    assert all(words in out for words in ("Выставлено счетов за месяц", "24 800 ₽", "1–5 рабочих дней", "обещал"))
    assert max(map(len, out.splitlines())) <= 80


def test_a_month_as_a_workbook(owing: Run, say: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    path = tmp_path / "отчёт.xlsx"
    assert say("report", "month", "2026-11", str(path))[0] == 0
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Итоги", "Клиенты", "По дням"]
    sums = {row[0].value: row[2].value for row in book["Итоги"].iter_rows(min_row=2) if len(row) > 2}
    assert sums["Выставлено счетов за месяц"] == 24800
    assert [cell.value for cell in book["Клиенты"][2]] == [1, "ООО «Ромашка»", 24800, 4800, 20000]
    assert [cell.value for cell in book["Клиенты"][3]] == [None, "Всего", 24800, 4800, 20000]
    assert book["По дням"][32][1].value == 4800
    assert say("report", "month", str(path))[0] == 1
    assert say("report", "month", str(path), "--force")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "exit_code", "code"),
    [
        (("report", "month", "декабрь"), 1, "future"),
        (("report", "month", "тринадцатый"), 1, "period"),
        (("report", "year"), 2, "usage"),
        (("report", "reconciliation"), 2, "usage"),
        (("report", "reconciliation", "--client", "1", "--to", "25.11.2026"), 1, "future"),
        (("report", "reconciliation", "--client", "1", "--from", "31.11.2026"), 1, "date"),
        (("report", "reconciliation", "--client", "99"), 1, "unknown"),
    ],
)
def test_what_cannot_be_reported_is_refused(owing: Run, arguments: tuple[str, ...], exit_code: int, code: str) -> None:
    found, answer = owing(*arguments)
    assert (found, answer["error"]["code"]) == (exit_code, code)


# The statement --------------------------------------------------------------------------------------------------


def test_a_statement_for_a_program(owing: Run) -> None:
    code, found = owing("report", "reconciliation", "--client", "Ромашка", "--from", "01.11.2026", "--to", "20.11.2026")
    assert code == 0
    assert (found["opening"], found["debit"], found["credit"], found["closing"]) == (
        *("0.00", "24800.00", "4800.00", "20000.00"),
    )
    assert [(line["kind"], line["document"]) for line in found["lines"]] == [
        ("invoice", "Счёт № 118 от 16.11.2026"),
        ("payment", "Оплата, платёжное поручение № 17"),
    ]


def test_a_statement_as_a_paper(owing: Run, say: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    path = tmp_path / "акт.xlsx"
    code, out, _err = say("report", "reconciliation", "--client", "1", "--from", "01.11.2026", str(path))
    assert code == 0
    assert "задолженность ООО «Ромашка» в пользу ООО «Наш сервис» составляет 20 000,00 руб." in " ".join(out.split())
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    texts = " ".join(str(value).replace("\u00a0", " ") for row in cells for value in row if value is not None)
    assert "Акт сверки взаимных расчётов" in texts
    assert "с 01.11.2026 по 24.11.2026" in texts
    assert "ИНН 7707083893, КПП 770701001" in texts
    assert "ИНН 7736207543" in texts
    assert "(Двадцать тысяч рублей 00 копеек)" in texts
    assert texts.count("М. П.") == 2
    said = {row[1]: row[2:4] for row in cells if row[1]}
    assert said["Сальдо на 01.11.2026"] == [None, None]
    assert said["Счёт № 118 от 16.11.2026"] == [24800, None]
    assert said["Обороты за период"] == [24800, 4800]
    assert said["Сальдо на 24.11.2026"] == [20000, None]


def test_what_a_statement_leaves_out_is_told(owing: Run, say: Callable[..., tuple[int, str, str]]) -> None:
    line = {"on": "2026-11-23", "sum": "700", "inn": "7707083893", "counterparty": "Ромашка", "purpose": "Прочее"}
    assert owing("do", "billing.import_statement", f"lines={json.dumps([line])}")[0] == 0
    _code, _out, err = say("report", "reconciliation", "--client", "1")
    assert "ждут разнесения 700 ₽" in err
