"""What is special about each client of the demo: the story that it lives, how it pays, how many months it owes."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cs_workbench.demo.firms import Firm

PER = 120
"""The shares below are for so many clients; stories grow with their number up to `MOST` times that."""

MOST = 6


class Habit(StrEnum):
    """When a client pays the monthly fee: soon, at the end of the month, in the next one, or not at all."""

    PROMPT = "prompt"
    AT_THE_END = "at_the_end"
    LATE = "late"
    DEBTOR = "debtor"


class Role(StrEnum):
    """The story of a client in these weeks; `stories.py` and `office.py` live it."""

    BROKEN = "broken"  # promised, and no money came
    DUE_TODAY = "due_today"  # promised for today
    HALF = "half"  # paid a half
    DISPUTES = "disputes"  # disputes, calls are held without an end
    DISPUTES_LAW = "disputes_law"  # disputes, the lawyers are waited for
    HELD = "held"  # held until a day
    CALL_BACK = "call_back"  # asked to be called today
    LOST = "lost"  # lost the invoice, waits for another copy
    TWICE = "twice"  # broke two promises
    OWES_LONG = "owes_long"  # owes for two months, then three
    WITH_LAWYERS = "with_lawyers"  # owes for five months
    PARTLY = "partly"  # promised all, paid a part
    SAID = "said"  # says that it has paid
    UNSENT = "unsent"  # the month's invoice is not sent
    ASKED = "asked"  # nobody said whether the invoice came
    SUGGESTED = "suggested"  # paid without the invoice's number
    THIRD_PARTY = "third_party"  # somebody else paid for it
    MISSED = "missed"  # a month was not billed
    FIXED = "fixed"  # the invoice was corrected and not sent yet
    LETTER = "letter"  # owes for one delivery: the first letter is due
    WARNING = "warning"  # the same, longer: the warning is due
    FUTURE = "future"  # promised for later
    KEPT = "kept"  # promised and paid
    CREDIT = "credit"  # paid too much
    SILENT = "silent"  # does not answer for days
    MORNING = "morning"  # did not answer this morning
    REFUSES = "refuses"
    WRONG = "wrong"  # the number is another person's
    LOST_SENT = "lost_sent"  # lost the invoice, has got another copy
    NO_CALLS = "no_calls"  # is not to be called
    BOUNCED = "bounced"  # the invoice came back and went elsewhere
    REPRICED = "repriced"  # the fee changes next month
    PAUSED = "paused"
    ENDED = "ended"
    BUYER = "buyer"  # no monthly fee, one delivery
    FAILED_LETTER = "failed_letter"
    UNTOUCHED = "untouched"  # nobody has spoken with it for two months
    UNASSIGNED = "unassigned"  # nobody answers for it
    NOBODYS = "nobodys"  # the same, and nobody has spoken with it for two months
    ORDINARY = "ordinary"


SHARES: dict[Role, int] = {
    **dict.fromkeys(Role, 1),
    **dict.fromkeys((Role.BROKEN, Role.KEPT, Role.HALF, Role.UNSENT), 4),
    **dict.fromkeys((Role.DUE_TODAY, Role.CALL_BACK, Role.LETTER, Role.FUTURE, Role.SUGGESTED, Role.ASKED), 3),
    **dict.fromkeys((Role.LOST, Role.PARTLY, Role.SAID, Role.OWES_LONG, Role.MISSED, Role.WARNING, Role.CREDIT), 2),
    **dict.fromkeys((Role.SILENT, Role.MORNING, Role.REPRICED), 2),
    Role.BUYER: 4,
    Role.UNTOUCHED: 6,
    Role.UNASSIGNED: 4,
    Role.NOBODYS: 5,
}

OWED: dict[Role, int] = {
    **dict.fromkeys((Role.BROKEN, Role.DUE_TODAY, Role.HALF, Role.DISPUTES, Role.DISPUTES_LAW, Role.HELD), 1),
    **dict.fromkeys((Role.CALL_BACK, Role.LOST, Role.PARTLY, Role.SAID, Role.FIXED, Role.FUTURE, Role.SILENT), 1),
    **dict.fromkeys((Role.MORNING, Role.REFUSES, Role.WRONG, Role.LOST_SENT, Role.NO_CALLS), 1),
    Role.TWICE: 2,
    Role.OWES_LONG: 2,
    Role.WITH_LAWYERS: 5,
}
"""Months over that are not paid, the newest of them and those before it; roles that are not here pay by their habit."""


@dataclass(frozen=True)
class Client:
    """A firm in its role; `place` counts the clients of the same role from 0."""

    firm: Firm
    role: Role
    place: int
    habit: Habit
    manager: str | None

    @property
    def id(self) -> int:
        """The record's id."""
        return self.firm.id

    @property
    def owed(self) -> int:
        """How many of the months that are over it owes."""
        return OWED.get(self.role, 0) + (self.place % 2 if self.role is Role.OWES_LONG else 0)

    @property
    def subscribed(self) -> bool:
        """Whether it pays a monthly fee."""
        return self.role is not Role.BUYER


@dataclass(frozen=True)
class Cast:
    """All clients, by id."""

    clients: tuple[Client, ...]

    def of(self, *roles: Role) -> Iterator[Client]:
        """The clients of these roles."""
        return (client for client in self.clients if client.role in roles)


def cast_of(firms: list[Firm], seed: int, managers: tuple[str, ...]) -> Cast:
    """Give each firm its role: the stories first, at random places among the ordinary ones."""
    rng = random.Random(f"{seed}/cast")
    scale = min(MOST, len(firms) / PER)
    wanted = [
        (role, n) for role, share in SHARES.items() if role is not Role.ORDINARY for n in range(_scaled(share, scale))
    ]
    wanted.sort(key=lambda pair: pair[1] > 0)  # one of each first, so that a small demo has every story
    roles = [*wanted[: len(firms)], *((Role.ORDINARY, n) for n in range(len(firms) - len(wanted)))]
    rng.shuffle(roles)
    return Cast(tuple(_client(rng, firm, *given, managers) for firm, given in zip(firms, roles, strict=True)))


def _scaled(share: int, scale: float) -> int:
    return max(1, round(share * scale))


def _client(rng: random.Random, firm: Firm, role: Role, place: int, managers: tuple[str, ...]) -> Client:
    chance = rng.random()
    habit = Habit.PROMPT if chance < 0.78 else Habit.AT_THE_END if chance < 0.9 else Habit.LATE
    if role in OWED:
        habit = Habit.DEBTOR
    if role in (Role.UNTOUCHED, Role.NOBODYS, Role.UNSENT, Role.ASKED):
        habit = Habit.PROMPT if role in (Role.UNTOUCHED, Role.NOBODYS) else Habit.LATE
    manager = None if role in (Role.UNASSIGNED, Role.NOBODYS) else managers[0] if rng.random() < 0.75 else managers[-1]
    return Client(firm, role, place, habit, manager)
