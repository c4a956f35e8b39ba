"""Payments by hand, what they close, credits, and who pays for whom (row 8.3); the bank's lines stand in `bank.py`."""

from collections.abc import Mapping
from datetime import timedelta

from cs_workbench.domain.billing import allocating, checks
from cs_workbench.domain.billing.credits import free_allocation, to_credit
from cs_workbench.domain.billing.ledger import refresh_invoice
from cs_workbench.domain.billing.naming import capital, named
from cs_workbench.domain.billing.payers import remember
from cs_workbench.domain.billing.records import (
    Allocation,
    ClientCredit,
    Invoice,
    InvoiceRef,
    Payment,
)
from cs_workbench.domain.billing.records.paid import AllocationRef, CreditRef, PaymentRef
from cs_workbench.domain.billing.repository.candidates import last_payment, owed_by, same_payment
from cs_workbench.domain.clients.records import Client, ClientRef
from cs_workbench.kernel.action import Action, Facts, Outcome, Phrase
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.errors import Refusal, caught
from cs_workbench.kernel.fields import Day, Inn, Line, Money
from cs_workbench.storage.unit import Read, Work

YEAR_DAYS = 365


class RecordPayment(Action):
    """Money that came and stands in no statement: onto the invoice named, else onto the client's oldest.

    What is left over becomes a credit.
    """

    facts = Facts(
        "billing.record_payment",
        "Записать платёж",
        ("8.3",),
        phrases=tuple(
            Phrase(said, "sum", "invoice", "paid_on", paid_on="сегодня")
            for said in ("оплата", "платёж", "пришла оплата", "пришли деньги")
        ),
    )

    client: ClientRef
    sum: Money
    paid_on: Day
    invoice: InvoiceRef | None = None
    number: Line | None = None
    purpose: Line | None = None

    def apply(self, work: Work) -> Outcome:
        client = work.get(Client, self.client)
        invoice = self._check(work, client)
        self._doubt(work, client)
        shares, surplus = allocating.spread([invoice] if invoice else owed_by(work, client.id), self.sum)
        payment = work.add(
            Payment(
                client_id=client.id,
                number=self.number,
                purpose=self.purpose,
                sum=self.sum,
                paid_on=self.paid_on,
                created_at=work.now,
            )
        )
        allocating.put(work, payment, shares)
        said = [allocating.closed_text([paid for paid, _ in shares])] if shares else []
        if surplus:
            to_credit(work, payment, surplus)
            said.append(f"в аванс {surplus.short()}")
        return Outcome(f"Платёж {self.sum.short()} от «{client.name}» записан: {'; '.join(said)}.")

    def _check(self, work: Work, client: Client) -> Invoice | None:
        checks.some_money(self.sum)
        if self.paid_on > work.day.today:
            message = f"Дата платежа, {day_text(self.paid_on)}, ещё не наступила: исправьте её."
            raise Refusal("future", message, "paid_on")
        if self.invoice is None:
            return None
        invoice = work.get(Invoice, self.invoice)
        if invoice.client_id != client.id:
            owner = work.get(Client, invoice.client_id)
            message = (
                f"{capital(named(invoice))} выставлен клиенту «{owner.name}»: выберите счёт клиента «{client.name}»."
            )
            raise Refusal("other_client", message, "invoice")
        allocating.owed(work, invoice)
        return invoice

    def _doubt(self, work: Work, client: Client) -> None:
        known = same_payment(work, client.id, self.sum, self.paid_on, self.number)
        if known is not None:
            source = "в выписке" if known.bank_line_id else f"под № {known.number}"
            message = f"Платёж {self.sum.short()} от {day_text(self.paid_on)} уже есть {source}. Записать ещё один?"
            work.ask(message, "number" if self.number else "sum")
        if self.paid_on < work.day.today - timedelta(days=YEAR_DAYS):
            work.ask(f"С {day_text(self.paid_on)} прошло больше года. Дата верна?", "paid_on")
        # Ten times the last payment is no slip where so much is owed.
        if self.sum > allocating.debt_of(work, client.id):
            checks.not_tenfold(work, self.sum, last_payment(work, client.id), "sum")

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return checks.not_standing(read, subject, allocating.owed)


