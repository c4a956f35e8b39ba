"""The month's money in words: letters of the map, totals, debts, what a list is narrowed to."""

from datetime import date
from typing import Any

import pytest

from cs_workbench.domain.cash import CashClient, CashHead, Cell, MonthRow, months_to
from cs_workbench.domain.collection.repository.cash import Held, Promised
from cs_workbench.kernel.money import Money
from cs_workbench.presentation import cash
from tests.presentation.shown import cells, plainly

NOTHING = Money(0)


def client(**more: Any) -> CashClient:
    """A debtor: 45 000 ₽ since 31 October, 16 business days late."""
    given = {"debt": Money.rubles(45_000), "invoices": 2, "oldest": date(2026, 10, 31), "late": 16, **more}
    return CashClient(17, "Ромашка", "ромашка", **given)


def promise(*, broken: bool = False) -> Promised:
    """A promise of 15 000 ₽ for the 27th."""
    return Promised(date(2026, 11, 27), Money.rubles(15_000), broken)


def head(rubles: int) -> CashHead:
    """A month that billed so much, and half of it came."""
    half = Money.rubles(rubles // 2)
    return CashHead("2026-11", Money.rubles(rubles), half, NOTHING, half, half, 3, 0, 1)


def test_every_state_of_a_month_has_a_letter_of_its_own() -> None:
    letters = [cash.LETTERS[cell][0] for cell in Cell]

    assert len(set(letters)) == len(letters)
    assert all(len(letter) == 1 for letter in letters)


def test_a_capital_letter_is_the_late_one() -> None:
    assert cash.LETTERS[Cell.DUE][0].upper() == cash.LETTERS[Cell.LATE][0]
    assert cash.LETTERS[Cell.PART][0].upper() == cash.LETTERS[Cell.PART_LATE][0]


@pytest.mark.parametrize("width", [80, 160])
def test_the_legend_fits_and_names_the_letters(width: int) -> None:
    legend = cash.legend(width)

    assert len(legend) <= width
    assert all(cash.LETTERS[cell][0] in legend for cell in Cell if cell is not Cell.WRITTEN_OFF)


def test_a_row_of_the_map_has_a_letter_and_a_tone_for_each_month() -> None:
    row = cash.map_row(MonthRow(client(), (Cell.PAID, Cell.STALE, Cell.NONE)))

    assert cells(row) == ("Ромашка", "о", "!", "·", "45 000 ₽")
    assert row.tones == ("normal", "good", "urgent", "quiet", "normal")


def test_nought_is_no_debt_to_show() -> None:
    assert cash.map_row(MonthRow(client(debt=NOTHING), ())).cells == ("Ромашка", "")


@pytest.mark.parametrize(("width", "title"), [(79, "11"), (96, "ноя")])
def test_months_are_numbers_where_there_is_little_room(width: int, title: str) -> None:
    columns = cash.map_columns(months_to("2026-11"), width)

    assert (columns[12].title, len(columns)) == (title, 14)


@pytest.mark.parametrize("width", [79, 96])
def test_the_map_leaves_room_for_a_name(width: int) -> None:
    columns = cash.map_columns(months_to("2026-11"), width)
    fixed = sum(column.width or 0 for column in columns) + len(columns) + 4

    assert width - fixed >= 20


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (120, ("Ноябрь 2026", "выставлено 2 000 000 ₽ · пришло 1 000 000 ₽ · обещано 0 ₽ · висит 1 000 000 ₽")),
        (90, ("11.26", "выставлено 2 000 000 ₽ · пришло 1 000 000 ₽ · обещано 0 ₽ · висит 1 000 000 ₽")),
        (76, ("11.26", "выст. 2 000 000 · пришло 1 000 000 · обещ. 0 · висит 1 000 000")),
        (60, ("11.26", "выст. 2 000т · пришло 1 000т · обещ. 0т · висит 1 000т")),
    ],
)
def test_the_totals_say_as_much_as_fits(width: int, said: tuple[str, str]) -> None:
    title, numbers = cash.totals(head(2_000_000), width)

    assert (title, plainly(numbers)) == said


def test_a_debtor_is_told_with_its_age_and_what_was_said() -> None:
    row = cash.debt_row(client(promise=promise(), outcome="promised", called=date(2026, 11, 23)))

    assert cells(row) == ("Ромашка", "45 000 ₽", "31.10.26", "16", "обещал 27.11 15 000 ₽", "23.11 обещал")


@pytest.mark.parametrize(
    ("facts", "tone", "said"),
    [
        ({"late": 0}, "normal", ""),
        ({"late": 16}, "warn", ""),
        ({"late": 21}, "urgent", ""),
        ({"late": 30, "promise": promise()}, "good", "обещал 27.11 15 000 ₽"),
        ({"promise": promise(broken=True)}, "urgent", "нарушил 27.11 15 000 ₽"),
        ({"held": Held("Сверка", True, frozenset())}, "quiet", "пауза: Сверка"),
        ({"held": Held("Спор", False, frozenset({4}))}, "warn", "пауза: Спор"),
    ],
)
def test_what_burns_and_what_is_covered(facts: dict[str, Any], tone: str, said: str) -> None:
    row = cash.debt_row(client(**facts))

    assert (row.tone, plainly(row.cells[4])) == (tone, said)


def test_nobody_called() -> None:
    assert cash.last_call(client()) == "не звонили"


def test_debts_are_added_up_by_age() -> None:
    clients = [client(late=late) for late in (-3, 0, 1, 20, 21)]

    assert plainly(cash.ages(clients)) == "до срока 90 000 ₽ · просрочено 90 000 ₽ · больше 20 рд 45 000 ₽"
    assert cash.ages([]) == "Долгов нет"


@pytest.mark.parametrize(
    ("chosen", "stands"),
    [
        ("all", [1, 2, 3, 4]),
        ("owing", [1, 2, 3]),
        ("late", [1, 3]),
        ("stale", [3]),
        ("promised", [1]),
        ("broken", [2]),
        ("held", [3]),
        ("silent", [2, 3]),
        ("promised_outcome", []),
        ("no_answer", [1]),
    ],
)
def test_a_list_is_narrowed_by_what_stands_and_by_the_last_call(chosen: str, stands: list[int]) -> None:
    one = client(promise=promise(), outcome="no_answer", called=date(2026, 11, 23))
    two = client(late=0, promise=promise(broken=True))
    three = client(late=21, held=Held("Спор", True, frozenset()))
    four = CashClient(4, "Пусто", "пусто")
    everyone = {1: one, 2: two, 3: three, 4: four}

    assert [number for number, found in everyone.items() if cash.stands(found, chosen)] == stands


def test_words_are_looked_for_in_names() -> None:
    assert cash.shown([client()], "маш", "all") == [client()]
    assert cash.shown([client()], "роза", "all") == []


def test_every_choice_has_words() -> None:
    rows = cash.choices()

    assert [str(row.key) for row in rows[:2]] == ["all", "owing"]
    assert [str(row.key) for row in rows if row.cells[0] == "последний звонок: не берёт"] == ["no_answer"]
    assert all(row.cells[0] for row in rows)
