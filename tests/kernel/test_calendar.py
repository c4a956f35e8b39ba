"""The working calendar on the days that matter: month ends, holidays, moved days, and counts both ways."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_workbench.kernel.calendar import WorkCalendar, YearDays, mday
from cs_workbench.kernel.errors import Unavailable

SHIPPED = Path(__file__).parents[2] / "data" / "calendar"
CALENDAR = WorkCalendar.load([SHIPPED])

days = st.dates(min_value=date(2015, 1, 1), max_value=date(2035, 12, 31))
steps = st.integers(min_value=-700, max_value=700)


def days_of(year: int) -> list[date]:
    """Every day of a year."""
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year, 12, 31) - first).days + 1)]


def off_days(*spans: tuple[str, str]) -> set[date]:
    """Days of closed spans of ISO dates."""
    found = set()
    for start, end in spans:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
        found |= {first + timedelta(days=n) for n in range((last - first).days + 1)}
    return found


def test_2026_has_the_published_days_off() -> None:
    published = off_days(
        ("2026-01-01", "2026-01-11"),
        ("2026-02-21", "2026-02-23"),
        ("2026-03-07", "2026-03-09"),
        ("2026-05-01", "2026-05-03"),
        ("2026-05-09", "2026-05-11"),
        ("2026-06-12", "2026-06-14"),
        ("2026-11-04", "2026-11-04"),
        ("2026-12-31", "2026-12-31"),
    )
    weekends = {day for day in days_of(2026) if day.weekday() >= 5}
    assert {day for day in days_of(2026) if not CALENDAR.is_business(day)} == published | weekends


@pytest.mark.parametrize(
    ("year", "working", "short"),
    [
        (2023, 247, ["2023-02-22", "2023-03-07", "2023-11-03"]),
        (2024, 248, ["2024-02-22", "2024-03-07", "2024-05-08", "2024-06-11", "2024-11-02"]),
        (2025, 247, ["2025-03-07", "2025-04-30", "2025-06-11", "2025-11-01"]),
        (2026, 247, ["2026-04-30", "2026-05-08", "2026-06-11", "2026-11-03"]),
        (2027, 247, ["2027-02-20", "2027-04-30", "2027-06-11", "2027-11-03"]),
    ],
)
def test_a_year_has_its_working_and_its_short_days(year: int, working: int, short: list[str]) -> None:
    assert sum(map(CALENDAR.is_business, days_of(year))) == working
    assert CALENDAR.between(date(year - 1, 12, 31), date(year, 12, 31)) == working
    assert [day.isoformat() for day in days_of(year) if CALENDAR.is_short(day)] == short
    assert all(CALENDAR.is_business(day) for day in days_of(year) if CALENDAR.is_short(day))


@pytest.mark.parametrize("day", ["2024-04-27", "2024-11-02", "2024-12-28", "2025-11-01", "2027-02-20"])
def test_a_working_saturday_is_a_business_day(day: str) -> None:
    assert CALENDAR.is_business(date.fromisoformat(day))


def test_the_year_ahead_is_a_forecast() -> None:
    assert [CALENDAR.confirmed(year) for year in (2022, 2023, 2024, 2025, 2026, 2027, 2028)] == [
        *(False, True, True, True, True, False, False)
    ]


def test_days_off_have_names() -> None:
    assert CALENDAR.day_name(date(2026, 12, 31)) == "Выходной (перенесено с 04.01.2026)"
    assert CALENDAR.day_name(date(2026, 11, 4)) == "День народного единства"
    assert CALENDAR.day_name(date(2026, 11, 5)) == CALENDAR.day_name(date(2030, 1, 1)) == ""
    assert not CALENDAR.is_short(date(2030, 4, 30))


@pytest.mark.parametrize(
    ("day", "next_one", "previous"),
    [
        ("2026-11-15", "2026-11-16", "2026-11-13"),
        ("2026-12-20", "2026-12-21", "2026-12-18"),
        ("2026-11-20", "2026-11-20", "2026-11-20"),
        ("2026-12-31", "2027-01-11", "2026-12-30"),
        ("2026-01-01", "2026-01-12", "2025-12-30"),
        ("2026-05-09", "2026-05-12", "2026-05-08"),
        ("2026-05-11", "2026-05-12", "2026-05-08"),
        ("2026-11-04", "2026-11-05", "2026-11-03"),
        ("2026-02-28", "2026-03-02", "2026-02-27"),
        ("2027-02-20", "2027-02-20", "2027-02-20"),
        ("2027-02-21", "2027-02-24", "2027-02-20"),
        ("2027-02-23", "2027-02-24", "2027-02-20"),
    ],
)
def test_a_day_off_gives_way_to_its_neighbours(day: str, next_one: str, previous: str) -> None:
    assert CALENDAR.next_bd(date.fromisoformat(day)).isoformat() == next_one
    assert CALENDAR.prev_bd(date.fromisoformat(day)).isoformat() == previous


@pytest.mark.parametrize(
    ("day", "n", "wanted"),
    [
        ("2026-11-24", 3, "2026-11-27"),
        ("2026-11-24", 5, "2026-12-01"),
        ("2026-11-27", 1, "2026-11-30"),
        ("2026-11-28", 1, "2026-11-30"),
        ("2026-11-29", -1, "2026-11-27"),
        ("2026-11-30", -1, "2026-11-27"),
        ("2026-11-29", 0, "2026-11-29"),
        ("2026-12-30", 1, "2027-01-11"),
        ("2027-01-11", -1, "2026-12-30"),
        ("2026-05-08", 1, "2026-05-12"),
        ("2026-11-03", 1, "2026-11-05"),
        ("2027-02-19", 1, "2027-02-20"),
        ("2027-02-19", 2, "2027-02-24"),
        ("2027-02-24", -2, "2027-02-19"),
        ("2026-11-24", 247, "2027-11-24"),
    ],
)
def test_business_days_are_added(day: str, n: int, wanted: str) -> None:
    assert CALENDAR.add_bd(date.fromisoformat(day), n).isoformat() == wanted


@pytest.mark.parametrize(
    ("a", "b", "n"),
    [
        ("2026-11-24", "2026-11-24", 0),
        ("2026-11-20", "2026-11-24", 2),
        ("2026-11-24", "2026-11-20", -2),
        ("2026-11-27", "2026-11-29", 0),
        ("2026-11-28", "2026-11-30", 1),
        ("2026-12-30", "2027-01-11", 1),
        ("2026-05-08", "2026-05-12", 1),
        ("2027-02-19", "2027-02-24", 2),
        ("2025-12-31", "2026-12-31", 247),
        ("2026-12-31", "2025-12-31", -247),
    ],
)
def test_lateness_is_counted_in_business_days(a: str, b: str, n: int) -> None:
    assert CALENDAR.between(date.fromisoformat(a), date.fromisoformat(b)) == n


@pytest.mark.parametrize(
    ("today", "n", "due"),
    [
        ("2026-11-24", 0, "2026-11-24"),
        ("2026-11-27", 0, "2026-11-29"),
        ("2026-11-24", 1, "2026-11-23"),
        ("2026-11-30", 1, "2026-11-29"),
        ("2026-11-24", 5, "2026-11-17"),
        ("2026-11-24", -1, "2026-11-25"),
        ("2026-11-24", -3, "2026-11-29"),
        ("2026-12-30", 0, "2027-01-10"),
        ("2027-01-11", 1, "2027-01-10"),
    ],
)
def test_late_date_is_the_last_that_is_late_enough(today: str, n: int, due: str) -> None:
    assert CALENDAR.late_date(date.fromisoformat(today), n).isoformat() == due


@pytest.mark.parametrize(
    ("year", "month", "day", "wanted"),
    [
        (2026, 11, 15, "2026-11-15"),
        (2026, 11, 31, "2026-11-30"),
        (2026, 12, 31, "2026-12-31"),
        (2026, 2, 30, "2026-02-28"),
        (2028, 2, 30, "2028-02-29"),
        (2000, 2, 31, "2000-02-29"),
        (2100, 2, 29, "2100-02-28"),
    ],
)
def test_a_day_of_a_month_is_clamped(year: int, month: int, day: int, wanted: str) -> None:
    assert mday(year, month, day).isoformat() == wanted


def test_a_year_without_a_file_has_weekends_and_the_fixed_holidays() -> None:
    bare = WorkCalendar({})
    off = {day for day in days_of(2029) if not bare.is_business(day) and day.weekday() < 5}
    assert sorted(day.isoformat() for day in off) == [
        *("2029-01-01", "2029-01-02", "2029-01-03", "2029-01-04", "2029-01-05", "2029-01-08"),
        *("2029-02-23", "2029-03-08", "2029-05-01", "2029-05-09", "2029-06-12"),
    ]
    assert not bare.confirmed(2029)


@pytest.mark.parametrize("year", [1900, 1987, 2100, 9999])
def test_a_year_far_away_is_counted_as_any_other(year: int) -> None:
    counted = sum(map(CALENDAR.is_business, days_of(year)[1:]))
    assert CALENDAR.between(date(year, 1, 1), date(year, 12, 31)) == counted
    whole = CALENDAR.between(date.min, date.max)
    assert CALENDAR.between(date.min, date(year, 6, 3)) + CALENDAR.between(date(year, 6, 3), date.max) == whole


@pytest.mark.parametrize("n", [10**7, -(10**7)])
def test_beyond_the_years_of_dates_there_is_no_business_day(n: int) -> None:
    with pytest.raises(OverflowError):
        CALENDAR.add_bd(date(2026, 11, 24), n)


@given(days, days)
def test_between_is_a_plain_count(a: date, b: date) -> None:
    early, late = min(a, b), max(a, b)
    counted = sum(CALENDAR.is_business(early + timedelta(days=n)) for n in range(1, (late - early).days + 1))
    assert CALENDAR.between(early, late) == counted
    assert CALENDAR.between(late, early) == -counted


@given(days, steps)
def test_adding_and_counting_are_inverse(day: date, n: int) -> None:
    start = CALENDAR.next_bd(day)
    end = CALENDAR.add_bd(start, n)
    assert CALENDAR.is_business(end)
    assert CALENDAR.between(start, end) == n
    assert CALENDAR.add_bd(end, -n) == start


@given(days, st.integers(min_value=1, max_value=700))
def test_from_a_day_off_the_first_step_reaches_its_neighbour(day: date, n: int) -> None:
    assert CALENDAR.add_bd(day, n) == CALENDAR.add_bd(CALENDAR.prev_bd(day), n)
    assert CALENDAR.add_bd(day, -n) == CALENDAR.add_bd(CALENDAR.next_bd(day), -n)


@given(days, steps)
def test_no_later_due_date_is_late_enough(today: date, n: int) -> None:
    due = CALENDAR.late_date(today, n)
    assert CALENDAR.between(due, today) >= n > CALENDAR.between(due + timedelta(days=1), today)


def test_the_users_file_stands_instead_of_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "2027.toml").write_text("\ufeffconfirmed = true\ndays_off = [2027-01-11]\n", encoding="utf-8")
    (tmp_path / "notes.toml").write_text("not a calendar", encoding="utf-8")
    calendar = WorkCalendar.load([SHIPPED, tmp_path, tmp_path / "missing"])
    assert calendar.confirmed(2027)
    assert not calendar.is_business(date(2027, 1, 11))
    assert not calendar.is_business(date(2027, 2, 20))
    assert calendar.is_business(date(2026, 1, 12))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("days_off = [", "не читается"),
        ("days_off = 5", "не читается"),
        ("names = 5", "не читается"),
        ("days_off = [[1]]", "не читается"),
        ('[names]\n"31.12.2027" = "Выходной"', "не читается"),
        ("days_off = [2026-01-11]", "2026-01-11 не день этого года"),
        ('days_off = ["2027-01-11"]', "2027-01-11 не день этого года"),
        ("short_days = [2027-01-11T10:00:00]", "не день этого года"),
        ("days_off = [2027-02-20]\nworking_weekends = [2027-02-20]", "и выходным, и рабочим"),
    ],
)
def test_a_spoiled_file_is_named_and_nothing_is_guessed(tmp_path: Path, content: str, says: str) -> None:
    (tmp_path / "2027.toml").write_text(content, encoding="utf-8")
    with pytest.raises(Unavailable, match=says) as unavailable:
        WorkCalendar.load([tmp_path])
    assert unavailable.value.code == "calendar"
    assert "2027.toml" in unavailable.value.message


def test_a_file_in_another_encoding_is_named_too(tmp_path: Path) -> None:
    (tmp_path / "2027.toml").write_bytes("source = 'календарь'".encode("cp1251"))
    with pytest.raises(Unavailable, match="не читается"):
        WorkCalendar.load([tmp_path])


@pytest.mark.parametrize("asked_first", [2018, 2020, 2021, 2026, 2030])
def test_a_count_does_not_depend_on_what_was_asked_before(asked_first: int) -> None:
    fresh = WorkCalendar.load([SHIPPED])
    fresh.is_business(date(asked_first, 6, 3))
    spring, later = date(2019, 6, 3), date(2026, 6, 3)
    counted = sum(CALENDAR.is_business(spring + timedelta(days=n)) for n in range((later - spring).days))
    assert fresh.between(spring, later) == counted


def test_a_calendar_may_be_made_in_a_test() -> None:
    calendar = WorkCalendar({2026: YearDays(confirmed=True, days_off=frozenset({date(2026, 11, 24)}))})
    assert calendar.next_bd(date(2026, 11, 24)) == date(2026, 11, 25)
    assert calendar.is_business(date(2026, 11, 4))
