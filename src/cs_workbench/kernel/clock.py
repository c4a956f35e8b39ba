"""The only place that reads the computer's clock and its time zone; everything else is given a moment.

Moments are kept in UTC and shown in the machine's zone (`dates.py`); `--now` fixes the clock. Standard
library only.
"""

from datetime import UTC, datetime
from typing import Protocol

from cs_workbench.kernel.errors import Refusal

FIRST_YEAR = 1990
LAST_YEAR = 2100


class Clock(Protocol):
    """What tells the time."""

    def now(self) -> datetime:
        """This moment, aware, in UTC."""


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """This moment, aware, in UTC."""
        return datetime.now(UTC)


class FixedClock:
    """A clock that stands at a moment: tests, `--now`. A naive moment is local time."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment.astimezone(UTC)

    def now(self) -> datetime:
        """The moment at which the clock stands, aware, in UTC."""
        return self._moment


def local(moment: datetime) -> datetime:
    """The moment in the machine's time zone (TZ is honoured); a naive moment is already local."""
    return moment.astimezone()


def parse_clock(text: str) -> Clock:
    """A clock fixed at an ISO moment: local time where it has no offset, midnight where it has no time.

    Raises Refusal "moment" for other text and for years outside 1990…2100.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
        if FIRST_YEAR <= moment.year <= LAST_YEAR:
            return FixedClock(moment)
    except ValueError:
        pass
    raise Refusal("moment", "Время программы указывают так: 2026-11-24T10:00.", "now")
