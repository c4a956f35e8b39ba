"""Invoices by hand: their kind, dates and number; cancelled and written off (rows 8.1, 8.2)."""

from datetime import date

import pytest

from cs_workbench.domain.billing.records import InvoiceKind, InvoiceState
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.money import Money
from tests.desk import Desk
from tests.domain.billing import month


def test_an_invoice_without_a_subscription_is_one_off(desk: Desk) -> None:
    client = month.client(desk)

    done = desk.there_and_back(
        "billing.add_invoice", client=client, number="№ 118", issued_on="2026-11-16", sum="15 000,50"
    )

    row = desk.show("invoice", desk.made(done, "invoice"))
    assert (row["number"], row["year"], row["period"]) == ("118", 2026, "2026-11")
    assert (row["kind"], row["state"], row["sum"]) == (InvoiceKind.ONE_OFF, InvoiceState.ISSUED, Money(1_500_050))
    assert (row["due_on"], row["call_from"]) == (date(2026, 11, 23), date(2026, 11, 24))
    assert f"{local(row['send_by']):%d.%m %H:%M}" == "16.11 18:00"
    assert month.plain(done.message) == "Счёт № 118 добавлен: «ООО Ромашка», 15 000,50 ₽, оплатить до 23.11.2026."


def test_an_invoice_for_an_unbilled_month_of_a_subscription_bills_it(desk: Desk) -> None:
    client, subscription = month.payer(desk)

    invoice = month.invoice(desk, client, sum="12000")

    row = desk.show("invoice", invoice)
    assert (row["kind"], row["subscription_id"]) == (InvoiceKind.SUBSCRIPTION, subscription)
    assert (row["due_on"], row["call_from"]) == (date(2026, 11, 30), date(2026, 11, 20))
    assert desk.show("subscription", subscription)["next_unbilled"] == "2026-12"
    assert desk.refused("billing.issue_run", period="2026-11").code == "already"


def test_the_dates_of_a_fee_follow_its_subscription(desk: Desk) -> None:
    client, _ = month.payer(desk, due="25", remind_from="18")

    row = desk.show("invoice", month.invoice(desk, client))

    assert (row["due_on"], row["call_from"]) == (date(2026, 11, 25), date(2026, 11, 18))


def test_a_second_invoice_of_a_billed_month_is_one_off(desk: Desk) -> None:
    client, _ = month.payer(desk)
    month.run(desk)

    assert desk.show("invoice", month.invoice(desk, client))["kind"] is InvoiceKind.ONE_OFF


def test_a_second_fee_of_a_billed_month_is_asked_about(desk: Desk) -> None:
    client, _ = month.payer(desk)
    month.run(desk)

    done = desk.asked(
        "billing.add_invoice", client=client, number="7", issued_on="2026-11-16", sum="12000", kind="subscription"
    )

    assert desk.show("invoice", desk.made(done, "invoice"))["subscription_id"] is None


def test_an_invoice_of_a_paused_month_is_one_off(desk: Desk) -> None:
    client, subscription = month.payer(desk)
    desk.do("billing.pause", subscription=subscription, until="2026-12", reason="Стройка")

    assert desk.show("invoice", month.invoice(desk, client))["kind"] is InvoiceKind.ONE_OFF


def test_an_invoice_says_where_its_sum_differs_from_the_fee(desk: Desk) -> None:
    client, _ = month.payer(desk)

    done = desk.do("billing.add_invoice", client=client, number="7", issued_on="2026-11-16", sum="6000")

    assert month.plain(done.warnings[0]) == "По подписке за ноябрь 2026 — 12 000 ₽, в счёте 6 000 ₽."


def test_a_given_kind_due_day_and_month_hold(desk: Desk) -> None:
    row = desk.show(
        "invoice",
        month.invoice(desk, month.client(desk), kind="equipment", due_on="2026-12-01", period="2026-10"),
    )

    assert (row["kind"], row["period"]) == (InvoiceKind.EQUIPMENT, "2026-10")
    assert (row["due_on"], row["call_from"]) == (date(2026, 12, 1), date(2026, 12, 2))


