"""The money of a month by day as a picture: whole in eighty columns, every day that brought anything has a bar."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_workbench.kernel.money import Money
from cs_workbench.presentation.month_graph import BLOCKS, graph, short_sum
from cs_workbench.presentation.sum_words import sum_words


def days(sums: Mapping[int, int], length: int = 30) -> list[tuple[date, Money]]:
    """November with rubles on some of its days."""
    first = date(2026, 11, 1)
    return [(first + timedelta(days=n), Money.rubles(sums.get(n + 1, 0))) for n in range(length)]


def test_a_picture_of_a_month() -> None:
    shown = [line.replace("\u00a0", " ") for line in graph(days({2: 50_000, 16: 100_000, 24: 25_000}), 80, 4)]
    assert shown == [
        "100 тыс ┤                              █",
        "        ┤                              █",
        " 50 тыс ┤  █                           █",
        "        ┤  █                           █               █",
        "        └────────────────────────────────────────────────────────────",
        "         1       5         10        15        20        25        30",
        "Пришло 175 000 ₽, больше всего 16.11: 100 000 ₽",
    ]


def test_a_little_money_has_a_bar_too() -> None:
    lines = graph(days({1: 1, 30: 1_000_000}))
    assert "▁" in lines[5]


def test_a_narrow_picture_has_no_blanks_between_bars() -> None:
    lines = graph(days(dict.fromkeys(range(1, 31), 1000)), 60, 4)
    assert lines[0].endswith("█" * 30)
    assert all(len(line) <= 60 for line in lines)


def test_a_month_without_money_is_a_sentence() -> None:
    assert graph(days({})) == ["За месяц денег не приходило."]
    assert graph([]) == ["За месяц денег не приходило."]


@given(st.dictionaries(st.integers(1, 31), st.integers(0, 10**11)), st.integers(28, 31), st.integers(44, 120))
def test_it_fits_and_counts(sums: dict[int, int], length: int, width: int) -> None:
    given_days = days(sums, length)
    lines = graph(given_days, width)
    if len(lines) == 1:
        assert not any(sum_ for _day, sum_ in given_days)
        return
    bars = lines[:-3]
    assert all(len(line) <= min(width, 80) for line in lines[:-1])
    assert set("".join(line.partition("┤")[2] for line in bars)) <= set(BLOCKS)
    first = bars[0].index("┤") + 1
    step = 2 if lines[-3].count("─") == 2 * length else 1
    for place, (_day, sum_) in enumerate(given_days):
        at = first + place * step
        assert any(line[at : at + 1].strip() for line in bars) == (sum_ > 0)


@pytest.mark.parametrize(
    ("rubles", "text"),
    [(0, "0"), (999, "999"), (1000, "1 тыс"), (1500, "1,5 тыс"), (143_900, "143 тыс"), (2_550_000, "2,5 млн")],
)
def test_a_sum_for_a_scale(rubles: int, text: str) -> None:
    assert short_sum(Money.rubles(rubles)).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("kopecks", "text"),
    [
        (0, "Ноль рублей 00 копеек"),
        (101, "Один рубль 01 копейка"),
        (200_202, "Две тысячи два рубля 02 копейки"),
        (1_100_000, "Одиннадцать тысяч рублей 00 копеек"),
        (2_480_000, "Двадцать четыре тысячи восемьсот рублей 00 копеек"),
        (-111_111, "Одна тысяча сто одиннадцать рублей 11 копеек"),
        (100_000_000, "Один миллион рублей 00 копеек"),
        (123_400_000_012, "Один миллиард двести тридцать четыре миллиона рублей 12 копеек"),
    ],
)
def test_a_sum_in_words(kopecks: int, text: str) -> None:
    assert sum_words(Money(kopecks)) == text
