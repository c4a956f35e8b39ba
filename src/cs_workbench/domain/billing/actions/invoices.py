"""Invoices by hand, their numbers, and what is cancelled or written off (rows 8.1, 8.2)."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.billing import checks
from cs_workbench.domain.billing.ledger import (
    first_unbilled,
    price_for,
    refresh_invoice,
    refresh_subscription,
)
from cs_workbench.domain.billing.making import invoice_values
from cs_workbench.domain.billing.naming import capital, clean_number, named
from cs_workbench.domain.billing.records import (
    ClientCredit,
    Invoice,
    InvoiceKind,
    InvoiceRef,
    InvoiceState,
    Subscription,
)
from cs_workbench.domain.billing.repository.billed import (
    billed_periods,
    changes_of,
    last_sum,
    pauses_of,
    subscriptions_of,
)
from cs_workbench.domain.clients.records import Client, ClientRef
from cs_workbench.kernel.action import Action, Facts, FollowUp, Outcome, Phrase
from cs_workbench.kernel.dates import day_text, day_words, next_period, period_of, period_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Day, Line, Money, Period, Text
from cs_workbench.storage.unit import Read, Work


class AddInvoice(Action):
    """An invoice of 1C written down by hand.

    Without a kind it is the monthly fee where the client has a subscription with that month unbilled, else one-off.
    """

    facts = Facts(
        "billing.add_invoice",
        "Добавить счёт",
        ("8.1", "8.2"),
        phrases=(Phrase("счёт", "number", "issued_on", "sum", "due_on", "period", issued_on="сегодня"),),
    )

    client: ClientRef
    number: Line
    issued_on: Day
    sum: Money
    due_on: Day | None = None
    period: Period | None = None
    kind: InvoiceKind | None = None

    def apply(self, work: Work) -> Outcome:
        client = work.get(Client, self.client)
        number, period = clean_number(self.number), self.period or period_of(self.issued_on)
        self._check(work, number)
        subscription = None
        if self.kind in (None, InvoiceKind.SUBSCRIPTION):
            subscription = _unbilled(work, client, period)
        kind = self.kind or (InvoiceKind.SUBSCRIPTION if subscription else InvoiceKind.ONE_OFF)
        self._doubt(work, client, kind, period, subscription)
        values = invoice_values(
            work.day,
            client.id,
            kind,
            period,
            number=number,
            issued_on=self.issued_on,
            sum=self.sum,
            due_on=self.due_on,
            subscription=subscription,
        )
        invoice = work.add(Invoice(**values))
        if subscription is not None:
            refresh_subscription(work, subscription)
        message = (
            f"Счёт № {number} добавлен: «{client.name}», {self.sum.short()}, оплатить до {day_text(invoice.due_on)}."
        )
        return Outcome(message, _next_steps(work, invoice))

    def _check(self, work: Work, number: str) -> None:
        checks.some_money(self.sum)
        if self.issued_on > work.day.today:
            raise Refusal(
                "future", f"Дата счёта, {day_text(self.issued_on)}, ещё не наступила: исправьте её.", "issued_on"
            )
        if self.due_on is not None and self.due_on < self.issued_on:
            raise Refusal("due", "Срок оплаты раньше даты счёта: исправьте одну из дат.", "due_on")
        checks.free_number(work, number, self.issued_on.year)

    def _doubt(
        self, work: Work, client: Client, kind: InvoiceKind, period: str, subscription: Subscription | None
    ) -> None:
        checks.not_tenfold(work, self.sum, last_sum(work, client.id, kind), "sum")
        checks.near(work, period, "period")
        _doubt_due(work, self.issued_on, self.due_on)
        if subscription is not None:
            price = price_for(subscription, changes_of(work, subscription.id), period)
            if price != self.sum:
                work.warn(f"По подписке за {period_text(period)} — {price.short()}, в счёте {self.sum.short()}.")
        elif kind is InvoiceKind.SUBSCRIPTION and subscriptions_of(work, client.id, period):
            work.ask(
                f"За {period_text(period)} по подписке уже выставлено или она на паузе. Добавить счёт всё равно?",
                "period",
            )


def _unbilled(work: Work, client: Client, period: str) -> Subscription | None:
    """The client's subscription that is to be billed for the month and is not billed yet, if there is one."""
    for subscription in subscriptions_of(work, client.id, period):
        billed, pauses = billed_periods(work, subscription.id), pauses_of(work, subscription.id)
        if first_unbilled(subscription, billed, pauses, period) == period:
            return subscription
    return None


