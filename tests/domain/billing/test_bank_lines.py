"""Lines of the statement placed by a person: onto invoices, into a credit, aside (row 8.3)."""

import pytest

from cs_workbench.domain.billing.records import LineState
from tests.desk import Desk
from tests.domain.billing.bank_rows import OURS, STRANGER, balanced, bill, client, credits, inn, line, load, paid, row


@pytest.fixture
def payer(desk: Desk) -> int:
    """A client who owes nothing yet."""
    return client(desk, 1)


def unmatched(desk: Desk, sum: str, purpose: str = "Оплата", **more: object) -> int:
    """A line of income that found no invoice."""
    load(desk, row(sum, purpose, **more))
    return int(line(desk)["id"])


def test_a_line_closes_the_invoice_that_a_person_names(desk: Desk, payer: int) -> None:
    invoice = bill(desk, payer, 41, "1000")
    income = unmatched(desk, "1000", inn=STRANGER, number="17")

    done = desk.there_and_back("billing.match_line", bank_line=income, invoice=invoice)

    assert paid(desk, invoice) == [1000]
    assert (line(desk)["state"], line(desk)["open"], line(desk)["client_id"]) == (LineState.ALLOCATED, False, payer)
    assert desk.rows("payment")[0]["number"] == "17"
    assert "BANK-UNM" not in desk.rules()
    assert done.message == (
        "Зачислено 1\u00a0000\u00a0₽ за «ООО «Клиент 1»»: счёт № 41 оплачен. "
        f"Плательщик с ИНН {STRANGER} запомнен: в следующий раз его узнаем."
    )
    balanced(desk)


def test_the_payer_learnt_by_a_match_is_known_next_time(desk: Desk, payer: int) -> None:
    bill(desk, payer, 41, "1000")
    later = bill(desk, payer, 42, "1000")
    income = unmatched(desk, "1000", "Оплата", inn=STRANGER)
    desk.do("billing.match_line", bank_line=income, invoice=desk.rows("invoice")[0]["id"])

    load(desk, row("1000", "счёт 42", inn=STRANGER))

    assert paid(desk, later) == [1000]
    assert len(desk.rows("payer")) == 1


def test_one_line_is_spread_over_invoices_of_two_clients(desk: Desk, payer: int) -> None:
    mine, theirs = bill(desk, payer, 41, "1000"), bill(desk, client(desk, 2), 51, "2000")
    income = unmatched(desk, "3000", inn=STRANGER)

    done = desk.do("billing.match_line", bank_line=income, invoice=mine)
    assert "Осталось разнести 2\u00a0000\u00a0₽." in done.message
    assert (line(desk)["state"], line(desk)["open"]) == (LineState.NEW, True)
    assert desk.item("BANK-UNM").amount == 200_000

    desk.do("billing.match_line", bank_line=income, invoice=theirs)

    assert paid(desk, mine, theirs) == [1000, 2000]
    assert len(desk.rows("payment")) == 2
    assert "BANK-UNM" not in desk.rules()
    balanced(desk)


