"""The moment a rule is asked about: the clock's now, the working calendar and the firm's terms in one value.

`rule.py` and `queue.py` read it; `words` turns it into the parameters that selects may use. Standard library only.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

from cs_workbench.kernel.calendar import WorkCalendar, mday
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import period_of
from cs_workbench.kernel.terms import AGREED, Terms

SQL_MOMENT = "%Y-%m-%d %H:%M:%S.%f"


def sql_moment(moment: datetime) -> str:
    """A UTC moment as SQLite stores it (`storage/types.py`), so that texts compare as times do."""
    return moment.astimezone(UTC).strftime(SQL_MOMENT)


@dataclass(frozen=True)
class Today:
    """`now` is aware; `today` is the local date at that moment."""

    now: datetime
    calendar: WorkCalendar
    terms: Terms = AGREED

    @property
    def today(self) -> date:
        """The local calendar date."""
        return local(self.now).date()

    @property
    def period(self) -> str:
        """The month as `2026-11`."""
        return period_of(self.today)

    @property
    def run_day(self) -> date:
        """The day on which this month's invoices are made: the 15th, moved off a day off (row 8.1)."""
        return self.run_day_of(self.today)

    def run_day_of(self, day: date) -> date:
        """The run's day in the month of `day`."""
        wanted = mday(day.year, day.month, self.terms.run_day)
        return self.calendar.prev_bd(wanted) if self.terms.run_shift == "prev" else self.calendar.next_bd(wanted)

    @property
    def statement_day(self) -> date:
        """The day that the bank's statement must reach by now (row 8.3): yesterday, asked each business day from the
        15th, else on Tuesdays and Fridays.
        """
        day = self.calendar.prev_bd(self.today)
        while day.day < 15 and day.weekday() not in (1, 4):
            day = self.calendar.add_bd(day, -1)
        return self.calendar.add_bd(day, -1)

    def bd(self, n: int) -> date:
        """The business day `n` after today; `bd(0)` is today or, on a day off, the next one."""
        return self.calendar.next_bd(self.today) if n == 0 else self.calendar.add_bd(self.today, n)

    def late(self, due: date) -> int:
        """Business days since `due`, negative before it."""
        return self.calendar.between(due, self.today)

    def word(self, name: str) -> date | datetime | str:
        """The value of one parameter of a select: today, now, period, run_day, statement_day, day_N, bd_N, late_N (N
        may be m5 for −5), ladder_2…4.
        """
        if name in ("today", "now", "period", "run_day", "statement_day"):
            return getattr(self, name)  # type: ignore[no-any-return]
        kind, _, number = name.partition("_")
        n = -int(number[1:]) if number.startswith("m") else int(number)
        if kind == "day":
            return self.today + timedelta(days=n)
        if kind == "bd":
            return self.bd(n)
        if kind == "late":
            return self.calendar.late_date(self.today, n)
        return self.calendar.late_date(self.today, self.terms.ladder_bd[n - 2])

    def sql_words(self, names: Iterable[str]) -> dict[str, str]:
        """Parameters as the plain driver binds them: ISO days and UTC moments. Each is reckoned once for a moment."""
        said = self._sql_words
        return {name: said.get(name) or said.setdefault(name, _sql(self.word(name))) for name in names}

    @cached_property
    def _sql_words(self) -> dict[str, str]:
        """Those that were asked for already: an act asks some thirty rules for the same few."""
        return {}


def _sql(value: date | datetime | str) -> str:
    if isinstance(value, datetime):
        return sql_moment(value)
    return value.isoformat() if isinstance(value, date) else value
