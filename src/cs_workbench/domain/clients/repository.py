"""Reads of the clients area: finding a client by what a person types, its part of the standing, its card.

A card's rows are frozen: screens never see a table row.
"""

from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from cs_workbench.domain.clients.records import Channel, Client, Contact, Contract, Note, Talk
from cs_workbench.kernel.text import fold

PAGE = 50

_last_talk = (
    select(func.coalesce(func.max(col(Talk.on)), col(Client.created_on)))
    .where(col(Talk.client_id) == col(Client.id))
    .correlate(Client)
    .scalar_subquery()
)

STANDING: dict[str, ColumnElement[Any]] = {"last_talk": _last_talk}


def find_client(session: Session, text: str) -> list[int]:
    """Clients whom a text names: the INN or the whole name first, then a phone, then a part of the name.

    Two at most are given: a third would not make the text any clearer.
    """
    key = fold(text)
    digits = "".join(filter(str.isdigit, text))
    number = col(Client.id)
    exact = select(number).where(or_(col(Client.name_key) == key, col(Client.inn) == digits)).limit(2)
    found = list(session.scalars(exact))
    if found or not key:
        return found
    if len(digits) >= 10:
        phone = f"%{digits[-10:]}%"
        owners = select(col(Contact.client_id)).where(col(Contact.phone).like(phone))
        having = or_(col(Client.phone).like(phone), number.in_(owners))
        return list(session.scalars(select(number).where(having).limit(2)))
    partly = col(Client.name_key).contains(key, autoescape=True)
    return list(session.scalars(select(number).where(partly).limit(2)))


def find_contact(session: Session, text: str) -> list[int]:
    """Contacts of that name, or with that part of a name; two at most are given."""
    key = fold(text)
    number, name = col(Contact.id), col(Contact.name_key)
    exact = list(session.scalars(select(number).where(name == key).limit(2)))
    if exact or not key:
        return exact
    return list(session.scalars(select(number).where(name.contains(key, autoescape=True)).limit(2)))


FINDERS = {"client": find_client, "contact": find_contact}


class ContactRow(NamedTuple):
    """A person who speaks for the client; `wrong` turned out to be somebody else."""

    id: int
    name: str
    role: str | None
    phone: str | None
    email: str | None
    primary: bool
    wrong: bool


class NoteRow(NamedTuple):
    """A remark; `at` UTC."""

    id: int
    at: datetime
    author: str
    text: str


class TalkRow(NamedTuple):
    """A talk that is not about a debt; `at` UTC, `contact` the name of whom we spoke with."""

    id: int
    at: datetime
    author: str
    channel: Channel
    contact: str | None
    text: str


class ContractRow(NamedTuple):
    """A contract signed."""

    id: int
    number: str
    signed_on: date
    file: str | None


def contacts_of(session: Session, client_id: int) -> list[ContactRow]:
    """The client's people: the main one first, those who turned out to be others last."""
    wanted = select(*(col(getattr(Contact, name)) for name in ContactRow._fields)).where(
        col(Contact.client_id) == client_id
    )
    order = (col(Contact.wrong), col(Contact.primary).desc(), col(Contact.name_key), col(Contact.id))
    return [ContactRow(*row) for row in session.execute(wanted.order_by(*order))]


def notes_of(session: Session, client_id: int, limit: int = PAGE, before: int | None = None) -> list[NoteRow]:
    """The client's notes, newest first; `before` is the id of the last note of the page before."""
    wanted = select(col(Note.id), col(Note.created_at), col(Note.author), col(Note.text)).where(
        col(Note.client_id) == client_id
    )
    if before is not None:
        wanted = wanted.where(col(Note.id) < before)
    return [NoteRow(*row) for row in session.execute(wanted.order_by(col(Note.id).desc()).limit(limit))]


def talks_of(session: Session, client_id: int, limit: int = PAGE, before: TalkRow | None = None) -> list[TalkRow]:
    """The client's talks, latest first; `before` is the last talk of the page before."""
    at, number = col(Talk.at), col(Talk.id)
    wanted = (
        select(number, at, col(Talk.author), col(Talk.channel), col(Contact.name), col(Talk.text))
        .join(Contact, col(Contact.id) == col(Talk.contact_id), isouter=True)
        .where(col(Talk.client_id) == client_id)
    )
    if before is not None:
        wanted = wanted.where(or_(at < before.at, (at == before.at) & (number < before.id)))
    return [TalkRow(*row) for row in session.execute(wanted.order_by(at.desc(), number.desc()).limit(limit))]


def contracts_of(session: Session, client_id: int) -> list[ContractRow]:
    """The client's contracts, the latest first."""
    wanted = select(*(col(getattr(Contract, name)) for name in ContractRow._fields)).where(
        col(Contract.client_id) == client_id
    )
    return [
        ContractRow(*row)
        for row in session.execute(wanted.order_by(col(Contract.signed_on).desc(), col(Contract.id).desc()))
    ]
