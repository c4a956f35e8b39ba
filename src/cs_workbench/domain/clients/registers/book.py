"""Whose a line of a register is: every client by INN, by name and by telephone, looked up without the database.

The book is loaded once for a register; what the register itself adds is entered too, so that a client of two lines is
one client.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.records import Client, Contact, Site
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.text import fold
from cs_workbench.storage.unit import Read

_QUOTES = str.maketrans("", "", "«»\"'“”„‟‘’`")


def loose(name: str) -> str:
    """A name as it is compared: folded, whatever quotes stand in it."""
    return " ".join(fold(name).translate(_QUOTES).split())


@dataclass(slots=True)
class Row:
    """A record as it stands (or, with id 0, as it will be made), and which of its columns are to be changed; `touched`
    says that a plan stores it.
    """

    id: int
    changes: dict[str, Any] | None = field(default=None, kw_only=True)
    touched: bool = field(default=False, kw_only=True)

    def put(self, name: str, value: Any) -> bool:
        """Give a column another value; nothing and what it has already change nothing."""
        if value is None or getattr(self, name) == value:
            return False
        setattr(self, name, value)
        if self.id:
            self.changes = {**(self.changes or {}), name: value}
        return True


@dataclass(slots=True)
class Person(Row):
    """Somebody who speaks for a client."""

    name: str
    role: str | None = None
    phone: str | None = None
    email: str | None = None


@dataclass(slots=True)
class Place(Row):
    """A site of a client."""

    name: str
    address: str | None = None

    def move(self, address: str | None) -> bool:
        """Give it an address; one that differs in capitals or quotes alone is the same."""
        return loose(address or "") != loose(self.address or "") and self.put("address", address)


@dataclass(slots=True)
class Card(Row):
    """A client, with its people and sites where the register speaks of such."""

    name: str
    inn: str | None = None
    kpp: str | None = None
    phone: str | None = None
    email: str | None = None
    manager: str | None = None
    source: str | None = None
    people: list[Person] | None = None
    places: list[Place] | None = None


class ClientBook:
    """Every client, those that the register adds among them; `whole` with all that a register of clients compares."""

    def __init__(self, read: Read, *, whole: bool = False) -> None:
        self._inns: dict[str, tuple[Card, ...]] = {}
        self._names: dict[str, tuple[Card, ...]] = {}
        self._phones: dict[str, tuple[Card, ...]] = {}
        self._cards: dict[int, Card] = {}
        fields = ("id", "name", "inn", *(("kpp", "phone", "email", "manager", "source") if whole else ()))
        wanted = select(*(col(getattr(Client, name)) for name in fields)).order_by(col(Client.id))
        for row in read.session.execute(wanted):
            card = Card(*row)
            self._cards[card.id] = card
            self.enter(card)

    def cards(self) -> Iterable[Card]:
        """Every client that is stored."""
        return self._cards.values()

    def enter(self, card: Card) -> None:
        """Let a client be found by what its card says now."""
        _enter(self._names, loose(card.name), card)
        if card.inn:
            _enter(self._inns, card.inn, card)
        if card.phone:
            _enter(self._phones, card.phone, card)

    def enter_phone(self, phone: str, card: Card) -> None:
        """Let a client be found by a telephone of its people."""
        _enter(self._phones, phone, card)

    def load_people(self, read: Read) -> None:
        """The people of every client; their telephones lead to it too."""
        fields = ("client_id", "id", "name", "role", "phone", "email")
        wanted = select(*(col(getattr(Contact, name)) for name in fields)).where(col(Contact.wrong).is_(False))
        for client_id, *row in read.session.execute(wanted.order_by(col(Contact.id))):
            card, person = self._cards[client_id], Person(*row)
            card.people = card.people or []
            card.people.append(person)
            if person.phone:
                self.enter_phone(person.phone, card)

    def load_places(self, read: Read) -> None:
        """The sites of every client."""
        wanted = select(col(Site.client_id), col(Site.id), col(Site.name), col(Site.address)).order_by(col(Site.id))
        for client_id, number, name, address in read.session.execute(wanted):
            card = self._cards[client_id]
            card.places = card.places or []
            card.places.append(Place(number, name, address))

    def by_inn(self, inn: str) -> Sequence[Card]:
        """Clients of that INN: branches have one too."""
        return self._inns.get(inn, ())

    def by_name(self, name: str) -> Sequence[Card]:
        """Clients called so, written just so before those with other quotes."""
        found = self._names.get(loose(name), ())
        exact = [card for card in found if fold(card.name) == fold(name)]
        return exact or found

    def by_phone(self, phone: str) -> Sequence[Card]:
        """Clients with that telephone, their own or of their people."""
        return self._phones.get(phone, ())

    def owner(self, inn: str | None, name: str | None) -> Card:
        """The client of an invoice's or an asset's line: by INN, where that is not enough by name.

        Raises Refusal `required`, `unknown` or `ambiguous`, laid at the field that names the client.
        """
        if not inn and not name:
            raise Refusal("required", "Клиент не указан: нужен ИНН или название.", "client")
        if inn and (found := self.by_inn(inn)):
            return _one([card for card in found if name and loose(card.name) == loose(name)] or found, f"ИНН {inn}")
        if name and (found := [card for card in self.by_name(name) if not (inn and card.inn)]):
            return _one(found, f"«{name}»")
        said = f"«{name}»" if name else f"с ИНН {inn}"
        raise Refusal("unknown", f"Клиента {said} нет: сначала загрузите или добавьте клиентов.", "client")


def _enter(index: dict[str, tuple[Card, ...]], key: str, card: Card) -> None:
    known = index.get(key, ())
    if all(one is not card for one in known):
        index[key] = (*known, card)


def _one(found: Iterable[Card], said: str) -> Card:
    cards = list(found)
    if len(cards) > 1:
        raise Refusal("ambiguous", f"Клиентов {said} несколько: нужен ИНН с точным названием.", "client")
    return cards[0]
