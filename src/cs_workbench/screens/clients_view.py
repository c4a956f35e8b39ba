"""The lists of `Клиенты`, read and shown: the totals, the rows a page at a time, the card beside them, the filter.
`clients.py` adds the keys.
"""

from array import array
from collections.abc import Callable, Mapping, Sequence

from textual import work
from textual.worker import get_current_worker

from cs_workbench.domain.client_list import ClientTotals, client_ids, client_rows, client_totals
from cs_workbench.domain.glance import Glance
from cs_workbench.kernel.errors import Unavailable
from cs_workbench.kernel.form import Form
from cs_workbench.kernel.text import count
from cs_workbench.presentation.client import glance_lines
from cs_workbench.presentation.client_list import COLUMNS, EMPTY, LISTS, NOTHING, client_row, next_words, totals_line
from cs_workbench.presentation.shapes import CardLine, Row, RowKey
from cs_workbench.screens.lists import ListsScreen
from cs_workbench.screens.shown import Shown
from cs_workbench.screens.triage import Whom
from cs_workbench.widgets.head_line import HeadLine
from cs_workbench.widgets.split_bar import SplitBar
from cs_workbench.widgets.status_line import StatusLine
from cs_workbench.workbench import Workbench

SHOWN = 100
"""Rows of a page that is looked at; a bigger one is asked for its keys alone."""

REMEMBERED = 4_000
"""Clients of whom it is kept what comes next."""


class ClientSource:
    """Clients as rows, a page by one reading. What comes next takes forty: it is asked for with `ask`, and stands in
    `following` when it has been read.
    """

    def __init__(
        self,
        workbench: Workbench,
        ids: "array[int]",
        following: Mapping[int, str],
        ask: Callable[[Sequence[int]], object],
    ) -> None:
        self._workbench = workbench
        self._ids = ids
        self._following = following
        self._ask = ask

    def total(self) -> int:
        """How many clients there are."""
        return len(self._ids)

    def page(self, offset: int, limit: int) -> Sequence[Row]:
        """The rows of a window; numbers alone while the database does not answer."""
        ids = self._ids[offset : offset + limit]
        if limit > SHOWN:
            return [Row(number, ()) for number in ids]
        unknown = [number for number in ids if number not in self._following]
        if unknown:
            self._ask(unknown)
        try:
            rows = {row.id: row for row in self._workbench.read(client_rows, ids)}
        except Unavailable:
            rows = {}
        year = self._workbench.today().today.year
        return [
            client_row(rows[number], self._following.get(number, "…"), year)
            if number in rows
            else Row(number, (f"№ {number}",))
            for number in ids
        ]

    def find(self, key: RowKey) -> int | None:
        """The place of a client."""
        try:
            return self._ids.index(int(key))
        except ValueError:
            return None


