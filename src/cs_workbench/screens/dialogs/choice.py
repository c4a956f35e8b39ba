"""A list to choose from over a screen: places to go to, actions of the palette. Typing narrows it."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from cs_workbench.kernel.text import fold
from cs_workbench.presentation.shapes import Column, Row
from cs_workbench.screens.dialogs.dialog import Dialog
from cs_workbench.widgets.field_input import FieldInput
from cs_workbench.widgets.plain import plain
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.row_source import ListSource


class ChoiceDialog(Dialog):
    """`chosen(key)` is called after the dialog has closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "ниже", show=False, priority=True),
        Binding("up", "move(-1)", "выше", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._rows: tuple[Row, ...] = ()
        self._chosen: Callable[[str], None] | None = None

    def offer(self, title: str, rows: Sequence[Row], chosen: Callable[[str], None]) -> "ChoiceDialog":
        """Make it ready: rows of two cells (what, and its key)."""
        self._title, self._rows, self._chosen = title, tuple(rows), chosen
        return self

    def compose(self) -> ComposeResult:
        """A title, a field that narrows the list, the list."""
        with Vertical(classes="dialog tall"):
            yield Static(id="choice-title", markup=False)
            yield FieldInput(id="choice-words", placeholder="начните печатать")
            yield RecordTable(
                (Column("what", "Что"), Column("key", "Клавиша", 10)), id="choice-rows", empty="Ничего не подходит"
            )

    def on_screen_resume(self) -> None:
        """Show everything."""
        self.query_one("#choice-title", Static).update(plain(self._title))
        field = self.query_one(FieldInput)
        field.value = ""
        field.focus()
        self.query_one(RecordTable).set_source(ListSource(self._rows), keep=False)

    @on(FieldInput.Changed)
    def narrow(self, event: FieldInput.Changed) -> None:
        """Keep the rows that hold every word."""
        words = fold(event.value).split()
        kept = [row for row in self._rows if all(word in fold(" ".join(row.cells)) for word in words)]
        self.query_one(RecordTable).set_source(ListSource(kept), keep=False)

    @on(FieldInput.Submitted)
    def take(self) -> None:
        """Choose the row under the cursor."""
        key = self.query_one(RecordTable).cursor_key
        if key is not None:
            self._choose(str(key))

    @on(RecordTable.Chosen)
    def take_row(self, event: RecordTable.Chosen) -> None:
        """Choose a row."""
        self._choose(str(event.key))

    def _choose(self, key: str) -> None:
        self.dismiss(None)
        if self._chosen is not None:
            self._chosen(key)

    def action_move(self, by: int) -> None:
        """Move in the list while the field has the focus."""
        self.query_one(RecordTable).action_move(by)
