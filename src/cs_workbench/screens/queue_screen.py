"""A list of the queue and the card of the row under the cursor: what `Сегодня` and `Звонки` have in common.

Wide, the card stands beside the list and follows the cursor. Below a hundred columns the list is alone, and Enter
opens the card in its place. After an act only the lines of the clients touched are read again; acts made while
another screen is shown are caught up with when this one is shown.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.worker import get_current_worker

from cs_workbench.kernel.queue import Entry, Item
from cs_workbench.presentation.client import glance_lines
from cs_workbench.presentation.queue import item_lines
from cs_workbench.presentation.queue_list import QueueList
from cs_workbench.presentation.shapes import CardLine
from cs_workbench.screens.triage import TriageScreen
from cs_workbench.widgets.card_pane import CardPane
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.workbench import News

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done


class QueueScreen(TriageScreen):
    """Subclasses give `read_queue`, `show_queue` and `item`, and compose a `#list` and a `#card`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "открыть", show=False),
        Binding("escape", "back", "назад", show=False),
        Binding("a,plus", "add", "добавить", show=False),
        Binding("y", "copy", "текст в буфер", show=False),
    ]

    def __init__(self, head: Sequence[Entry] = ()) -> None:
        super().__init__()
        self._queue = QueueList(head)
        self._acts: list[Done] = []
        """Acts since the last whole reading began: what it has read may be older than they are."""
        self._missed: list[Done] = []
        """Acts of other screens, to be caught up with."""
        self._about: str | None = None
        self._known: tuple[CardLine, ...] = ()

    # Reading --------------------------------------------------------------------------------------------------

    def read_queue(self) -> list[Entry]:
        """The entries of the screen in their final order; called in a thread."""
        raise AssertionError("a queue screen reads its queue")

    def show_queue(self, *, keep: bool = True) -> None:
        """Show the queue as it is kept; with `keep` the cursor stays on its row or goes to the next."""
        raise AssertionError("a queue screen shows its queue")

    def reload(self) -> None:
        """Read everything again."""
        self._acts.clear()
        self._missed.clear()
        self.load()

    @work(thread=True, exclusive=True, group="queue", exit_on_error=False)
    def load(self) -> None:
        """Read the whole queue; drop it if a newer reading has begun."""
        entries = self.read_queue()
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self.show_whole, entries)

    def ready(self) -> None:
        """The domain is loaded: the card can be filled; the queue too, unless it was read already."""
        self._stale = False
        if self._queue.whole:
            self.show_card()
        else:
            self.reload()

    def show_whole(self, entries: list[Entry]) -> None:
        """Show the whole queue as it was read, with the acts made meanwhile."""
        self._queue = QueueList(entries, whole=True)
        for done in self._acts:
            self._replace(done)
        self._shown()

    def changed(self, done: "Done") -> None:
        """Read again what an act may have changed, and no more; later where another screen is shown."""
        if self.is_shown:
            self._acts.append(done)
            self._replace(done)
            self._shown()
        elif not self._stale:
            self._missed.append(done)

    def _replace(self, done: "Done") -> None:
        entries, asked = self.workbench.requeue(done)
        self._queue.replace(done.clients, asked, entries)

    def _shown(self) -> None:
        self.show_queue()
        self.show_card()

    def turned(self, news: News) -> None:
        """The time or another window changed the queue."""
        self._stale = not self.is_shown
        if self.is_shown:
            self.reload()

    def on_screen_resume(self) -> None:
        """Catch up with the acts of other screens; where more has changed, `base.py` reads everything again after
        this.
        """
        missed, self._missed = self._missed, []
        if not self._stale and missed:
            for done in missed:
                self._acts.append(done)
                self._replace(done)
            self._shown()

    # The card -------------------------------------------------------------------------------------------------

    def card_head(self, item: Item) -> list[CardLine]:
        """What the item itself says."""
        return item_lines(item)

    def client_lines(self) -> Sequence[CardLine]:
        """What is known of the client under the cursor."""
        return self._known

    @on(RecordTable.Highlighted, "#list")
    def follow(self) -> None:
        """The cursor is on another row."""
        self.show_card()

    def show_card(self) -> None:
        """The card of the row under the cursor: what the item says at once, what the database says after it."""
        item = self.item()
        key = None if item is None else item.key
        if key != self._about:
            self._about, self._known = key, ()
        self._draw_card(item)
        if item is not None and item.client_id is not None and self.app.ready:
            self.read_client(item.key, item.client_id)

    def _draw_card(self, item: Item | None) -> None:
        lines: list[CardLine] = []
        if item is not None:
            known = [CardLine(""), *self._known] if self._known else []
            lines = [*self.card_head(item), *known]
        self.query_one("#card", CardPane).show(lines, about=self._about)

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
            self._draw_card(item)

    # Doors ----------------------------------------------------------------------------------------------------

    @on(RecordTable.Chosen, "#list")
    def choose(self) -> None:
        """Enter on a row: its card where the list is alone, otherwise all about the client."""
        if self.has_class("narrow") and not self.has_class("reading"):
            self.read_card()
        else:
            self.action_open()

    def read_card(self) -> None:
        """The card in the place of the list."""
        self.add_class("reading")
        self.query_one("#card").focus()

    def action_open(self) -> None:
        """All about the client; the fact itself where there is no client."""
        item = self.item()
        if item is None:
            return
        if item.client_id is None:
            self.action_answer()
        else:
            self.app.open_client(item.client_id)

    def action_back(self) -> None:
        """Back from the card to the list."""
        self.remove_class("reading")
        self.query_one("#list").focus()

    def action_add(self) -> None:
        """A new client, task or invoice."""
        self.app.open_additions(self)

    def action_copy(self) -> None:
        """The text of a duplicate invoice or of a reminder to the clipboard."""
        item = self.item()
        if item is not None:
            self.app.copy_text(self, item)
