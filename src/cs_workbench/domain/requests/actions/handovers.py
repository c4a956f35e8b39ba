"""A question to another department: handed over with its card, answered or sent back, told to the client (row 1.2)."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.actions.said import LogTalk
from cs_workbench.domain.clients.checks import warn_of_secrets
from cs_workbench.domain.clients.records import Channel, Colleague, Dept
from cs_workbench.domain.requests.checks import forbidden, handover_in, happened, named, request_in_work
from cs_workbench.domain.requests.records import (
    Handover,
    HandoverRef,
    HandoverState,
    Request,
    RequestRef,
    RequestSeverity,
    RequestState,
)
from cs_workbench.domain.requests.repository.course import handovers_in, waiting_handovers
from cs_workbench.domain.requests.repository.duties import WAITING
from cs_workbench.domain.requests.rules.wording import DEPTS, brief
from cs_workbench.domain.requests.steps import move
from cs_workbench.domain.requests.support_card import needed, request_card
from cs_workbench.domain.requests.words import DeptWord
from cs_workbench.kernel.action import Action, Facts, FollowUp, Outcome, Phrase
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import moment_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Line, Moment, Text, YesNo
from cs_workbench.kernel.hours import add_hours, opens
from cs_workbench.kernel.text import fold
from cs_workbench.kernel.today import Today
from cs_workbench.storage.unit import Read, Work

STOP_HOURS = 2
"""Working hours in which a department answers about somebody whose work has stopped."""


class HandOver(Action):
    """A request handed over to a department with its card. Support gets a whole card, or one that is knowingly
    `incomplete`; `text` is what the manager adds.
    """

    facts = Facts(
        "requests.hand_over", "Передать отделу", ("1.2",), key="t", phrases=(Phrase("передать", "dept", "text"),)
    )

    request: RequestRef
    dept: DeptWord
    person: Line | None = None
    text: Text | None = None
    incomplete: YesNo = False

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "request", request_in_work)

    def apply(self, work: Work) -> Outcome:
        request = request_in_work(work, self.request)
        if any(one.dept == self.dept for one in waiting_handovers(work, request.id)):
            work.ask(f"{DEPTS[self.dept].capitalize()}: об этом уже спросили. Передать ещё раз?", "dept")
        warn_of_secrets(work, self.text or "")
        card = request_card(work, request, self.dept, self.text)
        missing = ", ".join(needed(card))
        if missing:
            self._admit(work, missing)
        for returned in handovers_in(work, request.id, (HandoverState.RETURNED,)):
            returned.state = HandoverState.CLOSED
        expected = _expected(request, work.now, work.day)
        work.add(
            Handover(
                request_id=request.id,
                client_id=request.client_id,
                dept=self.dept,
                person=_person(work, self.dept, self.person),
                package=work.letter(card.template, card.fields).text,
                missing=missing,
                incomplete=bool(missing),
                sent_at=work.now,
                sent_on=work.day.today,
                expected_at=expected,
                expected_on=local(expected).date(),
            )
        )
        request.told_at = None
        wait_for_answer(request, work.now, self.dept, expected)
        part = ", неполная" if missing else ""
        said = f"{named(request)} передано ({DEPTS[self.dept]}{part}), ответ ждём до {moment_text(expected)}."
        return Outcome(said)

    def _admit(self, work: Work, missing: str) -> None:
        """Support cannot help without these: the manager finds them out, or says that it goes without."""
        if not self.incomplete:
            said = f"Для техподдержки не хватает: {missing}. Узнайте и запишите, или передайте неполной."
            raise Refusal("incomplete", said, "incomplete")
        work.ask(f"Передача неполная, не хватает: {missing}. Передать так?", "incomplete")


def wait_for_answer(request: Request, now: datetime, dept: Dept, expected: datetime) -> None:
    """Let a request wait for a department; its answer is watched by the handover (HO-WAIT), not by a step of ours."""
    day = local(expected).date()
    move(request, RequestState.WAITING_DEPT, now, waiting_for=DEPTS[dept], expected_at=day)


def _expected(request: Request, now: datetime, today: Today) -> datetime:
    """Two working hours for what has stopped, else the morning of the next business day."""
    if request.severity == RequestSeverity.STOP:
        return add_hours(now, STOP_HOURS, today)
    return opens(today.bd(1), today)


def _person(work: Work, dept: Dept, typed: str | None) -> str | None:
    """The colleague of the department whom a part of the name means, else what was typed."""
    if typed is None:
        return None
    part = col(Colleague.name_key).contains(fold(typed), autoescape=True)
    found = work.all(select(Colleague).where(col(Colleague.dept) == dept, part).limit(2))
    return found[0].name if len(found) == 1 else typed


def waiting(read: Read, number: int) -> Handover:
    """A handover without an answer; refused otherwise."""
    return handover_in(read, number, *WAITING)


class Acknowledge(Action):
    """The department says that it works on it."""

    facts = Facts("requests.acknowledge", "Отдел принял вопрос", ("1.2",))

    handover: HandoverRef

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "handover", lambda read, number: handover_in(read, number, HandoverState.SENT))

    def apply(self, work: Work) -> Outcome:
        handover = handover_in(work, self.handover, HandoverState.SENT)
        handover.state = HandoverState.ACKNOWLEDGED
        return Outcome(f"{DEPTS[handover.dept].capitalize()}: вопрос принят.")


class RecordAnswer(Action):
    """The department's answer; the client is told on the same day. `at` is when it came, now or earlier."""

    facts = Facts("requests.record_answer", "Записать ответ отдела", ("1.2",), phrases=(Phrase("ответ", "answer"),))

    handover: HandoverRef
    answer: Text
    at: Moment | None = None

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "handover", waiting)

    def apply(self, work: Work) -> Outcome:
        handover, at = waiting(work, self.handover), happened(work, self.at)
        if at < handover.sent_at:
            said = f"Вопрос передан {moment_text(handover.sent_at)}: ответ не мог прийти раньше."
            raise Refusal("early", said, "at")
        warn_of_secrets(work, self.answer)
        handover.state, handover.answer = HandoverState.ANSWERED, self.answer
        handover.answered_at, handover.answered_on = at, local(at).date()
        request = work.get(Request, handover.request_id)
        request.told_at = None
        _back_to_us(work, request)
        offer = FollowUp("requests.tell_client", {"handover": handover.id}, "Сообщить клиенту")
        return Outcome(f"Ответ записан ({DEPTS[handover.dept]}). Сообщите его клиенту сегодня.", (offer,))


