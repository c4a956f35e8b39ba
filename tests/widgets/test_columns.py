"""Columns share the width that there is."""

import pytest
from rich.cells import cell_len

from cs_workbench.presentation.shapes import Column, Row, Tone
from cs_workbench.widgets.cells import fit, width_of, wrap
from cs_workbench.widgets.columns import GUTTER, fit_columns, head_text, row_pieces, row_text

NAME, TEXT, SUM = Column("name", "Клиент", 20), Column("text", "Что"), Column("sum", "Сумма", 12, "right")


def widths(*columns: Column, of: int) -> dict[str, int]:
    """Widths by column key in a list of so many cells."""
    return {column.key: width for _index, column, width in fit_columns(columns, of)}


def test_a_column_without_a_width_takes_the_rest() -> None:
    assert widths(NAME, TEXT, SUM, of=80) == {"name": 20, "text": 80 - GUTTER - 2 - 20 - 12, "sum": 12}


def test_two_such_columns_share_it() -> None:
    assert widths(Column("a", "А"), Column("b", "Б"), of=GUTTER + 22) == {"a": 11, "b": 10}


def test_where_there_is_too_little_the_right_columns_are_cut_and_left_out() -> None:
    assert widths(NAME, TEXT, SUM, of=40) == {"name": 20, "text": 8, "sum": 6}
    assert widths(NAME, TEXT, SUM, of=20) == {"name": 14}


def test_a_column_is_left_out_of_a_narrow_list() -> None:
    late = Column("late", "Опоздание", 10, hide_below=100)
    assert "late" not in widths(NAME, TEXT, late, of=99)
    assert widths(NAME, TEXT, late, of=100)["late"] == 10


@pytest.mark.parametrize("width", range(201))
def test_a_row_never_passes_the_width(width: int) -> None:
    row = Row(1, ("ООО «Рога & Копыта» 日本", "позвонить", "45 000,00 ₽"))
    assert cell_len(row_text(row, fit_columns((NAME, TEXT, SUM), width))) <= max(0, width - GUTTER)


def test_a_row_with_too_few_cells_has_blanks() -> None:
    assert row_text(Row(1, ("ООО",)), fit_columns((NAME, SUM), 80)) == f"{'ООО':20} {'':12}"


def test_the_titles_stand_in_their_columns() -> None:
    assert head_text(fit_columns((NAME, SUM), 80)) == f"{'Клиент':20} {'Сумма':>12}"


@pytest.mark.parametrize(
    ("text", "width", "cells"),
    [
        ("счёт", 6, "счёт  "),
        ("счёт № 118", 6, "счёт…"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("a", 1, "a"),
        ("ab", 1, "…"),
        ("ab", 0, ""),
    ],
)
def test_text_is_cut_with_an_ellipsis_in_cells(text: str, width: int, cells: str) -> None:
    assert fit(text, width).rstrip() == cells.rstrip()
    assert cell_len(fit(text, width)) == width


def test_cells_may_have_tones_of_their_own() -> None:
    fitted = fit_columns((NAME, Column("month", "11", 2, "right"), SUM), 60)
    row = Row(1, ("Ромашка", "Д", "45"), tones=("normal", "warn"))
    pieces = row_pieces(row, fitted, 56)

    assert [tone for _text, tone in pieces] == ["normal", "warn", "normal", "normal"]
    assert "".join(text for text, _tone in pieces) == row_text(row, fitted).ljust(56)


@pytest.mark.parametrize(("tone", "words"), [("quiet", "quiet"), ("title", "title"), ("urgent", "normal")])
def test_a_row_without_them_is_one_piece_in_its_own(tone: Tone, words: str) -> None:
    fitted = fit_columns((NAME,), 40)

    assert [word for _text, word in row_pieces(Row(1, ("Ромашка",), tone), fitted, 30)] == [words]


def test_long_text_is_wrapped_between_words_and_keeps_its_breaks() -> None:
    assert wrap("обещал заплатить\nв пятницу", 10) == ["обещал", "заплатить", "в пятницу"]


def test_a_sum_is_never_parted() -> None:
    assert wrap("долг 45\u00a0000\u00a0₽", 10) == ["долг", "45\u00a0000\u00a0₽"]


def test_the_width_of_a_text_is_what_the_terminal_library_says() -> None:
    letters = [chr(code) for code in range(0x20, 0x2600)]
    assert [letter for letter in letters if width_of(letter) != cell_len(letter)] == []
