"""Reads of the tasks area: its duties for the queue."""

from typing import Any

from sqlalchemy import Select, and_, func, select

from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.tasks.records import Task, TaskState
from cs_workbench.storage.rank import duty, word
from cs_workbench.storage.standing import client_standing


def _tasks(due: Any, *conditions: Any) -> Select[Any]:
    waits = and_(Task.waiting_for.is_not(None), Task.expected_at.is_not(None), Task.expected_at > word("today"))  # type: ignore[union-attr,operator]
    columns = duty(
        client_id=Task.client_id,
        client=func.coalesce(Client.name, ""),
        name_key=func.coalesce(Client.name_key, ""),
        health=func.coalesce(client_standing.c.health, 100),
        record_id=Task.id,
        due=due,
        since=Task.created_on,
        waiting=waits,
        facts=[Task.text.label("text"), Task.waiting_for.label("waiting_for")],
    )
    wanted = select(*columns).select_from(Task).join(Client, Client.id == Task.client_id, isouter=True)
    return wanted.join(client_standing, client_standing.c.client_id == Task.client_id, isouter=True).where(
        Task.state == TaskState.OPEN, *conditions
    )


def task() -> Select[Any]:
    """Open tasks from their day on."""
    return _tasks(Task.on, Task.on.is_not(None), Task.on <= word("today"))  # type: ignore[union-attr,operator]


def task_next() -> Select[Any]:
    """Open tasks without a day whose next step is not said, or whose wait has run out."""
    awaited = and_(Task.waiting_for.is_not(None), Task.expected_at.is_not(None), Task.expected_at > word("today"))  # type: ignore[union-attr,operator]
    return _tasks(Task.created_on, Task.on.is_(None), ~awaited, Task.no_next_reason.is_(None))  # type: ignore[union-attr]
