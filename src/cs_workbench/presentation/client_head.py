"""The head of a client's card as lines: debt, health word by word, the next step, what to be careful of.
`domain/client_page/head.py` brings the facts.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from cs_workbench.kernel.dates import day_short, day_text
from cs_workbench.kernel.phone import phone_text
from cs_workbench.kernel.queue import Item
from cs_workbench.kernel.text import count
from cs_workbench.presentation.client import health_tone
from cs_workbench.presentation.client_tabs import named_invoice
from cs_workbench.presentation.queue import lateness, tone_of
from cs_workbench.presentation.shapes import CardLine

if TYPE_CHECKING:
    from cs_workbench.domain.client_page.head import Head, StandingHold

HEALTH_WORDS = {
    "overdue_months": "просроченные месяцы",
    "broken_90": "нарушенные обещания за 90 дней",
    "conflicts": "открытые конфликты",
    "untouched": "60 дней без разговора",
}
"""What each term takes away from a hundred."""


def head_lines(head: "Head", next_item: Item | None) -> list[CardLine]:
    """The head, most important first."""
    return [
        CardLine(_who(head), "title"),
        CardLine(f"Долг {head.debt.text()} · {health_words(head.health, head.terms)}", health_tone(head.health)),
        _next(next_item),
        *_warnings(head),
        CardLine(_reach(head), "quiet"),
    ]


def client_values(head: "Head") -> dict[str, str]:
    """The card's fields as its form begins with them."""
    phone = head.fields["phone"]
    return {**head.fields, "phone": phone_text(phone) if phone else ""}


def _who(head: "Head") -> str:
    inn = f"ИНН {head.fields['inn']}" if head.fields["inn"] else "ИНН не указан"
    kpp = f"КПП {head.fields['kpp']}" if head.fields["kpp"] else ""
    manager = f"менеджер {head.fields['manager']}" if head.fields["manager"] else "менеджера нет"
    return " · ".join(part for part in (head.name, inn, kpp, manager) if part)


def health_words(health: int, terms: Mapping[str, int]) -> str:
    """«здоровье 75: 100 − 15 просроченные месяцы − 10 нарушенные обещания за 90 дней»."""
    taken = "".join(f" − {-points} {HEALTH_WORDS[name]}" for name, points in terms.items() if name != "start")
    return f"здоровье {health}: {terms['start']}{taken}" if taken else f"здоровье {health}"


def _next(item: Item | None) -> CardLine:
    if item is None:
        return CardLine("Дальше: ничего не ждёт", "quiet")
    return CardLine(f"Дальше: {item.text} ({lateness(item)})", tone_of(item))


def _warnings(head: "Head") -> Iterator[CardLine]:
    if head.do_not_call:
        yield CardLine("Просили не звонить", "urgent")
    for demand in head.conflicts:
        yield CardLine(f"Открыт конфликт: {demand}", "urgent")
    for hold in head.holds:
        yield CardLine(_hold(hold), "warn")
    if head.broken:
        yield CardLine(f"Нарушено за 90 дней: {count(head.broken, 'обещание', 'обещания', 'обещаний')}", "warn")
    if head.promise:
        yield CardLine(f"Обещали {day_text(head.promise[0])}: {head.promise[1].short()}", "good")


def _hold(hold: "StandingHold") -> str:
    about = f" (счёт {named_invoice(hold.number, hold.period)})" if hold.period else ""
    until = f", до {day_text(hold.until)}" if hold.until else ""
    return f"Пауза{about}: {hold.reason}{until}"


def _reach(head: "Head") -> str:
    phone, email = head.fields["phone"], head.fields["email"]
    ways = (
        " · ".join(part for part in (phone_text(phone) if phone else "", email) if part)
        or "телефона и почты нет (e — дописать)"
    )
    return f"{ways} · говорили {day_short(head.last_touch)}.{head.last_touch.year}"
