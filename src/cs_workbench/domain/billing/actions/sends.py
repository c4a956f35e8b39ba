"""Sending invoices: marked as sent, known to have come, or come back (row 2.2)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from cs_workbench.domain.billing import checks
from cs_workbench.domain.billing.ledger import refresh_invoice
from cs_workbench.domain.billing.letters import TEMPLATES, invoice_fields
from cs_workbench.domain.billing.naming import capital, named
from cs_workbench.domain.billing.records import (
    Invoice,
    InvoiceRef,
    InvoiceSend,
    InvoiceState,
    RunState,
    SendChannel,
    SendKind,
    SendRef,
    SendState,
    Subscription,
)
from cs_workbench.domain.billing.repository.billed import addresses, duplicates_since, run_of, sends_of, unsent
from cs_workbench.domain.clients.records import Client
from cs_workbench.kernel.action import Action, Facts, FollowUp, Outcome, Phrase
from cs_workbench.kernel.calendar import mday
from cs_workbench.kernel.dates import next_period
from cs_workbench.kernel.errors import Refusal, caught
from cs_workbench.kernel.fields import Line
from cs_workbench.kernel.identifiers import check_email
from cs_workbench.kernel.today import Today
from cs_workbench.storage.unit import Read, Work

DUPLICATES = 3
MONTHS = 3
"""The third copy within three months is a sign that the address or the way is wrong."""

BY = {SendChannel.MAIL: "по почте", SendChannel.EDO: "через ЭДО", SendChannel.MESSENGER: "в мессенджере"}


class Way(NamedTuple):
    """How an invoice goes: by what channel and where to, as what."""

    channel: SendChannel
    to: str | None
    kind: SendKind


class SendInvoice(Action):
    """An invoice sent to the client: for the first time, once more (a copy that was asked for), or corrected."""

    facts = Facts(
        "billing.send_invoice",
        "Отправить счёт",
        ("2.2", "8.1"),
        key="r",
        phrases=(
            Phrase("дубль", "invoice", "to", "channel", kind="duplicate"),
            Phrase("дубль счёта", "invoice", "to", "channel", kind="duplicate"),
            Phrase("отправить счёт", "invoice", "to", "channel"),
        ),
        batch=True,
    )

    invoice: InvoiceRef
    to: Line | None = None
    channel: SendChannel | None = None
    kind: SendKind | None = None

    def apply(self, work: Work) -> Outcome:
        invoice = work.get(Invoice, self.invoice)
        _sendable(work, invoice)
        client, sends = work.get(Client, invoice.client_id), sends_of(work, invoice.id)
        prepared = [send for send in sends if send.state is SendState.PREPARED]
        way = self._way(work, invoice, client, sends)
        self._doubt(work, invoice, client, way)
        send = _record(work, invoice, way, prepared)
        if invoice.fix_sum == invoice.sum:
            invoice.fix_sum = None
        refresh_invoice(work, invoice)
        _settle_run(work, invoice)
        where = f" на {way.to}" if way.channel is SendChannel.MAIL else f" {BY[way.channel]}"
        message = f"{capital(named(invoice))} отправлен{where}: «{client.name}»."
        return Outcome(message, _next_steps(work, invoice, send))

    def _way(self, work: Work, invoice: Invoice, client: Client, sends: Sequence[InvoiceSend]) -> Way:
        """What was given, else what was prepared, else what the subscription and the history say."""
        asked = next((send for send in sends if send.state is SendState.PREPARED), None)
        subscription = _subscription(work, invoice)
        usual = (subscription.channel if subscription else None) or SendChannel.MAIL
        channel = self.channel or (asked.channel if asked else usual)
        kind = self.kind or (asked.kind if asked else _kind(invoice, sends))
        to = self.to or (asked.to if asked else None)
        if channel is SendChannel.MAIL:
            to = self._mail_address(to or usual_address(work, invoice, client, sends), client)
        return Way(channel, to, kind)

    def _mail_address(self, to: str | None, client: Client) -> str:
        if to is None:
            message = f"У клиента «{client.name}» нет рабочего адреса почты: впишите адрес или выберите другой способ."
            raise Refusal("no_email", message, "to")
        try:
            return check_email(to)
        except Refusal as refusal:
            raise refusal.at("to") from refusal

    def _doubt(self, work: Work, invoice: Invoice, client: Client, way: Way) -> None:
        if invoice.fix_sum is not None and invoice.fix_sum != invoice.sum:
            work.ask(
                f"Сумма изменилась: теперь {invoice.fix_sum.short()}. Сначала замените счёт. Отправить прежний?",
                "invoice",
            )
        if invoice.state is InvoiceState.PAID:
            work.warn(f"{capital(named(invoice))} уже оплачен.")
        if way.kind is SendKind.DUPLICATE and way.channel is not SendChannel.EDO:
            earlier = duplicates_since(work, client.id, _months_ago(work.day, MONTHS))
            if earlier + 1 >= DUPLICATES:
                work.warn(f"Это {earlier + 1}-й дубль клиенту за три месяца: предложите ЭДО или другой адрес.")

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return checks.not_standing(read, subject, _sendable)


def _subscription(read: Read, invoice: Invoice) -> Subscription | None:
    return None if invoice.subscription_id is None else read.get(Subscription, invoice.subscription_id)


def usual_address(read: Read, invoice: Invoice, client: Client, sends: Sequence[InvoiceSend]) -> str | None:
    """Where the client's invoices go by mail: the subscription's address, the client's, a contact's.

    Never one that this invoice came back from.
    """
    subscription = _subscription(read, invoice)
    known = [subscription.email if subscription else None, *addresses(read, client)]
    bad = {send.to for send in sends if send.state is SendState.BOUNCED}
    return next((address for address in known if address and address not in bad), None)


def _sendable(read: Read, invoice: Invoice) -> None:
    checks.standing(read, invoice, "Отправляйте")


def _kind(invoice: Invoice, sends: Sequence[InvoiceSend]) -> SendKind:
    """A duplicate, where a sending stands; what came back never arrived."""
    if any(send.state in (SendState.SENT, SendState.CONFIRMED) for send in sends):
        return SendKind.DUPLICATE
    return SendKind.FIRST if invoice.replaces_id is None else SendKind.CORRECTED


def _months_ago(today: Today, months: int) -> datetime:
    """The beginning of the same day some months ago, local."""
    period = next_period(today.period, -months)
    day = mday(int(period[:4]), int(period[5:]), today.today.day)
    return datetime(day.year, day.month, day.day).astimezone()


def _record(work: Work, invoice: Invoice, way: Way, prepared: Sequence[InvoiceSend]) -> InvoiceSend:
    """The sending: the one that was prepared, or a new one; other wishes for the same invoice are answered by it."""
    for more in prepared[1:]:
        work.remove(more)
    if prepared:
        send = prepared[0]
        send.kind, send.channel, send.to = way.kind, way.channel, way.to
        send.state, send.sent_at = SendState.SENT, work.now
        return send
    return work.add(
        InvoiceSend(
            invoice_id=invoice.id,
            client_id=invoice.client_id,
            kind=way.kind,
            channel=way.channel,
            to=way.to,
            state=SendState.SENT,
            prepared_on=work.day.today,
            sent_at=work.now,
        )
    )


def _settle_run(work: Work, invoice: Invoice) -> None:
    """The month's run is sent when its last invoice is."""
    run = run_of(work, invoice.period) if invoice.subscription_id is not None else None
    if run is not None and run.state is RunState.ISSUED and not unsent(work, invoice.period):
        run.state = RunState.SENT


