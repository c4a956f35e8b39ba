"""The Russian working calendar: which days are business days, and counting in them (processes 2.0).

Year files `<year>.toml` are written by `connectors/calendar_files.py` and the user may edit them;
`today.py` and `dates.py` ask. Standard library only: this is on the short start, and the queue asks
thousands of times a screen, so a year is counted once.
"""

import tomllib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple, Self

from cs_workbench.kernel.errors import Unavailable

FIXED_HOLIDAYS = frozenset({*((1, day) for day in range(1, 9)), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)})

_ONE_DAY = timedelta(days=1)


class YearDays(NamedTuple):
    """One year's file. `days_off` are weekdays without work; weekends are off but for `working_weekends`."""

    confirmed: bool
    days_off: frozenset[date]
    working_weekends: frozenset[date] = frozenset()
    short_days: frozenset[date] = frozenset()
    names: Mapping[date, str] = {}


class _Counted(NamedTuple):
    """A year counted once: the ordinals of its business days, and how many of them come before the year."""

    before: int
    days: tuple[int, ...]
    known: frozenset[int]


@cache
def _fixed_offsets(leap: bool, weekday: int) -> tuple[int, ...]:
    """Offsets from 1 January of the business days of a year without a file; there are fourteen such years."""
    year = next(y for y in range(2000, 2041) if (y % 4 == 0) == leap and date(y, 1, 1).weekday() == weekday)
    first = date(year, 1, 1)
    days = (first + timedelta(days=n) for n in range(365 + leap))
    return tuple((day - first).days for day in days if day.weekday() < 5 and (day.month, day.day) not in FIXED_HOLIDAYS)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def mday(year: int, month: int, day: int) -> date:
    """The day of a month, clamped to its last one: `mday(2026, 2, 31)` is the 28th."""
    last = 28 + _is_leap(year) if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    return date(year, month, min(day, last))


