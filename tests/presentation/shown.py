"""Facts made by hand for the tests of the presentation, and text with plain blanks."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from cs_workbench.kernel.calendar import WorkCalendar
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.queue import Entry, Item, make_entry
from cs_workbench.kernel.rule import Duty, Line, NoFacts, Rule, Tier
from cs_workbench.kernel.today import Today
from cs_workbench.presentation.shapes import CardLine, Row

TODAY = Today(datetime(2026, 11, 24, 7, 0, tzinfo=UTC), WorkCalendar({}))
"""Tuesday 24 November 2026, ten in the morning in Moscow."""

_ITEM = Item(
    key="PAY-CALL:client:17:2026-11",
    rule="PAY-CALL",
    tier=2,
    split="money",
    score=12.3,
    terms={"D": 9.6, "M": 3.3, "W": -0.6},
    client="Ромашка",
    client_id=17,
    record="client",
    record_id=17,
    text="Позвонить об оплате: 45 000 ₽, 2 счёта",
    due=date(2026, 11, 20),
    since=date(2026, 11, 1),
    late_bd=2,
    amount=Money.rubles(45_000),
    why="Долг 45 000,00 ₽ по 2 счетам.",
    leaves_when="долг оплачен",
    actions=("collection.log_call", "collection.promise"),
    waiting=False,
    pinned=False,
    snoozed=None,
)


def item(**changes: Any) -> Item:
    """An item of the queue."""
    return _ITEM._replace(**changes)


def _word(duty: Duty, facts: NoFacts, today: Today) -> Line:
    return Line("", "", "")


def rule(name: str, split: str = "money", tier: Tier = Tier.MONEY, *actions: str) -> Rule:
    """A rule of that id."""
    return Rule(name, tier, split, name, (), "client", name.lower(), _word, actions or ("tasks.done",))


def entry(of: Rule, client: int | None, score: float = 1.0, name: str = "", **marks: Any) -> Entry:
    """An entry of a rule for a client."""
    raw = (client or 0, client, name, "", "2026-11-20", "2026-11-01", 0, False, 0, marks.get("waiting", False), 100)
    made = make_entry(of, raw, score, name)
    return made._replace(snoozed=marks["snoozed"]) if "snoozed" in marks else made


def plainly(text: str) -> str:
    """Text whose sums have plain blanks."""
    return text.replace("\u00a0", " ")


def told(lines: Iterable[CardLine]) -> list[tuple[str, str]]:
    """Lines of a card as (tone, text)."""
    return [(line.tone, plainly(line.text)) for line in lines]


def cells(row: Row) -> tuple[str, ...]:
    """The cells of a row, sums with plain blanks."""
    return tuple(plainly(cell) for cell in row.cells)
