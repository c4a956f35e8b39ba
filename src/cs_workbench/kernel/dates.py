"""Days, moments and months as a person types them and as screens write them.

`fields.py` parses inputs with the first half, `today.py` and `presentation` use the second. A reading is
shown before it is saved, so parsers take what people write and refuse what does not exist (processes 2.0).
The short start formats dates: standard library only, and patterns are compiled when something is first
parsed.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from cs_workbench.kernel.calendar import WorkCalendar, mday
from cs_workbench.kernel.clock import FIRST_YEAR, LAST_YEAR, local
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.text import clean_line, fold

WORK_FROM = 9

_WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
_WEEKDAY_NUMBERS = {
    **{name: number for number, name in enumerate(_WEEKDAYS)},
    **{name: number for number, name in enumerate(("пн", "вт", "ср", "чт", "пт", "сб", "вс"))},
    "среду": 2,
    "пятницу": 4,
    "субботу": 5,
}
_MONTHS = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)
_OF_MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
_MONTH_NUMBERS = {
    name: number
    for names in (_MONTHS, _OF_MONTHS, [name[:3] for name in _MONTHS])
    for number, name in enumerate(names, start=1)
}
_NEAR_DAYS = {"позавчера": -2, "вчера": -1, "сегодня": 0, "завтра": 1, "послезавтра": 2, "через неделю": 7}
_NEAR_MINUTES = {"через полчаса": 30, "через час": 60}

_ISO_DAY = r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
_POINT_DAY = r"(?P<day>[0-9]{1,2})[./,](?P<month>[0-9]{1,2})(?:[./,](?P<year>[0-9]{4}|[0-9]{2}))?\.?"
_WORD_DAY = r"(?P<day>[0-9]{1,2}) (?P<month>[а-я]+)\.?(?: (?P<year>[0-9]{4}))?(?: г\.?| года)?"
_DAYS_AHEAD = (
    r"(?P<sign>\+|через )? ?(?P<n>[0-9]{1,3}) ?"
    r"(?P<unit>р\.?д|рабочий день|рабочих дня|рабочих дней|кд|д|день|дня|дней|н|нед|неделю|недели|недель)?\.?"
)
_TIME_AHEAD = r"(?:\+|через ) ?(?P<n>[0-9]{1,4}) ?(?P<unit>мин|минут|минуты|минуту|м|час|часа|часов|ч)\.?"
_TIME = r"(?:(?P<day>.+?) )?(?:в )?(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2}))?"
_POINT_PERIOD = r"(?P<month>[0-9]{1,2})[./,](?P<year>[0-9]{4})"
_ISO_PERIOD = r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})"
_WORD_PERIOD = r"(?P<month>[а-я]+)\.?(?: (?P<year>[0-9]{4}))?(?: г\.?| года)?"


def _refuse(code: str, text: str, advice: str) -> Refusal:
    shown = clean_line(text, 40)
    problem = f"Не получилось прочитать «{shown}»" if shown else "Значение не указано"
    return Refusal(code, f"{problem}: {advice}.")


def _typed(text: str) -> str:
    """The text as patterns expect it; nothing where it is too long to be a date."""
    return fold(text) if len(text) <= 80 else ""


def _match(text: str, *patterns: str) -> re.Match[str] | None:
    return next((found for pattern in patterns if (found := re.fullmatch(pattern, text))), None)


def parse_day(text: str, today: date, calendar: WorkCalendar) -> date:
    """The day that `28`, `28.11`, `28.11.26`, `завтра`, `пт`, `+3рд`, `+2н`, `конец` or an ISO date means.

    A bare number that is past is a day of the next month; a day and month without a year is the nearest such
    day; a weekday is the next one after today. Raises Refusal "date" for what cannot be read, does not exist,
    or lies outside 1990…2100.
    """
    found = _find_day(_typed(text), today, calendar)
    if found is None:
        raise _refuse("date", text, "напишите 28, 28.11, завтра, пт или +3рд")
    return found


def parse_moment(text: str, now: datetime, calendar: WorkCalendar) -> datetime:
    """The moment that `15`, `15:00`, `пт 11:00`, `28.11 15:30`, `через 30 мин`, `+2ч` or ISO means; local.

    A time alone is today's, a day alone is its nine in the morning, an ISO moment without an offset is local.
    Raises Refusal "moment".
    """
    try:
        found = _find_moment(_typed(text), local(now), calendar)
    except Refusal as refusal:
        raise Refusal("moment", refusal.message) from refusal
    if found is None:
        raise _refuse("moment", text, "напишите 15:00, пт 11:00, 28.11 15:30 или через 30 мин")
    return found


def parse_period(text: str, today: date) -> str:
    """A month as `2026-11` out of `2026-11`, `11.2026`, `ноябрь` (the nearest one) or `ноябрь 2026`.

    Raises Refusal "period".
    """
    found = _match(_typed(text), _ISO_PERIOD, _POINT_PERIOD, _WORD_PERIOD)
    month = _month_number(found["month"]) if found else 0
    if not found or not 1 <= month <= 12:
        raise _refuse("period", text, "напишите месяц как 11.2026 или ноябрь")
    if found["year"] is None:
        years = (today.year, today.year - 1, today.year + 1)
        year = min(years, key=lambda y: abs((y - today.year) * 12 + month - today.month))
    else:
        year = int(found["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _refuse("period", text, f"год бывает от {FIRST_YEAR} до {LAST_YEAR}")
    return f"{year}-{month:02d}"


def _month_number(text: str) -> int:
    """A month's number by digits or by its Russian name; 0 for any other word."""
    return int(text) if text.isdigit() else _MONTH_NUMBERS.get(text, 0)


