"""How the demo's acts find the records that earlier acts made: selects of ids, and inputs that name what they find."""

from sqlalchemy import Select, select
from sqlmodel import col

from cs_workbench.domain.billing.records import BankLine, Invoice, InvoiceSend, InvoiceState, SendState, Subscription
from cs_workbench.domain.clients.records import Site
from cs_workbench.domain.collection.records import Hold, Promise
from cs_workbench.domain.outbox.records import OutboxMessage
from cs_workbench.domain.requests.records import Conflict, Handover, Request
from cs_workbench.domain.tasks.records import Task, TaskState

Id = Select[int]


def subscription(client: int) -> Id:
    """A client's monthly fee."""
    return select(col(Subscription.id)).where(col(Subscription.client_id) == client)


def open_invoice(client: int, period: str | None = None) -> Id:
    """The oldest invoice that a client owes, of a month where one is given."""
    wanted = select(col(Invoice.id)).where(col(Invoice.client_id) == client, col(Invoice.open))
    if period is not None:
        wanted = wanted.where(col(Invoice.period) == period)
    return wanted.order_by(col(Invoice.due_on), col(Invoice.id))


def invoice_numbered(number: str, year: int) -> Id:
    """The invoice of a number."""
    return select(col(Invoice.id)).where(col(Invoice.number) == number, col(Invoice.year) == year)


def unnumbered(client: int) -> Id:
    """A client's invoice that waits for its number."""
    return select(col(Invoice.id)).where(col(Invoice.client_id) == client, col(Invoice.number).is_(None))


def unsent(period: str, leave: list[int]) -> Id:
    """The month's invoices that are not sent, but for some clients'."""
    return (
        select(col(Invoice.id))
        .where(
            col(Invoice.period) == period,
            col(Invoice.state) == InvoiceState.ISSUED,
            col(Invoice.subscription_id).is_not(None),
            col(Invoice.client_id).not_in(leave),
        )
        .order_by(col(Invoice.id))
    )


def unconfirmed(period: str, leave: list[int]) -> Id:
    """Sendings of the month's invoices of which nothing is known, but for some clients'."""
    wanted = (
        select(col(InvoiceSend.id))
        .join(Invoice, col(Invoice.id) == col(InvoiceSend.invoice_id))
        .where(col(InvoiceSend.state) == SendState.SENT, col(InvoiceSend.client_id).not_in(leave))
        .where(col(Invoice.period) == period, col(Invoice.subscription_id).is_not(None))
    )
    return wanted.order_by(col(InvoiceSend.id))


def last_send(client: int) -> Id:
    """The newest sending to a client."""
    return select(col(InvoiceSend.id)).where(col(InvoiceSend.client_id) == client).order_by(col(InvoiceSend.id).desc())


def send_numbered(number: str, year: int) -> Id:
    """The newest sending of the invoice of a number."""
    wanted = select(col(InvoiceSend.id)).join(Invoice, col(Invoice.id) == col(InvoiceSend.invoice_id))
    return wanted.where(col(Invoice.number) == number, col(Invoice.year) == year).order_by(col(InvoiceSend.id).desc())


def open_line(counterparty: str) -> Id:
    """A payer's line of the bank that has no place yet."""
    return select(col(BankLine.id)).where(col(BankLine.counterparty) == counterparty, col(BankLine.open))


def last_promise(client: int) -> Id:
    """A client's newest promise."""
    return select(col(Promise.id)).where(col(Promise.client_id) == client).order_by(col(Promise.id).desc())


def holds(client: int) -> Id:
    """A client's holds."""
    return select(col(Hold.id)).where(col(Hold.client_id) == client).order_by(col(Hold.id))


def letter_to(client: int) -> Id:
    """The letter to a client."""
    return select(col(OutboxMessage.id)).where(col(OutboxMessage.client_id) == client)


def task_named(text: str) -> Id:
    """An open task by its text."""
    return select(col(Task.id)).where(col(Task.text) == text, col(Task.state) == TaskState.OPEN)


def request(client: int) -> Id:
    """A client's newest request that is open."""
    return (
        select(col(Request.id))
        .where(col(Request.client_id) == client, col(Request.open))
        .order_by(col(Request.id).desc())
    )


def handover(client: int) -> Id:
    """A client's newest handover."""
    return select(col(Handover.id)).where(col(Handover.client_id) == client).order_by(col(Handover.id).desc())


def conflict(client: int) -> Id:
    """A client's open conflict."""
    return select(col(Conflict.id)).where(col(Conflict.client_id) == client, col(Conflict.open))


def site(client: int, name: str) -> Id:
    """A client's site by its name."""
    return select(col(Site.id)).where(col(Site.client_id) == client, col(Site.name) == name)
