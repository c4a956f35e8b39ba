"""Days, moments and months as the screen writes them; how they are read is in `test_dates.py`."""

from datetime import UTC, date, datetime

import pytest

from cs_workbench.kernel import dates

TODAY = date(2026, 11, 24)


def test_days_and_moments_are_written_as_russians_write_them() -> None:
    assert dates.day_text(TODAY) == "24.11.2026"
    assert dates.day_text(date(2027, 1, 5)) == "05.01.2027"
    assert dates.day_short(date(2027, 1, 5)) == "05.01"
    assert dates.day_words(TODAY) == "вторник 24 ноября"
    assert dates.day_words(date(2027, 5, 9)) == "воскресенье 9 мая"
    assert dates.moment_text(datetime(2026, 11, 24, 10, 5).astimezone(UTC)) == "24.11.2026 10:05"
    assert dates.moment_text(datetime(2026, 11, 25, 1, 0).astimezone(UTC)) == "25.11.2026 01:00"


@pytest.mark.parametrize(
    ("period", "n", "later", "text", "end"),
    [
        ("2026-11", 1, "2026-12", "ноябрь 2026", "2026-11-30"),
        ("2026-12", 1, "2027-01", "декабрь 2026", "2026-12-31"),
        ("2026-01", -1, "2025-12", "январь 2026", "2026-01-31"),
        ("2026-02", 24, "2028-02", "февраль 2026", "2026-02-28"),
        ("2028-02", -26, "2025-12", "февраль 2028", "2028-02-29"),
        ("2026-05", 0, "2026-05", "май 2026", "2026-05-31"),
    ],
)
def test_months_follow_each_other(period: str, n: int, later: str, text: str, end: str) -> None:
    assert dates.next_period(period, n) == later
    assert dates.period_text(period) == text
    assert dates.period_start(period).isoformat() == f"{period}-01"
    assert dates.period_end(period).isoformat() == end
    assert dates.period_of(dates.period_start(period)) == dates.period_of(dates.period_end(period)) == period


def test_the_next_month_is_one_later() -> None:
    assert dates.next_period("2026-11") == "2026-12"
