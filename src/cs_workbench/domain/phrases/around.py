"""What reading a phrase asks of the database: which clients a word may name, what a client has open, how a record is
called.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlmodel import col

from cs_workbench.domain.billing.records import Subscription, SubscriptionState
from cs_workbench.domain.catalogue import FINDERS, RECORDS
from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.finding import Finding
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import MAX_ID, Context
from cs_workbench.storage.unit import Read

MOST_NAMED = 100
"""Clients with one word in their names that are looked at, the shortest names first; a part of more names nobody."""


class Named(NamedTuple):
    """A client and its folded name."""

    id: int
    key: str


@dataclass(frozen=True)
class Around:
    """`words` are the Russian words of the values of choices."""

    context: Context
    clients: Callable[[str], Sequence[Named]]
    open_of: Callable[[str, int], Sequence[int] | None]
    called: Callable[[str, str], str]
    words: Mapping[str, str]


def around(read: Read, words: Mapping[str, str]) -> Around:
    """The surroundings of a phrase in one reading session."""
    context = Context(read.day, Finding(read.session, RECORDS, FINDERS))
    return Around(
        context,
        cache(partial(_clients, read)),
        cache(partial(_open_of, read)),
        cache(partial(_called, read)),
        words,
    )


def _clients(read: Read, word: str) -> list[Named]:
    """Clients whose folded name has that word or a part of it, the shortest name first. The index of names alone is
    looked through.
    """
    key = col(Client.name_key)
    wanted = select(col(Client.id), key).where(key.contains(word, autoescape=True))
    return [
        Named(*row) for row in read.session.execute(wanted.order_by(func.length(key), col(Client.id)).limit(MOST_NAMED))
    ]


def _open_of(read: Read, record: str, client: int) -> list[int] | None:
    """The open records of a kind that a client has, two at most: one alone is meant without being named. None of a kind
    that belongs to no client.
    """
    kind: Any = RECORDS[record]
    if not hasattr(kind, "client_id"):
        return None
    if client > MAX_ID:
        return []
    wanted = select(col(kind.id)).where(col(kind.client_id) == client)
    if kind is Subscription:
        wanted = wanted.where(col(Subscription.state) != SubscriptionState.ENDED)
    elif hasattr(kind, "open"):
        wanted = wanted.where(col(kind.open))
    elif states := getattr(kind, "open_states", None):
        wanted = wanted.where(col(kind.state).in_(states))
    return list(read.session.scalars(wanted.limit(2)))


def _is_id(number: str) -> bool:
    return number.isascii() and number.isdigit() and int(number[:20]) <= MAX_ID


def _called(read: Read, record: str, number: str) -> str:
    """`Ромашка`, `Обращение № 5`; the number alone where the record is gone."""
    kind = RECORDS[record]
    try:
        row = read.get(kind, int(number)) if _is_id(number) else None
    except Refusal:
        row = None
    name = getattr(row, "name", None) or getattr(row, "number", None)
    if name is None or record == "client":
        return str(name or f"{kind.title} № {number}")
    return f"{kind.title} {name if hasattr(row, 'name') else f'№ {name}'}"
