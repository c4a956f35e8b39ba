"""What the lists of `Касса` share on the screen: the month and its totals, the list with its card, the filter.

A list is read in a thread when it is shown for the first time and after each act; the totals and the counters of all
lists are read with it. `screen.py` adds the keys.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from textual import on, work
from textual.app import ComposeResult
from textual.worker import get_current_worker

from cs_workbench.domain.cash import CashHead, cash_head
from cs_workbench.kernel.form import Form
from cs_workbench.kernel.queue import Item
from cs_workbench.kernel.text import count
from cs_workbench.presentation.cash import totals
from cs_workbench.presentation.client import glance_lines
from cs_workbench.presentation.shapes import CardLine, RowKey
from cs_workbench.screens.cash.base import CashBase
from cs_workbench.screens.cash.mode import Mode
from cs_workbench.screens.triage import Whom
from cs_workbench.widgets.backdrop import Panes
from cs_workbench.widgets.card_pane import CardPane
from cs_workbench.widgets.field_input import FieldInput
from cs_workbench.widgets.head_line import HeadLine
from cs_workbench.widgets.key_bar import KeyBar
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.row_source import ListSource
from cs_workbench.widgets.split_bar import SplitBar
from cs_workbench.widgets.status_line import StatusLine
from cs_workbench.workbench import News


class CashView(CashBase):
    """The lists, shown."""

    def __init__(self) -> None:
        super().__init__()
        self._modes: Mapping[str, Mode] = {mode.token: mode for mode in self.make_modes()}
        self._head: CashHead | None = None
        self._about: RowKey | None = None
        self._known: tuple[CardLine, ...] = ()

    def make_modes(self) -> Sequence[Mode]:
        """The lists."""
        raise AssertionError("the screen of keys makes the lists")

    def body(self) -> ComposeResult:
        """The lists' names, the totals, the list with its card, what its signs mean, the filter."""
        yield SplitBar(id="splits")
        yield HeadLine(id="head")
        with Panes(id="panes"):
            yield RecordTable((), id="list", empty="Читаю…")
            yield CardPane(id="card")
        yield StatusLine(id="legend")
        yield FieldInput(id="filter", placeholder="часть названия; Enter — к списку, Esc — всё")

    def on_mount(self) -> None:
        """The map of this month."""
        self.period = self.workbench.today().period
        self.query_one("#filter").display = False
        self._show_splits()
        self.table.focus()

    @property
    def mode(self) -> Mode:
        """The list that is shown."""
        return self._modes[self.query_one(SplitBar).active or "map"]

    def keys(self) -> list[tuple[str, str]]:
        """The last line."""
        return list(self.mode.keys) if self.query(SplitBar) else []

    def item(self) -> Item | None:
        """Rows here are no items of the queue."""
        return None

    def items(self) -> Sequence[Item]:
        """Rows here are no items of the queue."""
        return ()

    def subject(self, form: Form) -> Mapping[str, str]:
        """The client under the cursor."""
        whom = self._whom()
        return {} if whom is None else form.subject("client", whom.client_id, whom.client_id)

    def whom(self) -> Whom | None:
        """The client of the row under the cursor."""
        found = self._whom()
        if found is None:
            self.say("У этой строки нет клиента.", "warn")
        return found

    def _whom(self) -> Whom | None:
        key = self.table.cursor_key
        return self.mode.client_of(key) if key is not None and self.mode.fresh else None

    def call_lines(self) -> Sequence[CardLine]:
        """What the dialog of a call says of the client."""
        return self.card_lines()

    # Reading --------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the list that is shown; the others when they are shown."""
        for mode in self._modes.values():
            mode.fresh = False
        self.load(self.mode, self.period)

    @work(thread=True, exclusive=True, group="cash", exit_on_error=False)
    def load(self, mode: Mode, period: str) -> None:
        """Read a list and the totals; drop them if another reading has begun."""
        head = self.workbench.read(cash_head, period)
        found = mode.read(self.workbench, period)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._loaded, mode, head, found)

    def _loaded(self, mode: Mode, head: CashHead, found: Any) -> None:
        mode.take(found)
        mode.fresh, self._head = True, head
        if mode is self.mode and head.period == self.period:
            self._show_splits()
            self.show()

    def turned(self, news: News) -> None:
        """A minute changes nothing here."""
        if news.day or news.records:
            super().turned(news)

    # Showing --------------------------------------------------------------------------------------------------

    def _show_splits(self) -> None:
        counts: Mapping[str, int | None] = dict(self._head.counts) if self._head else {}
        splits = [(mode.token, mode.title, counts.get(mode.token, mode.size)) for mode in self._modes.values()]
        self.query_one(SplitBar).set_splits(splits)
        self.query_one(KeyBar).show(self.keys())

    def show(self, *, keep: bool = True) -> None:
        """Show the list as it is held."""
        mode = self.mode
        if not mode.fresh:
            return
        source = mode.source(self.words)
        self._fit()
        self.table.set_source(source, keep=keep, empty=self._empty(mode))
        rows = count(source.total(), "строка", "строки", "строк")
        chosen = "" if mode.chosen == "all" else f"отбор: {mode.choice()} · "
        self.query_one("#status", StatusLine).set_counters(f"{chosen}{rows}")
        self.show_card()

    def _empty(self, mode: Mode) -> str:
        narrowed = self.words or mode.chosen != "all"
        return "Ничего не подходит. Esc — показать всё" if narrowed else mode.empty

    def _fit(self) -> None:
        """Columns and lines for the width that there is."""
        mode, width = self.mode, self.size.width
        if mode.fresh:
            self.table.set_columns(mode.columns(self.table.size.width or width))
            self.query_one("#legend", StatusLine).say(mode.legend(width), "quiet")
        if self._head is not None:
            self.query_one("#head", HeadLine).show(*totals(self._head, width))

    def on_resize(self) -> None:
        """Another width, other columns; after the list has its own."""
        self.call_after_refresh(self._fit)

    # The card -------------------------------------------------------------------------------------------------

    @on(RecordTable.Highlighted, "#list")
    def follow(self) -> None:
        """The cursor is on another row."""
        self.show_card()

    def show_card(self) -> None:
        """The row under the cursor: what it says itself at once, what is known of its client after it."""
        key = self.table.cursor_key
        if key != self._about:
            self._about, self._known = key, ()
        self._draw_card()
        whom = self._whom()
        if key is not None and whom is not None:
            self.read_client(key, whom.client_id)

    def card_lines(self) -> list[CardLine]:
        """The card of the row under the cursor, as far as it is known."""
        key = self.table.cursor_key
        lines = [] if key is None or not self.mode.fresh else self.mode.card(key)
        return [*lines, CardLine(""), *self._known] if self._known else lines

    def _draw_card(self) -> None:
        self.query_one("#card", CardPane).show(self.card_lines(), about=self.table.cursor_key)

    def forget(self) -> None:
        """Another list: its rows have keys of their own."""
        self._about, self._known = None, ()
        self.query_one(KeyBar).show(self.keys())
        self.table.set_source(ListSource(), keep=False, empty="Читаю…")
        self._draw_card()

    @work(thread=True, exclusive=True, group="card", exit_on_error=False)
    def read_client(self, key: RowKey, client_id: int) -> None:
        """What is known of a client; dropped if the cursor has moved on."""
        glance = self.workbench.glance(client_id)
        if glance is not None and not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_client, key, tuple(glance_lines(glance)))

    def _show_client(self, key: RowKey, lines: tuple[CardLine, ...]) -> None:
        if key == self.table.cursor_key:
            self._known = lines
            self._draw_card()