class WorkCalendar:
    """Business days of any year; one without a file has weekends and the fixed holidays, unconfirmed."""

    def __init__(self, years: Mapping[int, YearDays]) -> None:
        self._years = dict(years)
        self._anchor = min(self._years, default=2020)
        self._counted: dict[int, _Counted] = {}

    @classmethod
    def load(cls, folders: Sequence[Path]) -> Self:
        """The calendar of all `<year>.toml` in the folders; a later folder's year replaces an earlier one's.

        A folder that does not exist has no files. Raises Unavailable "calendar" for a file that is not one.
        """
        paths = {path.stem: path for folder in folders for path in folder.glob("[12][0-9][0-9][0-9].toml")}
        return cls({int(year): _read_year(path) for year, path in paths.items()})

    def confirmed(self, year: int) -> bool:
        """Whether the year's days off are official rather than a forecast."""
        return year in self._years and self._years[year].confirmed

    def is_business(self, d: date) -> bool:
        """Whether people work on that day."""
        return d.toordinal() in self._year(d.year).known

    def is_short(self, d: date) -> bool:
        """Whether the working day is an hour shorter."""
        return d.year in self._years and d in self._years[d.year].short_days

    def day_name(self, d: date) -> str:
        """The holiday's name or the reason of a day off, empty where the year's file names none."""
        return self._years[d.year].names.get(d, "") if d.year in self._years else ""

    def next_bd(self, d: date) -> date:
        """The first business day not before `d`."""
        return d if self.is_business(d) else self._nth(self._rank(d) + 1, d.year)

    def prev_bd(self, d: date) -> date:
        """The last business day not after `d`."""
        return d if self.is_business(d) else self._nth(self._rank(d), d.year)

    def add_bd(self, d: date, n: int) -> date:
        """The n-th business day strictly after `d`, before it where n is negative; `d` itself where n is 0.

        Raises OverflowError beyond the years that dates have.
        """
        if n == 0:
            return d
        rank = self._rank(d) + n
        return self._nth(rank if n > 0 or self.is_business(d) else rank + 1, d.year)

    def between(self, a: date, b: date) -> int:
        """Business days in (a, b]; where b is earlier, minus those in (b, a]."""
        return self._rank(b) - self._rank(a)

    def late_date(self, today: date, n: int) -> date:
        """The latest due date whose lateness, `between(due, today)`, is at least n (n may be negative)."""
        return self._nth(self._rank(today) - n + 1, today.year) - _ONE_DAY

    def _rank(self, d: date) -> int:
        """How many business days there are up to `d`, counted from the anchor year (negative before it)."""
        counted = self._counted.get(d.year) or self._year(d.year)
        return counted.before + bisect_right(counted.days, d.toordinal())

    def _nth(self, rank: int, near: int) -> date:
        """The business day of that rank; the search steps by years from `near`."""
        year = near
        counted = self._year(year)
        while rank <= counted.before or rank > counted.before + len(counted.days):
            year += 1 if rank > counted.before else -1
            counted = self._year(year)
        return date.fromordinal(counted.days[rank - counted.before - 1])

    def _year(self, year: int) -> _Counted:
        counted = self._counted.get(year)
        if counted is None:
            if not MINYEAR <= year <= MAXYEAR:
                raise OverflowError(f"no calendar for the year {year}")
            days = self._days(year)
            counted = self._counted[year] = _Counted(self._before(year), days, frozenset(days))
        return counted

    def _before(self, year: int) -> int:
        """Business days from the anchor year to the year's first day."""
        previous, following = self._counted.get(year - 1), self._counted.get(year + 1)
        if previous is not None:
            return previous.before + len(previous.days)
        if following is not None:
            return following.before - self._total(year)
        if year >= self._anchor:
            return sum(self._total(y) for y in range(self._anchor, year))
        return -sum(self._total(y) for y in range(year, self._anchor))

    def _total(self, year: int) -> int:
        if year in self._years:
            return len(self._days(year))
        return len(_fixed_offsets(_is_leap(year), date(year, 1, 1).weekday()))

    def _days(self, year: int) -> tuple[int, ...]:
        """Ordinals of the year's business days, in order."""
        first = date(year, 1, 1)
        start = first.toordinal()
        facts = self._years.get(year)
        if facts is None:
            return tuple(start + offset for offset in _fixed_offsets(_is_leap(year), first.weekday()))
        off = {day.toordinal() for day in facts.days_off}
        worked = {day.toordinal() for day in facts.working_weekends}
        monday = start - first.weekday()
        return tuple(
            day
            for day in range(start, start + 365 + _is_leap(year))
            if day in worked or ((day - monday) % 7 < 5 and day not in off)
        )


def _read_year(path: Path) -> YearDays:
    """A year file, checked: a slip of the pen there would move every due day in silence."""
    try:
        facts = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        found = YearDays(
            confirmed=facts.get("confirmed") is True,
            days_off=_dates(path, facts.get("days_off", [])),
            working_weekends=_dates(path, facts.get("working_weekends", [])),
            short_days=_dates(path, facts.get("short_days", [])),
            names={date.fromisoformat(day): str(name) for day, name in facts.get("names", {}).items()},
        )
    except (OSError, ValueError, TypeError, AttributeError) as error:
        message = "не читается. Исправьте файл или уберите его, тогда год будет считаться неподтверждённым"
        raise _bad(path, message) from error
    both = found.days_off & found.working_weekends
    if both:
        raise _bad(path, f"{min(both)} записан и выходным, и рабочим днём. Оставьте что-то одно")
    return found


def _dates(path: Path, values: Sequence[object]) -> frozenset[date]:
    """The dates of one list of the file, each of the file's own year."""
    days = frozenset(value for value in values if type(value) is date and value.year == int(path.stem))
    for value in values:
        if value not in days:
            raise _bad(path, f"{value} не день этого года. Исправьте дату")
    return days


def _bad(path: Path, what: str) -> Unavailable:
    return Unavailable("calendar", f"Календарь {path.name}: {what}. Файл: {path}")
