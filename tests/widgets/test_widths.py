"""Every widget draws whole lines at any width."""

from typing import Any

import pytest
from rich.cells import cell_len
from textual.geometry import Size
from textual.widget import Widget

from cs_workbench.presentation.shapes import CardLine, Row
from cs_workbench.widgets.card_pane import CardPane
from cs_workbench.widgets.key_bar import KeyBar
from cs_workbench.widgets.painted_lines import PaintedLines
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.row_source import ListSource
from cs_workbench.widgets.split_bar import SplitBar
from cs_workbench.widgets.status_line import StatusLine
from tests.widgets.stage import COLUMNS, Stage


def widgets() -> list[PaintedLines[Any]]:
    """One of each, with more to say than there is room for."""
    table, card, status, splits, keys = (
        RecordTable(COLUMNS),
        CardPane(),
        StatusLine(),
        SplitBar(),
        KeyBar(),
    )
    rows = [Row(n, ("ООО «Рога & Копыта» 日本", "позвонить", "45 000,00 ₽"), "urgent") for n in range(9)]
    table.set_source(ListSource(rows))
    card.show([CardLine("обещание нарушено 日本語 второй раз", "warn", indent=3)] * 9)
    status.say("Записано: звонок", "good", "u/г отменить")
    status.set_counters("48 дел")
    splits.set_splits([(str(n), f"Вид {n}", n) for n in range(13)])
    keys.show([("c", "звонок"), ("f1", "помощь")])
    return [splits, table, card, status, keys]


async def test_every_width_from_1_to_200_is_drawn_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    made = widgets()
    async with Stage(*made).run_test():
        for width in range(1, 201):
            monkeypatch.setattr(Widget, "size", Size(width, 12))
            for widget in made:
                widget.refresh_changed()
                drawn = {cell_len(widget.render_line(y).text) for y in range(12)}
                assert drawn == {width}, (widget, width)
        monkeypatch.undo()


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (80, 24), (200, 60)])
async def test_keys_answer_in_a_window_of_any_size(size: tuple[int, int]) -> None:
    made = widgets()
    async with Stage(*made).run_test(size=size) as pilot:
        made[1].focus()
        await pilot.press("j", "end", "pageup", "space")
        await pilot.pause()
        table = made[1]
        assert isinstance(table, RecordTable)
        assert len(table.selection) == 1
