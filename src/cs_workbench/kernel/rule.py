"""Rules: pure readings of one row and the moment that say what is due.

A rule names a select of its area's repository (what stands in the queue), and a function that words one row of it. The
select gives the columns of `Duty` first and the rule's own facts after them. Standard library only; `queue.py` turns
worded rows into items.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import Any, NamedTuple, get_type_hints

from cs_workbench.kernel.money import Money
from cs_workbench.kernel.today import Today


class Tier(IntEnum):
    """What comes before what, whatever the score (`processes.ru.md` 1)."""

    BURNING = 0
    PROMISED = 1
    MONEY = 2
    GOODS = 3
    PAPERS = 4
    GROWTH = 5


class Duty(NamedTuple):
    """The columns that every select gives: who, since when, how much, and the marks that the score needs.

    `promised` counts halves of the term P (2 a broken promise or ours due, 1 a promise due today); `health` is 0…100;
    `amount` kopecks.
    """

    record_id: int
    client_id: int | None
    client: str
    period: str
    due: date
    since: date
    amount: Money
    blocked: bool
    promised: int
    waiting: bool
    health: int


class NoFacts(NamedTuple):
    """For rules that need nothing beyond the duty itself."""


class Line(NamedTuple):
    """A worded row: what the queue shows, the facts of «Почему здесь», and what makes the item go away."""

    text: str
    why: str
    leaves_when: str


Wording = Callable[[Duty, Any, Today], Line]


@dataclass(frozen=True, eq=False)
class Rule:
    """`record` is the record an item is about, `select` the repository's function, `actions` the answers in key order.

    `timed` rules read the time of day and are asked again each minute. A rule of the last tier shows at most `daily`
    items a day; `handled` names the repository's count of those that were dealt with today.
    """

    id: str
    tier: Tier
    split: str
    title: str
    processes: tuple[str, ...]
    record: str
    select: str
    word: Wording
    actions: tuple[str, ...]
    timed: bool = False
    daily: int = 0
    handled: str = ""

    @cached_property
    def facts(self) -> type[tuple[Any, ...]]:
        """The NamedTuple of the rule's own columns, named by its function's second parameter."""
        hints = get_type_hints(self.word)
        name = self.word.__code__.co_varnames[1]
        return hints[name]  # type: ignore[no-any-return]

    @property
    def calls(self) -> bool:
        """Whether its first answer is a telephone call (the split «Звонки»)."""
        return bool(self.actions) and self.actions[0] == "collection.log_call"

    @property
    def capped(self) -> bool:
        """Whether its items are let through by the day's caps (`kernel/queue.py`)."""
        return self.tier is Tier.GROWTH
