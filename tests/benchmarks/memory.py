"""How much memory the long acts and a window take at their peak: a part of what `run.py` measures."""

import subprocess
from contextlib import suppress
from pathlib import Path

import psutil

from tests.benchmarks import big_base
from tests.benchmarks.measures import COMMAND, LOADED, NOW, RUN_DAY, Figure, base, copy_of, program
from tests.benchmarks.pty_session import peak_kb
from tests.benchmarks.pty_timer import Session


def memory() -> list[Figure]:
    """Peaks: of a window after a walk through the queue, of a run and an import by the command line, and of one window
    that did all of it by keys.
    """
    path = copy_of(base())
    statement = path.parent / "statement.txt"
    big_base.statement(statement, base(), lines=5_000)
    run = _peak_mb(path, RUN_DAY, "do", "billing.issue_run", "period=2026-12")
    load = _peak_mb(copy_of(base()), NOW, "import", "bank", str(statement))
    walked, all_done = _window(copy_of(base()), statement)
    return [
        Figure("peak memory of a window after a walk", walked, 130, "MB"),
        Figure("peak memory of the month's run, command line", run, 130, "MB"),
        Figure("peak memory of the import, command line", load, 130, "MB"),
        Figure("peak memory of one window that walked, ran and loaded", all_done, 130, "MB"),
    ]


def _peak_mb(path: Path, now: str, *words: str) -> float:
    """The most resident memory of one command, megabytes. Its own high-water mark is looked at while it lives: the one
    that the system tells at the end begins with the process that started it.
    """
    process = subprocess.Popen([COMMAND, "--db", str(path), "--now", now, *words], stdout=subprocess.DEVNULL)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, peak_kb(psutil.Process(process.pid)) / 1024)
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.01)
    assert process.returncode == 0
    return peak


def _window(path: Path, statement: Path) -> tuple[float, float]:
    with Session(program("memory", path, LOADED, RUN_DAY)) as session:
        session.wait_for(LOADED)
        for key in ["end", "home", *["pagedown"] * 30, "tab", "tab", "tab"]:
            session.answer(key)
        walked = session.peak_mb()
        for key in ("g", "m", "tab", "tab"):
            session.answer(key)
        session.wait_for("· выставить")
        session.step("d", "Enter — да")
        session.step("enter", "Выставлено за", timeout=60)
        session.step("b", "Tab — дописать")
        session.write(str(statement).encode())
        session.step("enter", "Enter — загрузить", timeout=30)
        session.settle(0.5)
        session.step("enter", "Загружено", timeout=60)
        return walked, session.peak_mb()
