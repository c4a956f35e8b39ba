"""One run of a terminal program in a pseudo-terminal: start it, type, and stamp what comes back.

`pty_timer.py` measures with it. Bytes are stamped as they are read and drawn (`emulator.py`) only while the
program is silent, so that drawing delays no stamp. Only the program that a session started, and what that
started, is ever signalled. Linux and macOS.
"""

import fcntl
import os
import select
import signal
import struct
import subprocess
import termios
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

from tests.benchmarks.emulator import Answers, Emulator

# fmt: off
KEYS = {
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "ctrl+home": "\x1b[1;5H", "ctrl+end": "\x1b[1;5F",
    "tab": "\t", "enter": "\r", "escape": "\x1b", "space": " ", "backspace": "\x7f", "delete": "\x1b[3~",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f10": "\x1b[21~", "ctrl+q": "\x11",
}
# fmt: on

SIZE = (160, 48)
Seen = str | Callable[[str], bool]


class NotSeen(Exception):
    """What was waited for did not come; the message holds the screen."""


@dataclass(frozen=True)
class Program:
    """A command line, its environment beyond ours, and the text that means: it can be used."""

    name: str
    argv: Sequence[str]
    ready: str
    env: Mapping[str, str] = field(default_factory=dict)
    cwd: Path | None = None


@dataclass(frozen=True)
class Answer:
    """Milliseconds from a key to the first byte of its answer, and to the last before a silence."""

    first: float
    last: float


@dataclass(frozen=True)
class Idle:
    """What a program does while nothing happens: CPU ms of all its processes and bytes, a minute."""

    cpu_ms: float
    sent: float


def environment(extra: Mapping[str, str]) -> dict[str, str]:
    """Ours, as in a person's terminal: colours, Cyrillic, byte-code, neither a size nor NO_COLOR."""
    ours = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES", "NO_COLOR", "PYTHONDONTWRITEBYTECODE")}
    return ours | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"} | dict(extra)


def _take_terminal() -> None:
    """In the child: the pseudo-terminal becomes its controlling one, as when a person opens a window."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Session:
    """One run of one program. Times are seconds of `time.perf_counter` unless a name says milliseconds."""

    def __init__(self, program: Program, size: tuple[int, int] = SIZE) -> None:
        self.program = program
        self._emulator, self._answers = Emulator(*size), Answers()
        self._waiting: deque[tuple[float, bytes]] = deque()
        self.sent = 0
        self.ended = False
        self.first_byte: float | None = None
        self._fd, terminal = os.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.began = time.perf_counter()
        self._process = subprocess.Popen(
            list(program.argv),
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            env=environment(program.env),
            cwd=program.cwd,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(terminal)
        self._top = psutil.Process(self._process.pid)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def screen(self) -> str:
        """What stands on the screen now."""
        self._draw(None, 0.0)
        return self._emulator.text()

    def read(self, timeout: float) -> float | None:
        """One chunk of output; its stamp, or nothing when none came in time."""
        if self.ended or not select.select([self._fd], [], [], max(0.0, timeout))[0]:
            return None
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # the program has closed its end
            data = b""
        stamp = time.perf_counter()
        self.ended = not data
        if self.ended:
            return None
        self.first_byte = self.first_byte or stamp
        self.sent += len(data)
        self._waiting.append((stamp, data))
        if reply := self._answers.to(data):
            self.write(reply)
        return stamp

    def write(self, data: bytes) -> float:
        """Type bytes; the stamp of just before."""
        stamp = time.perf_counter()
        with suppress(OSError):  # it has ended: the next wait says so
            while data:
                data = data[os.write(self._fd, data) :]
        return stamp

    def press(self, key: str) -> float:
        """Type one key by name, or a character as it is; the stamp of just before."""
        return self.write(KEYS.get(key, key).encode())

    def settle(self, quiet: float = 0.05, limit: float = 10.0) -> float | None:
        """Read until the program is silent for `quiet` seconds; the stamp of its last byte, if any."""
        last, stop = None, time.perf_counter() + limit
        while (stamp := self.read(quiet)) is not None:
            last = stamp
            if stamp > stop:
                break
        return last

    def wait_for(self, seen: Seen, since: float | None = None, timeout: float = 30.0) -> float:
        """Seconds from `since` (the start) to the chunk that showed it: a text, or what a function accepts.

        Raises NotSeen with the screen when it does not come in `timeout` seconds or the program ends.
        """
        origin = self.began if since is None else since
        stop = time.perf_counter() + timeout
        while True:
            self.settle(0.004, 0.25)
            if (stamp := self._draw(seen, origin)) is not None:
                return stamp - origin
            if self.ended or time.perf_counter() > stop:
                said = "the program ended" if self.ended else f"not in {timeout} s"
                raise NotSeen(f"{seen!r}: {said}\n{self._emulator.text()}")
            self.read(0.05)

    def step(self, key: str, seen: Seen, timeout: float = 10.0) -> float:
        """Milliseconds from a key to the chunk that made the screen as wanted."""
        return self.wait_for(seen, self.press(key), timeout) * 1000

    def answer(self, key: str, quiet: float = 0.05, timeout: float = 1.0) -> Answer | None:
        """Press a key and wait for its whole answer; nothing when there was none."""
        pressed = self.press(key)
        first = self.read(timeout)
        if first is None:
            return None
        last = self.settle(quiet) or first
        self._draw(None, 0.0)
        return Answer((first - pressed) * 1000, (last - pressed) * 1000)

    def hold(self, key: str, count: int, rate: float = 30.0) -> list[float]:
        """Milliseconds from each of `count` keys, `rate` a second, to the next byte: a key held down."""
        begin, delays, open_keys = time.perf_counter(), [], list[float]()
        for number in range(count):
            while (left := begin + number / rate - time.perf_counter()) > 0:
                if (stamp := self.read(left)) is not None:
                    delays += [(stamp - pressed) * 1000 for pressed in open_keys]
                    open_keys.clear()
            open_keys.append(self.press(key))
        if open_keys and (stamp := self.read(1.0)) is not None:
            delays += [(stamp - pressed) * 1000 for pressed in open_keys]
        self.settle()
        return delays

    def idle(self, seconds: float) -> Idle:
        """Leave the program alone for some seconds; what it costs in a minute."""
        self.settle(0.5)
        cpu, sent, stop = self.cpu_ms(), self.sent, time.perf_counter() + seconds
        while (left := stop - time.perf_counter()) > 0 and not self.ended:
            self.read(left)
        return Idle((self.cpu_ms() - cpu) * 60 / seconds, (self.sent - sent) * 60 / seconds)

    def cpu_ms(self) -> float:
        """CPU time of the program and what it started, milliseconds, by the kernel's ticks of ten."""
        times = [process.cpu_times() for process in self._family()]
        return 1000 * float(sum(spent.user + spent.system for spent in times))

    def peak_mb(self) -> float:
        """The most resident memory of the program and what it started so far, megabytes."""
        return sum(peak_kb(process) for process in self._family()) / 1024

    def _family(self) -> list[psutil.Process]:
        with suppress(psutil.Error):
            return [self._top, *self._top.children(recursive=True)]
        return []

    def _draw(self, seen: Seen | None, since: float) -> float | None:
        """Draw what was read; the stamp of the first chunk from `since` on after which it is seen."""
        while self._waiting:
            stamp, data = self._waiting.popleft()
            self._emulator.feed(data)
            self.read(0.0)  # a full pipe would stop the program while we draw
            if seen is None or stamp < since:
                continue
            text = self._emulator.text()
            if seen in text if isinstance(seen, str) else seen(text):
                return stamp
        return None

    def close(self) -> None:
        """End the program as a closed window does, then by force; what it started goes with it."""
        for sign in (signal.SIGHUP, signal.SIGTERM, signal.SIGKILL):
            if self._process.poll() is None:
                with suppress(ProcessLookupError):
                    os.killpg(self._process.pid, sign)
            stop = time.perf_counter() + 2
            while self._process.poll() is None and time.perf_counter() < stop:
                self.read(0.02)
                with suppress(subprocess.TimeoutExpired):
                    self._process.wait(0.02)
        os.close(self._fd)


def peak_kb(process: psutil.Process) -> int:
    """The high-water mark of one process where the system keeps it, otherwise what is resident now."""
    with suppress(OSError, StopIteration):
        lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM:")).split()[1])
    with suppress(psutil.Error):
        return int(process.memory_info().rss) // 1024
    return 0