class Allocate(Action):
    """A part of a payment that closes nothing yet, onto an invoice."""

    facts = Facts("billing.allocate", "Зачислить платёж на счёт", ("8.3",), phrases=("зачислить",))

    payment: PaymentRef
    invoice: InvoiceRef
    sum: Money

    def apply(self, work: Work) -> Outcome:
        payment, invoice = work.get(Payment, self.payment), work.get(Invoice, self.invoice)
        _unplaced(work, payment)
        allocating.owed(work, invoice)
        allocating.within(self.sum, payment.sum - payment.allocated, "В платеже", invoice)
        allocating.doubt_other_client(work, payment.client_id, invoice)
        allocating.spend(allocating.credits_of(work, payment), self.sum)
        allocating.put(work, payment, [(invoice, self.sum)])
        return Outcome(f"Зачислено {self.sum.short()}: {allocating.closed_text([invoice])}.")

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        if "payment" in subject:
            payment = read.get(Payment, subject["payment"])
            if found := caught(lambda: _unplaced(read, payment)):
                return found
        return checks.not_standing(read, subject, allocating.owed)


def _unplaced(read: Read, payment: Payment) -> None:
    if payment.allocated >= payment.sum:
        message = f"Платёж {payment.sum.short()} от {day_text(payment.paid_on)} уже зачислен целиком."
        raise Refusal("too_much", message, "payment")


class Release(Action):
    """Money back from an invoice: it is the client's credit again."""

    facts = Facts("billing.release", "Снять оплату со счёта", ("8.3",), phrases=("снять оплату",))

    allocation: AllocationRef

    def apply(self, work: Work) -> Outcome:
        allocation = work.get(Allocation, self.allocation)
        invoice, payment = work.get(Invoice, allocation.invoice_id), work.get(Payment, allocation.payment_id)
        freed = free_allocation(work, allocation)
        to_credit(work, payment, freed)
        refresh_invoice(work, invoice)
        owes = f" Долг по нему — {allocating.rest_of(invoice).short()}." if invoice.open else ""
        return Outcome(f"{capital(named(invoice))}: оплата {freed.short()} снята и стала авансом.{owes}")


class ApplyCredit(Action):
    """A client's credit onto an invoice."""

    facts = Facts("billing.apply_credit", "Зачесть аванс", ("8.3", "8.2"), phrases=("зачесть аванс",))

    client_credit: CreditRef
    invoice: InvoiceRef
    sum: Money

    def apply(self, work: Work) -> Outcome:
        credit, invoice = work.get(ClientCredit, self.client_credit), work.get(Invoice, self.invoice)
        _unspent(work, credit)
        allocating.owed(work, invoice)
        allocating.within(self.sum, credit.rest, "В авансе", invoice)
        allocating.doubt_other_client(work, credit.client_id, invoice)
        allocating.spend([credit], self.sum)
        allocating.put(work, work.get(Payment, credit.payment_id), [(invoice, self.sum)])
        left = f" В авансе осталось {credit.rest.short()}." if credit.rest else ""
        return Outcome(f"Из аванса зачтено {self.sum.short()}: {allocating.closed_text([invoice])}.{left}")

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        if "client_credit" in subject:
            credit = read.get(ClientCredit, subject["client_credit"])
            if found := caught(lambda: _unspent(read, credit)):
                return found
        return checks.not_standing(read, subject, allocating.owed)


def _unspent(read: Read, credit: ClientCredit) -> None:
    if credit.rest <= 0:
        raise Refusal("too_much", "Этот аванс уже зачтён целиком.", "client_credit")


class RememberPayer(Action):
    """A third party who pays for a client: its payments are the client's from now on."""

    facts = Facts("billing.remember_payer", "Запомнить плательщика", ("8.3",), phrases=("плательщик",))

    client: ClientRef
    inn: Inn

    def apply(self, work: Work) -> Outcome:
        client = work.get(Client, self.client)
        remember(work, client, self.inn)
        return Outcome(f"Плательщик с ИНН {self.inn} запомнен: его деньги — за «{client.name}».")


PAYMENTS: tuple[type[Action], ...] = (RecordPayment, Allocate, Release, ApplyCredit, RememberPayer)
