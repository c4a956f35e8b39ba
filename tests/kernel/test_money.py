"""Sums as the manager types them and as the program writes them; a kopeck is never lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money

kopecks = st.integers(min_value=0, max_value=10**15 - 1)


class Paid(BaseModel):
    """A model of pydantic that holds a sum."""

    sum: Money


@pytest.mark.parametrize(
    ("typed", "kopecks"),
    [
        ("15 000,50", 1_500_050),
        ("15000.5", 1_500_050),
        ("15000", 1_500_000),
        ("15т", 1_500_000),
        ("15 т.", 1_500_000),
        ("15 т.р.", 1_500_000),
        ("15тр", 1_500_000),
        ("15 тыс. руб.", 1_500_000),
        ("1,5т", 150_000),
        ("2 млн", 200_000_000),
        ("24\u00a0800,00\u00a0₽", 2_480_000),
        ("24\u2009800\u202f₽", 2_480_000),
        ("1 234 567,89 руб", 123_456_789),
        ("100 рублей", 10_000),
        ("100р", 10_000),
        ("  0,05  ", 5),
        ("0", 0),
        ("999999999999999", 99_999_999_999_999_900),
    ],
)
def test_a_sum_is_read_however_it_is_written(typed: str, kopecks: int) -> None:
    assert Money.parse(typed) == kopecks


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "не указана"),
        (" \u00a0 ", "не указана"),
        ("-5", "с минусом"),
        ("−5", "с минусом"),
        ("– 5", "с минусом"),
        ("12,345", "не больше двух знаков"),
        ("15.000", "не больше двух знаков"),
        ("1e999", "не похоже на сумму"),
        ("1e3", "не похоже на сумму"),
        ("+5", "не похоже на сумму"),
        ("1.000,50", "не похоже на сумму"),
        ("1 5", "не похоже на сумму"),
        ("15,", "не похоже на сумму"),
        (",50", "не похоже на сумму"),
        ("пятнадцать", "не похоже на сумму"),
        ("١٥", "не похоже на сумму"),
        ("0x10", "не похоже на сумму"),
        ("nan", "не похоже на сумму"),
        ("9" * 1000, "не похоже на сумму"),
        ("1234567890123456", "слишком большая"),
        ("99999999999999,99", "слишком большая"),
        ("999999999999999т", "слишком большая"),
    ],
)
def test_what_is_not_a_sum_is_refused_with_the_reason(typed: str, says: str) -> None:
    with pytest.raises(Refusal, match=says) as refused:
        Money.parse(typed)
    assert refused.value.code == "money"


@pytest.mark.parametrize(
    ("kopecks", "plain", "text", "short"),
    [
        (2_480_000, "24800.00", "24 800,00 ₽", "24 800 ₽"),
        (980_050, "9800.50", "9 800,50 ₽", "9 800,50 ₽"),
        (5, "0.05", "0,05 ₽", "0,05 ₽"),
        (0, "0.00", "0,00 ₽", "0 ₽"),
        (-50, "-0.50", "−0,50 ₽", "−0,50 ₽"),
        (-123_456_700, "-1234567.00", "−1 234 567,00 ₽", "−1 234 567 ₽"),
    ],
)
def test_a_sum_is_written_for_files_and_for_people(kopecks: int, plain: str, text: str, short: str) -> None:
    sum_ = Money(kopecks)
    assert sum_.plain() == plain
    assert sum_.text() == text.replace(" ", "\u00a0")
    assert sum_.short() == short.replace(" ", "\u00a0")
    assert f"{sum_}" == str(sum_) == sum_.text()


def test_a_failed_assertion_shows_kopecks() -> None:
    assert repr(Money.rubles(150)) == "Money(15000)"


def test_reckoning_with_sums_gives_sums() -> None:
    debt, paid = Money.rubles(24_800), Money.rubles(15_000)
    for got, wanted in [
        (debt - paid, 980_000),
        (debt + paid, 3_980_000),
        (debt - 1, 2_479_999),
        (1 + debt, 2_480_001),
        (5_000_000 - debt, 2_520_000),
        (debt * 3, 7_440_000),
        (3 * debt, 7_440_000),
        (-debt, -2_480_000),
        (abs(-debt), 2_480_000),
        (sum([debt, paid], Money(0)), 3_980_000),
        (sum([debt, paid]), 3_980_000),
    ]:
        assert (type(got), int(got)) == (Money, wanted)


def test_a_fraction_never_becomes_money() -> None:
    with pytest.raises(TypeError):
        Money(0.1)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Money(100) + 0.5
    with pytest.raises(TypeError):
        Money(100) * 1.2
    with pytest.raises(TypeError):
        Money(100) / 3


def test_a_model_keeps_the_sum_and_writes_it_plainly_to_json() -> None:
    paid = Paid(sum=Money.rubles(24_800))
    assert paid.sum + paid.sum == Money.rubles(49_600)
    assert paid.model_dump_json() == '{"sum":"24800.00"}'


@given(kopecks)
def test_what_is_written_is_read_back(amount: int) -> None:
    sum_ = Money(amount)
    assert Money.parse(sum_.text()) == Money.parse(sum_.short()) == Money.parse(sum_.plain()) == sum_


@given(st.text() | st.text(alphabet="0123456789 ,.-тыср\u00a0₽", max_size=20))
def test_no_text_is_more_than_a_sum_or_a_refusal(text: str) -> None:
    try:
        found: Money | str = Money.parse(text)
    except Refusal as refusal:
        found = refusal.code
    assert found == "money" or (isinstance(found, Money) and found >= 0)
