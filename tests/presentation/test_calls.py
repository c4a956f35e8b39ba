"""The day's calls as rows, one a client."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from cs_workbench.domain.calls_day import CallFacts, DayOfCalls
from cs_workbench.domain.collection.records import CallOutcome
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.rule import Tier
from cs_workbench.presentation.calls import (
    LAST_WORDS,
    Offer,
    by_client,
    call_lines,
    call_row,
    counter,
    last_call,
    legend,
    offer_rows,
    reason,
)
from tests.presentation.shown import cells, entry, item, plainly, rule, told

CALLED = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
FACTS = CallFacts(17, "+79161112233", "Мария", Money.rubles(60_000), CALLED, "no_answer")


def test_a_client_has_one_row_with_its_strongest_reason() -> None:
    back, call = rule("PAY-BACK", "promised", Tier.PROMISED), rule("PAY-CALL")
    found = by_client([entry(back, 2), entry(call, 1, 9.0), entry(call, 2, 5.0), entry(call, None)])
    reasons = [(client, [one.rule.id for one in entries]) for client, entries in found.items()]
    assert reasons == [(2, ["PAY-BACK", "PAY-CALL"]), (1, ["PAY-CALL"])]


def test_a_row_says_whom_to_ask_for_how_much_and_why() -> None:
    shown = ("Ромашка", "+7 916 111-22-33", "Мария", "60 000 ₽", "просрочка 2 рд", "23.11 не берёт")
    assert cells(call_row(item(), 0, FACTS)) == shown


def test_a_client_without_a_telephone_says_so() -> None:
    facts = CallFacts(17, "", "", Money.rubles(1), None, "")
    assert cells(call_row(item(), 0, facts))[1:3] == ("нет телефона", "")


def test_a_client_that_is_gone_keeps_what_the_queue_says() -> None:
    assert cells(call_row(item(), 0, None)) == ("Ромашка", "", "", "45 000 ₽", "просрочка 2 рд", "")


@pytest.mark.parametrize(
    ("changes", "others", "said"),
    [
        ({}, 0, "просрочка 2 рд"),
        ({}, 2, "просрочка 2 рд +2"),
        ({"late_bd": 0, "due": date(2026, 11, 30)}, 0, "срок 30.11"),
        ({"rule": "PAY-BACK", "text": "Перезвонить в 15:00: долг 45 000 ₽"}, 1, "перезвонить 15:00 +1"),
        ({"rule": "PAY-BACK", "text": "Перезвонить 23.11.2026 в 15:00: долг"}, 0, "перезвонить 23.11 15:00"),
        ({"rule": "PAY-BROKEN", "text": "Обещание нарушено: 15 000 ₽ на 20.11.2026"}, 0, "нарушил обещание"),
        ({"rule": "PAY-BROKEN", "text": "3-е нарушенное обещание: 15 000 ₽"}, 0, "3-е нарушение"),
    ],
)
def test_the_reason_is_a_few_words(changes: dict[str, Any], others: int, said: str) -> None:
    assert reason(item(**changes), others) == said
    assert len(said) <= 23


def test_every_outcome_fits_its_column() -> None:
    for outcome in CallOutcome:
        assert len(last_call(CallFacts(1, "", "", Money(0), CALLED, outcome.value))) <= 17
        assert LAST_WORDS[outcome]


def test_who_was_never_called_says_so() -> None:
    assert last_call(CallFacts(1, "", "", Money(0), None, "")) == "не звонили"


def test_the_other_reasons_stand_in_the_card() -> None:
    lines = told(call_lines(item(), [item(text="Перезвонить в 15:00", tier=1, late_bd=1)]))
    assert lines[-2:] == [("title", "Ещё"), ("urgent", "Перезвонить в 15:00")]


@pytest.mark.parametrize(
    ("left", "day", "said"),
    [
        (12, DayOfCalls(8, Money.rubles(45_000)), "осталось 12 · сделано 8 · обещали 45 000 ₽"),
        (0, DayOfCalls(0, Money(0)), "осталось 0 · сделано 0 · обещали 0 ₽"),
        (3, None, "осталось 3"),
    ],
)
def test_the_counter(left: int, day: DayOfCalls | None, said: str) -> None:
    assert plainly(counter(left, day)) == said


def test_the_digits_are_explained_in_one_line() -> None:
    assert legend(160).startswith("1 не берёт · 2 занято · 3 перезвонить · 4 обещал")
    assert legend(78).splitlines()[1].startswith("6 потерял счёт · 7 спорит")
    assert max(map(len, legend(40).splitlines())) <= 40


def test_an_offer_of_a_later_area_says_so() -> None:
    rows = offer_rows(
        [Offer("outbox.queue", "Написать письмо", {}, True), Offer("requests.open", "Открыть конфликт", {}, False)]
    )
    assert [(cells(row), row.tone) for row in rows] == [
        (("Написать письмо", ""), "normal"),
        (("Открыть конфликт", "позже"), "quiet"),
    ]
