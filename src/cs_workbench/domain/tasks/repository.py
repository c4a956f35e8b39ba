"""Reads of the tasks area: its duties for the queue."""

from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlmodel import col

from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.tasks.records import Task, TaskState
from cs_workbench.storage.rank import duty, word
from cs_workbench.storage.standing import client_standing

_waits = and_(
    col(Task.waiting_for).is_not(None),
    col(Task.expected_at).is_not(None),
    col(Task.expected_at) > word("today"),
)


def _tasks(due: Any, *conditions: Any) -> Select[Any]:
    columns = duty(
        client_id=Task.client_id,
        client=func.coalesce(Client.name, ""),
        name_key=func.coalesce(Client.name_key, ""),
        health=func.coalesce(client_standing.c.health, 100),
        record_id=Task.id,
        due=due,
        since=Task.created_on,
        waiting=_waits,
        facts=[col(Task.text).label("text"), col(Task.waiting_for).label("waiting_for")],
    )
    client = col(Task.client_id)
    wanted = select(*columns).select_from(Task).join(Client, col(Client.id) == client, isouter=True)
    wanted = wanted.join(client_standing, client_standing.c.client_id == client, isouter=True)
    return wanted.where(col(Task.state) == TaskState.OPEN, *conditions)


def task() -> Select[Any]:
    """Open tasks from their day on."""
    on = col(Task.on)
    return _tasks(on, on.is_not(None), on <= word("today"))


def task_next() -> Select[Any]:
    """Open tasks without a day whose next step is not said, or whose wait has run out."""
    return _tasks(Task.created_on, col(Task.on).is_(None), ~_waits, col(Task.no_next_reason).is_(None))
