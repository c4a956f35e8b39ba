"""A small application around a widget, and what can be asked of it: the text it shows, the lines it draws."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.geometry import Region
from textual.widget import Widget

from cs_workbench.presentation.shapes import Column, Row
from cs_workbench.widgets.layout_keys import LayoutAgnosticKeys
from cs_workbench.widgets.safe_input import SafeInput, TolerantParser
from cs_workbench.widgets.theme import THEMES

COLUMNS = (
    Column("client", "Клиент", 20),
    Column("text", "Что сделать"),
    Column("sum", "Сумма", 12, "right"),
)

# What data may hold, and what of it may be seen: markup that would crash or run, an OSC 52 that fills the
# clipboard, a right-to-left override, C1 and other controls.
HOSTILE = {
    "[/]": "[/]",
    "[@click=app.boom]x[/]": "[@click=app.boom]x[/]",
    "a\x1b]52;c;ZXZpbA==\x07b": "ab",
    "a\x1b[2Jb": "ab",
    "счёт\u202e кат": "счёт кат",
    "a\x9b31mb\x00\x7f": "ab",
}


class Stage(LayoutAgnosticKeys[None], SafeInput[None], App[None]):
    """Shows widgets and notes which keys were answered."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, *widgets: Widget, keys: Iterable[str] = ()) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self._on_stage = widgets
        self.answered: list[str] = []
        for key in keys:
            self._bindings.key_to_bindings.setdefault(key, []).append(Binding(key, f"note('{key}')", key))

    def compose(self) -> ComposeResult:
        """The widgets under each other."""
        yield from self._on_stage

    def action_note(self, key: str) -> None:
        """A key that the application has bound."""
        self.answered.append(key)

    def action_boom(self) -> None:
        """What data must never reach."""
        self.answered.append("boom")


def send(stage: Stage, data: str) -> None:
    """What a terminal sends, read by the parser and given to the application, as its driver would."""
    for message in TolerantParser().feed(data):
        stage.post_message(message)


def numbered(count: int) -> list[Row]:
    """Rows `клиент 0`, `клиент 1` … with their numbers as keys."""
    return [Row(number, (f"клиент {number}", "позвонить", f"{number} ₽")) for number in range(count)]


def shown(widget: Widget) -> list[str]:
    """The lines of a widget as text, blanks at their ends left out."""
    return [strip.text.rstrip() for strip in widget.render_lines(widget.outer_size.region)]


def watch_lines(widget: Widget, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A list that grows by the number of each line that the widget wants on the terminal anew from now on."""
    drawn: list[int] = []
    refresh = widget.refresh

    def watched(*regions: Region, **more: Any) -> Widget:
        for region in regions or (widget.size.region,):
            drawn.extend(region.line_range)
        return refresh(*regions, **more)

    monkeypatch.setattr(widget, "refresh", watched)
    return drawn


@dataclass
class CountedSource:
    """A source of any length that notes which pages it is asked for, and makes rows only then."""

    length: int
    asked: list[tuple[int, int]] = field(default_factory=list)

    def total(self) -> int:
        """As many as it was told."""
        return self.length

    def page(self, offset: int, limit: int) -> list[Row]:
        """Rows `клиент N`."""
        self.asked.append((offset, limit))
        return [Row(n, (f"клиент {n}", "", "")) for n in range(offset, min(self.length, offset + limit))]
