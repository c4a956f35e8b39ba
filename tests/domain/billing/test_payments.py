"""Payments written down by hand: what they close, what is left over, and every refusal of row 8.3."""

import pytest

from tests.desk import Desk
from tests.domain.billing.bank_rows import OURS, STRANGER, balanced, bill, client, credits, inn, load, paid, row


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


def test_a_part_of_a_payment_goes_onto_a_later_invoice(desk: Desk, payer: int) -> None:
    payment = pay(desk, payer, "1000")
    invoice = bill(desk, payer, 41, "700")

    desk.there_and_back("billing.allocate", payment=payment, invoice=invoice, sum="700")

    assert paid(desk, invoice) == [700]
    assert credits(desk) == [300]
    balanced(desk)


def test_no_more_is_allocated_than_the_payment_has(desk: Desk, payer: int) -> None:
    payment = pay(desk, payer, "100")
    invoice = bill(desk, payer, 7, "15 000,50")

    refusal = desk.refused("billing.allocate", payment=payment, invoice=invoice, sum="100.01")

    assert (refusal.code, refusal.field) == ("too_much", "sum")
    assert "100\u00a0₽" in refusal.message


def test_no_more_is_allocated_than_the_invoice_owes(desk: Desk, payer: int) -> None:
    payment = pay(desk, payer, "1000")
    invoice = bill(desk, payer, 7, "100,50")

    refusal = desk.refused("billing.allocate", payment=payment, invoice=invoice, sum="100,51")

    assert (refusal.code, refusal.field) == ("too_much", "sum")
    assert "100,50\u00a0₽" in refusal.message


def test_nought_is_not_allocated(desk: Desk, payer: int) -> None:
    payment = pay(desk, payer, "1000")
    invoice = bill(desk, payer, 7, "100")

    assert desk.refused("billing.allocate", payment=payment, invoice=invoice, sum="0").code == "sum"


def test_a_payment_that_is_placed_whole_takes_no_further_invoice(desk: Desk, payer: int) -> None:
    bill(desk, payer, 41, "100")
    payment = pay(desk, payer, "100")
    invoice = bill(desk, payer, 42, "100")

    refusal = desk.refused("billing.allocate", payment=payment, invoice=invoice, sum="1")
    before = desk.bench.refusal("billing.allocate", {"payment": payment})

    assert (refusal.code, refusal.field) == ("too_much", "payment")
    assert before is not None
    assert before.code == "too_much"


def test_one_clients_money_on_anothers_invoice_is_asked_about(desk: Desk, payer: int) -> None:
    payment = pay(desk, payer, "100")
    theirs = bill(desk, client(desk, 2), 41, "100")

    assert desk.bench.refusal("billing.allocate", {"payment": payment, "invoice": theirs}) is None
    desk.asked("billing.allocate", payment=payment, invoice=theirs, sum="100")

    assert paid(desk, theirs) == [100]
    balanced(desk)


def test_released_money_is_a_credit_and_the_invoice_is_owed_again(desk: Desk, payer: int) -> None:
    invoice = bill(desk, payer, 41, "1000")
    pay(desk, payer, "1000")
    (allocation,) = desk.rows("allocation")

    done = desk.there_and_back("billing.release", allocation=allocation["id"])

    assert desk.show("invoice", invoice)["state"] == "issued"
    assert credits(desk) == [1000]
    assert (
        done.message == "Счёт № 41: оплата 1\u00a0000\u00a0₽ снята и стала авансом. Долг по нему — 1\u00a0000\u00a0₽."
    )
    assert desk.refused("billing.release", allocation=allocation["id"]).code == "unknown"
    balanced(desk)


def test_money_released_from_a_written_off_invoice_brings_no_debt_back(desk: Desk, payer: int) -> None:
    invoice = bill(desk, payer, 41, "1000")
    pay(desk, payer, "400")
    desk.do("billing.write_off", invoice=invoice, reason="договорились")

    done = desk.do("billing.release", allocation=desk.rows("allocation")[0]["id"])

    assert done.message.endswith("стала авансом.")
    assert credits(desk) == [400]


def test_a_credit_is_spent_bit_by_bit(desk: Desk, payer: int) -> None:
    pay(desk, payer, "1000")
    (credit,) = desk.rows("client_credit")
    first, second = bill(desk, payer, 41, "700"), bill(desk, payer, 42, "700")

    done = desk.there_and_back("billing.apply_credit", client_credit=credit["id"], invoice=first, sum="700")
    desk.do("billing.apply_credit", client_credit=credit["id"], invoice=second, sum="300")

    assert done.message == "Из аванса зачтено 700\u00a0₽: счёт № 41 оплачен. В авансе осталось 300\u00a0₽."
    assert paid(desk, first, second) == [700, 300]
    assert credits(desk) == []
    balanced(desk)


def test_no_more_is_applied_than_the_credit_holds_or_the_invoice_owes(desk: Desk, payer: int) -> None:
    pay(desk, payer, "1000")
    (credit,) = desk.rows("client_credit")
    large, small = bill(desk, payer, 41, "5000"), bill(desk, payer, 42, "10")

    for invoice, sum in ((large, "1000,01"), (small, "10,01")):
        refusal = desk.refused("billing.apply_credit", client_credit=credit["id"], invoice=invoice, sum=sum)
        assert (refusal.code, refusal.field) == ("too_much", "sum")


def test_a_spent_credit_is_refused_before_the_form(desk: Desk, payer: int) -> None:
    pay(desk, payer, "100")
    (credit,) = desk.rows("client_credit")
    invoice = bill(desk, payer, 41, "100")
    assert desk.bench.refusal("billing.apply_credit", {"client_credit": credit["id"], "invoice": invoice}) is None
    desk.do("billing.apply_credit", client_credit=credit["id"], invoice=invoice, sum="100")

    other = bill(desk, payer, 42, "100")
    refusal = desk.refused("billing.apply_credit", client_credit=credit["id"], invoice=other, sum="1")
    before = desk.bench.refusal("billing.apply_credit", {"client_credit": credit["id"]})

    assert (refusal.code, refusal.field) == ("too_much", "client_credit")
    assert before is not None


def test_one_clients_credit_on_anothers_invoice_is_asked_about(desk: Desk, payer: int) -> None:
    pay(desk, payer, "100")
    (credit,) = desk.rows("client_credit")
    theirs = bill(desk, client(desk, 2), 41, "100")

    desk.asked("billing.apply_credit", client_credit=credit["id"], invoice=theirs, sum="100")

    assert paid(desk, theirs) == [100]
    balanced(desk)


def test_a_third_party_is_remembered_once(desk: Desk, payer: int) -> None:
    desk.there_and_back("billing.remember_payer", client=payer, inn=STRANGER)

    assert desk.rows("payer")[0]["inn"] == STRANGER
    assert desk.refused("billing.remember_payer", client=payer, inn=STRANGER).code == "already"


def test_who_cannot_be_a_third_party_is_refused(desk: Desk, payer: int) -> None:
    desk.do("billing.add_own_account", account=OURS, inn=inn(500))

    codes = [
        desk.refused("billing.remember_payer", client=payer, inn=number).code
        for number in (inn(1), inn(500), "7707083890")
    ]

    assert codes == ["same", "own", "inn"]


def test_another_client_as_a_payer_is_asked_about(desk: Desk, payer: int) -> None:
    client(desk, 2)

    desk.asked("billing.remember_payer", client=payer, inn=inn(2))
