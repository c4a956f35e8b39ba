"""Money that came before: onto invoices, back from them, out of credits; who pays for whom (row 8.3)."""

import pytest

from tests.desk import Desk
from tests.domain.billing.bank_rows import OURS, STRANGER, balanced, bill, client, credits, inn, paid


@pytest.fixture
def payer(desk: Desk) -> int:
    """A client who owes nothing yet."""
    return client(desk, 1)


def pay(desk: Desk, client_id: int, sum: str) -> int:
    """A payment of Monday the 23rd; gives its id."""
    return desk.new("payment", "billing.record_payment", client=client_id, sum=sum, paid_on="2026-11-23")


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
