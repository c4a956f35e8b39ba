"""What `run.py` measures, part by part: each gives figures with the most that they may be."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cs_workbench.kernel.clock import parse_clock
from cs_workbench.presentation.queue_list import QueueList
from cs_workbench.settings import load
from cs_workbench.workbench import Workbench
from tests.benchmarks import big_base
from tests.benchmarks.pty_timer import Program, Session, alternate, measure_start, spread

NOW = "2026-11-24T10:00:00"
ZONE = "Europe/Moscow"
os.environ["TZ"] = ZONE  # counted here and shown by the program in the same zone
time.tzset()
RUN_DAY = "2026-12-15T10:00:00"
RUNS = 9
CACHE = Path(tempfile.gettempdir()) / "cs-workbench-bench"
COMMAND = str(Path(sys.executable).with_name("cs-workbench"))


@dataclass(frozen=True)
class Figure:
    """One line of the table. `most` is in the unit of `value`."""

    what: str
    value: float
    most: float
    unit: str

    @property
    def holds(self) -> bool:
        """Whether the figure is within its bound."""
        return self.value <= self.most

    def row(self) -> str:
        """The line as Markdown."""
        mark = "yes" if self.holds else "**no**"
        return f"| {self.what} | {self.value:.2f} {self.unit} | {self.most:g} {self.unit} | {mark} |"


@lru_cache
def base(clients: int = 10_000, invoices: int = 240_000, calls: int = 1_000_000, closed_history: float = 1.0) -> Path:
    """A generated database, made once for a version of the schema."""
    CACHE.mkdir(exist_ok=True, mode=0o700)
    return big_base.cached(CACHE, clients, invoices, calls, closed_history=closed_history)


def copy_of(path: Path) -> Path:
    """A copy that a measurement may change."""
    made = Path(tempfile.mkdtemp(prefix="csw-bench-")) / "base.db"
    shutil.copyfile(path, made)
    os.sync()  # what is measured should not wait for the disk to take this copy
    return made


def desk(path: Path, now: str = NOW) -> Workbench:
    """The workbench over a database, at a fixed moment."""
    return Workbench.open(load(str(path), "bench", str(path.parent / "config.toml")), parse_clock(now))


def program(name: str, path: Path, ready: str, now: str = NOW) -> Program:
    """The program itself on a database."""
    environment = {"CS_WORKBENCH_DB": str(path), "CS_WORKBENCH_NOW": now, "CS_WORKBENCH_BRIEFING": "0", "TZ": ZONE}
    return Program(name, [COMMAND], ready, environment)


LOADED = "Последнее"
"""A word of the card that is read from the database, and so with the domain."""

EMPTY = Program("empty", [sys.executable, "-m", "tests.benchmarks.empty_app"], "пусто", {})


def _against_empty(name: str, path: Path, ready: str) -> float:
    found = alternate([program(name, path, ready), EMPTY], RUNS, measure_start)
    pairs = zip(found[name], found["empty"], strict=True)
    return statistics.median(mine.ready / empty.ready for mine, empty in pairs)


def _last_on_screen(workbench: Workbench) -> str:
    """A word of the last row that a screen of 48 lines shows."""
    return workbench.item(workbench.queue(limit=42)[-1]).client[:20]


def start() -> list[Figure]:
    """The first frame with its final rows, and the whole queue with exact counters, against an empty application."""
    figures = []
    workbench = desk(base())
    figures.append(
        Figure(
            "first frame, true rows / empty app", _against_empty("first", base(), _last_on_screen(workbench)), 1.3, "×"
        )
    )
    for path, size, most in ((base(), "10,000", 2.7), (base(200, 4_800, 20_000), "200", 1.8)):
        counted = f"Всё {desk(path).counts()['all']}"
        figures.append(
            Figure(
                f"whole queue and counters, {size} clients / empty app",
                _against_empty("whole", path, counted),
                most,
                "×",
            )
        )
    return figures


def today_command() -> list[Figure]:
    """`today --limit 50 --json` against Taskwarrior's list of 50,000 tasks."""
    tasks = CACHE / "tasks"
    rc = _taskwarrior(tasks)
    mine = [COMMAND, "--db", str(base()), "--now", NOW, "today", "--limit", "50", "--json"]
    theirs = ["task", f"rc:{rc}", "rc.verbose=nothing", "rc.gc=off", "list"]
    ratios = [_seconds(mine) / _seconds(theirs) for _ in range(RUNS)]
    return [Figure("today --limit 50 --json / task list over 50,000", statistics.median(ratios), 0.5, "×")]