def test_a_due_day_on_a_day_off_is_told(desk: Desk) -> None:
    done = desk.do(
        "billing.add_invoice",
        client=month.client(desk),
        number="7",
        issued_on="2026-11-16",
        sum="100",
        due_on="2026-11-28",
    )

    assert "понедельник 30 ноября" in done.warnings[0]


def test_an_invoice_is_offered_to_be_sent_and_paid_from_a_credit(desk: Desk) -> None:
    client = month.client(desk)
    first = month.invoice(desk, client, number="1", sum="5000")
    month.pay(desk, first, "8000")

    done = desk.do("billing.add_invoice", client=client, number="2", issued_on="2026-11-20", sum="2000")

    assert [offer.action for offer in done.follow_ups] == ["billing.send_invoice", "billing.apply_credit"]
    assert done.follow_ups[1].inputs["sum"] == "2000.00"


@pytest.mark.parametrize(
    ("inputs", "code", "field"),
    [
        ({"number": "№"}, "empty", "number"),
        ({"number": "  "}, "empty", "number"),
        ({"sum": "0"}, "sum", "sum"),
        ({"sum": "-5"}, "money", "sum"),
        ({"sum": "1e999"}, "money", "sum"),
        ({"sum": "12,345"}, "money", "sum"),
        ({"issued_on": "2026-11-31"}, "date", "issued_on"),
        ({"issued_on": "2026-11-25"}, "future", "issued_on"),
        ({"due_on": "2026-11-15"}, "due", "due_on"),
        ({"kind": "gift"}, "choice", "kind"),
        ({"client": "999999"}, "unknown", "client"),
    ],
)
def test_a_bad_invoice_is_refused(desk: Desk, inputs: dict[str, str], code: str, field: str) -> None:
    given = {"client": month.client(desk), "number": "1", "issued_on": "2026-11-16", "sum": "100", **inputs}

    refusal = desk.refused("billing.add_invoice", **given)

    assert (refusal.code, refusal.field) == (code, field)


def test_a_number_twice_in_a_year_is_refused_with_whose_it_is(desk: Desk) -> None:
    month.invoice(desk, month.client(desk, "ООО Ромашка"), number="118")
    other = month.client(desk, "АО Василёк")

    refusal = desk.refused("billing.add_invoice", client=other, number="118", issued_on="2026-11-20", sum="100")

    assert (refusal.code, refusal.field) == ("duplicate", "number")
    assert "«ООО Ромашка», от 16.11.2026" in refusal.message


def test_a_number_of_another_year_is_free(desk: Desk) -> None:
    client = month.client(desk)
    month.invoice(desk, client, number="118")

    assert month.invoice(desk, client, number="118", issued_on="2025-12-30")


@pytest.mark.parametrize("inputs", [{"sum": "248000"}, {"due_on": "2028-01-10"}, {"period": "2028-01"}])
def test_a_doubtful_invoice_is_asked_about(desk: Desk, inputs: dict[str, str]) -> None:
    client = month.client(desk)
    month.invoice(desk, client, number="117", sum="24800")

    desk.asked(
        "billing.add_invoice", **{"client": client, "number": "8", "issued_on": "2026-11-16", "sum": "100", **inputs}
    )


# Numbers --------------------------------------------------------------------------------------------------


def test_a_number_of_1c_is_written_to_an_invoice_of_the_run(desk: Desk) -> None:
    month.payer(desk)
    (invoice,) = month.run(desk)

    done = desk.there_and_back("billing.set_number", invoice=invoice, number="№ А-118")

    assert desk.show("invoice", invoice)["number"] == "А-118"
    assert done.message == "Счёту за ноябрь 2026 присвоен № А-118."


def test_another_number_is_asked_about(desk: Desk) -> None:
    invoice = month.invoice(desk, month.client(desk), number="118")

    desk.asked("billing.set_number", invoice=invoice, number="119")


def test_a_number_that_is_taken_the_same_or_of_a_dead_invoice_is_refused(desk: Desk) -> None:
    client = month.client(desk)
    first, second = month.invoice(desk, client, number="1"), month.invoice(desk, client, number="2")

    assert desk.refused("billing.set_number", invoice=second, number="1").code == "duplicate"
    assert desk.refused("billing.set_number", invoice=second, number="2").code == "same"
    assert desk.refused("billing.set_number", invoice=second, number="№").code == "empty"
    desk.do("billing.cancel_invoice", invoice=first, reason="Ошибка")
    assert desk.refused("billing.set_number", invoice=first, number="3").code == "cancelled"
    assert desk.refused("billing.set_number", invoice=999, number="3").code == "unknown"


