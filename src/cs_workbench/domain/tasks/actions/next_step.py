"""The next step of any open record: a day, whom we wait for and until when, or why none (rule NEXT)."""

from typing import Any

from pydantic import Field

from cs_workbench.domain.tasks.checks import check_coming_day
from cs_workbench.domain.tasks.links import linked
from cs_workbench.domain.tasks.records import Task
from cs_workbench.kernel.action import Action, Facts, Outcome
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Day, Line, Link
from cs_workbench.storage.record import Record
from cs_workbench.storage.unit import Work


class SetNext(Action):
    """What answers NEXT. What is not given is emptied, so that one next step stands.

    A reason beside a day or a wait is told and not kept, for a kept one would silence NEXT for good. A
    record takes part by its columns `next_at` (a task: `on`), `waiting_for`, `expected_at`,
    `no_next_reason`; a class fact `open_states`, where it has one, says in which states it is open.
    """

    facts = Facts("tasks.set_next", "Следующий шаг", ("1",), phrases=("следующий шаг",))

    for_: Link = Field(alias="for")
    at: Day | None = None
    waiting_for: Line | None = None
    expected_at: Day | None = None
    reason: Line | None = None

    def apply(self, work: Work) -> Outcome:
        row = linked(work, self.for_, "for")
        self._check(work)
        _refuse_closed(row)
        planned = self.at is not None or self.waiting_for is not None
        values: dict[str, Any] = {
            "on" if isinstance(row, Task) else "next_at": self.at,
            "waiting_for": self.waiting_for,
            "expected_at": self.expected_at,
            "no_next_reason": None if planned else self.reason,
        }
        if not all(hasattr(row, name) for name in values):
            raise Refusal("no_next", f"«{row.title}»: у этой записи следующего шага не бывает.", "for")
        for name, value in values.items():
            setattr(row, name, value)
        return Outcome(self._said())

    def _check(self, work: Work) -> None:
        if self.at is None and self.waiting_for is None and self.expected_at is None and self.reason is None:
            raise Refusal("required", "Укажите день, кого ждём и до какого дня, или причину.", "at")
        if self.waiting_for is not None and self.expected_at is None:
            raise Refusal("required", "Укажите, до какого дня ждём.", "expected_at")
        if self.expected_at is not None and self.waiting_for is None:
            raise Refusal("required", "Укажите, кого ждём.", "waiting_for")
        if self.at is not None:
            check_coming_day(work, self.at, "at")
        if self.expected_at is not None:
            check_coming_day(work, self.expected_at, "expected_at")

    def _said(self) -> str:
        parts = []
        if self.at is not None:
            parts.append(day_text(self.at))
        if self.waiting_for is not None and self.expected_at is not None:
            parts.append(f"ждём: {self.waiting_for}, до {day_text(self.expected_at)}")
        if not parts:
            return f"Следующего шага нет: {self.reason}."
        return f"Следующий шаг: {'; '.join(parts)}{f' ({self.reason})' if self.reason else ''}."


def _refuse_closed(row: Record) -> None:
    states: frozenset[str] | None = getattr(type(row), "open_states", None)
    if states is not None and getattr(row, "state", None) not in states:
        raise Refusal("closed", f"«{row.title}» № {row.id}: запись закрыта, следующий шаг ей не нужен.", "for")
