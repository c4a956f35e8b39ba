"""The Textual application: wiring only. Screens are made once and kept; acts run one at a time in a thread; the
changes of other windows are noticed.

`cli/screens.py` starts it with an opened workbench and the first screenful of the queue.
"""

import asyncio
import gc
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from cs_workbench import failures
from cs_workbench.kernel.errors import Cancelled, Refusal, Unavailable
from cs_workbench.kernel.queue import Entry
from cs_workbench.screens.base import Call, Heard, Host, Refused, WorkScreen
from cs_workbench.screens.beside import Agenda
from cs_workbench.screens.doors import Doors
from cs_workbench.screens.today import TodayScreen
from cs_workbench.widgets.layout_keys import LayoutAgnosticKeys
from cs_workbench.widgets.safe_input import SafeInput
from cs_workbench.widgets.theme import THEMES, Dressed
from cs_workbench.workbench import Workbench

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done

WATCH_SECONDS = 2


class WorkbenchApp(LayoutAgnosticKeys[int], SafeInput[int], Dressed[int], Doors):
    """The workbench on a terminal. After the end, `report` says that it broke and where to read of it, `wanted`
    which command comes next.
    """

    CSS_PATH = "screens/workbench.tcss"
    TITLE = "Рабочее место"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "leave", "выйти", show=False, priority=True)]

    def __init__(self, workbench: Workbench, head: Sequence[Entry]) -> None:
        super().__init__()
        self.workbench = workbench
        self.report = ""
        self.wanted = ""
        self._head = head
        self._acting = False
        self.ready = False
        self.wear(workbench.settings.theme or THEMES[0].name)

    def get_default_screen(self) -> Screen[None]:
        """The queue, first of all screens; on an empty database the choice of how to begin."""
        self.install_screen(TodayScreen(self._head), "today")
        if any(entry.client_id is not None for entry in self._head) or self.workbench.has_clients():
            return self.get_screen("today")
        from cs_workbench.screens.first_start import FirstScreen  # only an empty database has it

        self.install_screen(FirstScreen(), "first")
        return self.get_screen("first")

    def on_mount(self) -> None:
        """Load all else behind the first frame."""
        self._end_well_on_signals()
        self.workbench.news()  # from here on what other windows change is news
        self.call_after_refresh(self.run_worker, self._load, thread=True, exit_on_error=False)
        self.set_interval(WATCH_SECONDS, self._watch)

    def _end_well_on_signals(self) -> None:
        """A closed terminal or a shutdown ends the program as its own key does, and leaves the terminal as it was."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            if hasattr(signal, name) and sys.platform != "win32":
                loop.add_signal_handler(getattr(signal, name), self.exit)

    def _load(self) -> None:
        """Behind the first frame: the whole queue, then the domain and the other screens."""
        sys.setswitchinterval(0.0005)  # keys answer while modules are imported
        try:
            today = self.get_screen("today", TodayScreen)
            if today is self.screen:
                self.call_from_thread(today.show_whole, today.read_queue())
            self.workbench.performer.warm_up(self.workbench.today(), self.workbench.user)
            from cs_workbench.screens import house  # deferred with the domain: the first frame needs none of it

            self.call_from_thread(self._loaded, house.furnish)
        finally:
            sys.setswitchinterval(0.005)
            gc.freeze()  # what was loaded stays: to look through it would keep a key waiting for a tenth of a second
            gc.enable()

    def _loaded(self, furnish: Callable[[Host], Mapping[str, WorkScreen]]) -> None:
        for name, screen in furnish(self).items():
            self.install_screen(screen, name)
        self.ready = True
        if isinstance(self.screen, WorkScreen):
            self.screen.ready()
        if self.agenda is not None:
            self.agenda.begin()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A thread that broke is reported; the program goes on with what it has."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            path = failures.report(event.worker.error, self.workbench.clock.now(), whole=True)
            self._say(f"Не удалось прочитать часть данных. Подробности: {path}")

    # Acts -----------------------------------------------------------------------------------------------------

    def act(self, call: Call, heard: Heard | None = None, refused: Refused | None = None) -> None:
        """Perform in a thread; then tell the caller, and every screen. A second press while one act runs does
        nothing.
        """
        if self._acting or not self.ready:
            sentence = "Секунду: идёт предыдущее действие." if self.ready else "Секунду: программа ещё загружается."
            (refused or self._tell_refusal)(Refusal("busy", sentence))
            return
        self._acting = True
        self.run_worker(partial(self._act, call, heard, refused), thread=True, exit_on_error=False, group="acts")

    def _act(self, call: Call, heard: Heard | None, refused: Refused | None) -> None:
        try:
            done = call(self.workbench)
        except Refusal as refusal:
            self.call_from_thread(self._refused, refusal, refused)
        except Unavailable as error:
            self.call_from_thread(self._refused, Refusal(error.code, error.message), refused)
        except Cancelled:
            self.call_from_thread(self._refused, Refusal("cancelled", "Остановлено: ничего не записано."), refused)
        except Exception as error:  # the one door of the screens: the act is rolled back, the defect reported
            path = failures.report(error, self.workbench.clock.now())
            sentence = f"Ошибка программы: действие не записано, остальное цело. Подробности: {path}"
            self.call_from_thread(self._refused, Refusal("internal", sentence), refused)
        else:
            self.call_from_thread(self._done, done, heard)

    def _done(self, done: "Done", heard: Heard | None) -> None:
        self._acting = False
        self.workbench.seen_change()
        if heard is not None:
            heard(done)
        for listener in self.listeners():
            listener.changed(done)

    def _refused(self, refusal: Refusal, refused: Refused | None) -> None:
        self._acting = False
        (refused or self._tell_refusal)(refusal)

    def _tell_refusal(self, refusal: Refusal) -> None:
        self._say(refusal.message)

    def _say(self, sentence: str) -> None:
        for screen in reversed(self.screen_stack):
            if isinstance(screen, WorkScreen):
                screen.say(sentence, "warn")
                return

    def work_screens(self) -> list[WorkScreen]:
        """The screens that are made and kept."""
        return [screen for screen in self._installed_screens.values() if isinstance(screen, WorkScreen)]

    def listeners(self) -> list[WorkScreen | Agenda]:
        """Who is told of every change."""
        return [*self.work_screens(), *([self.agenda] if self.agenda else [])]

    # Time and other windows -----------------------------------------------------------------------------------

    def _watch(self) -> None:
        """Notice another window's changes, a new minute and a new day; costs one PRAGMA."""
        if self._acting or not self.ready:
            return
        try:
            news = self.workbench.news()
        except Unavailable as error:  # the next look tries again
            self._say(error.message)
            return
        if news:
            for listener in self.listeners():
                listener.turned(news)

    # Leaving --------------------------------------------------------------------------------------------------

    def action_leave(self) -> None:
        """Quit without a question: everything is saved."""
        self.exit(0)

    def notify(self, message: str, **more: Any) -> None:
        """Notices are plain text, whatever is in them."""
        super().notify(message, **{**more, "markup": False})

    def _fatal_error(self) -> None:
        """An unhandled exception ends the program with a report that holds no data."""
        error = self._exception or RuntimeError("unknown")
        path = failures.report(error, self.workbench.clock.now(), whole=True)
        self.report = f"Программа остановилась из-за ошибки. Всё, что подтверждено, сохранено. Подробности: {path}"
        self._close_messages_no_wait()
