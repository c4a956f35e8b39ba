"""Reads that actions of requests share: who calls from a telephone, what stands open beside a request."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlmodel import col

from cs_workbench.domain.clients.records import Client, Contact
from cs_workbench.domain.requests.records import (
    Conflict,
    Handover,
    HandoverState,
    Proposal,
    ProposalState,
    Request,
    RequestKind,
)
from cs_workbench.domain.requests.repository.duties import WAITING
from cs_workbench.storage.unit import Read

AGAIN = timedelta(hours=24)
"""Within this a second request about the same is rather more of the first (row 1.1)."""


def clients_calling(read: Read, phone: str) -> list[Client]:
    """The clients that a telephone belongs to: by the whole number with its extension, else by the number alone."""
    return _clients_by(read, phone, exact=True) or _clients_by(read, phone, exact=False)


def _clients_by(read: Read, phone: str, *, exact: bool) -> list[Client]:
    number = phone.partition(";")[0]
    # An extension stands after a semicolon; `<` is the sign after it.
    low, high = f"{number};", f"{number}<"

    def same(kept: Any) -> ColumnElement[bool]:
        return kept == phone if exact else or_(kept == number, and_(kept >= low, kept < high))

    owners = select(col(Contact.client_id)).where(same(col(Contact.phone)), ~col(Contact.wrong))
    wanted = select(Client).where(or_(same(col(Client.phone)), col(Client.id).in_(owners)))
    return read.all(wanted.order_by(col(Client.id)))


def contact_calling(read: Read, client_id: int, phone: str) -> Contact | None:
    """The client's one person who has this telephone."""
    wanted = select(Contact).where(
        col(Contact.client_id) == client_id, col(Contact.phone) == phone, ~col(Contact.wrong)
    )
    found = read.all(wanted.limit(2))
    return found[0] if len(found) == 1 else None


def asked_before(
    read: Read, kind: RequestKind, client_id: int | None, phone: str | None, at: datetime
) -> Request | None:
    """The newest open request of the same caller and kind within the day before."""
    if client_id is None and phone is None:
        return None
    caller = col(Request.phone) == phone if client_id is None else col(Request.client_id) == client_id
    wanted = select(Request).where(
        caller, col(Request.kind) == kind, col(Request.open), col(Request.received_at) > at - AGAIN
    )
    return read.first(wanted.order_by(col(Request.id).desc()))


def handovers_in(read: Read, request_id: int, states: Iterable[HandoverState]) -> list[Handover]:
    """The handovers of a request that are in one of these states."""
    wanted = select(Handover).where(col(Handover.request_id) == request_id, col(Handover.state).in_(list(states)))
    return read.all(wanted.order_by(col(Handover.id)))


def waiting_handovers(read: Read, request_id: int) -> list[Handover]:
    """The handovers of a request that have no answer yet."""
    return handovers_in(read, request_id, WAITING)


def offered_proposal(read: Read, request_id: int) -> Proposal | None:
    """The proposal of a request that the client has not answered."""
    wanted = select(Proposal).where(
        col(Proposal.request_id) == request_id, col(Proposal.state) == ProposalState.OFFERED
    )
    return read.first(wanted)


def open_conflicts(read: Read, client_id: int) -> list[Conflict]:
    """The open conflicts of a client, the oldest first."""
    wanted = select(Conflict).where(col(Conflict.client_id) == client_id, col(Conflict.open))
    return read.all(wanted.order_by(col(Conflict.id)))
