"""A statement of reconciliation: every kind of line, and balances that are the client's debt less its credits."""

from datetime import date

import pytest

from cs_workbench.domain.reports.reconciliation import Reconciliation, reconciliation
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money
from tests.desk import Desk
from tests.domain.billing.month import client, invoice, pay

YEAR = date(2026, 1, 1)
NOVEMBER, TODAY = date(2026, 11, 1), date(2026, 11, 24)


def statement(desk: Desk, client_id: int, first: date = YEAR, last: date = TODAY) -> Reconciliation:
    """The statement of a client for these days."""
    return desk.bench.read(reconciliation, client_id, first, last)


def told(facts: Reconciliation) -> list[tuple[str, str, int, int]]:
    """Lines as kind, number, debit and credit in rubles."""
    return [(line.kind.value, line.number, line.debit // 100, line.credit // 100) for line in facts.lines]


def owes(desk: Desk, client_id: int) -> int:
    """The client's debt less its credits now, in kopecks."""
    (debt,) = [row["debt"] for row in desk.rows("client_standing") if row["client_id"] == client_id]
    return int(debt - sum(row["rest"] for row in desk.rows("client_credit") if row["client_id"] == client_id))


def test_invoices_are_debit_and_payments_credit(desk: Desk) -> None:
    one = client(desk)
    first = invoice(desk, one, number="117", issued_on="2026-10-15", sum="10000")
    invoice(desk, one)
    pay(desk, first, "4000", "2026-10-30")
    pay(desk, first, "6000", "2026-11-20")
    facts = statement(desk, one, NOVEMBER)
    assert facts.opening == Money.rubles(6000)
    assert told(facts) == [("invoice", "118", 24800, 0), ("payment", "", 0, 6000)]
    assert (facts.debit, facts.credit) == (Money.rubles(24800), Money.rubles(6000))
    assert facts.closing == Money.rubles(24800) == owes(desk, one)


def test_money_above_all_invoices_stands_in_the_clients_favour(desk: Desk) -> None:
    one = client(desk)
    desk.do("billing.record_payment", client=one, sum="5000", paid_on="2026-11-20", confirm=True)
    assert statement(desk, one).closing == Money.rubles(-5000) == owes(desk, one)


def test_a_written_off_debt_is_taken_from_the_balance_on_its_day(desk: Desk) -> None:
    one = client(desk)
    bill = invoice(desk, one)
    pay(desk, bill, "800")
    desk.do("billing.write_off", invoice=bill, reason="Ликвидирован")
    facts = statement(desk, one)
    assert told(facts) == [("invoice", "118", 24800, 0), ("payment", "", 0, 800), ("written_off", "118", 0, 24000)]
    assert facts.lines[-1].on == TODAY
    assert facts.closing == 0 == owes(desk, one)
    assert statement(desk, one, YEAR, date(2026, 11, 23)).closing == Money.rubles(24000)


def test_a_cancelled_invoice_is_not_in_the_period_that_cancelled_it(desk: Desk) -> None:
    one = client(desk)
    desk.do("billing.cancel_invoice", invoice=invoice(desk, one), reason="Выставлен по ошибке")
    facts = statement(desk, one)
    assert (told(facts), facts.debit, facts.closing) == ([], 0, 0)


def test_an_invoice_cancelled_later_is_taken_back_in_that_period(desk: Desk) -> None:
    one = client(desk)
    desk.do("billing.cancel_invoice", invoice=invoice(desk, one), reason="Выставлен по ошибке")
    facts = statement(desk, one, date(2026, 11, 20))
    assert facts.opening == Money.rubles(24800)
    assert told(facts) == [("cancelled", "118", -24800, 0)]
    assert facts.closing == 0


def test_a_corrected_invoice_stands_in_the_place_of_the_old_one(desk: Desk) -> None:
    one = client(desk)
    old = invoice(desk, one)
    pay(desk, old, "24800")
    new = desk.new("invoice", "billing.replace_invoice", invoice=old, sum="20000", reason="Скидка", confirm=True)
    desk.do("billing.set_number", invoice=new, number="130")
    facts = statement(desk, one)
    assert told(facts) == [("payment", "", 0, 24800), ("invoice", "130", 20000, 0)]
    assert facts.closing == Money.rubles(-4800) == owes(desk, one)
    later = statement(desk, one, date(2026, 11, 24))
    assert later.opening == 0
    assert told(later) == [("invoice", "130", 20000, 0), ("replaced", "118", -24800, 0)]
    assert later.lines[1].other == "130"


def test_a_chain_of_corrections_counts_once(desk: Desk) -> None:
    one = client(desk)
    bill = invoice(desk, one)
    for sum_ in ("20000", "22000"):
        bill = desk.new("invoice", "billing.replace_invoice", invoice=bill, sum=sum_, reason="Цена")
    facts = statement(desk, one)
    assert told(facts) == [("invoice", "", 22000, 0)]
    assert facts.closing == owes(desk, one)


def test_money_for_another_client_counts_for_both(desk: Desk) -> None:
    payer, owner = client(desk), client(desk, "ТСЖ «Берёзка»")
    bill = invoice(desk, owner)
    desk.do("billing.record_payment", client=payer, sum="9000", paid_on="2026-11-20", number="17", confirm=True)
    desk.do("billing.apply_credit", client_credit=1, invoice=bill, sum="5000", confirm=True)
    paid, owed = statement(desk, payer), statement(desk, owner)
    assert told(paid) == [("payment", "17", 0, 9000), ("paid_for", "118", 5000, 0)]
    assert told(owed) == [("invoice", "118", 24800, 0), ("paid_by", "17", 0, 5000)]
    assert (paid.lines[1].other, owed.lines[1].other) == ("ТСЖ «Берёзка»", "ООО Ромашка")
    assert paid.closing == Money.rubles(-4000) == owes(desk, payer)
    assert owed.closing == Money.rubles(19800) == owes(desk, owner)


def test_undone_acts_leave_no_line(desk: Desk) -> None:
    one = client(desk)
    bill = invoice(desk, one)
    before = statement(desk, one)
    desk.do("billing.write_off", invoice=bill, reason="Ликвидирован")
    desk.undo()
    assert statement(desk, one) == before


def test_both_sides_are_named_as_far_as_they_are_known(desk: Desk) -> None:
    one = client(desk, kpp="770701001")
    assert statement(desk, one).ours.name == ""
    account = {"account": "40702810400000000001", "bank": "АО Банк", "org": "ООО «Наш сервис»", "inn": "7736207543"}
    desk.do("billing.add_own_account", **account)
    facts = statement(desk, one)
    assert (facts.ours.name, facts.ours.inn, facts.ours.account) == (
        "ООО «Наш сервис»",
        "7736207543",
        account["account"],
    )
    assert (facts.theirs.name, facts.theirs.inn, facts.theirs.kpp) == ("ООО Ромашка", "7707083893", "770701001")
    desk.do("billing.add_own_account", account="40702810400000000002")
    assert (statement(desk, one).ours.name, statement(desk, one).ours.account) == ("ООО «Наш сервис»", "")


def test_money_that_waits_in_the_bank_is_told_and_not_counted(desk: Desk) -> None:
    one = client(desk)
    for number in ("118", "119"):
        invoice(desk, one, number=number)
    lines = [{"on": "2026-11-20", "sum": "24800", "inn": "7707083893", "counterparty": "Ромашка", "purpose": "Оплата"}]
    desk.do("billing.import_statement", lines=lines)
    facts = statement(desk, one)
    assert (facts.waiting, facts.closing) == (Money.rubles(24800), Money.rubles(49600))


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (date(2026, 11, 20), date(2026, 11, 19), "period"),
        (date(2026, 11, 1), date(2026, 11, 25), "future"),
    ],
)
def test_a_period_that_cannot_be_reconciled_is_refused(desk: Desk, first: date, last: date, code: str) -> None:
    one = client(desk)
    with pytest.raises(Refusal) as caught:
        statement(desk, one, first, last)
    assert (caught.value.code, caught.value.field) == (code, "to")


def test_an_unknown_client_is_refused(desk: Desk) -> None:
    with pytest.raises(Refusal) as caught:
        statement(desk, 99)
    assert caught.value.code == "unknown"
