"""Reads of the ladder: the step that a debt has reached by its age, those taken and those forced by a refusal."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select
from sqlmodel import col

from cs_workbench.domain.collection.records import LadderStep, StepKind
from cs_workbench.domain.collection.repository.debts import Owed
from cs_workbench.kernel.today import Today
from cs_workbench.storage.unit import Read

FIRST, LAST = 2, 4
"""The first level that is a step, and the last; on level 1 one only calls."""


class Ladder(NamedTuple):
    """Where a debt stands: its due day, the level of its age, the highest level taken and the highest forced."""

    since: date
    aged: int
    taken: int
    raised: int

    @property
    def due(self) -> int | None:
        """The level that is due and not taken yet."""
        level = max(self.aged, self.raised)
        return level if level > max(self.taken, FIRST - 1) else None

    @property
    def next(self) -> int:
        """The level after the highest taken."""
        return max(self.taken, FIRST - 1) + 1

    @property
    def above(self) -> int:
        """The level to which a refusal to pay raises the debt."""
        return min(max(self.aged, self.taken, self.raised, FIRST - 1) + 1, LAST)


def level_by_age(due_on: date, today: Today) -> int:
    """The level that a debt reaches by its lateness in business days; 1 before the first step."""
    return 1 + sum(today.late(due_on) >= days for days in today.terms.ladder_bd)


def ladder_of(read: Read, client_id: int, owed: Owed) -> Ladder:
    """The ladder of a client's oldest debt, holds left out where there is any other; the client must owe something."""
    since = (owed.free or owed.invoices)[0].due_on
    taken, raised = (_highest(read, client_id, kind, since) for kind in (StepKind.TAKEN, StepKind.RAISED))
    return Ladder(since, level_by_age(since, read.day), taken, raised)


def _highest(read: Read, client_id: int, kind: StepKind, since: date) -> int:
    wanted = select(func.max(col(LadderStep.level))).where(
        col(LadderStep.client_id) == client_id, col(LadderStep.kind) == kind, col(LadderStep.debt_since) >= since
    )
    return read.first(wanted) or 0
