"""The money of a client's card: invoices, payments and what they closed, credits, subscriptions, promises."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.billing.records import Allocation, ClientCredit, Invoice, Payment, Subscription
from cs_workbench.domain.collection.records import Promise
from cs_workbench.domain.collection.repository.promises import promise_as_of
from cs_workbench.kernel.money import Money
from cs_workbench.storage.unit import Read


@dataclass(frozen=True)
class InvoiceRow:
    """An invoice; `late_bd` business days past its due day while something is owed, 0 otherwise."""

    id: int
    number: str
    period: str
    state: str
    issued_on: date
    due_on: date
    sum: Money
    rest: Money
    open: bool
    late_bd: int


@dataclass(frozen=True)
class Part:
    """What a payment gave to an invoice, which is named by its number or its month."""

    number: str
    period: str
    sum: Money


@dataclass(frozen=True)
class PaymentRow:
    """A payment and the invoices it closed; `rest` is what no invoice took."""

    id: int
    number: str
    paid_on: date
    sum: Money
    rest: Money
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class CreditRow:
    """What was paid above all invoices, and how much of it is left."""

    id: int
    created_on: date
    sum: Money
    rest: Money


@dataclass(frozen=True)
class SubscriptionRow:
    """A monthly fee; `to_period` is empty while no end is set."""

    id: int
    amount: Money
    from_period: str
    to_period: str
    state: str


@dataclass(frozen=True)
class PromiseRow:
    """A promise as it stands today, and the money that came for it."""

    id: int
    made_on: date
    on: date
    sum: Money
    received: Money
    state: str


@dataclass(frozen=True)
class ClientMoney:
    """All of a client's money: open invoices by their due day, everything else newest first."""

    invoices: tuple[InvoiceRow, ...]
    payments: tuple[PaymentRow, ...]
    credits: tuple[CreditRow, ...]
    subscriptions: tuple[SubscriptionRow, ...]
    promises: tuple[PromiseRow, ...]


def money_of(read: Read, client_id: int) -> ClientMoney:
    """The client's money as it stands today."""
    credits = select(ClientCredit).where(col(ClientCredit.client_id) == client_id, col(ClientCredit.rest) > 0)
    agreed = select(Subscription).where(col(Subscription.client_id) == client_id).order_by(col(Subscription.id).desc())
    promises = select(Promise).where(col(Promise.client_id) == client_id).order_by(col(Promise.id).desc())
    return ClientMoney(
        _invoices(read, client_id),
        _payments(read, client_id),
        tuple(
            CreditRow(one.id, one.created_on, one.sum, one.rest)
            for one in read.all(credits.order_by(col(ClientCredit.id).desc()))
        ),
        tuple(
            SubscriptionRow(one.id, one.amount, one.from_period, one.to_period or "", one.state.value)
            for one in read.all(agreed)
        ),
        tuple(_promise(read, one) for one in read.all(promises)),
    )


def _invoices(read: Read, client_id: int) -> tuple[InvoiceRow, ...]:
    rows = read.all(select(Invoice).where(col(Invoice.client_id) == client_id))
    unpaid = sorted((one for one in rows if one.open), key=lambda one: (one.due_on, one.id))
    closed = sorted((one for one in rows if not one.open), key=lambda one: (one.issued_on, one.id), reverse=True)
    return tuple(_invoice(read, one) for one in (*unpaid, *closed))


def _invoice(read: Read, one: Invoice) -> InvoiceRow:
    late = max(0, read.day.late(one.due_on)) if one.open else 0
    rest = one.sum - one.paid if one.open else Money(0)
    return InvoiceRow(
        one.id, one.number or "", one.period, one.state.value, one.issued_on, one.due_on, one.sum, rest, one.open, late
    )


def _payments(read: Read, client_id: int) -> tuple[PaymentRow, ...]:
    wanted = select(Payment).where(col(Payment.client_id) == client_id)
    rows = read.all(wanted.order_by(col(Payment.paid_on).desc(), col(Payment.id).desc()))
    parts = _parts(read, (one.id for one in rows))
    return tuple(
        PaymentRow(
            one.id, one.number or "", one.paid_on, one.sum, one.sum - one.allocated, tuple(parts.get(one.id, ()))
        )
        for one in rows
    )


def _parts(read: Read, payments: Iterable[int]) -> dict[int, list[Part]]:
    wanted = (
        select(col(Allocation.payment_id), col(Invoice.number), col(Invoice.period), col(Allocation.sum))
        .join(Invoice, col(Invoice.id) == col(Allocation.invoice_id))
        .where(col(Allocation.payment_id).in_(list(payments)))
        .order_by(col(Allocation.id))
    )
    found: dict[int, list[Part]] = {}
    for payment, number, period, amount in read.session.connection().execute(wanted):
        found.setdefault(payment, []).append(Part(number or "", period, amount))
    return found


def _promise(read: Read, one: Promise) -> PromiseRow:
    decided = promise_as_of({"state": one.state, "broken_from": one.broken_from, "received": one.received}, read.day)
    state = decided.get("state", one.state)
    return PromiseRow(one.id, one.made_on, one.on, one.sum, one.received + one.received_late, state.value)
