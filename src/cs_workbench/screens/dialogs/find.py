"""Find anywhere: clients as one types, then invoices, requests and notes below them; Enter opens what was found.

Clients come from memory (`domain/search`) at each key. The rest is searched in the database, one search at a time: one
that was overtaken by more letters ends before it begins.
"""

import threading
from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static
from textual.worker import get_current_worker

from cs_workbench.domain.search import Found, Shelf, find_papers
from cs_workbench.presentation.found import COLUMNS, found_rows, new_rows, new_values
from cs_workbench.presentation.shapes import RowKey
from cs_workbench.screens.base import WorkScreen
from cs_workbench.screens.dialogs.dialog import Dialog
from cs_workbench.widgets.field_input import FieldInput
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.row_source import ListSource

HINT = "часть названия, ИНН, телефон, контакт, адрес, номер счёта, слова заметки"
NOTHING = "Начните печатать: найдётся с первой буквы"
SEARCHING = "Ищу в счетах, обращениях и заметках…"
CLIENTS = frozenset({"client", "contact", "site"})
"""Records that mean a client."""


class FindDialog(Dialog):
    """Opens the card of the client of what was chosen; what names nobody may be written down in a form over the
    screen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "ниже", show=False, priority=True),
        Binding("up", "move(-1)", "выше", show=False, priority=True),
        Binding("pagedown", "page(1)", "на экран ниже", show=False, priority=True),
        Binding("pageup", "page(-1)", "на экран выше", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._shelf = Shelf()
        self._turn = threading.Lock()
        self._screen: WorkScreen | None = None
        self._found: dict[RowKey, Found] = {}
        self._words: str | None = None
        """The text that the rows answer; None while they answer nothing."""
        self._hasty = False
        """Whether Enter was pressed before the rows had come."""

    def over(self, screen: WorkScreen) -> "FindDialog":
        """Make it ready for a question asked on a screen."""
        self._screen = screen
        return self

    def compose(self) -> ComposeResult:
        """A title, a field, what was found."""
        with Vertical(classes="dialog wide"):
            yield Static("Найти", id="search-title", markup=False)
            yield FieldInput(id="search-words", placeholder=HINT)
            yield RecordTable(COLUMNS, id="search-rows", empty=NOTHING)

    def on_screen_resume(self) -> None:
        """An empty field, and the clients dealt with last."""
        field = self.query_one(FieldInput)
        field.value = ""
        field.focus()
        self._hasty, self._words = False, None
        self._show("", (), whole=True)
        self.look("")

    @on(FieldInput.Changed)
    def narrow(self, event: FieldInput.Changed) -> None:
        """Search anew."""
        self._hasty = False
        self.look(event.value)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def look(self, words: str) -> None:
        """Clients at once, the rest after them; dropped where more was typed meanwhile."""
        if self._screen is None:
            return
        workbench, worker = self._screen.workbench, get_current_worker()
        clients = workbench.read(self._shelf.find, words)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, words, clients, whole=not words.strip())
        with self._turn:
            if worker.is_cancelled or not words.strip():
                return
            papers = workbench.read(find_papers, words, lambda: not worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, words, (*clients, *papers), whole=True)

    def _show(self, words: str, found: Sequence[Found], *, whole: bool) -> None:
        """Show what was found; the cursor stays on a client when the rest comes. `whole`: there will be no more."""
        rows = found_rows(found)
        self._found = {row.key: one for row, one in zip(rows, found, strict=True)}
        clients = any(one.record in CLIENTS for one in found)
        if whole and words.strip() and not clients and not any(one.kind == "invoice" for one in found):
            rows += new_rows(words)
        empty = NOTHING if whole else SEARCHING
        self.query_one(RecordTable).set_source(ListSource(rows), keep=whole and clients, empty=empty)
        self._words = words if whole or clients else None
        if self._hasty and self._words is not None:
            self.take()

    @on(FieldInput.Submitted)
    def take(self) -> None:
        """Choose the row under the cursor; where the rows answer an earlier text, the first of those to come."""
        if self._words != self.query_one(FieldInput).value:
            self._hasty = True
            return
        key = self.query_one(RecordTable).cursor_key
        if key is not None:
            self._choose(key)

    @on(RecordTable.Chosen)
    def take_row(self, event: RecordTable.Chosen) -> None:
        """Choose a row."""
        self._choose(event.key)

    def _choose(self, key: RowKey) -> None:
        self._hasty = False
        self.dismiss(None)
        found, screen = self._found.get(key), self._screen
        if screen is None:
            return
        if found is None:
            self._write_down(screen, str(key).partition(":")[2])
        elif found.client_id is None:
            screen.say(f"Обращение № {found.id} незнакомого: {found.text}")
        else:
            at = "" if found.record in ("client", "contact") else f"{found.record}:{found.id}"
            screen.app.open_client(found.client_id, at)

    def _write_down(self, screen: WorkScreen, action: str) -> None:
        form = screen.workbench.form(action)
        if form is not None:
            screen.app.open_form(screen, form, {}, new_values(action, self._words or ""))

    def action_move(self, by: int) -> None:
        """Move in the list while the field has the focus."""
        self.query_one(RecordTable).action_move(by)

    def action_page(self, by: int) -> None:
        """The same by a screenful."""
        self.query_one(RecordTable).action_page(by)
