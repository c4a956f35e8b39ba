"""The day's report: what was done on a day, in figures, and what is left for the next one (processes 2.21, 3 row 9).

The figures are those of the records that the day made: an undone act took its rows back, so it is in none. What was
put off, and why, is read from the journal (`putting_off.py`). `presentation/day_report.py` words it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlmodel import col

from cs_workbench.domain.billing.records import (
    Allocation,
    Invoice,
    InvoiceSend,
    InvoiceState,
    Payment,
)
from cs_workbench.domain.clients.records import Talk
from cs_workbench.domain.collection.records import CallAttempt, Promise, PromiseState
from cs_workbench.domain.evening import burns, undecided
from cs_workbench.domain.reports.putting_off import PutOff, put_off
from cs_workbench.domain.requests.records import Conflict, Handover, Request, RequestState
from cs_workbench.domain.tasks.records import Snooze, Task, TaskState
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.queue import Entry
from cs_workbench.storage.unit import Read


@dataclass(frozen=True)
class Sum:
    """How many, and how much in all."""

    count: int
    sum: Money


@dataclass(frozen=True)
class Requests:
    """Requests that came and were closed, questions handed to departments, answered by them, told to the client."""

    received: int
    handed: int
    answered: int
    told: int
    closed: int


@dataclass(frozen=True)
class Tomorrow:
    """The next business day as it is arranged: items put off to it, tasks of it, promises of money."""

    day: date
    items: int
    tasks: int
    promises: Sum


@dataclass(frozen=True)
class DayReport:
    """The figures of a day. `calls` counts by outcome, `spoke` those in which somebody answered; `promises` leave out
    those replaced or cancelled since; `payments` were recorded on the day, `matched` of any money was allocated on it;
    `sent` counts sendings of invoices.

    `undecided` and `burning` are of the queue as it stands, None for a day that is not today.
    """

    day: date
    calls: Mapping[str, int]
    spoke: int
    talks: int
    promises: Sum
    payments: Sum
    matched: Money
    issued: Sum
    sent: int
    requests: Requests
    conflicts_opened: int
    conflicts_closed: int
    tasks_done: int
    put_off: PutOff
    tomorrow: Tomorrow
    undecided: int | None
    burning: int | None

    @property
    def calls_made(self) -> int:
        """All calls, whatever came of them."""
        return sum(self.calls.values())


def day_report(read: Read, day: date | None = None, entries: Sequence[Entry] = ()) -> DayReport:
    """The report of a local day, today where none is given; `entries` is the queue, which tells what is left today."""
    today = read.day
    on = day or today.today
    begin, end = _midnight(on), _midnight(on + timedelta(days=1))
    tail = undecided(entries, today) if on == today.today else None
    alight = [entry for entry in entries if burns(entry, today)] if on == today.today else None
    return DayReport(
        day=on,
        calls=_calls(read, on),
        spoke=_count(read, CallAttempt, col(CallAttempt.on) == on, col(CallAttempt.spoke).is_(True)),
        talks=_count(read, Talk, col(Talk.on) == on),
        promises=_sum(read, Promise, col(Promise.made_on) == on, col(Promise.state).not_in(GONE_PROMISES)),
        payments=_sum(read, Payment, *_within(Payment.created_at, begin, end)),
        matched=_sum(read, Allocation, *_within(Allocation.created_at, begin, end)).sum,
        issued=_sum(read, Invoice, col(Invoice.issued_on) == on, col(Invoice.state).not_in(GONE_INVOICES)),
        sent=_count(read, InvoiceSend, *_within(InvoiceSend.sent_at, begin, end)),
        requests=_requests(read, on, begin, end),
        conflicts_opened=_count(read, Conflict, col(Conflict.opened_on) == on),
        conflicts_closed=_count(read, Conflict, *_within(Conflict.closed_at, begin, end)),
        tasks_done=_count(read, Task, *_within(Task.done_at, begin, end)),
        put_off=put_off(read, begin, end),
        tomorrow=_tomorrow(read, on, end),
        undecided=None if tail is None else len(tail),
        burning=None if alight is None else len(alight),
    )


GONE_PROMISES = (PromiseState.SUPERSEDED, PromiseState.CANCELLED)
GONE_INVOICES = (InvoiceState.SUPERSEDED, InvoiceState.CANCELLED)


def _midnight(day: date) -> datetime:
    """The beginning of a local day."""
    return datetime.combine(day, time()).astimezone()


def _within(column: Any, begin: datetime, end: datetime) -> tuple[ColumnElement[bool], ...]:
    return (col(column) >= begin, col(column) < end)


def _count(read: Read, record: Any, *conditions: ColumnElement[bool]) -> int:
    return int(read.session.scalar(select(func.count(col(record.id))).where(*conditions)) or 0)


def _sum(read: Read, record: Any, *conditions: ColumnElement[bool]) -> Sum:
    wanted = select(func.count(col(record.id)), func.sum(col(record.sum))).where(*conditions)
    count, total = read.session.connection().execute(wanted).one()
    return Sum(count, Money(total or 0))


def _calls(read: Read, on: date) -> Mapping[str, int]:
    wanted = select(col(CallAttempt.outcome), func.count()).where(col(CallAttempt.on) == on)
    rows = read.session.connection().execute(wanted.group_by(col(CallAttempt.outcome)))
    return {outcome.value: many for outcome, many in rows}


def _requests(read: Read, on: date, begin: datetime, end: datetime) -> Requests:
    closed = (*_within(Request.closed_at, begin, end), col(Request.state) == RequestState.CLOSED)
    return Requests(
        received=_count(read, Request, col(Request.received_on) == on),
        handed=_count(read, Handover, col(Handover.sent_on) == on),
        answered=_count(read, Handover, col(Handover.answered_on) == on),
        told=_count(read, Handover, *_within(Handover.told_at, begin, end)),
        closed=_count(read, Request, *closed),
    )


def _tomorrow(read: Read, on: date, end: datetime) -> Tomorrow:
    """What stands on the days after `on` up to the next business day."""
    following = read.day.calendar.add_bd(on, 1)
    until = _midnight(following + timedelta(days=1))
    given = (col(Promise.on) > on, col(Promise.on) <= following, col(Promise.state) == PromiseState.OPEN)
    mine = (col(Task.state) == TaskState.OPEN, col(Task.on) > on, col(Task.on) <= following)
    return Tomorrow(
        following,
        _count(read, Snooze, *_within(Snooze.until, end, until)),
        _count(read, Task, *mine),
        _sum(read, Promise, *given),
    )
