"""Columns of a list into a width, and a row into text. Pure functions for `record_table.py`."""

from collections.abc import Sequence

from cs_workbench.presentation.shapes import Column, Row
from cs_workbench.widgets.cells import fill, fit

GUTTER = 4  # cursor, selection, mark, a blank
_SMALLEST_FLEXIBLE = 8

Fitted = tuple[tuple[int, Column, int], ...]
"""The columns that are shown: their place in the row, and their width in cells."""


def fit_columns(columns: Sequence[Column], width: int) -> Fitted:
    """The columns that a list of `width` cells shows, and how wide each is; a blank stands between them.

    Columns without a width share what the others leave. Where there is too little for all, those at the right
    are cut, then left out.
    """
    shown = [(index, column) for index, column in enumerate(columns) if width >= column.hide_below]
    room = width - GUTTER - max(0, len(shown) - 1)
    flexible = [index for index, column in shown if column.width is None]
    fixed = sum(column.width or 0 for _index, column in shown)
    share, over = divmod(max(room - fixed, _SMALLEST_FLEXIBLE * len(flexible)), len(flexible) or 1)
    fitted: list[tuple[int, Column, int]] = []
    for index, column in shown:
        wanted = column.width if column.width is not None else share + (index in flexible[:over])
        given = min(wanted, room)
        if given <= 0:
            break
        fitted.append((index, column, given))
        room -= given
    return tuple(fitted)


def row_text(row: Row, fitted: Fitted) -> str:
    """The cells of a row under the shown columns; a cell that is missing is blank."""
    cells = row.cells
    return " ".join(
        fit(cells[index] if index < len(cells) else "", width, column.align) for index, column, width in fitted
    )


def row_pieces(row: Row, fitted: Fitted, width: int) -> list[tuple[str, str]]:
    """A row in `width` cells as text and style words: whole, or by cells where these have tones of their own."""
    words = row.tone if row.tone in ("quiet", "title") else "normal"
    if not row.tones:
        return [(fill(row_text(row, fitted), width), words)]
    pieces: list[tuple[str, str]] = []
    for index, column, cells in fitted:
        text = fit(row.cells[index] if index < len(row.cells) else "", cells, column.align)
        tone = row.tones[index] if index < len(row.tones) else words
        pieces.append((f" {text}" if pieces else text, tone))
    used = sum(cells + 1 for _index, _column, cells in fitted) - 1
    return [*pieces, (" " * (width - used), words)]


def head_text(fitted: Fitted) -> str:
    """The titles."""
    return " ".join(fit(column.title, width, column.align) for _index, column, width in fitted)
