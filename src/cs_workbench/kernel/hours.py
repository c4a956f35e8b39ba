"""Working hours: moments reckoned in the hours that the firm works (rows 1.1, 1.2, 1.7 and assumption SLA).

`calendar.py` knows the days and which of them are an hour shorter, `terms.py` the hours. A moment outside of working
hours counts from the next working morning. Moments are aware, and local where they are given back. Standard library
only.
"""

from datetime import date, datetime, timedelta

from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import WORK_FROM
from cs_workbench.kernel.terms import AGREED
from cs_workbench.kernel.today import Today

NOON = 12
LATE_HOUR = 16
"""What comes after this hour is answered by noon of the next business day (row 1.1)."""

_ONE_DAY = timedelta(days=1)


def morning(day: date) -> datetime:
    """The nine o'clock that a bare day means where a moment is needed."""
    return _at(day, WORK_FROM)


def opens(day: date, today: Today) -> datetime:
    """When work begins on a day."""
    return _at(day, _hours(today)[0])


def closes(day: date, today: Today) -> datetime:
    """When work ends on a day: an hour earlier on a short one."""
    return _at(day, _hours(today)[1] - today.calendar.is_short(day))


def is_working(moment: datetime, today: Today) -> bool:
    """Whether people work at that moment."""
    day = local(moment).date()
    return today.calendar.is_business(day) and opens(day, today) <= moment < closes(day, today)


def add_hours(moment: datetime, hours: int, today: Today) -> datetime:
    """The moment that many working hours later; an end of the day stays that day's."""
    left, day = timedelta(hours=hours), today.calendar.next_bd(local(moment).date())
    while True:
        begins, ends = max(opens(day, today), local(moment)), closes(day, today)
        if begins + left <= ends:
            return begins + left
        left -= max(ends - begins, timedelta())
        day = today.calendar.next_bd(day + _ONE_DAY)


def by_end_of_day(moment: datetime, today: Today) -> datetime:
    """Until when that of no haste is answered: the end of its working day; noon of the next business day for what
    comes after four, after work or on a day off (row 1.1).
    """
    day = local(moment).date()
    if today.calendar.is_business(day) and moment <= _at(day, LATE_HOUR) and moment < closes(day, today):
        return closes(day, today)
    return _at(today.calendar.add_bd(day, 1), NOON)


def _hours(today: Today) -> tuple[int, int]:
    """The hours of work; hours that no day has, out of a file of settings, are passed over."""
    begin, end = today.terms.work_from, today.terms.work_to
    return (begin, end) if 0 <= begin < end <= 24 else (AGREED.work_from, AGREED.work_to)


def _at(day: date, hour: int) -> datetime:
    return (datetime(day.year, day.month, day.day) + timedelta(hours=hour)).astimezone()
