"""A timer for terminal programs, from outside, as a library and by hand.

    by_name = alternate([workbench, empty_app], runs=9, measure=measure_start)
    print(spread(start.ready for start in by_name["workbench"]))

`alternate` runs the programs in turn, so that a drift of the machine hits all alike: quote ratios from one
such batch. By hand, A and B in turn:

    python -m tests.benchmarks.pty_timer --ready TEXT --keys "down*50" --versus "other --flag" -- program
"""

import argparse
import gc
import math
import re
import shlex
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tests.benchmarks.pty_session import SIZE, Answer, Idle, NotSeen, Program, Seen, Session

__all__ = [
    "SIZE", "Answer", "Idle", "NotSeen", "Program", "Seen", "Session", "Spread", "Start",
    "alternate", "keys", "measure_start", "spread",
]  # fmt: skip

T = TypeVar("T")


@dataclass(frozen=True)
class Start:
    """Milliseconds from just before the start: first byte, text waited for, last byte of the burst."""

    first: float
    ready: float
    quiet: float
    cpu_ms: float


@dataclass(frozen=True)
class Spread:
    """Percentiles by nearest rank of `count` values, in their own unit."""

    p50: float
    p95: float
    p99: float
    lowest: float
    highest: float
    count: int

    def __str__(self) -> str:
        middle = f"p50 {self.p50:8.1f}   p95 {self.p95:8.1f}   p99 {self.p99:8.1f}"
        return f"{middle}   {self.lowest:.1f}…{self.highest:.1f}   n {self.count}"


def spread(values: Iterable[float]) -> Spread:
    """The percentiles of at least one value."""
    ordered = sorted(values)

    def rank(percent: int) -> float:
        return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]

    return Spread(rank(50), rank(95), rank(99), ordered[0], ordered[-1], len(ordered))


def keys(text: str) -> list[str]:
    """`down*3 enter` as the keys to press one after another."""
    found = re.findall(r"(\S+?)(?:\*(\d+))?(?:\s+|$)", text)
    return [name for name, times in found for _ in range(int(times or 1))]


def measure_start(session: Session) -> Start:
    """Wait until the program can be used and is silent."""
    ready = session.wait_for(session.program.ready)
    last = session.settle(0.15)
    first = (session.first_byte or session.began) - session.began
    quiet = ready if last is None else last - session.began
    return Start(first * 1000, ready * 1000, quiet * 1000, session.cpu_ms())


def alternate(
    programs: Sequence[Program],
    runs: int,
    measure: Callable[[Session], T],
    *,
    warm: int = 1,
    size: tuple[int, int] = SIZE,
) -> dict[str, list[T]]:
    """Run each program `runs` times, in turn and in changing order, after `warm` rounds thrown away.

    What `measure` found, by the program's name.
    """
    found: dict[str, list[T]] = {program.name: [] for program in programs}
    for number in range(warm + runs):
        for program in programs if number % 2 == 0 else reversed(programs):
            gc.collect()
            gc.disable()  # a collection of ours would delay a stamp
            try:
                with Session(program, size) as session:
                    result = measure(session)
            finally:
                gc.enable()
            if number >= warm:
                found[program.name].append(result)
    return found


@dataclass(frozen=True)
class Run:
    """All that the command line measures in one run."""

    start: Start
    answers: Sequence[Answer]
    idle: Idle | None
    peak_mb: float


def _measure_all(session: Session, pressed: Sequence[str], idle: float) -> Run:
    start = measure_start(session)
    answers = [answer for key in pressed if (answer := session.answer(key)) is not None]
    quiet = session.idle(idle) if idle else None
    return Run(start, answers, quiet, session.peak_mb())


def _print(name: str, runs: Sequence[Run]) -> None:
    """One table for one program."""
    rows = {
        "first byte, ms": [run.start.first for run in runs],
        "ready, ms": [run.start.ready for run in runs],
        "quiet, ms": [run.start.quiet for run in runs],
        "CPU until then, ms": [run.start.cpu_ms for run in runs],
        "a key, first byte, ms": [answer.first for run in runs for answer in run.answers],
        "a key, whole answer, ms": [answer.last for run in runs for answer in run.answers],
        "idle, CPU ms a minute": [run.idle.cpu_ms for run in runs if run.idle],
        "idle, bytes a minute": [run.idle.sent for run in runs if run.idle],
        "peak memory, MB": [run.peak_mb for run in runs],
    }
    print(f"\n{name}")
    for title, values in rows.items():
        if values:
            print(f"  {title:<24}{spread(values)}")


def main() -> None:
    """Measure one program, or two in turn, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("command", nargs="+", help="the program, after --")
    parser.add_argument("--ready", required=True, help="text on the screen that means: it can be used")
    parser.add_argument("--versus", default="", help="a second command line, run in turn with the first")
    parser.add_argument("--versus-ready", default="", help="its text (the same one, if not given)")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--keys", default="", help="keys to time, as 'down*40 pagedown*5'")
    parser.add_argument("--idle", type=float, default=0.0, help="seconds to leave it alone")
    given = parser.parse_args()
    programs = [Program(shlex.join(given.command), given.command, given.ready)]
    if given.versus:
        programs.append(Program(given.versus, shlex.split(given.versus), given.versus_ready or given.ready))
    pressed = keys(given.keys)
    for name, runs in alternate(
        programs, given.runs, lambda session: _measure_all(session, pressed, given.idle)
    ).items():
        _print(name, runs)


if __name__ == "__main__":
    main()
