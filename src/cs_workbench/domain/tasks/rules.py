"""What is due of manual tasks: those whose day has come, those without a next step (rules TASK and NEXT)."""

from typing import NamedTuple

from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.rule import Duty, Line, Rule, Tier
from cs_workbench.kernel.today import Today


class TaskFacts(NamedTuple):
    """What is to be done, and whom it waits for."""

    text: str
    waiting_for: str | None


def task(duty: Duty, facts: TaskFacts, today: Today) -> Line:
    """A task on its day and after it."""
    waits = f" (ждём: {facts.waiting_for})" if facts.waiting_for else ""
    return Line(f"{facts.text}{waits}", f"Задача на {day_text(duty.due)}.", "задача выполнена или перенесена")


def task_next(duty: Duty, facts: TaskFacts, today: Today) -> Line:
    """A task without a day, nobody waited for, and no reason."""
    return Line(
        f"Нет следующего шага: {facts.text}",
        f"Задача с {day_text(duty.since)} без даты: назначьте день, кого ждём, или причину.",
        "назначена дата, ожидание или причина; задача выполнена",
    )


RULES = (
    Rule(
        "TASK",
        Tier.PROMISED,
        "promised",
        "Задача",
        ("1",),
        "task",
        "task",
        task,
        ("tasks.done", "tasks.set_next"),
    ),
    Rule(
        "NEXT",
        Tier.PAPERS,
        "clients",
        "Нет следующего шага",
        ("1",),
        "task",
        "task_next",
        task_next,
        ("tasks.set_next", "tasks.done"),
    ),
)
