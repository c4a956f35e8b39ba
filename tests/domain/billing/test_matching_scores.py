"""Which invoices a line pays: the table of points of row 8.3 over small facts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from cs_workbench.domain.billing.matching import (
    BankFacts,
    Given,
    HandPayment,
    OpenInvoice,
    Parties,
    Plan,
    PlannedLine,
    plan_import,
)
from cs_workbench.domain.billing.records import Direction, LineState
from cs_workbench.domain.billing.statement import StatementLine, fingerprints
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money

A, B = 1, 2
INN_A, INN_B, FRIEND, NOBODY = "7700000010", "7700000020", "7700000030", "7700000099"
TODAY = date(2026, 11, 24)


def owed(id: int, rubles: int, client_id: int = A, period: str = "2026-11", **more: object) -> OpenInvoice:
    """An open invoice whose number is its id."""
    year, month = int(period[:4]), int(period[5:])
    invoice = OpenInvoice(
        id, client_id, str(id), period, date(year, month, 15), date(year, month, 28), Money.rubles(rubles)
    )
    return replace(invoice, **more)  # type: ignore[arg-type]


OCTOBER, NOVEMBER = owed(41, 1000, period="2026-10"), owed(42, 1500)
THEIRS = owed(51, 1000, B)
PARTIES = Parties({INN_A: frozenset({A}), INN_B: frozenset({B})}, {FRIEND: frozenset({A})})


def income(rubles: int, purpose: str = "", inn: str = INN_A, **more: object) -> StatementLine:
    """A line of income of the 23rd."""
    values = {"on": date(2026, 11, 23), "sum": Money.rubles(rubles), "purpose": purpose, "inn": inn, **more}
    return StatementLine(**values)  # type: ignore[arg-type]


def planned(
    *lines: StatementLine,
    invoices: Sequence[OpenInvoice] = (OCTOBER, NOVEMBER, THEIRS),
    parties: Parties = PARTIES,
    by_hand: Sequence[HandPayment] = (),
) -> Plan:
    """The plan of a statement of these lines."""
    facts = BankFacts(TODAY, invoices, parties, by_hand=by_hand)
    return plan_import(facts, Given(lines, fingerprints(lines)))


def judged(line: StatementLine, **facts: object) -> PlannedLine:
    """What becomes of one line."""
    (found,) = planned(line, **facts).lines  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("line", "state", "terms"),
    [
        (income(1000, "счёт 41"), LineState.AUTO, "номер счёта +50; ИНН +30; сумма +20"),
        (income(1000, "счёт 41 за октябрь"), LineState.AUTO, "номер счёта +50; ИНН +30; сумма +20; период +5"),
        (income(1000, "счёт 41", FRIEND), LineState.AUTO, "номер счёта +50; ИНН +30; сумма +20"),
        (income(400, "счёт 41"), LineState.AUTO, "номер счёта +50; ИНН +30"),
        (income(2500, "счёт 42"), LineState.AUTO, "номер счёта +50; ИНН +30; сумма старых счетов +10"),
        (income(2500, "счёт 41, 42"), LineState.AUTO, "номер счёта +50; ИНН +30; сумма +20"),
        (income(1000, "счёт 41", NOBODY), LineState.SUGGESTED, "номер счёта +50; сумма +20"),
        (income(1000, "счёт 41", ""), LineState.SUGGESTED, "номер счёта +50; сумма +20"),
        (income(700, "счёт 41", NOBODY), LineState.SUGGESTED, "номер счёта +50"),
        (income(1500), LineState.SUGGESTED, "ИНН +30; сумма +20"),
        (income(1500, "за ноябрь"), LineState.SUGGESTED, "ИНН +30; сумма +20; период +5"),
        (income(2500), LineState.NEW, "ИНН +30; сумма старых счетов +10"),
        (income(777), LineState.NEW, "ИНН +30"),
        (income(1000, "счёт 51"), LineState.SUGGESTED, "ИНН +30; сумма +20"),
        (income(1000, "счёт 41", INN_B), LineState.SUGGESTED, "ИНН +30; сумма +20"),
        (income(700, "счёт 41", INN_B), LineState.NEW, "ИНН +30"),
        (income(1500, "счёт 42", INN_B), LineState.NEW, "номер счёта +50; ИНН другого клиента −40; сумма +20"),
        (income(1000, "счёт 99", NOBODY), LineState.NEW, "совпадений нет"),
        (income(1000, "Возврат по счёту 41"), LineState.NEW, "возврат: это не оплата клиента"),
    ],
)  # fmt: skip
def test_points_and_what_they_lead_to(line: StatementLine, state: LineState, terms: str) -> None:
    found = judged(line)

    assert (found.state, found.terms) == (state, terms)


def test_the_score_is_the_sum_of_the_terms() -> None:
    assert judged(income(1000, "счёт 41 за октябрь")).score == 105
    assert judged(income(1500, "счёт 42 за ноябрь", INN_B)).score == 35


def test_what_is_sure_closes_the_invoice() -> None:
    found = judged(income(1000, "счёт 41"))

    assert (found.client_id, found.shares, found.surplus) == (A, ((41, Money.rubles(1000)),), 0)
    assert (found.suggested, found.numbers) == (None, ("41",))


def test_what_is_likely_suggests_one_invoice() -> None:
    found = judged(income(1500))

    assert (found.client_id, found.suggested, found.shares) == (A, 42, ())


def test_a_line_of_a_known_payer_without_an_invoice_keeps_the_client() -> None:
    assert judged(income(777)).client_id == A
    assert judged(income(777, inn=NOBODY)).client_id is None


def test_what_exceeds_the_named_invoice_is_a_surplus() -> None:
    found = judged(income(1200, "счёт 41"))

    assert (found.shares, found.surplus) == (((41, Money.rubles(1000)),), Money.rubles(200))


def test_one_payment_for_several_named_invoices_closes_the_oldest_first() -> None:
    plan = planned(income(1800, "счета 42 и 41"))

    assert plan.lines[0].shares == ((41, Money.rubles(1000)), (42, Money.rubles(800)))
    assert (plan.closed, plan.partial) == ((41,), (42,))


def test_of_several_named_invoices_the_one_of_just_that_sum_is_meant() -> None:
    assert judged(income(1500, "счета 41 и 42")).shares == ((42, Money.rubles(1500)),)


def test_the_sum_of_the_oldest_invoices_is_looked_for_among_two_to_four() -> None:
    months = [owed(number, 1000, period=f"2026-{number:02d}") for number in range(5, 10)]

    scores = [judged(income(1000 * size, inn=INN_A), invoices=months).score for size in (2, 3, 4, 5)]

    assert scores == [40, 40, 40, 30]


def test_two_invoices_of_one_sum_are_never_guessed() -> None:
    twins = [owed(41, 1000, period="2026-10"), owed(42, 1000)]

    found = judged(income(1000), invoices=twins)

    assert (found.state, found.client_id, found.suggested, found.shares) == (LineState.SUGGESTED, A, None, ())
    assert found.terms == "ИНН +30; сумма +20; подходит несколько счетов"


def test_two_named_invoices_of_one_sum_are_never_guessed() -> None:
    twins = [owed(41, 1000, period="2026-10"), owed(42, 1000)]

    found = judged(income(1000, "счёт 41 или 42"), invoices=twins)

    assert (found.state, found.suggested, found.shares) == (LineState.SUGGESTED, None, ())


def test_a_word_of_the_period_alone_moves_no_money() -> None:
    twins = [owed(41, 1000, period="2026-10"), owed(42, 1000)]

    found = judged(income(1000, "счета 41, 42 за ноябрь"), invoices=twins)

    assert (found.state, found.suggested, found.shares) == (LineState.SUGGESTED, 42, ())


def test_two_clients_of_one_inn_are_never_guessed() -> None:
    branches = Parties({INN_A: frozenset({A, B})})

    found = judged(income(1000), invoices=(OCTOBER, THEIRS), parties=branches)

    assert (found.state, found.client_id, found.suggested) == (LineState.SUGGESTED, None, None)


def test_a_number_of_two_years_is_never_guessed_without_its_day() -> None:
    last_year = owed(141, 1000, period="2025-11", number="41")
    invoices = (owed(41, 1000), last_year)

    unsure = judged(income(1000, "счёт 41"), invoices=invoices)
    sure = judged(income(1000, "счёт 41 от 15.11.2025"), invoices=invoices)

    assert unsure.state is LineState.SUGGESTED
    assert sure.shares == ((141, Money.rubles(1000)),)


def test_a_number_older_than_three_years_says_nothing() -> None:
    old = owed(41, 1000, period="2023-11", issued_on=date(2023, 11, 23))
    young = replace(old, issued_on=date(2023, 11, 24))

    assert judged(income(1000, "счёт 41"), invoices=[old]).terms == "ИНН +30; сумма +20"
    assert judged(income(1000, "счёт 41"), invoices=[young]).score == 100


def test_two_lines_of_one_file_do_not_close_one_invoice_twice() -> None:
    plan = planned(income(1000, "счёт 41"), income(1000, "счёт 41"))

    assert [line.state for line in plan.lines] == [LineState.AUTO, LineState.NEW]
    assert (plan.closed, plan.partial, plan.unmatched) == ((41,), (), 1)


def test_part_payments_close_an_invoice_together() -> None:
    plan = planned(income(400, "счёт 41"), income(600, "счёт 41"))

    assert [line.score for line in plan.lines] == [80, 100]
    assert (plan.closed, plan.partial) == ((41,), ())


def test_older_money_comes_first_whichever_way_the_bank_sorts() -> None:
    late, early = income(900, "счёт 41"), income(300, "счёт 41", on=date(2026, 11, 20))

    plan = planned(late, early)

    assert [line.surplus for line in plan.lines] == [Money.rubles(200), 0]


def test_a_payment_already_written_down_by_hand_is_not_taken_twice() -> None:
    by_hand = [HandPayment(A, Money.rubles(400), date(2026, 11, 23), None)]

    plan = planned(income(400, "счёт 41"), income(400, "счёт 41"), by_hand=by_hand)

    assert [line.state for line in plan.lines] == [LineState.SUGGESTED, LineState.AUTO]
    assert plan.lines[0].terms.endswith("похоже, этот платёж уже записан вручную")


@pytest.mark.parametrize(("number", "state"), [("17", LineState.SUGGESTED), ("18", LineState.AUTO)])
def test_a_payment_by_hand_is_known_by_its_number(number: str, state: LineState) -> None:
    by_hand = [HandPayment(A, Money.rubles(400), date(2026, 11, 23), "17")]

    assert judged(income(400, "счёт 41", number=number), by_hand=by_hand).state is state


def test_expenses_and_own_transfers_are_kept_and_close_nothing() -> None:
    plan = planned(
        income(1000, "счёт 41", direction=Direction.EXPENSE), income(1000, "счёт 41", direction=Direction.OWN)
    )

    assert [(line.state, line.unmatched) for line in plan.lines] == [
        (LineState.NEW, False),
        (LineState.IGNORED, False),
    ]
    assert plan.closed == ()


def test_lines_that_cannot_be_are_rejected_with_their_place() -> None:
    plan = planned(income(0, line=8), income(5, on=date(2026, 11, 25)), income(1000, "счёт 41"))

    assert [(wrong.line, wrong.field, wrong.code) for wrong in plan.rejected] == [
        (8, "sum", "sum"),
        (2, "on", "future"),
    ]
    assert len(plan.lines) == 1


def test_an_account_that_is_not_ours_is_refused() -> None:
    facts = BankFacts(TODAY, own_accounts=frozenset({"1" * 20}))
    lines = [income(1, account="2" * 20)]

    with pytest.raises(Refusal) as caught:
        plan_import(facts, Given(lines, fingerprints(lines)))

    assert caught.value.code == "foreign_account"


def test_progress_is_told_every_two_hundred_lines() -> None:
    lines = [income(1 + number) for number in range(500)]
    told: list[tuple[int, int]] = []

    plan_import(BankFacts(TODAY), Given(lines, fingerprints(lines)), lambda done, total: told.append((done, total)))

    assert told == [(0, 500), (200, 500), (400, 500)]
