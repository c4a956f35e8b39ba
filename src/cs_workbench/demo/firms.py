"""Who there is: invented firms with their people. Numbers look right and belong to nobody.

An INN has a right check digit and a tax office that does not exist, a telephone begins with a code that no network has,
mail goes to `.example`.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cs_workbench.demo.sources import Form, Sources
from cs_workbench.domain.clients.records import ClientKind
from cs_workbench.kernel.money import Money

_WEIGHTS = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_ONE = dict(zip("абвгдеёзийклмнопрстуфхцыэ", "abvgdeeziyklmnoprstufhcye", strict=True))
_LATIN = {**_ONE, "ж": "zh", "ч": "ch", "ш": "sh", "щ": "sch", "ю": "yu", "я": "ya", "ъ": "", "ь": ""}


@dataclass(frozen=True)
class Person:
    """Somebody who speaks for a firm."""

    name: str
    role: str
    phone: str
    email: str | None


@dataclass(frozen=True)
class Firm:
    """One client; `id` is its place from 1, which is its record's id too. `fee` kopecks a month."""

    id: int
    name: str
    kind: ClientKind
    inn: str
    kpp: str | None
    phone: str
    email: str
    source: str
    fee: Money
    people: tuple[Person, ...]


def invent_firms(sources: Sources, seed: int, count: int) -> list[Firm]:
    """As many firms, the same for the same seed; the first ones do not depend on how many there are."""
    rng = random.Random(f"{seed}/firms")
    forms = [form for form in sources.forms for _ in range(form.share)]
    names = _Names(sources, rng)
    return [_firm(sources, rng, number, rng.choice(forms), names) for number in range(1, count + 1)]


class _Names:
    """Gives each form's words in a shuffled order, then again with a number."""

    def __init__(self, sources: Sources, rng: random.Random) -> None:
        self._words = {name: rng.sample(words, len(words)) for name, words in sources.words.items()}
        self._given: Counter[str] = Counter()

    def next(self, form: Form) -> str:
        words, place = self._words[form.words], self._given[form.name]
        self._given[form.name] += 1
        turn, at = divmod(place, len(words))
        # Forms that share a list begin at different places of it.
        word = words[(at + len(form.name)) % len(words)]
        return form.name.format(word=f"{word} ({turn + 1})" if turn else word)


def _firm(sources: Sources, rng: random.Random, number: int, form: Form, names: _Names) -> Firm:
    person = form.words == "person"
    name = form.name.format(person=_full_name(sources, rng, number)) if person else names.next(form)
    domain = f"{latin(name.partition('«')[2] or name)}-{number}.example"
    people = [_person(sources, rng, number, place, domain) for place in range(1 if rng.random() < 0.55 else 2)]
    return Firm(
        id=number,
        name=name,
        kind=ClientKind.ENTREPRENEUR if person else ClientKind.COMPANY,
        inn=inn_of(number, person=person),
        kpp=None if person else "779901001",
        phone=f"+7495{number:07d}",
        email=f"buh@{domain}",
        source=rng.choice(sources.said["sources"]),
        fee=Money.rubles(rng.choice((3_500, 4_900, 6_000, 7_500, 9_800, 12_000, 14_500, 18_000, 24_800, 32_000))),
        people=tuple(people),
    )


def inn_of(number: int, *, person: bool) -> str:
    """Ten digits of a firm or twelve of a person, of the tax office 7799 that does not exist."""
    digits = f"7799{number:06d}" if person else f"7799{number:05d}"
    for _ in range(2 if person else 1):
        weights = _WEIGHTS[-len(digits) :]
        digits += str(sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 % 10)
    return digits


def _person(sources: Sources, rng: random.Random, number: int, place: int, domain: str) -> Person:
    people = sources.people
    role = rng.choice(people.other_roles if place else people.main_roles)
    email = None if place else f"buh@{domain}"
    return Person(_full_name(sources, rng, number), role, f"+7973{place}{number % 1_000_000:06d}", email)


def _full_name(sources: Sources, rng: random.Random, number: int) -> str:
    people = sources.people
    his, hers = rng.choice(people.surnames)
    return (
        f"{rng.choice(people.women)} {hers}" if (rng.random() + number) % 2 < 1 else f"{rng.choice(people.men)} {his}"
    )


def latin(name: str) -> str:
    """A name as a part of an address: Latin letters and digits, other signs as one hyphen."""
    return "-".join("".join(_letters(name)).split())


def _letters(name: str) -> Iterator[str]:
    for letter in name.lower():
        if letter in _LATIN:
            yield _LATIN[letter]
        else:
            yield letter if letter.isascii() and letter.isalnum() else " "
