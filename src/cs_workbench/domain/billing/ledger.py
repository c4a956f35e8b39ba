"""What is derived of invoices and subscriptions, reckoned in one place each (rows 2.1, 2.2, 8.1, 8.2).

An invoice's dates when it is made; what its allocations and sendings make of it; a subscription's first month without
an invoice and its price in a month. Every action that touches what these derive from calls the function here.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlmodel import col

from cs_workbench.domain.billing.records import (
    Allocation,
    Invoice,
    InvoiceKind,
    InvoiceSend,
    InvoiceState,
    PriceChange,
    SendState,
    Subscription,
    SubscriptionPause,
)
from cs_workbench.domain.billing.repository.billed import BILLED, billed_periods, pauses_of
from cs_workbench.kernel.calendar import mday
from cs_workbench.kernel.chunks import chunks
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import next_period, period_of
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.today import Today
from cs_workbench.storage.unit import Work

CHUNK = 500
DEAD = frozenset({InvoiceState.SUPERSEDED, InvoiceState.CANCELLED, InvoiceState.WRITTEN_OFF})
"""States of an invoice that money does not change."""


class InvoiceDates(NamedTuple):
    """The last day to pay an invoice, the first day to call about it, the moment (aware) by which to send it."""

    due_on: date
    call_from: date
    send_by: datetime


def invoice_dates(
    today: Today,
    kind: InvoiceKind,
    period: str,
    issued_on: date,
    *,
    due_on: date | None = None,
    due_day: int | None = None,
    remind_from: int | None = None,
) -> InvoiceDates:
    """The dates of an invoice (rows 2.1, 8.1).

    The monthly fee is due on the month's last day, or on `due_day` of it; a fee that is billed after that day, and
    every other kind, is due `one_off_due_bd` business days after its issue. Calls about a fee begin on the 20th
    (`remind_from`) of its month, about the fee of a past month at once, about other kinds on the business day after
    the due day.
    """
    calendar, terms = today.calendar, today.terms
    year, month = int(period[:4]), int(period[5:])
    if due_on is None and kind is InvoiceKind.SUBSCRIPTION:
        wanted = mday(year, month, due_day or 31)
        due_on = wanted if wanted >= issued_on else None
    if due_on is None:
        due_on = calendar.add_bd(issued_on, terms.one_off_due_bd)
    if kind is not InvoiceKind.SUBSCRIPTION:
        call_from = calendar.add_bd(due_on, 1)
    elif period < period_of(issued_on):
        call_from = calendar.next_bd(issued_on)
    else:
        call_from = max(issued_on, calendar.next_bd(mday(year, month, remind_from or terms.remind_from)))
    send_by = datetime(issued_on.year, issued_on.month, issued_on.day, terms.work_to).astimezone()
    return InvoiceDates(due_on, call_from, send_by)


def refresh_invoice(work: Work, invoice: Invoice) -> None:
    """Reckon `paid`, `state`, `open`, `ask_from` and `fix_sum` of an invoice from its allocations and sendings."""
    refresh_invoices(work, (invoice,))


def refresh_invoices(work: Work, invoices: Iterable[Invoice]) -> None:
    """The same for many invoices, by a few selects for all of them.

    Money decides first: `paid`, `partly_paid`. Without any, an invoice is `sent` while one of its sendings stands (a
    bounced one does not), else `issued`. While it is owed, `ask_from` is the business day after the last sending, if
    nothing is known of it. A corrected invoice has to reach the client, paid or not: `fix_sum` stands until it is sent.
    """
    wanted = {invoice.id: invoice for invoice in invoices}
    work.session.flush()
    for group in chunks(wanted.values(), CHUNK):
        ids = [invoice.id for invoice in group]
        paid, sends = _paid(work, ids), _sends(work, ids)
        for invoice in group:
            _settle(work.day, invoice, paid.get(invoice.id, Money(0)), sends.get(invoice.id, []))


def _paid(work: Work, ids: Sequence[int]) -> dict[int, Money]:
    total = func.sum(col(Allocation.sum))
    rows = work.session.execute(
        select(col(Allocation.invoice_id), total)
        .where(col(Allocation.invoice_id).in_(ids))
        .group_by(col(Allocation.invoice_id))
    )
    return {number: Money(int(paid)) for number, paid in rows}


def _sends(work: Work, ids: Sequence[int]) -> dict[int, list[tuple[SendState, datetime]]]:
    """Sendings that have left us, oldest first."""
    rows = work.session.execute(
        select(col(InvoiceSend.invoice_id), col(InvoiceSend.state), col(InvoiceSend.sent_at))
        .where(col(InvoiceSend.invoice_id).in_(ids), col(InvoiceSend.state) != SendState.PREPARED)
        .order_by(col(InvoiceSend.sent_at), col(InvoiceSend.id))
    )
    found: dict[int, list[tuple[SendState, datetime]]] = {}
    for number, state, sent_at in rows:
        if sent_at is not None:
            found.setdefault(number, []).append((state, sent_at))
    return found


def _settle(today: Today, invoice: Invoice, paid: Money, sends: Sequence[tuple[SendState, datetime]]) -> None:
    dead = invoice.state in DEAD
    stands = invoice.sent_before or any(state is not SendState.BOUNCED for state, _ in sends)
    invoice.paid = paid
    if not dead:
        invoice.state = _state(invoice.sum, paid, stands)
    invoice.open = not dead and invoice.state is not InvoiceState.PAID
    waits = invoice.open and bool(sends) and sends[-1][0] is SendState.SENT
    invoice.ask_from = today.calendar.add_bd(local(sends[-1][1]).date(), 1) if waits else None
    if dead:
        invoice.fix_sum = None
    elif invoice.replaces_id is not None and invoice.fix_sum in (None, invoice.sum):
        invoice.fix_sum = None if stands else invoice.sum


def _state(owed: Money, paid: Money, stands: bool) -> InvoiceState:
    if paid >= owed:
        return InvoiceState.PAID
    if paid > 0:
        return InvoiceState.PARTLY_PAID
    return InvoiceState.SENT if stands else InvoiceState.ISSUED


def first_unbilled(
    subscription: Subscription,
    billed: Collection[str],
    pauses: Iterable[SubscriptionPause],
    since: str | None = None,
) -> str | None:
    """The first month of a subscription, from `since` on, that is neither billed nor paused; None: there is none."""
    if subscription.state not in BILLED:
        return None
    month = max(subscription.from_period, since or subscription.from_period)
    stops = sorted((pause.from_period, pause.to_period) for pause in pauses)
    while subscription.to_period is None or month <= subscription.to_period:
        resumed = next((to for start, to in stops if start <= month < to), None)
        if resumed is None and month not in billed:
            return month
        month = resumed or next_period(month)
    return None


def refresh_subscription(work: Work, subscription: Subscription) -> None:
    """Reckon `next_unbilled` of a subscription from its months, pauses and live invoices."""
    work.session.flush()
    billed, pauses = billed_periods(work, subscription.id), pauses_of(work, subscription.id)
    subscription.next_unbilled = first_unbilled(subscription, billed, pauses)


def price_for(subscription: Subscription, changes: Iterable[PriceChange], period: str) -> Money:
    """What a subscription costs in a month (row 8.2).

    The new price of the last change up to the month, else the old price of the first change after it.

    `changes` are the subscription's own; of two from the same month the later one holds.
    """
    ordered = sorted(changes, key=lambda change: (change.from_period, change.id))
    past = [change.new for change in ordered if change.from_period <= period]
    return past[-1] if past else ordered[0].old if ordered else subscription.amount
