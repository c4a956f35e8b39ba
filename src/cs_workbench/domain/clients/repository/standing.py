"""What the clients area adds to a client's standing: the last talk, or else the day on which it was added."""

from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlmodel import col

from cs_workbench.domain.clients.records import Client, Talk

_last_talk = (
    select(func.coalesce(func.max(col(Talk.on)), col(Client.created_on)))
    .where(col(Talk.client_id) == col(Client.id))
    .correlate(Client)
    .scalar_subquery()
)

STANDING: dict[str, ColumnElement[Any]] = {"last_talk": _last_talk}
