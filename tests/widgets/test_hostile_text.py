"""Whatever data hold, every widget shows it as text: no crash, no markup, nothing that a terminal obeys."""

import unicodedata
from collections.abc import Callable

import pytest
from textual.widget import Widget
from textual.widgets import Label

from cs_workbench.presentation.shapes import CardLine, Column, Row
from cs_workbench.widgets.card_pane import CardPane
from cs_workbench.widgets.field_input import FieldInput
from cs_workbench.widgets.key_bar import KeyBar
from cs_workbench.widgets.plain import plain
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.row_source import ListSource
from cs_workbench.widgets.split_bar import SplitBar
from cs_workbench.widgets.status_line import StatusLine
from tests.widgets.stage import HOSTILE, Stage, shown

Show = Callable[[str], Widget]


def table_cell(text: str) -> Widget:
    """In a cell, in a mark and in the key of a row."""
    table = RecordTable([Column("a", "А", 30), Column("b", "Б")])
    table.set_source(ListSource([Row(text, (text, "б"), mark=text[-1])]))
    return table


def table_title(text: str) -> Widget:
    """In the title of a column."""
    return RecordTable([Column("a", text, 30)])


def table_empty(text: str) -> Widget:
    """In the words of an empty list."""
    return RecordTable([Column("a", "А")], empty=text)


def card(text: str) -> Widget:
    """In a line of a card."""
    pane = CardPane()
    pane.show([CardLine(text, "urgent")])
    return pane


def status(text: str) -> Widget:
    """In all three places of the status line."""
    line = StatusLine()
    line.say(text, "good", hint=text)
    line.set_counters(text)
    return line


def splits(text: str) -> Widget:
    """In the title of a split."""
    bar = SplitBar()
    bar.set_splits([(text, text, 1), ("all", "Всё", 2)])
    return bar


def keys(text: str) -> Widget:
    """In the words of a key."""
    bar = KeyBar()
    bar.show([("c", text)])
    return bar


def label(text: str) -> Widget:
    """In Textual's own widgets, by `plain`."""
    return Label(plain(text))


def field(text: str) -> Widget:
    """As the value of a field."""
    return FieldInput(text)


PLACES: list[Show] = [table_cell, table_title, table_empty, card, status, splits, keys, label, field]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
@pytest.mark.parametrize("text", HOSTILE)
async def test_it_is_shown_as_text(place: Show, text: str) -> None:
    stage = Stage()
    async with stage.run_test(size=(120, 8)) as pilot:
        widget = place(text)
        await stage.mount(widget)
        await pilot.pause()
        lines = shown(widget)
        for line in range(min(2, len(lines))):
            await pilot.click(widget, offset=(6, line))
    assert any(HOSTILE[text] in line for line in lines)
    assert not [char for line in lines for char in line if unicodedata.category(char) in ("Cc", "Cf", "Cs")]
    assert stage.answered == []
