"""The duty selects of requests: what stands in the queue for each rule of `rules/`."""

from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, case, exists, func, literal, or_, select
from sqlalchemy import true as sql_true
from sqlmodel import col

from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.requests.records import (
    Conflict,
    ConflictSeverity,
    Handover,
    HandoverState,
    Proposal,
    ProposalState,
    Request,
    RequestSeverity,
    RequestState,
)
from cs_workbench.storage.rank import duty, word
from cs_workbench.storage.standing import client_standing

SHOWN = 300
"""How much of a long text the queue reads."""

WAITING = (HandoverState.SENT, HandoverState.ACKNOWLEDGED)
"""Handovers that have no answer yet; the text of the index `ix_handover_sent`."""


def _text(column: Any, name: str) -> ColumnElement[Any]:
    return func.substr(column, 1, SHOWN, type_=String()).label(name)


def _known(column: Any, name: str) -> ColumnElement[Any]:
    return func.coalesce(column, literal("", String())).label(name)


_of_client: dict[str, Any] = {
    "client": func.coalesce(Client.name, ""),
    "name_key": func.coalesce(Client.name_key, ""),
    "health": func.coalesce(client_standing.c.health, 100),
}


def _joined(columns: list[ColumnElement[Any]], record: Any) -> Select[Any]:
    """Rows of a record with their clients; an unknown caller has none."""
    wanted = select(*columns).select_from(record)
    wanted = wanted.join(Client, col(Client.id) == col(record.client_id), isouter=True)
    return wanted.join(client_standing, client_standing.c.client_id == col(record.client_id), isouter=True)


def _requests(due: Any, facts: list[Any], *conditions: Any, **marks: Any) -> Select[Any]:
    columns = duty(
        **_of_client,
        client_id=Request.client_id,
        record_id=Request.id,
        due=due,
        since=Request.received_on,
        **marks,
        facts=[_text(Request.text, "text"), *facts],
    )
    return _joined(columns, Request).where(col(Request.open), *conditions)


def _new(severity: ColumnElement[bool]) -> Select[Any]:
    facts = [
        col(Request.kind).label("kind"),
        _known(Request.phone, "phone"),
        col(Request.due_at).label("due_at"),
    ]
    new = col(Request.state) == RequestState.NEW
    return _requests(col(Request.due_on), facts, new, severity, blocked=sql_true())


def rq_new_stop() -> Select[Any]:
    """New requests of clients whose work has stopped."""
    return _new(col(Request.severity) == RequestSeverity.STOP)


def rq_new() -> Select[Any]:
    """The other new requests."""
    return _new(col(Request.severity) != RequestSeverity.STOP)


_handed = select(col(Handover.id)).where(col(Handover.request_id) == col(Request.id)).correlate(Request)
_asked = exists(_handed.where(col(Handover.state).in_(WAITING)))
_answered = exists(_handed.where(col(Handover.state) == HandoverState.ANSWERED))
_offered = exists(
    select(col(Proposal.id))
    .where(col(Proposal.request_id) == col(Request.id), col(Proposal.state) == ProposalState.OFFERED)
    .correlate(Request)
)
_last_returned = (
    select(func.max(col(Handover.id)))
    .where(col(Handover.request_id) == col(Request.id), col(Handover.state) == HandoverState.RETURNED)
    .correlate(Request)
    .scalar_subquery()
)


def _of_returned(column: Any, name: str) -> ColumnElement[Any]:
    """A column of the last handover that came back, empty where none did."""
    found = select(column).where(col(Handover.id) == _last_returned).correlate(Request).scalar_subquery()
    return func.coalesce(found, literal("", String())).label(name)


_past_new = col(Request.state).in_(
    (RequestState.IN_WORK, RequestState.WAITING_CLIENT, RequestState.WAITING_DEPT, RequestState.REOPENED)
)
_step_came = col(Request.next_at) <= word("now")
# Who waits for an answer of a department or of the client is told by HO-WAIT and PO-ANS; others when the wait is over.
_wait_over = and_(col(Request.next_at).is_(None), col(Request.expected_at) <= word("today"), ~_asked, ~_offered)


