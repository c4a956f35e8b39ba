"""Payments written down by hand: what they close, what is left over, and every refusal of row 8.3."""

import pytest

from tests.desk import Desk
from tests.domain.billing.bank_rows import balanced, bill, client, credits, load, paid, row


@pytest.fixture
def payer(desk: Desk) -> int:
    """A client who owes nothing yet."""
    return client(desk, 1)


def pay(desk: Desk, client_id: int, sum: str, **more: object) -> int:
    """A payment of Monday the 23rd; gives its id."""
    return desk.new("payment", "billing.record_payment", client=client_id, sum=sum, paid_on="2026-11-23", **more)


def test_a_payment_with_an_invoice_closes_it(desk: Desk, payer: int) -> None:
    first, second = bill(desk, payer, 41, "1000"), bill(desk, payer, 42, "2000")

    done = desk.there_and_back(
        "billing.record_payment", client=payer, sum="2 000", paid_on="23.11", invoice=second, number="17"
    )

    assert paid(desk, first, second) == [0, 2000]
    assert desk.show("invoice", second)["state"] == "paid"
    assert done.message == "Платёж 2\u00a0000\u00a0₽ от «ООО «Клиент 1»» записан: счёт № 42 оплачен."
    balanced(desk)


def test_a_part_payment_leaves_the_rest_owed(desk: Desk, payer: int) -> None:
    invoice = bill(desk, payer, 41, "1000")

    done = desk.do("billing.record_payment", client=payer, sum="400,50", paid_on="2026-11-23", invoice=invoice)

    assert desk.show("invoice", invoice)["state"] == "partly_paid"
    assert done.message.endswith("записан: счёт № 41 оплачен частично, осталось 599,50\u00a0₽.")
    balanced(desk)


def test_what_exceeds_the_named_invoice_is_a_credit_though_others_are_owed(desk: Desk, payer: int) -> None:
    named, other = bill(desk, payer, 41, "1000"), bill(desk, payer, 42, "1000", on="2026-10-15")

    pay(desk, payer, "1500", invoice=named)

    assert paid(desk, named, other) == [1000, 0]
    assert credits(desk) == [500]
    balanced(desk)


def test_a_payment_without_an_invoice_closes_the_oldest_first(desk: Desk, payer: int) -> None:
    november = bill(desk, payer, 43, "1000")
    september = bill(desk, payer, 41, "1000", on="2026-09-15", due_on="2026-09-30")
    october = bill(desk, payer, 42, "1000", on="2026-10-15", due_on="2026-10-31")

    pay(desk, payer, "2300")

    assert paid(desk, september, october, november) == [1000, 1000, 300]
    assert credits(desk) == []
    balanced(desk)


def test_what_exceeds_all_invoices_is_a_credit(desk: Desk, payer: int) -> None:
    invoice = bill(desk, payer, 41, "1000")

    done = desk.there_and_back("billing.record_payment", client=payer, sum="1200", paid_on="2026-11-23")

    assert paid(desk, invoice) == [1000]
    assert credits(desk) == [200]
    assert done.message.endswith("счёт № 41 оплачен; в аванс 200\u00a0₽.")
    balanced(desk)


def test_many_closed_invoices_are_counted_in_the_message(desk: Desk, payer: int) -> None:
    for number in range(41, 46):
        bill(desk, payer, number, "1000")

    done = desk.do("billing.record_payment", client=payer, sum="5000", paid_on="2026-11-23")

    assert done.message.endswith("зачислено на 5 счетов.")


@pytest.mark.parametrize(
    ("inputs", "code", "field"),
    [
        ({"sum": "0"}, "sum", "sum"),
        ({"sum": "-5"}, "money", "sum"),
        ({"sum": "12,345"}, "money", "sum"),
        ({"paid_on": "2026-11-25"}, "future", "paid_on"),
        ({"paid_on": "31.11"}, "date", "paid_on"),
        ({"client": 999}, "unknown", "client"),
        ({"invoice": 999}, "unknown", "invoice"),
    ],
)
def test_a_payment_that_cannot_be_is_refused(
    desk: Desk, payer: int, inputs: dict[str, object], code: str, field: str
) -> None:
    bill(desk, payer, 41, "1000")

    refusal = desk.refused(
        "billing.record_payment", **{"client": payer, "sum": "100", "paid_on": "2026-11-23", **inputs}
    )

    assert (refusal.code, refusal.field) == (code, field)


def test_another_clients_invoice_is_refused(desk: Desk, payer: int) -> None:
    theirs = bill(desk, client(desk, 2), 41, "1000")

    refusal = desk.refused("billing.record_payment", client=payer, sum="100", paid_on="2026-11-23", invoice=theirs)

    assert (refusal.code, refusal.field) == ("other_client", "invoice")
    assert "«ООО «Клиент 2»»" in refusal.message


@pytest.mark.parametrize(
    ("action", "inputs", "code"),
    [
        ("billing.cancel_invoice", {"reason": "ошибка"}, "cancelled"),
        ("billing.write_off", {"reason": "не взыскать"}, "written_off"),
        ("billing.replace_invoice", {"sum": "900", "reason": "скидка"}, "superseded"),
    ],
)
def test_an_invoice_that_does_not_stand_takes_no_money(
    desk: Desk, payer: int, action: str, inputs: dict[str, str], code: str
) -> None:
    invoice = bill(desk, payer, 41, "1000")
    desk.do(action, invoice=invoice, **inputs)

    refusal = desk.refused("billing.record_payment", client=payer, sum="1", paid_on="2026-11-23", invoice=invoice)

    assert (refusal.code, refusal.field) == (code, "invoice")


def test_a_paid_invoice_takes_no_money_and_says_so_before_the_form(desk: Desk, payer: int) -> None:
    invoice = bill(desk, payer, 41, "1000")
    pay(desk, payer, "1000")

    refusal = desk.refused("billing.record_payment", client=payer, sum="1", paid_on="2026-11-23", invoice=invoice)
    before = desk.bench.refusal("billing.record_payment", {"invoice": invoice})

    assert refusal.code == "paid"
    assert before is not None
    assert before.message == refusal.message
    assert desk.bench.refusal("billing.record_payment", {"client": payer}) is None


def test_the_same_paper_of_the_same_client_is_asked_about(desk: Desk, payer: int) -> None:
    pay(desk, payer, "100", number="17")
    pay(desk, payer, "100", number="18")
    pay(desk, payer, "100")

    desk.asked("billing.record_payment", client=payer, sum="100", paid_on="2026-11-23", number="17")

    assert len(desk.rows("payment")) == 4


def test_a_payment_that_the_statement_brought_is_asked_about(desk: Desk, payer: int) -> None:
    bill(desk, payer, 41, "1000")
    load(desk, row("1000", "счёт 41", payer=1))

    question = desk.refused("billing.record_payment", client=payer, sum="1000", paid_on="2026-11-23")

    assert question.code == "confirm"
    assert "уже есть в выписке" in question.message


def test_ten_times_the_last_payment_is_asked_about_only_above_the_debt(desk: Desk, payer: int) -> None:
    pay(desk, payer, "100")
    bill(desk, payer, 41, "5000")

    pay(desk, payer, "4000")
    question = desk.refused("billing.record_payment", client=payer, sum="40000", paid_on="2026-11-23")

    assert (question.code, question.field) == ("confirm", "sum")


def test_a_day_more_than_a_year_ago_is_asked_about(desk: Desk, payer: int) -> None:
    desk.asked("billing.record_payment", client=payer, sum="100", paid_on="2025-11-23")
