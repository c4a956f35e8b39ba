"""The manual task: added, and done; a repeated one brings its next."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cs_workbench.domain.clients.checks import warn_of_secrets
from cs_workbench.domain.clients.records import ClientRef
from cs_workbench.domain.tasks.checks import check_coming_day
from cs_workbench.domain.tasks.records import Repeat, Task, TaskRef, TaskState, Unit
from cs_workbench.domain.tasks.repeats import next_in_series, parse_interval, step_from
from cs_workbench.kernel.action import Action, Facts, Outcome
from cs_workbench.kernel.dates import day_text, day_words
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Day, Line, Text
from cs_workbench.storage.unit import Read, Work


class AddTask(Action):
    """A task of the manager's own; one without a day asks for its next step (rule NEXT)."""

    facts = Facts("tasks.add", "Добавить задачу", ("1",), phrases=("задача",))

    text: Text
    on: Day | None = None
    client: ClientRef | None = None
    repeat: Line | None = None

    def apply(self, work: Work) -> Outcome:
        interval = parse_interval(self.repeat) if self.repeat else None
        if self.on is not None:
            check_coming_day(work, self.on, "on")
        elif interval is not None:
            raise Refusal("required", "У повторяющейся задачи должен быть первый день: укажите дату.", "on")
        warn_of_secrets(work, self.text)
        task = Task(client_id=self.client, text=self.text, on=self.on, created_on=work.day.today)
        if interval is not None and self.on is not None:
            task.repeat, task.every, task.unit = interval
            task.series_on, task.series_day = self.on, self.on.day
        work.add(task)
        when = f" на {day_text(self.on)}" if self.on else " без даты"
        repeated = f" Повтор: {interval.words()}." if interval else ""
        return Outcome(f"Задача{when} добавлена.{repeated}")


class DoTask(Action):
    """A task done; a repeated one brings its next."""

    facts = Facts("tasks.done", "Задача выполнена", ("1",), key="d", phrases=("сделано",), batch=True)

    task: TaskRef

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        task = read.get(Task, subject["task"])
        if task.state == TaskState.OPEN:
            return None
        return Refusal("already", "Эта задача уже выполнена.", "task")

    def apply(self, work: Work) -> Outcome:
        if refusal := self.refusal(work, {"task": self.task}):
            raise refusal
        task = work.get(Task, self.task)
        task.state = TaskState.DONE
        task.done_at = work.now
        following = _following(work, task)
        if following is None:
            return Outcome("Задача выполнена.")
        return Outcome(f"Задача выполнена. Следующая: {day_words(following)}.")


def _following(work: Work, task: Task) -> date | None:
    """Store the next task of a repeated one and give its day; None for one that does not repeat."""
    if task.repeat is None or task.every is None or task.series_on is None:
        return None
    unit, today, calendar = Unit(task.unit or Unit.DAYS), work.day.today, work.day.calendar
    if task.repeat == Repeat.FIXED:
        series_on = next_in_series(task.series_on, task.series_day, task.every, unit, today, calendar)
    else:
        series_on = step_from(today, task.every, unit, calendar)
    on = calendar.next_bd(series_on)
    kept: dict[str, Any] = {
        name: getattr(task, name) for name in ("client_id", "text", "repeat", "every", "unit", "series_day")
    }
    work.add(Task(**kept, on=on, series_on=series_on, created_on=today))
    return on
