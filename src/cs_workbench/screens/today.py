"""`Сегодня`: the queue by splits at the left, the card of the item under the cursor at the right.

The first screenful is there before the rest of the program is loaded; the whole queue and exact counters follow in a thread. After an act only the lines of
the clients touched are read again, and the cursor stands on the next row.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.worker import get_current_worker

from cs_workbench.kernel.queue import SPLITS, Entry, Item
from cs_workbench.kernel.text import count, fold
from cs_workbench.presentation.client import glance_lines
from cs_workbench.presentation.queue import COLUMNS, item_lines, row_of
from cs_workbench.presentation.queue_list import QueueList
from cs_workbench.presentation.shapes import CardLine, Row, RowKey
from cs_workbench.screens.triage import TriageScreen
from cs_workbench.widgets.card_pane import CardPane
from cs_workbench.widgets.field_input import FieldInput
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.split_bar import SplitBar
from cs_workbench.widgets.status_line import StatusLine
from cs_workbench.workbench import News, Workbench

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done

EMPTY = "Здесь пусто: всё сделано. Tab — другой раздел, a — добавить"


class QueueSource:
    """Entries of a split as rows; an entry is worded when it is first shown."""

    def __init__(self, workbench: Workbench, entries: Sequence[Entry]) -> None:
        self._workbench = workbench
        self._entries = entries
        self._places = {entry.key: place for place, entry in enumerate(entries)}

    def total(self) -> int:
        """How many rows there are."""
        return len(self._entries)

    def page(self, offset: int, limit: int) -> Sequence[Row]:
        """The rows of a window."""
        return [row_of(self._workbench.item(entry)) for entry in self._entries[offset : offset + limit]]

    def find(self, key: RowKey) -> int | None:
        """The place of a row."""
        return self._places.get(str(key))

    def item(self, key: RowKey | None) -> Item | None:
        """The item of a row."""
        place = self._places.get(str(key))
        return None if place is None else self._workbench.item(self._entries[place])


class TodayScreen(TriageScreen):
    """The queue."""

    title_text = "Сегодня"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "split(1)", "следующий раздел", show=False, priority=True),
        Binding("shift+tab", "split(-1)", "предыдущий раздел", show=False, priority=True),
        Binding("f,f3", "find", "найти", show=False),
        Binding("a,plus", "add", "добавить", show=False),
        Binding("b", "bank", "выписка", show=False),
        Binding("y", "copy", "текст в буфер", show=False),
        Binding("escape", "all", "показать всё", show=False),
    ]

    def __init__(self, head: Sequence[Entry]) -> None:
        super().__init__()
        self._queue = QueueList(head)
        self._words = ""
        self._known: tuple[CardLine, ...] = ()
        self._source: QueueSource | None = None

    def body(self) -> ComposeResult:
        """Splits, the list with its card, the filter."""
        yield SplitBar(id="splits")
        with Horizontal(id="panes"):
            yield RecordTable(COLUMNS, id="list", empty=EMPTY)
            yield CardPane(id="card")
        yield FieldInput(id="filter", placeholder="часть названия клиента; Enter — к списку, Esc — всё")

    def on_mount(self) -> None:
        """Show what is there already."""
        super().on_mount()
        self.query_one("#filter").display = False
        self.show_queue()
        self.query_one(RecordTable).focus()

    def keys(self) -> list[tuple[str, str]]:
        """The last line."""
        return [("d", "сделано"), ("c", "звонок"), ("s", "отложить"), ("w", "почему"), ("g", "экраны"), ("f1", "помощь")]

    # Showing --------------------------------------------------------------------------------------------------

    def show_queue(self, *, keep: bool = True) -> None:
        """Show the split that is chosen."""
        bar = self.query_one(SplitBar)
        counts = self._queue.counts()
        bar.set_splits([(token, title, counts[token]) for token, title in SPLITS.items()])
        entries = self._queue.of_split(bar.active or "all", self._words)
        self._source = QueueSource(self.workbench, entries)
        self.query_one(RecordTable).set_source(self._source, keep=keep)
        today = self.workbench.today()
        warning = "" if today.calendar.confirmed(today.today.year) else "календарь года не подтверждён · "
        self.query_one(StatusLine).set_counters(f"{warning}{count(len(entries), 'строка', 'строки', 'строк')}")

    @work(thread=True, exclusive=True, group="queue", exit_on_error=False)
    def load(self) -> None:
        """Read the whole queue; drop it if a newer reading has begun."""
        entries = self.workbench.queue() + self.workbench.queue("snoozed")
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._loaded, entries)

    def _loaded(self, entries: list[Entry]) -> None:
        self._queue = QueueList(entries, whole=True)
        self.show_queue()

    def reload(self) -> None:
        """Read everything again."""
        self.load()

    def changed(self, done: "Done") -> None:
        """Read again what an act may have changed, and no more."""
        entries, asked = self.workbench.requeue(done)
        self._queue.replace(done.clients, asked, entries)
        self.show_queue()

    def turned(self, news: News) -> None:
        """The time or another window changed the queue."""
        self._stale = False
        self.load()

    @on(RecordTable.Highlighted)
    def show_card(self, event: RecordTable.Highlighted) -> None:
        """The card of the row under the cursor: what the item says at once, what the database says after it."""
        item = self.item()
        self._known = ()
        self.query_one(CardPane).show([] if item is None else item_lines(item), about=event.key)
        if item is not None and item.client_id is not None and self.app.ready:
            self.read_client(item.key, item.client_id)

    @work(thread=True, exclusive=True, group="card", exit_on_error=False)
    def read_client(self, key: str, client_id: int) -> None:
        """What is known of a client; dropped if the cursor has moved on."""
        glance = self.workbench.glance(client_id)
        if glance is not None and not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_client, key, tuple(glance_lines(glance)))

    def _show_client(self, key: str, lines: tuple[CardLine, ...]) -> None:
        item = self.item()
        if item is not None and item.key == key:
            self._known = lines
            self.query_one(CardPane).show([*item_lines(item), CardLine(""), *lines], about=key)

    # Choosing -------------------------------------------------------------------------------------------------

    def item(self) -> Item | None:
        """The item under the cursor."""
        return self._source.item(self.query_one(RecordTable).cursor_key) if self._source else None

    def items(self) -> Sequence[Item]:
        """The items selected, or the one under the cursor."""
        source = self._source
        found = [source.item(key) for key in self.query_one(RecordTable).targets()] if source else []
        return [item for item in found if item is not None]

    def client_lines(self) -> Sequence[CardLine]:
        """What is known of the client under the cursor."""
        return self._known

    @on(RecordTable.Chosen)
    def open_client(self) -> None:
        """The whole card of the client; the fact itself where there is no client."""
        item = self.item()
        if item is None:
            return
        if item.client_id is None:
            self.action_answer()
        else:
            self.app.open_client(item.client_id)

    @on(SplitBar.Changed)
    def show_split(self) -> None:
        """Another split."""
        self.show_queue(keep=False)

    def action_split(self, by: int) -> None:
        """The next or the last split."""
        self.query_one(SplitBar).step(by)

    def action_find(self) -> None:
        """Narrow the list by a part of a client's name."""
        field = self.query_one("#filter", FieldInput)
        field.display = True
        field.focus()

    @on(FieldInput.Changed, "#filter")
    def narrow(self, event: FieldInput.Changed) -> None:
        """Show the clients whose name has these letters."""
        self._words = fold(event.value)
        self.show_queue(keep=False)

    @on(FieldInput.Submitted, "#filter")
    def back_to_list(self) -> None:
        """Keep what was found and go to the list."""
        self.query_one(RecordTable).focus()

    def action_all(self) -> None:
        """Show everything again."""
        field = self.query_one("#filter", FieldInput)
        field.value = ""
        field.display = False
        self.query_one(RecordTable).focus()

    # Other doors ----------------------------------------------------------------------------------------------

    def action_add(self) -> None:
        """A new client, task or invoice."""
        self.app.open_additions(self)

    def action_bank(self) -> None:
        """Load the bank's statement."""
        self.app.open_bank()

    def action_copy(self) -> None:
        """The text of a duplicate invoice or of a reminder to the clipboard."""
        item = self.item()
        if item is not None:
            self.app.copy_text(self, item)
