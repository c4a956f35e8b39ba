"""A new price from a month on, and the invoices that it makes wrong (row 8.2)."""

import pytest

from cs_workbench.kernel.money import Money
from tests.desk import Desk
from tests.domain.billing import month


def test_a_new_price_is_billed_from_its_month_on(desk: Desk) -> None:
    _, subscription = month.payer(desk)

    done = desk.there_and_back(
        "billing.change_price", subscription=subscription, amount="15000", from_period="2026-12", reason="Ещё проезд"
    )
    month.run(desk)
    month.run(desk, "2026-12", "2026-12-15T11:00")

    assert [row["sum"] for row in desk.rows("invoice")] == [Money.rubles(12_000), Money.rubles(15_000)]
    assert desk.show("subscription", subscription)["amount"] == Money.rubles(15_000)
    assert month.plain(done.message) == "С декабря 2026 — 15 000 ₽ вместо 12 000 ₽."


def test_a_month_missed_before_the_change_is_billed_at_its_own_price(desk: Desk) -> None:
    _, subscription = month.payer(desk)
    desk.at("2026-12-01T10:00")
    desk.do("billing.change_price", subscription=subscription, amount="15000", from_period="2026-12", reason="Договор")

    month.run(desk, "2026-11", "2026-12-02T10:00")

    assert desk.rows("invoice")[0]["sum"] == Money.rubles(12_000)
    assert desk.show("subscription", subscription)["amount"] == Money.rubles(15_000)


def test_of_two_changes_for_one_month_the_later_holds(desk: Desk) -> None:
    _, subscription = month.payer(desk)
    for amount in ("15000", "14000"):
        desk.do(
            "billing.change_price",
            subscription=subscription,
            amount=amount,
            from_period="2026-12",
            reason="Торговались",
        )

    month.run(desk, "2026-12", "2026-12-15T11:00")

    assert desk.rows("invoice")[0]["sum"] == Money.rubles(14_000)


def test_a_change_for_a_billed_month_stands_in_the_queue_until_the_new_invoice_is_sent(desk: Desk) -> None:
    client, subscription = month.payer(desk)
    (invoice,) = month.run(desk)

    done = desk.do(
        "billing.change_price", subscription=subscription, amount="15000", from_period="2026-11", reason="Ошиблись"
    )

    (offer,) = done.follow_ups
    assert (offer.action, offer.inputs["invoice"], offer.inputs["sum"]) == (
        "billing.replace_invoice",
        invoice,
        "15000.00",
    )
    item = desk.item("BL-FIX", client)
    assert month.plain(item.text) == "Заменить счёт за ноябрь 2026 (без номера): теперь 15 000 ₽"
    new = desk.made(desk.do(offer.action, **offer.inputs), "invoice")
    assert desk.item("BL-FIX", client).record_id == new
    desk.do("billing.send_invoice", invoice=new)
    assert "BL-FIX" not in desk.rules(client)


def test_a_price_put_right_again_leaves_nothing_to_correct(desk: Desk) -> None:
    client, subscription = month.payer(desk)
    month.run(desk)
    for amount in ("15000", "12000"):
        desk.do(
            "billing.change_price", subscription=subscription, amount=amount, from_period="2026-11", reason="Сверка"
        )

    assert "BL-FIX" not in desk.rules(client)


def test_a_change_reaches_only_to_the_next_one_agreed(desk: Desk) -> None:
    client, subscription = month.payer(desk)
    month.run(desk)
    desk.do("billing.change_price", subscription=subscription, amount="15000", from_period="2026-12", reason="Договор")
    month.run(desk, "2026-12", "2026-12-15T11:00")

    desk.do("billing.change_price", subscription=subscription, amount="11000", from_period="2026-11", reason="Скидка")

    assert [item.record_id for item in desk.items(client) if item.rule == "BL-FIX"] == [1]


def test_a_lowered_price_for_a_written_off_month_corrects_nothing(desk: Desk) -> None:
    client, subscription = month.payer(desk)
    (invoice,) = month.run(desk)
    desk.do("billing.write_off", invoice=invoice, reason="Банкрот")

    desk.do("billing.change_price", subscription=subscription, amount="11000", from_period="2026-11", reason="Скидка")

    assert "BL-FIX" not in desk.rules(client)


@pytest.mark.parametrize(
    ("inputs", "code", "field"),
    [
        ({"amount": "12000"}, "same", "amount"),
        ({"amount": "0"}, "sum", "amount"),
        ({"reason": "   "}, "empty", "reason"),
        ({"reason": None}, "required", None),
        ({"from_period": "2026-10"}, "period", "from_period"),
    ],
)
def test_a_bad_change_is_refused(desk: Desk, inputs: dict[str, str | None], code: str, field: str | None) -> None:
    _, subscription = month.payer(desk)
    given = {"amount": "15000", "from_period": "2026-12", "reason": "Договор", **inputs}

    refusal = desk.refused("billing.change_price", subscription=subscription, **given)

    assert refusal.code == code
    assert refusal.field == (field or "reason")


def test_a_closed_month_keeps_its_price(desk: Desk) -> None:
    _, subscription = month.payer(desk)
    (invoice,) = month.run(desk)
    desk.do("billing.send_invoice", invoice=invoice)
    desk.do("billing.close_run", period="2026-11")

    refusal = desk.refused(
        "billing.change_price", subscription=subscription, amount="15000", from_period="2026-11", reason="Ошиблись"
    )

    assert (refusal.code, refusal.field) == ("closed", "from_period")


def test_a_price_below_what_is_paid_is_refused(desk: Desk) -> None:
    _, subscription = month.payer(desk)
    (invoice,) = month.run(desk)
    desk.at("2026-11-24T10:00")
    month.pay(desk, invoice, "8000")

    refusal = desk.refused(
        "billing.change_price", subscription=subscription, amount="7000", from_period="2026-11", reason="Скидка"
    )

    assert refusal.code == "paid"
    assert "8 000 ₽" in month.plain(refusal.message)


def test_a_price_after_the_end_is_refused(desk: Desk) -> None:
    _, subscription = month.payer(desk)
    desk.do("billing.end", subscription=subscription, period="2026-12", reason="Ушли")

    refusal = desk.refused(
        "billing.change_price", subscription=subscription, amount="15000", from_period="2027-01", reason="Договор"
    )

    assert refusal.code == "ended"


def test_ten_times_the_price_is_asked_about(desk: Desk) -> None:
    _, subscription = month.payer(desk)

    desk.asked(
        "billing.change_price", subscription=subscription, amount="120000", from_period="2026-12", reason="Договор"
    )
