"""The briefing as a list: a line for each thing to know, and where Enter on it goes.

`domain/morning.py` brings the facts; items of the queue are worded by who asks for the lines.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from cs_workbench.kernel.dates import day_short, day_words
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.queue import SPLITS, Entry, Item
from cs_workbench.kernel.text import count
from cs_workbench.presentation.agenda import NOBODY, what
from cs_workbench.presentation.queue import tone_of
from cs_workbench.presentation.shapes import Column, Row

if TYPE_CHECKING:
    from cs_workbench.domain.agenda import Appointment
    from cs_workbench.domain.morning import Briefing, Expected

COLUMNS = (
    Column("who", "", 28),
    Column("what", ""),
    Column("amount", "", 13, "right"),
    Column("due", "", 6, "right", hide_below=60),
)
SHOWN = 5
"""Items of a part that are shown; the part itself leads to all of them."""

REQUEST_WORDS = {
    "new": "новые",
    "in_work": "в работе",
    "waiting_client": "ждём клиента",
    "waiting_dept": "ждём отдел",
    "resolved": "решены",
    "reopened": "открыты снова",
}
"""States of open requests, in the order in which they are told."""

WordItem = Callable[[Entry], Item]


class Target(NamedTuple):
    """Where a line leads: a split of the queue (`value` an item's key, if one is meant), a client, another screen."""

    kind: Literal["split", "client", "screen"]
    name: str
    value: str = ""


class Line(NamedTuple):
    """A line of the briefing."""

    row: Row
    target: Target


def briefing_lines(facts: "Briefing", word: WordItem) -> list[Line]:
    """The whole briefing. The first line begins the day."""
    parts = (_start, _calendar, _burning, _promised, _expected, _appointments, _requests, _left, _splits)
    return [line for part in parts for line in part(facts, word)]


def title_words(facts: "Briefing") -> str:
    """Beside the title of the screen: the day, and how to go on."""
    return f"{day_words(facts.day)} · Enter или F2 — к делам"


def _line(key: str, target: Target, *cells: str, row: Row | None = None) -> Line:
    return Line((row or Row(key, cells, "title"))._replace(key=key), target)


def _start(facts: "Briefing", word: WordItem) -> Iterator[Line]:
    if facts.first is not None:
        item = word(facts.first)
        first = f"{item.client}: {item.text}" if item.client else item.text
        yield _line("start", Target("split", "all", item.key), "К первому делу", first)
    else:
        yield _line("start", Target("split", "all"), "К списку дел", "срочного нет")


def _calendar(facts: "Briefing", word: WordItem) -> Iterator[Line]:
    if not facts.confirmed:
        said = f"календарь {facts.day.year} года не подтверждён: сверьте праздники и переносы"
        yield _line("calendar", Target("split", "all"), row=Row("", ("Внимание", said), "warn"))


def _burning(facts: "Briefing", word: WordItem) -> Iterator[Line]:
    yield from _part("burning", "Горит", facts.burning, Target("split", "burning"), word)


def _promised(facts: "Briefing", word: WordItem) -> Iterator[Line]:
    yield from _part("to-us", "Обещали нам", facts.to_us, Target("split", "promised"), word)
    yield from _part("by-us", "Обещали мы", facts.by_us, Target("split", "promised"), word)


def _left(facts: "Briefing", word: WordItem) -> Iterator[Line]:
    yield from _part("left", "Осталось с прошлых дней", facts.left, Target("split", "all"), word)


def _part(key: str, title: str, entries: Sequence[Entry], target: Target, word: WordItem) -> Iterator[Line]:
    """A title with the number of items, then the first of them."""
    if not entries:
        return
    more = f"показаны первые {SHOWN}" if len(entries) > SHOWN else ""
    yield _line(key, target, f"{title}: {len(entries)}", more)
    for entry in entries[:SHOWN]:
        item = word(entry)
        amount = item.amount.short() if item.amount else ""
        row = Row("", (item.client or "—", item.text, amount, day_short(item.due)), tone_of(item))
        to = Target("split", target.name, item.key) if item.client_id is None else Target("client", str(item.client_id))
        yield _line(f"{key}:{item.key}", to, row=row)


def _expected(facts: "Briefing", word: WordItem) -> Iterator[Line]:
    days = facts.expected
    if not days:
        return
    now = [day for day in days if day.day == facts.day]
    said = f"за неделю: {_promised_and_due(days)}"
    if now:
        said = f"сегодня: {_promised_and_due(now)}; {said}"
    yield _line("money", Target("screen", "cash"), "Ждём денег", said)
    for day in days[:SHOWN]:
        yield _line(f"money:{day.day}", Target("screen", "cash"), row=_expected_row(day))


def _promised_and_due(days: Sequence["Expected"]) -> str:
    promised, due = Money(sum(day.promised for day in days)), Money(sum(day.due for day in days))
    return ", ".join([f"обещано {promised.short()}"] * bool(promised) + [f"срок оплаты {due.short()}"] * bool(due))


def _expected_row(day: "Expected") -> Row:
    promised = count(day.promises, "обещание", "обещания", "обещаний")
    owed = count(day.invoices, "счёт к оплате", "счёта к оплате", "счетов к оплате")
    said = [
        f"{promised} на {day.promised.short()}" if day.promises else "",
        f"{owed} на {day.due.short()}" if day.invoices else "",
    ]
    return Row("", (day_words(day.day), ", ".join(part for part in said if part)))


def _appointments(facts: "Briefing", word: WordItem) -> Iterator[Line]:
    found = facts.appointments
    if not found:
        return
    yield _line("agenda", Target("split", "all"), f"По времени сегодня: {len(found)}")
    for one in found:
        key = f"agenda:{one.what}:{one.record_id}"
        row = Row("", (f"{one.at:%H:%M} {one.client or NOBODY}", what(one)))
        yield _line(key, _to_client(one), row=row)


def _to_client(one: "Appointment") -> Target:
    return Target("split", "all") if one.client_id is None else Target("client", str(one.client_id))


def _requests(facts: "Briefing", _word: WordItem) -> Iterator[Line]:
    if facts.requests:
        states = [f"{word} {facts.requests[state]}" for state, word in REQUEST_WORDS.items() if state in facts.requests]
        yield _line("requests", Target("screen", "requests"), "Обращения открыты", ", ".join(states))


def _splits(facts: "Briefing", word: WordItem) -> Iterator[Line]:
    shown = [(split, many) for split, many in facts.counts.items() if many and split != "all"]
    if not shown:
        return
    yield _line("splits", Target("split", "all"), f"Всего дел: {facts.counts.get('all', 0)}")
    for split, many in shown:
        yield _line(f"split:{split}", Target("split", split), row=Row("", (SPLITS[split], str(many))))
