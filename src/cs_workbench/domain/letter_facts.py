"""What letters to a client need: the invoices they name, our own account, who signs. `presentation/letters.py`
words them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.billing.records import Invoice, InvoiceKind, InvoiceSend, OwnAccount
from cs_workbench.domain.billing.repository.billed import successor
from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.collection.repository.debts import owed_by
from cs_workbench.kernel.money import Money
from cs_workbench.storage.unit import Read


@dataclass(frozen=True)
class LetterInvoice:
    """An invoice as a letter names it: `number` is empty before 1C gave one, `period` before it bills a month."""

    number: str
    period: str
    issued_on: date
    due_on: date
    sum: Money
    rest: Money
    overdue: bool


@dataclass(frozen=True)
class Requisites:
    """Our account, where to pay; what is not known is empty."""

    account: str
    bank: str
    bik: str
    org: str
    inn: str


@dataclass(frozen=True)
class LetterFacts:
    """A letter's facts. `requisites` is None where no account of ours is known, or several are."""

    client: str
    manager: str
    invoices: tuple[LetterInvoice, ...]
    requisites: Requisites | None


def duplicate_facts(read: Read, record: str, number: int) -> LetterFacts:
    """The facts of one invoice, named by itself or by its sending; the one that corrected it where there is one."""
    invoice_id = read.get(InvoiceSend, number).invoice_id if record == "invoice_send" else number
    invoice = successor(read, read.get(Invoice, invoice_id))
    return _facts(read, invoice.client_id, [invoice])


def reminder_facts(read: Read, client_id: int) -> LetterFacts:
    """The facts of what a client is reminded of today: the invoices that a call would be about."""
    return _facts(read, client_id, owed_by(read, client_id).about(read.day.today))


def _facts(read: Read, client_id: int, invoices: Sequence[Invoice]) -> LetterFacts:
    client = read.get(Client, client_id)
    manager = read.day.terms.manager or client.manager or ""
    return LetterFacts(client.name, manager, tuple(_invoice(read, one) for one in invoices), _requisites(read))


def _invoice(read: Read, one: Invoice) -> LetterInvoice:
    period = one.period if one.kind is InvoiceKind.SUBSCRIPTION else ""
    return LetterInvoice(
        one.number or "", period, one.issued_on, one.due_on, one.sum, one.sum - one.paid, one.due_on < read.day.today
    )


def _requisites(read: Read) -> Requisites | None:
    accounts = read.all(select(OwnAccount).order_by(col(OwnAccount.id)).limit(2))
    if len(accounts) != 1:
        return None
    ours = accounts[0]
    return Requisites(ours.account, ours.bank or "", ours.bik or "", ours.org or "", ours.inn or "")
