"""Holds: calls about a client's debt, or about one invoice, are stopped for a reason, and go on again (row 2.1)."""

from collections.abc import Mapping
from datetime import date

from cs_workbench.domain.billing.naming import capital, named
from cs_workbench.domain.billing.records import Invoice, InvoiceRef
from cs_workbench.domain.clients.records import Client, ClientRef
from cs_workbench.domain.collection.checks import doubt_far, refuse_past
from cs_workbench.domain.collection.records import Hold, HoldRef, HoldState
from cs_workbench.domain.collection.repository.debts import holds_of
from cs_workbench.domain.requests.records import Conflict
from cs_workbench.kernel.action import Action, Facts, Outcome
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.errors import Refusal, caught
from cs_workbench.kernel.fields import Day, Text
from cs_workbench.storage.unit import Read, Work


class PutHold(Action):
    """Stop calls about all that a client owes, or about one invoice; without `until` until it is lifted."""

    facts = Facts("collection.hold", "Поставить паузу", ("2.1",), phrases=("пауза",))

    client: ClientRef
    reason: Text
    until: Day | None = None
    invoice: InvoiceRef | None = None

    def apply(self, work: Work) -> Outcome:
        client = work.get(Client, self.client)
        if self.until is not None:
            refuse_past(work, self.until, "until")
            doubt_far(work, self.until, "until")
        invoice = None if self.invoice is None else self._invoice(work)
        self._refuse_twice(work)
        put_hold(work, client.id, self.reason, invoice, self.until)
        what = client.name if invoice is None else f"{client.name}, {named(invoice)}"
        end = f"до {day_text(self.until)}" if self.until else "пока её не снимут"
        return Outcome(f"Пауза поставлена: {what}, {end}.")

    def _invoice(self, work: Work) -> Invoice:
        invoice = work.get(Invoice, self.invoice)
        if invoice.client_id != self.client:
            said = f"{capital(named(invoice))} — другого клиента: выберите счёт этого."
            raise Refusal("other_client", said, "invoice")
        if not invoice.open:
            raise Refusal("not_open", f"{capital(named(invoice))} не ждёт оплаты: пауза не нужна.", "invoice")
        return invoice

    def _refuse_twice(self, work: Work) -> None:
        for hold in holds_of(work, self.client):
            if hold.invoice_id in (None, self.invoice):
                end = f"до {day_text(hold.until)}" if hold.until else "без срока"
                said = f"Пауза уже стоит {end}: «{hold.reason}». Снимите её, чтобы поставить другую."
                raise Refusal("already", said, "invoice" if hold.invoice_id else "client")


def put_hold(
    work: Work,
    client_id: int,
    reason: str,
    invoice: Invoice | None,
    until: date | None = None,
    conflict: Conflict | None = None,
) -> Hold:
    """A hold from today on; one for a conflict is lifted when that ends."""
    return work.add(
        Hold(
            client_id=client_id,
            invoice_id=invoice.id if invoice else None,
            reason=reason,
            until=until,
            created_on=work.day.today,
            conflict_id=conflict.id if conflict else None,
        )
    )


class LiftHold(Action):
    """Calls go on again."""

    facts = Facts("collection.lift_hold", "Снять паузу", ("2.1",), batch=True)

    hold: HoldRef

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return caught(lambda: _standing(read, subject["hold"]))

    def apply(self, work: Work) -> Outcome:
        hold = _standing(work, self.hold)
        hold.state = HoldState.LIFTED
        return Outcome(f"Пауза снята: {work.get(Client, hold.client_id).name}.")


def _standing(read: Read, number: int) -> Hold:
    """A hold that has not ended; refused otherwise."""
    hold = read.get(Hold, number)
    if hold.state != HoldState.OPEN:
        raise Refusal("already", "Эта пауза уже снята.", "hold")
    if hold.until is not None and hold.until < read.day.today:
        raise Refusal("already", f"Эта пауза сама закончилась {day_text(hold.until)}.", "hold")
    return hold


HOLDS: tuple[type[Action], ...] = (PutHold, LiftHold)
