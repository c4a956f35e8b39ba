"""The next step of any open record: a day, whom we wait for and until when, or why none (rule NEXT)."""

from datetime import date
from typing import Any

from pydantic import Field

from cs_workbench.domain.tasks.checks import check_coming_day
from cs_workbench.domain.tasks.links import linked
from cs_workbench.domain.tasks.records import Task
from cs_workbench.domain.tasks.steps import set_moment, within
from cs_workbench.kernel.action import Action, Facts, Outcome, Phrase
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Day, Line, Link
from cs_workbench.kernel.hours import morning
from cs_workbench.storage.record import Record
from cs_workbench.storage.unit import Work

PHRASES = (Phrase("следующий шаг", "at", "reason"), Phrase("ждём ответа", "expected_at", "waiting_for"))


class SetNext(Action):
    """What answers NEXT. What is not given is emptied, so that one next step stands.

    A reason beside a day or a wait is told and not kept, for a kept one would silence NEXT for good. A
    record takes part by its columns `next_at` (a task: `on`), `waiting_for`, `expected_at`,
    `no_next_reason`; a class fact `open_states`, where it has one, says in which states it is open. One
    with `next_on` has a moment in `next_at`: nine in the morning of the day. One that may wait for nobody
    needs a day.
    """

    facts = Facts("tasks.set_next", "Следующий шаг", ("1",), phrases=PHRASES)

    for_: Link = Field(alias="for")
    at: Day | None = None
    waiting_for: Line | None = None
    expected_at: Day | None = None
    reason: Line | None = None

    def apply(self, work: Work) -> Outcome:
        row = linked(work, self.for_, "for")
        self._check(work)
        _refuse_closed(row)
        at = self._set_day(work, row)
        if hasattr(row, "waiting_for"):
            self._set_wait(row)
        elif self.at is None or self.waiting_for is not None:
            raise Refusal("day_only", f"«{row.title}»: здесь следующий шаг — это день, укажите его.", "at")
        return Outcome(self._said(at))

    def _set_day(self, work: Work, row: Any) -> date | None:
        """Set the day in the row's own column, and give it as it was set."""
        if isinstance(row, Task):
            row.on = self.at
        elif hasattr(row, "next_on"):
            at = None if self.at is None else within(work, row, morning(self.at))
            if at is not None or hasattr(row, "waiting_for"):
                set_moment(row, at)
            return row.next_on  # type: ignore[no-any-return]
        elif hasattr(row, "next_at"):
            row.next_at = self.at
        else:
            raise Refusal("no_next", f"«{row.title}»: у этой записи следующего шага не бывает.", "for")
        return self.at

    def _set_wait(self, row: Any) -> None:
        row.waiting_for, row.expected_at = self.waiting_for, self.expected_at
        planned = self.at is not None or self.waiting_for is not None
        row.no_next_reason = None if planned else self.reason

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

    def _said(self, at: date | None) -> str:
        parts = [] if at is None else [day_text(at)]
        if self.waiting_for is not None and self.expected_at is not None:
            parts.append(f"ждём: {self.waiting_for}, до {day_text(self.expected_at)}")
        if not parts:
            return f"Следующего шага нет: {self.reason}."
        return f"Следующий шаг: {'; '.join(parts)}{f' ({self.reason})' if self.reason else ''}."


def _refuse_closed(row: Record) -> None:
    states: frozenset[str] | None = getattr(type(row), "open_states", None)
    if states is not None and getattr(row, "state", None) not in states:
        raise Refusal("closed", f"«{row.title}» № {row.id}: запись закрыта, следующий шаг ей не нужен.", "for")
