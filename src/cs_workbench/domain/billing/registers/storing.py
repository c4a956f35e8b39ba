"""Carries out the plan of a register of invoices, many at once. Nothing is decided here."""

from cs_workbench.domain.billing.ledger import refresh_invoices, refresh_subscription
from cs_workbench.domain.billing.making import invoice_values
from cs_workbench.domain.billing.records import Invoice, InvoiceState
from cs_workbench.domain.billing.registers.plan import Fresh, InvoicePlan
from cs_workbench.domain.billing.repository.candidates import invoices_by_id
from cs_workbench.domain.clients.registers.telling import STEP
from cs_workbench.kernel.chunks import chunks
from cs_workbench.storage.unit import Work


def store(work: Work, plan: InvoicePlan) -> None:
    """Store what the plan says; a word of progress for each few hundred."""
    steps, done = len(plan.fresh) + len(plan.changes), 0
    for group in chunks(plan.fresh, STEP):
        work.progress(steps + done, 2 * steps)
        work.add_values(Invoice, [_values(work, fresh) for fresh in group])
        done += len(group)
    for ids in chunks(list(plan.changes), STEP):
        work.progress(steps + done, 2 * steps)
        invoices = invoices_by_id(work, ids)
        for number, invoice in invoices.items():
            for name, value in plan.changes[number].items():
                setattr(invoice, name, value)
        refresh_invoices(work, invoices.values())
        done += len(ids)
    billed = {fresh.subscription.id: fresh.subscription for fresh in plan.fresh if fresh.subscription is not None}
    for subscription in billed.values():
        refresh_subscription(work, subscription)
    work.progress(2 * steps, 2 * steps)


def _values(work: Work, fresh: Fresh) -> dict[str, object]:
    """The columns of a new invoice; one of an earlier day has been sent by whoever made it in 1C."""
    line = fresh.line
    values = invoice_values(
        work.day,
        fresh.client_id,
        fresh.kind,
        fresh.period,
        number=fresh.number,
        issued_on=line.issued_on,
        sum=line.sum,
        due_on=line.due_on,
        subscription=fresh.subscription,
    )
    if line.issued_on >= work.day.today:
        return values
    return {**values, "sent_before": True, "state": InvoiceState.SENT}
