"""`Хвост дня`: one pass in which every unfinished item of today gets a date or a reason, then the day's report.

A digit puts the item (or those selected) off to a day, `s` to any moment with a reason, `a` all the rest at once; `d`
and `c` do it now, `x` silences it. What burns is hidden by none of these: it asks for a reason and stays in sight. The
last line is the report (`tail.py`).
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static
from textual.worker import get_current_worker

from cs_workbench.domain.evening import Later, burns, later_days
from cs_workbench.domain.reports.day import DayReport
from cs_workbench.kernel.errors import Refusal, Unavailable
from cs_workbench.kernel.queue import Entry, Item
from cs_workbench.presentation import evening as words
from cs_workbench.presentation.day_report import report_lines
from cs_workbench.presentation.evening import COLUMNS, REPORT
from cs_workbench.presentation.reading import moment_aloud
from cs_workbench.screens import dialogs
from cs_workbench.screens.queue_screen import QueueScreen
from cs_workbench.screens.tail import Kept, TailSource, keep_report, read_report
from cs_workbench.widgets.backdrop import Panes
from cs_workbench.widgets.card_pane import CardPane
from cs_workbench.widgets.head_line import HeadLine
from cs_workbench.widgets.plain import plain
from cs_workbench.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done

CLOSE = "tasks.close_day"
DAYS = {"1": "на завтра", "2": "на послезавтра", "3": "на понедельник", "4": "на неделю"}
MARGINS = 2
"""Cells beside the legend: their padding."""


class EveningScreen(QueueScreen):
    """The tail of the day."""

    CSS_PATH = "house.tcss"
    title_text = "Хвост дня"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(digit, f"later('{digit}')", day, show=False) for digit, day in DAYS.items()),
        Binding("a", "rest", "остальное на завтра", show=False),
        Binding("plus", "add", "добавить", show=False),
        Binding("y", "report", "отчёт за день в буфер и в файл", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._source: TailSource | None = None
        self._decided = False
        """Whether an act has just decided what the cursor stands on."""

    def body(self) -> ComposeResult:
        """The title with what is left, the list with its card, the digits."""
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
        legend = words.legend(later_days(self.workbench.today()), self.size.width - MARGINS)
        self.query_one("#outcomes", Static).update(plain(legend))

    def keys(self) -> list[tuple[str, str]]:
        """The last line."""
        return [
            ("1", "…4 день"),
            ("s", "дата"),
            ("x", "не нужно"),
            ("a", "остальное"),
            ("y", "отчёт"),
            ("f1", "помощь"),
        ]

    # Showing --------------------------------------------------------------------------------------------------

    def read_queue(self) -> list[Entry]:
        """The queue without what is put off: acts bring that back where it is woken."""
        return self.workbench.queue()

    def show_queue(self, *, keep: bool = True) -> None:
        """Show the tail; after a decision the cursor goes on to what is not decided."""
        table, today = self.query_one(RecordTable), self.workbench.today()
        place = table.cursor_index
        self._source = source = TailSource(self.workbench, self._queue.entries)
        table.set_source(source, keep=keep)
        if self._decided:
            self._decided = False
            table.select(())
            table.move_to(source.next_left(place))
        alight = sum(burns(entry, today) for entry in source.entries)
        self.query_one("#head", HeadLine).show(self.title_text, words.head_numbers(len(source.left), alight))

    def show_card(self) -> None:
        """The card of the item under the cursor; on the last line, the report."""
        if self.query_one(RecordTable).cursor_key == REPORT:
            self._about, self._known = REPORT, ()
            self.load_report()
        else:
            super().show_card()

    @work(thread=True, exclusive=True, group="card", exit_on_error=False)
    def load_report(self) -> None:
        """The day's figures, for the card."""
        facts = read_report(self.workbench)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_report, facts)

    def _show_report(self, facts: DayReport) -> None:
        if self._about == REPORT:
            self.query_one("#card", CardPane).show(report_lines(facts), about=REPORT)

    # Choosing -------------------------------------------------------------------------------------------------

    def item(self) -> Item | None:
        """The item under the cursor; None on the report."""
        entry = self._source.entry(self.query_one(RecordTable).cursor_key) if self._source else None
        return None if entry is None else self.workbench.item(entry)

    def items(self) -> Sequence[Item]:
        """The items selected, or the one under the cursor."""
        return [self.workbench.item(entry) for entry in self._chosen()]

    def _chosen(self) -> list[Entry]:
        source = self._source
        found = [source.entry(key) for key in self.query_one(RecordTable).targets()] if source else []
        return [entry for entry in found if entry is not None]

    # Deciding -------------------------------------------------------------------------------------------------

    def action_later(self, digit: str) -> None:
        """Put off to the day of a digit; what burns asks for a reason first."""
        entries = self._chosen()
        if entries:
            later = self._later(digit)
            if self._any_burns(entries):
                self._ask(words.question(self._worded(entries), later), entries, later)
            else:
                self._put_off(entries, later.day.isoformat(), "")

    def action_rest(self) -> None:
        """Put all that is left off to the next business day, with one reason."""
        entries = list(self._source.left) if self._source else []
        if not entries:
            self.say("Всё уже получило дату или причину: y/н — отчёт за день.", "good")
            return
        later = self._later("1")
        start = "" if self._any_burns(entries) else words.NOT_DONE
        self._ask(words.rest_question(len(entries), later), entries, later, start)

    def action_snooze(self) -> None:
        """Put off to any moment; the reason follows a comma."""
        entries = self._chosen()
        if not entries:
            return
        today = self.workbench.today()
        dialog = self.app.dialog(dialogs.LineDialog)

        def send(text: str, confirmed: bool) -> None:
            until, _comma, reason = text.partition(",")
            if self._any_burns(entries) and not reason.strip():
                dialog.refuse(Refusal("required", "Это горит: допишите причину после запятой.", "reason"))
            else:
                self._put_off(entries, until, reason, dialog, confirmed=confirmed)

        title = "До какого дня и почему: «пт, ждём юристов», «+3рд, нет доступа»"
        self.app.push_screen(dialog.ask(title, send, lambda text: moment_aloud(text.partition(",")[0], today)))

    def action_mute(self) -> None:
        """Not needed any more, with a reason; what burns cannot be silenced."""
        entries = self._chosen()
        if not entries:
            return
        if self._any_burns(entries):
            self.say("Горящее не снимают: сделайте его или перенесите с причиной (1…4, s/ы).", "warn")
            return
        dialog = self.app.dialog(dialogs.LineDialog)

        def send(text: str, _confirmed: bool) -> None:
            many = [{"key": entry.key, "reason": text} for entry in entries]
            self.perform_as_one("tasks.mute", many, dialog.refuse, self._heard_of(dialog))

        self.app.push_screen(dialog.ask("Больше не нужно: причина", send))

    def _later(self, digit: str) -> Later:
        return next(later for later in later_days(self.workbench.today()) if later.digit == digit)

    def _any_burns(self, entries: Sequence[Entry]) -> bool:
        today = self.workbench.today()
        return any(burns(entry, today) for entry in entries)

    def _worded(self, entries: Sequence[Entry]) -> list[Item]:
        return [self.workbench.item(entry) for entry in entries]

    def _ask(self, title: str, entries: Sequence[Entry], later: Later, start: str = "") -> None:
        """Ask for the reason, then put off."""
        dialog = self.app.dialog(dialogs.LineDialog)

        def send(text: str, confirmed: bool) -> None:
            if text.strip():
                self._put_off(entries, later.day.isoformat(), text, dialog, confirmed=confirmed)
            else:
                dialog.refuse(Refusal("required", "Напишите причину: хотя бы слово.", "reason"))

        self.app.push_screen(dialog.ask(title, send, start=start))

    def _put_off(
        self,
        entries: Sequence[Entry],
        until: str,
        reason: str,
        dialog: "dialogs.LineDialog | None" = None,
        *,
        confirmed: bool = False,
    ) -> None:
        """Put off as one act; a refusal stays beside the line where there is one."""
        inputs = {
            "keys": [entry.key for entry in entries],
            "until": until,
            "reason": reason.strip() or None,
            "confirm": confirmed,
        }
        self.perform(CLOSE, inputs, None if dialog is None else dialog.refuse, self._heard_of(dialog))

    def _heard_of(self, dialog: "dialogs.LineDialog | None") -> Callable[["Done"], None]:
        def heard(_done: "Done") -> None:
            self._decided = True
            if dialog is not None:
                dialog.action_leave()

        return heard

    # The report -----------------------------------------------------------------------------------------------

    def action_open(self) -> None:
        """All about the client; on the last line, the report."""
        if self.query_one(RecordTable).cursor_key == REPORT:
            self.action_report()
        else:
            super().action_open()

    def read_card(self) -> None:
        """The card in the place of the list; the report is handed over too."""
        super().read_card()
        if self.query_one(RecordTable).cursor_key == REPORT:
            self.action_report()

    def action_report(self) -> None:
        """The day's report to its file and to the clipboard."""
        self.hand_over()

    @work(thread=True, exclusive=True, group="report", exit_on_error=False)
    def hand_over(self) -> None:
        """Write the report, then copy it."""
        try:
            kept = keep_report(self.workbench)
        except (Refusal, Unavailable) as error:
            self.app.call_from_thread(self.say, error.message, "warn")
        else:
            self.app.call_from_thread(self._copy, kept)

    def _copy(self, kept: Kept) -> None:
        if self.app.copier is not None:
            self.app.copier.text(self, f"отчёт за день, файл {kept.path}", kept.text)
