"""The list of all clients in words."""

from datetime import date

import pytest

from cs_workbench.domain.client_list import ClientRow, ClientTotals
from cs_workbench.kernel.money import Money
from cs_workbench.presentation.client_list import EMPTY, LISTS, client_row, health_word, next_words, totals_line
from tests.presentation.shown import cells, item, plainly

ROW = ClientRow(7, "Ромашка", "", Money.rubles(900), 55, date(2026, 11, 19), 1, False)


@pytest.mark.parametrize(
    ("health", "word"),
    [(100, "хорошее 100"), (84, "среднее 84"), (60, "среднее 60"), (59, "слабое 59"), (39, "плохое 39")],
)
def test_health_has_a_word_and_a_number(health: int, word: str) -> None:
    assert health_word(health) == word


def test_a_row_says_everything_without_colours() -> None:
    row = client_row(ROW, next_words(item(text="Позвонить", due=date(2026, 11, 20))), 2026)
    assert cells(row) == ("Ромашка", "ничей", "900 ₽", "слабое 55", "19.11", "20.11 Позвонить")
    assert (row.key, row.mark, row.tones[3]) == (7, "!", "warn")


def test_a_quiet_client_of_another_year() -> None:
    quiet = ClientRow(8, "Весна", "Ольга", Money(0), 100, date(2025, 3, 1), 0, True)
    assert cells(client_row(quiet, next_words(None), 2026)) == (
        "Весна",
        "Ольга",
        "",
        "хорошее 100",
        "01.03.25",
        "не звонить; ничего не ждёт",
    )


def test_totals_say_less_where_there_is_less_room() -> None:
    totals = ClientTotals(122, 9, 3, 78, Money.rubles(1_900))
    assert [plainly(part) for part in totals_line(totals, 100)] == [
        "122 клиента",
        "78 должны 1 900 ₽ · ничьих 9 · здоровье ниже 60 у 3",
    ]
    assert plainly(totals_line(totals, 45)[1]) == "78 должны 1 900 ₽ · ничьих 9"
    assert plainly(totals_line(totals, 10)[1]) == "78 должны 1 900 ₽"


def test_every_list_says_what_to_do_when_it_is_empty() -> None:
    assert set(LISTS) == set(EMPTY) == set(ClientTotals(0, 0, 0, 0, Money(0)).counts)
