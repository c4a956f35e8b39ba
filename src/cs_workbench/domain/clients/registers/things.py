"""A register of equipment: what each of its lines changes (row 1.5). Nothing is written here.

A piece is found by its serial number, look-alike letters made one; without a number by site, category and model, as
many as there are. A site that is not known yet is made where the equipment stands, ready.
"""

from collections.abc import Iterator
from dataclasses import dataclass as plain_dataclass
from datetime import date
from typing import Annotated

from pydantic import PlainValidator
from pydantic.dataclasses import dataclass
from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.records import GONE, Asset, Category
from cs_workbench.domain.clients.registers.book import Card, ClientBook, Place, Row, loose
from cs_workbench.domain.clients.registers.lines import CHECKED, Checked, Checker, WholeDay, read_by
from cs_workbench.domain.clients.registers.lines import lines_schema as schema
from cs_workbench.domain.clients.registers.people import add_place, place_of
from cs_workbench.domain.clients.registers.telling import Tally, in_steps
from cs_workbench.domain.clients.rules import asset_name
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Inn, Line, YesNo
from cs_workbench.kernel.progress import Progress
from cs_workbench.kernel.serial import is_unnumbered, serial_key
from cs_workbench.kernel.text import clean_line, fold
from cs_workbench.storage.unit import Read

STEMS = {
    "шлагбаум": Category.BARRIER,
    "турникет": Category.TURNSTILE,
    "камер": Category.CAMERA,
    "контроллер": Category.CONTROLLER,
    "сервер": Category.SERVER,
    "домофон": Category.INTERCOM,
    "вызывн": Category.INTERCOM,
    "интерком": Category.INTERCOM,
}
"""How words for equipment begin; whatever else stands on a site is `other`."""

MAIN_SITE = "Основной объект"
"""The site of equipment whose place the file does not name, where the client has none."""

FIELDS = {"vendor": "марка", "model": "модель", "installed_on": "установлено", "warranty_until": "гарантия до"}


def category_of(text: str) -> Category:
    """The category that a word of a file means: «Шлагбаум автоматический», `camera`."""
    said = fold(clean_line(text))
    if said in set(Category):
        return Category(said)
    return next((category for stem, category in STEMS.items() if stem in said), Category.OTHER)


@dataclass(frozen=True, slots=True, config=CHECKED)
class AssetLine:
    """A line of a register of equipment; `client` is a name, `line` its row, from 1."""

    line: int = 0
    client: Line | None = None
    inn: Inn | None = None
    site: Line | None = None
    address: Line | None = None
    category: Annotated[Category, PlainValidator(lambda value: category_of(str(value)))] | None = None
    vendor: Line | None = None
    model: Line | None = None
    serial: Line | None = None
    installed_on: WholeDay | None = None
    warranty_until: WholeDay | None = None
    ours: YesNo | None = None


ASSET_LINES = Checker(AssetLine)
_NAMES = tuple(name for name in AssetLine.__dataclass_fields__ if name != "line")
AssetLines = Annotated[Checked[AssetLine], read_by(lambda: ASSET_LINES), schema(*_NAMES)]


@plain_dataclass(slots=True)
class Thing(Row):
    """A piece of equipment as it stands, or (with id 0) as it will be added on `place`."""

    card: Card
    place: Place
    category: Category
    vendor: str | None
    model: str | None
    serial: str | None
    key: str | None
    unnumbered: bool
    ours: bool
    installed_on: date | None
    warranty_until: date | None
    gone: bool = False
    seen: bool = False


Unnumbered = tuple[int, Category, str]


