"""The month's money in words: the map's letters and tones, totals, debts by age. Pure.

Frozen rows come from `domain/cash`; the run and the bank's lines stand beside (`run.py`, `bank.py`).
"""

from collections.abc import Mapping, Sequence
from datetime import date

from cs_workbench.domain.cash import STALE_BD, CashClient, CashHead, Cell, MonthRow
from cs_workbench.kernel.dates import day_short, period_text
from cs_workbench.kernel.money import Money
from cs_workbench.presentation.client import OUTCOME_WORDS
from cs_workbench.presentation.shapes import Column, Row, Tone

LETTERS: Mapping[Cell, tuple[str, Tone]] = {
    Cell.PAID: ("о", "good"),
    Cell.PART: ("ч", "normal"),
    Cell.DUE: ("д", "normal"),
    Cell.PART_LATE: ("Ч", "warn"),
    Cell.LATE: ("Д", "warn"),
    Cell.STALE: ("!", "urgent"),
    Cell.PROMISED: ("з", "title"),
    Cell.HELD: ("п", "quiet"),
    Cell.WRITTEN_OFF: ("с", "quiet"),
    Cell.NONE: ("·", "quiet"),
}
"""A month of a client: the letter tells everything, the tone repeats it. Capital letters are late."""

LEGENDS = (
    "о оплачен, ч частично, д долг, Ч и Д просрочен, ! больше 20 рд, з обещан, п пауза, с списан, · нет счёта",
    "о оплачен, ч часть, д долг, Ч Д просрочен, ! >20 рд, з обещан, п пауза, · нет",
)
WIDE = 92
"""Cells of a list from which months have names instead of numbers."""

FILTERS = {
    "all": "все",
    "owing": "должны",
    "late": "просрочили",
    "stale": "больше 20 рабочих дней",
    "promised": "обещали",
    "broken": "нарушили обещание",
    "held": "на паузе",
    "silent": "не звонили",
}


def fitting(texts: Sequence[str], width: int) -> str:
    """The first text that fits, or the last."""
    return next((text for text in texts if len(text) <= width), texts[-1])


def legend(width: int) -> str:
    """What the letters of the map mean, as fully as a line of `width` cells allows."""
    return fitting(LEGENDS, width)


def totals(head: CashHead, width: int) -> tuple[str, str]:
    """A month, and its billed, received, promised and owed, for a line of `width` cells."""
    names = ("выставлено", "пришло", "обещано", "висит"), ("выст.", "пришло", "обещ.", "висит")
    sums = (head.billed, head.received, head.promised, head.owed)
    month, short = period_text(head.period).capitalize(), month_short(head.period)
    whole, round_ = [sum_.short() for sum_ in sums], [rubles(sum_) for sum_ in sums]
    thousands = [f"{rubles(Money(int(sum_) // 1000))}т" for sum_ in sums]
    said = (
        (month, _pairs(names[0], whole)),
        (short, _pairs(names[0], whole)),
        (short, _pairs(names[1], round_)),
        (short, _pairs(names[1], thousands)),
    )
    return next((line for line in said if sum(map(len, line)) + 3 <= width), said[-1])


def _pairs(names: Sequence[str], sums: Sequence[str]) -> str:
    return " · ".join(f"{name} {sum_}" for name, sum_ in zip(names, sums, strict=True))


