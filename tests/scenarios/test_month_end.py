"""A month's end in the manager's words: the invoices of the 15th, promises, the bank, a promise that was broken, the
report for the head and the statements that clients ask for.
"""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from cs_workbench.connectors.exporting import papers
from cs_workbench.domain.reports.month import MonthReport, month_report
from cs_workbench.domain.reports.reconciliation import Reconciliation, reconciliation
from cs_workbench.kernel.money import Money
from cs_workbench.presentation import month_report as month_words
from cs_workbench.presentation import reconciliation as statement_words
from tests.desk import Desk

ROMASHKA, BEREZKA, VESNA = 1, 2, 3
INNS = ("7707083893", "7736207543", "7702070139")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Three clients with a monthly fee from November on, the evening before the run; our account is known."""
    here = Desk(tmp_path, "2026-11-13T17:00")
    here.do("billing.add_own_account", account="40702810400000000001", org="ООО «Наш сервис»", inn="7728168971")
    for name, inn, fee in zip(
        ("ООО «Ромашка»", "ТСЖ «Берёзка»", "ИП Весна"), INNS, (24_800, 12_000, 9_800), strict=True
    ):
        client = here.new("client", "clients.add", name=name, inn=inn, email="buh@example.ru")
        here.do("billing.open_subscription", client=client, amount=str(fee), from_period="2026-11")
    return here


def november(desk: Desk) -> MonthReport:
    """The report of November."""
    return desk.bench.read(month_report, "2026-11")


def statement(desk: Desk, client: int, last: str) -> Reconciliation:
    """What a client and we agree on for November, up to a day."""
    return desk.bench.read(reconciliation, client, date(2026, 11, 1), date.fromisoformat(last))


def bank(desk: Desk, *lines: tuple[str, str, str, str]) -> None:
    """A statement of the bank: day, sum, INN, purpose."""
    rows = [{"on": on, "sum": sum_, "inn": inn, "counterparty": inn, "purpose": said} for on, sum_, inn, said in lines]
    desk.do("billing.import_statement", lines=rows)


def bill_everybody(desk: Desk) -> None:
    """The 15th is a Sunday: the run is on Monday the 16th; 1C gives its numbers, the invoices are sent."""
    desk.at("2026-11-16T11:00")
    assert "BL-RUN" in desk.rules()
    desk.do("billing.issue_run", period="2026-11", numbers="118\n119\n120")
    for invoice in desk.rows("invoice"):
        desk.do("billing.send_invoice", invoice=invoice["id"])


def call_on_the_20th(desk: Desk) -> None:
    """Ромашка promises the whole sum on the 25th, Весна a part on the 26th, Берёзка does not answer."""
    desk.at("2026-11-20T10:00")
    assert sorted(item.client for item in desk.items(split="calls")) == ["ИП Весна", "ООО «Ромашка»", "ТСЖ «Берёзка»"]
    desk.do("collection.log_call", client=ROMASHKA, outcome="4", promise_on="25.11", promise_sum="24800")
    desk.do("collection.log_call", client=VESNA, outcome="4", promise_on="26.11", promise_sum="5000")
    desk.do("collection.log_call", client=BEREZKA, outcome="1")


def agree_with_berezka(desk: Desk) -> None:
    """Берёзка asks for a statement: the 500 ₽ are in its favour."""
    facts = statement(desk, BEREZKA, "2026-11-30")
    assert facts.closing == Money.rubles(-500)
    said = statement_words.verdict(facts).replace("\u00a0", " ")
    assert "задолженность ООО «Наш сервис» в пользу ТСЖ «Берёзка» составляет 500,00 руб. (Пятьсот рублей" in said


def test_the_end_of_november(desk: Desk, tmp_path: Path) -> None:
    bill_everybody(desk)
    call_on_the_20th(desk)

    # Ромашка keeps its word, Берёзка pays a little more than it owes, Весна pays nothing.
    desk.at("2026-11-26T10:00")
    bank(
        desk,
        ("2026-11-25", "24800", INNS[0], "Оплата по счёту № 119 за ноябрь"),
        ("2026-11-25", "12500", INNS[1], "Оплата по счёту № 120 за ноябрь"),
    )
    desk.at("2026-11-27T09:30")
    assert "PAY-BROKEN" in desk.rules(VESNA)
    assert [rule for rule in desk.rules(ROMASHKA) if rule.startswith("PAY-")] == []

    # The head wants the month's figures on its last day.
    desk.at("2026-11-30T17:00")
    found = november(desk)
    assert found.billed == (3, Money.rubles(46_600))
    assert found.received == (2, Money.rubles(37_300))
    assert {fate.state: (fate.many, fate.sum // 100) for fate in found.promises if fate.many} == {
        "kept": (1, 24_800),
        "broken": (1, 5_000),
    }
    assert [(one.name, one.debt // 100) for one in found.clients if one.debt] == [("ИП Весна", 9_800)]
    assert found.calls == {"no_answer": 1, "promised": 2}
    assert [(age.since, age.debt // 100) for age in found.ages if age.debt] == [(0, 9_800)]
    papers.write(tmp_path / "ноябрь.xlsx", month_words.sheets(found))
    clients = openpyxl.load_workbook(tmp_path / "ноябрь.xlsx")["Клиенты"]
    assert clients["B2"].value == "ИП Весна"

    agree_with_berezka(desk)

    # Весна owes still, and on the 10th of December the debt is a week late.
    desk.at("2026-12-10T10:00")
    december = desk.bench.read(month_report, "2026-12")
    assert [(age.since, age.debt // 100) for age in december.ages if age.debt] == [(6, 9_800)]
    assert november(desk).debt == Money.rubles(9_800)
    assert statement(desk, VESNA, "2026-11-30").closing == Money.rubles(9_800)
    desk.close()


def test_a_debt_that_is_given_up_is_told_by_both_papers(desk: Desk) -> None:
    bill_everybody(desk)
    desk.at("2026-11-30T17:00")
    (invoice,) = [one["id"] for one in desk.rows("invoice") if one["client_id"] == VESNA]
    desk.do("billing.write_off", invoice=invoice, reason="ИП закрыт")
    found = november(desk)
    assert found.written_off == (1, Money.rubles(9_800))
    assert found.debt == Money.rubles(36_800)
    facts = statement(desk, VESNA, "2026-11-30")
    assert statement_words.document(facts.lines[-1]).startswith("Списание долга по счёту № ")
    assert statement_words.verdict(facts) == "на 30.11.2026 взаимная задолженность отсутствует."
    desk.close()
