"""Reads of the outbox: its duties for the queue."""

from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlmodel import col

from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.outbox.records import MessageState, OutboxMessage
from cs_workbench.storage.rank import duty, needs_next
from cs_workbench.storage.standing import client_standing
from cs_workbench.storage.types import Day


def message_next() -> Select[Any]:
    """Letters that failed, and letters that may have left, while nobody said what comes next."""
    queued = func.date(OutboxMessage.queued_at, type_=Day())
    state, client = col(OutboxMessage.state), col(OutboxMessage.client_id)
    unknown = state == MessageState.UNKNOWN
    columns = duty(
        client_id=OutboxMessage.client_id,
        client=func.coalesce(Client.name, ""),
        name_key=func.coalesce(Client.name_key, ""),
        health=func.coalesce(client_standing.c.health, 100),
        record_id=OutboxMessage.id,
        due=queued,
        since=queued,
        facts=[
            col(OutboxMessage.to).label("to"),
            col(OutboxMessage.subject).label("subject"),
            func.coalesce(OutboxMessage.reason, "").label("reason"),
            unknown.label("unknown"),
        ],
    )
    wanted = select(*columns).select_from(OutboxMessage).join(Client, col(Client.id) == client, isouter=True)
    wanted = wanted.join(client_standing, client_standing.c.client_id == client, isouter=True)
    return wanted.where(or_(state == MessageState.FAILED, unknown), needs_next(OutboxMessage))
