"""`Сводка`: the day as it begins, in one list. Enter goes where a line leads: to the first item, to a split, to a
client.

It opens by itself once a day (`appointments.py`), by `g` `b` or 6 at any time.
"""

from collections.abc import Mapping
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.worker import get_current_worker

from cs_workbench.domain.morning import Briefing, briefing
from cs_workbench.presentation.morning import COLUMNS, Target, briefing_lines, title_words
from cs_workbench.screens.base import PLACES, WorkScreen
from cs_workbench.widgets.head_line import HeadLine
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.row_source import ListSource
from cs_workbench.workbench import News, Workbench


def read_briefing(workbench: Workbench) -> Briefing:
    """The day's briefing; called in a thread."""
    return workbench.read(briefing, workbench.queue(), workbench.counts())


class MorningScreen(WorkScreen):
    """The briefing."""

    CSS_PATH = "house.tcss"
    title_text = "Сводка"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "go('today')", "к делам", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._targets: Mapping[str, Target] = {}
        self._facts: Briefing | None = None

    def body(self) -> ComposeResult:
        """The title with the day, the list."""
        yield HeadLine(id="head")
        yield RecordTable(COLUMNS, id="list", empty="Читаю…")

    def on_mount(self) -> None:
        """The list has the focus."""
        self.query_one(RecordTable).focus()
        if self._facts is not None:
            self._show(self._facts, keep=False)

    def keys(self) -> list[tuple[str, str]]:
        """The last line."""
        return [("enter", "открыть"), ("f2", "к делам"), ("7", "хвост дня"), ("g", "экраны"), ("f1", "помощь")]

    def brief(self, facts: Briefing) -> None:
        """Make it ready with what was read already."""
        self._facts = facts
        self._stale = False
        if self.is_mounted:
            self._show(facts, keep=False)

    def reload(self) -> None:
        """Read the day again."""
        self.load()

    @work(thread=True, exclusive=True, group="morning", exit_on_error=False)
    def load(self) -> None:
        """Read the day; drop it if a newer reading has begun."""
        facts = read_briefing(self.workbench)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, facts)

    def _show(self, facts: Briefing, *, keep: bool = True) -> None:
        self._facts = facts
        lines = briefing_lines(facts, self.workbench.item)
        self._targets = {str(line.row.key): line.target for line in lines}
        self.query_one("#head", HeadLine).show(self.title_text, title_words(facts))
        self.query_one(RecordTable).set_source(ListSource([line.row for line in lines]), keep=keep)

    def turned(self, news: News) -> None:
        """Another window's change, or another day; a minute changes nothing here."""
        if news.records or news.day:
            super().turned(news)

    @on(RecordTable.Chosen, "#list")
    def open_line(self, event: RecordTable.Chosen) -> None:
        """Go where the line leads."""
        target = self._targets.get(str(event.key))
        if target is None:
            return
        if target.kind == "client":
            self.app.open_client(int(target.name))
        elif target.kind == "screen" and target.name in PLACES:
            self.app.go(target.name)
        else:
            self.app.open_split(target.name if target.kind == "split" else "all", target.value)
