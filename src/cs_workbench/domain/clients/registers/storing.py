"""Carries out the plan of a register of clients: cards, people and sites, many at once. Nothing is decided here."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlmodel import col

from cs_workbench.domain.clients.checks import kind_of
from cs_workbench.domain.clients.ownership import hand_to, state_of
from cs_workbench.domain.clients.records import Client, Contact, Readiness, Site
from cs_workbench.domain.clients.registers.book import Card, Person, Place, Row
from cs_workbench.domain.clients.registers.telling import STEP
from cs_workbench.kernel.chunks import chunks
from cs_workbench.kernel.text import fold
from cs_workbench.storage.record import Record
from cs_workbench.storage.unit import Work

A_DAY = 5
"""New clients whose needs are asked about on one business day: three hundred at once would be nobody's day."""
YEAR = 250
"""Business days over which a very large register is spread."""

R = TypeVar("R", bound=Record)


def store(work: Work, touched: Sequence[Card]) -> None:
    """Store what a plan touched; a word of progress for each few hundred."""
    asks = _days_to_ask(work, sum(1 for card in touched if not card.id))
    for start in range(0, len(touched), STEP):
        work.progress(len(touched) + start, 2 * len(touched))
        group = touched[start : start + STEP]
        _store_cards(work, group, asks)
        _store_people(work, group)
        store_places(work, group)
    work.progress(2 * len(touched), 2 * len(touched))


def _days_to_ask(work: Work, new: int) -> Iterator[date]:
    """A day for each new client, from tomorrow on: days that are full already are passed by."""
    full = max(A_DAY, -(-new // YEAR))
    asked = col(Client.needs_ask_on)
    day = work.day.bd(1)
    counted = select(asked, func.count()).where(asked > work.day.today).group_by(asked)
    taken: Counter[date] = Counter()
    for asked_on, number in work.session.execute(counted):
        taken[asked_on or day] = number
    for _ in range(new):
        while taken[day] >= full:
            day = work.day.calendar.add_bd(day, 1)
        taken[day] += 1
        yield day


def _store_cards(work: Work, group: Sequence[Card], asks: Iterator[date]) -> None:
    new = [card for card in group if not card.id]
    ids = work.add_values(Client, [_client(work, card, next(asks)) for card in new])
    for card, number in zip(new, ids, strict=True):
        card.id = number
    for client, changes in _changed(work, Client, group):
        for name, value in changes.items():
            if name == "manager":
                hand_to(client, str(value), work.day.today)
            else:
                setattr(client, name, value)
        client.name_key = fold(client.name)


def _client(work: Work, card: Card, ask_on: date) -> dict[str, Any]:
    return {
        "name": card.name,
        "name_key": fold(card.name),
        "inn": card.inn,
        "kpp": card.kpp,
        "kind": kind_of(work, None, card.inn),
        "state": state_of(card.manager),
        "phone": card.phone,
        "email": card.email,
        "manager": card.manager,
        "assigned_on": work.day.today if card.manager else None,
        "source": card.source,
        "created_on": work.day.today,
        "created_at": work.now,
        "needs_ask_on": ask_on,
    }


def _store_people(work: Work, group: Sequence[Card]) -> None:
    new = [(card, place, person) for card in group for place, person in enumerate(card.people or ()) if not person.id]
    work.add_values(Contact, [_contact(work, card, person, primary=not place) for card, place, person in new])
    for contact, changes in _changed(work, Contact, [one for card in group for one in card.people or ()]):
        for name, value in changes.items():
            setattr(contact, name, value)


def _contact(work: Work, card: Card, person: Person, *, primary: bool) -> dict[str, Any]:
    return {
        "client_id": card.id,
        "name": person.name,
        "name_key": fold(person.name),
        "role": person.role,
        "phone": person.phone,
        "email": person.email,
        "primary": primary,
        "created_at": work.now,
    }


def store_places(work: Work, group: Sequence[Card], state: Readiness = Readiness.UNKNOWN) -> None:
    """Make the new sites of some cards, whose ids are known; nothing is asked about them: nothing is planned there."""
    new = [(card, place) for card in group for place in card.places or () if not place.id]
    ids = work.add_values(Site, [_site(work, card, place, state) for card, place in new])
    for (_, place), number in zip(new, ids, strict=True):
        place.id = number
    for site, changes in _changed(work, Site, [one for card in group for one in card.places or ()]):
        for name, value in changes.items():
            setattr(site, name, value)


def _site(work: Work, card: Card, place: Place, state: Readiness) -> dict[str, Any]:
    return {
        "client_id": card.id,
        "name": place.name,
        "name_key": fold(place.name),
        "address": place.address,
        "state": state,
        "created_on": work.day.today,
    }


def _changed(work: Work, kind: type[R], rows: Iterable[Row]) -> Iterator[tuple[R, dict[str, object]]]:
    """The records of rows that are to be changed, and how."""
    changes = {row.id: row.changes for row in rows if row.id and row.changes}
    for ids in chunks(changes, STEP):
        found = work.all(select(kind).where(col(kind.id).in_(ids)))
        for record in found:
            yield record, changes[record.id] or {}
    work.session.flush()
