"""A client named in a phrase: by its whole name with its legal form or without, by its INN, or by a part of the name
that no other client has.
"""

from collections.abc import Sequence
from typing import NamedTuple

from cs_workbench.domain.phrases.around import MOST_NAMED, Around, Named
from cs_workbench.domain.phrases.words import EDGES, GLUE, Word
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.identifiers import check_inn

_FORMS = "ооо оао ао пао зао нао ип тсж тсн жск гск снт фгуп муп гуп мку мбу гбу"
LEGAL_FORMS = frozenset(_FORMS.split())
LONGEST = 6
"""Words of a name that are compared."""
PART = 4
"""Letters that a part of a name has at least."""


class Client(NamedTuple):
    """The client that words name, and how many words did. `many`: several clients are called so."""

    id: int
    size: int
    many: bool = False


def named(words: Sequence[Word], around: Around, *, partly: bool) -> Client | None:
    """The client that the first words name."""
    forms = next((at for at, word in enumerate(words) if word.key not in LEGAL_FORMS), len(words))
    rest = words[forms : forms + LONGEST]
    if not rest:
        return None
    if inn := _by_inn(rest[0], around):
        return inn
    first = rest[0].key
    if len(first) < 2 or first in GLUE or not any(letter.isalpha() for letter in first):
        return None
    known = around.clients(first)
    found = _wholly(words[:forms], rest, known)
    if found is None and partly and len(first) >= PART and len(known) < MOST_NAMED:
        found = _partly(forms, rest, known)
    return found


def _by_inn(word: Word, around: Around) -> Client | None:
    if not (word.key.isascii() and word.key.isdigit() and len(word.key) in (10, 12)):
        return None
    try:
        number = around.context.find("client", check_inn(word.key))
    except Refusal:
        return None
    return Client(number, 1)


def _wholly(forms: Sequence[Word], rest: Sequence[Word], known: Sequence[Named]) -> Client | None:
    """The longest run that is a whole name; where several are called so, the one with that legal form."""
    before = [word.key for word in forms]
    names = [(client, _parts(client.key)) for client in known]
    for size in range(len(rest), 0, -1):
        typed = [word.key for word in rest[:size]]
        hits = [(client, parts) for client, parts in names if _core(parts) == typed]
        sure = [(client, parts) for client, parts in hits if sorted(parts) == sorted([*before, *typed])]
        if hits:
            client = (sure or hits)[0][0]
            return Client(client.id, len(before) + size, many=len(sure or hits) > 1)
    return None


def _partly(forms: int, rest: Sequence[Word], known: Sequence[Named]) -> Client | None:
    """The longest run of words that stands in one client's name alone; the last may be begun."""
    for size in range(len(rest), 0, -1):
        typed = [word.key for word in rest[:size]]
        hits = [client for client in known if _stands(typed, _core(_parts(client.key)))]
        if len(hits) == 1:
            return Client(hits[0].id, forms + size)
    return None


def _stands(typed: Sequence[str], core: Sequence[str]) -> bool:
    size = len(typed)
    return any(
        list(core[at : at + size - 1]) == list(typed[:-1]) and core[at + size - 1].startswith(typed[-1])
        for at in range(len(core) - size + 1)
    )


def _parts(key: str) -> list[str]:
    """The words of a folded name as `split_words` would give them; a hundred names are taken apart for each letter."""
    return [part for word in key.split() if (part := word.strip(EDGES))]


def _core(parts: Sequence[str]) -> list[str]:
    """A name without its legal form; a name that is nothing else stays."""
    return [part for part in parts if part not in LEGAL_FORMS] or list(parts)
