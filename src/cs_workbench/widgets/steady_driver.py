"""A terminal that is closed or given to others for a while does not confuse the program: a driver for Linux and macOS.

Textual 8's driver has two habits that leave a process behind. Its thread that writes ends at the first byte that a
closed terminal refuses, and the program then waits for ever for a place in that thread's queue. And it begins anew at
every SIGCONT, in the middle of whatever is being written: also at the one that the system sends with a hang-up, and
after a stop that nobody prepared, so that two threads read one keyboard. `safe_input.py` builds on this one.
"""

import os
import signal
from contextlib import suppress
from typing import IO, Any

from textual.drivers.linux_driver import LinuxDriver


class Forgiving:
    """The terminal as a file to write to; what it refuses is lost, as it would be seen by nobody."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write, if anybody is there."""
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Flush, if anybody is there."""
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        """The file's own."""
        return self._file.fileno()


class SteadyLinuxDriver(LinuxDriver):
    """Writes to a terminal that may be gone; stops and goes on between two messages, never in the middle of one."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._file: Any = Forgiving(self._file)

    def _sigtstp_application(self, *_: Any) -> None:
        """A wish to stop: by the loop."""
        self._loop.call_soon_threadsafe(self._stop)

    def _sigcont_application(self, *_: Any) -> None:
        """The end of a stop, or a hang-up: by the loop."""
        self._loop.call_soon_threadsafe(self._go_on)

    def _stop(self) -> None:
        if self._auto_restart:
            self.suspend_application_mode()
            self._must_signal_resume = True
        os.kill(os.getpid(), signal.SIGSTOP)

    def _go_on(self) -> None:
        if self._app._exit or not self._auto_restart:
            return
        if not self._must_signal_resume:  # stopped without a warning: others may have used the terminal since
            self.suspend_application_mode()
        self.resume_application_mode()
        self._app.refresh(layout=True)
