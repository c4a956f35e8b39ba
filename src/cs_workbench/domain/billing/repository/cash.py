"""Reads of billing for the screen of the month's money (rows 8.1, 8.3).

Sums of a month, what clients owe, invoices by month, the bank's open lines; `domain/cash` puts promises and holds
beside them.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from cs_workbench.domain.billing.records import (
    BankLine,
    Invoice,
    InvoiceState,
    LineState,
    Subscription,
    SubscriptionPause,
)
from cs_workbench.domain.billing.repository.billed import BILLED, covers, live
from cs_workbench.domain.clients.records import Client, ClientKind, Contact
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.text import fold
from cs_workbench.storage.unit import Read

REST: ColumnElement[Any] = col(Invoice.sum) - col(Invoice.paid)


class MonthSums(NamedTuple):
    """A month's live invoices: what they bill, what came onto them, what of them is owed still; kopecks."""

    billed: Money
    received: Money
    owed: Money


class OwedSums(NamedTuple):
    """What a client owes on all open invoices."""

    debt: Money
    oldest: date
    invoices: int


class Billed(NamedTuple):
    """An invoice on the map; `paid` and `sum` in kopecks."""

    id: int
    client_id: int
    period: str
    state: InvoiceState
    open: bool
    due_on: date
    sum: Money
    paid: Money


class Made(NamedTuple):
    """An invoice of the month's run; `waits` says that the client has not been sent what stands now."""

    id: int
    subscription_id: int
    sum: Money
    number: str | None
    state: InvoiceState
    waits: bool


class OpenLine(NamedTuple):
    """Income of which `left` kopecks have no place yet, with the one invoice that is suggested, if one is."""

    id: int
    on: date
    left: Money
    sum: Money
    counterparty: str
    inn: str | None
    purpose: str
    state: LineState
    score: int
    terms: str
    client_id: int | None
    client: str
    invoice_id: int | None
    number: str
    period: str
    rest: Money | None
    owner: str


class OwedInvoice(NamedTuple):
    """An open invoice to choose; `rest` in kopecks."""

    id: int
    client: str
    number: str
    period: str
    due_on: date
    rest: Money


def month_sums(read: Read, period: str) -> MonthSums:
    """One aggregate over a month's invoices; what was cancelled or replaced bills nothing."""
    total = func.coalesce(func.sum(col(Invoice.sum)), 0), func.coalesce(func.sum(col(Invoice.paid)), 0)
    owed = func.coalesce(func.sum(REST).filter(col(Invoice.open)), 0)
    row = read.session.execute(select(*total, owed).where(col(Invoice.period) == period, live())).one()
    return MonthSums(*(Money(int(value)) for value in row))


def owed_sums(read: Read) -> dict[int, OwedSums]:
    """Who owes, how much, since when; over the open invoices alone."""
    wanted = select(
        col(Invoice.client_id), func.sum(REST), func.min(col(Invoice.due_on)), func.count(col(Invoice.id))
    ).where(col(Invoice.open))
    rows = read.session.execute(wanted.group_by(col(Invoice.client_id)))
    return {number: OwedSums(Money(int(debt)), oldest, count) for number, debt, oldest, count in rows}


def billed_clients(read: Read, first: str, last: str) -> list[tuple[int, str, str]]:
    """Id, name and folded name of clients who are billed, or owe, in months `first` to `last`; by name."""
    theirs = col(Subscription.client_id) == col(Client.id)
    to_period = col(Subscription.to_period)
    subscribed = exists().where(
        theirs, col(Subscription.from_period) <= last, or_(to_period.is_(None), to_period >= first)
    )
    invoiced = exists().where(
        col(Invoice.client_id) == col(Client.id),
        or_(and_(col(Invoice.period).between(first, last), live()), col(Invoice.open)),
    )
    wanted = select(col(Client.id), col(Client.name), col(Client.name_key)).where(or_(subscribed, invoiced))
    rows = read.session.execute(wanted.order_by(col(Client.name_key), col(Client.id)))
    return [(number, name, key) for number, name, key in rows]


def invoices_of_clients(read: Read, clients: Sequence[int], first: str, last: str) -> list[Billed]:
    """The live invoices of these clients in months `first` to `last`, and all that are open; the oldest due first."""
    wanted = select(
        col(Invoice.id),
        col(Invoice.client_id),
        col(Invoice.period),
        col(Invoice.state),
        col(Invoice.open),
        col(Invoice.due_on),
        col(Invoice.sum),
        col(Invoice.paid),
    ).where(
        col(Invoice.client_id).in_(clients),
        or_(and_(col(Invoice.period).between(first, last), live()), col(Invoice.open)),
    )
    return [Billed(*row) for row in read.session.execute(wanted.order_by(col(Invoice.due_on), col(Invoice.id)))]


