"""What of requests has a time of day: next steps of requests and conflicts, answers that departments owe
(`domain/agenda.py`).
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlmodel import col

from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.requests.records import Conflict, Handover, HandoverState, Request
from cs_workbench.storage.rank import word


def _timed(
    record: type[Request] | type[Conflict] | type[Handover], at: Any, on: Any, text: Any, *conditions: Any
) -> Select[Any]:
    columns: tuple[ColumnElement[Any], ...] = (
        col(record.id).label("record_id"),
        col(record.client_id).label("client_id"),
        func.coalesce(col(Client.name), "").label("client"),
        col(at).label("at"),
        col(text).label("text"),
    )
    joined = select(*columns).select_from(record).join(Client, col(Client.id) == col(record.client_id), isouter=True)
    return joined.where(col(on) >= word("today"), col(on) <= word("day_7"), *conditions)


def next_steps() -> Select[Any]:
    """Open requests with the moment of their next step."""
    return _timed(Request, Request.next_at, Request.next_on, Request.text, col(Request.open))


def conflict_steps() -> Select[Any]:
    """Open conflicts with the moment of their next step."""
    return _timed(Conflict, Conflict.next_at, Conflict.next_on, Conflict.next_step, col(Conflict.open))


def answers() -> Select[Any]:
    """Questions to departments with the moment by which an answer is expected."""
    waited = (HandoverState.SENT, HandoverState.ACKNOWLEDGED)
    state = col(Handover.state).in_(waited)
    return _timed(Handover, Handover.expected_at, Handover.expected_on, Handover.dept, state)