def _back_to_us(work: Work, request: Request) -> None:
    """The next step is ours, now; where another department has not answered, it is waited for still."""
    work.session.flush()
    others = waiting_handovers(work, request.id)
    if others:
        last = others[-1]
        wait_for_answer(request, work.now, last.dept, last.expected_at)
    elif request.state == RequestState.WAITING_DEPT:
        move(request, RequestState.IN_WORK, work.now, next_at=work.now)


class ReturnHandover(Action):
    """The department sends the question back for want of facts: the next step is ours, today."""

    facts = Facts("requests.return_handover", "Отдел вернул вопрос", ("1.2",), phrases=(Phrase("вернули", "missing"),))

    handover: HandoverRef
    missing: Text

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "handover", waiting)

    def apply(self, work: Work) -> Outcome:
        handover = waiting(work, self.handover)
        handover.state, handover.missing = HandoverState.RETURNED, self.missing
        request = work.get(Request, handover.request_id)
        move(request, RequestState.IN_WORK, work.now, next_at=work.now)
        again = FollowUp(
            "requests.hand_over", {"request": request.id, "dept": handover.dept.value}, "Передать снова, когда узнаете"
        )
        return Outcome(f"{named(request)} вернули, не хватает: {brief(self.missing)}.", (again,))


class TellClient(Action):
    """The client knows the department's answer; the talk is recorded as a touch."""

    facts = Facts("requests.tell_client", "Клиенту сообщили", ("1.2",), phrases=("сообщили",))

    handover: HandoverRef
    channel: Channel = Channel.CALL

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "handover", _answered)

    def apply(self, work: Work) -> Outcome:
        handover = _answered(work, self.handover)
        handover.state, handover.told_at = HandoverState.TOLD_CLIENT, work.now
        request = work.get(Request, handover.request_id)
        request.told_at = work.now
        if handover.client_id is not None:
            text = f"Сообщили ответ ({DEPTS[handover.dept]}): {handover.answer}"
            work.perform(LogTalk.model_construct(client=handover.client_id, text=text, channel=self.channel))
        number = {"request": request.id}
        close = FollowUp("requests.close", {**number, "result": handover.answer}, "Решено: закрыть обращение")
        return Outcome(f"{named(request)}: клиенту сообщили.", (close,))


def _answered(read: Read, number: int) -> Handover:
    """A handover whose answer the client does not know; refused otherwise."""
    return handover_in(read, number, HandoverState.ANSWERED)


HANDOVERS: tuple[type[Action], ...] = (HandOver, Acknowledge, RecordAnswer, ReturnHandover, TellClient)
