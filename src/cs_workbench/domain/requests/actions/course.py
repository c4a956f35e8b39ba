"""The course of a request: taken, waiting, resolved, opened again, a duplicate, closed (row 1.1)."""

from collections.abc import Mapping

from pydantic import Field

from cs_workbench.domain.clients.checks import warn_of_secrets
from cs_workbench.domain.requests.actions.intake import append
from cs_workbench.domain.requests.checks import coming, forbidden, named, open_request, request_in_work
from cs_workbench.domain.requests.records import HandoverState, Request, RequestRef, RequestState
from cs_workbench.domain.requests.repository.course import handovers_in, offered_proposal, waiting_handovers
from cs_workbench.domain.requests.repository.duties import WAITING
from cs_workbench.domain.requests.rules.wording import DEPTS
from cs_workbench.domain.requests.steps import move, wait
from cs_workbench.domain.requests.words import DEPT_READINGS
from cs_workbench.domain.tasks.checks import check_coming_day
from cs_workbench.kernel.action import Action, Facts, Outcome, Phrase
from cs_workbench.kernel.dates import day_text, moment_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Day, Line, Moment, Text
from cs_workbench.kernel.text import fold
from cs_workbench.storage.unit import Read, Work

CLIENT_WORDS = frozenset({"client", "клиент", "клиента", "клиенту", "ответ клиента", "ответа клиента"})
CLIENT = "ответ клиента"
"""How a wait for the client is kept and shown."""


class Take(Action):
    """A request taken in work; without `next_at` a new one keeps the step that it came with."""

    facts = Facts(
        "requests.take", "Взять в работу", ("1.1",), phrases=(Phrase("взять", "next_at"), Phrase("беру", "next_at"))
    )

    request: RequestRef
    next_at: Moment | None = None

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "request", request_in_work)

    def apply(self, work: Work) -> Outcome:
        request = request_in_work(work, self.request)
        if request.state == RequestState.IN_WORK and self.next_at is None:
            raise Refusal("already", f"{named(request)} уже в работе: укажите следующий шаг.", "next_at")
        if self.next_at is not None:
            coming(work, self.next_at, "next_at")
        kept = request.next_at if request.state == RequestState.NEW else None
        next_at = self.next_at or kept
        move(request, RequestState.IN_WORK, work.now, next_at=next_at)
        step = f"следующий шаг {moment_text(next_at)}" if next_at else "назначьте следующий шаг"
        return Outcome(f"{named(request)} в работе, {step}.")


class Wait(Action):
    """A request that waits for its client, a department or a person, until a day on which it comes back."""

    facts = Facts("requests.wait", "Ждём ответа", ("1.1",), phrases=(Phrase("ждём", "until", "for"),))

    request: RequestRef
    for_: Line = Field(alias="for")
    until: Day

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "request", request_in_work)

    def apply(self, work: Work) -> Outcome:
        request = request_in_work(work, self.request)
        check_coming_day(work, self.until, "until")
        word = fold(self.for_)
        if word in CLIENT_WORDS:
            state, whom = RequestState.WAITING_CLIENT, CLIENT
        else:
            dept = DEPT_READINGS.get(word)
            state, whom = RequestState.WAITING_DEPT, DEPTS[dept] if dept else self.for_
        wait(request, state, work.now, whom, self.until)
        return Outcome(f"{named(request)}: ждём до {day_text(self.until)} — {whom}.")


class Resolve(Action):
    """What came of a request; it stays until the client knows and it is closed."""

    facts = Facts("requests.resolve", "Обращение решено", ("1.1", "20.3"), phrases=(Phrase("решено", "result"),))

    request: RequestRef
    result: Text

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "request", request_in_work)

    def apply(self, work: Work) -> Outcome:
        request = request_in_work(work, self.request)
        resolve(work, request, self.result)
        then = "закройте его" if request.told_at else "сообщите клиенту и закройте его"
        return Outcome(f"{named(request)} решено: {then}.")


