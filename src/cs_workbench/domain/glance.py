"""What a manager needs to know of a client at a glance, before a call: whom to ask for, what is owed, what was said
last.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.billing.records import Invoice
from cs_workbench.domain.clients.records import Client, Contact, Note, Talk
from cs_workbench.domain.collection.records import CallAttempt, Hold, HoldState, Promise, PromiseState
from cs_workbench.kernel.money import Money
from cs_workbench.storage.standing import client_standing
from cs_workbench.storage.unit import Read

LAST = 4


@dataclass(frozen=True)
class Person:
    """Somebody to ask for."""

    name: str
    role: str
    phone: str
    email: str
    wrong: bool


@dataclass(frozen=True)
class Owed:
    """An open invoice."""

    number: str
    period: str
    rest: Money
    due_on: date


@dataclass(frozen=True)
class Said:
    """Something that was said, newest first: what kind, when, how it ended, and the words."""

    kind: str
    at: datetime
    outcome: str
    text: str


@dataclass(frozen=True)
class Glance:
    """A client at a glance. `invoices` counts the open ones, `owed` are the oldest of them."""

    client_id: int
    name: str
    phone: str
    email: str
    manager: str
    do_not_call: bool
    debt: Money
    health: int
    people: tuple[Person, ...]
    owed: tuple[Owed, ...]
    said: tuple[Said, ...]
    promise: tuple[date, Money] | None
    holds: tuple[str, ...]


def glance(read: Read, client_id: int) -> Glance | None:
    """The client as it stands; None where it is gone."""
    client = read.session.get(Client, client_id)
    if client is None:
        return None
    stands = (
        read.session.connection()
        .execute(
            select(client_standing.c.debt, client_standing.c.health).where(client_standing.c.client_id == client_id)
        )
        .one()
    )
    return Glance(
        client_id,
        client.name,
        client.phone or "",
        client.email or "",
        client.manager or "",
        client.do_not_call,
        stands.debt,
        stands.health,
        _people(read, client_id),
        _owed(read, client_id),
        _said(read, client_id),
        open_promise(read, client_id),
        tuple(
            read.all(
                select(col(Hold.reason)).where(col(Hold.client_id) == client_id, col(Hold.state) == HoldState.OPEN)
            )
        ),
    )


def _people(read: Read, client_id: int) -> tuple[Person, ...]:
    found = read.all(
        select(Contact)
        .where(col(Contact.client_id) == client_id)
        .order_by(col(Contact.primary).desc(), col(Contact.id))
    )
    return tuple(
        Person(person.name, person.role or "", person.phone or "", person.email or "", person.wrong) for person in found
    )


def _owed(read: Read, client_id: int) -> tuple[Owed, ...]:
    wanted = (
        select(Invoice)
        .where(col(Invoice.client_id) == client_id, col(Invoice.open))
        .order_by(col(Invoice.due_on))
        .limit(LAST)
    )
    return tuple(Owed(row.number or "", row.period, row.sum - row.paid, row.due_on) for row in read.all(wanted))


def _said(read: Read, client_id: int) -> tuple[Said, ...]:
    calls = read.all(
        select(CallAttempt)
        .where(col(CallAttempt.client_id) == client_id)
        .order_by(col(CallAttempt.id).desc())
        .limit(LAST)
    )
    talks = read.all(select(Talk).where(col(Talk.client_id) == client_id).order_by(col(Talk.id).desc()).limit(LAST))
    notes = read.all(select(Note).where(col(Note.client_id) == client_id).order_by(col(Note.id).desc()).limit(LAST))
    said = [
        *(Said("call", call.at, call.outcome.value, call.text) for call in calls),
        *(Said("talk", talk.at, talk.channel.value, talk.text) for talk in talks),
        *(Said("note", note.created_at, "", note.text) for note in notes),
    ]
    return tuple(sorted(said, key=lambda one: one.at, reverse=True)[:LAST])


def open_promise(read: Read, client_id: int) -> tuple[date, Money] | None:
    """The day and the sum of the client's promise, while its day is not over and its money has not come."""
    wanted = select(Promise).where(
        col(Promise.client_id) == client_id, col(Promise.state) == PromiseState.OPEN, col(Promise.awaited)
    )
    found = read.first(wanted.where(col(Promise.broken_from) > read.day.today).order_by(col(Promise.id).desc()))
    return None if found is None else (found.on, found.sum)
