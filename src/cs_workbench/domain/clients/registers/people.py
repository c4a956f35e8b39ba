"""A register of clients: what each of its lines changes (rows 1.1, 20.1). Nothing is written here.

A client is found by INN and KPP, else by its name, else by its telephone where exactly one has it. What the file says
fills and changes the card, what it leaves empty stays.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic.dataclasses import dataclass

from cs_workbench.domain.clients.registers.book import Card, ClientBook, Person, Place, loose
from cs_workbench.domain.clients.registers.lines import CHECKED, Checked, Checker, FirstEmail, FirstPhone, read_by
from cs_workbench.domain.clients.registers.lines import lines_schema as schema
from cs_workbench.domain.clients.registers.telling import Tally, in_steps
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Inn, Kpp, Line
from cs_workbench.kernel.phone import phone_text
from cs_workbench.kernel.progress import Progress
from cs_workbench.kernel.text import fold
from cs_workbench.storage.unit import Read

FIELDS = {
    "name": "название",
    "inn": "ИНН",
    "kpp": "КПП",
    "phone": "телефон",
    "email": "почта",
    "manager": "менеджер",
    "source": "источник",
}
"""Fields of the card itself, in words."""

NOBODY = "Контактное лицо"
"""The name of a contact of whom the file gives a telephone or an address of mail alone."""


@dataclass(frozen=True, slots=True, config=CHECKED)
class ClientLine:
    """A line of a register of clients. `contact…` is a person, `site` and `address` a place; `line` its row, from 1."""

    line: int = 0
    name: Line | None = None
    inn: Inn | None = None
    kpp: Kpp | None = None
    phone: FirstPhone | None = None
    email: FirstEmail | None = None
    manager: Line | None = None
    source: Line | None = None
    contact: Line | None = None
    contact_role: Line | None = None
    contact_phone: FirstPhone | None = None
    contact_email: FirstEmail | None = None
    site: Line | None = None
    address: Line | None = None


CLIENT_LINES = Checker(ClientLine)
_NAMES = tuple(name for name in ClientLine.__dataclass_fields__ if name != "line")
ClientLines = Annotated[Checked[ClientLine], read_by(lambda: CLIENT_LINES), schema(*_NAMES)]


class ClientPlan:
    """What a register of clients will do: the cards that it touches, in the order of its lines, and the tally."""

    def __init__(self, read: Read, given: Checked[ClientLine], progress: Progress | None = None) -> None:
        self.tally = Tally(rejected=list(given.rejected))
        self.touched: list[Card] = []
        self._book = ClientBook(read, whole=True)
        self._book.load_people(read)
        self._book.load_places(read)
        in_steps(given.lines, progress, lambda place: self._take(given.lines[place]), 2 * len(given.lines))

    def _take(self, line: ClientLine) -> None:
        try:
            card = self._find(line)
        except Refusal as refusal:
            self.tally.reject(line.line, refusal)
            return
        if card is None and line.name is None:
            self.tally.reject(line.line, Refusal("required", "Такого клиента ещё нет: нужно его название.", "name"))
            return
        if card is None:
            card = Card(0, line.name or "")
            list(self._changes(card, line))
            said = [f"ИНН {card.inn}" if card.inn else "", phone_text(card.phone) if card.phone else ""]
            self.tally.note(line.line, "create", card.name, filter(None, said))
        elif details := list(self._changes(card, line)):
            self.tally.note(line.line, "update", card.name, details)
        else:
            self.tally.note(line.line, "unchanged", card.name)
            return
        self._book.enter(card)
        if not card.touched:
            card.touched = True
            self.touched.append(card)

    # Whose a line is

    def _find(self, line: ClientLine) -> Card | None:
        if line.inn and self._book.by_inn(line.inn):
            return self._branch(line, self._book.by_inn(line.inn))
        named = self._book.by_name(line.name) if line.name else ()
        free = [card for card in named if not (line.inn and card.inn)]
        if len(free) > 1:
            raise Refusal("ambiguous", f"Клиентов «{line.name}» несколько: нужен ИНН.", "name")
        if free:
            return free[0]
        if named:
            self._warn(line, "name", f"«{line.name}» с другим ИНН уже есть: записан как другой клиент.")
        return self._by_phone(line)

    def _branch(self, line: ClientLine, found: Sequence[Card]) -> Card | None:
        """Among the clients of one INN the one with the line's KPP; a KPP that none of them has is another branch."""
        cards = [card for card in found if line.kpp in (None, card.kpp)]
        cards = cards or [card for card in found if card.kpp is None]
        if len(cards) > 1:
            cards = [card for card in cards if line.name and loose(card.name) == loose(line.name)]
            if len(cards) != 1:
                raise Refusal("ambiguous", f"Клиентов с ИНН {line.inn} несколько: нужен КПП.", "inn")
        if not cards:
            self._warn(line, "branch", f"ИНН {line.inn} уже есть с другим КПП: записан отдельный филиал.")
        return cards[0] if cards else None

    def _by_phone(self, line: ClientLine) -> Card | None:
        if not line.phone:
            return None
        known = self._book.by_phone(line.phone)
        found = [card for card in known if not (line.inn and card.inn)]
        if len(found) == 1:
            if line.name:
                self._warn(line, "phone", f"по телефону это «{found[0].name}», название станет «{line.name}».")
            return found[0]
        if known:
            self._warn(line, "phone", f"телефон {phone_text(line.phone)} уже есть у клиента «{known[0].name}».")
        return None

    def _warn(self, line: ClientLine, kind: str, sentence: str) -> None:
        self.tally.warn(kind, f"Строка {line.line}: {sentence}")

    # What it changes

    def _changes(self, card: Card, line: ClientLine) -> Iterator[str]:
        """Change the card as the line says; each change in words."""
        for name, word in FIELDS.items():
            value, before = getattr(line, name), getattr(card, name)
            if name == "name" and value and loose(value) == loose(before):
                continue
            if card.put(name, value):
                yield f"{word}: {_shown(name, before)} → {_shown(name, value)}" if before else f"{word}: +"
        yield from self._person(card, line)
        yield from _place(card, line)

    def _person(self, card: Card, line: ClientLine) -> Iterator[str]:
        name, phone = line.contact, line.contact_phone
        if name is None and phone and card.phone in (None, phone) and line.phone is None:
            if card.put("phone", phone):  # a telephone of nobody is the firm's
                yield "телефон: +"
            phone = None
        if name is None and phone is None and line.contact_email is None:
            return
        card.people = card.people or []
        known = _known(card.people, name, phone or line.contact_email)
        if known is None:
            card.people.append(Person(0, name or NOBODY, line.contact_role, phone, line.contact_email))
            yield f"контакт: {name or NOBODY}"
        else:
            given = {"role": line.contact_role, "phone": phone, "email": line.contact_email}
            news = [column for column, value in given.items() if known.put(column, value)]
            if news:
                yield f"контакт: {known.name}"
        if phone:
            self._book.enter_phone(phone, card)


