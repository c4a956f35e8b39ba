"""What `Клиенты` and `Обращения` have in common: several lists of one kind by splits, totals over them, a filter, the
card of the row beside them.

A subclass reads and shows its lists (`reload`), and says what the row under the cursor is.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from cs_workbench.kernel.queue import Item
from cs_workbench.kernel.text import fold
from cs_workbench.presentation.shapes import CardLine, Column, RowKey
from cs_workbench.screens.base import WorkScreen
from cs_workbench.screens.triage import TriageScreen
from cs_workbench.widgets.backdrop import Panes
from cs_workbench.widgets.card_pane import CardPane
from cs_workbench.widgets.field_input import FieldInput
from cs_workbench.widgets.head_line import HeadLine
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.split_bar import SplitBar
from cs_workbench.workbench import News

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done

BESIDE = 130
"""Columns from which the card stands beside the list."""


class ListsScreen(TriageScreen, inherit_bindings=False):
    """The lists, shown. Keys of the queue that mean nothing here are not inherited."""

    CSS_PATH = "house.tcss"
    narrow_below = BESIDE
    columns: ClassVar[Sequence[Column]] = ()
    first: ClassVar[str] = ""
    """The list that is shown at first."""
    filter_hint: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *WorkScreen.BINDINGS,
        Binding("tab", "split(1)", "следующий список", show=False, priority=True),
        Binding("shift+tab", "split(-1)", "предыдущий список", show=False, priority=True),
        Binding("plus", "add_any", "добавить", show=False),
        Binding("slash,ctrl+f", "narrow_list", "отобрать в списке", show=False),
        Binding("escape", "everything", "показать всё", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        """Letters, folded, that the shown rows have."""
        self._about: RowKey | None = None

    def body(self) -> ComposeResult:
        """The lists' names, the totals, the list with its card, the filter."""
        yield SplitBar(id="splits")
        yield HeadLine(id="head")
        with Panes(id="panes"):
            yield RecordTable(self.columns, id="list", empty="Читаю…")
            yield CardPane(id="card")
        yield FieldInput(id="filter", placeholder=f"{self.filter_hint}; Enter — к списку, Esc — всё")

    def on_mount(self) -> None:
        """The list has the focus."""
        self.query_one("#filter").display = False
        self.show_totals()
        self.table.focus()

    def on_resize(self) -> None:
        """Another width, other totals."""
        self.show_totals()

    @property
    def table(self) -> RecordTable:
        """The list."""
        return self.query_one("#list", RecordTable)

    @property
    def chosen_list(self) -> str:
        """Which list is shown."""
        return self.query_one(SplitBar).active or self.first

    def show_totals(self) -> None:
        """The counts beside the lists' names, and the line under them."""
        raise AssertionError("lists have totals")

    def changed(self, done: "Done") -> None:
        """An act that changed anything: the order may be another."""
        if done.entry:
            super().changed(done)

    def turned(self, news: News) -> None:
        """A minute changes nothing here."""
        if news.day or news.records:
            super().turned(news)

    # The row under the cursor ---------------------------------------------------------------------------------

    def item(self) -> Item | None:
        """Rows here are no items of the queue."""
        return None

    def items(self) -> Sequence[Item]:
        """Rows here are no items of the queue."""
        return ()

    def card_lines(self) -> list[CardLine]:
        """The card of the row under the cursor, as far as it is known."""
        raise AssertionError("rows have cards")

    def call_lines(self) -> Sequence[CardLine]:
        """What the dialog of a call says."""
        return self.card_lines()

    def show_card(self) -> None:
        """The row at once, all of it after it has been read."""
        raise AssertionError("rows have cards")

    @on(RecordTable.Highlighted, "#list")
    def follow(self) -> None:
        """The cursor is on another row."""
        self.show_card()

    def draw_card(self) -> None:
        """Show what is known of the row."""
        self.query_one("#card", CardPane).show(self.card_lines(), about=self.table.cursor_key)

    # Lists and the filter -------------------------------------------------------------------------------------

    def action_split(self, by: int) -> None:
        """The next or the last list."""
        self.query_one(SplitBar).step(by)

    @on(SplitBar.Changed)
    def show_list(self) -> None:
        """Another list, nothing selected."""
        self.table.select(())
        self.reload()

    def action_narrow_list(self) -> None:
        """Narrow the list by words."""
        field = self.query_one("#filter", FieldInput)
        field.display = True
        field.focus()

    @on(FieldInput.Changed, "#filter")
    def narrow(self, event: FieldInput.Changed) -> None:
        """Show the rows that have these letters."""
        self.words = fold(event.value)
        self.reload()

    @on(FieldInput.Submitted, "#filter")
    def back_to_list(self) -> None:
        """Keep what was found and go to the list."""
        self.table.focus()

    def action_everything(self) -> None:
        """Show everything again, nothing selected."""
        field = self.query_one("#filter", FieldInput)
        field.value = ""
        field.display = False
        self.table.select(())
        self.table.focus()

    def action_add_any(self) -> None:
        """A client, a request, an invoice."""
        self.app.open_additions(self)
