"""What can be written to a file: a list of typed rows that come by pages, and the words that a person reads in it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

Kind = Literal["text", "phone", "word", "money", "day", "moment", "number", "yes_no"]
"""How a value is written: `word` is a value of an enumeration, `money` kopecks, `phone` E.164, `moment` aware."""

Rows = Sequence[Sequence[Any]]


class Field(NamedTuple):
    """A column of a list. `plain` ones are written for programs alone: folded keys, versions of rows."""

    name: str
    kind: Kind
    plain: bool = False


@dataclass(frozen=True)
class Listing:
    """A list: the name programs know it by, its columns, how many rows there are, and the way to their pages.

    Each page is read when it is asked for, so that a list of any length takes the room of one page. Values stand in the
    order of the fields; None is empty.
    """

    name: str
    fields: tuple[Field, ...]
    total: int
    pages: Callable[[], Iterator[Rows]]


class Words(NamedTuple):
    """How a person reads a list: its title, the heading of a field, the word of an enumeration's value."""

    title: str
    heading: Callable[[str], str]
    word: Callable[[str], str]
