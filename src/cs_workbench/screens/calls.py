"""`Звонки`: the day's calls, a row a client. A digit records the outcome at once, and the next client is under the
cursor by itself.

The strongest reason to call stands in the row, the others in the card. Telephones are read a page of clients at a
time. Digits are outcomes here, so the other screens are reached by `g` and a letter, or F2.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static
from textual.worker import get_current_worker

from cs_workbench.domain.calls_day import CallFacts, DayOfCalls, call_facts, day_of_calls
from cs_workbench.kernel.queue import Entry, Item
from cs_workbench.presentation.calling import OUTCOMES
from cs_workbench.presentation.calls import COLUMNS, by_client, call_lines, call_row, counter, legend
from cs_workbench.presentation.shapes import CardLine, Row, RowKey
from cs_workbench.screens.queue_screen import QueueScreen
from cs_workbench.screens.shown import Shown
from cs_workbench.widgets.backdrop import Panes
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

MARGINS = 2
"""Cells beside the digits: their padding."""


class CallSource:
    """Clients to call as rows; what is known of them is read a page at a time, in one query."""

    def __init__(
        self,
        workbench: Workbench,
        calls: Mapping[int, Sequence[Entry]],
        facts: dict[int, CallFacts],
        rows: dict[int, Row],
    ) -> None:
        self._workbench = workbench
        self._calls = calls
        self._facts = facts
        self._rows = rows
        self._clients = list(calls)
        self._places = dict(zip(self._clients, range(len(self._clients)), strict=True))

    def total(self) -> int:
        """How many clients there are."""
        return len(self._clients)

    def page(self, offset: int, limit: int) -> Sequence[Row]:
        """The rows of a window; those that were worded before are kept."""
        shown = self._clients[offset : offset + limit]
        new = [client for client in shown if client not in self._rows]
        self._know(new)
        for client in new:
            reasons = self._calls[client]
            self._rows[client] = call_row(self._workbench.item(reasons[0]), len(reasons) - 1, self._facts.get(client))
        return [self._rows[client] for client in shown]

    def _know(self, clients: Sequence[int]) -> None:
        """Read the facts of the clients that are not known yet."""
        unknown = [client for client in clients if client not in self._facts]
        if unknown:
            self._facts.update(self._workbench.read(call_facts, unknown))

    def find(self, key: RowKey) -> int | None:
        """The place of a client."""
        return self._places.get(int(key))

    def reasons(self, key: RowKey | None) -> Sequence[Entry]:
        """The reasons to call the client of a row, the strongest first."""
        return () if key is None else self._calls.get(int(key), ())


class CallsScreen(QueueScreen):
    """The calls."""

    CSS_PATH = "house.tcss"
    title_text = "Звонки"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(outcome.digit, f"outcome('{outcome.digit}')", outcome.word, show=False) for outcome in OUTCOMES),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._facts: dict[int, CallFacts] = {}
        self._rows: dict[int, Row] = {}
        self._day: DayOfCalls | None = None
        self._left = 0
        self._source: CallSource | None = None

    def body(self) -> ComposeResult:
        """The counter, the list with its card, the digits."""
        yield HeadLine(id="head")
        with Panes(id="panes"):
            yield RecordTable(COLUMNS, id="list", empty="Читаю…")
            yield CardPane(id="card")
        yield Static(id="outcomes", markup=False)

    def on_mount(self) -> None:
        """The list has the focus."""
        self.query_one(RecordTable).focus()

    def on_resize(self) -> None:
        """The digits in as many lines as they need."""
        outcomes = self.query_one("#outcomes", Static)
        outcomes.update(plain(legend(self.size.width - MARGINS)))

    def keys(self) -> list[tuple[str, str]]:
        """The last line."""
        return [
            ("1…9", "исход"),
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
        facts = dict(self.workbench.read(call_facts, list(by_client(entries))[:FIRST]))
        day = self.workbench.read(day_of_calls)
        self._facts, self._rows, self._day = facts, {}, day
        return entries

    def _replace(self, done: "Done") -> None:
        super()._replace(done)
        for client in done.clients:
            if client is not None:
                self._facts.pop(client, None)
                self._rows.pop(client, None)
        self.read_day()

    @work(thread=True, exclusive=True, group="day", exit_on_error=False)
    def read_day(self) -> None:
        """What the day has brought, after an act."""
        day = self.workbench.read(day_of_calls)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_day, day)

    def _show_day(self, day: DayOfCalls) -> None:
        self._day = day
        self.query_one("#head", HeadLine).show(self.title_text, counter(self._left, day))

    def show_queue(self, *, keep: bool = True) -> None:
        """Show the clients to call."""
        calls = by_client(self._queue.of_split("calls"))
        self._source, self._left = CallSource(self.workbench, calls, self._facts, self._rows), len(calls)
        self.query_one(RecordTable).set_source(self._source, keep=keep, empty=EMPTY)
        self.query_one("#head", HeadLine).show(self.title_text, counter(self._left, self._day))

    def card_head(self, item: Item) -> list[CardLine]:
        """The strongest reason, then the others."""
        return call_lines(item, [self.workbench.item(entry) for entry in self._reasons()[1:]])

    def shown_list(self) -> Shown:
        """The calls, for a file."""
        return Shown("calls", {})

    # Choosing -------------------------------------------------------------------------------------------------

    def _reasons(self) -> Sequence[Entry]:
        return self._source.reasons(self.query_one(RecordTable).cursor_key) if self._source else ()

    def item(self) -> Item | None:
        """The strongest reason to call the client under the cursor."""
        reasons = self._reasons()
        return self.workbench.item(reasons[0]) if reasons else None

    def items(self) -> Sequence[Item]:
        """Every reason to call the clients selected, or the one under the cursor: what is put off is put off whole."""
        source = self._source
        keys = self.query_one(RecordTable).targets() if source else ()
        return [self.workbench.item(entry) for key in keys if source for entry in source.reasons(key)]

    def action_outcome(self, digit: str) -> None:
        """Record how the call ended."""
        whom = self.whom()
        if whom is not None:
            self.outcome(digit, whom)
