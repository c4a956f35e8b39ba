"""The card of a client, read and shown: the head over the tabs, the timeline narrowed to some events, the row that was
asked for. `client_page.py` reads it, `client.py` adds the keys.
"""

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.worker import get_current_worker

from cs_workbench.presentation.client_head import head_lines
from cs_workbench.presentation.client_tabs import COLUMNS, EMPTY, TABS
from cs_workbench.presentation.timeline import FILTERS
from cs_workbench.screens.client_page import ClientPage, read_page
from cs_workbench.screens.client_rows import TAB_OF
from cs_workbench.screens.triage import TriageScreen
from cs_workbench.widgets.card_pane import CardPane
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.row_source import ListSource, RowSource
from cs_workbench.widgets.split_bar import SplitBar
from cs_workbench.workbench import News

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done

HEAD_HEIGHT = 9
"""The most lines that the head takes; more are scrolled."""


class ClientView(TriageScreen):
    """One client at a time."""

    CSS_PATH = "house.tcss"
    title_text = "Клиент"

    def __init__(self) -> None:
        super().__init__()
        self._client_id = 0
        self._page: ClientPage | None = None
        self._events = "all"
        self._at = ""

    def body(self) -> ComposeResult:
        """The head, the tabs, the rows of one of them."""
        yield CardPane(id="client-head")
        yield SplitBar(id="splits")
        yield RecordTable(COLUMNS["feed"], id="list", empty="Читаю…")

    def on_mount(self) -> None:
        """The rows have the focus."""
        self._show_tabs()
        self.query_one(RecordTable).focus()

    # Reading --------------------------------------------------------------------------------------------------

    def about(self, client_id: int, at: str = "") -> None:
        """Make it ready for a client, with the cursor on a row of it (`invoice:12`) where one is asked for; what was
        read of another is dropped.
        """
        self._at = at
        if client_id != self._client_id:
            self._client_id, self._page, self._events = client_id, None, "all"
            if self.is_mounted:
                self._blank()
        self._stale = True

    def _blank(self) -> None:
        self.query_one("#client-head", CardPane).show([])
        self.query_one(SplitBar).activate("feed")
        self._show_tabs()
        self.query_one(RecordTable).set_source(ListSource(), keep=False, empty="Читаю…")

    def reload(self) -> None:
        """Read the client again."""
        self.load(self._client_id)

    @work(thread=True, exclusive=True, group="client", exit_on_error=False)
    def load(self, client_id: int) -> None:
        """Read the client; drop it if a newer reading has begun."""
        page = read_page(self.workbench, client_id)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._loaded, client_id, page)

    def _loaded(self, client_id: int, page: ClientPage | None) -> None:
        if client_id != self._client_id:
            return
        if page is None:
            self.leave()
            return
        self._page = page
        head = self.query_one("#client-head", CardPane)
        head.show(head_lines(page.head, page.next_item), about=client_id)
        head.styles.height = min(HEAD_HEIGHT, head.total_lines())
        self._show_tabs()
        self.show_tab(keep=True)
        self._go()

    def leave(self) -> None:
        """Back to where it was opened from."""
        if self.is_shown:
            self.app.pop_screen()

    def changed(self, done: "Done") -> None:
        """Read again what an act of this client changed."""
        if self._client_id in done.clients:
            super().changed(done)

    def turned(self, news: News) -> None:
        """Another window's change, or another day."""
        if news.records or news.day:
            super().turned(news)

    # Tabs -----------------------------------------------------------------------------------------------------

    def _show_tabs(self) -> None:
        page, titles = self._page, dict(TABS)
        if self._events != "all":
            titles["feed"] = f"{TABS['feed']}: {FILTERS[self._events][0]}"
        counts = {tab: page.count(tab) if page else None for tab in TABS}
        if page and self._events != "all":
            counts["feed"] = self._source("feed", page).total()
        self.query_one(SplitBar).set_splits([(tab, title, counts[tab]) for tab, title in titles.items()])

    @property
    def tab(self) -> str:
        """The tab that is shown."""
        return self.query_one(SplitBar).active or "feed"

    def show_tab(self, *, keep: bool) -> None:
        """Show the rows of the tab; nothing is done with a heading, so the cursor does not rest on one."""
        if self._page is None:
            return
        table = self.query_one(RecordTable)
        table.set_columns(COLUMNS[self.tab])
        narrowed = self.tab == "feed" and self._events != "all"
        empty = "Такого не было. ← → — другой отбор" if narrowed else EMPTY[self.tab]
        table.set_source(self._source(self.tab, self._page), keep=keep, empty=empty)
        if str(table.cursor_key or "").startswith("title:"):
            table.action_move(1)

    def _source(self, tab: str, page: ClientPage) -> RowSource:
        return page.feed.of_kinds(FILTERS[self._events][1]) if tab == "feed" else page.source(tab)

    @on(SplitBar.Changed)
    def change_tab(self) -> None:
        """Another tab, from its beginning or from the row that was asked for."""
        self.show_tab(keep=False)
        self._go()

    def _go(self) -> None:
        """Put the cursor on the row that was asked for; on its tab first, which comes back here."""
        tab = TAB_OF.get(self._at.partition(":")[0])
        if tab is None or self._page is None:
            return
        if self.tab != tab:
            self.query_one(SplitBar).activate(tab)
            return
        record, _, number = self._at.partition(":")
        self._at = ""
        self.query_one(RecordTable).move_to(int(number) if record == "contact" else f"{record}:{number}")

    def action_tab(self, by: int) -> None:
        """The next or the last tab."""
        self.query_one(SplitBar).step(by)

    def choose_events(self, name: str) -> None:
        """Narrow the timeline to some events, and show it."""
        self._events = name
        self._show_tabs()
        if self.tab == "feed":
            self.show_tab(keep=False)
        else:
            self.query_one(SplitBar).activate("feed")

    def action_events(self, by: int) -> None:
        """The next choice of events on «Лента»."""
        if self.tab == "feed":
            names = list(FILTERS)
            self.choose_events(names[(names.index(self._events) + by) % len(names)])
