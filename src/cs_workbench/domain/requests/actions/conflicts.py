"""A conflict with a client: opened, spoken about, brought to an offer and an agreement, closed or escalated
(row 1.7).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from cs_workbench.domain.clients.actions.said import LogTalk
from cs_workbench.domain.clients.checks import warn_of_secrets
from cs_workbench.domain.clients.records import Channel, Client, ClientKind, ClientRef
from cs_workbench.domain.requests.checks import coming, forbidden, open_conflict
from cs_workbench.domain.requests.records import Conflict, ConflictRef, ConflictState
from cs_workbench.domain.requests.repository.course import open_conflicts
from cs_workbench.domain.requests.rules.wording import CONFLICT_STATES, brief
from cs_workbench.domain.requests.words import ConflictSeverityWord, ReachedWord
from cs_workbench.domain.tasks.steps import set_moment, within
from cs_workbench.kernel.action import Action, Facts, FollowUp, Outcome, Phrase
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import moment_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Line, Moment, Text
from cs_workbench.kernel.hours import add_hours
from cs_workbench.kernel.text import clean_line, fold
from cs_workbench.storage.unit import Read, Work

CONTACT_HOURS = 4
"""Working hours in which a critical conflict is first spoken about."""

MOODS = range(-2, 3)


def _mood(value: Any) -> int:
    """A mood from −2 (angry) to 2 (content), with any minus."""
    typed = clean_line(str(value)).replace("\N{MINUS SIGN}", "-").removeprefix("+")
    if typed not in {str(mood) for mood in MOODS}:
        message = "Настроение — число от −2 (злится) до 2 (доволен)."
        raise PydanticCustomError("refusal", "{message}", {"code": "mood", "message": message})
    return int(typed)


Mood = Annotated[int, PlainValidator(_mood), WithJsonSchema({"type": "integer", "minimum": -2, "maximum": 2})]


class OpenConflict(Action):
    """A conflict, with what comes next and when."""

    facts = Facts(
        "requests.open_conflict",
        "Открыть конфликт",
        ("1.7",),
        phrases=(Phrase("конфликт", "severity", "next_at", "demand", "next_step"),),
    )

    client: ClientRef
    severity: ConflictSeverityWord
    demand: Text
    next_step: Line
    next_at: Moment

    def apply(self, work: Work) -> Outcome:
        client = work.get(Client, self.client)
        self._check(work)
        by = add_hours(work.now, CONTACT_HOURS, work.day)
        conflict = Conflict(
            client_id=client.id,
            severity=self.severity,
            demand=self.demand,
            opened_at=work.now,
            opened_on=work.day.today,
            contact_by=by,
            contact_on=local(by).date(),
            next_step=self.next_step,
        )
        set_moment(conflict, within(work, conflict, self.next_at))
        work.add(conflict)
        return Outcome(f"Конфликт № {conflict.id} открыт: {client.name}, {_step(conflict)}.")

    def _check(self, work: Work) -> None:
        for other in open_conflicts(work, self.client):
            if fold(other.demand) == fold(self.demand):
                said = f"Об этом уже открыт конфликт № {other.id}. Запишите разговор в нём."
                raise Refusal("duplicate", said, "demand")
            known = f"конфликт № {other.id} («{brief(other.demand, 60)}»)"
            work.ask(f"У клиента уже открыт {known}. Это другой спор?", "demand")
        coming(work, self.next_at, "next_at")
        warn_of_secrets(work, self.demand)


def _step(conflict: Conflict) -> str:
    return f"{conflict.next_step}, {moment_text(conflict.next_at)}"


def _plan(work: Work, conflict: Conflict, step: str, at: datetime) -> None:
    """What comes next and when, no later than such a conflict may wait."""
    coming(work, at, "next_at")
    conflict.next_step = step
    set_moment(conflict, within(work, conflict, at))


class ConflictContacted(Action):
    """A talk about a conflict, with what comes next; it counts as a touch."""

    facts = Facts("requests.conflict_contacted", "Разговор о конфликте", ("1.7", "16.2"))

    conflict: ConflictRef
    next_step: Line
    next_at: Moment
    mood: Mood | None = None
    text: Text | None = None
    channel: Channel = Channel.CALL

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "conflict", open_conflict)

    def apply(self, work: Work) -> Outcome:
        conflict = open_conflict(work, self.conflict)
        _plan(work, conflict, self.next_step, self.next_at)
        if conflict.state == ConflictState.OPEN:
            conflict.state = ConflictState.CONTACTED
        conflict.contacted_at = work.now
        if self.mood is not None:
            conflict.mood = self.mood
        said = self.text or f"Разговор о конфликте: {brief(conflict.demand)}"
        work.perform(LogTalk.model_construct(client=conflict.client_id, text=said, channel=self.channel))
        return Outcome(f"Разговор о конфликте записан, дальше: {_step(conflict)}.")


class ConflictStep(Action):
    """What we offered, or what was agreed; the conflict stays open until that is done."""

    facts = Facts("requests.conflict_step", "Предложили или договорились", ("1.7",))

    conflict: ConflictRef
    state: ReachedWord
    next_step: Line
    next_at: Moment
    position: Text | None = None

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "conflict", _spoken)

    def apply(self, work: Work) -> Outcome:
        conflict = _spoken(work, self.conflict)
        _plan(work, conflict, self.next_step, self.next_at)
        conflict.state = ConflictState(self.state)
        if self.position is not None:
            warn_of_secrets(work, self.position)
            conflict.our_position = self.position
        return Outcome(f"Конфликт № {conflict.id}: {CONFLICT_STATES[self.state]}, дальше: {_step(conflict)}.")


def _spoken(read: Read, number: int) -> Conflict:
    """An open conflict that was spoken about; refused otherwise."""
    conflict = open_conflict(read, number)
    if conflict.state == ConflictState.OPEN:
        raise Refusal("not_contacted", "Сначала поговорите с клиентом и запишите разговор.", "conflict")
    return conflict


def _end(conflict: Conflict, state: ConflictState, now: datetime) -> None:
    conflict.state, conflict.open, conflict.closed_at = state, False, now


class CloseConflict(Action):
    """A conflict that came to an end."""

    facts = Facts(
        "requests.close_conflict", "Закрыть конфликт", ("1.7",), phrases=(Phrase("конфликт закрыт", "outcome"),)
    )

    conflict: ConflictRef
    outcome: Text

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "conflict", open_conflict)

    def apply(self, work: Work) -> Outcome:
        conflict = open_conflict(work, self.conflict)
        warn_of_secrets(work, self.outcome)
        conflict.outcome = self.outcome
        _end(conflict, ConflictState.CLOSED, work.now)
        return Outcome(f"Конфликт № {conflict.id} закрыт: {brief(self.outcome)}.")


class EscalateConflict(Action):
    """A conflict that goes on as a written claim."""

    facts = Facts(
        "requests.escalate_conflict", "Передать в претензии", ("1.7",), phrases=("эскалация", "передать в претензии")
    )

    conflict: ConflictRef

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "conflict", open_conflict)

    def apply(self, work: Work) -> Outcome:
        conflict = open_conflict(work, self.conflict)
        client = work.get(Client, conflict.client_id)
        _end(conflict, ConflictState.ESCALATED, work.now)
        kind = "consumer" if client.kind == ClientKind.PERSON else "b2b"
        known = {"client": client.id, "kind": kind, "subject": brief(conflict.demand, 250)}
        claim = FollowUp("claims.register", known, "Записать претензию")
        return Outcome(f"Конфликт № {conflict.id} передан в претензии: {client.name}.", (claim,))


CONFLICTS: tuple[type[Action], ...] = (OpenConflict, ConflictContacted, ConflictStep, CloseConflict, EscalateConflict)
