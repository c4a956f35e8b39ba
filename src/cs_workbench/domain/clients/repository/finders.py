"""How a text names a record of the clients area: a client, a contact, a site, a piece of equipment."""

import re

from sqlalchemy import or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from cs_workbench.domain.clients.records import Asset, AssetState, Client, Contact, Site
from cs_workbench.kernel.serial import serial_key
from cs_workbench.kernel.text import clean_line, fold

PART = 4
"""The fewest signs of a serial number by whose part a thing is found."""


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


def find_site(session: Session, text: str) -> list[int]:
    """Sites of that name, else with that part of a name, else those of the one client whom the text names.

    `client:17` means that client's sites. Two at most are given.
    """
    key = fold(text)
    number, name = col(Site.id), col(Site.name_key)
    if linked := re.fullmatch(r"client:([0-9]{1,18})", clean_line(text).lower()):
        return list(session.scalars(select(number).where(col(Site.client_id) == int(linked[1])).limit(2)))
    exact = list(session.scalars(select(number).where(name == key).limit(2)))
    if exact or not key:
        return exact
    partly = list(session.scalars(select(number).where(name.contains(key, autoescape=True)).limit(2)))
    owners = [] if partly else find_client(session, text)
    if len(owners) != 1:
        return partly
    return list(session.scalars(select(number).where(col(Site.client_id) == owners[0]).limit(2)))


def find_asset(session: Session, text: str) -> list[int]:
    """Equipment with that serial number in any spelling, else with that part of one; what stands goes before what was
    taken away. Two at most are given.
    """
    key = serial_key(text)
    number, serial = col(Asset.id), col(Asset.serial_key)
    if not key:
        return []
    gone = col(Asset.state).in_([AssetState.REPLACED, AssetState.REMOVED])
    exact = session.execute(select(number, gone).where(serial == key).order_by(gone, number).limit(2)).all()
    if exact:
        return [row[0] for row in exact if row[1] == exact[0][1]]
    if len(key) < PART:
        return []
    return list(session.scalars(select(number).where(serial.contains(key, autoescape=True)).limit(2)))


FINDERS = {"client": find_client, "contact": find_contact, "site": find_site, "asset": find_asset}
