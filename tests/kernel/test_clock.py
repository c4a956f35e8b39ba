"""One clock, fixed where it must be, and moments shown in the machine's zone."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest

from cs_workbench.kernel.clock import FixedClock, SystemClock, local, parse_clock
from cs_workbench.kernel.errors import Refusal

TEN_IN_MOSCOW = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Move the machine to another zone for one test."""
    if not hasattr(time, "tzset"):
        pytest.skip("Windows keeps its own zone")

    def move(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


def test_the_system_clock_is_aware_and_does_not_stand_still() -> None:
    clock = SystemClock()
    first = clock.now()
    assert first.tzinfo is UTC
    assert first <= clock.now()


def test_a_fixed_clock_stands() -> None:
    clock = FixedClock(datetime(2026, 11, 24, 10, 0, tzinfo=timezone(timedelta(hours=3))))
    assert clock.now() == clock.now() == TEN_IN_MOSCOW
    assert clock.now().tzinfo is UTC


@pytest.mark.parametrize(
    ("name", "hour"), [("Europe/Moscow", 10), ("Asia/Vladivostok", 17), ("Europe/Kaliningrad", 9), ("UTC", 7)]
)
def test_a_moment_is_shown_in_the_zone_of_the_machine(zone: Callable[[str], None], name: str, hour: int) -> None:
    zone(name)
    assert local(TEN_IN_MOSCOW).hour == hour
    assert local(TEN_IN_MOSCOW) == TEN_IN_MOSCOW
    assert parse_clock(f"2026-11-24T{hour:02d}:00:00").now() == TEN_IN_MOSCOW


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-24T10:00:00", datetime(2026, 11, 24, 10, 0)),
        (" 2026-11-24 10:00 ", datetime(2026, 11, 24, 10, 0)),
        ("2026-11-24", datetime(2026, 11, 24)),
        ("2026-11-24T07:00:00Z", TEN_IN_MOSCOW),
        ("2026-11-24T12:00+05:00", TEN_IN_MOSCOW),
    ],
)
def test_now_is_given_as_iso(text: str, moment: datetime) -> None:
    assert parse_clock(text).now() == moment.astimezone(UTC)


@pytest.mark.parametrize(
    "text", ["", "завтра", "2026-11-31", "24.11.2026", "0001-01-01", "9999-12-31T23:59", "2026-11-24T25:00"]
)
def test_another_now_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="2026-11-24T10:00") as refused:
        parse_clock(text)
    assert (refused.value.code, refused.value.field) == ("moment", "now")
