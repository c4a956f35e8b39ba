"""A program for `test_two_windows.py`: adds one to a task's number, as many times as it is told, each time as one act.

It waits for a line after it has said that it is ready, so that two of them run at once.
"""

import sys
from pathlib import Path

from sqlalchemy.orm import Session

from cs_workbench.domain.tasks.records import Task
from cs_workbench.kernel.action import Action, Facts, Outcome
from cs_workbench.kernel.clock import parse_clock
from cs_workbench.settings import Settings
from cs_workbench.storage.unit import Work
from cs_workbench.workbench import Workbench
from tests.reliability.children import NOW


class AddOne(Action):
    """Reads a task's number, and writes the next."""

    facts = Facts("tests.add_one", "Прибавить один")

    def apply(self, work: Work) -> Outcome:
        """One read, one write."""
        task = work.get(Task, 1)
        task.text = str(int(task.text) + 1)
        return Outcome("Прибавлено.")


def main(db: str, user: str, times: str) -> None:
    """Add, and say nothing of it."""
    bench = Workbench.open(Settings(db=db, user=user, config=Path(db).with_name("config.toml")), parse_clock(NOW))
    performer = bench.performer
    print("ready", flush=True)
    sys.stdin.readline()
    for _ in range(int(times)):
        with Session(performer.engine, expire_on_commit=False) as session:
            performer.units.run(session, [AddOne()], bench.today(), user)
            session.commit()
    bench.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
