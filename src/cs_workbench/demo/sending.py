"""After the run most invoices are sent and known to have come, in one act: real sendings would take a second."""

from datetime import timedelta
from typing import Self

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.billing.ledger import refresh_invoices
from cs_workbench.domain.billing.records import Invoice, InvoiceSend, InvoiceState, SendState
from cs_workbench.domain.clients.records import Client
from cs_workbench.kernel.action import Action, Facts, Outcome
from cs_workbench.kernel.text import count
from cs_workbench.storage.unit import Work


class SendMonth(Action):
    """All unsent invoices of a run, but for some clients', sent by mail within the hour before and confirmed."""

    facts = Facts("billing.send_invoice", "Отправить счёт")

    period: str
    leave: tuple[int, ...]

    @classmethod
    def of(cls, period: str, leave: list[int]) -> Self:
        """The act for a month."""
        return cls(period=period, leave=tuple(leave))

    def apply(self, work: Work) -> Outcome:
        wanted = (
            select(Invoice)
            .where(
                col(Invoice.period) == self.period,
                col(Invoice.state) == InvoiceState.ISSUED,
                col(Invoice.subscription_id).is_not(None),
                col(Invoice.client_id).not_in(self.leave),
            )
            .order_by(col(Invoice.id))
        )
        invoices = work.all(wanted)
        addresses = {client.id: client.email for client in work.all(select(Client))}
        work.add_all(
            [
                InvoiceSend(
                    invoice_id=invoice.id,
                    client_id=invoice.client_id,
                    to=addresses[invoice.client_id],
                    state=SendState.CONFIRMED,
                    prepared_on=invoice.issued_on,
                    sent_at=work.now - timedelta(seconds=30 * (place % 120)),
                    settled_at=work.now,
                )
                for place, invoice in enumerate(invoices)
            ]
        )
        refresh_invoices(work, invoices)
        return Outcome(f"Отправлено: {count(len(invoices), 'счёт', 'счёта', 'счетов')}.")
