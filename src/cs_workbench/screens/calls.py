"""`Звонки`: the day's calls, a row a client. A digit records the outcome at once, and the next client is under the
cursor by itself.

The strongest reason to call stands in the row, the others in the card. Telephones are read a page of clients at a
time. Digits are outcomes here, so the other screens are reached by `g` and a letter, or F2.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from cs_workbench.domain.calls_day import CallFacts, DayOfCalls, call_facts, day_of_calls
from cs_workbench.kernel.queue import Entry, Item
from cs_workbench.presentation.calling import OUTCOMES
from cs_workbench.presentation.calls import COLUMNS, LEGEND, ClientCalls, by_client, call_lines, call_row, counter
from cs_workbench.presentation.shapes import CardLine, Row, RowKey
from cs_workbench.screens.queue_screen import QueueScreen
from cs_workbench.widgets.card_pane import CardPane
from cs_workbench.widgets.head_line import HeadLine
from cs_workbench.widgets.plain import plain
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.workbench import Workbench

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done

EMPTY = "Звонить больше некому. F2 — к списку дел"
FIRST = 64
"""Clients whose telephones are read with the list, in its thread."""


class CallSource:
    """Clients to call as rows; what is known of them is read a page at a time, in one query."""

    def __init__(self, workbench: Workbench, clients: Sequence[ClientCalls], facts: dict[int, CallFacts]) -> None:
        self._workbench = workbench
        self._clients = clients
        self._facts = facts
        self._places = {one.client_id: place for place, one in enumerate(clients)}

    def total(self) -> int:
        """How many clients there are."""
        return len(self._clients)

    def page(self, offset: int, limit: int) -> Sequence[Row]:
        """The rows of a window."""
        shown = self._clients[offset : offset + limit]
        self.know([one.client_id for one in shown])
        word = self._workbench.item
        return [call_row(word(one.entry), len(one.others), self._facts.get(one.client_id)) for one in shown]

    def know(self, clients: Sequence[int]) -> None:
        """Read the facts of the clients that are not known yet."""
        unknown = [number for number in clients if number not in self._facts]
        if unknown:
            self._facts.update(self._workbench.read(call_facts, unknown))

    def find(self, key: RowKey) -> int | None:
        """The place of a client."""
        return self._places.get(int(key))

    def client(self, key: RowKey | None) -> ClientCalls | None:
        """The client of a row."""
        place = None if key is None else self.find(key)
        return None if place is None else self._clients[place]


class CallsScreen(QueueScreen):
    """The calls."""

    title_text = "Звонки"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(outcome.digit, f"outcome('{outcome.digit}')", outcome.word, show=False) for outcome in OUTCOMES),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._facts: dict[int, CallFacts] = {}
        self._day: DayOfCalls | None = None
        self._source: CallSource | None = None

    def body(self) -> ComposeResult:
        """The counter, the list with its card, the digits."""
        yield HeadLine(id="head")
        with Horizontal(id="panes"):
            yield RecordTable(COLUMNS, id="list", empty="Читаю…")
            yield CardPane(id="card")
        yield Static(plain(LEGEND), id="outcomes", markup=False)

    def on_mount(self) -> None:
        """The list has the focus."""
        self.query_one(RecordTable).focus()

    def keys(self) -> list[tuple[str, str]]:
        """The last line."""
        return [
            ("1", "…9 исход"),
            ("p", "обещание"),
            ("s", "отложить"),
            ("y", "текст"),
            ("g", "экраны"),
            ("f1", "помощь"),
        ]

    # Reading --------------------------------------------------------------------------------------------------

    def read_queue(self) -> list[Entry]:
        """The calls, the telephones of the first page, and what the day has brought."""
        entries = self.workbench.queue("calls")
        first = [one.client_id for one in by_client(entries)[:FIRST]]
        self._facts = dict(self.workbench.read(call_facts, first))
        self._day = self.workbench.read(day_of_calls)
        return entries

    def _replace(self, done: "Done") -> None:
        super()._replace(done)
        for client in done.clients:
            if client is not None:
                self._facts.pop(client, None)
        self._day = self.workbench.read(day_of_calls)

    def show_queue(self, *, keep: bool = True) -> None:
        """Show the clients to call."""
        clients = by_client(self._queue.of_split("calls"))
        self._source = CallSource(self.workbench, clients, self._facts)
        self.query_one(RecordTable).set_source(self._source, keep=keep, empty=EMPTY)
        self.query_one(HeadLine).show(self.title_text, counter(len(clients), self._day))

    def card_head(self, item: Item) -> list[CardLine]:
        """The strongest reason, then the others."""
        calls = self._calls()
        others = [self.workbench.item(entry) for entry in calls.others] if calls else []
        return call_lines(item, others)

    # Choosing -------------------------------------------------------------------------------------------------

    def _calls(self) -> ClientCalls | None:
        return self._source.client(self.query_one(RecordTable).cursor_key) if self._source else None

    def item(self) -> Item | None:
        """The strongest reason to call the client under the cursor."""
        calls = self._calls()
        return None if calls is None else self.workbench.item(calls.entry)

    def items(self) -> Sequence[Item]:
        """Every reason to call the clients selected, or the one under the cursor: what is put off is put off whole."""
        source = self._source
        found = [source.client(key) for key in self.query_one(RecordTable).targets()] if source else []
        return [self.workbench.item(entry) for calls in found if calls for entry in (calls.entry, *calls.others)]

    def action_outcome(self, digit: str) -> None:
        """Record how the call ended."""
        whom = self.whom()
        if whom is not None:
            self.outcome(digit, whom)
