"""The day's calls as the screen `Звонки` lists them: whom to ask for at each client and how the last call ended; what
the day has brought so far.

`presentation/calls.py` words these rows; which clients are to be called, the queue says.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Subquery, func, select
from sqlmodel import col

from cs_workbench.domain.clients.records import Client, Contact
from cs_workbench.domain.collection.records import CallAttempt, Promise, PromiseState
from cs_workbench.kernel.money import Money
from cs_workbench.storage.standing import client_standing
from cs_workbench.storage.unit import Read

RECENT = 2000
"""How many of the newest calls are looked through for those of today: more than a desk makes in a day."""


@dataclass(frozen=True)
class CallFacts:
    """A client before a call: the telephone (E.164, empty where none is known), whom to ask for, the debt, the last
    call (UTC) and its outcome.
    """

    client_id: int
    phone: str
    person: str
    debt: Money
    last_at: datetime | None
    last_outcome: str


@dataclass(frozen=True)
class DayOfCalls:
    """What today has brought: calls made, and the sum promised today that still stands or was kept."""

    made: int
    promised: Money


def call_facts(read: Read, clients: Iterable[int]) -> Mapping[int, CallFacts]:
    """The facts of these clients, by id, in one query."""
    wanted = (
        select(
            col(Client.id),
            func.coalesce(col(Contact.phone), col(Client.phone), ""),
            func.coalesce(col(Contact.name), ""),
            client_standing.c.debt,
            col(CallAttempt.at),
            col(CallAttempt.outcome),
        )
        .select_from(Client)
        .join(client_standing, client_standing.c.client_id == col(Client.id))
        .join(Contact, col(Contact.id) == _usual_contact(), isouter=True)
        .join(CallAttempt, col(CallAttempt.id) == _last_call(), isouter=True)
        .where(col(Client.id).in_(list(clients)))
    )
    rows = read.session.connection().execute(wanted)
    found = (
        CallFacts(number, phone, person, debt, at, outcome.value if outcome else "")
        for number, phone, person, debt, at, outcome in rows
    )
    return {one.client_id: one for one in found}


def _usual_contact() -> ColumnElement[Any]:
    """Whom a call without a name goes to: the primary contact, else the first that is not wrong
    (`repository/calls.py`).
    """
    wanted = select(col(Contact.id)).where(col(Contact.client_id) == col(Client.id), ~col(Contact.wrong))
    return wanted.order_by(col(Contact.primary).desc(), col(Contact.id)).limit(1).correlate(Client).scalar_subquery()


def _last_call() -> ColumnElement[Any]:
    wanted = select(col(CallAttempt.id)).where(col(CallAttempt.client_id) == col(Client.id))
    newest = wanted.order_by(col(CallAttempt.at).desc(), col(CallAttempt.id).desc())
    return newest.limit(1).correlate(Client).scalar_subquery()


def day_of_calls(read: Read) -> DayOfCalls:
    """What today has brought. Rows of today are the newest ones, so nothing older is looked at."""
    ask, today = read.session.connection().scalar, read.day.today
    calls = _newest(CallAttempt, CallAttempt.on)
    given = _newest(Promise, Promise.made_on, Promise.sum, Promise.state)
    gone = (PromiseState.SUPERSEDED, PromiseState.CANCELLED)
    made = select(func.count()).select_from(calls).where(calls.c.on == today)
    promised = select(func.sum(given.c.sum)).where(given.c.made_on == today, given.c.state.not_in(gone))
    return DayOfCalls(int(ask(made) or 0), Money(int(ask(promised) or 0)))


def _newest(record: type[CallAttempt] | type[Promise], *columns: Any) -> Subquery:
    return select(*columns).order_by(col(record.id).desc()).limit(RECENT).subquery()
