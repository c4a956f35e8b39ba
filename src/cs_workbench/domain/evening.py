"""«Хвост дня»: which items of today still lack a date or a reason, and the days that one key puts them off to.

Pure readings of the queue's entries (`kernel/queue.py`); the acts are `tasks.close_day`, `tasks.mute` and the facts
themselves (processes 2.21, 3 row 9).
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from cs_workbench.kernel.queue import Entry
from cs_workbench.kernel.rule import Tier
from cs_workbench.kernel.today import Today


class Later(NamedTuple):
    """A day that one key puts an item off to."""

    digit: str
    words: str
    day: date


def later_days(today: Today) -> tuple[Later, ...]:
    """The days of the digits: the next business day, the one after it, the first of next week, a week later."""
    monday = today.today + timedelta(days=7 - today.today.weekday())
    week = today.calendar.next_bd(today.today + timedelta(days=7))
    return (
        Later("1", "на завтра", today.bd(1)),
        Later("2", "на послезавтра", today.bd(2)),
        Later("3", "на понедельник", today.calendar.next_bd(monday)),
        Later("4", "на неделю", week),
    )


def unfinished(entries: Iterable[Entry], today: Today) -> list[Entry]:
    """Everything due by today that is neither put off nor waits for another side: the tail of the day. What burns
    stays in it, decided or not.
    """
    day = today.today.isoformat()
    return [entry for entry in entries if entry.raw[4] <= day and entry.snoozed is None and not entry.waiting]


def burns(entry: Entry, today: Today) -> bool:
    """Whether nothing hides the item: its tier burns, and its deadline has come."""
    return entry.rule.tier == Tier.BURNING and str(entry.raw[4]) <= today.today.isoformat()


def is_decided(entry: Entry) -> bool:
    """Whether what burns has a day and a reason; nothing else that is decided stays in the tail."""
    return entry.excused is not None and bool(entry.excused[1])


def undecided(entries: Iterable[Entry], today: Today) -> list[Entry]:
    """The items of today that lack both a date and a reason: none are left after the pass."""
    return [entry for entry in unfinished(entries, today) if not is_decided(entry)]
