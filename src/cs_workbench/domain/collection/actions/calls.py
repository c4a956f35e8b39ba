"""A call about a debt, recorded by its outcome (row 2.1); what each outcome brings is in `consequences.py`."""

from collections.abc import Mapping
from datetime import datetime

from cs_workbench.domain.clients.actions.said import OwnContact
from cs_workbench.domain.clients.checks import contact_of, warn_of_secrets
from cs_workbench.domain.clients.ownership import spoken_with
from cs_workbench.domain.clients.records import Client, ClientRef, Contact
from cs_workbench.domain.collection.actions.consequences import BRINGS, Call
from cs_workbench.domain.collection.checks import callable_debtor, doubt_far, happened
from cs_workbench.domain.collection.outcomes import SAID
from cs_workbench.domain.collection.outcomes import Outcome as CalledOutcome
from cs_workbench.domain.collection.quiet import next_day
from cs_workbench.domain.collection.records import CallAttempt, CallOutcome
from cs_workbench.domain.collection.repository.calls import usual_contact
from cs_workbench.domain.collection.repository.debts import rest_of
from cs_workbench.kernel.action import Action, Facts, Outcome, Phrase
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import moment_text
from cs_workbench.kernel.errors import Refusal, caught
from cs_workbench.kernel.fields import Day, Moment, Money, Text
from cs_workbench.kernel.hours import is_working
from cs_workbench.storage.unit import Read, Work


def _said(outcome: str, *phrases: str) -> tuple[Phrase, ...]:
    """Phrases that say the outcome themselves; the words after them are the text of the call."""
    return tuple(Phrase(said, "text", outcome=outcome) for said in phrases)


UNANSWERED = (CallOutcome.NO_ANSWER, CallOutcome.BUSY)

PHRASES = (
    Phrase("звонок", "outcome", "text"),
    *_said("no_answer", "не берёт", "не берёт трубку", "не отвечает", "не отвечают", "недозвон", "не дозвонилась"),
    *_said("busy", "занято"),
    *_said(
        "says_paid", "оплатил", "оплатила", "оплатили", "говорит оплатил", "говорит, что оплатил", "говорят оплатили"
    ),
    *_said("lost_invoice", "потерял счёт", "потеряла счёт", "потеряли счёт", "нет счёта"),
    *_said("disputes", "спорит", "спорят", "не согласен", "не согласны"),
    *_said("wrong_person", "не тот человек", "не тот номер", "не туда попала"),
    *_said("refuses", "отказ", "отказался", "отказалась", "отказались", "отказывается", "отказываются"),
    *(
        Phrase(said, "callback_at", "text", outcome="call_back")
        for said in ("перезвонить", "перезвоню", "просил перезвонить", "просила перезвонить", "просили перезвонить")
    ),
)


class LogCall(Action):
    """A call about a debt. `at` is when it was, now or earlier; without `contact` it went to the primary one."""

    facts = Facts("collection.log_call", "Записать звонок", ("2.1",), key="c", phrases=PHRASES)

    client: ClientRef
    outcome: CalledOutcome
    contact: OwnContact | None = None
    text: Text | None = None
    callback_at: Moment | None = None
    promise_on: Day | None = None
    promise_sum: Money | None = None
    at: Moment | None = None

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return caught(lambda: callable_debtor(read, subject["client"]))

    def apply(self, work: Work) -> Outcome:
        client, owed = callable_debtor(work, self.client)
        at = happened(work, self.at)
        self._check_inputs(work)
        warn_of_secrets(work, self.text or "")
        contact = contact_of(work, client.id, self.contact) if self.contact else usual_contact(work, client.id)
        about = owed.about(work.day.today)
        row = self._record(work, client, contact, at)
        row.debt = rest_of(about)
        if row.spoke:
            spoken_with(client)
        call = Call(work.add(row), client, contact, about, owed, self.promise_on, self.promise_sum)
        brought = BRINGS[self.outcome](work, call) if self.outcome in BRINGS else None
        said = f"Звонок записан: {client.name}, {SAID[self.outcome]}."
        if brought is None:
            return Outcome(said)
        return Outcome(f"{said} {brought.message}".strip(), brought.follow_ups)

    def _record(self, work: Work, client: Client, contact: Contact | None, at: datetime) -> CallAttempt:
        on = local(at).date()
        return CallAttempt(
            client_id=client.id,
            contact_id=contact.id if contact else None,
            at=at,
            on=on,
            outcome=self.outcome,
            spoke=self.outcome not in UNANSWERED,
            text=self.text or "",
            callback_at=self.callback_at,
            callback_on=local(self.callback_at).date() if self.callback_at else None,
            quiet_until=self.callback_at or next_day(on, work.day),
            debt=Money(0),
            author=work.user,
        )

    def _check_inputs(self, work: Work) -> None:
        """Each outcome takes its own inputs and no other's."""
        if self.outcome == CallOutcome.CALL_BACK:
            self._check_callback(work)
        elif self.callback_at is not None:
            raise Refusal("not_call_back", "Время звонка указывают к исходу 3 «перезвонить».", "callback_at")
        if self.outcome == CallOutcome.PROMISED:
            if self.promise_on is None:
                raise Refusal("required", "Когда обещали заплатить? Впишите день обещания.", "promise_on")
        elif self.promise_on is not None or self.promise_sum is not None:
            field = "promise_on" if self.promise_on is not None else "promise_sum"
            raise Refusal("not_promised", "Обещание указывают к исходу 4 «обещал».", field)

    def _check_callback(self, work: Work) -> None:
        at = self.callback_at
        if at is None:
            raise Refusal("required", "Когда перезвонить? Впишите день и время.", "callback_at")
        if at <= work.now:
            said = f"{moment_text(at)} уже прошло: укажите время, которое ещё наступит."
            raise Refusal("past", said, "callback_at")
        if not is_working(at, work.day):
            work.ask(f"{moment_text(at)} — нерабочее время. Всё-таки перезвонить тогда?", "callback_at")
        doubt_far(work, local(at).date(), "callback_at")


CALLS: tuple[type[Action], ...] = (LogCall,)
