"""Checks that actions of requests share: states that forbid an act, moments typed, whose telephone it is."""

from collections.abc import Callable, Mapping
from datetime import datetime

from cs_workbench.domain.requests.records import Conflict, Handover, HandoverState, Request, RequestState
from cs_workbench.domain.requests.rules.wording import CONFLICT_STATES, HANDOVER_STATES
from cs_workbench.domain.tasks.checks import doubt_far, tell_day_off
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import moment_text
from cs_workbench.kernel.errors import Refusal, caught
from cs_workbench.kernel.hours import morning
from cs_workbench.storage.unit import Read, Work


def named(request: Request) -> str:
    """How a message names a request."""
    return f"Обращение № {request.id}"


def open_request(read: Read, number: int) -> Request:
    """A request that is not closed; refused otherwise."""
    request = read.get(Request, number)
    if request.state == RequestState.DUPLICATE:
        said = f"{named(request)} — дубль обращения № {request.duplicate_of}: работайте с ним."
        raise Refusal("duplicate", said, "request")
    if not request.open:
        said = f"{named(request)} закрыто. Откройте его снова, если вопрос не решён."
        raise Refusal("closed", said, "request")
    return request


def request_in_work(read: Read, number: int) -> Request:
    """A request that is neither closed nor resolved; refused otherwise."""
    request = open_request(read, number)
    if request.state == RequestState.RESOLVED:
        said = f"{named(request)} решено. Откройте его снова, если вопрос не решён."
        raise Refusal("resolved", said, "request")
    return request


def handover_in(read: Read, number: int, *states: HandoverState) -> Handover:
    """A handover in one of these states; refused otherwise."""
    handover = read.get(Handover, number)
    if handover.state not in states:
        said = f"Передача № {number}: {HANDOVER_STATES[handover.state]}. Это действие ей не подходит."
        raise Refusal("state", said, "handover")
    return handover


def open_conflict(read: Read, number: int) -> Conflict:
    """A conflict that is neither closed nor escalated; refused otherwise."""
    conflict = read.get(Conflict, number)
    if not conflict.open:
        said = f"Конфликт № {number} уже {CONFLICT_STATES[conflict.state]}."
        raise Refusal("closed", said, "conflict")
    return conflict


def forbidden(
    read: Read, subject: Mapping[str, int], name: str, check: Callable[[Read, int], object]
) -> Refusal | None:
    """Why an action cannot run on the record that its input `name` refers to, for `Action.refusal`."""
    if name not in subject:
        return None
    return caught(lambda: check(read, subject[name]))


def happened(read: Read, at: datetime | None) -> datetime:
    """The moment of what has happened: given, or now; a moment to come is refused."""
    if at is not None and at > read.now:
        raise Refusal("future", f"{moment_text(at)} ещё не наступило: укажите время в прошлом.", "at")
    return at or read.now


def coming(work: Work, at: datetime, field: str) -> None:
    """Check the moment of a next step: one that has passed is refused, a far one asked about, a day off told.

    A bare «сегодня» means its nine in the morning, which may lie behind.
    """
    day = local(at).date()
    if at < work.now and at != morning(work.day.today):
        raise Refusal("past", f"{moment_text(at)} уже прошло: укажите время, которое ещё наступит.", field)
    doubt_far(work, day, field)
    tell_day_off(work, day)
