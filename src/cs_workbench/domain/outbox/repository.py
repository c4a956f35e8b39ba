"""Reads of the outbox: its duties for the queue."""

from typing import Any

from sqlalchemy import Select, func, or_, select

from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.outbox.records import MessageState, OutboxMessage
from cs_workbench.storage.rank import duty
from cs_workbench.storage.standing import client_standing
from cs_workbench.storage.types import Day


def message_next() -> Select[Any]:
    """Letters that failed, and letters that may have left."""
    queued = func.date(OutboxMessage.queued_at, type_=Day())
    unknown = OutboxMessage.state == MessageState.UNKNOWN
    columns = duty(
        client_id=OutboxMessage.client_id,
        client=func.coalesce(Client.name, ""),
        name_key=func.coalesce(Client.name_key, ""),
        health=func.coalesce(client_standing.c.health, 100),
        record_id=OutboxMessage.id,
        due=queued,
        since=queued,
        facts=[
            OutboxMessage.to.label("to"),
            OutboxMessage.subject.label("subject"),
            func.coalesce(OutboxMessage.reason, "").label("reason"),
            unknown.label("unknown"),
        ],
    )
    wanted = select(*columns).select_from(OutboxMessage).join(Client, Client.id == OutboxMessage.client_id, isouter=True)
    return wanted.join(client_standing, client_standing.c.client_id == OutboxMessage.client_id, isouter=True).where(
        or_(OutboxMessage.state == MessageState.FAILED, unknown)
    )
