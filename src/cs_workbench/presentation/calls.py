"""The day's calls as rows: one a client, the strongest reason to call first; the digits of outcomes, the counter, what
a call offers next.

`domain/calls_day.py` brings the facts of a page of clients, the queue their reasons.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import day_short
from cs_workbench.kernel.phone import phone_text
from cs_workbench.kernel.queue import Entry, Item
from cs_workbench.presentation.calling import OUTCOMES
from cs_workbench.presentation.client import OUTCOME_WORDS
from cs_workbench.presentation.queue import item_lines, tone_of
from cs_workbench.presentation.shapes import CardLine, Column, Row

if TYPE_CHECKING:
    from cs_workbench.domain.calls_day import CallFacts, DayOfCalls

COLUMNS = (
    Column("client", "Клиент"),
    Column("phone", "Телефон", 16),
    Column("person", "Кого спросить", 13, hide_below=90),
    Column("debt", "Долг", 11, "right"),
    Column("reason", "Почему", 20),
    Column("last", "Последний звонок", 17, hide_below=104),
)

LAST_WORDS = {
    **OUTCOME_WORDS,
    "call_back": "перезвонить",
    "says_paid": "оплатил",
    "lost_invoice": "нет счёта",
    "wrong_person": "не тот",
}
"""Outcomes in the few cells of a column."""

_BACK = re.compile(r"^Перезвонить (?:(\d\d\.\d\d)\.\d{4} )?в ")


def by_client(entries: Iterable[Entry]) -> dict[int, list[Entry]]:
    """The reasons to call each client, the strongest first; clients stand in the order of their strongest reasons.

    It runs after every act over all that is to be called, hence the plain loop.
    """
    found: dict[int, list[Entry]] = {}
    for entry in entries:
        client = entry.client_id
        if client is None:
            continue
        reasons = found.get(client)
        if reasons is None:
            found[client] = [entry]
        else:
            reasons.append(entry)
    return found


def call_row(item: Item, others: int, facts: "CallFacts | None") -> Row:
    """A line of the list; a client whose facts are gone keeps what the queue says."""
    if facts is None:
        return Row(
            item.client_id or 0, (item.client, "", "", item.amount.short(), reason(item, others), ""), tone_of(item)
        )
    phone = phone_text(facts.phone) if facts.phone else "нет телефона"
    cells = (item.client, phone, facts.person, facts.debt.short(), reason(item, others), last_call(facts))
    return Row(facts.client_id, cells, tone_of(item))


def reason(item: Item, others: int = 0) -> str:
    """Why to call, in a few words: how late the debt is, when to call back, which promise was broken; how many more
    reasons there are.
    """
    said = item.text.split(": ")[0]
    if item.rule == "PAY-CALL":
        said = f"просрочка {item.late_bd} рд" if item.late_bd > 0 else f"срок {day_short(item.due)}"
    elif item.rule == "PAY-BACK":
        said = _BACK.sub(lambda at: "перезвонить " + (f"{at[1]} " if at[1] else ""), said)
    elif item.rule == "PAY-BROKEN":
        said = said.replace("Обещание нарушено", "нарушил обещание").replace("нарушенное обещание", "нарушение")
    return f"{said} +{others}" if others else said


def legend(width: int) -> str:
    """The digits of the outcomes in lines of at most `width` cells, broken between outcomes."""
    lines = [""]
    for outcome in OUTCOMES:
        word = f"{outcome.digit} {outcome.word}"
        longer = f"{lines[-1]} · {word}" if lines[-1] else word
        if len(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def last_call(facts: "CallFacts") -> str:
    """The day and the outcome of the last call."""
    if facts.last_at is None:
        return "не звонили"
    return f"{day_short(local(facts.last_at).date())} {LAST_WORDS[facts.last_outcome]}"


def call_lines(item: Item, others: Sequence[Item]) -> list[CardLine]:
    """The head of the card: the strongest reason, then the other reasons."""
    lines = item_lines(item)
    if others:
        lines += [CardLine("Ещё", "title"), *(CardLine(other.text, tone_of(other), 2) for other in others)]
    return lines


def counter(left: int, day: "DayOfCalls | None") -> str:
    """«осталось 12 · сделано 8 · обещали 45 000 ₽»."""
    if day is None:
        return f"осталось {left}"
    return f"осталось {left} · сделано {day.made} · обещали {day.promised.short()}"


class Offer(NamedTuple):
    """What an act offers to do next: the action's name, its words; `known` are the inputs, `ready` says that the
    action exists.
    """

    action: str
    words: str
    known: Mapping[str, object]
    ready: bool


def offer_rows(offers: Sequence[Offer]) -> list[Row]:
    """Offers as a list to choose from; what belongs to a later area is there to be seen, and says so."""
    return [
        Row(index, (offer.words, "") if offer.ready else (offer.words, "позже"), "normal" if offer.ready else "quiet")
        for index, offer in enumerate(offers)
    ]
