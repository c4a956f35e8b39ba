"""How what is typed will be read, said before it is sent. Today is Tuesday 24 November 2026."""

import pytest

from cs_workbench.kernel.errors import Refusal
from cs_workbench.presentation.reading import promise_aloud, read_aloud, span_aloud, split_promise
from tests.presentation.shown import TODAY, plainly


@pytest.mark.parametrize(
    ("kind", "typed", "read"),
    [
        ("money", "15т", "15 000,00 ₽"),
        ("day", "27", "пятница 27 ноября, 27.11.2026"),
        ("day", "сб", "суббота 28 ноября, 28.11.2026 (выходной)"),
        ("moment", "пт 11:00", "пятница 27 ноября, 11:00"),
        ("period", "11.2026", "ноябрь 2026"),
        ("phone", "8 916 123-45-67", "+7 916 123-45-67"),
        ("line", "что угодно", ""),
    ],
)
def test_an_input_is_read_aloud(kind: str, typed: str, read: str) -> None:
    assert plainly(read_aloud(kind, typed, TODAY)) == read


@pytest.mark.parametrize(
    ("typed", "split"),
    [
        ("27 15000", ("27", "15000")),
        ("пт 15т", ("пт", "15т")),
        ("27", ("27", "")),
        ("27 15 000,50", ("27", "15 000,50")),
    ],
)
def test_a_promise_is_a_day_and_a_sum(typed: str, split: tuple[str, str]) -> None:
    assert split_promise(typed, TODAY) == split


@pytest.mark.parametrize("typed", ["", "когда-нибудь", "15000 27"])
def test_what_is_no_promise_says_how_to_write_one(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        split_promise(typed, TODAY)
    assert refused.value.message == "Напишите день и сумму: «27 15000», «пт 15т» или только день."


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("27 15000", "пятница 27 ноября, 27.11.2026: 15 000,00 ₽"),
        ("завтра", "среда 25 ноября, 25.11.2026: весь долг"),
    ],
)
def test_a_promise_is_read_as_it_will_be_kept(typed: str, read: str) -> None:
    assert plainly(promise_aloud(typed, TODAY)) == read


def test_a_period_is_read_as_its_days() -> None:
    assert span_aloud("октябрь", TODAY) == "с 01.10.2026 по 31.10.2026"
    assert span_aloud("2026", TODAY) == "с 01.01.2026 по 24.11.2026"
