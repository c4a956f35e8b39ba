"""What a client asked for on its card: requests with their handovers and proposals, and conflicts (rows 1.1, 1.2, 1.7,
20.3).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.requests.records import Conflict, Handover, Proposal, Request
from cs_workbench.storage.unit import Read

Kept = TypeVar("Kept", Conflict, Request)

CLOSED = 100
"""The most closed requests, and closed conflicts, that a card shows: the newest."""


@dataclass(frozen=True)
class HandoverRow:
    """A question to a department; `late`: its answer was due before this moment. Moments UTC."""

    id: int
    dept: str
    person: str
    state: str
    sent_at: datetime
    expected_at: datetime
    late: bool
    answer: str
    missing: str


@dataclass(frozen=True)
class ProposalRow:
    """Options that were offered, one on a line, and what was chosen of them."""

    id: int
    state: str
    offered_on: date
    answer_by: date
    options: str
    chosen: str


@dataclass(frozen=True)
class RequestRow:
    """A request; `late`: nobody has taken it, or its next step has not been made, in time. Moments UTC."""

    id: int
    kind: str
    severity: str
    state: str
    open: bool
    text: str
    result: str
    received_at: datetime
    next_at: datetime | None
    waiting_for: str
    expected_at: date | None
    late: bool
    handovers: tuple[HandoverRow, ...]
    proposals: tuple[ProposalRow, ...]


@dataclass(frozen=True)
class ConflictRow:
    """A disagreement; `late`: its next step has not been made in time. Moments UTC."""

    id: int
    severity: str
    state: str
    open: bool
    demand: str
    next_step: str
    next_at: datetime
    late: bool
    outcome: str
    opened_at: datetime


@dataclass(frozen=True)
class Asked:
    """All that a client asked for: what is open first, by its next step; what is closed newest first."""

    conflicts: tuple[ConflictRow, ...]
    requests: tuple[RequestRow, ...]

    @property
    def open(self) -> int:
        """How many requests and conflicts are open."""
        return sum(one.open for one in self.conflicts) + sum(one.open for one in self.requests)


def asked_of(read: Read, client_id: int) -> Asked:
    """What the client asked for, as it stands at this moment."""
    conflicts = _open_first(
        read.all(select(Conflict).where(col(Conflict.client_id) == client_id).order_by(col(Conflict.id).desc()))
    )
    requests = _open_first(
        read.all(select(Request).where(col(Request.client_id) == client_id).order_by(col(Request.id).desc()))
    )
    ids = [one.id for one in requests]
    handovers, proposals = handovers_of(read, ids), proposals_of(read, ids)
    return Asked(
        tuple(_conflict(one, read.now) for one in conflicts),
        tuple(_request(one, handovers[one.id], proposals[one.id], read.now) for one in requests),
    )


def handovers_of(read: Read, requests: Sequence[int]) -> Mapping[int, list[HandoverRow]]:
    """The handovers of these requests, by request, the oldest first."""
    found: dict[int, list[HandoverRow]] = defaultdict(list)
    wanted = select(Handover).where(col(Handover.request_id).in_(list(requests))).order_by(col(Handover.id))
    for handover in read.all(wanted):
        found[handover.request_id].append(_handover(handover, read.now))
    return found


def proposals_of(read: Read, requests: Sequence[int]) -> Mapping[int, list[ProposalRow]]:
    """The proposals of these requests, by request, the oldest first."""
    found: dict[int, list[ProposalRow]] = defaultdict(list)
    wanted = select(Proposal).where(col(Proposal.request_id).in_(list(requests))).order_by(col(Proposal.id))
    for proposal in read.all(wanted):
        found[proposal.request_id].append(_proposal(proposal))
    return found


def _open_first(rows: Sequence[Kept]) -> list[Kept]:
    """Open rows by their next step, those without one last; then the newest closed ones."""
    waiting = sorted((one for one in rows if one.open), key=_step)
    return waiting + [one for one in rows if not one.open][:CLOSED]


def _step(one: Conflict | Request) -> tuple[bool, float, int]:
    return one.next_at is None, one.next_at.timestamp() if one.next_at else 0.0, one.id


def _handover(one: Handover, now: datetime) -> HandoverRow:
    waited = one.state.value in ("sent", "acknowledged")
    return HandoverRow(
        one.id,
        one.dept.value,
        one.person or "",
        one.state.value,
        one.sent_at,
        one.expected_at,
        waited and one.expected_at < now,
        one.answer,
        one.missing,
    )


def _proposal(one: Proposal) -> ProposalRow:
    return ProposalRow(one.id, one.state.value, one.offered_on, one.answer_by, one.options, one.chosen or "")


def _request(
    one: Request, handovers: Iterable[HandoverRow], proposals: Iterable[ProposalRow], now: datetime
) -> RequestRow:
    step = one.due_at if one.state.value == "new" else one.next_at
    return RequestRow(
        one.id,
        one.kind.value,
        one.severity.value,
        one.state.value,
        one.open,
        one.text,
        one.result,
        one.received_at,
        one.next_at,
        one.waiting_for or "",
        one.expected_at,
        one.open and step is not None and step < now,
        tuple(handovers),
        tuple(proposals),
    )


def _conflict(one: Conflict, now: datetime) -> ConflictRow:
    return ConflictRow(
        one.id,
        one.severity.value,
        one.state.value,
        one.open,
        one.demand,
        one.next_step,
        one.next_at,
        one.open and one.next_at < now,
        one.outcome,
        one.opened_at,
    )
