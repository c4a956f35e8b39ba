"""The aggregates of a month's report, each one query over an index or one table."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, ColumnElement, case, func, literal, select, type_coerce
from sqlmodel import col

from cs_workbench.domain.billing.ledger import DEAD
from cs_workbench.domain.billing.records import Allocation, Invoice, InvoiceState, Payment
from cs_workbench.domain.billing.repository.billed import live
from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.collection.records import CallAttempt, CallOutcome, Promise, PromiseState
from cs_workbench.domain.collection.repository.promises import failed_state
from cs_workbench.domain.requests.records import Request
from cs_workbench.kernel.money import Money
from cs_workbench.storage.unit import Read

AGES = (0, 1, 6, 11, 21)
"""Business days late from which each age of a debt begins."""

REST: ColumnElement[Any] = col(Invoice.sum) - col(Invoice.paid)


def total(kopecks: Any) -> ColumnElement[int]:
    """The sum of a column as a bare whole number: to make money of ten thousand rows takes longer than to add them."""
    return type_coerce(func.sum(kopecks), BigInteger)


class Sums(NamedTuple):
    """How many, and how much in kopecks."""

    many: int
    sum: Money


class Billed(NamedTuple):
    """A client's standing invoices of a month in kopecks; `lost` was written off, on so many of them."""

    client_id: int
    invoices: int
    sum: int
    paid: int
    lost_invoices: int
    lost: int


class Came(NamedTuple):
    """What a client paid on a day, in kopecks."""

    client_id: int
    on: date
    payments: int
    sum: int


class Owed(NamedTuple):
    """What a client owes that is of an age (a place in `AGES`), in kopecks."""

    client_id: int
    age: int
    invoices: int
    sum: int


class PromiseSum(NamedTuple):
    """Promises of one fate: how many, what was promised, what came for them."""

    state: str
    many: int
    sum: Money
    received: Money


def _rows(read: Read, wanted: Any) -> list[Any]:
    return list(read.session.connection().execute(wanted).all())


def billed_by_client(read: Read, period: str) -> list[Billed]:
    """The month's invoices by client, but for cancelled and replaced ones."""
    lost = col(Invoice.state) == InvoiceState.WRITTEN_OFF
    wanted = select(
        col(Invoice.client_id),
        func.count(),
        total(col(Invoice.sum)),
        total(col(Invoice.paid)),
        total(case((lost, 1), else_=0)),
        total(case((lost, REST), else_=0)),
    ).where(col(Invoice.period) == period, live())
    return [Billed(*row) for row in _rows(read, wanted.group_by(col(Invoice.client_id)))]


def came_in(read: Read, first: date, last: date) -> list[Came]:
    """Payments of these days by client and day, the bank's day of each."""
    wanted = select(col(Payment.client_id), col(Payment.paid_on), func.count(), total(col(Payment.sum)))
    wanted = wanted.where(col(Payment.paid_on).between(first, last))
    return [Came(*row) for row in _rows(read, wanted.group_by(col(Payment.client_id), col(Payment.paid_on)))]


def owed_at(read: Read, period: str, day: date) -> list[Owed]:
    """What was owed at the end of a day, by client and age.

    Of today: all open invoices. Of the last day of a past month: invoices of that month and of those before it, but for
    what was cancelled or written off since, less the money that had come by then.
    """
    open_now = select(col(Invoice.client_id), _age(read, day).label("age"), func.count(), total(REST))
    open_now = open_now.where(col(Invoice.open))
    if day == read.day.today:
        return [Owed(*row) for row in _rows(read, open_now.group_by(col(Invoice.client_id), "age"))]
    by_then = col(Invoice.period) <= period
    later = (
        select(
            col(Invoice.client_id),
            _age(read, day).label("age"),
            func.count(col(Invoice.id).distinct()).filter(~col(Invoice.open)),
            total(col(Allocation.sum)),
        )
        .select_from(Payment)
        .join(Allocation, col(Allocation.payment_id) == col(Payment.id))
        .join(Invoice, col(Invoice.id) == col(Allocation.invoice_id))
        .where(col(Payment.paid_on) > day, by_then, col(Invoice.state).not_in(DEAD))
    )
    halves = (open_now.where(by_then), later)
    return [Owed(*row) for half in halves for row in _rows(read, half.group_by(col(Invoice.client_id), "age"))]


def _age(read: Read, day: date) -> ColumnElement[int]:
    """The place in `AGES` of an invoice's lateness at the end of a day."""
    late = [(place, read.day.calendar.late_date(day, since)) for place, since in enumerate(AGES) if since]
    return case(
        *((col(Invoice.due_on) <= due, literal(place)) for place, due in reversed(late)),
        else_=literal(0),
    )


def names_of(read: Read) -> dict[int, tuple[str, str]]:
    """Every client's name and its folded form, by id."""
    rows = _rows(read, select(col(Client.id), col(Client.name), col(Client.name_key)))
    return {number: (name, key) for number, name, key in rows}


FATES = (PromiseState.KEPT, PromiseState.PARTLY_KEPT, PromiseState.BROKEN, PromiseState.OPEN)
"""What may become of a promise that stood; superseded and cancelled ones were taken back."""


def promises_of(read: Read, first: date, last: date) -> tuple[PromiseSum, ...]:
    """Promises for these days by what became of them, as time has decided; every fate is there."""
    passed = (col(Promise.state) == PromiseState.OPEN) & (col(Promise.broken_from) <= read.day.today)
    state = case(
        (passed & (col(Promise.received) > 0), failed_state(1).value),
        (passed, failed_state(0).value),
        else_=col(Promise.state),
    )
    wanted = select(state.label("fate"), func.count(), total(col(Promise.sum)), total(col(Promise.received)))
    rows = _rows(read, wanted.where(col(Promise.on).between(first, last)).group_by("fate"))
    found = {str(fate): (many, Money(sum), Money(received)) for fate, many, sum, received in rows}
    none = (0, Money(0), Money(0))
    return tuple(PromiseSum(fate.value, *found.get(fate.value, none)) for fate in FATES)


def calls_of(read: Read, first: date, last: date) -> Mapping[str, int]:
    """Calls about debts on these days by outcome; outcomes that nobody had are left out."""
    wanted = select(col(CallAttempt.outcome), func.count()).where(col(CallAttempt.on).between(first, last))
    found = dict(_rows(read, wanted.group_by(col(CallAttempt.outcome))))
    return {outcome.value: found[outcome] for outcome in CallOutcome if outcome in found}


def requests_of(read: Read, first: date, last: date) -> tuple[int, int, int]:
    """Requests that came on these days, that were closed on them, and that are open now."""
    since, until = _midnight(first), _midnight(last + timedelta(days=1))

    def count(*conditions: Any) -> int:
        return read.first(select(func.count()).select_from(Request).where(*conditions)) or 0

    return (
        count(col(Request.received_at) >= since, col(Request.received_at) < until),
        count(col(Request.closed_at) >= since, col(Request.closed_at) < until),
        count(col(Request.open)),
    )


def _midnight(day: date) -> datetime:
    """The local midnight at which a day begins."""
    return datetime(day.year, day.month, day.day).astimezone()
