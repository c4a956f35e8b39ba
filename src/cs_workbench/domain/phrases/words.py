"""A phrase as words: what stands between spaces, with the folded form that is compared, and the small words that only
join the others.
"""

from collections.abc import Sequence
from typing import NamedTuple

from cs_workbench.kernel.text import clean_text, fold

READ_WORDS = 60
"""Words of a phrase that are looked at; those after them are text."""

EDGES = " ,;:!?.…()[]{}«»\"'“”„`–—-"
"""Punctuation around a word that does not belong to it."""
_JOINING = "в во на к ко с со до по от за и руб рублей рубля рубль р ₽ г года числа"
_BEFORE = "в во на к ко с со до по около после"

GLUE = frozenset(_JOINING.split()) | {""}
"""Words that join: dropped beside what was read, left alone within a text."""

LEADING = frozenset(_BEFORE.split())
"""Words after which a bare number is a day or an hour."""

JOINING = GLUE | LEADING
"""Words that go with what stands after them when that is read."""


class Word(NamedTuple):
    """`shown` as it was typed; `key` folded, without the punctuation around it."""

    shown: str
    key: str

    @property
    def name_like(self) -> bool:
        """Written as a name is: with a capital letter or in quotes."""
        bare = self.shown.lstrip("(")
        return bare[:1] in "«\"“„'" or bare[:1].isupper()


def split_words(text: str) -> list[Word]:
    """The words of a text, cleaned of what a terminal obeys."""
    return [Word(part, fold(part.strip(EDGES))) for part in clean_text(text).split()]


def joined(words: Sequence[Word]) -> str:
    """The words as text again, without the punctuation that what was taken out has left at the edges."""
    text = " ".join(word.shown for word in words)
    return text.strip(" ,;:–—-") if text.strip(EDGES) else ""