def rubles(sum_: Money) -> str:
    """Whole rubles without their sign, for a narrow line."""
    return Money.rubles(int(sum_) // 100).short().rpartition("\u00a0")[0]


def month_short(period: str) -> str:
    """`2026-11` as `11.26`."""
    return f"{period[5:]}.{period[2:4]}"


# The map ------------------------------------------------------------------------------------------------------


def map_columns(months: Sequence[str], width: int) -> tuple[Column, ...]:
    """Client, a column a month (by its number, in a wide list by its name), the debt."""
    wide = width >= WIDE
    titles = [period_text(month)[:3] if wide else month[5:] for month in months]
    cells = (Column(month, title, 3 if wide else 2, "right") for month, title in zip(months, titles, strict=True))
    return (Column("client", "Клиент"), *cells, Column("debt", "Долг", 12, "right"))


def map_row(row: MonthRow) -> Row:
    """A client's line of the map: letters in their tones."""
    client = row.client
    letters = [LETTERS[cell] for cell in row.cells]
    tones: tuple[Tone, ...] = ("normal", *(tone for _letter, tone in letters), "normal")
    debt = client.debt.short() if client.debt else ""
    return Row(client.id, (client.name, *(letter for letter, _tone in letters), debt), tones=tones)


# Debts --------------------------------------------------------------------------------------------------------


def debt_columns(width: int) -> tuple[Column, ...]:
    """Client, sum, the day of the oldest debt, business days since, what stands in the way, the last call."""
    wide = width >= WIDE
    return (
        Column("client", "Клиент"),
        Column("debt", "Долг", 12, "right"),
        Column("oldest", "Срок", 8, "right"),
        Column("late", "рд", 4, "right"),
        Column("promise", "Обещание, пауза", 20 if wide else 14),
        Column("call", "Последний звонок", 22 if wide else 15),
    )


def debt_row(client: CashClient) -> Row:
    """A debtor's line."""
    late = str(client.late) if client.late > 0 else ""
    cells = (client.name, client.debt.short(), _day(client.oldest), late, standing(client), last_call(client))
    return Row(client.id, cells, debt_tone(client))


def debt_tone(client: CashClient) -> Tone:
    """What burns: a broken promise or a stale debt; what is late; what a promise or a hold covers is quieter."""
    if client.held is not None and client.held.whole:
        return "quiet"
    if client.promise is not None:
        return "urgent" if client.promise.broken else "good"
    if client.late > STALE_BD:
        return "urgent"
    return "warn" if client.late > 0 else "normal"


def standing(client: CashClient) -> str:
    """The promise or the hold of a client in a few words."""
    if client.held is not None:
        return f"пауза: {client.held.reason}"
    if client.promise is None:
        return ""
    word = "нарушил" if client.promise.broken else "обещал"
    return f"{word} {day_short(client.promise.on)} {client.promise.rest.short()}"


def last_call(client: CashClient) -> str:
    """The outcome of the last call and its day."""
    if client.called is None:
        return "не звонили"
    return f"{day_short(client.called)} {OUTCOME_WORDS[client.outcome]}"


def ages(clients: Sequence[CashClient]) -> str:
    """How much of the debt is of what age: «до срока 120 000 ₽ · просрочено 45 000 ₽ · больше 20 рд 30 000 ₽»."""
    groups = {"до срока": 0, "просрочено": 0, "больше 20 рд": 0}
    for client in clients:
        group = "больше 20 рд" if client.late > STALE_BD else "просрочено" if client.late > 0 else "до срока"
        groups[group] += client.debt
    said = [f"{word} {Money(sum_).short()}" for word, sum_ in groups.items() if sum_]
    return " · ".join(said) or "Долгов нет"


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%y}" if day else ""


# What is shown ------------------------------------------------------------------------------------------------


def shown(clients: Sequence[CashClient], words: str, chosen: str) -> list[CashClient]:
    """Clients with `words` in their folded name who stand as `chosen` says: a key of `FILTERS`, or a call's outcome."""
    return [client for client in clients if words in client.key and stands(client, chosen)]


def stands(client: CashClient, chosen: str) -> bool:
    """Whether a client belongs to a choice of `FILTERS`, or had that outcome of the last call."""
    promise = client.promise
    standings = {
        "all": True,
        "owing": bool(client.debt),
        "late": client.late > 0,
        "stale": client.late > STALE_BD,
        "promised": promise is not None and not promise.broken,
        "broken": promise is not None and promise.broken,
        "held": client.held is not None,
        "silent": bool(client.debt) and client.called is None,
    }
    return standings.get(chosen, client.outcome == chosen)


def choices() -> list[Row]:
    """What a list may be narrowed to."""
    calls = (Row(outcome, (f"последний звонок: {OUTCOME_WORDS[outcome]}", "")) for outcome in OUTCOMES)
    return [*(Row(key, (word, "")) for key, word in FILTERS.items()), *calls]


OUTCOMES = tuple(OUTCOME_WORDS)[:9]


def chosen_text(chosen: str) -> str:
    """A choice in words, for the line under the list."""
    return FILTERS.get(chosen) or f"последний звонок: {OUTCOME_WORDS[chosen]}"