def _next_steps(work: Work, invoice: Invoice, send: InvoiceSend) -> list[FollowUp]:
    if send.channel is not SendChannel.MAIL:
        return []
    letter = work.letter(TEMPLATES[send.kind], invoice_fields(work, invoice))
    inputs = {"to": send.to, "subject": letter.subject, "text": letter.text, "for": f"invoice:{invoice.id}"}
    return [FollowUp("outbox.queue", inputs, "Поставить письмо со счётом в очередь")]


class ConfirmSend(Action):
    """The client said that the invoice came."""

    facts = Facts("billing.confirm_send", "Счёт получен", ("2.2",), phrases=("получили",), batch=True)

    invoice_send: SendRef

    def apply(self, work: Work) -> Outcome:
        send = work.get(InvoiceSend, self.invoice_send)
        _known(work, send)
        invoice = _settle(work, send, SendState.CONFIRMED)
        return Outcome(f"{capital(named(invoice))}: получение подтверждено.")

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return _not_sent(read, subject)


class SendBounced(Action):
    """A sending that came back: the invoice has to go out again, to another address."""

    facts = Facts("billing.send_bounced", "Счёт не дошёл", ("2.2",), phrases=("не дошёл",))

    invoice_send: SendRef

    def apply(self, work: Work) -> Outcome:
        send = work.get(InvoiceSend, self.invoice_send)
        _known(work, send)
        invoice = _settle(work, send, SendState.BOUNCED)
        if send.kind is SendKind.DUPLICATE:
            _prepare_again(work, send)
        other = usual_address(work, invoice, work.get(Client, invoice.client_id), sends_of(work, invoice.id))
        inputs: dict[str, object] = {"invoice": invoice.id, "kind": send.kind.value}
        if other is not None:
            inputs |= {"to": other, "channel": SendChannel.MAIL.value}
        return Outcome(
            f"{capital(named(invoice))} не дошёл: отправьте на другой адрес.",
            [FollowUp("billing.send_invoice", inputs, "Отправить счёт на другой адрес")],
        )

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return _not_sent(read, subject)


def _prepare_again(work: Work, send: InvoiceSend) -> None:
    """The client still waits for the copy: INV-DUP goes on, without an address."""
    work.add(
        InvoiceSend(
            invoice_id=send.invoice_id,
            client_id=send.client_id,
            kind=send.kind,
            channel=send.channel,
            prepared_on=work.day.today,
        )
    )


def _settle(work: Work, send: InvoiceSend, state: SendState) -> Invoice:
    send.state, send.settled_at = state, work.now
    invoice = work.get(Invoice, send.invoice_id)
    refresh_invoice(work, invoice)
    return invoice


def _known(read: Read, send: InvoiceSend) -> None:
    """Refuse a sending that is not under way."""
    said = {
        SendState.PREPARED: "Счёт ещё не отправлен: сначала отправьте его.",
        SendState.CONFIRMED: "Получение уже подтверждено.",
        SendState.BOUNCED: "Отправка уже отмечена как не дошедшая: отправьте счёт ещё раз.",
    }
    if send.state in said:
        raise Refusal("state", said[send.state], "invoice_send")


def _not_sent(read: Read, subject: Mapping[str, int]) -> Refusal | None:
    if "invoice_send" not in subject:
        return None
    return caught(lambda: _known(read, read.get(InvoiceSend, subject["invoice_send"])))


SENDS: tuple[type[Action], ...] = (SendInvoice, ConfirmSend, SendBounced)
