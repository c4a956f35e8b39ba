"""The lines of a client's statement: every act of billing that moved its balance, with the day on which it did.

An invoice counts from its day, a payment from the bank's. A corrected invoice takes the old one back on the day of the
new one; a cancelled or written-off invoice on the day that the journal names. Money of one client on an invoice of
another counts for both, on the day when it was placed there.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import aliased
from sqlmodel import col

from cs_workbench.domain.billing.ledger import DEAD
from cs_workbench.domain.billing.records import Allocation, Invoice, InvoiceKind, InvoiceState, Payment
from cs_workbench.domain.clients.records import Client
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.money import Money
from cs_workbench.storage.journal import journal_entry, journal_image
from cs_workbench.storage.unit import Read

NOTHING = Money(0)


class LineKind(StrEnum):
    """What moved the balance; lines of one day stand in this order."""

    INVOICE = "invoice"
    REPLACED = "replaced"
    CANCELLED = "cancelled"
    PAYMENT = "payment"
    PAID_BY = "paid_by"
    PAID_FOR = "paid_for"
    WRITTEN_OFF = "written_off"


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `number` and `document_on` are the invoice's or the payment's, `period` what an invoice bills.

    `other` is the other client whose money or invoice it is, or the number of the invoice in the place of this one.
    """

    on: date
    kind: LineKind
    number: str
    document_on: date
    period: str = ""
    other: str = ""
    debit: Money = NOTHING
    credit: Money = NOTHING
    invoice_id: int | None = None

    @property
    def bills(self) -> bool:
        """Whether it is an invoice's own line."""
        return self.kind is LineKind.INVOICE

    @property
    def takes_back(self) -> bool:
        """Whether it takes an invoice's line back, as though it had not been."""
        return self.kind in (LineKind.REPLACED, LineKind.CANCELLED)


def lines_of(read: Read, client_id: int) -> list[Line]:
    """Every line of a client, by day."""
    kinds = list(LineKind)
    lines = [*_invoices(read, client_id), *_payments(read, client_id), *_elsewhere(read, client_id)]
    return sorted(lines, key=lambda line: (line.on, kinds.index(line.kind), line.document_on, line.number))


def _invoices(read: Read, client_id: int) -> Iterator[Line]:
    invoices = read.all(select(Invoice).where(col(Invoice.client_id) == client_id).order_by(col(Invoice.id)))
    newer = {invoice.replaces_id: invoice for invoice in invoices if invoice.replaces_id is not None}
    ended = _ended(read, client_id, {one.id: one.state for one in invoices if one.state in DEAD})
    for one in invoices:
        yield _line(one, one.issued_on, LineKind.INVOICE, debit=one.sum)
        over = ended.get(one.id, one.issued_on)
        if one.state is InvoiceState.SUPERSEDED:
            new = newer.get(one.id)
            on, number = (new.issued_on, new.number or "") if new else (over, "")
            yield _line(one, on, LineKind.REPLACED, debit=-one.sum, other=number)
        elif one.state is InvoiceState.CANCELLED:
            yield _line(one, over, LineKind.CANCELLED, debit=-one.sum)
        elif one.state is InvoiceState.WRITTEN_OFF:
            yield _line(one, over, LineKind.WRITTEN_OFF, credit=one.sum - one.paid)


def _line(
    one: Invoice, on: date, kind: LineKind, *, debit: Money = NOTHING, credit: Money = NOTHING, other: str = ""
) -> Line:
    period = one.period if one.kind is InvoiceKind.SUBSCRIPTION else ""
    return Line(on, kind, one.number or "", one.issued_on, period, other, debit, credit, one.id)


def _ended(read: Read, client_id: int, states: Mapping[int, InvoiceState]) -> dict[int, date]:
    """The local day on which each of these invoices came to its state, as the journal has it.

    The journal is looked up by client; an invoice that came from a client merged into this one has its history there.
    """
    found: dict[int, date] = {}
    asked, clients = set[int](), {client_id} if states else set[int]()
    while clients:
        asked |= clients
        moved: set[int] = set()
        for number, before, after, on in _images(read, clients, list(states)):
            if after.get("state") == states[number] != before.get("state"):
                found[number] = max(on, found.get(number, on))
            moved |= {image["client_id"] for image in (before, after) if image}
        clients = moved - asked
    return found


def _images(
    read: Read, clients: Collection[int], invoices: Sequence[int]
) -> Iterator[tuple[int, Mapping[str, Any], Mapping[str, Any], date]]:
    """What the journal says of these invoices under these clients: id, before, after, local day."""
    wanted = (
        select(journal_image.c.record_id, journal_image.c.before, journal_image.c.after, journal_entry.c.at)
        .join(journal_entry, journal_entry.c.id == journal_image.c.entry_id)
        .where(
            journal_image.c.client_id.in_(list(clients)),
            journal_image.c.record == "invoice",
            journal_image.c.record_id.in_(invoices),
        )
    )
    for number, before, after, at in read.session.connection().execute(wanted):
        yield number, json.loads(before or "{}"), json.loads(after or "{}"), local(at).date()


def _payments(read: Read, client_id: int) -> Iterator[Line]:
    for one in read.all(select(Payment).where(col(Payment.client_id) == client_id).order_by(col(Payment.id))):
        yield Line(one.paid_on, LineKind.PAYMENT, one.number or "", one.paid_on, credit=one.sum)


def _elsewhere(read: Read, client_id: int) -> Iterator[Line]:
    """The client's money on invoices of others, and others' money on its invoices."""
    payer, owner = aliased(Client), aliased(Client)
    wanted = (
        select(Allocation, Payment, Invoice, col(payer.name), col(owner.name))
        .join(Payment, col(Payment.id) == col(Allocation.payment_id))
        .join(Invoice, col(Invoice.id) == col(Allocation.invoice_id))
        .join(payer, col(payer.id) == col(Payment.client_id))
        .join(owner, col(owner.id) == col(Allocation.client_id))
        .where(col(Payment.client_id) != col(Allocation.client_id))
    )
    theirs = wanted.where(col(Payment.client_id) == client_id), wanted.where(col(Allocation.client_id) == client_id)
    rows = (row for half in theirs for row in read.session.execute(half.order_by(col(Allocation.id))))
    for allocation, payment, invoice, paid_by, owed_by in rows:
        on = max(payment.paid_on, local(allocation.created_at).date())
        if payment.client_id == client_id:
            number, day = invoice.number or "", invoice.issued_on
            yield Line(on, LineKind.PAID_FOR, number, day, other=owed_by, debit=allocation.sum)
        else:
            number, day = payment.number or "", payment.paid_on
            yield Line(on, LineKind.PAID_BY, number, day, other=paid_by, credit=allocation.sum)
