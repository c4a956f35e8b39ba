"""The phrases of all actions, found by the words that a text begins with: the longest wins; where several actions
have it, they come in the order of the catalogue.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from cs_workbench.domain.phrases.slots import can_be_said
from cs_workbench.domain.phrases.words import Word, split_words
from cs_workbench.kernel.action import Action, Phrase


class Match(NamedTuple):
    """A phrase of an action, and how many words it took."""

    kind: type[Action]
    phrase: Phrase
    size: int


class Book:
    """All phrases by their first word."""

    def __init__(self, kinds: Sequence[type[Action]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Match]]] = {}
        for kind in kinds:
            if can_be_said(kind):
                for phrase in kind.facts.phrases:
                    self._enter(kind, phrase)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def _enter(self, kind: type[Action], phrase: str) -> None:
        keys = tuple(word.key for word in split_words(phrase))
        whole = phrase if isinstance(phrase, Phrase) else Phrase(phrase)
        self._by_first.setdefault(keys[0], []).append((keys, Match(kind, whole, len(keys))))

    def longest(self, words: Sequence[Word]) -> list[Match]:
        """The longest phrase that the words begin with; several actions may have it."""
        entries = self._by_first.get(words[0].key, ()) if words else ()
        found = [match for keys, match in entries if keys == tuple(word.key for word in words[: len(keys)])]
        return [match for match in found if match.size == found[0].size]


@cache
def book_of(kinds: tuple[type[Action], ...]) -> Book:
    """The book of a catalogue; made once."""
    return Book(kinds)
