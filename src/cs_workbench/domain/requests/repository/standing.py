"""What requests add to a client's standing: open conflicts, and the last day on which it asked for something."""

from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlmodel import col

from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.requests.records import Conflict, Request

_conflicts = (
    select(func.count(col(Conflict.id)))
    .where(col(Conflict.client_id) == col(Client.id), col(Conflict.open))
    .correlate(Client)
    .scalar_subquery()
)
_last_request = (
    select(func.max(col(Request.received_on)))
    .where(col(Request.client_id) == col(Client.id))
    .correlate(Client)
    .scalar_subquery()
)

STANDING: dict[str, ColumnElement[Any]] = {"conflicts": _conflicts, "last_request": _last_request}
