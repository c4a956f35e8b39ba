"""Undo of any run of up to thirty actions gives the database back, and redo gives it again; every sum agrees all the
while.
"""

import tempfile
from pathlib import Path

from hypothesis import given, settings

from cs_workbench.kernel.errors import Refusal
from tests.desk import Desk
from tests.properties.anything import Drawn, inputs_of, runs
from tests.reliability.lived import NOW, lived_desk

DAYS = ("2026-11-25T09:30", "2026-11-30T10:00", "2026-12-16T10:00")
EXAMPLES = 14


def perform(desk: Desk, run: list[Drawn]) -> int:
    """Do it all, but what is refused; how many acts stood."""
    done, days = 0, iter(DAYS)
    for name, many in run:
        if name == "days":
            desk.at(next(days, DAYS[-1]))
            continue
        try:
            if name == "undo":
                desk.undo()
            elif name == "redo":
                desk.redo()
            else:
                desk.bench.perform_as_one(name, [inputs_of(desk, name, drawn) for drawn in many])
        except Refusal:
            continue
        done += 1
    desk.at(NOW)
    return done


def wrong(desk: Desk) -> list[str]:
    """What the doctor finds."""
    return [f"{check.name}: {check.message}" for check in desk.bench.check() if check.grave and not check.holds]


def undone(desk: Desk) -> int:
    """Undo everything that this user did; how many acts that was."""
    count = 0
    while True:
        try:
            desk.undo()
        except Refusal as refusal:
            if refusal.code != "nothing":
                raise
            return count
        count += 1


@settings(max_examples=EXAMPLES)
@given(run=runs())
def test_undo_of_any_run_gives_the_database_back(run: list[Drawn]) -> None:
    with tempfile.TemporaryDirectory() as folder, lived_desk(Path(folder), user="anybody") as desk:
        before = desk.snapshot()
        perform(desk, run)
        after = desk.snapshot()
        assert wrong(desk) == []
        acts = undone(desk)
        assert desk.snapshot() == before
        assert wrong(desk) == []
        for _ in range(acts):
            desk.redo()
        assert desk.snapshot() == after
        assert wrong(desk) == []
