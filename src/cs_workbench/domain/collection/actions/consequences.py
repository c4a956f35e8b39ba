"""What each outcome of a call brings (row 2.1): dates, promises, copies of invoices, holds, steps of the ladder.

`calls.py` records the call and asks here; what belongs to a later area is offered by name.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from cs_workbench.domain.billing.actions.sends import usual_address
from cs_workbench.domain.billing.naming import named
from cs_workbench.domain.billing.records import (
    Invoice,
    InvoiceSend,
    SendChannel,
    SendKind,
    SendState,
    Subscription,
)
from cs_workbench.domain.billing.repository.billed import sends_of
from cs_workbench.domain.clients.records import Client, Contact
from cs_workbench.domain.collection.actions.holds import put_hold
from cs_workbench.domain.collection.actions.ladder import letter_offer
from cs_workbench.domain.collection.actions.promises import MakePromise
from cs_workbench.domain.collection.quiet import SILENT_DAYS, after_no_answer, silent_days
from cs_workbench.domain.collection.records import CallAttempt, CallOutcome, LadderStep, StepKind
from cs_workbench.domain.collection.repository.calls import other_contact, silent_since_answer, tries_on
from cs_workbench.domain.collection.repository.debts import Owed, holds_of, rest_of
from cs_workbench.domain.collection.repository.ladder import ladder_of
from cs_workbench.domain.requests.actions.conflicts import OpenConflict
from cs_workbench.domain.requests.records import Conflict, ConflictSeverity
from cs_workbench.domain.requests.repository.course import open_conflicts
from cs_workbench.kernel.action import FollowUp, Outcome
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.hours import morning
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.text import count
from cs_workbench.storage.unit import Work

CHECK_BD = 2
"""Business days after which the money of who says that he has paid must be in the bank."""


class Call(NamedTuple):
    """A call as it was recorded: with whom, about which invoices of all that is owed, what was promised."""

    row: CallAttempt
    client: Client
    contact: Contact | None
    about: tuple[Invoice, ...]
    owed: Owed
    promise_on: date | None
    promise_sum: Money | None


DISPUTE_STEP = "разобраться и ответить клиенту"

Consequence = Callable[[Work, Call], Outcome]


def no_answer(work: Work, call: Call) -> Outcome:
    """Try again in three hours, twice a day at most; on the third day in a row offer another contact or a letter."""
    row, client = call.row, call.client
    row.quiet_until = after_no_answer(row.at, tries_on(work, client.id, row.on), work.day)
    row.silent_days = silent_days(silent_since_answer(work, client.id), row.on, work.day.calendar)
    if row.silent_days < SILENT_DAYS:
        return Outcome("")
    silence = f"Не отвечают {count(row.silent_days, 'день', 'дня', 'дней')} подряд"
    letter = letter_offer(work, client, call.owed, 1, f"{silence}: напишите письмо")
    return Outcome(f"{silence}.", (_somebody_else(work, call, silence), letter))


def busy(work: Work, call: Call) -> Outcome:
    """Try again in half an hour."""
    call.row.quiet_until = call.row.at + timedelta(minutes=work.day.terms.busy_minutes)
    return Outcome("")


def promised(work: Work, call: Call) -> Outcome:
    """A promise for the day given; without a sum, for all that was called about."""
    promise = MakePromise.model_construct(
        client=call.client.id,
        on=call.promise_on,
        sum=rest_of(call.about) if call.promise_sum is None else call.promise_sum,
        at=call.row.at,
        call=call.row.id,
    )
    return Outcome(work.perform(promise, {"on": "promise_on", "sum": "promise_sum"}).message)


def says_paid(work: Work, call: Call) -> Outcome:
    """Look into the bank in two business days."""
    call.row.check_on = work.day.calendar.add_bd(call.row.on, CHECK_BD)
    return Outcome(f"Проверить банк {day_text(call.row.check_on)}.")


def lost_invoice(work: Work, call: Call) -> Outcome:
    """A copy of each invoice is to be sent, once."""
    offers = []
    for invoice in call.about:
        send = _prepare_copy(work, call.client, invoice)
        known = {"to": send.to} if send.to else {}
        inputs = {"invoice": invoice.id, "kind": SendKind.DUPLICATE.value, **known}
        offers.append(FollowUp("billing.send_invoice", inputs, f"Отправить ещё раз {named(invoice)}"))
    return Outcome(f"Отправить ещё раз: {count(len(offers), 'счёт', 'счёта', 'счетов')}.", tuple(offers))


def _prepare_copy(work: Work, client: Client, invoice: Invoice) -> InvoiceSend:
    """The copy that already waits to be sent, or a new one to the usual address."""
    sends = sends_of(work, invoice.id)
    waiting = next((one for one in sends if one.state == SendState.PREPARED), None)
    if waiting is not None:
        return waiting
    subscription = None if invoice.subscription_id is None else work.get(Subscription, invoice.subscription_id)
    return work.add(
        InvoiceSend(
            invoice_id=invoice.id,
            client_id=client.id,
            kind=SendKind.DUPLICATE,
            channel=(subscription.channel if subscription else None) or SendChannel.MAIL,
            to=usual_address(work, invoice, client, sends),
            prepared_on=work.day.today,
        )
    )


def disputes(work: Work, call: Call) -> Outcome:
    """A conflict, and a hold on each invoice that was called about until the conflict ends."""
    held = {hold.invoice_id for hold in holds_of(work, call.client.id)}
    reason = call.row.text or f"Спорит, звонок {day_text(call.row.on)}"
    conflict = _conflict(work, call, reason)
    if None not in held:
        for invoice in call.about:
            if invoice.id not in held:
                put_hold(work, call.client.id, reason, invoice, conflict=conflict)
    return Outcome(f"Звонки об этих счетах остановлены, пока открыт конфликт № {conflict.id}.")


def _conflict(work: Work, call: Call, demand: str) -> Conflict:
    """The client's open conflict, the newest of several; a new one where there is none."""
    if standing := open_conflicts(work, call.client.id):
        return standing[-1]
    opening = OpenConflict.model_construct(
        client=call.client.id,
        severity=ConflictSeverity.NORMAL,
        demand=demand,
        next_step=DISPUTE_STEP,
        next_at=morning(work.day.bd(1)),
    )
    work.perform(opening, {"demand": "text"})
    return open_conflicts(work, call.client.id)[-1]