def _taskwarrior(folder: Path) -> Path:
    rc = folder / "taskrc"
    if not rc.exists():
        folder.mkdir(parents=True, exist_ok=True)
        lines = "\n".join(
            f'{{"description":"Звонок {n}","status":"pending","due":"20261{n % 2 + 1}{n % 27 + 1:02d}T090000Z"}}'
            for n in range(50_000)
        )
        rc.write_text(f"data.location={folder}\nconfirmation=no\nnews.version=3.0.0\n", encoding="utf-8")
        subprocess.run(["task", f"rc:{rc}", "import", "-"], input=lines, text=True, check=True, capture_output=True)
    return rc


def _seconds(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began


def after_act() -> list[Figure]:
    """An act and the queue after it: its line gone, the counters right."""
    workbench = desk(copy_of(base()))
    queue = QueueList(workbench.queue(), whole=True)
    calls = [entry for entry in queue.entries if entry.rule.id == "PAY-CALL"][:40]
    times = []
    for entry in calls:
        began = time.perf_counter()
        done = workbench.perform("collection.log_call", {"client": entry.client_id, "outcome": "5"})
        entries, asked = workbench.requeue(done)
        queue.replace(done.clients, asked, entries)
        queue.counts()
        times.append((time.perf_counter() - began) * 1000)
        assert entry.key not in {kept.key for kept in queue.entries}
    return [Figure("an act and the queue after it", statistics.median(times[5:]), 25, "ms")]


def keys() -> list[Figure]:
    """A key's answer in the whole queue, and while the domain is still being imported."""
    path = base()
    counted = f"Всё {desk(path).counts()['all']}"

    def walk(session: Session) -> list[float]:
        session.wait_for(counted)
        session.wait_for(LOADED)
        session.settle(0.3)
        pressed = ["down"] * 40 + ["pagedown"] * 15 + ["up"] * 20 + ["end", "home"] * 3
        return [answer.first for key in pressed if (answer := session.answer(key)) is not None]

    def held(session: Session) -> list[float]:
        session.wait_for("F1 помощь")
        return session.hold("down", 30)

    one = program("keys", path, counted)
    calm = spread([ms for run in alternate([one], 3, walk, warm=0)["keys"] for ms in run])
    busy = spread([ms for run in alternate([one], 5, held, warm=0)["keys"] for ms in run])
    return [
        Figure("a key's answer, p95", calm.p95, 10, "ms"),
        Figure("a key's answer, p99", calm.p99, 20, "ms"),
        Figure("a held key while the domain is imported, p95", busy.p95, 30, "ms"),
        Figure("a held key while the domain is imported, p99", busy.p99, 50, "ms"),
    ]


def history() -> list[Figure]:
    """The queue on 1,000 clients, against the same with a hundred times the closed history."""
    short, long = desk(base(1_000, 24_000, 100_000, 0.1)), desk(base(1_000, 24_000, 100_000, 10.0))
    ratios = []
    for _ in range(15):
        quick, slow = _timed(lambda: _whole(short)), _timed(lambda: _whole(long))
        ratios.append(slow / quick)
    return [Figure("the queue with a hundredfold closed history / without", statistics.median(ratios[3:]), 1.5, "×")]


def _whole(workbench: Workbench) -> None:
    workbench.queue()
    workbench.counts()


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def long_work() -> list[Figure]:
    """The month's run for 10,000 subscriptions, and an import of 5,000 lines, with their copies made before."""
    path = copy_of(base())
    workbench = desk(path, RUN_DAY)
    run = _timed(lambda: workbench.perform("billing.issue_run", {"period": "2026-12"}))
    bank = desk(copy_of(base()))
    statement = path.parent / "statement.txt"
    big_base.statement(statement, base(), lines=5_000)
    loaded = _timed(lambda: _load(bank, statement))
    return [
        Figure("the month's run, 10,000 subscriptions", run, 10, "s"),
        Figure("an import of 5,000 bank lines", loaded, 10, "s"),
    ]


def _load(workbench: Workbench, statement: Path) -> None:
    file, _shown = workbench.statement(statement)
    workbench.load_statement(file)


def idle() -> list[Figure]:
    """A minute left alone."""
    path = base()
    counted = f"Всё {desk(path).counts()['all']}"
    with Session(program("idle", path, counted)) as session:
        session.wait_for(counted)
        session.wait_for(LOADED)
        session.settle(1.0)
        quiet = session.idle(60)
    return [
        Figure("a minute idle, share of one core", quiet.cpu_ms / 600, 0.2, "%"),
        Figure("a minute idle, bytes to the terminal", quiet.sent, 0, "bytes"),
    ]
