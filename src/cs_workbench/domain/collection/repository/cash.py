"""Reads of collection for the screen of the month's money: promises, holds, how the last call ended (row 2.1)."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import case, func, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from cs_workbench.domain.billing.records import Invoice
from cs_workbench.domain.collection.records import CallAttempt, CallOutcome, Hold, HoldState, Promise, PromiseState
from cs_workbench.domain.collection.repository.debts import stops
from cs_workbench.kernel.money import Money
from cs_workbench.storage.unit import Read

_awaited = col(Promise.sum) - col(Promise.received) - col(Promise.received_late)


class Promised(NamedTuple):
    """A client's awaited promise: `rest` kopecks by `on`; `broken` where that day has passed without them."""

    on: date
    rest: Money
    broken: bool


class Held(NamedTuple):
    """Why a client, or (by id) an invoice of it, is left in peace; `whole` where it is the client."""

    reason: str
    whole: bool
    invoices: frozenset[int]


class Called(NamedTuple):
    """How the last call about a debt ended, and its local day."""

    outcome: CallOutcome
    on: date


def promises_now(read: Read) -> dict[int, Promised]:
    """The awaited promise of each client; the newest, where there are several."""
    wanted = select(
        col(Promise.client_id), col(Promise.on), _awaited, col(Promise.broken_from), col(Promise.state)
    ).where(col(Promise.awaited))
    found: dict[int, Promised] = {}
    for number, on, rest, broken_from, state in read.session.execute(wanted.order_by(col(Promise.id))):
        broken = broken_from <= read.day.today or state != PromiseState.OPEN
        found[number] = Promised(on, Money(int(rest)), broken)
    return found


def holds_now(read: Read) -> dict[int, Held]:
    """The holds that stand today, by client."""
    wanted = select(col(Hold.client_id), col(Hold.invoice_id), col(Hold.reason))
    wanted = wanted.where(col(Hold.state) == HoldState.OPEN, stops(read.day.today))
    found: dict[int, Held] = {}
    for number, invoice, reason in read.session.execute(wanted.order_by(col(Hold.id))):
        before = found.get(number, Held(reason, False, frozenset()))
        more = frozenset() if invoice is None else frozenset({invoice})
        found[number] = Held(before.reason, before.whole or invoice is None, before.invoices | more)
    return found


def last_calls(read: Read) -> Mapping[int, Called]:
    """How the last call with each debtor ended."""
    other = aliased(CallAttempt)
    newest = (
        select(col(other.id))
        .where(col(other.client_id) == col(Invoice.client_id))
        .order_by(col(other.at).desc(), col(other.id).desc())
        .limit(1)
        .correlate(Invoice)
        .scalar_subquery()
    )
    debtors = select(newest.label("call_id")).where(col(Invoice.open)).group_by(col(Invoice.client_id)).subquery()
    wanted = select(col(CallAttempt.client_id), col(CallAttempt.outcome), col(CallAttempt.on))
    rows = read.session.execute(wanted.join(debtors, debtors.c.call_id == col(CallAttempt.id)))
    return {number: Called(outcome, on) for number, outcome, on in rows}


def promised_of_month(read: Read, period: str) -> Money:
    """What of a month's open invoices is promised, in kopecks, by one aggregate.

    A promise covers a client's invoices as its money would: the oldest due first.
    """
    rest = col(Invoice.sum) - col(Invoice.paid)
    word = (
        select(col(Promise.client_id), func.sum(_awaited).label("sum"))
        .where(col(Promise.awaited), col(Promise.state) == PromiseState.OPEN, col(Promise.broken_from) > read.day.today)
        .group_by(col(Promise.client_id))
        .subquery()
    )
    before = func.sum(rest).over(
        partition_by=col(Invoice.client_id), order_by=[col(Invoice.due_on), col(Invoice.id)], rows=(None, 0)
    )
    owed = (
        select(col(Invoice.period), rest.label("rest"), (word.c.sum - before + rest).label("left"))
        .join(word, word.c.client_id == col(Invoice.client_id))
        .where(col(Invoice.open))
        .subquery()
    )
    part = case((owed.c.left < owed.c.rest, owed.c.left), else_=owed.c.rest)
    wanted = select(func.coalesce(func.sum(part), 0)).where(owed.c.period == period, owed.c.left > 0)
    return Money(int(read.first(wanted) or 0))
