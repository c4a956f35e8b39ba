"""How a text names a record of requests: a part of its client's name, or of what it says; of what is open alone."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.requests.records import (
    Conflict,
    Handover,
    HandoverState,
    Proposal,
    ProposalState,
    Request,
)
from cs_workbench.kernel.text import fold

_WATCHED = (HandoverState.SENT, HandoverState.ACKNOWLEDGED, HandoverState.ANSWERED)


def _said(text: str) -> str:
    """The folded text, a number sign before it left out: `№ 12` is not found among texts, `12` is an id already."""
    return fold(text).removeprefix("№").strip()


def _numbered(session: Session, record: Any, digits: str) -> list[int]:
    """The record of that id, open or not."""
    return list(session.scalars(select(record.id).where(record.id == int(digits[:18]))))


def _naming(session: Session, record: Any, key: str, *conditions: Any) -> list[int]:
    """Records of requests that a folded text names, two at most."""
    if not key:
        return []
    if key.isascii() and key.isdigit():
        return _numbered(session, record, key)
    wanted = select(record.id).select_from(record)
    if record is not Request:
        wanted = wanted.join(Request, col(Request.id) == record.request_id)
    wanted = wanted.join(Client, col(Client.id) == record.client_id, isouter=True)
    named = or_(func.instr(Client.name_key, key) > 0, func.instr(Request.text_key, key) > 0)
    return list(session.scalars(wanted.where(*conditions, named).order_by(record.id).limit(2)))


def find_request(session: Session, text: str) -> list[int]:
    """Open requests of a client with that part of a name, or with that part of a text."""
    return _naming(session, Request, _said(text), col(Request.open))


def find_handover(session: Session, text: str) -> list[int]:
    """Handovers that are waited for or to be told, by their request."""
    return _naming(session, Handover, _said(text), col(Handover.state).in_(_WATCHED))


def find_proposal(session: Session, text: str) -> list[int]:
    """Proposals without an answer, by their request."""
    return _naming(session, Proposal, _said(text), col(Proposal.state) == ProposalState.OFFERED)


def find_conflict(session: Session, text: str) -> list[int]:
    """Open conflicts of a client with that part of a name, or with that part of a demand: there are few of them, and
    their texts are folded here.
    """
    key = _said(text)
    number = col(Conflict.id)
    if key.isascii() and key.isdigit():
        return _numbered(session, Conflict, key)
    wanted = select(number, col(Client.name_key), col(Conflict.demand)).join(
        Client, col(Client.id) == col(Conflict.client_id)
    )
    rows = session.execute(wanted.where(col(Conflict.open)).order_by(number)).all()
    return [found for found, name, demand in rows if key and (key in name or key in fold(demand))][:2]


FINDERS: Mapping[str, Callable[[Session, str], list[int]]] = {
    "request": find_request,
    "handover": find_handover,
    "proposal": find_proposal,
    "conflict": find_conflict,
}
