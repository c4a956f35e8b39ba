"""Fifty times `kill -9`, at any moment: it loses nothing that was acknowledged and leaves nothing by halves
(reliability 7, 33).
"""

import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("SIGKILL is of Linux and macOS", allow_module_level=True)

from tests.desk import Desk
from tests.reliability.children import NOW, Child, command
from tests.terminal.acting_program import LINES

LONGEST = 0.15
"""Seconds from the last act that is waited for to the end of a life, at most: about what opening the file, or an
import, takes.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty desk: a window that stays open while others are killed."""
    here = Desk(tmp_path)
    yield here
    here.close()


def live(child: Child, kind: str, acts: int, seconds: float) -> list[int]:
    """One life of the acting program, killed so long after so many acts; the entries that it was told are done."""
    child.tell(kind)
    pid = int(child.hear())
    acknowledged = [int(child.hear()) for _ in range(acts)]
    stop = time.perf_counter() + seconds
    while (left := stop - time.perf_counter()) > 0:
        if select.select([child.out], [], [], left)[0]:
            acknowledged.append(int(child.hear()))
    os.kill(pid, signal.SIGKILL)
    while (said := child.hear()) != "over":
        acknowledged.append(int(said))
    return acknowledged


def storm(desk: Desk, kind: str, times: int, check: Callable[[list[int]], None], most: int) -> None:
    """Lives of one kind, one after the other, checked after each, by the doctor after every fourth; half of them end
    before their first act.
    """
    chance, acknowledged = random.Random(kind), list[int]()
    with Child("tests.terminal.acting_program", desk.bench.where) as child:
        for number in range(times):
            acts = chance.randint(1, most) if number % 2 else 0
            acknowledged += live(child, kind, acts, chance.uniform(0.0, LONGEST))
            check(acknowledged)
            assert number % 4 or sound(desk)
    assert sound(desk)


def entries(desk: Desk) -> set[int]:
    """The numbers in the journal."""
    return {entry["id"] for entry in desk.rows("journal_entry")}


def sound(desk: Desk) -> bool:
    """Whether the doctor is content with the file, the journal and every sum."""
    return all(check.holds for check in desk.bench.check() if check.grave)


def test_kill9_storm(desk: Desk) -> None:
    def check(acknowledged: list[int]) -> None:
        assert set(acknowledged) <= entries(desk)

    storm(desk, "acts", 30, check, most=8)


def test_kill9_storm_of_imports(desk: Desk) -> None:
    """Each import is there whole or not at all."""

    def check(acknowledged: list[int]) -> None:
        assert set(acknowledged) <= entries(desk)
        whole = desk._plain.execute("SELECT count(*) FROM bank_line GROUP BY import_id").fetchall()
        assert set(whole) <= {(LINES,)}
        assert len(whole) == len(desk.rows("bank_import"))

    storm(desk, "imports", 17, check, most=1)


def test_import_all_or_nothing(desk: Desk) -> None:
    """Killed when it has stored a part of its lines, an import has stored none."""
    desk.do("tasks.add", text="Загрузить выписку", on="сегодня")
    before, queue = desk.snapshot(), desk.items()
    with Child("tests.terminal.acting_program", desk.bench.where) as child:
        child.tell("half")
        child.hear()
        assert child.hear() == "over"
    assert desk.snapshot() == before
    assert desk.items() == queue
    assert sound(desk)


def test_a_killed_command_line_has_kept_what_it_answered(desk: Desk) -> None:
    """`do --batch -` answers each line when it is stored: killed while the next ones are on their way."""
    db = Path(desk.bench.where)
    for life in range(2):
        answered = _stream(db, (f"Дело {life}-{number}" for number in range(500)), enough=5 + 10 * life)
        stored = {task["text"] for task in desk.rows("task")}
        assert len(answered) >= 5 + 10 * life
        assert set(answered) <= stored
    assert command(db, "doctor")[0] == 0


def _stream(db: Path, texts: Iterable[str], enough: int) -> list[str]:
    """Give tasks to one command line, kill it when it has answered `enough`; the texts that it has answered."""
    arguments = ["--db", str(db), "--now", NOW, "--user", "manager", "--json", "do", "--batch", "-"]
    given = [*texts]
    with subprocess.Popen(
        [sys.executable, "-m", "cs_workbench", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for text in given:
            process.stdin.write(json.dumps({"action": "tasks.add", "text": text, "on": "завтра"}).encode() + b"\n")
        process.stdin.flush()
        answers = [process.stdout.readline() for _ in range(enough)]
        process.kill()
        answers += process.stdout.readlines()
        process.stdin.close()
    return [
        text
        for text, answer in zip(given, answers, strict=False)
        if answer.endswith(b"\n") and json.loads(answer)["ok"]
    ]
