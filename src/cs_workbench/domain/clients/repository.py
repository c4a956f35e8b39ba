"""Reads of the clients area: finding a client by what a person types, its part of the standing, its card's rows."""

from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from cs_workbench.domain.clients.records import Client, Contact, Talk
from cs_workbench.kernel.text import fold

_last_talk = (
    select(func.coalesce(func.max(Talk.on), Client.created_on)).where(Talk.client_id == Client.id).correlate(Client).scalar_subquery()
)

STANDING: dict[str, ColumnElement[Any]] = {"last_talk": _last_talk}


def find_client(session: Session, text: str) -> list[int]:
    """Clients whom a text names: the INN or the whole name first, then a phone, then a part of the name; two at most are given."""
    key = fold(text)
    digits = "".join(filter(str.isdigit, text))
    exact = select(Client.id).where(or_(Client.name_key == key, Client.inn == digits)).limit(2)
    found = list(session.scalars(exact))
    if found or not key:
        return found
    if len(digits) >= 10:
        phone = f"%{digits[-10:]}%"
        owners = select(Contact.client_id).where(Contact.phone.like(phone))  # type: ignore[union-attr]
        return list(session.scalars(select(Client.id).where(or_(Client.phone.like(phone), Client.id.in_(owners))).limit(2)))  # type: ignore[union-attr,attr-defined]
    return list(session.scalars(select(Client.id).where(Client.name_key.contains(key, autoescape=True)).limit(2)))  # type: ignore[attr-defined]


def find_contact(session: Session, text: str) -> list[int]:
    """Contacts of that name, or with that part of a name."""
    key = fold(text)
    exact = list(session.scalars(select(Contact.id).where(Contact.name_key == key).limit(2)))
    return exact or list(session.scalars(select(Contact.id).where(Contact.name_key.contains(key, autoescape=True)).limit(2)))  # type: ignore[attr-defined]


FINDERS = {"client": find_client, "contact": find_contact}
