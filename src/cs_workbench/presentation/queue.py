"""Items of the queue as rows of a list and as lines of a card."""

from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import day_short, day_text, moment_text
from cs_workbench.kernel.queue import Item
from cs_workbench.kernel.rule import Tier
from cs_workbench.kernel.text import count
from cs_workbench.presentation.shapes import CardLine, Column, Row, Tone

COLUMNS = (
    Column("client", "Клиент", 26),
    Column("text", "Что сделать"),
    Column("amount", "Сумма", 13, "right", hide_below=100),
    Column("due", "Срок", 6, "right", hide_below=60),
)

TIERS = ("Горит", "Обещано", "Деньги", "Товар и выезды", "Документы и клиенты", "Развитие")

TERMS = {
    "D": "срок",
    "B": "кто-то ждёт нас",
    "M": "сумма",
    "P": "обещание",
    "R": "здоровье клиента",
    "A": "возраст",
    "W": "ждём другую сторону",
}
"""What each term of the score says (`processes.ru.md` 1)."""


def tone_of(item: Item) -> Tone:
    """Urgency in a word: what burns or is promised and late, what is late, the rest."""
    if item.tier == Tier.BURNING or (item.tier == Tier.PROMISED and item.late_bd > 0):
        return "urgent"
    return "warn" if item.late_bd > 0 or item.tier == Tier.PROMISED else "normal"


def row_of(item: Item) -> Row:
    """A line of the list."""
    amount = item.amount.short() if item.amount else ""
    mark = "•" if item.pinned else "…" if item.waiting else ""
    return Row(item.key, (item.client or "—", item.text, amount, day_short(item.due)), tone_of(item), mark)


def lateness(item: Item) -> str:
    """How late an item is, in business days."""
    days = count(abs(item.late_bd), "рабочий день", "рабочих дня", "рабочих дней")
    if item.late_bd > 0:
        return f"опоздание {days}"
    return "срок сегодня" if item.late_bd == 0 else f"до срока {days}"


def item_lines(item: Item) -> list[CardLine]:
    """The head of the card: who, what, when, why, and what makes it go away."""
    lines = [
        CardLine(item.client or "Без клиента", "title"),
        CardLine(item.text, tone_of(item)),
        CardLine(f"Срок {day_text(item.due)}: {lateness(item)}", "quiet"),
        CardLine(item.why, "normal"),
        CardLine(f"Уйдёт, когда: {item.leaves_when}", "quiet"),
    ]
    if item.snoozed:
        reason = f" — {item.snoozed[1]}" if item.snoozed[1] else ""
        lines.insert(2, CardLine(f"Отложено до {moment_text(local(item.snoozed[0]))}{reason}", "warn"))
    return lines


def why_lines(item: Item) -> list[CardLine]:
    """«Почему здесь»: the rule, its facts, the score term by term, what makes the item go away."""
    lines = [
        CardLine(item.client or "Без клиента", "title"),
        CardLine(item.text),
        CardLine(""),
        CardLine(f"Правило {item.rule}, ярус {item.tier} «{TIERS[item.tier]}»", "title"),
        CardLine(item.why),
        CardLine(f"Появилось по дате {day_text(item.due)}: {lateness(item)}"),
        CardLine(f"Уйдёт, когда: {item.leaves_when}"),
        CardLine(""),
        CardLine(f"Вес {_points(item.score)} — из чего сложился:", "title"),
    ]
    lines += [CardLine(f"{_points(value):>6}  {TERMS[name]}", indent=2) for name, value in item.terms.items()]
    return lines


def _points(value: float) -> str:
    return f"{value:.1f}".replace(".", ",").replace("-", "−")