def _find_day(text: str, today: date, calendar: WorkCalendar) -> date | None:
    """The day that folded text means, None where it means none; a day that does not exist is refused."""
    if text in _NEAR_DAYS:
        return today + timedelta(days=_NEAR_DAYS[text])
    if text in ("конец", "конец месяца"):
        return mday(today.year, today.month, 31)
    weekday = _WEEKDAY_NUMBERS.get(text.removeprefix("во ").removeprefix("в ").removesuffix("."))
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    ahead = re.fullmatch(_DAYS_AHEAD, text)
    if ahead and (ahead["sign"] or ahead["unit"]):
        return _ahead(today, int(ahead["n"]), ahead["unit"] or "д", calendar)
    if ahead:
        return _day_number(int(ahead["n"]), today)
    found = _match(text, _ISO_DAY, _POINT_DAY, _WORD_DAY)
    month = _month_number(found["month"]) if found else 0
    if not found or not month:
        return None
    day, year = int(found["day"]), found["year"]
    if year is not None:
        return _existing(int(year) + 2000 if len(year) == 2 else int(year), month, day)
    near = list(_existing_near(today.year, month, day))
    return min(near, key=lambda d: abs(d - today)) if near else _existing(today.year, month, day)


def _ahead(today: date, n: int, unit: str, calendar: WorkCalendar) -> date:
    if unit.startswith("р"):
        return _believed(calendar.add_bd(today, n))
    return _believed(today + timedelta(days=n * 7 if unit.startswith("н") else n))


def _day_number(day: int, today: date) -> date:
    month = period_of(today) if day >= today.day else next_period(period_of(today))
    return _existing(int(month[:4]), int(month[5:]), day)


def _existing_near(year: int, month: int, day: int) -> Iterator[date]:
    for near in (year, year - 1, year + 1):
        try:
            yield date(near, month, day)
        except ValueError:
            continue


def _existing(year: int, month: int, day: int) -> date:
    try:
        return _believed(date(year, month, day))
    except ValueError:
        message = f"Даты {day:02d}.{month:02d}.{year} не бывает: проверьте число и месяц."
        raise Refusal("date", message) from None


def _believed(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Refusal("date", f"Проверьте год: он бывает от {FIRST_YEAR} до {LAST_YEAR}.")
    return day


def _find_moment(text: str, now: datetime, calendar: WorkCalendar) -> datetime | None:
    ahead = re.fullmatch(_TIME_AHEAD, text)
    if ahead or text in _NEAR_MINUTES:
        in_hours = ahead and ahead["unit"].startswith("ч")
        minutes = int(ahead["n"]) * (60 if in_hours else 1) if ahead else _NEAR_MINUTES[text]
        return local(now.astimezone(UTC).replace(second=0, microsecond=0) + timedelta(minutes=minutes))
    text = text.removeprefix("во ").removeprefix("в ")
    day = None if text.isdigit() else _find_day(text, now.date(), calendar)
    if day is not None:
        return datetime(day.year, day.month, day.day, WORK_FROM).astimezone()
    if re.match("[0-9]{4}-", text):
        return _iso_moment(text)
    timed = re.fullmatch(_TIME, text)
    if timed is None:
        return None
    day = _find_day(timed["day"], now.date(), calendar) if timed["day"] else now.date()
    hour, minute = int(timed["hour"]), int(timed["minute"] or 0)
    if day is None or hour > 23 or minute > 59:
        return None
    return datetime(day.year, day.month, day.day, hour, minute).astimezone()


def _iso_moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text.upper())
    except ValueError:
        return None
    _believed(found.date())
    return found.astimezone()


def day_text(d: date) -> str:
    """`24.11.2026`."""
    return f"{d.day:02d}.{d.month:02d}.{d.year}"


def day_short(d: date) -> str:
    """`24.11`."""
    return f"{d.day:02d}.{d.month:02d}"


def day_words(d: date) -> str:
    """`вторник 24 ноября`."""
    return f"{_WEEKDAYS[d.weekday()]} {d.day} {_OF_MONTHS[d.month - 1]}"


def moment_text(m: datetime) -> str:
    """`24.11.2026 10:00` in the machine's zone."""
    here = local(m)
    return f"{day_text(here)} {here.hour:02d}:{here.minute:02d}"


def period_text(period: str) -> str:
    """`2026-11` as `ноябрь 2026`."""
    return f"{_MONTHS[int(period[5:]) - 1]} {period[:4]}"


def period_of(d: date) -> str:
    """The day's month as `2026-11`."""
    return f"{d.year:04d}-{d.month:02d}"


def period_start(period: str) -> date:
    """The month's first day."""
    return date(int(period[:4]), int(period[5:]), 1)


def period_end(period: str) -> date:
    """The month's last day."""
    return mday(int(period[:4]), int(period[5:]), 31)


def next_period(period: str, n: int = 1) -> str:
    """The month n months later, earlier where n is negative."""
    years, month = divmod(int(period[:4]) * 12 + int(period[5:]) - 1 + n, 12)
    return f"{years:04d}-{month + 1:02d}"