def resolve(work: Work, request: Request, result: str) -> None:
    """Bring a request to its result; departments that have not answered are asked no more."""
    warn_of_secrets(work, result)
    for handover in waiting_handovers(work, request.id):
        work.ask(f"Ответа ещё ждут: {DEPTS[handover.dept]}. Обращение решено без него?", "result")
        handover.state = HandoverState.CLOSED
    move(request, RequestState.RESOLVED, work.now, next_at=work.now)
    request.result = result


class Reopen(Action):
    """A request opened again after it was resolved or closed: the client says that it is not done."""

    facts = Facts("requests.reopen", "Открыть снова", ("1.1",), phrases=(Phrase("открыть снова", "reason"),))

    request: RequestRef
    reason: Text

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "request", _ended)

    def apply(self, work: Work) -> Outcome:
        request = _ended(work, self.request)
        warn_of_secrets(work, self.reason)
        move(request, RequestState.REOPENED, work.now, next_at=work.now)
        request.reopened += 1
        request.told_at = None
        append(request, work, f"открыто снова — {self.reason}")
        return Outcome(f"{named(request)} открыто снова.")


def _ended(read: Read, number: int) -> Request:
    """A request that is resolved or closed; refused otherwise."""
    request = read.get(Request, number)
    if request.state not in (RequestState.RESOLVED, RequestState.CLOSED):
        open_request(read, number)
        raise Refusal("open", f"{named(request)} ещё не решено: открывать снова нечего.", "request")
    return request


class MarkDuplicate(Action):
    """A request that says the same as another; that one is worked on."""

    facts = Facts("requests.mark_duplicate", "Это дубль", ("1.1",), phrases=(Phrase("дубль обращения", "of"),))

    request: RequestRef
    of: RequestRef

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "request", open_request)

    def apply(self, work: Work) -> Outcome:
        request = open_request(work, self.request)
        if self.of == request.id:
            raise Refusal("same", "Обращение не бывает дублем самого себя: укажите другое.", "of")
        try:
            main = open_request(work, self.of)
        except Refusal as refusal:
            raise Refusal(refusal.code, refusal.message, "of") from refusal
        if None not in (request.client_id, main.client_id) and request.client_id != main.client_id:
            raise Refusal("other_client", f"{named(main)} — другого клиента: это не дубль.", "of")
        if handovers_in(work, request.id, (*WAITING, HandoverState.ANSWERED)):
            said = f"По обращению № {request.id} спрашивали отдел: отметьте дублем другое из двух."
            raise Refusal("handed_over", said, "request")
        move(request, RequestState.DUPLICATE, work.now)
        request.duplicate_of = main.id
        _close_handovers(work, request)
        return Outcome(f"{named(request)} — дубль обращения № {main.id}.")


class Close(Action):
    """A request closed: there is a result, and the client knows it. `result` resolves it in the same act."""

    facts = Facts(
        "requests.close",
        "Закрыть обращение",
        ("1.1", "20.3"),
        phrases=(Phrase("закрыть обращение", "result"),),
        batch=True,
    )

    request: RequestRef
    result: Text | None = None

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "request", open_request)

    def apply(self, work: Work) -> Outcome:
        request = open_request(work, self.request)
        if self.result is not None:
            resolve(work, request, self.result)
        elif request.state != RequestState.RESOLVED:
            raise Refusal("no_result", f"{named(request)}: сначала напишите, чем оно решено.", "result")
        if offered_proposal(work, request.id):
            work.ask("Клиент ещё не ответил на предложение. Закрыть без его ответа?", "request")
        if request.told_at is None:
            work.ask(f"{named(request)}: клиент знает результат и подтвердил его?", "request")
            request.told_at = work.now
        move(request, RequestState.CLOSED, work.now)
        _close_handovers(work, request)
        return Outcome(f"{named(request)} закрыто.")


def _close_handovers(work: Work, request: Request) -> None:
    for handover in handovers_in(work, request.id, set(HandoverState) - {HandoverState.CLOSED}):
        handover.state = HandoverState.CLOSED


COURSE: tuple[type[Action], ...] = (Take, Wait, Resolve, Reopen, MarkDuplicate, Close)
