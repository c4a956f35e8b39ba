"""Reads that actions and the ledger share: a subscription's months, an invoice's place among others, addresses."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlmodel import col

from cs_workbench.domain.billing.records import (
    BillingRun,
    Invoice,
    InvoiceKind,
    InvoiceSend,
    InvoiceState,
    PriceChange,
    RunState,
    SendKind,
    SendState,
    Subscription,
    SubscriptionPause,
    SubscriptionState,
)
from cs_workbench.domain.clients.records import Client, Contact
from cs_workbench.kernel.money import Money
from cs_workbench.storage.unit import Read

GONE = (InvoiceState.SUPERSEDED, InvoiceState.CANCELLED)
"""States of an invoice that bills nothing: its month is free again."""

BILLED = (SubscriptionState.ACTIVE, SubscriptionState.PAUSED, SubscriptionState.ENDED)
"""States of a subscription that is billed for its months; a draft and a pilot are not."""


def live() -> ColumnElement[bool]:
    """Invoices that bill their month (the text of the partial unique index)."""
    return col(Invoice.state).not_in(GONE)


def covers(period: str) -> tuple[ColumnElement[bool], ...]:
    """Subscriptions whose months hold `period`, pauses aside."""
    to_period = col(Subscription.to_period)
    return col(Subscription.from_period) <= period, or_(to_period.is_(None), to_period >= period)


def billed_periods(read: Read, subscription_id: int) -> set[str]:
    """Months for which a subscription has a live invoice."""
    wanted = select(col(Invoice.period)).where(col(Invoice.subscription_id) == subscription_id, live())
    return set(read.all(wanted))


def pauses_of(read: Read, subscription_id: int) -> list[SubscriptionPause]:
    """The pauses of a subscription."""
    return read.all(select(SubscriptionPause).where(col(SubscriptionPause.subscription_id) == subscription_id))


def changes_of(read: Read, subscription_id: int) -> list[PriceChange]:
    """The price changes of a subscription."""
    return read.all(select(PriceChange).where(col(PriceChange.subscription_id) == subscription_id))


def invoices_of(read: Read, subscription_id: int, from_period: str) -> list[Invoice]:
    """The live invoices of a subscription from a month on, in order."""
    wanted = select(Invoice).where(
        col(Invoice.subscription_id) == subscription_id, col(Invoice.period) >= from_period, live()
    )
    return read.all(wanted.order_by(col(Invoice.period)))


def subscriptions_of(read: Read, client_id: int, period: str) -> list[Subscription]:
    """A client's subscriptions that are billed for a month, pauses aside, the oldest first."""
    wanted = select(Subscription).where(
        col(Subscription.client_id) == client_id, col(Subscription.state).in_(BILLED), *covers(period)
    )
    return read.all(wanted.order_by(col(Subscription.id)))


def successor(read: Read, invoice: Invoice) -> Invoice:
    """The invoice that stands in the place of a corrected one, however often it was corrected."""
    found: Invoice | None = invoice
    while found is not None:
        invoice = found
        found = read.first(
            select(Invoice).where(col(Invoice.replaces_id) == invoice.id).order_by(col(Invoice.id).desc())
        )
    return invoice


def numbered(read: Read, year: int, number: str) -> tuple[Invoice, Client] | None:
    """The invoice that has a number in a year, and its client."""
    invoice = read.first(select(Invoice).where(col(Invoice.year) == year, col(Invoice.number) == number))
    return None if invoice is None else (invoice, read.get(Client, invoice.client_id))


def last_sum(read: Read, client_id: int, kind: InvoiceKind) -> Money | None:
    """The sum of a client's newest live invoice of a kind."""
    wanted = select(col(Invoice.sum)).where(col(Invoice.client_id) == client_id, col(Invoice.kind) == kind, live())
    return read.first(wanted.order_by(col(Invoice.id).desc()))


def run_of(read: Read, period: str) -> BillingRun | None:
    """The run of a month."""
    return read.first(select(BillingRun).where(col(BillingRun.period) == period))


def closed_since(read: Read, period: str) -> set[str]:
    """Months from `period` on whose runs are closed."""
    wanted = select(col(BillingRun.period)).where(
        col(BillingRun.period) >= period, col(BillingRun.state) == RunState.CLOSED
    )
    return set(read.all(wanted))


def unsent(read: Read, period: str) -> int:
    """How many of a month's fees are made or corrected and not yet sent."""
    waits = or_(col(Invoice.state) == InvoiceState.ISSUED, col(Invoice.fix_sum).is_not(None))
    wanted = select(func.count(col(Invoice.id))).where(
        col(Invoice.period) == period, col(Invoice.subscription_id).is_not(None), live(), waits
    )
    return read.first(wanted) or 0


def sends_of(read: Read, invoice_id: int) -> list[InvoiceSend]:
    """An invoice's sendings, oldest first."""
    wanted = select(InvoiceSend).where(col(InvoiceSend.invoice_id) == invoice_id)
    return read.all(wanted.order_by(col(InvoiceSend.id)))


def duplicates_since(read: Read, client_id: int, moment: datetime) -> int:
    """How many copies of invoices a client was sent since a moment."""
    wanted = select(func.count(col(InvoiceSend.id))).where(
        col(InvoiceSend.client_id) == client_id,
        col(InvoiceSend.kind) == SendKind.DUPLICATE,
        col(InvoiceSend.state) != SendState.PREPARED,
        col(InvoiceSend.sent_at) >= moment,
    )
    return read.first(wanted) or 0


def addresses(read: Read, client: Client) -> Sequence[str]:
    """A client's e-mail addresses, the best first: the firm's own, the primary contact's, those of other contacts."""
    wanted = select(col(Contact.email)).where(
        col(Contact.client_id) == client.id, col(Contact.email).is_not(None), ~col(Contact.wrong)
    )
    theirs = read.all(wanted.order_by(col(Contact.primary).desc(), col(Contact.id)))
    return [address for address in (client.email, *theirs) if address]
