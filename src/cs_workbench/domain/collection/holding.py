"""What becomes of holds when earlier areas change what they stand for: a hold on an invoice goes over to its
replacement, for what the client disputes is not settled by another sum; a hold for a conflict ends with it.

`actions/holds.py` gives and lifts holds; the interests of `actions/__init__.py` call the functions here.
"""

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.billing.records import Invoice, InvoiceState
from cs_workbench.domain.collection.records import Hold, HoldState
from cs_workbench.domain.requests.records import Conflict
from cs_workbench.storage.unit import Work


def follow_invoices(work: Work, clients: frozenset[int]) -> None:
    """Move the open holds of replaced invoices of these clients to the invoices that took their place."""
    wanted = (
        select(Hold, col(Invoice.id))
        .join(Invoice, col(Invoice.replaces_id) == col(Hold.invoice_id))
        .where(col(Hold.state) == HoldState.OPEN, col(Invoice.state) != InvoiceState.CANCELLED)
    )
    for hold, newer in work.session.execute(wanted).all():
        if hold.client_id in clients:
            hold.invoice_id = newer


def follow_conflicts(work: Work, clients: frozenset[int]) -> None:
    """Lift the open holds of these clients whose conflict is closed or escalated."""
    wanted = (
        select(Hold)
        .join(Conflict, col(Conflict.id) == col(Hold.conflict_id))
        .where(col(Hold.state) == HoldState.OPEN, ~col(Conflict.open))
    )
    for hold in work.all(wanted):
        if hold.client_id in clients:
            hold.state = HoldState.LIFTED