class AssetPlan:
    """What a register of equipment will do: clients with new sites, things added and changed, the tally."""

    def __init__(self, read: Read, given: Checked[AssetLine], progress: Progress | None = None) -> None:
        self.tally = Tally(rejected=list(given.rejected))
        self.touched: list[Thing] = []
        self._book = ClientBook(read)
        self._book.load_places(read)
        self._by_key: dict[str, Thing] = {}
        self._plain: dict[Unnumbered, list[Thing]] = {}
        self._load(read)
        in_steps(given.lines, progress, lambda place: self._take(given.lines[place]), 2 * len(given.lines))

    def _load(self, read: Read) -> None:
        places = {place.id: (card, place) for card in self._book.cards() for place in card.places or ()}
        names = ("id", "site_id", "category", "vendor", "model", "serial", "serial_key", "unnumbered", "ours")
        dates = ("installed_on", "warranty_until", "state")
        wanted = select(*(col(getattr(Asset, name)) for name in (*names, *dates))).order_by(col(Asset.id))
        for number, site_id, *row, state in read.session.execute(wanted):
            thing = Thing(number, *places[site_id], *row)
            thing.gone = state in GONE
            self._enter(thing)

    def _enter(self, thing: Thing) -> None:
        if thing.key:
            known = self._by_key.get(thing.key)
            if known is None or known.gone:
                self._by_key[thing.key] = thing
        elif not thing.gone:
            self._plain.setdefault(_kind(thing.place, thing.category, thing.model), []).append(thing)

    def _take(self, line: AssetLine) -> None:
        try:
            self._check(line)
            card = self._book.owner(line.inn, line.client)
            thing = self._find(card, line)
        except Refusal as refusal:
            self.tally.reject(line.line, refusal)
            return
        if thing is None:
            self._add(card, line)
        elif thing.gone:
            self.tally.note(line.line, "unchanged", _title(thing))
        elif details := list(self._changes(thing, line)):
            self.tally.note(line.line, "update", _title(thing), details)
            self._touch(thing)
        else:
            self.tally.note(line.line, "unchanged", _title(thing))

    @staticmethod
    def _check(line: AssetLine) -> None:
        if line.category is None and line.model is None and line.serial is None:
            raise Refusal("required", "Не указано, что за оборудование: нужен вид, модель или номер.", "category")
        if line.installed_on and line.warranty_until and line.warranty_until < line.installed_on:
            raise Refusal("warranty", "Гарантия кончается раньше установки: проверьте даты.", "warranty_until")

    def _find(self, card: Card, line: AssetLine) -> Thing | None:
        key = serial_key(line.serial) if line.serial else ""
        if not key:
            return self._next_plain(card, line)
        thing = self._by_key.get(key)
        if thing is None or thing.card is card:
            return thing
        if thing.gone:
            return None
        raise Refusal("duplicate", f"Серийный номер {line.serial} уже у клиента «{thing.card.name}».", "serial")

    def _next_plain(self, card: Card, line: AssetLine) -> Thing | None:
        """Of the pieces without a number that are just such on that site, the next that no line has named yet."""
        place = place_of(card, line.site, line.address) if line.site or line.address else _only(card)
        if place is None:
            return None
        same = self._plain.get(_kind(place, line.category or Category.OTHER, line.model), [])
        thing = next((one for one in same if not one.seen), None)
        if thing is not None:
            thing.seen = True
        return thing

    def _add(self, card: Card, line: AssetLine) -> None:
        key = serial_key(line.serial) if line.serial else ""
        place = self._place(card, line)
        place.move(line.address)
        thing = Thing(
            0,
            card,
            place,
            line.category or Category.OTHER,
            line.vendor,
            line.model,
            line.serial,
            key or None,
            line.serial is not None and is_unnumbered(line.serial),
            bool(line.ours),
            line.installed_on,
            line.warranty_until,
            seen=True,
        )
        self._enter(thing)
        self._touch(thing)
        self.tally.note(line.line, "create", _title(thing), [f"{card.name}, {thing.place.name}"])

    @staticmethod
    def _place(card: Card, line: AssetLine) -> Place:
        if line.site or line.address:
            return place_of(card, line.site, line.address) or add_place(card, line.site, line.address)
        return _only(card) or add_place(card, MAIN_SITE, None)

    def _changes(self, thing: Thing, line: AssetLine) -> Iterator[str]:
        """Change the thing as the line says; each change in words."""
        if line.site or line.address:
            place = self._place(thing.card, line)
            if place is not thing.place:
                thing.place = place
                thing.changes = {**(thing.changes or {}), "site": place}
                yield f"объект: {place.name}"
            if place.move(line.address):
                yield f"адрес: {place.address}"
        if line.category is not None and thing.put("category", line.category):
            yield "вид"
        if line.ours is not None and thing.put("ours", line.ours):
            yield "наше" if line.ours else "не наше"
        for name, word in FIELDS.items():
            value = getattr(line, name)
            if thing.put(name, value):
                yield f"{word}: {day_text(value) if isinstance(value, date) else value}"

    def _touch(self, thing: Thing) -> None:
        if not thing.touched:
            thing.touched = True
            self.touched.append(thing)


def _kind(place: Place, category: Category, model: str | None) -> Unnumbered:
    """What things without a number are counted by; a place is itself, stored or not."""
    return id(place), category, loose(model or "")


def _only(card: Card) -> Place | None:
    places = card.places or []
    return places[0] if len(places) == 1 else next((place for place in places if place.name == MAIN_SITE), None)


def _title(thing: Thing) -> str:
    named = asset_name(thing.category, thing.vendor, thing.model, thing.serial if thing.key else None)
    return named if thing.key else f"{named}, без номера"
