"""A dialog that performs one long act: a line says how far it is, Esc stops it, a refusal stays where it was asked.

The base of `confirm.py` and `bank.py`. The act runs in the application's thread for acts; here its progress is told.
"""

from collections.abc import Callable
from threading import Event
from time import perf_counter
from typing import TYPE_CHECKING, cast

from textual.widgets import Static
from textual.worker import get_current_worker

from cs_workbench.kernel.errors import Cancelled, Refusal
from cs_workbench.kernel.progress import Progress
from cs_workbench.screens.base import WorkScreen
from cs_workbench.screens.dialogs.dialog import Dialog
from cs_workbench.widgets.plain import plain
from cs_workbench.workbench import Workbench

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done

Call = Callable[[Workbench, Progress, bool], "Done"]
"""An act: through the workbench, telling its progress, confirmed or not."""

Words = Callable[[int, int], str]
"""How far an act is, in words: steps done, of how many."""

EVERY = 0.1
"""Seconds between two words of progress."""


class LongAct(Dialog):
    """`make_ready` says what is done at Enter. A subclass gives a `Static` with the id `act-line`."""

    def __init__(self) -> None:
        super().__init__()
        self._over: WorkScreen | None = None
        self._call: Call | None = None
        self._words: Words = _steps
        self._heard: Callable[[Done], None] | None = None
        self._stop = Event()
        self._told = 0.0
        self._at_work = False
        self._asked = False

    def make_ready(
        self, over: WorkScreen, call: Call, words: Words | None = None, heard: Callable[["Done"], None] | None = None
    ) -> None:
        """The act, the screen that says what came of it, and what is done then."""
        self._over, self._call, self._words, self._heard = over, call, words or _steps, heard
        self._at_work = self._asked = False

    def begin(self) -> None:
        """Start the act, once."""
        if self._at_work or self._over is None or self._call is None:
            return
        call, confirmed = self._call, self._asked
        self._at_work = True
        self._stop.clear()
        self._told = perf_counter()
        self.tell("Готовим: сначала копия базы…")
        self._over.act(lambda workbench: call(workbench, self._progress, confirmed), self.refuse, self._finished)

    def _progress(self, done: int, total: int) -> None:
        """In the thread of the act."""
        if self._stop.is_set() or get_current_worker().is_cancelled:
            raise Cancelled
        now = perf_counter()
        if done >= total or now - self._told >= EVERY:
            self._told = now
            self.app.call_from_thread(self._tell_progress, done, total)

    def _tell_progress(self, done: int, total: int) -> None:
        if self._at_work and not self._stop.is_set():
            self.tell(self._words(done, total))

    def _finished(self, done: "Done") -> None:
        self._at_work = False
        self.action_leave()
        if self._heard is not None:
            self._heard(done)

    def refuse(self, refusal: Refusal) -> None:
        """Say why not; a question is answered with Enter once more."""
        self._at_work = False
        self._asked = refusal.code == "confirm"
        self.tell(f"{refusal.message} Enter — да, Esc — нет." if self._asked else refusal.message, wrong=True)

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """The line of the act."""
        if self.is_mounted:
            line = cast("Static", self.query_one("#act-line"))
            line.update(plain(text))
            line.set_class(wrong, "wrong")

    def action_leave(self) -> None:
        """Stop the act where one runs, else close."""
        if self._at_work:
            self._stop.set()
            self.tell("Останавливаем…")
        elif self.is_current:
            self.dismiss(None)


def _steps(done: int, total: int) -> str:
    return "Записываем…" if done >= total else f"Сделано {100 * done // max(1, total)} %. Esc — остановить"