def test_one_payment_grows_over_invoices_of_one_client(desk: Desk, payer: int) -> None:
    first, second = bill(desk, payer, 41, "1000"), bill(desk, payer, 42, "1000")
    income = unmatched(desk, "1700", "Оплата", payer=1)

    desk.do("billing.match_line", bank_line=income, invoice=first)
    desk.there_and_back("billing.match_line", bank_line=income, invoice=second, sum="700")

    assert paid(desk, first, second) == [1000, 700]
    assert [payment["sum"] // 100 for payment in desk.rows("payment")] == [1700]
    balanced(desk)


def test_what_a_known_payer_paid_above_all_invoices_is_a_credit(desk: Desk, payer: int) -> None:
    invoice = bill(desk, payer, 41, "1000")
    income = unmatched(desk, "1200", "Оплата", payer=1)

    done = desk.there_and_back("billing.match_line", bank_line=income, invoice=invoice)

    assert credits(desk) == [200]
    assert done.message.endswith("Лишние 200\u00a0₽ стали авансом.")
    assert not line(desk)["open"]
    balanced(desk)


def test_a_sum_that_is_named_leaves_the_rest_of_the_line(desk: Desk, payer: int) -> None:
    invoice = bill(desk, payer, 41, "1000")
    income = unmatched(desk, "1200", "Оплата", payer=1)

    desk.do("billing.match_line", bank_line=income, invoice=invoice, sum="1000")

    assert credits(desk) == []
    assert line(desk)["open"]


def test_a_confirmed_suggestion_is_gone(desk: Desk, payer: int) -> None:
    invoice = bill(desk, payer, 41, "1000")
    income = unmatched(desk, "1000", payer=1)
    assert line(desk)["invoice_id"] == invoice

    desk.do("billing.match_line", bank_line=income, invoice=invoice)

    assert (line(desk)["invoice_id"], line(desk)["state"]) == (None, LineState.ALLOCATED)
    assert desk.rows("payer") == []


@pytest.mark.parametrize(("sum", "code"), [("1000,01", "too_much"), ("5000", "too_much"), ("0", "sum")])
def test_no_more_is_matched_than_there_is(desk: Desk, payer: int, sum: str, code: str) -> None:
    invoice = bill(desk, payer, 41, "1000")
    income = unmatched(desk, "2000", payer=1)

    refusal = desk.refused("billing.match_line", bank_line=income, invoice=invoice, sum=sum)

    assert (refusal.code, refusal.field) == (code, "sum")


def test_another_clients_money_is_asked_about_and_teaches_nothing(desk: Desk, payer: int) -> None:
    client(desk, 2)
    invoice = bill(desk, payer, 41, "1000")
    income = unmatched(desk, "1000", payer=2)

    desk.asked("billing.match_line", bank_line=income, invoice=invoice)

    assert desk.rows("payer") == []
    assert paid(desk, invoice) == [1000]


def test_our_own_inn_is_not_learnt(desk: Desk, payer: int) -> None:
    desk.do("billing.add_own_account", account=OURS, inn=STRANGER)
    invoice = bill(desk, payer, 41, "1000")
    income = unmatched(desk, "1000", inn=STRANGER)

    desk.do("billing.match_line", bank_line=income, invoice=invoice)

    assert desk.rows("payer") == []


@pytest.mark.parametrize(
    ("sort", "code"),
    [("expense", "not_income"), ("own", "not_income"), ("placed", "placed"), ("ignored", "ignored")],
)
def test_a_line_without_money_to_place_is_refused_in_the_form_and_before(
    desk: Desk, payer: int, sort: str, code: str
) -> None:
    bill(desk, payer, 41, "1000")
    direction = sort if sort in ("expense", "own") else "income"
    load(desk, row("1000", "счёт 41" if sort == "placed" else "прочее", payer=1, direction=direction))
    income = line(desk)["id"]
    if sort == "ignored":
        desk.do("billing.ignore_line", bank_line=income, reason="заём")
    inputs: dict[str, dict[str, object]] = {
        "billing.match_line": {"invoice": bill(desk, payer, 42, "1000")},
        "billing.credit_line": {"client": payer},
        "billing.ignore_line": {"reason": "заём"},
    }

    for action, more in inputs.items():
        refusal = desk.refused(action, bank_line=income, **more)
        before = desk.bench.refusal(action, {"bank_line": income})
        assert (refusal.code, refusal.field) == (code, "bank_line")
        assert before is not None
        assert before.message == refusal.message


def test_a_paid_invoice_takes_no_line(desk: Desk, payer: int) -> None:
    invoice = bill(desk, payer, 41, "1000")
    load(desk, row("1000", "счёт 41", payer=1), row("500", "прочее", payer=1))

    refusal = desk.refused("billing.match_line", bank_line=line(desk)["id"], invoice=invoice)
    before = desk.bench.refusal("billing.match_line", {"invoice": invoice})

    assert (refusal.code, refusal.field) == ("paid", "invoice")
    assert before is not None


def test_money_ahead_of_any_invoice_is_a_credit(desk: Desk, payer: int) -> None:
    income = unmatched(desk, "1000", payer=1)

    done = desk.there_and_back("billing.credit_line", bank_line=income)

    assert credits(desk) == [1000]
    assert (line(desk)["state"], line(desk)["open"]) == (LineState.ALLOCATED, False)
    assert done.message == "Аванс 1\u00a0000\u00a0₽ записан за «ООО «Клиент 1»»."
    balanced(desk)


def test_a_credit_needs_a_client_and_a_debt_is_asked_about(desk: Desk, payer: int) -> None:
    income = unmatched(desk, "1000", inn=STRANGER)
    bill(desk, payer, 41, "500")

    refusal = desk.refused("billing.credit_line", bank_line=income)
    done = desk.asked("billing.credit_line", bank_line=income, client=payer)

    assert (refusal.code, refusal.field) == ("client", "client")
    assert "запомнен" in done.message
    assert [found["inn"] for found in desk.rows("payer")] == [STRANGER]


def test_what_is_no_clients_money_is_put_aside_and_comes_back_by_undo(desk: Desk) -> None:
    income = unmatched(desk, "1000", "Заём", inn=inn(77))
    assert "BANK-UNM" in desk.rules()

    done = desk.there_and_back("billing.ignore_line", bank_line=income, reason="заём учредителя")
    assert "BANK-UNM" not in desk.rules()
    assert (line(desk)["state"], line(desk)["reason"]) == (LineState.IGNORED, "заём учредителя")
    assert done.message == "Поступление 1\u00a0000\u00a0₽ от 23.11.2026 отложено: заём учредителя."

    desk.undo()
    assert "BANK-UNM" in desk.rules()


def test_putting_aside_needs_a_reason(desk: Desk) -> None:
    income = unmatched(desk, "1000")

    assert desk.refused("billing.ignore_line", bank_line=income).field == "reason"
    assert desk.refused("billing.ignore_line", bank_line=income, reason="  ").field == "reason"


def test_an_import_is_not_undone_under_a_match_by_hand(desk: Desk, payer: int) -> None:
    invoice = bill(desk, payer, 41, "1000")
    income = unmatched(desk, "1000", "прочее", inn=STRANGER)
    loaded = desk.rows("journal_entry")[-1]["id"]
    desk.do("billing.match_line", bank_line=income, invoice=invoice)

    assert desk.not_undone(loaded).code in ("changed_since", "referred")
