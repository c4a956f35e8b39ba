"""The shapes that a list and a card are drawn from: a row, a column, a line of a card, and the tone words.

The presentation makes them, `widgets/record_table.py` and `widgets/card_pane.py` draw them. No Textual here.
"""

from typing import Literal, NamedTuple

Tone = Literal["normal", "urgent", "warn", "good", "quiet", "title"]
Align = Literal["left", "right"]
RowKey = str | int

TONE_MARKS: dict[Tone, str] = {"urgent": "!", "warn": "▴", "good": "+"}
"""The sign that says a tone where colours are not seen; a tone that is not here needs none."""


class Column(NamedTuple):
    """A column of a list. Widths are in cells; None shares what the others leave.

    A list narrower than `hide_below` leaves the column out.
    """

    key: str
    title: str
    width: int | None = None
    align: Align = "left"
    hide_below: int = 0


class Row(NamedTuple):
    """A line of a list: what it is, what each column says, its tone. Without a `mark` the tone gives one.

    `tones` are those of the cells, where they differ from each other; the cells must say the same without colours.
    """

    key: RowKey
    cells: tuple[str, ...]
    tone: Tone = "normal"
    mark: str = ""
    tones: tuple[Tone, ...] = ()


class CardLine(NamedTuple):
    """A line of a card, wrapped where it is long; `indent` in cells."""

    text: str
    tone: Tone = "normal"
    indent: int = 0
