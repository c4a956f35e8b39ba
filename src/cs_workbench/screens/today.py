"""`Сегодня`: the queue by splits at the left, the card of the item under the cursor at the right.

The first screenful is there before the rest of the program is loaded; the whole queue and exact counters follow in
a thread. After an act only the lines of the clients touched are read again, and the cursor stands on the next row.
"""

from collections.abc import Sequence
from operator import attrgetter
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from cs_workbench.kernel.queue import SPLITS, Entry, Item
from cs_workbench.kernel.text import count, fold
from cs_workbench.presentation.queue import COLUMNS, row_of
from cs_workbench.presentation.shapes import Row, RowKey
from cs_workbench.screens.queue_screen import QueueScreen
from cs_workbench.screens.shown import Shown
from cs_workbench.widgets.backdrop import Panes
from cs_workbench.widgets.card_pane import CardPane
from cs_workbench.widgets.field_input import FieldInput
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.split_bar import SplitBar
from cs_workbench.widgets.status_line import StatusLine
from cs_workbench.workbench import Workbench

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


class TodayScreen(QueueScreen):
    """The queue."""

    title_text = "Сегодня"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "split(1)", "следующий раздел", show=False, priority=True),
        Binding("shift+tab", "split(-1)", "предыдущий раздел", show=False, priority=True),
        Binding("slash,ctrl+f", "find", "отобрать в списке", show=False),
        Binding("b", "bank", "выписка", show=False),
        Binding("escape", "back", "показать всё", show=False),
    ]

    def __init__(self, head: Sequence[Entry]) -> None:
        super().__init__(head)
        self._words = ""
        self._source: QueueSource | None = None

    def body(self) -> ComposeResult:
        """Splits, the list with its card; the filter comes when it is asked for."""
        yield SplitBar(id="splits")
        with Panes(id="panes"):
            yield RecordTable(COLUMNS, id="list", empty=EMPTY)
            yield CardPane(id="card")

    def on_mount(self) -> None:
        """Show what is there already."""
        self.show_queue()
        self.query_one(RecordTable).focus()

    def keys(self) -> list[tuple[str, str]]:
        """The last line."""
        return [
            ("d", "сделано"),
            ("c", "звонок"),
            ("s", "отложить"),
            ("w", "почему"),
            ("g", "экраны"),
            ("f1", "помощь"),
        ]

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

    def read_queue(self) -> list[Entry]:
        """The whole queue with what is put off, in one order."""
        return sorted(self.workbench.queue() + self.workbench.queue("snoozed"), key=attrgetter("order"))

    def shown_list(self) -> Shown:
        """The split, for a file."""
        return Shown("queue", {"split": self.query_one(SplitBar).active or "all", "words": self._words})

    # Choosing -------------------------------------------------------------------------------------------------

    def item(self) -> Item | None:
        """The item under the cursor."""
        return self._source.item(self.query_one(RecordTable).cursor_key) if self._source else None

    def items(self) -> Sequence[Item]:
        """The items selected, or the one under the cursor."""
        source = self._source
        found = [source.item(key) for key in self.query_one(RecordTable).targets()] if source else []
        return [item for item in found if item is not None]

    def show_at(self, split: str, key: str = "") -> None:
        """Show a split whole, the cursor on an item where its key is given, else on the first."""
        self.action_back()
        self.query_one(SplitBar).activate(split)
        self.show_queue(keep=False)
        if key:
            self.query_one(RecordTable).move_to(key)

    @on(SplitBar.Changed)
    def show_split(self) -> None:
        """Another split."""
        self.show_queue(keep=False)

    def action_split(self, by: int) -> None:
        """The next or the last split."""
        self.query_one(SplitBar).step(by)

    async def action_find(self) -> None:
        """Narrow the list by a part of a client's name."""
        if not self.query("#filter"):
            words = "часть названия клиента; Enter — к списку, Esc — всё"
            await self.query_one("#body").mount(FieldInput(id="filter", placeholder=words))
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

    def action_back(self) -> None:
        """Back from the card to the list; from the list, show everything again."""
        if self.has_class("reading"):
            super().action_back()
            return
        for field in self.query(FieldInput):
            field.value = ""
            field.display = False
        self.query_one(RecordTable).focus()

    def action_bank(self) -> None:
        """Load the bank's statement."""
        self.app.open_bank()
