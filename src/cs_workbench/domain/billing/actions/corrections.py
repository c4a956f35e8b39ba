"""A corrected invoice in the place of another: the money moves over, the client is sent the new one (row 8.2)."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.billing import checks
from cs_workbench.domain.billing.credits import free_allocation, to_credit
from cs_workbench.domain.billing.ledger import invoice_dates, refresh_invoices
from cs_workbench.domain.billing.naming import capital, named
from cs_workbench.domain.billing.records import (
    Allocation,
    Invoice,
    InvoiceRef,
    InvoiceSend,
    InvoiceState,
    Payment,
    SendKind,
    SendState,
)
from cs_workbench.domain.billing.repository.billed import sends_of
from cs_workbench.kernel import money
from cs_workbench.kernel.action import Action, Facts, FollowUp, Outcome
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Money, Text
from cs_workbench.storage.unit import Read, Work


class ReplaceInvoice(Action):
    """Another sum for the same month and due day.

    The old invoice is superseded, what was paid moves over, a surplus becomes a credit.
    """

    facts = Facts("billing.replace_invoice", "Заменить счёт", ("8.2",), phrases=("заменить",))

    invoice: InvoiceRef
    sum: Money
    reason: Text

    def apply(self, work: Work) -> Outcome:
        old = work.get(Invoice, self.invoice)
        checks.standing(work, old, "Меняйте")
        self._check(work, old)
        old.state, old.open = InvoiceState.SUPERSEDED, False
        work.session.flush()  # the month must be free before another invoice takes it
        new = work.add(self._made(work, old))
        surplus = _move(work, old, new)
        _turn_prepared(work, old, new)
        refresh_invoices(work, (old, new))
        message = f"{capital(named(old))} заменён: {new.sum.short()} вместо {old.sum.short()}."
        message += " Внесите номер из 1С и отправьте новый счёт."
        if surplus:
            message += f" Лишние {surplus.short()} стали авансом клиента."
        return Outcome(message, _next_steps(new))

    def _check(self, work: Work, old: Invoice) -> None:
        checks.some_money(self.sum)
        if self.sum == old.sum:
            raise Refusal("same", f"В счёте и так {old.sum.short()}: менять нечего.", "sum")
        checks.not_tenfold(work, self.sum, old.sum, "sum")
        if self.sum < old.paid:
            surplus = (old.paid - self.sum).short()
            work.ask(
                f"По счёту уже оплачено {old.paid.short()}: лишние {surplus} станут авансом клиента. Заменить?", "sum"
            )

    def _made(self, work: Work, old: Invoice) -> Invoice:
        today = work.day.today
        dates = invoice_dates(work.day, old.kind, old.period, today, due_on=old.due_on)
        return Invoice(
            client_id=old.client_id,
            subscription_id=old.subscription_id,
            period=old.period,
            year=today.year,
            kind=old.kind,
            issued_on=today,
            due_on=old.due_on,
            sum=self.sum,
            call_from=old.call_from,
            send_by=dates.send_by,
            replaces_id=old.id,
            reason=self.reason,
        )

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return checks.not_standing(read, subject)


def _move(work: Work, old: Invoice, new: Invoice) -> money.Money:
    """Allocations over to the new invoice, the oldest first, up to its sum; the surplus (kopecks) becomes credits."""
    room, surplus = new.sum, money.Money(0)
    for allocation in work.all(
        select(Allocation).where(col(Allocation.invoice_id) == old.id).order_by(col(Allocation.id))
    ):
        over = allocation.sum - min(allocation.sum, room)
        room = room - (allocation.sum - over)
        if over < allocation.sum:
            allocation.invoice_id = new.id
        if over:
            payment = work.get(Payment, allocation.payment_id)
            to_credit(work, payment, free_allocation(work, allocation, over))
            surplus = surplus + over
    return surplus


def _turn_prepared(work: Work, old: Invoice, new: Invoice) -> None:
    """A copy of the old invoice that waits to be sent becomes one of the new."""
    for send in _prepared(work, old):
        send.invoice_id, send.kind = new.id, SendKind.CORRECTED


def _prepared(work: Work, old: Invoice) -> list[InvoiceSend]:
    return [send for send in sends_of(work, old.id) if send.state is SendState.PREPARED]


def _next_steps(new: Invoice) -> list[FollowUp]:
    return [
        FollowUp("billing.set_number", {"invoice": new.id}, "Внести номер исправленного счёта из 1С"),
        FollowUp("billing.send_invoice", {"invoice": new.id}, "Отправить исправленный счёт"),
    ]


CORRECTIONS: tuple[type[Action], ...] = (ReplaceInvoice,)
