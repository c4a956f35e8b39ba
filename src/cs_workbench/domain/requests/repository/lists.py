"""Lists of requests for screens and cards: frozen rows, the newest first, a page at a time by key.

`duties.py` says what is due; here is everything that stands or stood.
"""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from cs_workbench.domain.clients.records import Client, Dept
from cs_workbench.domain.requests.records import (
    Conflict,
    ConflictSeverity,
    ConflictState,
    Handover,
    HandoverState,
    Proposal,
    ProposalState,
    Request,
    RequestKind,
    RequestSeverity,
    RequestState,
)

PAGE = 50

OURS = (RequestState.NEW, RequestState.IN_WORK, RequestState.REOPENED, RequestState.RESOLVED)
"""States in which the next step is ours."""

SIDES: dict[str, tuple[RequestState, ...]] = {
    "ours": OURS,
    "client": (RequestState.WAITING_CLIENT,),
    "dept": (RequestState.WAITING_DEPT,),
    "ended": (RequestState.CLOSED, RequestState.DUPLICATE),
}
"""Who is waited for: us, the client, a department, nobody any more."""


class RequestRow(NamedTuple):
    """A request; moments UTC, `next_on` and `expected_at` local days, `client` empty for an unknown caller."""

    id: int
    client_id: int | None
    client: str
    phone: str | None
    kind: RequestKind
    severity: RequestSeverity
    state: RequestState
    text: str
    owner: str
    received_at: datetime
    due_at: datetime
    next_at: datetime | None
    waiting_for: str | None
    expected_at: date | None
    result: str
    told_at: datetime | None
    closed_at: datetime | None
    duplicate_of: int | None


def _rows() -> Select[Any]:
    named = (name for name in RequestRow._fields if name != "client")
    columns: dict[str, Any] = {name: col(getattr(Request, name)) for name in named}
    columns["client"] = func.coalesce(col(Client.name), "")
    wanted = select(*(columns[name] for name in RequestRow._fields)).select_from(Request)
    return wanted.join(Client, col(Client.id) == col(Request.client_id), isouter=True)


def _page(session: Session, wanted: Select[Any], limit: int, before: RequestRow | None) -> list[RequestRow]:
    at, number = col(Request.received_at), col(Request.id)
    if before is not None:
        wanted = wanted.where(or_(at < before.received_at, and_(at == before.received_at, number < before.id)))
    return [RequestRow(*row) for row in session.execute(wanted.order_by(at.desc(), number.desc()).limit(limit))]


def requests_in(
    session: Session,
    states: Collection[RequestState],
    waiting_for: str | None = None,
    limit: int = PAGE,
    before: RequestRow | None = None,
) -> list[RequestRow]:
    """Requests in these states (`SIDES`), of one whom we wait for where that is given, the newest first; `before` is
    the last row of the page before.
    """
    wanted = _rows().where(col(Request.state).in_(list(states)))
    if set(states) <= Request.open_states:
        wanted = wanted.where(col(Request.open))
    if waiting_for is not None:
        wanted = wanted.where(col(Request.waiting_for) == waiting_for)
    return _page(session, wanted, limit, before)


def requests_of(
    session: Session, client_id: int, limit: int = PAGE, before: RequestRow | None = None
) -> list[RequestRow]:
    """A client's requests, the newest first."""
    return _page(session, _rows().where(col(Request.client_id) == client_id), limit, before)


def open_counts(session: Session) -> dict[RequestState, int]:
    """How many open requests there are in each state; states without any are absent."""
    wanted = select(col(Request.state), func.count()).where(col(Request.open)).group_by(col(Request.state))
    return {state: int(number) for state, number in session.execute(wanted)}


def waited_for(session: Session) -> dict[str, int]:
    """Whom open requests wait for, and how many for each; the most first."""
    whom, number = col(Request.waiting_for), func.count()
    wanted = select(whom, number).where(col(Request.open), whom.is_not(None)).group_by(whom)
    return {str(name): int(many) for name, many in session.execute(wanted.order_by(number.desc(), whom))}


class HandoverRow(NamedTuple):
    """A question to a department; moments UTC. `package` is what was sent, `missing` what it lacked."""

    id: int
    request_id: int
    client_id: int | None
    dept: Dept
    person: str | None
    state: HandoverState
    package: str
    missing: str
    incomplete: bool
    sent_at: datetime
    expected_at: datetime
    answer: str
    answered_at: datetime | None
    told_at: datetime | None


class ConflictRow(NamedTuple):
    """A conflict; moments UTC."""

    id: int
    client_id: int
    severity: ConflictSeverity
    state: ConflictState
    open: bool
    demand: str
    our_position: str
    opened_at: datetime
    contact_by: datetime
    contacted_at: datetime | None
    next_step: str
    next_at: datetime
    mood: int | None
    outcome: str
    closed_at: datetime | None


class ProposalRow(NamedTuple):
    """A proposal; `options` one on a line."""

    id: int
    request_id: int
    client_id: int | None
    options: str
    state: ProposalState
    offered_on: date
    answer_by: date
    answered_on: date | None
    chosen: str | None


def _of(session: Session, record: Any, row: Any, condition: Any, limit: int, before: int | None) -> list[Any]:
    """Frozen rows of a record, the newest first; `before` is the id of the last row of the page before."""
    wanted = select(*(getattr(record, name) for name in row._fields)).where(condition)
    if before is not None:
        wanted = wanted.where(record.id < before)
    return [row(*found) for found in session.execute(wanted.order_by(record.id.desc()).limit(limit))]


def handovers_of(session: Session, request_id: int, limit: int = PAGE, before: int | None = None) -> list[HandoverRow]:
    """The handovers of a request, the newest first."""
    return _of(session, Handover, HandoverRow, col(Handover.request_id) == request_id, limit, before)


def conflicts_of(session: Session, client_id: int, limit: int = PAGE, before: int | None = None) -> list[ConflictRow]:
    """A client's conflicts, the newest first."""
    return _of(session, Conflict, ConflictRow, col(Conflict.client_id) == client_id, limit, before)


def proposals_of(session: Session, request_id: int, limit: int = PAGE, before: int | None = None) -> list[ProposalRow]:
    """The proposals of a request, the newest first."""
    return _of(session, Proposal, ProposalRow, col(Proposal.request_id) == request_id, limit, before)
