"""The month's run in words: what will be billed and what is odd about it, what was made and what still waits. Pure."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from cs_workbench.kernel.dates import day_short, period_text
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.text import count, fold
from cs_workbench.presentation.shapes import CardLine, Column, Row, Tone

if TYPE_CHECKING:
    from cs_workbench.domain.cash import RunBoard, RunRow

STATES = {"preview": "", "issued": "", "sent": "отправлен", "closed": "закрыт"}
LEFT_OUT = {
    "no_inn": "без ИНН",
    "paused": "на паузе",
    "ended": "закончились",
    "pilot": "пилоты и черновики",
}
KINDS = {"new": "новых", "changed": "новая цена", **LEFT_OUT}

FILTERS: Mapping[str, str] = {
    "all": "все строки",
    "bills": "будут выставлены",
    "new": "новые",
    "changed": "с новой ценой",
    "odd": "сумма в десять раз больше прошлой",
    "out": "не войдут в прогон",
    "made": "уже выставлены",
    "unnumbered": "без номера 1С",
    "waits": "не отправлены",
}


def run_columns(width: int) -> tuple[Column, ...]:
    """Client, sum, number, what there is to say."""
    return (
        Column("client", "Клиент"),
        Column("amount", "Сумма", 12, "right"),
        Column("before", "Было", 12, "right", hide_below=88),
        Column("number", "№ 1С", 9),
        Column("what", "Что", 24 if width < 88 else 34),
    )


def run_row(row: "RunRow", excluded: Collection[int]) -> Row:
    """A line of the run; `excluded` are the clients whom the manager leaves out."""
    before = row.before.short() if row.before is not None and row.before != row.amount else ""
    out = row.bills and row.client_id in excluded
    cells = (row.client, row.amount.short(), before, row.number, "исключён" if out else what(row))
    return Row(row.subscription_id, cells, "quiet" if out else tone(row), "×" if out else "")


def what(row: "RunRow") -> str:
    """What became of a line, or will."""
    if row.invoice_id is None:
        return row.reason or "выставим"
    if row.paid:
        return "оплачен"
    if row.waits:
        return "не отправлен" if row.mailed else "не отправлен: нет адреса"
    return "отправлен"


def tone(row: "RunRow") -> Tone:
    """What asks for a look: no INN, a strange sum, a new price, an invoice that waits."""
    if row.invoice_id is not None:
        return "warn" if row.waits else "quiet"
    if row.standing == "no_inn" or row.odd:
        return "urgent"
    tones: Mapping[str, Tone] = {"changed": "warn", "new": "good", "same": "normal"}
    return tones.get(row.standing, "quiet")


def shown(board: "RunBoard", words: str, chosen: str) -> list["RunRow"]:
    """The lines of clients with `words` in their folded name that stand as `chosen` says, in the order of names."""
    return [row for row in board.rows if words in row.key and _stands(row, chosen)]


def _stands(row: "RunRow", chosen: str) -> bool:
    standings = {
        "all": True,
        "bills": row.bills,
        "odd": row.bills and row.odd,
        "out": row.standing in LEFT_OUT,
        "made": row.invoice_id is not None,
        "unnumbered": row.invoice_id is not None and not row.number,
        "waits": row.waits,
    }
    return standings.get(chosen, row.standing == chosen)


def invoices(number: int) -> str:
    """«118 счетов»."""
    return count(number, "счёт", "счёта", "счетов")


def total(rows: Sequence["RunRow"]) -> Money:
    """The sum of lines."""
    return Money(sum(row.amount for row in rows))


def to_bill(board: "RunBoard", excluded: Collection[int]) -> list["RunRow"]:
    """The lines of which invoices will be made."""
    return [row for row in board.billed if row.client_id not in excluded]


def summary(board: "RunBoard", excluded: Collection[int]) -> str:
    """The run in one line: its day and state, what will be billed and what is odd, or what was made and what waits."""
    state = STATES[board.state]
    parts = [f"Прогон {day_short(board.run_on)}: {state}" if state else f"Прогон {day_short(board.run_on)}"]
    coming, made = to_bill(board, excluded), board.made
    if coming:
        parts.append(f"выставить {invoices(len(coming))} на {total(coming).short()}")
    if made:
        parts.append(f"{invoices(len(made))} на {total(made).short()}")
    parts += [f"{word} {number}" for word, number in _asking(board, excluded) if number]
    return " · ".join(parts)


def _asking(board: "RunBoard", excluded: Collection[int]) -> list[tuple[str, int]]:
    counts = board.counts
    out = len({row.client_id for row in board.billed} & set(excluded))
    return [
        ("без номера", sum(1 for row in board.made if not row.number)),
        ("не отправлено", sum(1 for row in board.made if row.waits)),
        *((word, counts.get(standing, 0)) for standing, word in KINDS.items()),
        ("исключено", out),
    ]


def question(board: "RunBoard", excluded: Collection[int], numbers: str) -> list[CardLine]:
    """What is asked before the run is made."""
    coming = to_bill(board, excluded)
    month = period_text(board.period)
    lines = [
        CardLine(f"Выставить за {month}: {invoices(len(coming))} на {total(coming).short()}?", "title"),
        *(CardLine(f"{word} {number}", indent=2) for word, number in _asking(board, excluded) if number),
    ]
    odd = [row.client for row in coming if row.odd]
    if odd:
        lines.append(CardLine(f"Сумма в десять раз больше прошлой: {', '.join(odd[:5])}", "urgent"))
    if numbers:
        lines.append(CardLine(f"Номера 1С: {count(len(pasted(numbers)), 'строка', 'строки', 'строк')}"))
    return [*lines, CardLine("Перед прогоном делается копия базы, отмена — одной клавишей.", "quiet")]


def pasted(text: str) -> list[str]:
    """The lines of a pasted column that say something."""
    return [line for line in text.splitlines() if line.strip()]


def numbers_aloud(text: str, awaited: int) -> str:
    """How a pasted column will be read, beside how many invoices wait for a number."""
    rows = pasted(text)
    if not rows:
        return f"Ждут номера: {invoices(awaited)}"
    if any(";" in row or "\t" in row for row in rows):
        return f"Пары «клиент;номер»: {count(len(rows), 'строка', 'строки', 'строк')} на {invoices(awaited)}"
    fits = "" if len(rows) == awaited else ": столбец должен быть той же длины"
    return f"{count(len(rows), 'номер', 'номера', 'номеров')} на {invoices(awaited)} в порядке названий{fits}"


def progress(done: int, total: int, number: int) -> str:
    """«Выставлено 1200 из 10000»: an act counts its steps, a person invoices."""
    if done >= total:
        return "Записываем…"
    return f"Выставлено {done * number // max(1, total)} из {number}. Esc — остановить"


def for_1c(rows: Sequence["RunRow"]) -> str:
    """Lines as a table to paste: INN, client, sum with a comma; tabs between them."""
    return "\n".join(f"{row.inn}\t{row.client}\t{row.amount.plain().replace('.', ',')}" for row in rows)


def run_lines(row: "RunRow") -> list[CardLine]:
    """A line of the run as the head of a card."""
    lines = [CardLine(row.client, "title"), CardLine(f"{row.amount.text()} в месяц")]
    if row.before is not None and row.before != row.amount:
        lines.append(CardLine(f"В прошлом месяце {row.before.text()}", "warn"))
    if row.inn:
        lines.append(CardLine(f"ИНН {row.inn}", "quiet"))
    number = f"Счёт № {row.number}" if row.number else "Счёт без номера 1С"
    said = f"{number}: {what(row)}" if row.invoice_id is not None else fold(what(row)).capitalize()
    return [*lines, CardLine(said, tone(row))]
