"""Who answers for a client, and whether it was spoken with while nobody did (row 20.1).

`Client.state` and `assigned_on` are kept here alone. Later areas call `spoken_with` where they record a talk (a call
about a debt that somebody answered, a request of the client).
"""

from datetime import date

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.records import Client, ClientState
from cs_workbench.kernel.text import fold
from cs_workbench.storage.unit import Read


def state_of(manager: str | None, *, spoken: bool = False) -> ClientState:
    """Whether somebody answers for a client with that manager, or has spoken with it while nobody does."""
    if manager:
        return ClientState.ASSIGNED
    return ClientState.TOUCHED if spoken else ClientState.UNASSIGNED


def hand_to(client: Client, manager: str | None, today: date) -> None:
    """Give a client to a manager, or to nobody. What is said to nobody's client counts from the day it became so."""
    if manager != client.manager:
        client.assigned_on = today if manager else None
    client.manager = manager
    client.state = state_of(manager, spoken=client.state == ClientState.TOUCHED)


def spoken_with(client: Client) -> None:
    """Somebody spoke with a client: nobody's client is `touched` by that."""
    client.state = state_of(client.manager, spoken=True)


def spellings(read: Read, manager: str) -> list[str]:
    """How a manager's name is written at the clients he has, whatever the case."""
    names = read.all(select(col(Client.manager)).where(col(Client.manager).is_not(None)).distinct())
    return sorted(name for name in names if name and fold(name) == fold(manager))