class ClientsView(ListsScreen):
    """The lists, shown."""

    title_text = "Клиенты"
    columns = COLUMNS
    first = "all"
    filter_hint = "часть названия"

    def __init__(self) -> None:
        super().__init__()
        self._totals: ClientTotals | None = None
        self._shown: tuple[str, str] | None = None
        """The list and the letters that the rows answer."""
        self._ids = array("q")
        self._following: dict[int, str] = {}
        """What comes next, by client, as it was when the list was read."""
        self._glance: Glance | None = None

    # Reading --------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the totals and the list that is shown."""
        self.load(self.chosen_list, self.words, max(0, self.table.cursor_index - SHOWN // 2))

    @work(thread=True, exclusive=True, group="clients", exit_on_error=False)
    def load(self, order: str, words: str, start: int) -> None:
        """Read the order of a list, and what comes next for the clients around a place of it; drop it if another
        reading has begun.
        """
        totals = self.workbench.read(client_totals)
        ids = self.workbench.read(client_ids, order, words)
        start = start if (order, words) == self._shown else 0
        following = self._next(ids[start : start + SHOWN])
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._loaded, (order, words), totals, ids, following)

    def _next(self, ids: Sequence[int]) -> dict[int, str]:
        found = self.workbench.next_of_clients(ids)
        return {number: next_words(found.get(number)) for number in ids}

    @work(thread=True, group="next", exit_on_error=False)
    def read_next(self, ids: Sequence[int]) -> None:
        """What comes next for the clients of a page that is shown."""
        following = self._following
        found = self._next(ids)
        self.app.call_from_thread(self._know_next, following, found)

    def _know_next(self, following: dict[int, str], found: Mapping[int, str]) -> None:
        if following is self._following:
            if len(following) > REMEMBERED:
                following.clear()
            following.update(found)
            self._show_rows(keep=True)

    def _loaded(
        self, shown: tuple[str, str], totals: ClientTotals, ids: "array[int]", following: dict[int, str]
    ) -> None:
        keep = shown == self._shown
        self._totals, self._shown, self._ids, self._following = totals, shown, ids, following
        self.show_totals()
        self._show_rows(keep=keep)
        self.query_one("#status", StatusLine).set_counters(count(len(ids), "строка", "строки", "строк"))
        self.show_card()

    def _show_rows(self, *, keep: bool) -> None:
        order, words = self._shown or ("all", "")
        source = ClientSource(self.workbench, self._ids, self._following, self.read_next)
        self.table.set_source(source, keep=keep, empty=NOTHING if words else EMPTY[order])

    def show_totals(self) -> None:
        """How many clients each list asks to look at; what all of them owe."""
        totals = self._totals
        counts = totals.counts if totals else {}
        self.query_one(SplitBar).set_splits([(name, title, counts.get(name)) for name, title in LISTS.items()])
        if totals:
            self.query_one("#head", HeadLine).show(*totals_line(totals, self.size.width))

    # The client under the cursor ------------------------------------------------------------------------------

    def shown_list(self) -> Shown:
        """The list in its order, for a file."""
        return Shown("client", {}, self.workbench.read(client_ids, self.chosen_list, self.words))

    def chosen(self) -> list[int]:
        """Ids of the clients selected, or of the one under the cursor."""
        return [int(key) for key in self.table.targets()]

    def whom(self) -> Whom | None:
        """The client under the cursor."""
        row = self.table.cursor_row
        if row is None:
            self.say("Выберите клиента: список пуст.", "warn")
            return None
        return Whom(int(row.key), row.cells[0])

    def subject(self, form: Form) -> Mapping[str, str]:
        """The client under the cursor."""
        key = self.table.cursor_key
        return {} if key is None else form.subject("client", int(key), int(key))

    def known(self) -> Glance | None:
        """What is known of the client under the cursor, once it has been read."""
        return self._glance if self._about == self.table.cursor_key else None

    # The card -------------------------------------------------------------------------------------------------

    def show_card(self) -> None:
        """The name at once, what is known of the client after it."""
        key = self.table.cursor_key
        if key != self._about:
            self._about, self._glance = key, None
        self.draw_card()
        if key is not None:
            self.read_client(int(key))

    def card_lines(self) -> list[CardLine]:
        """The card of the client under the cursor, as far as it is known."""
        row = self.table.cursor_row
        if row is None:
            return []
        known = self.known()
        said = [CardLine(""), *glance_lines(known)] if known else []
        following = row.cells[-1] if len(row.cells) > 1 else ""
        return [CardLine(row.cells[0], "title"), *([CardLine(f"Дальше: {following}")] if following else []), *said]

    @work(thread=True, exclusive=True, group="card", exit_on_error=False)
    def read_client(self, client_id: int) -> None:
        """What is known of a client; dropped if the cursor has moved on."""
        glance = self.workbench.glance(client_id)
        if glance is not None and not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_client, glance)

    def _show_client(self, glance: Glance) -> None:
        if glance.client_id == self.table.cursor_key:
            self._about, self._glance = glance.client_id, glance
            self.draw_card()