def _doubt_due(work: Work, issued_on: date, due_on: date | None) -> None:
    if due_on is None:
        return
    if period_of(due_on) > next_period(period_of(issued_on), checks.YEAR):
        work.ask(f"До срока оплаты, {day_text(due_on)}, больше года. Всё верно?", "due_on")
    if not work.day.calendar.is_business(due_on):
        better = work.day.calendar.next_bd(due_on)
        work.warn(f"Срок оплаты, {day_words(due_on)}, — выходной; ближайший рабочий день — {day_words(better)}.")


def _next_steps(work: Work, invoice: Invoice) -> list[FollowUp]:
    steps = [FollowUp("billing.send_invoice", {"invoice": invoice.id}, "Отправить счёт клиенту")]
    credit = work.first(
        select(ClientCredit).where(col(ClientCredit.client_id) == invoice.client_id, col(ClientCredit.rest) > 0)
    )
    if credit is not None:
        inputs = {"client_credit": credit.id, "invoice": invoice.id, "sum": min(credit.rest, invoice.sum).plain()}
        steps.append(FollowUp("billing.apply_credit", inputs, f"У клиента есть аванс: {credit.rest.short()}"))
    return steps


class SetNumber(Action):
    """The number that 1C gave to an invoice of the month's run."""

    facts = Facts("billing.set_number", "Внести номер из 1С", ("8.1",), phrases=("номер",))

    invoice: InvoiceRef
    number: Line

    def apply(self, work: Work) -> Outcome:
        invoice, number = work.get(Invoice, self.invoice), clean_number(self.number)
        checks.standing(work, invoice)
        checks.free_number(work, number, invoice.year, but=invoice)
        if invoice.number == number:
            raise Refusal("same", f"У счёта и так № {number}.", "number")
        if invoice.number is not None:
            work.ask(f"У счёта уже есть № {invoice.number}. Заменить на № {number}?", "number")
        invoice.number = number
        return Outcome(f"Счёту за {period_text(invoice.period)} присвоен № {number}.")

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return checks.not_standing(read, subject)


class CancelInvoice(Action):
    """An invoice that should not have been: its month is free to be billed again."""

    facts = Facts("billing.cancel_invoice", "Отменить счёт", ("8.1", "8.2"), dangerous=True)

    invoice: InvoiceRef
    reason: Text

    def apply(self, work: Work) -> Outcome:
        invoice = work.get(Invoice, self.invoice)
        _unpaid(work, invoice)
        invoice.state, invoice.reason = InvoiceState.CANCELLED, self.reason
        refresh_invoice(work, invoice)
        message = f"{capital(named(invoice))} отменён."
        if invoice.subscription_id is not None:
            subscription = work.get(Subscription, invoice.subscription_id)
            refresh_subscription(work, subscription)
            message += f" {capital(period_text(invoice.period))} снова не выставлен."
        return Outcome(message)

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return checks.not_standing(read, subject, _unpaid)


def _unpaid(read: Read, invoice: Invoice) -> None:
    checks.standing(read, invoice)
    if invoice.paid > 0:
        message = f"По счёту уже оплачено {invoice.paid.short()}: сначала снимите оплату со счёта."
        raise Refusal("paid", message, "invoice")


class WriteOff(Action):
    """A debt that will not be paid: the invoice stays, nothing more is owed."""

    facts = Facts("billing.write_off", "Списать долг", ("8.1",), dangerous=True)

    invoice: InvoiceRef
    reason: Text

    def apply(self, work: Work) -> Outcome:
        invoice = work.get(Invoice, self.invoice)
        _owed(work, invoice)
        rest = invoice.sum - invoice.paid
        invoice.state, invoice.reason = InvoiceState.WRITTEN_OFF, self.reason
        refresh_invoice(work, invoice)
        return Outcome(f"{capital(named(invoice))} списан: {rest.short()} больше не долг.")

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return checks.not_standing(read, subject, _owed)


def _owed(read: Read, invoice: Invoice) -> None:
    checks.standing(read, invoice)
    if not invoice.open:
        raise Refusal("paid", f"{capital(named(invoice))} оплачен: списывать нечего.", "invoice")


INVOICES: tuple[type[Action], ...] = (AddInvoice, SetNumber, CancelInvoice, WriteOff)
