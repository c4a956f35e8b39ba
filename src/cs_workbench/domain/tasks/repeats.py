"""Repeated tasks: how an interval is written, and which day comes next.

A fixed series goes on from its own days, so that an absence makes one task and not twenty; a series after
completion is reckoned from the day on which the task was done. Either way a day off gives way to the next
business day.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from cs_workbench.domain.tasks.records import Repeat, Unit
from cs_workbench.kernel.calendar import WorkCalendar, mday
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.text import count, fold

_WRITTEN = re.compile(r"(\w+)(?:\s*:\s*|\s+)([0-9]{1,3})\s*([a-zа-я]+)\.?")
_REPEATS = {
    **{repeat.value: repeat for repeat in Repeat},
    "каждые": Repeat.FIXED,
    "каждый": Repeat.FIXED,
    "каждую": Repeat.FIXED,
    "после": Repeat.AFTER_COMPLETION,
}
_UNITS = {
    **{unit.value: unit for unit in Unit},
    "д": Unit.DAYS,
    "рд": Unit.BUSINESS_DAYS,
    "н": Unit.WEEKS,
    "м": Unit.MONTHS,
}
_WORDS = {
    Unit.DAYS: ("день", "дня", "дней"),
    Unit.BUSINESS_DAYS: ("рабочий день", "рабочих дня", "рабочих дней"),
    Unit.WEEKS: ("неделя", "недели", "недель"),
    Unit.MONTHS: ("месяц", "месяца", "месяцев"),
}


class Interval(NamedTuple):
    """How a task repeats."""

    repeat: Repeat
    every: int
    unit: Unit

    def words(self) -> str:
        """`по календарю, шаг 2 недели`."""
        base = "по календарю" if self.repeat == Repeat.FIXED else "после выполнения"
        return f"{base}, шаг {count(self.every, *_WORDS[self.unit])}"


def parse_interval(text: str, field: str = "repeat") -> Interval:
    """`fixed:1m`, `after_completion:2w`, or in Russian `каждые 2н`, `после 5рд`. Raises Refusal "repeat"."""
    found = _WRITTEN.fullmatch(fold(text))
    repeat = _REPEATS.get(found[1]) if found else None
    unit = _UNITS.get(found[3]) if found else None
    if found is None or repeat is None or unit is None or not 1 <= int(found[2]) <= 366:
        raise Refusal(
            "repeat",
            "Повтор: «каждые 1м» (fixed:1m) или «после 2н» (after_completion:2w). Шаг: д, рд, н или м.",
            field,
        )
    return Interval(repeat, int(found[2]), unit)


def step_from(day: date, every: int, unit: Unit, calendar: WorkCalendar, month_day: int | None = None) -> date:
    """The day one interval later; a month has its `month_day`, clamped to its last."""
    if unit == Unit.BUSINESS_DAYS:
        return calendar.add_bd(day, every)
    if unit == Unit.MONTHS:
        years, month = divmod(day.year * 12 + day.month - 1 + every, 12)
        return mday(years, month + 1, month_day or day.day)
    return day + timedelta(days=every * (7 if unit == Unit.WEEKS else 1))


def next_in_series(
    series_on: date, series_day: int | None, every: int, unit: Unit, today: date, calendar: WorkCalendar
) -> date:
    """The first day of a fixed series after the task's own and after today, days off and all."""
    following = step_from(series_on, every, unit, calendar, series_day)
    while following <= today:
        following = step_from(following, every, unit, calendar, series_day)
    return following
