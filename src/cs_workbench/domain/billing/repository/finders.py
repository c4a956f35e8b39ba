"""How a text finds a record of billing: an invoice by its number, its last sending, a client's subscription."""

import re

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from cs_workbench.domain.billing.records import Invoice, InvoiceSend, SendState, Subscription, SubscriptionState
from cs_workbench.domain.clients.repository import find_client
from cs_workbench.kernel.text import clean_line


def find_invoice(session: Session, text: str) -> list[int]:
    """Invoices of that number, the newest year first."""
    number = clean_line(text).removeprefix("№").strip()
    wanted = select(col(Invoice.id)).where(col(Invoice.number) == number).order_by(col(Invoice.year).desc())
    return list(session.scalars(wanted.limit(2)))


def find_send(session: Session, text: str) -> list[int]:
    """`invoice:12`: the last sending of that invoice whose fate is not known, else its last that was sent."""
    found = re.fullmatch(r"invoice:([0-9]{1,18})", clean_line(text).lower())
    if found is None:
        return []
    sent, state = col(InvoiceSend.sent_at), col(InvoiceSend.state)
    wanted = select(col(InvoiceSend.id)).where(
        col(InvoiceSend.invoice_id) == int(found[1]), state != SendState.PREPARED
    )
    unknown_first = (state != SendState.SENT, sent.desc(), col(InvoiceSend.id).desc())
    return list(session.scalars(wanted.order_by(*unknown_first).limit(1)))


def find_subscription(session: Session, text: str) -> list[int]:
    """Subscriptions of the client whom a text names; those that have ended only where there is no other."""
    clients = find_client(session, text)
    wanted = select(col(Subscription.id)).where(col(Subscription.client_id).in_(clients))
    running = wanted.where(col(Subscription.state) != SubscriptionState.ENDED)
    return list(session.scalars(running.limit(2))) or list(session.scalars(wanted.limit(2)))


FINDERS = {"invoice": find_invoice, "invoice_send": find_send, "subscription": find_subscription}
