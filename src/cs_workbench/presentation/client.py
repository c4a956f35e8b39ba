"""A client as lines of a card: at a glance beside the queue, and before a call. Imports the domain's frozen rows
for their types alone.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import day_short, day_text, period_text
from cs_workbench.kernel.phone import phone_text
from cs_workbench.kernel.text import count
from cs_workbench.presentation.shapes import CardLine, Tone

if TYPE_CHECKING:
    from cs_workbench.domain.glance import Glance, Owed, Person, Said

OUTCOME_WORDS = {
    "no_answer": "не берёт",
    "busy": "занято",
    "call_back": "просил перезвонить",
    "promised": "обещал",
    "says_paid": "говорит, что оплатил",
    "lost_invoice": "потерял счёт",
    "disputes": "спорит",
    "wrong_person": "не тот человек",
    "refuses": "отказ",
    "call": "звонок",
    "mail": "письмо",
    "chat": "чат",
    "visit": "встреча",
}
KIND_WORDS = {"call": "о долге", "talk": "разговор", "note": "заметка"}


def health_tone(health: int) -> Tone:
    """Bad below 40, doubtful below 60 (the term R of the score)."""
    return "urgent" if health < 40 else "warn" if health < 60 else "good"


def glance_lines(glance: "Glance") -> Iterator[CardLine]:
    """Debt and health, whom to call, open invoices, the promise and holds, what was said last."""
    yield CardLine(f"Долг {glance.debt.text()} · здоровье {glance.health}", health_tone(glance.health))
    if glance.do_not_call:
        yield CardLine("Просили не звонить", "urgent")
    yield from _whom(glance)
    if glance.promise:
        yield CardLine(f"Обещали {day_text(glance.promise[0])}: {glance.promise[1].short()}", "good")
    for reason in glance.holds:
        yield CardLine(f"Пауза: {reason}", "warn")
    if glance.owed:
        yield CardLine("Неоплаченные счета", "title")
        yield from (CardLine(_owed(owed), indent=2) for owed in glance.owed)
    if glance.said:
        yield CardLine("Последнее", "title")
        yield from (CardLine(_said(said), indent=2) for said in glance.said)
    if glance.manager:
        yield CardLine(f"Менеджер {glance.manager}", "quiet")


def _whom(glance: "Glance") -> Iterator[CardLine]:
    if glance.phone or glance.email:
        yield CardLine(
            "  ".join(part for part in (phone_text(glance.phone) if glance.phone else "", glance.email) if part)
        )
    for person in glance.people:
        yield _person(person)
    if not glance.people and not glance.phone:
        yield CardLine("Телефона нет: добавьте контакт (a)", "warn")


def _person(person: "Person") -> CardLine:
    role = f" ({person.role})" if person.role else ""
    phone = phone_text(person.phone) if person.phone else ""
    said = "  ".join(part for part in (f"{person.name}{role}", phone, person.email) if part)
    return CardLine(f"{said} — не тот человек", "quiet") if person.wrong else CardLine(said)


def _owed(owed: "Owed") -> str:
    number = f"№ {owed.number}" if owed.number else "без номера"
    return f"{number} за {period_text(owed.period)}: {owed.rest.short()}, до {day_text(owed.due_on)}"


def _said(said: "Said") -> str:
    words = [f"{day_short(local(said.at).date())} {KIND_WORDS[said.kind]}", OUTCOME_WORDS.get(said.outcome, "")]
    head = ", ".join(word for word in words if word)
    return f"{head}: {said.text}" if said.text else head


def invoices_word(number: int) -> str:
    """«3 счёта»."""
    return count(number, "счёт", "счёта", "счетов")
