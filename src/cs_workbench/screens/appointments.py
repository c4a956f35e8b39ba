"""The agenda beside the screens: the next appointment over every one of them, a quiet word when its time comes, and the
briefing at the first opening of a day.

Times are compared with the clock at each new minute, never counted: a machine that slept tells what it slept through.
Nothing is drawn while nothing comes.
"""

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from cs_workbench.domain.agenda import TABLES, Appointment, agenda, coming, due
from cs_workbench.domain.morning import Briefing
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.errors import Unavailable
from cs_workbench.presentation.agenda import alert_words, head_words
from cs_workbench.presentation.shapes import Tone
from cs_workbench.screens.base import Host, WorkScreen
from cs_workbench.screens.morning import MorningScreen, read_briefing
from cs_workbench.widgets.field_input import FieldInput
from cs_workbench.widgets.next_line import NextLine
from cs_workbench.workbench import News

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done


class Appointments:
    """What has a time today, for the application; made with the screens that are made behind the first frame
    (`house.py`).
    """

    def __init__(self, app: Host) -> None:
        self._app = app
        self._found: tuple[Appointment, ...] = ()
        self._looked = app.workbench.clock.now()
        self._words = ("", "")

    def begin(self) -> None:
        """Everything is loaded: look at the day for the first time, and brief who opens it first."""
        self._app.run_worker(self._begin, thread=True, exit_on_error=False, group="agenda")

    def changed(self, done: "Done") -> None:
        """An act may have changed what has a time."""
        if any(column.partition(".")[0] in TABLES for column in done.columns):
            self._read_again()

    def turned(self, news: News) -> None:
        """Tell of what has come since the last look."""
        if news.day:
            self._say("Начался новый день. Сводка: 6 или g b.", "good")
        self._ring()
        if news.records or news.day:
            self._read_again()

    def _read_again(self) -> None:
        self._app.run_worker(self._read, thread=True, exclusive=True, exit_on_error=False, group="agenda")

    def _read(self) -> None:
        found = self._app.workbench.read(agenda, days=0)
        self._app.call_from_thread(self._take, found)

    def _take(self, found: tuple[Appointment, ...]) -> None:
        self._found = found
        self._show()

    def _ring(self) -> None:
        """Say whose time has come; the bell only where the settings want it."""
        now = self._app.workbench.clock.now()
        came = due(self._found, now, self._looked)
        self._looked = now
        self._show()
        if came:
            self._say(alert_words(came, local(now).date()), "warn")
            if self._app.workbench.settings.bell:
                self._app.bell()

    def _show(self) -> None:
        now = self._app.workbench.clock.now()
        self._words = head_words(coming(self._found, now), due(self._found, now), local(now).date())
        screen = self._shown()
        if screen is not None:
            self.show_over(screen)

    def show_over(self, screen: Screen[Any]) -> None:
        """The next appointment over a screen that is shown; no line is made until there is one to show."""
        if self._words[0] and not screen.query(NextLine):
            screen.mount(NextLine(id="next"), before="#body")
        for line in screen.query(NextLine):
            line.show(self._words)

    def _shown(self) -> WorkScreen | None:
        kept = (screen for screen in reversed(self._app.screen_stack) if isinstance(screen, WorkScreen))
        return next(kept, None)

    def _say(self, sentence: str, tone: Tone) -> None:
        screen = self._shown()
        if screen is not None:
            screen.say(sentence, tone)

    # The briefing ---------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """In a thread: the agenda, then the briefing where this user has not seen today's."""
        workbench = self._app.workbench
        self._read()
        if workbench.settings.briefing and workbench.has_clients() and not workbench.is_briefed():
            facts = read_briefing(workbench)
            if not facts.is_empty:
                self._app.call_from_thread(self._brief, facts)

    def _brief(self, facts: Briefing) -> None:
        """Show the briefing, unless the manager is already at something else."""
        app = self._app
        if app.screen is not app.get_screen("today") or isinstance(app.focused, FieldInput):
            return
        app.get_screen("morning", MorningScreen).brief(facts)
        app.go("morning")
        with suppress(Unavailable):  # a file that cannot be written: the next opening briefs again
            app.workbench.set_briefed()
