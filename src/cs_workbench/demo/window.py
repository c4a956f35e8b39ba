"""Which days the demo lives through: from some weeks ago to now, with the last run of the month among them.

Days are counted from today in business days: `day(-3)` is three business days ago, `day(0)` today, or the next business
day on a day off.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property

from cs_workbench.kernel.dates import next_period, period_end, period_start
from cs_workbench.kernel.today import Today

LIVED_BD = 15
"""At least so many business days are lived by real actions."""

PAST_MONTHS = 12
"""Months billed before those that are lived."""


@dataclass(frozen=True)
class Window:
    """The demo's time: all derives from the local day of `now`, but today's acts happen up to its hour."""

    now: Today

    def day(self, n: int) -> date:
        """The business day `n` from today."""
        return self.now.bd(n)

    def at(self, day: date, hour: int, minute: int = 0) -> datetime:
        """A local time of a day; aware."""
        return datetime.combine(day, time(hour, minute)).astimezone()

    def today_at(self, moment: datetime) -> Today:
        """Another moment under the same calendar and terms."""
        return Today(moment, self.now.calendar, self.now.terms)

    @property
    def run_is_due(self) -> bool:
        """Whether today is the day of a month's run, which is left for the manager."""
        return self.now.run_day == self.now.today

    @cached_property
    def run_day(self) -> date:
        """The last day of a month's run before today."""
        this = self.now.run_day
        return this if this < self.now.today else self.run_day_of(next_period(self.now.period, -1))

    def run_day_of(self, period: str) -> date:
        """The day of a month's run."""
        return self.now.run_day_of(period_start(period))

    @cached_property
    def run_period(self) -> str:
        """The month whose run is lived."""
        return self.now.period if self.run_day.month == self.now.today.month else next_period(self.now.period, -1)

    @cached_property
    def start(self) -> date:
        """The first day that is lived."""
        return min(self.day(-LIVED_BD), self.run_day)

    @cached_property
    def past(self) -> list[str]:
        """Months billed before the lived ones, the oldest first; the month of the run follows them."""
        return [next_period(self.run_period, -n) for n in range(PAST_MONTHS, 0, -1)]

    @cached_property
    def periods(self) -> list[str]:
        """Every billed month."""
        return [*self.past, self.run_period]

    @cached_property
    def old(self) -> str:
        """The newest month that is over: what its fee is owed for is an old debt."""
        return next_period(self.now.period, -1)

    def ended(self, n: int) -> str:
        """The month `n` months before the newest that is over."""
        return next_period(self.old, -n)

    @cached_property
    def business(self) -> list[date]:
        """The lived business days up to today."""
        days, day = [], self.now.calendar.next_bd(self.start)
        while day <= self.now.today:
            days.append(day)
            day = self.now.calendar.add_bd(day, 1)
        return days

    @cached_property
    def covered(self) -> date:
        """The last day that the loaded statements speak of: the newest one is left for the manager to load."""
        return date.fromordinal(self.import_days[-1].toordinal() - 1) if self.import_days else self.start

    @cached_property
    def import_days(self) -> list[date]:
        """Mornings on which the statement up to the day before was loaded."""
        return [day for day in self.business if day.toordinal() - 1 < self.now.statement_day.toordinal()]

    def due_of(self, period: str) -> date:
        """The last day to pay the fee of a month."""
        return period_end(period)
