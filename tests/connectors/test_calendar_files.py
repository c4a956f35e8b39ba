"""The year files are what the `holidays` package says, and a file once written is read as it was meant."""

from datetime import date
from pathlib import Path

import pytest

from cs_workbench.connectors.calendar_files import write_year
from cs_workbench.kernel.calendar import WorkCalendar

SHIPPED = Path(__file__).parents[2] / "data" / "calendar"


def days_of(path: Path) -> str:
    """A year file without what names the package's version."""
    return "\n".join(line for line in path.read_text("utf-8").splitlines() if not line.startswith("source"))


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
def test_the_shipped_years_are_what_the_package_gives(tmp_path: Path, year: int) -> None:
    written = write_year(year, tmp_path, confirmed=True)
    assert written == tmp_path / f"{year}.toml"
    assert days_of(written) == days_of(SHIPPED / f"{year}.toml")


def test_the_forecast_of_the_year_ahead_says_that_it_is_one(tmp_path: Path) -> None:
    folder = tmp_path / "made" / "here"
    write_year(2027, folder, confirmed=False)
    calendar = WorkCalendar.load([folder])
    assert not calendar.confirmed(2027)
    assert calendar.is_business(date(2027, 2, 20))
    assert calendar.is_short(date(2027, 2, 20))
    assert not calendar.is_business(date(2027, 2, 22))


def test_confirming_a_year_writes_over_its_forecast(tmp_path: Path) -> None:
    write_year(2027, tmp_path, confirmed=False)
    write_year(2027, tmp_path, confirmed=True)
    assert WorkCalendar.load([tmp_path]).confirmed(2027)
    assert [path.name for path in tmp_path.glob("*")].count("2027.toml") == 1


def test_a_year_without_moved_days_has_empty_lists(tmp_path: Path) -> None:
    write_year(2030, tmp_path, confirmed=False)
    calendar = WorkCalendar.load([tmp_path])
    assert not calendar.is_business(date(2030, 1, 8))
    assert not calendar.is_business(date(2030, 2, 23))
    assert "working_weekends = []" in (tmp_path / "2030.toml").read_text("utf-8")
