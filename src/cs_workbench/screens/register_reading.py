"""Reads a register in a thread, over any dialog: how far it is, and an end where the dialog was closed meanwhile.

`dialogs/register.py` shows what came of it.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from textual.worker import get_current_worker

from cs_workbench.connectors import register_import
from cs_workbench.kernel.errors import Cancelled, Refusal, Unavailable
from cs_workbench.screens.base import WorkScreen

if TYPE_CHECKING:
    from cs_workbench.connectors.register_import import RegisterFile
    from cs_workbench.domain.clients.registers.telling import Tally

EVERY = 0.1
"""Seconds between two words of progress."""


class Asking(NamedTuple):
    """Who asked for a file: whether it is still there, and where it says how far the reading is or what is wrong."""

    is_there: Callable[[], bool]
    tell: Callable[[str], None]
    refuse: Callable[[Refusal], None]


class Wanted(NamedTuple):
    """Which register is to be read, and the fields of its columns where a person has said them."""

    kind: str
    path: Path
    columns: Sequence[str] | None = None


Heard = Callable[["RegisterFile", "Tally | None"], None]


def read_register(screen: WorkScreen, wanted: Wanted, asking: Asking, heard: Heard) -> None:
    """Begin to read; `heard` is called with what came of it."""
    read = partial(_read, screen, wanted, asking, heard)
    screen.app.run_worker(read, thread=True, exclusive=True, group="register", exit_on_error=False)


def _read(screen: WorkScreen, wanted: Wanted, asking: Asking, heard: Heard) -> None:
    app, worker = screen.app, get_current_worker()
    told = perf_counter()

    def progress(done: int, total: int) -> None:
        nonlocal told
        if worker.is_cancelled or not asking.is_there():
            raise Cancelled
        if perf_counter() - told >= EVERY:
            told = perf_counter()
            app.call_from_thread(asking.tell, f"Читаем файл: {100 * done // max(1, total)} %. Esc — остановить")

    try:
        found = app.workbench.read(register_import.look, wanted.kind, wanted.path, wanted.columns, progress)
    except Cancelled:
        return
    except (Refusal, Unavailable) as error:
        if not worker.is_cancelled:
            app.call_from_thread(asking.refuse, Refusal(error.code, error.message))
        return
    if not worker.is_cancelled:
        app.call_from_thread(heard, *found)