def rq_next() -> Select[Any]:
    """Open requests whose next step has come; one whose answer the client does not know yet is told by HO-TELL."""
    facts = [
        _known(Request.phone, "phone"),
        col(Request.state).label("state"),
        col(Request.next_at).label("next_at"),
        _known(Request.waiting_for, "waiting_for"),
        col(Request.expected_at).label("expected_at"),
        _of_returned(col(Handover.dept), "returned_by"),
        _of_returned(func.substr(col(Handover.missing), 1, SHOWN, type_=String()), "lacked"),
    ]
    return _requests(
        func.coalesce(col(Request.next_on), col(Request.expected_at)),
        facts,
        _past_new,
        or_(_step_came, _wait_over),
        ~_answered,
        blocked=col(Request.state) != RequestState.WAITING_CLIENT,
        waiting=and_(col(Request.waiting_for).is_not(None), col(Request.expected_at) > word("today")),
    )


def rq_close() -> Select[Any]:
    """Resolved requests of which the client is to be told, and which are to be closed."""
    told = col(Request.told_at).is_not(None)
    facts = [
        _known(Request.phone, "phone"),
        _text(Request.result, "result"),
        told.label("told"),
    ]
    resolved = col(Request.state) == RequestState.RESOLVED
    return _requests(col(Request.next_on), facts, resolved, _step_came, blocked=~told)


def request_next() -> Select[Any]:
    """Open requests that were taken and have no date, nobody waited for and no reason."""
    return _requests(
        col(Request.received_on),
        [_known(Request.phone, "phone")],
        or_(_past_new, col(Request.state) == RequestState.RESOLVED),
        col(Request.next_at).is_(None),
        col(Request.expected_at).is_(None),
        col(Request.no_next_reason).is_(None),
        blocked=sql_true(),
    )


def _handovers(due: Any, *conditions: Any) -> Select[Any]:
    columns = duty(
        **_of_client,
        client_id=Handover.client_id,
        record_id=Handover.id,
        due=due,
        since=Handover.sent_on,
        blocked=sql_true(),
        facts=[
            _text(Request.text, "text"),
            col(Handover.dept).label("dept"),
            _known(Handover.person, "person"),
            col(Handover.expected_at).label("expected_at"),
            _text(Handover.answer, "answer"),
        ],
    )
    return _joined(columns, Handover).join(Request, col(Request.id) == col(Handover.request_id)).where(*conditions)


def ho_wait() -> Select[Any]:
    """Handovers whose answer was expected by now."""
    late = col(Handover.expected_at) <= word("now")
    return _handovers(col(Handover.expected_on), col(Handover.state).in_(WAITING), late)


def ho_tell() -> Select[Any]:
    """Answers that the client does not know, from their day on."""
    answered = col(Handover.answered_on)
    return _handovers(answered, col(Handover.state) == HandoverState.ANSWERED, answered <= word("today"))


def _conflicts(due: Any, *conditions: Any) -> Select[Any]:
    columns = duty(
        **_of_client,
        client_id=Conflict.client_id,
        record_id=Conflict.id,
        due=due,
        since=Conflict.opened_on,
        blocked=sql_true(),
        facts=[
            _text(Conflict.demand, "demand"),
            col(Conflict.next_step).label("next_step"),
            col(Conflict.next_at).label("next_at"),
            col(Conflict.contact_by).label("contact_by"),
            col(Conflict.contacted_at).is_not(None).label("contacted"),
        ],
    )
    return _joined(columns, Conflict).where(col(Conflict.open), *conditions)


_conflict_came = col(Conflict.next_at) <= word("now")


def cf_critical() -> Select[Any]:
    """Critical conflicts: those that nobody spoke about, and those whose next step has come."""
    silent = col(Conflict.contacted_at).is_(None)
    due = case((silent, col(Conflict.contact_on)), else_=col(Conflict.next_on))
    return _conflicts(due, col(Conflict.severity) == ConflictSeverity.CRITICAL, or_(silent, _conflict_came))


def cf_open() -> Select[Any]:
    """The other conflicts whose next step has come."""
    return _conflicts(col(Conflict.next_on), col(Conflict.severity) != ConflictSeverity.CRITICAL, _conflict_came)


def po_ans() -> Select[Any]:
    """Proposals of open requests whose answer was expected by now."""
    columns = duty(
        **_of_client,
        client_id=Proposal.client_id,
        record_id=Proposal.id,
        due=Proposal.answer_by,
        since=Proposal.offered_on,
        facts=[_text(Proposal.options, "options")],
    )
    wanted = _joined(columns, Proposal).join(Request, col(Request.id) == col(Proposal.request_id))
    offered = col(Proposal.state) == ProposalState.OFFERED
    return wanted.where(offered, col(Proposal.answer_by) <= word("today"), col(Request.open))
