"""The lists of `Обращения`, read and shown: who waits for whom, conflicts, what has ended; the row's card beside them.
`requests.py` adds the keys.
"""

from array import array
from collections.abc import Mapping, Sequence

from textual import work
from textual.worker import get_current_worker

from cs_workbench.domain.glance import Glance
from cs_workbench.domain.request_list import (
    CONFLICTS,
    ListedConflict,
    ListedRequest,
    WholeRequest,
    conflicts_at,
    counts,
    ids_of,
    requests_at,
    whole_request,
)
from cs_workbench.kernel.errors import Unavailable
from cs_workbench.kernel.form import Form
from cs_workbench.kernel.text import count
from cs_workbench.presentation.client import glance_lines
from cs_workbench.presentation.request_list import (
    COLUMNS,
    EMPTY,
    LISTS,
    NOTHING,
    conflict_lines,
    conflict_row,
    request_row,
    totals_line,
    who,
    whole_lines,
)
from cs_workbench.presentation.shapes import CardLine, Row, RowKey
from cs_workbench.screens.lists import ListsScreen
from cs_workbench.screens.shown import Shown
from cs_workbench.screens.triage import Whom
from cs_workbench.widgets.head_line import HeadLine
from cs_workbench.widgets.split_bar import SplitBar
from cs_workbench.widgets.status_line import StatusLine
from cs_workbench.workbench import Workbench

Listed = ListedRequest | ListedConflict


class RequestSource:
    """Requests, or conflicts, as rows; a page of them is one reading. What was read of a page is kept for its keys."""

    def __init__(self, workbench: Workbench, name: str, ids: "array[int]") -> None:
        self._workbench = workbench
        self._record = "conflict" if name == CONFLICTS else "request"
        self._ids = ids
        self.read: dict[str, Listed] = {}

    def total(self) -> int:
        """How many there are."""
        return len(self._ids)

    def page(self, offset: int, limit: int) -> Sequence[Row]:
        """The rows of a window; numbers alone while the database does not answer."""
        ids = self._ids[offset : offset + limit]
        try:
            rows = self._rows(ids)
        except Unavailable:
            rows = {}
        return [rows.get(number) or Row(f"{self._record}:{number}", (f"№ {number}",)) for number in ids]

    def _rows(self, ids: Sequence[int]) -> Mapping[int, Row]:
        if self._record == "conflict":
            conflicts = self._workbench.read(conflicts_at, ids)
            self.read.update((f"conflict:{number}", one) for number, one in conflicts.items())
            return {number: conflict_row(one) for number, one in conflicts.items()}
        requests = self._workbench.read(requests_at, ids)
        self.read.update((f"request:{number}", one) for number, one in requests.items())
        return {number: request_row(one) for number, one in requests.items()}

    def find(self, key: RowKey) -> int | None:
        """The place of a row."""
        record, _, number = str(key).partition(":")
        try:
            return self._ids.index(int(number)) if record == self._record else None
        except ValueError:
            return None


class RequestsView(ListsScreen):
    """The lists, shown."""

    title_text = "Обращения"
    columns = COLUMNS
    first = "ours"
    filter_hint = "слово из текста или названия"

    def __init__(self) -> None:
        super().__init__()
        self._counts: Mapping[str, int | None] = {}
        self._shown: tuple[str, str] | None = None
        self._source: RequestSource | None = None
        self._whole: tuple[CardLine, ...] = ()

    # Reading --------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the counts and the list that is shown."""
        self.load(self.chosen_list, self.words)

    @work(thread=True, exclusive=True, group="requests", exit_on_error=False)
    def load(self, name: str, words: str) -> None:
        """Read the order of a list; drop it if another reading has begun."""
        found = self.workbench.read(counts)
        ids = self.workbench.read(ids_of, name, words)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._loaded, (name, words), found, ids)

    def _loaded(self, shown: tuple[str, str], found: Mapping[str, int | None], ids: "array[int]") -> None:
        keep = shown == self._shown
        name, words = shown
        self._counts, self._shown = {**found, "ended": len(ids) if name == "ended" else found["ended"]}, shown
        self.show_totals()
        self._source = RequestSource(self.workbench, name, ids)
        self.table.set_source(self._source, keep=keep, empty=NOTHING if words else EMPTY[name])
        self.query_one("#status", StatusLine).set_counters(count(len(ids), "строка", "строки", "строк"))
        self.show_card()

    def show_totals(self) -> None:
        """How many rows each list has."""
        found = self._counts
        self.query_one(SplitBar).set_splits([(name, title, found.get(name)) for name, title in LISTS.items()])
        if found:
            self.query_one("#head", HeadLine).show(*totals_line(found))

    # The row under the cursor ---------------------------------------------------------------------------------

    def shown_list(self) -> Shown:
        """The list in its order, for a file."""
        name = self.chosen_list
        kind = "conflict" if name == CONFLICTS else "request"
        return Shown(kind, {}, self.workbench.read(ids_of, name, self.words))

    def listed(self) -> Listed | None:
        """The request or the conflict under the cursor."""
        key = self.table.cursor_key
        return None if key is None or self._source is None else self._source.read.get(str(key))

    def whom(self) -> Whom | None:
        """The client of the row under the cursor."""
        one = self.listed()
        if one is None or one.client_id is None:
            self.say("У этой строки нет клиента: m — указать, чьё это обращение.", "warn")
            return None
        return Whom(one.client_id, one.client)

    def subject(self, form: Form) -> Mapping[str, str]:
        """What the row under the cursor answers of a form: itself, its client, its handover."""
        one = self.listed()
        if one is None:
            return {}
        if isinstance(one, ListedConflict):
            return form.subject("conflict", one.id, one.client_id)
        asked = form.subject("handover", one.handover, one.client_id) if one.handover else {}
        return {**asked, **form.subject("request", one.id, one.client_id)}

    # The card -------------------------------------------------------------------------------------------------

    def show_card(self) -> None:
        """The row at once, all of it after it has been read."""
        key = self.table.cursor_key
        if key != self._about:
            self._about, self._whole = key, ()
        self.draw_card()
        one = self.listed()
        if one is not None:
            self.read_whole(str(key), one)

    def card_lines(self) -> list[CardLine]:
        """The card of the row under the cursor, as far as it is known."""
        one = self.listed()
        if one is None:
            return []
        if self._whole:
            return list(self._whole)
        if isinstance(one, ListedConflict):
            return list(conflict_lines(one))
        return [CardLine(f"№ {one.id} · {who(one)}", "title"), CardLine(one.text)]

    @work(thread=True, exclusive=True, group="card", exit_on_error=False)
    def read_whole(self, key: str, one: Listed) -> None:
        """The request whole, or the conflict, and what is known of its client; dropped if the cursor has moved on."""
        glance = None if one.client_id is None else self.workbench.glance(one.client_id)
        whole = None if isinstance(one, ListedConflict) else self.workbench.read(whole_request, one.id)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_whole, key, one, whole, glance)

    def _show_whole(self, key: str, one: Listed, whole: WholeRequest | None, glance: Glance | None) -> None:
        if key != self.table.cursor_key:
            return
        lines = (
            list(conflict_lines(one)) if isinstance(one, ListedConflict) else list(whole_lines(whole) if whole else ())
        )
        known = [CardLine(""), *glance_lines(glance)] if glance and lines else []
        self._whole = (*lines, *known)
        self.draw_card()