def made_invoices(read: Read, period: str) -> list[Made]:
    """The live invoices of a month's subscriptions."""
    waits = or_(col(Invoice.state) == InvoiceState.ISSUED, col(Invoice.fix_sum).is_not(None))
    wanted = select(
        col(Invoice.id), col(Invoice.subscription_id), col(Invoice.sum), col(Invoice.number), col(Invoice.state), waits
    ).where(col(Invoice.period) == period, col(Invoice.subscription_id).is_not(None), live())
    return [
        Made(number, subscription, sum_, name, state, bool(waiting))
        for number, subscription, sum_, name, state, waiting in read.session.execute(wanted)
        if subscription is not None
    ]


def billable(read: Read, period: str) -> int:
    """How many subscriptions the month's run would bill now: the count of `RunPreview.billed`, by one query."""
    subscription = col(Invoice.subscription_id)
    made = select(subscription).where(col(Invoice.period) == period, subscription.is_not(None), live())
    paused = select(col(SubscriptionPause.subscription_id)).where(
        col(SubscriptionPause.from_period) <= period, col(SubscriptionPause.to_period) > period
    )
    number = col(Subscription.id)
    named = or_(col(Client.inn).is_not(None), col(Client.kind) == ClientKind.PERSON)
    wanted = select(func.count(col(Subscription.id))).join(Client, col(Client.id) == col(Subscription.client_id))
    return (
        read.first(
            wanted.where(
                col(Subscription.state).in_(BILLED), *covers(period), named, number.not_in(made), number.not_in(paused)
            )
        )
        or 0
    )


def mailed(read: Read) -> frozenset[int]:
    """Clients with an address of e-mail, their own or a contact's."""
    own = read.all(select(col(Client.id)).where(col(Client.email).is_not(None)))
    reachable = select(col(Contact.client_id)).where(col(Contact.email).is_not(None), ~col(Contact.wrong))
    return frozenset([*own, *read.all(reachable.distinct())])


def open_lines(read: Read) -> list[OpenLine]:
    """Income that waits for a place, the newest first."""
    owner = aliased(Client)
    wanted: Select[*tuple[Any, ...]] = select(
        col(BankLine.id),
        col(BankLine.on),
        col(BankLine.sum) - col(BankLine.allocated),
        col(BankLine.sum),
        col(BankLine.counterparty),
        col(BankLine.inn),
        col(BankLine.purpose),
        col(BankLine.state),
        col(BankLine.score),
        col(BankLine.terms),
        col(BankLine.client_id),
        func.coalesce(col(Client.name), ""),
        col(BankLine.invoice_id),
        func.coalesce(col(Invoice.number), ""),
        func.coalesce(col(Invoice.period), ""),
        REST,
        func.coalesce(col(owner.name), ""),
    ).select_from(BankLine)
    wanted = wanted.join(Client, col(Client.id) == col(BankLine.client_id), isouter=True)
    wanted = wanted.join(Invoice, col(Invoice.id) == col(BankLine.invoice_id), isouter=True)
    wanted = wanted.join(owner, col(owner.id) == col(Invoice.client_id), isouter=True)
    rows = read.session.execute(wanted.where(col(BankLine.open)).order_by(col(BankLine.on).desc(), col(BankLine.id)))
    return [OpenLine(*row) for row in rows]


def count_open_lines(read: Read) -> int:
    """How many lines `open_lines` gives."""
    return read.first(select(func.count(col(BankLine.id))).where(col(BankLine.open))) or 0


def owed_invoices(read: Read, words: str, client_id: int | None, sum: Money, limit: int) -> list[OwedInvoice]:
    """Open invoices that a line may pay; what fits the sum comes first, then the client's own, then the oldest.

    With words: those of a client with that part of a name, or of a number that begins so. Without: the client's own and
    those of just that sum.
    """
    fits, own = REST.in_([sum]), col(Invoice.client_id) == (client_id or 0)
    key = fold(words).removeprefix("№").strip()
    wanted: Select[int, str, str, str, date, Money] = select(
        col(Invoice.id),
        col(Client.name),
        func.coalesce(col(Invoice.number), ""),
        col(Invoice.period),
        col(Invoice.due_on),
        REST,
    ).join(Client, col(Client.id) == col(Invoice.client_id))
    if key:
        number = col(Invoice.number).startswith(key, autoescape=True)
        wanted = wanted.where(or_(number, col(Client.name_key).contains(key, autoescape=True)))
    else:
        wanted = wanted.where(or_(fits, own))
    order = (~fits, ~own, col(Invoice.due_on), col(Invoice.id))
    rows = read.session.execute(wanted.where(col(Invoice.open)).order_by(*order).limit(limit))
    return [OwedInvoice(*row) for row in rows]
