"""Promises to pay: given, replaced, taken back (row 2.1). Whether they are kept, money says (`promising.py`)."""

from collections.abc import Mapping
from datetime import date

from cs_workbench.domain.billing.checks import some_money
from cs_workbench.domain.clients.records import Client, ClientRef
from cs_workbench.domain.collection.checks import debtor, happened, refuse_past
from cs_workbench.domain.collection.promising import replace_promise, settle_promises
from cs_workbench.domain.collection.records import CallAttempt, CallRef, Promise, PromiseRef, PromiseState
from cs_workbench.domain.collection.repository.promises import last_payment_at, last_promise
from cs_workbench.kernel.action import Action, Facts, Outcome, Phrase
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import day_text, day_words
from cs_workbench.kernel.errors import Refusal, caught
from cs_workbench.kernel.fields import Day, Moment, Money, Text
from cs_workbench.kernel.text import count
from cs_workbench.storage.unit import Read, Work

NO_DEBT = "обещать нечего, запишите разговор или выставьте счёт"


class MakePromise(Action):
    """A client promises to pay a sum on a day; an older promise that is still awaited gives way.

    `at` is when it was given (now), `call` the call in which it was. A day off is moved to the next business day.
    """

    facts = Facts(
        "collection.promise",
        "Записать обещание",
        ("2.1",),
        key="p",
        phrases=tuple(
            Phrase(said, "on", "sum")
            for said in ("обещал", "обещала", "обещали", "обещание", "обещал оплатить", "обещали оплатить", "оплатит")
        ),
    )

    client: ClientRef
    on: Day
    sum: Money | None = None
    at: Moment | None = None
    call: CallRef | None = None

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return caught(lambda: debtor(read, subject["client"], NO_DEBT))

    def apply(self, work: Work) -> Outcome:
        client, owed = debtor(work, self.client, NO_DEBT)
        given_at = happened(work, self.at)
        on = self._day(work)
        promised = self._sum(owed.debt)
        if self.call is not None and work.get(CallAttempt, self.call).client_id != client.id:
            raise Refusal("other_client", "Этот звонок был другому клиенту: выберите звонок этого.", "call")
        older = last_promise(work, client.id)
        if older is not None and older.awaited:
            replace_promise(work, older)
            work.warn(f"Обещание заменило прежнее на {day_text(older.on)}: {older.sum.short()}.")
        work.add(
            Promise(
                client_id=client.id,
                call_id=self.call,
                made_at=given_at,
                made_on=local(given_at).date(),
                last_payment=last_payment_at(work, client.id, given_at),
                on=on,
                broken_from=work.day.calendar.add_bd(on, 1),
                sum=promised,
            )
        )
        settle_promises(work, frozenset({client.id}))
        return Outcome(f"Обещание записано: {client.name}, {promised.short()}, {day_words(on)}.")

    def _day(self, work: Work) -> date:
        """The promised day, moved off a day off."""
        refuse_past(work, self.on, "on")
        on = work.day.calendar.next_bd(self.on)
        limit = work.day.terms.promise_days
        if (on - work.day.today).days > limit:
            days = count(limit, "день", "дня", "дней")
            work.ask(f"{day_text(on)} — больше чем через {days}. Записать такое обещание?", "on")
        if on != self.on:
            work.warn(f"{day_text(self.on)} — выходной, записано на {day_words(on)}.")
        return on

    def _sum(self, debt: Money) -> Money:
        """The promised sum in kopecks: above nought and not above the debt."""
        if self.sum is None:
            return debt
        some_money(self.sum)
        if self.sum > debt:
            raise Refusal(
                "too_much",
                f"Обещано {self.sum.short()}, а долг — {debt.short()}: впишите сумму не больше долга.",
                "sum",
            )
        return self.sum


class CancelPromise(Action):
    """A promise that was written down by mistake or taken back; only while its day has not passed."""

    facts = Facts("collection.cancel_promise", "Отменить обещание", ("2.1",))

    promise: PromiseRef
    reason: Text

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return caught(lambda: _awaited(read, subject["promise"]))

    def apply(self, work: Work) -> Outcome:
        promise = _awaited(work, self.promise)
        promise.state = PromiseState.CANCELLED
        promise.awaited = False
        promise.reason = self.reason
        client = work.get(Client, promise.client_id)
        return Outcome(f"Обещание на {day_text(promise.on)} отменено: {client.name}.")


def _awaited(read: Read, number: int) -> Promise:
    """A promise whose day has not passed and whose money has not come; refused otherwise."""
    promise = read.get(Promise, number)
    if promise.state != PromiseState.OPEN:
        raise Refusal("closed", f"Обещание на {day_text(promise.on)} уже не ждут: отменять нечего.", "promise")
    if promise.broken_from <= read.day.today:
        advice = "запишите новое обещание или разговор"
        raise Refusal("broken", f"Обещание на {day_text(promise.on)} уже нарушено: {advice}.", "promise")
    return promise


PROMISES: tuple[type[Action], ...] = (MakePromise, CancelPromise)
