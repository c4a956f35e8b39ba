"""What letters about money say: the fields of their templates (`data/templates`), each as it is read (row 2.2)."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.billing.records import Invoice, InvoiceKind, OwnAccount, SendKind
from cs_workbench.domain.clients.records import Client
from cs_workbench.kernel.dates import day_text, period_text
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.text import count
from cs_workbench.kernel.texts import Fields, Line
from cs_workbench.storage.unit import Read

LISTED = 60
"""The most invoices that a letter names; the others are counted and summed."""

TEMPLATES = {
    SendKind.FIRST: "invoice",
    SendKind.DUPLICATE: "duplicate",
    SendKind.CORRECTED: "invoice_corrected",
}
"""The template of a letter that an invoice is sent with."""


def invoice_fields(read: Read, invoice: Invoice) -> Fields:
    """The fields of a letter that goes with one invoice. `rest` is empty unless a part is paid."""
    client, rest = read.get(Client, invoice.client_id), invoice.sum - invoice.paid
    return {
        "client": client.name,
        "invoice": invoice_name(invoice),
        "sum": invoice.sum.text(),
        "rest": rest.text() if Money(0) < rest < invoice.sum else "",
        "due_on": day_text(invoice.due_on),
        **from_us(read, client),
    }


def debt_fields(read: Read, client: Client, invoices: Sequence[Invoice]) -> Fields:
    """The fields of a letter about what a client owes, the oldest first."""
    return {"client": client.name, **owed_fields(read, invoices), **from_us(read, client)}


def owed_fields(read: Read, invoices: Sequence[Invoice]) -> dict[str, str | list[Line]]:
    """What is owed of invoices together, and line by line."""
    rests = [invoice.sum - invoice.paid for invoice in invoices]
    left = len(invoices) - LISTED
    more = f"и ещё {count(left, 'счёт', 'счёта', 'счетов')} на {sum(rests[LISTED:], Money(0)).text()}"
    return {
        "debt": sum(rests, Money(0)).text(),
        "invoices": [_owed(read, one) for one in invoices[:LISTED]],
        "more": more if left > 0 else "",
    }


def invoice_name(invoice: Invoice) -> str:
    """`счёт № 118 от 16.11.2026 за ноябрь 2026`; without the number before 1C gave one, without the month of what is
    not a monthly fee.
    """
    number = f" № {invoice.number}" if invoice.number else ""
    month = f" за {period_text(invoice.period)}" if invoice.kind is InvoiceKind.SUBSCRIPTION else ""
    return f"счёт{number} от {day_text(invoice.issued_on)}{month}"


def our_account(read: Read) -> OwnAccount | None:
    """Where clients pay to; None where no account of ours is known, or several are."""
    accounts = read.all(select(OwnAccount).order_by(col(OwnAccount.id)).limit(2))
    return accounts[0] if len(accounts) == 1 else None


def from_us(read: Read, client: Client) -> dict[str, str]:
    """Our account in one line and who signs; what is not known is empty."""
    ours = our_account(read)
    signed = (read.day.terms.manager or client.manager or "", (ours.org if ours else "") or "")
    return {"requisites": _requisites(ours) if ours else "", "signature": ", ".join(part for part in signed if part)}


def _requisites(ours: OwnAccount) -> str:
    parts = (
        f"получатель {ours.org}" if ours.org else "",
        f"ИНН {ours.inn}" if ours.inn else "",
        f"р/с {ours.account}",
        f"банк {ours.bank}" if ours.bank else "",
        f"БИК {ours.bik}" if ours.bik else "",
    )
    return ", ".join(part for part in parts if part)


def _owed(read: Read, invoice: Invoice) -> Line:
    return {
        "name": invoice_name(invoice),
        "rest": (invoice.sum - invoice.paid).text(),
        "due_on": day_text(invoice.due_on),
        "overdue": invoice.due_on < read.day.today,
    }
