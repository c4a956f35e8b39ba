"""Checks of the days that a person names, shared by the areas: past, far, a day off (processes 2.0)."""

from datetime import date

from cs_workbench.kernel.calendar import mday
from cs_workbench.kernel.dates import day_text, day_words
from cs_workbench.kernel.errors import Refusal
from cs_workbench.storage.unit import Work


def refuse_past(work: Work, day: date, field: str) -> None:
    """A day before today is refused where one to come is needed."""
    if day < work.day.today:
        raise Refusal("past", f"{day_text(day)} уже прошло: укажите сегодняшний день или будущий.", field)


def doubt_far(work: Work, day: date, field: str) -> None:
    """Ask about a day more than a year away."""
    today = work.day.today
    if day > mday(today.year + 1, today.month, today.day):
        work.ask(f"{day_text(day)} — дальше чем через год. Дата верна?", field)


def tell_day_off(work: Work, day: date) -> None:
    """Tell that nobody works on that day, and which the next working day is."""
    if not work.day.calendar.is_business(day):
        following = work.day.calendar.next_bd(day)
        work.warn(f"{day_text(day)} — выходной. Ближайший рабочий день: {day_words(following)}.")


def check_coming_day(work: Work, day: date, field: str) -> None:
    """All of these for a day to come."""
    refuse_past(work, day, field)
    doubt_far(work, day, field)
    tell_day_off(work, day)
