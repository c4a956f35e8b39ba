"""A corrected invoice: the old one superseded, its money moved, the new one to be sent (row 8.2)."""

from datetime import date

from cs_workbench.domain.billing.records import InvoiceState, SendKind
from cs_workbench.kernel.money import Money
from tests.desk import Desk
from tests.domain.billing import month


def replace(desk: Desk, invoice: int, sum: str, **more: object) -> int:
    """The invoice that takes the place of another."""
    return desk.new("invoice", "billing.replace_invoice", invoice=invoice, sum=sum, reason="Ошиблись", **more)


def test_the_new_invoice_has_the_month_and_the_due_day_of_the_old(desk: Desk) -> None:
    _, subscription = month.payer(desk)
    (old,) = month.run(desk)
    desk.do("billing.set_number", invoice=old, number="118")
    desk.at("2026-11-24T10:00")

    done = desk.there_and_back("billing.replace_invoice", invoice=old, sum="10000", reason="Скидка")

    new = desk.show("invoice", desk.made(done, "invoice"))
    before = desk.show("invoice", old)
    assert (before["state"], before["open"]) == (InvoiceState.SUPERSEDED, False)
    assert (new["state"], new["sum"], new["replaces_id"]) == (InvoiceState.ISSUED, Money.rubles(10_000), old)
    for kept in ("period", "due_on", "call_from", "kind", "subscription_id", "client_id"):
        assert new[kept] == before[kept]
    assert (new["number"], new["issued_on"], new["reason"]) == (None, date(2026, 11, 24), "Скидка")
    assert desk.show("subscription", subscription)["next_unbilled"] == "2026-12"
    assert month.plain(done.message).startswith("Счёт № 118 заменён: 10 000 ₽ вместо 12 000 ₽.")
    assert [offer.action for offer in done.follow_ups] == ["billing.set_number", "billing.send_invoice"]


def test_the_debt_is_that_of_the_new_invoice(desk: Desk) -> None:
    replace(desk, month.invoice(desk, month.client(desk)), "10000")

    assert desk.rows("client_standing")[0]["debt"] == Money.rubles(10_000)


def test_the_corrected_invoice_stands_in_the_queue_until_it_is_sent(desk: Desk) -> None:
    client = month.client(desk)
    new = replace(desk, month.invoice(desk, client), "10000")

    item = desk.item("BL-FIX", client)
    assert item.record_id == new
    assert month.plain(item.text) == "Отправить исправленный счёт за ноябрь 2026 (без номера): 10 000 ₽"
    assert "BL-NOSENT" not in desk.rules(client)

    desk.do("billing.send_invoice", invoice=new)
    assert "BL-FIX" not in desk.rules(client)


def test_money_moves_over_and_the_paid_invoice_has_still_to_be_sent(desk: Desk) -> None:
    client = month.client(desk)
    old = month.invoice(desk, client)
    month.pay(desk, old, "4800")

    new = replace(desk, old, "4800", confirm=True)

    row = desk.show("invoice", new)
    assert (row["state"], row["paid"], row["open"]) == (InvoiceState.PAID, Money.rubles(4_800), False)
    assert desk.show("invoice", old)["paid"] == 0
    assert "BL-FIX" in desk.rules(client)
    desk.do("billing.send_invoice", invoice=new)
    assert "BL-FIX" not in desk.rules(client)


def test_what_is_paid_above_the_new_sum_becomes_a_credit(desk: Desk) -> None:
    client = month.client(desk)
    old = month.invoice(desk, client)
    for sum in ("4000", "5000", "1000"):
        month.pay(desk, old, sum)

    done = desk.asked("billing.replace_invoice", invoice=old, sum="7000", reason="Скидка")

    (new,) = done.created["invoice"]
    assert desk.show("invoice", new)["paid"] == Money.rubles(7_000)
    assert [row["sum"] for row in desk.rows("allocation")] == [Money.rubles(4_000), Money.rubles(3_000)]
    assert [row["rest"] for row in desk.rows("client_credit")] == [Money.rubles(2_000), Money.rubles(1_000)]
    assert [row["allocated"] for row in desk.rows("payment")] == [Money.rubles(4_000), Money.rubles(3_000), 0]
    assert "Лишние 3 000 ₽ стали авансом" in month.plain(done.message)
    assert desk.bench.check() == [check for check in desk.bench.check() if check.holds or not check.grave]


def test_a_replacement_with_a_credit_is_undone_exactly(desk: Desk) -> None:
    old = month.invoice(desk, month.client(desk))
    month.pay(desk, old, "10000")

    desk.there_and_back("billing.replace_invoice", invoice=old, sum="7000", reason="Скидка", confirm=True)


def test_a_copy_that_waits_is_of_the_corrected_invoice(desk: Desk) -> None:
    client = month.client(desk)
    old = month.invoice(desk, client)
    desk.do("billing.send_invoice", invoice=old)
    desk.do("billing.send_invoice", invoice=old, kind="duplicate")
    desk.do("billing.send_bounced", invoice_send="invoice:1")

    new = replace(desk, old, "10000")

    waiting = desk.rows("invoice_send")[-1]
    assert (waiting["invoice_id"], waiting["kind"]) == (new, SendKind.CORRECTED)


def test_a_correction_can_be_corrected_and_the_last_one_is_named(desk: Desk) -> None:
    old = month.invoice(desk, month.client(desk))
    second = replace(desk, old, "10000")
    third = replace(desk, second, "11000")
    desk.do("billing.set_number", invoice=third, number="120")

    refusal = desk.refused("billing.replace_invoice", invoice=old, sum="5000", reason="Ошиблись")

    assert refusal.code == "superseded"
    assert refusal.message == "Счёт № 118 заменён. Меняйте исправленный счёт № 120."


def test_a_bad_correction_is_refused(desk: Desk) -> None:
    client = month.client(desk)
    invoice = month.invoice(desk, client)
    dead = month.invoice(desk, client, number="119")
    desk.do("billing.cancel_invoice", invoice=dead, reason="Ошибка")
    given = {"invoice": invoice, "sum": "10000", "reason": "Скидка"}

    for inputs, code in (
        ({"sum": "24800"}, "same"),
        ({"sum": "0"}, "sum"),
        ({"invoice": dead}, "cancelled"),
        ({"reason": " "}, "empty"),
        ({"sum": "248000"}, "confirm"),
    ):
        assert desk.refused("billing.replace_invoice", **{**given, **inputs}).code == code
