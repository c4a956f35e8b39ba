"""When a client is to be called again after a call (row 2.1): pure reckonings over the calendar and the terms."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from cs_workbench.kernel.calendar import WorkCalendar
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.today import Today

TRIES_A_DAY = 2
"""Calls without an answer, after which the client is left in peace until the next business day."""

SILENT_DAYS = 3
"""Days in a row without an answer, after which another contact or a letter is offered."""


def next_day(on: date, today: Today) -> datetime:
    """The local midnight at which the business day after `on` begins; aware."""
    return _local(today.calendar.add_bd(on, 1), 0)


def after_no_answer(at: datetime, tries: int, today: Today) -> datetime:
    """When to try again: in `no_answer_hours`, after the day's second try at the next business day's start of work."""
    if tries >= TRIES_A_DAY:
        return _local(today.calendar.add_bd(local(at).date(), 1), today.terms.work_from)
    return at + timedelta(hours=today.terms.no_answer_hours)


def silent_days(days: Iterable[date], on: date, calendar: WorkCalendar) -> int:
    """Business days in a row without an answer that end with `on`; `days` are of the calls since the last answer."""
    count, day = 1, on
    for earlier in sorted({other for other in days if other < on}, reverse=True):
        if calendar.between(earlier, day) > 1:
            break
        count, day = count + 1, earlier
    return count


def _local(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour).astimezone()
