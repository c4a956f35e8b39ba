"""What letters to a client are made of."""

from cs_workbench.domain.letter_facts import duplicate_facts, reminder_facts
from cs_workbench.kernel.money import Money
from tests.desk import Desk
from tests.domain.collection.debtors import Debtor


def test_a_copy_names_its_invoice_by_the_sending_too(romashka: Debtor, desk: Desk) -> None:
    romashka.call(6)
    send = desk.rows("invoice_send")[-1]["id"]
    assert desk.bench.read(duplicate_facts, "invoice_send", send) == desk.bench.read(duplicate_facts, "invoice", 1)
    assert desk.bench.read(duplicate_facts, "invoice", 1).invoices[0].number == "118"


def test_of_a_corrected_invoice_only_the_new_one_is_sent(romashka: Debtor, desk: Desk) -> None:
    desk.do("billing.replace_invoice", invoice=1, sum="20000", reason="ошибка")
    (invoice,) = desk.bench.read(duplicate_facts, "invoice", 1).invoices
    assert invoice.sum == Money.rubles(20_000)


def test_a_reminder_is_about_what_a_call_would_be_about(romashka: Debtor, desk: Desk) -> None:
    romashka.bill("100", "1000", due_on="2026-10-31", period="2026-10", issued_on="2026-10-15")
    romashka.pay("300", "20.11", invoice=2)
    desk.do("collection.hold", client=romashka.id, reason="спор", invoice=1)
    facts = desk.bench.read(reminder_facts, romashka.id)
    assert [(one.number, one.rest, one.overdue) for one in facts.invoices] == [("100", Money.rubles(700), True)]


def test_a_one_off_invoice_has_no_month(romashka: Debtor, desk: Desk) -> None:
    romashka.bill("7", "500", kind="one_off")
    assert desk.bench.read(duplicate_facts, "invoice", 2).invoices[0].period == ""


def test_our_account_is_named_where_there_is_one(romashka: Debtor, desk: Desk) -> None:
    assert desk.bench.read(reminder_facts, romashka.id).requisites is None
    desk.do("billing.add_own_account", account="40702810400000000001", bank="АО «Банк»")
    ours = desk.bench.read(reminder_facts, romashka.id).requisites
    assert ours is not None
    assert (ours.account, ours.bank, ours.org) == ("40702810400000000001", "АО «Банк»", "")
    desk.do("billing.add_own_account", account="40702810400000000002")
    assert desk.bench.read(reminder_facts, romashka.id).requisites is None


def test_the_client_s_manager_signs(romashka: Debtor, desk: Desk) -> None:
    desk.do("clients.edit", client=romashka.id, manager="Ольга")
    assert desk.bench.read(reminder_facts, romashka.id).manager == "Ольга"
