"""Digits as outcomes of a call: what each asks and what it records."""

import pytest

from cs_workbench.domain.collection.outcomes import read_outcome
from cs_workbench.domain.collection.records import CallOutcome
from cs_workbench.presentation.calling import OUTCOMES, by_digit, call_aloud, call_inputs
from tests.presentation.shown import TODAY, plainly


def test_the_digits_are_those_of_the_domain() -> None:
    assert [read_outcome(outcome.digit) for outcome in OUTCOMES] == list(CallOutcome)


@pytest.mark.parametrize(
    ("digit", "asks"), [("1", False), ("3", True), ("4", True), ("5", False), ("7", True), ("9", True)]
)
def test_some_digits_ask_for_a_line(digit: str, asks: bool) -> None:
    assert bool(by_digit(digit).asks) is asks


@pytest.mark.parametrize(
    ("digit", "typed", "inputs"),
    [
        ("1", "", {"outcome": "1"}),
        ("3", "15:30", {"outcome": "3", "callback_at": "15:30"}),
        ("4", "27 15т", {"outcome": "4", "promise_on": "27", "promise_sum": "15т"}),
        ("4", "27", {"outcome": "4", "promise_on": "27", "promise_sum": None}),
        ("7", "", {"outcome": "7"}),
        ("9", "дорого", {"outcome": "9", "text": "дорого"}),
    ],
)
def test_a_digit_and_its_line_are_the_inputs_of_the_action(digit: str, typed: str, inputs: dict[str, object]) -> None:
    assert call_inputs(digit, typed, TODAY) == inputs


@pytest.mark.parametrize(
    ("digit", "typed", "read"),
    [
        ("3", "15:30", "вторник 24 ноября, 15:30"),
        ("4", "27 15т", "пятница 27 ноября, 27.11.2026: 15 000,00 ₽"),
        ("7", "дорого", ""),
    ],
)
def test_the_line_is_read_aloud(digit: str, typed: str, read: str) -> None:
    assert plainly(call_aloud(digit, typed, TODAY)) == read