# Cancelled and written off --------------------------------------------------------------------------------


def test_a_cancelled_fee_frees_its_month(desk: Desk) -> None:
    client, subscription = month.payer(desk)
    (invoice,) = month.run(desk)

    done = desk.there_and_back("billing.cancel_invoice", invoice=invoice, reason="Не тот клиент")

    row = desk.show("invoice", invoice)
    assert (row["state"], row["open"], row["reason"]) == (InvoiceState.CANCELLED, False, "Не тот клиент")
    assert desk.show("subscription", subscription)["next_unbilled"] == "2026-11"
    assert "снова не выставлен" in done.message
    desk.at("2026-12-01T10:00")
    assert "BL-MISS" in desk.rules(client)
    assert len(month.run(desk, at="2026-12-01T11:00")) == 1


def test_a_cancelled_one_off_owes_nothing(desk: Desk) -> None:
    client = month.client(desk)
    invoice = month.invoice(desk, client)

    done = desk.do("billing.cancel_invoice", invoice=invoice, reason="Передумали")

    assert done.message == "Счёт № 118 отменён."
    assert desk.rows("client_standing")[0]["debt"] == 0


def test_an_invoice_with_money_on_it_is_not_cancelled(desk: Desk) -> None:
    invoice = month.invoice(desk, month.client(desk))
    month.pay(desk, invoice, "100")

    refusal = desk.refused("billing.cancel_invoice", invoice=invoice, reason="Ошибка")

    assert (refusal.code, refusal.field) == ("paid", "invoice")


def test_a_debt_that_is_written_off_is_owed_no_more(desk: Desk) -> None:
    client, _ = month.payer(desk)
    (invoice,) = month.run(desk)
    desk.at("2026-12-01T10:00")
    month.pay(desk, invoice, "5000")

    done = desk.there_and_back("billing.write_off", invoice=invoice, reason="Банкрот")

    row = desk.show("invoice", invoice)
    assert (row["state"], row["open"], row["paid"]) == (InvoiceState.WRITTEN_OFF, False, Money.rubles(5_000))
    assert desk.rows("client_standing")[0]["debt"] == 0
    assert month.plain(done.message) == "Счёт за ноябрь 2026 списан: 7 000 ₽ больше не долг."
    assert "BL-MISS" not in desk.rules(client)


def test_what_is_paid_or_dead_is_not_written_off(desk: Desk) -> None:
    client = month.client(desk)
    paid = month.invoice(desk, client, number="1", sum="100")
    month.pay(desk, paid, "100")
    cancelled = month.invoice(desk, client, number="2", sum="200")
    desk.do("billing.cancel_invoice", invoice=cancelled, reason="Ошибка")

    assert desk.refused("billing.write_off", invoice=paid, reason="Банкрот").code == "paid"
    assert desk.refused("billing.write_off", invoice=cancelled, reason="Банкрот").code == "cancelled"
    assert desk.refused("billing.cancel_invoice", invoice=cancelled, reason="Ошибка").code == "cancelled"


def test_nothing_is_cancelled_or_written_off_without_a_reason(desk: Desk) -> None:
    invoice = month.invoice(desk, month.client(desk))

    for action in ("billing.cancel_invoice", "billing.write_off"):
        assert desk.refused(action, invoice=invoice).field == "reason"


def test_before_the_form_opens_a_dead_invoice_says_so(desk: Desk) -> None:
    client = month.client(desk)
    invoice = month.invoice(desk, client)
    desk.do("billing.write_off", invoice=invoice, reason="Банкрот")

    for action in ("set_number", "cancel_invoice", "write_off", "replace_invoice", "send_invoice"):
        refusal = desk.bench.refusal(f"billing.{action}", {"invoice": invoice})
        assert refusal is not None
        assert refusal.code == "written_off"
        assert desk.bench.refusal(f"billing.{action}", {"client": client}) is None
