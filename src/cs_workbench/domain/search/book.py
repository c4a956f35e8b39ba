"""Clients in memory by everything that names them: searched at each key, whole, in a few milliseconds.

`shelf.py` reads it and keeps it fresh. It holds folded keys and ids alone; names to show are read for what was found.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from cs_workbench.domain.search.dialled import MOST, Dialled, dialled, kept
from cs_workbench.domain.search.keys import BREAK, Keys
from cs_workbench.domain.search.rows import Hit
from cs_workbench.kernel.chunks import chunks
from cs_workbench.kernel.text import fold

LIMIT = 50
CHUNK = 500

_NO_WORD = re.compile(r"(?:[^\w\n]|_)+")
_INN = re.compile(r"(?:инн[ :№]*)?([0-9 ]{1,16})")

Owned = tuple[str, int, int]
"""A text, the client whose it is, the id of its record."""


def plain(key: str) -> str:
    """A folded text as words with a blank before each: « ооо ромашка» of «ооо «ромашка»»."""
    return f" {_NO_WORD.sub(' ', key).strip()}"


def plains(texts: Sequence[str]) -> Iterator[str]:
    """The same of many texts without breaks, hundreds at a time: that is quicker, and other threads get their turns."""
    for chunk in chunks(texts, CHUNK):
        joined = "\n".join(text.replace("\n", " ") for text in chunk)
        for text in _NO_WORD.sub(" ", joined).split("\n"):
            yield f" {text.strip()}"


class Shelved:
    """Texts of one kind and their owners, searched together."""

    def __init__(self, kind: str, record: str, owned: Sequence[Owned], texts: Iterable[str] | None = None) -> None:
        self._kind = kind
        self._record = record
        self._clients = array("q", (client for _, client, _ in owned))
        self._ids = array("q", (number for _, _, number in owned))
        self.keys = Keys((text for text, _, _ in owned) if texts is None else texts)

    def __len__(self) -> int:
        return len(self._ids)

    def hits(self, places: Iterable[int]) -> Iterator[Hit]:
        """The owners of texts by their places."""
        for place in places:
            yield Hit(self._kind, self._clients[place], self._record, self._ids[place])

    def worded(self, parts: Iterable[str]) -> Iterator[Hit]:
        """The owners of the texts that have every part."""
        return self.hits(self.keys.having_all(parts))


class Phones(Shelved):
    """Telephones of one kind of record: their digits, extensions apart."""

    def __init__(self, record: str, owned: Sequence[Owned]) -> None:
        numbers = [kept(text) for text, _, _ in owned]
        super().__init__("phone", record, owned, (digits for digits, _ in numbers))
        self._extensions = {place: extension for place, (_, extension) in enumerate(numbers) if extension}

    def ends(self, number: Dialled) -> Iterator[Hit]:
        """Numbers that are what was dialled, the extension's first; then those that begin or end with it."""
        same = list(islice(self.keys.having(f"{BREAK}{number.digits}{BREAK}"), LIMIT))
        yield from self.hits(sorted(same, key=lambda place: self._extensions.get(place, "") != number.extension))
        yield from self.hits(self.keys.having(BREAK + number.digits))
        if not number.first:
            yield from self.hits(self.keys.having(number.digits + BREAK))


@dataclass(frozen=True)
class Asked:
    """What was typed: its words, the digits of an INN, the readings as a telephone, the folded text."""

    words: tuple[str, ...]
    digits: str
    numbers: tuple[Dialled, ...]
    key: str

    @classmethod
    def of(cls, text: str) -> "Asked":
        """A text as one types it."""
        key = fold(text[:MOST])
        inn = _INN.fullmatch(key)
        digits = "" if inn is None else inn[1].replace(" ", "")
        return cls(tuple(plain(key).split()), digits, dialled(text), key)


class Book:
    """Everything that names a client. Each kind of text comes in the order of the clients' names; telephones and mail
    addresses are the clients' own and their contacts'.
    """

    def __init__(
        self,
        names: Sequence[Owned],
        inns: Sequence[Owned],
        phones: tuple[Sequence[Owned], Sequence[Owned]],
        emails: tuple[Sequence[Owned], Sequence[Owned]],
        people: Sequence[Owned],
        sites: Sequence[Owned],
    ) -> None:
        self._raw = Shelved("name", "client", names)
        self._names = Shelved("name", "client", names, plains([text for text, _, _ in names]))
        self._inns = Shelved("inn", "client", inns)
        self._phones = Phones("client", phones[0]), Phones("contact", phones[1])
        self._emails = Shelved("email", "client", emails[0]), Shelved("email", "contact", emails[1])
        self._people = Shelved("contact", "contact", people, plains([text for text, _, _ in people]))
        self._sites = Shelved("site", "site", sites, plains([text for text, _, _ in sites]))

    def __len__(self) -> int:
        return len(self._names)

    def find(self, text: str, limit: int = LIMIT) -> list[Hit]:
        """Clients whom a text may mean, the likeliest first, each once."""
        found: dict[int, Hit] = {}
        for hit in self._likely(Asked.of(text)):
            found.setdefault(hit.client_id, hit)
            if len(found) >= limit:
                break
        return list(found.values())

    def _likely(self, asked: Asked) -> Iterator[Hit]:
        """What begins with the text comes before what has it inside; a name before what else may have it."""
        beginnings = [f" {word}" for word in asked.words]
        if asked.words:
            yield from self._names.hits(self._names.keys.having(f"{BREAK} {' '.join(asked.words)}"))
            yield from self._names.worded(beginnings)
        if asked.digits:
            yield from self._inns.hits(self._inns.keys.having(BREAK + asked.digits))
        for number in asked.numbers:
            for phones in self._phones:
                yield from phones.ends(number)
        yield from self._people.worded(beginnings)
        yield from self._inside(asked)

    def _inside(self, asked: Asked) -> Iterator[Hit]:
        if asked.words:
            yield from self._names.worded(asked.words)
        else:
            yield from self._raw.hits(self._raw.keys.having(asked.key))
        if not asked.digits:
            for emails in self._emails:
                yield from emails.hits(emails.keys.having(asked.key))
        yield from self._people.worded(asked.words)
        yield from self._inns.hits(self._inns.keys.having(asked.digits))
        for number in asked.numbers:
            for phones in self._phones:
                yield from phones.hits(() if number.first else phones.keys.having(number.digits))
        yield from self._sites.worded(asked.words)
