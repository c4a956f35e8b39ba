"""What of collection has a time of day: the calls back that clients asked for (`domain/agenda.py`)."""

from typing import Any

from sqlalchemy import ColumnElement, Select, literal, select
from sqlmodel import col

from cs_workbench.domain.clients.records import Client
from cs_workbench.storage.rank import word
from cs_workbench.storage.standing import client_standing


def calls_back() -> Select[Any]:
    """Clients who asked to be called at a time and still owe; those of which PAY-BACK will remind."""
    standing = client_standing.c
    columns: tuple[ColumnElement[Any], ...] = (
        col(Client.id).label("record_id"),
        col(Client.id).label("client_id"),
        col(Client.name).label("client"),
        standing.callback_at.label("at"),
        literal("").label("text"),
    )
    joined = select(*columns).select_from(client_standing).join(Client, col(Client.id) == standing.client_id)
    return joined.where(
        standing.callback_on >= word("today"),
        standing.callback_on <= word("day_7"),
        standing.oldest_due.is_not(None),
        standing.promise_open == 0,
        ~col(Client.do_not_call),
    )
