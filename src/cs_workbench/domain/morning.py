"""The briefing of a day: what burns, what was promised, what money is expected, what has a time, what waits.

Made of the queue's entries, which the workbench reads, and of a few sums that no rule has. `presentation/morning.py`
words it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlmodel import col

from cs_workbench.domain.agenda import Appointment, agenda
from cs_workbench.domain.billing.records import Invoice
from cs_workbench.domain.collection.records import Promise, PromiseState
from cs_workbench.domain.requests.records import Request
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.queue import Entry
from cs_workbench.kernel.rule import Tier
from cs_workbench.storage.unit import Read

WEEK = 7
"""The days for which money is looked forward to, today the first."""
GIVEN = frozenset({"promise", "site"})
"""Records of what a client promised us: money, and a site made ready; every other item of that tier is ours."""


@dataclass(frozen=True)
class Expected:
    """The money of one day: what is promised on it and has not come, what is due on it; a debt may be both."""

    day: date
    promises: int
    promised: Money
    invoices: int
    due: Money


@dataclass(frozen=True)
class Briefing:
    """The day as it begins. `left` are items of earlier days, the strongest first, what burns or is promised apart.

    `requests` counts the open ones by state; `counts` are those of the queue's splits; `first` is the queue's first
    item; `confirmed` says whether this year's calendar is.
    """

    day: date
    first: Entry | None
    burning: tuple[Entry, ...]
    to_us: tuple[Entry, ...]
    by_us: tuple[Entry, ...]
    left: tuple[Entry, ...]
    expected: tuple[Expected, ...]
    appointments: tuple[Appointment, ...]
    requests: Mapping[str, int]
    counts: Mapping[str, int]
    confirmed: bool

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell of the day."""
        return self.first is None and not self.expected and not self.appointments and not self.requests


def briefing(read: Read, entries: Sequence[Entry], counts: Mapping[str, int]) -> Briefing:
    """The day as it stands; `entries` is the whole queue in its order, what is put off left out."""
    today = read.day
    day = today.today
    promised = [entry for entry in entries if entry.rule.tier == Tier.PROMISED and entry.raw[4] <= day.isoformat()]
    others = (entry for entry in entries if entry.rule.tier > Tier.PROMISED and not entry.waiting)
    return Briefing(
        day=day,
        first=entries[0] if entries else None,
        burning=tuple(entry for entry in entries if entry.rule.tier == Tier.BURNING),
        to_us=tuple(entry for entry in promised if entry.rule.record in GIVEN),
        by_us=tuple(entry for entry in promised if entry.rule.record not in GIVEN),
        left=tuple(entry for entry in others if entry.raw[4] < day.isoformat()),
        expected=expected(read),
        appointments=tuple(one for one in agenda(read, days=0)),
        requests=open_requests(read),
        counts=counts,
        confirmed=today.calendar.confirmed(day.year),
    )


def expected(read: Read) -> tuple[Expected, ...]:
    """The money of today and the six days after it, by day; a day without any is left out."""
    first = read.day.today
    last = first + timedelta(days=WEEK - 1)
    ask = read.session.connection().execute
    rest = func.sum(col(Promise.sum) - col(Promise.received) - col(Promise.received_late))
    given = select(col(Promise.on), func.count(), rest).where(
        col(Promise.awaited), col(Promise.state) == PromiseState.OPEN, col(Promise.on).between(first, last)
    )
    owed = select(col(Invoice.due_on), func.count(), func.sum(col(Invoice.sum) - col(Invoice.paid))).where(
        col(Invoice.open), col(Invoice.due_on).between(first, last)
    )
    promises = {day: (many, Money(rest)) for day, many, rest in ask(given.group_by(col(Promise.on)))}
    invoices = {day: (many, Money(rest)) for day, many, rest in ask(owed.group_by(col(Invoice.due_on)))}
    nothing = (0, Money(0))
    days = sorted(promises.keys() | invoices.keys())
    return tuple(Expected(day, *promises.get(day, nothing), *invoices.get(day, nothing)) for day in days)


def open_requests(read: Read) -> Mapping[str, int]:
    """How many requests are open, by state."""
    wanted = select(col(Request.state), func.count()).where(col(Request.open)).group_by(col(Request.state))
    return {state.value: many for state, many in read.session.connection().execute(wanted)}
