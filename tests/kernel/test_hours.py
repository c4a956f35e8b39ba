"""Working hours: nine to six of business days, an hour less on short ones; November 2026 has a holiday on the 4th and a
short day before it.
"""

from datetime import UTC, datetime

import pytest

from cs_workbench.kernel.calendar import WorkCalendar
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.hours import add_hours, by_end_of_day, closes, is_working, morning, opens
from cs_workbench.kernel.terms import AGREED, Terms
from cs_workbench.kernel.today import Today
from cs_workbench.settings import data_folder

CALENDAR = WorkCalendar.load([data_folder() / "calendar"])


def at(text: str) -> datetime:
    """A local moment of 2026 written `24.11 10:00`."""
    return datetime.strptime(f"2026.{text}", "%Y.%d.%m %H:%M").astimezone()


def firm(terms: Terms = AGREED) -> Today:
    """The firm's days and hours."""
    return Today(at("24.11 10:00"), CALENDAR, terms)


@pytest.mark.parametrize(("began", "hours", "ends"), [
    ("24.11 10:00", 1, "24.11 11:00"),
    ("24.11 09:05", 1, "24.11 10:05"),
    ("24.11 07:30", 1, "24.11 10:00"),  # before work
    ("24.11 17:00", 1, "24.11 18:00"),  # the end of the day is still that day's
    ("24.11 17:30", 1, "25.11 09:30"),
    ("24.11 18:00", 1, "25.11 10:00"),
    ("24.11 23:40", 1, "25.11 10:00"),
    ("24.11 16:00", 4, "25.11 11:00"),
    ("24.11 10:00", 9, "25.11 10:00"),
    ("24.11 10:00", 20, "26.11 12:00"),
    ("27.11 17:00", 2, "30.11 10:00"),  # Friday to Monday
    ("28.11 12:00", 1, "30.11 10:00"),  # Saturday
    ("29.11 23:59", 4, "30.11 13:00"),
    ("03.11 16:30", 1, "05.11 09:30"),  # a short day, then a holiday
    ("03.11 16:00", 1, "03.11 17:00"),
    ("03.11 17:30", 1, "05.11 10:00"),
    ("04.11 10:00", 2, "05.11 11:00"),
])  # fmt: skip
def test_hours_are_counted_in_working_time(began: str, hours: int, ends: str) -> None:
    assert add_hours(at(began), hours, firm()) == at(ends)


def test_the_year_turns_over_its_holidays() -> None:
    assert add_hours(at("30.12 17:00"), 2, firm()) == datetime(2027, 1, 11, 10).astimezone()


@pytest.mark.parametrize(("came", "by"), [
    ("24.11 08:00", "24.11 18:00"),
    ("24.11 10:00", "24.11 18:00"),
    ("24.11 16:00", "24.11 18:00"),
    ("24.11 16:01", "25.11 12:00"),
    ("24.11 19:00", "25.11 12:00"),
    ("27.11 16:30", "30.11 12:00"),
    ("28.11 11:00", "30.11 12:00"),
    ("03.11 15:00", "03.11 17:00"),  # a short day
    ("03.11 16:30", "05.11 12:00"),
    ("04.11 09:00", "05.11 12:00"),
])  # fmt: skip
def test_that_of_no_haste_is_answered_by_the_evening_or_by_noon(came: str, by: str) -> None:
    assert by_end_of_day(at(came), firm()) == at(by)


def test_after_an_early_end_of_work_it_is_the_next_noon() -> None:
    assert by_end_of_day(at("24.11 15:30"), firm(AGREED._replace(work_to=15))) == at("25.11 12:00")


@pytest.mark.parametrize(("moment", "working"), [
    ("24.11 09:00", True),
    ("24.11 17:59", True),
    ("24.11 18:00", False),
    ("24.11 08:59", False),
    ("28.11 12:00", False),
    ("03.11 17:00", False),
    ("03.11 16:59", True),
])  # fmt: skip
def test_working_time(moment: str, working: bool) -> None:
    assert is_working(at(moment), firm()) is working


def test_a_day_opens_and_closes() -> None:
    day = at("24.11 12:00").date()
    assert (opens(day, firm()), closes(day, firm())) == (at("24.11 09:00"), at("24.11 18:00"))
    assert morning(day) == at("24.11 09:00")


@pytest.mark.parametrize("hours", [(10, 10), (18, 9), (-1, 18), (9, 25), (200, 300)])
def test_hours_that_no_day_has_are_passed_over(hours: tuple[int, int]) -> None:
    odd = firm(AGREED._replace(work_from=hours[0], work_to=hours[1]))
    assert add_hours(at("24.11 17:30"), 1, odd) == at("25.11 09:30")


def test_hours_of_the_firms_own() -> None:
    late = firm(AGREED._replace(work_from=12, work_to=24))
    assert add_hours(at("24.11 23:30"), 1, late) == at("25.11 12:30")


def test_a_moment_of_another_zone_is_reckoned_here() -> None:
    moment = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)  # half past five in Moscow
    assert local(add_hours(moment, 1, firm())) == at("25.11 09:30")
