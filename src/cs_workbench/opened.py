"""An opened workbench with the first screenful of its queue, read by a thread while Textual is being imported."""

import threading
from collections.abc import Callable
from concurrent.futures import Future

from cs_workbench.kernel.queue import Entry
from cs_workbench.kernel.rule import Tier
from cs_workbench.workbench import Workbench

SCREENFUL = 60


class Opened:
    """`workbench` and `head` wait for the thread. Raises what opening raised."""

    def __init__(self, open_workbench: Callable[[], Workbench]) -> None:
        self._open = open_workbench
        self._workbench: Future[Workbench] = Future()
        self._head: Future[list[Entry]] = Future()
        threading.Thread(target=self._run, name="opening", daemon=True).start()

    @property
    def workbench(self) -> Workbench:
        """The open workbench."""
        return self._workbench.result()

    @property
    def head(self) -> list[Entry]:
        """The first entries in their final order: whole tiers, until a screen is full."""
        return self._head.result()

    def _run(self) -> None:
        try:
            workbench = self._open()
            self._workbench.set_result(workbench)
            self._head.set_result(first_screenful(workbench))
        except BaseException as error:  # handed over: whoever waits gets it
            for waiting in (self._workbench, self._head):
                if not waiting.done():
                    waiting.set_exception(error)


def first_screenful(workbench: Workbench) -> list[Entry]:
    """Tiers from the top until a screen is full; what is shown is final, since a later tier never comes before."""
    found: list[Entry] = []
    for tier in Tier:
        found += workbench.queue(limit=SCREENFUL, tiers=(tier,))
        if len(found) >= SCREENFUL:
            break
    return found
