"""Year files of the working calendar, written out of the `holidays` package so that no start need import it.

`kernel/calendar.py` reads them. The package carries the government's decrees on moved days off and, for the
year ahead, a forecast: whether a year is confirmed is for the caller to say. The user may keep an edited file
in a folder of their own.
"""

import re
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path

_MOVED = r"перенесено с (?P<day>[0-9]{2})\.(?P<month>[0-9]{2})\.(?P<year>[0-9]{4})"
_OBSERVED = "(выходной)"
_ONE_DAY = timedelta(days=1)


def write_year(year: int, folder: Path, confirmed: bool) -> Path:
    """Write `<year>.toml` into the folder (made where missing), over an earlier one; its path is returned."""
    import holidays  # 130 ms and only ever needed here: no start should pay for it

    found = holidays.country_holidays("RU", years=year, language="ru")
    names = {day: name for day, name in found.items() if day.year == year}
    worked = {day for day in found.weekend_workdays if day.year == year}
    off = {day for day in names if day.weekday() < 5}
    lines = [
        f"# Производственный календарь на {year} год. Суббота и воскресенье выходные сами по себе.",
        "# Файл можно править: days_off — выходные в будни, working_weekends — рабочие субботы,",
        "# short_days — дни короче на час, confirmed — переносы утверждены, а не прогноз.",
        f"confirmed = {str(confirmed).lower()}",
        f'source = "holidays {version("holidays")}, RU"',
        _list("days_off", off),
        _list("working_weekends", worked),
        _list("short_days", _short_days(year, names, off, worked)),
        "",
        "[names]",
        *(f'"{day}" = "{name}"' for day, name in sorted(names.items())),
    ]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{year}.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return path


def _short_days(year: int, names: dict[date, str], off: set[date], worked: set[date]) -> set[date]:
    """Eves of holidays (Labour Code 95); a working Saturday is as long as the weekday that is off for it."""
    holidays = [day for day, name in names.items() if _OBSERVED not in name and not re.search(_MOVED, name)]
    eves = {day - _ONE_DAY for day in [*holidays, date(year + 1, 1, 1)]}
    short = {day for day in eves if day.year == year and day not in off and (day.weekday() < 5 or day in worked)}
    for day in eves & off:
        moved = re.search(_MOVED, names[day])
        if moved:
            short |= {date(int(moved["year"]), int(moved["month"]), int(moved["day"]))} & worked
    return short


def _list(name: str, days: set[date]) -> str:
    if not days:
        return f"{name} = []"
    return "\n".join([f"{name} = [", *(f"    {day}," for day in sorted(days)), "]"])