def wrong_person(work: Work, call: Call) -> Outcome:
    """The contact is marked; somebody else is to be called."""
    if call.contact is None:
        return Outcome("", (_somebody_else(work, call, "Не тот человек"),))
    call.contact.wrong = True
    return Outcome(f"Контакт «{call.contact.name}» помечен.", (_somebody_else(work, call, "Не тот человек"),))


def refuses(work: Work, call: Call) -> Outcome:
    """The ladder goes up a step, and the client may be leaving."""
    ladder = ladder_of(work, call.client.id, call.owed)
    work.add(
        LadderStep(
            client_id=call.client.id,
            level=ladder.above,
            kind=StepKind.RAISED,
            on=call.row.on,
            debt_since=ladder.since,
        )
    )
    leaving = FollowUp("claims.leaving", {"client": call.client.id, "signal": "отказ платить"}, "Клиент может уйти")
    return Outcome(f"Взыскание поднято до ступени {ladder.above}.", (leaving,))


def _somebody_else(work: Work, call: Call, why: str) -> FollowUp:
    other = other_contact(work, call.client.id, call.contact)
    if other is None:
        return FollowUp("clients.add_contact", {"client": call.client.id}, f"{why}: добавьте другой контакт")
    inputs = {"client": call.client.id, "contact": other.id}
    return FollowUp("collection.log_call", inputs, f"{why}: позвоните, {other.name}")


BRINGS: Mapping[CallOutcome, Consequence] = {
    CallOutcome.NO_ANSWER: no_answer,
    CallOutcome.BUSY: busy,
    CallOutcome.PROMISED: promised,
    CallOutcome.SAYS_PAID: says_paid,
    CallOutcome.LOST_INVOICE: lost_invoice,
    CallOutcome.DISPUTES: disputes,
    CallOutcome.WRONG_PERSON: wrong_person,
    CallOutcome.REFUSES: refuses,
}
"""The outcomes that bring more than the call itself (3 brings none: its moment is the call's own)."""
