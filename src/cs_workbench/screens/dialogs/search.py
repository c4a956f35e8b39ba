"""A list to choose from that is searched in the database as one types: the invoice that a payment is for."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static
from textual.worker import get_current_worker

from cs_workbench.presentation.shapes import Column, Row, RowKey
from cs_workbench.screens.dialogs.dialog import Dialog
from cs_workbench.widgets.field_input import FieldInput
from cs_workbench.widgets.plain import plain
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.row_source import ListSource

Search = Callable[[str], Sequence[Row]]


class SearchDialog(Dialog):
    """`search(words)` reads in a thread and gives rows of two cells; `chosen(key)` is called once it has closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "ниже", show=False, priority=True),
        Binding("up", "move(-1)", "выше", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._hint = ""
        self._search: Search | None = None
        self._chosen: Callable[[RowKey], None] | None = None

    def seek(self, title: str, hint: str, search: Search, chosen: Callable[[RowKey], None]) -> "SearchDialog":
        """Make it ready for a question."""
        self._title, self._hint, self._search, self._chosen = title, hint, search, chosen
        return self

    def compose(self) -> ComposeResult:
        """A title, a field, what was found."""
        with Vertical(classes="dialog tall"):
            yield Static(id="search-title", markup=False)
            yield FieldInput(id="search-words")
            columns = (Column("what", "Что"), Column("sum", "Осталось", 14, "right"))
            yield RecordTable(columns, id="search-rows", empty="Ничего не найдено: введите часть названия или номер")

    def on_screen_resume(self) -> None:
        """Show what is likely before a word is typed."""
        self.query_one("#search-title", Static).update(plain(self._title))
        field = self.query_one(FieldInput)
        field.placeholder = self._hint
        field.value = ""
        field.focus()
        self._show(())
        self.look("")

    @on(FieldInput.Changed)
    def narrow(self, event: FieldInput.Changed) -> None:
        """Search anew."""
        self.look(event.value)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def look(self, words: str) -> None:
        """Read, and drop it if more was typed meanwhile."""
        if self._search is None:
            return
        rows = self._search(words)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, rows)

    def _show(self, rows: Sequence[Row]) -> None:
        self.query_one(RecordTable).set_source(ListSource(rows), keep=False)

    @on(FieldInput.Submitted)
    def take(self) -> None:
        """Choose the row under the cursor."""
        key = self.query_one(RecordTable).cursor_key
        if key is not None:
            self._choose(key)

    @on(RecordTable.Chosen)
    def take_row(self, event: RecordTable.Chosen) -> None:
        """Choose a row."""
        self._choose(event.key)

    def _choose(self, key: RowKey) -> None:
        self.dismiss(None)
        if self._chosen is not None:
            self._chosen(key)

    def action_move(self, by: int) -> None:
        """Move in the list while the field has the focus."""
        self.query_one(RecordTable).action_move(by)
