"""An opened workbench with the first screenful of its queue, read by a thread while Textual is being imported."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from cs_workbench.kernel.queue import Entry
from cs_workbench.kernel.rule import Tier
from cs_workbench.workbench import Workbench

SCREENFUL = 60


class Opened:
    """`workbench` and `head` wait for the thread; they raise what opening raised."""

    def __init__(self, open_workbench: Callable[[], Workbench]) -> None:
        thread = ThreadPoolExecutor(1, "opening")
        self._workbench = thread.submit(open_workbench)
        self._head = thread.submit(lambda: first_screenful(self._workbench.result()))
        thread.shutdown(wait=False)

    @property
    def workbench(self) -> Workbench:
        """The open workbench."""
        return self._workbench.result()

    @property
    def head(self) -> list[Entry]:
        """The first entries in their final order: whole tiers, until a screen is full."""
        return self._head.result()


def first_screenful(workbench: Workbench) -> list[Entry]:
    """Tiers from the top until a screen is full; what is shown is final, since a later tier never comes before."""
    found: list[Entry] = []
    for tier in Tier:
        found += workbench.queue(limit=SCREENFUL, tiers=(tier,))
        if len(found) >= SCREENFUL:
            break
    return found
