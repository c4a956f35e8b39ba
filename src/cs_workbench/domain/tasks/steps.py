"""The moment of a record's next step and its local day, kept together by one function, and how late it may be.

`actions/next_step.py` and later areas set next steps through it.
"""

from datetime import date, datetime
from typing import Any

from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.hours import morning
from cs_workbench.storage.unit import Work


def set_moment(row: Any, at: datetime | None) -> None:
    """Set `next_at` (a moment) and `next_on` (its local day) of a row that has both."""
    row.next_at = at
    row.next_on = None if at is None else local(at).date()


def within(work: Work, row: Any, at: datetime) -> datetime:
    """The moment, or the morning of the last day on which the next step of such a record may be (`step_bd` business
    days from now, where it has that); an earlier one is told.
    """
    limit: int | None = getattr(row, "step_bd", None)
    if limit is None:
        return at
    last: date = work.day.bd(limit)
    if local(at).date() <= last:
        return at
    work.warn(f"Это слишком поздно: следующий шаг назначен на {day_text(last)}.")
    return morning(last)
