"""The list of all clients as rows and its totals in words. `domain/client_list.py` brings the facts."""

from typing import TYPE_CHECKING

from cs_workbench.kernel.dates import day_short
from cs_workbench.kernel.queue import Item
from cs_workbench.kernel.text import count
from cs_workbench.presentation.client import health_tone
from cs_workbench.presentation.shapes import Column, Row, Tone

if TYPE_CHECKING:
    from cs_workbench.domain.client_list import ClientRow, ClientTotals

LISTS = {"all": "Все", "nobodys": "Ничьи", "health": "По здоровью", "debt": "По долгу"}

EMPTY = {
    "all": "Клиентов ещё нет. a — добавить, i — загрузить из файла",
    "nobodys": "Ничьих нет: у каждого клиента есть менеджер. x — снять менеджера",
    "health": "Клиентов ещё нет. a — добавить, i — загрузить из файла",
    "debt": "Никто не должен",
}
NOTHING = "Ничего не подходит. Esc — показать всё, f — искать везде"

COLUMNS = (
    Column("client", "Клиент"),
    Column("manager", "Менеджер", 16, hide_below=90),
    Column("debt", "Долг", 12, "right"),
    Column("health", "Здоровье", 13),
    Column("touch", "Говорили", 8, "right"),
    Column("next", "Дальше", hide_below=70),
)

_HEALTH: tuple[tuple[int, str], ...] = ((40, "плохое"), (60, "слабое"), (85, "среднее"))


def health_word(health: int) -> str:
    """«слабое 55»: the word changes where the tone and the term R of the score do."""
    return f"{next((word for below, word in _HEALTH if health < below), 'хорошее')} {health}"


def client_row(row: "ClientRow", following: str, this_year: int) -> Row:
    """A client's line; `following` says what comes next."""
    touch = day_short(row.last_touch) if row.last_touch.year == this_year else f"{row.last_touch:%d.%m.%y}"
    debt = row.debt.short() if row.debt else ""
    said = f"не звонить; {following}" if row.do_not_call else following
    tones: tuple[Tone, ...] = (
        "normal",
        "normal" if row.manager else "warn",
        "normal",
        health_tone(row.health),
        "quiet",
        "normal",
    )
    cells = (row.name, row.manager or "ничей", debt, health_word(row.health), touch, said)
    return Row(row.id, cells, mark="!" if row.conflicts else "", tones=tones)


def next_words(item: Item | None) -> str:
    """What comes next about a client."""
    return f"{day_short(item.due)} {item.text}" if item else "ничего не ждёт"


def totals_line(totals: "ClientTotals", width: int) -> tuple[str, str]:
    """How many clients, how many owe how much, how many are nobody's or unwell, for a line of `width` cells."""
    clients = count(totals.total, "клиент", "клиента", "клиентов")
    debt = f"{count(totals.debtors, 'должен', 'должны', 'должны')} {totals.debt.short()}"
    parts = [debt, f"ничьих {totals.nobodys}", f"здоровье ниже 60 у {totals.poor}"]
    while len(parts) > 1 and len(f" {clients}  {' · '.join(parts)}") > width:
        parts.pop()
    return clients, " · ".join(parts)


def chosen_word(number: int) -> str:
    """«3 клиента» that are selected."""
    return count(number, "клиент", "клиента", "клиентов")
