"""The lists of `Обращения` in frozen rows: who waits for whom, conflicts, what has ended; and one request whole.

A list holds the ids of its rows alone; what a window shows is read when it is shown. Rows are keyed `request:12` and
`conflict:3`. `domain/client_page/asked.py` says how a request's handovers and proposals are read.
"""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlmodel import col

from cs_workbench.domain.client_page.asked import HandoverRow, ProposalRow, handovers_of, proposals_of
from cs_workbench.domain.clients.records import Client, Contact
from cs_workbench.domain.requests.records import (
    Conflict,
    ConflictSeverity,
    Handover,
    HandoverState,
    Request,
    RequestState,
)
from cs_workbench.domain.requests.records import RequestSeverity as Severity
from cs_workbench.storage.unit import Read

CONFLICTS = "conflicts"
SIDES: Mapping[str, tuple[RequestState, ...]] = {
    "ours": (RequestState.NEW, RequestState.IN_WORK, RequestState.REOPENED, RequestState.RESOLVED),
    "client": (RequestState.WAITING_CLIENT,),
    "dept": (RequestState.WAITING_DEPT,),
    "ended": (RequestState.CLOSED, RequestState.DUPLICATE),
}
"""Who is waited for: us, the client, a department, nobody any more."""

STANDING = (HandoverState.SENT, HandoverState.ACKNOWLEDGED, HandoverState.ANSWERED)
"""States of a handover whose answer is still to come, or to be told."""


@dataclass(frozen=True, slots=True)
class ListedRequest:
    """A request as a line of a list. `step` is the moment by which the next step is due (UTC), `late` that it has
    passed. `handover` is the newest question that a department has, or has answered (0: none); `answered`: it has, and
    the client does not know it yet.
    """

    id: int
    client_id: int | None
    client: str
    phone: str
    kind: str
    severity: str
    state: str
    text: str
    received_at: datetime
    step: datetime | None
    late: bool
    waiting_for: str
    expected_at: date | None
    handover: int
    answered: bool


@dataclass(frozen=True, slots=True)
class ListedConflict:
    """An open conflict as a line of a list; moments UTC."""

    id: int
    client_id: int
    client: str
    severity: str
    state: str
    demand: str
    next_step: str
    next_at: datetime
    late: bool


@dataclass(frozen=True)
class WholeRequest:
    """A request with all that belongs to it; `told`: the client knows the result."""

    line: ListedRequest
    contact: str
    owner: str
    result: str
    told: bool
    handovers: tuple[HandoverRow, ...]
    proposals: tuple[ProposalRow, ...]


def counts(read: Read) -> Mapping[str, int | None]:
    """How many rows each list has; nobody counts what has ended."""
    wanted = select(col(Request.state), func.count()).where(col(Request.open)).group_by(col(Request.state))
    by_state = {state: int(number) for state, number in read.session.execute(wanted)}
    open_conflicts = read.first(select(func.count()).select_from(Conflict).where(col(Conflict.open))) or 0
    sides = {side: sum(by_state.get(state, 0) for state in SIDES[side]) for side in ("ours", "client", "dept")}
    return {**sides, CONFLICTS: open_conflicts, "ended": None}


def ids_of(read: Read, name: str, words: str = "") -> "array[int]":
    """Ids of a list's rows in its order: the worst first, then by the next step; what has ended newest first.

    `words` are folded: each stands in the request's text or in the client's name.
    """
    found = read.session.connection().scalars(_conflicts(words) if name == CONFLICTS else _requests(name, words))
    return array("q", found)


def _requests(name: str, words: str) -> Any:
    wanted = select(col(Request.id)).join(Client, col(Client.id) == col(Request.client_id), isouter=True)
    wanted = wanted.where(col(Request.state).in_(SIDES[name]))
    for one in words.split():
        in_text = col(Request.text_key).contains(one, autoescape=True)
        wanted = wanted.where(in_text | col(Client.name_key).contains(one, autoescape=True))
    if name == "ended":
        return wanted.where(~col(Request.open)).order_by(col(Request.received_at).desc(), col(Request.id).desc())
    worst = col(Request.severity) != Severity.STOP
    step = func.coalesce(col(Request.next_at), col(Request.due_at))
    return wanted.where(col(Request.open)).order_by(worst, step, col(Request.id))


def _conflicts(words: str) -> Any:
    wanted = select(col(Conflict.id)).join(Client, col(Client.id) == col(Conflict.client_id)).where(col(Conflict.open))
    for one in words.split():
        wanted = wanted.where(col(Client.name_key).contains(one, autoescape=True))
    worst = col(Conflict.severity) != ConflictSeverity.CRITICAL
    return wanted.order_by(worst, col(Conflict.next_at), col(Conflict.id))


def requests_at(read: Read, ids: Sequence[int]) -> Mapping[int, ListedRequest]:
    """The lines of these requests, by id."""
    wanted = select(Request, func.coalesce(col(Client.name), ""))
    wanted = wanted.join(Client, col(Client.id) == col(Request.client_id), isouter=True)
    rows = read.session.execute(wanted.where(col(Request.id).in_(list(ids)))).all()
    asked = _asked(read, ids)
    return {row.id: _listed(row, name, *asked.get(row.id, (0, False)), read.now) for row, name in rows}


def _asked(read: Read, ids: Sequence[int]) -> Mapping[int, tuple[int, bool]]:
    """The newest handover of each request that is not over, and whether it has been answered."""
    wanted = select(col(Handover.request_id), col(Handover.id), col(Handover.state)).where(
        col(Handover.request_id).in_(list(ids)), col(Handover.state).in_(STANDING)
    )
    rows = read.session.execute(wanted.order_by(col(Handover.id)))
    return {request: (number, state == HandoverState.ANSWERED) for request, number, state in rows}


def _listed(row: Request, client: str, handover: int, answered: bool, now: datetime) -> ListedRequest:
    step = (row.next_at or row.due_at) if row.open else None
    return ListedRequest(
        row.id,
        row.client_id,
        client,
        row.phone or "",
        row.kind.value,
        row.severity.value,
        row.state.value,
        row.text,
        row.received_at,
        step,
        step is not None and step < now,
        row.waiting_for or "",
        row.expected_at,
        handover,
        answered,
    )


def conflicts_at(read: Read, ids: Sequence[int]) -> Mapping[int, ListedConflict]:
    """The lines of these conflicts, by id."""
    wanted = select(Conflict, col(Client.name)).join(Client, col(Client.id) == col(Conflict.client_id))
    rows = read.session.execute(wanted.where(col(Conflict.id).in_(list(ids))))
    return {
        row.id: ListedConflict(
            row.id,
            row.client_id,
            name,
            row.severity.value,
            row.state.value,
            row.demand,
            row.next_step,
            row.next_at,
            row.next_at < read.now,
        )
        for row, name in rows
    }


def whole_request(read: Read, number: int) -> WholeRequest | None:
    """A request with its handovers and proposals; None where it is gone."""
    row = read.session.get(Request, number)
    if row is None:
        return None
    contact = None if row.contact_id is None else read.session.get(Contact, row.contact_id)
    return WholeRequest(
        requests_at(read, [number])[number],
        "" if contact is None else contact.name,
        row.owner,
        row.result,
        row.told_at is not None,
        tuple(handovers_of(read, [number])[number]),
        tuple(proposals_of(read, [number])[number]),
    )
