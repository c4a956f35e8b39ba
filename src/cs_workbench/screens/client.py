"""The card of a client: what it owes, how it stands and what comes next over four tabs, «Лента», «Деньги», «Дела»,
«Люди».

It is opened over any other screen and Esc goes back to it. Calls, promises and notes are about this client whatever
the tab; the keys of the queue work on «Дела». `client_page.py` reads it.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.worker import get_current_worker

from cs_workbench.kernel.form import Form
from cs_workbench.kernel.queue import Item
from cs_workbench.presentation.client_head import client_values, head_lines
from cs_workbench.presentation.client_tabs import COLUMNS, EMPTY, TABS, contact_values
from cs_workbench.presentation.shapes import CardLine
from cs_workbench.presentation.timeline import event_lines
from cs_workbench.screens.client_page import ClientPage, read_page
from cs_workbench.screens.dialogs.text import TextDialog
from cs_workbench.screens.triage import TriageScreen, Whom
from cs_workbench.widgets.card_pane import CardPane
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.row_source import ListSource
from cs_workbench.widgets.split_bar import SplitBar
from cs_workbench.workbench import News

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done

HEAD_HEIGHT = 9
"""The most lines that the head takes; more are scrolled."""

ANSWERS: Mapping[str, Sequence[str]] = {
    "invoice": (
        "billing.send_invoice",
        "billing.set_number",
        "billing.replace_invoice",
        "billing.cancel_invoice",
        "billing.write_off",
        "collection.hold",
    ),
    "promise": ("collection.cancel_promise",),
    "client_credit": ("billing.apply_credit",),
    "subscription": ("billing.change_price", "billing.pause", "billing.end"),
    "payment": ("billing.allocate",),
}
"""What can be done with a line of «Деньги», by its record."""


class ClientScreen(TriageScreen):
    """One client at a time."""

    CSS_PATH = "house.tcss"
    title_text = "Клиент"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "tab(1)", "следующая вкладка", show=False, priority=True),
        Binding("shift+tab", "tab(-1)", "предыдущая вкладка", show=False, priority=True),
        Binding("a,plus", "add", "добавить", show=False),
        Binding("e", "edit", "изменить", show=False),
        Binding("y", "copy", "текст в буфер", show=False),
        Binding("escape", "back", "назад к списку", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._client_id = 0
        self._page: ClientPage | None = None

    def body(self) -> ComposeResult:
        """The head, the tabs, the rows of one of them."""
        yield CardPane(id="client-head")
        yield SplitBar(id="splits")
        yield RecordTable(COLUMNS["feed"], id="list", empty="Читаю…")

    def on_mount(self) -> None:
        """The rows have the focus."""
        self._show_tabs()
        self.query_one(RecordTable).focus()

    def keys(self) -> list[tuple[str, str]]:
        """The last line."""
        return [
            ("tab", "вкладки"),
            ("c", "звонок"),
            ("p", "обещание"),
            ("n", "заметка"),
            ("e", "изменить"),
            ("escape", "назад"),
        ]

    # Reading and showing --------------------------------------------------------------------------------------

    def about(self, client_id: int) -> None:
        """Make it ready for a client; what was read of another is dropped."""
        if client_id != self._client_id:
            self._client_id, self._page = client_id, None
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
            self.action_back()
            return
        self._page = page
        head = self.query_one("#client-head", CardPane)
        head.show(head_lines(page.head, page.next_item), about=client_id)
        head.styles.height = min(HEAD_HEIGHT, head.total_lines())
        self._show_tabs()
        self.show_tab(keep=True)

    def _show_tabs(self) -> None:
        page = self._page
        self.query_one(SplitBar).set_splits(
            [(tab, title, page.count(tab) if page else None) for tab, title in TABS.items()]
        )

    @property
    def tab(self) -> str:
        """The tab that is shown."""
        return self.query_one(SplitBar).active or "feed"

    def show_tab(self, *, keep: bool) -> None:
        """Show the rows of the tab."""
        if self._page is None:
            return
        table = self.query_one(RecordTable)
        table.set_columns(COLUMNS[self.tab])
        table.set_source(self._page.source(self.tab), keep=keep, empty=EMPTY[self.tab])

    def changed(self, done: "Done") -> None:
        """Read again what an act of this client changed."""
        if self._client_id in done.clients:
            super().changed(done)

    def turned(self, news: News) -> None:
        """Another window's change, or another day."""
        if news.records or news.day:
            super().turned(news)

    @on(SplitBar.Changed)
    def change_tab(self) -> None:
        """Another tab, from its first row that is not a heading."""
        self.show_tab(keep=False)
        if (key := self._row("money")) and key.startswith("title:"):
            self.query_one(RecordTable).action_move(1)

    def action_tab(self, by: int) -> None:
        """The next or the last tab."""
        self.query_one(SplitBar).step(by)

    # Choosing -------------------------------------------------------------------------------------------------

    def _row(self, tab: str) -> str | None:
        """The key of the row under the cursor, where that tab is shown."""
        key = self.query_one(RecordTable).cursor_key
        return None if key is None or self.tab != tab else str(key)

    def item(self) -> Item | None:
        """The thing to do under the cursor of «Дела»."""
        found = [item for item in self._items() if item.key == self._row("items")]
        if not found:
            self.say("Это делают на вкладке «Дела»: Tab.", "warn")
            return None
        return found[0]

    def items(self) -> Sequence[Item]:
        """The things to do that are selected, or the one under the cursor."""
        keys = self.query_one(RecordTable).targets() if self.tab == "items" else ()
        return [item for item in self._items() if item.key in keys]

    def _items(self) -> Sequence[Item]:
        return self._page.items if self._page else ()

    def whom(self) -> Whom | None:
        """This client, whatever is under the cursor."""
        return Whom(self._client_id, self._page.head.name) if self._page else None

    def call_lines(self) -> Sequence[CardLine]:
        """What the dialog of a call says of the client."""
        page = self._page
        if page is None:
            return []
        people = page.source("people").page(0, 3)
        said = ["  ".join(part for part in row.cells[:3] if part) for row in people]
        return [*head_lines(page.head, page.next_item)[:3], *(CardLine(line) for line in said)]

    def subject(self, form: Form) -> Mapping[str, str]:
        """What this client answers of a form."""
        return form.subject("client", self._client_id, self._client_id)

    # Keys -----------------------------------------------------------------------------------------------------

    @on(RecordTable.Chosen, "#list")
    def open_row(self) -> None:
        """Enter: an event whole, what can be done with money, the fact of a thing to do, a contact's form."""
        page = self._page
        if page is None:
            return
        if key := self._row("feed"):
            event = page.feed.event(key)
            if event is not None:
                self.app.push_screen(self.app.dialog(TextDialog).about(event_lines(event)))
        elif key := self._row("money"):
            self._open_money(key)
        elif self.tab == "items":
            self.action_answer()
        else:
            self.action_edit()

    def _open_money(self, key: str) -> None:
        record, _, number = key.partition(":")
        if record in ANSWERS:
            self.app.open_actions(ANSWERS[record], lambda name: self._open_for(name, record, int(number)))

    def _open_for(self, action: str, record: str, number: int) -> None:
        form = self.workbench.form(action)
        if form is not None:
            self.app.open_form(self, form, form.subject(record, number, self._client_id))

    def action_add(self) -> None:
        """A person on «Люди», anything about this client on the other tabs."""
        form = self.workbench.form("clients.add_contact") if self.tab == "people" else None
        if form is None:
            self.app.open_additions(self)
        else:
            self.app.open_form(self, form, self.subject(form))

    def action_edit(self) -> None:
        """The card of the client, or the contact under the cursor of «Люди»."""
        page, key = self._page, self._row("people")
        if page is None:
            return
        if key is not None:
            person = next(one for one in page.people if str(one.id) == key)
            form = self.workbench.form("clients.edit_contact")
            known, values = {"contact": key, "rev": str(person.rev)}, contact_values(person)
        else:
            form = self.workbench.form("clients.edit")
            known, values = {"client": str(self._client_id), "rev": str(page.head.rev)}, client_values(page.head)
        if form is not None:
            self.app.open_form(self, form, known, values)

    def action_copy(self) -> None:
        """A duplicate's letter on an invoice, what an item asks for on «Дела», the card otherwise."""
        copier = self.app.copier
        if copier is None:
            return
        if (key := self._row("money")) and key.startswith("invoice:"):
            copier.invoice(self, int(key.partition(":")[2]))
        elif self._row("items") and (item := self.item()):
            copier.item(self, item)
        else:
            copier.client(self, self._client_id)

    def action_back(self) -> None:
        """Back to where it was opened from."""
        if self.is_shown:
            self.app.pop_screen()