def _known(people: list[Person], name: str | None, reached: str | None) -> Person | None:
    """The person of that name; without a name, the one who is reached so."""
    if name is not None:
        return next((person for person in people if fold(person.name) == fold(name)), None)
    return next((person for person in people if reached in (person.phone, person.email)), None)


def _place(card: Card, line: ClientLine) -> Iterator[str]:
    if line.site is None and line.address is None:
        return
    place = place_of(card, line.site, line.address)
    if place is None:
        add_place(card, line.site, line.address)
        yield f"объект: {line.site or line.address}"
    elif place.move(line.address):
        yield f"адрес: {line.address}"


def place_of(card: Card, name: str | None, address: str | None) -> Place | None:
    """The client's site of that name; without a name, the one at that address, or its only one that has none."""
    places = card.places or []
    if name is not None:
        return next((place for place in places if loose(place.name) == loose(name)), None)
    key = loose(address or "")
    at = next((place for place in places if key in (loose(place.address or ""), loose(place.name))), None)
    return at or (places[0] if len(places) == 1 and places[0].address is None else None)


def add_place(card: Card, name: str | None, address: str | None) -> Place:
    """One more site of a client."""
    place = Place(0, name or address or "", address)
    card.places = [*(card.places or []), place]
    return place


def _shown(name: str, value: str) -> str:
    return phone_text(value) if name == "phone" else value
