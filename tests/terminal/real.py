"""The real program in a pseudo-terminal, with every byte that it sent kept and its end waited for."""

import os
import signal
import sys
import time
from pathlib import Path

from tests.benchmarks.pty_session import Program, Session

NOW = "2026-11-24T10:00:00"
LOADED = "здоровье"
"""Stands in the card of the client under the cursor once everything is loaded."""
# What a program must have sent before it leaves a terminal: the other screen left, cursor shown, no mouse, no paste.
RESTORED = ("\x1b[?1049l", "\x1b[?25h", "\x1b[?1000l", "\x1b[?1003l", "\x1b[?1006l", "\x1b[?2004l")


def workbench(db: Path, *words: str, module: str = "cs_workbench", **env: str) -> Program:
    """The workbench on a database, on Tuesday at ten; `module` takes the place of the program's own."""
    argv = [sys.executable, "-m", module, "--db", str(db), "--now", NOW, "--user", "manager", *words]
    root = Path(__file__).resolve().parents[2]
    usual = {"PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}", "CS_WORKBENCH_BRIEFING": "0"}
    return Program("workbench", argv, ready=LOADED, env={**usual, **env})


class Seat(Session):
    """A session that keeps what was sent."""

    def __init__(self, program: Program, size: tuple[int, int] = (130, 40)) -> None:
        self.bytes = b""
        super().__init__(program, size)

    def read(self, timeout: float) -> float | None:
        """One chunk, kept."""
        stamp = super().read(timeout)
        if stamp is not None:
            self.bytes += self._waiting[-1][1]
        return stamp

    @property
    def pid(self) -> int:
        """The program's process."""
        return self._process.pid

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def code(self, timeout: float = 30.0) -> int:
        """Wait for the program's end, reading what it still sends; its exit code, below nought for a signal."""
        stop = time.perf_counter() + timeout
        while self._process.poll() is None and time.perf_counter() < stop:
            self.read(0.05)
        while self.read(0.0) is not None:
            pass
        return self._process.wait(1)

    def restored(self) -> bool:
        """Whether the terminal was left as it was found."""
        return all(
            self.bytes.rfind(sent.encode()) > self.bytes.rfind(sent[:-1].encode() + _other(sent)) for sent in RESTORED
        )


def _other(sent: str) -> bytes:
    return b"h" if sent.endswith("l") else b"l"
