"""The bank's lines in words: those that wait for a person, and the preview of a statement before it is loaded. Pure."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from cs_workbench.kernel.dates import day_short, day_text, period_text
from cs_workbench.kernel.text import count, fold
from cs_workbench.presentation.shapes import CardLine, Column, Row, Tone

if TYPE_CHECKING:
    from cs_workbench.connectors.bank_import import BankPreview, PreviewLine
    from cs_workbench.domain.cash import BankRow, OwedRow

# Lines that wait ----------------------------------------------------------------------------------------------


def bank_columns(width: int) -> tuple[Column, ...]:
    """Day, sum, payer, what is suggested, the score and its terms."""
    return (
        Column("on", "Дата", 5),
        Column("left", "Сумма", 13, "right"),
        Column("payer", "Плательщик"),
        Column("invoice", "Предложение", 22 if width < 100 else 30),
        Column("score", "Балл", 4, "right"),
        Column("terms", "Почему", 34, hide_below=112),
    )


def bank_row(line: "BankRow") -> Row:
    """A line that waits."""
    score = str(line.score) if line.score else ""
    cells = (day_short(line.on), line.left.short(), line.counterparty, suggestion(line), score, line.terms)
    return Row(line.id, cells, "good" if line.invoice_id is not None else "warn")


def searched(line: "BankRow") -> str:
    """The folded text in which letters are looked for to narrow the list."""
    return fold(f"{line.counterparty} {line.owner} {line.client} {line.purpose} {line.number}")


def suggestion(line: "BankRow") -> str:
    """The one invoice that is likely, or the client whom the payer's INN means."""
    if line.invoice_id is None:
        return f"{line.client}: счёт не выбран" if line.client else "не найдено"
    return f"{invoice_word(line.number, line.period)} {line.owner}"


def invoice_word(number: str, period: str) -> str:
    """`№ 118`, or its month before 1C gave a number."""
    return f"№ {number}" if number else f"за {period_text(period)}"


def line_lines(line: "BankRow") -> list[CardLine]:
    """A line with everything that the bank said, and why it was not placed."""
    part = "" if line.left == line.sum else f" из {line.sum.text()}"
    lines = [
        CardLine(line.counterparty or "Плательщик не назван", "title"),
        CardLine(f"{day_text(line.on)}: {line.left.text()}{part}"),
        CardLine(f"ИНН {line.inn}" if line.inn else "ИНН не указан", "quiet"),
        CardLine(line.purpose or "Назначение пустое"),
        CardLine(""),
    ]
    if line.invoice_id is not None:
        owed = f", осталось {line.rest.short()}" if line.rest is not None else ""
        lines.append(CardLine(f"Предложение: {invoice_word(line.number, line.period)}, {line.owner}{owed}", "good"))
    elif line.client:
        lines.append(CardLine(f"По ИНН это {line.client}", "good"))
    return [*lines, *why(line.terms, line.score)]


def why(terms: str, score: int) -> list[CardLine]:
    """The reasons of a match, a line each."""
    head = f"Балл {score}: от 80 зачисляется само, от 50 предлагается" if score else "Почему не зачислено"
    return [CardLine(head, "title"), *(CardLine(term, indent=2) for term in terms.split("; ") if term)]


def owed_row(invoice: "OwedRow") -> Row:
    """An open invoice to choose."""
    said = f"{invoice_word(invoice.number, invoice.period)} · {invoice.client} · до {day_text(invoice.due_on)}"
    return Row(invoice.invoice_id, (said, invoice.rest.short()))


# The preview of a statement -----------------------------------------------------------------------------------

VERDICTS: Mapping[str, tuple[str, Tone, str]] = {
    "auto": ("закроет", "good", ""),
    "suggested": ("предложит", "warn", ""),
    "new": ("вручную", "warn", "?"),
    "known": ("уже есть", "quiet", ""),
    "expense": ("расход", "quiet", "−"),
    "own": ("между своими", "quiet", "="),
}
"""What becomes of a line: the word, the tone, the mark."""

_PERIOD = re.compile(r"[0-9]{4}-[0-9]{2}")
_ORDER = ("new", "suggested", "auto", "known", "expense", "own")


def preview_columns(width: int) -> tuple[Column, ...]:
    """Day, sum, payer, what becomes of it, the reasons."""
    wide = width >= 110
    return (
        Column("on", "Дата", 5),
        Column("sum", "Сумма", 13 if wide else 11, "right"),
        Column("payer", "Плательщик", 24 if wide else 16),
        Column("verdict", "Что", 20 if wide else 16),
        Column("terms", "Почему"),
    )


def preview_rows(preview: "BankPreview") -> list[Row]:
    """The lines of a statement: those for a person, those that close invoices, the rest; else as in the file."""
    numbered = sorted(enumerate(preview.lines), key=lambda pair: (_ORDER.index(pair[1].verdict), pair[0]))
    return [_preview_row(place, line) for place, line in numbered]


def _preview_row(place: int, line: "PreviewLine") -> Row:
    _word, tone, mark = VERDICTS[line.verdict]
    score = f"{line.score}: " if line.score else ""
    reasons = f"{score}{line.terms}" if line.terms else line.purpose
    cells = (day_short(line.date), line.sum.short(), line.payer or "—", verdict(line), reasons)
    return Row(place, cells, tone, mark)


def verdict(line: "PreviewLine") -> str:
    """«закроет № 118, 119», «вручную»."""
    word = VERDICTS[line.verdict][0]
    named = ", ".join(period_text(name) if _PERIOD.fullmatch(name) else f"№ {name}" for name in line.invoices)
    return f"{word} {named}" if named else word


def headline(preview: "BankPreview") -> str:
    """«закроет 41 счёт, частично 3, не найдено 5»."""
    if not preview.create:
        return "новых движений нет"
    closes = count(preview.closes, "счёт", "счёта", "счетов")
    return f"закроет {closes}, частично {preview.partial}, не найдено {preview.unmatched}"


def sums(preview: "BankPreview") -> str:
    """Income, expense, transfers between own accounts."""
    named = (("приход", preview.income), ("расход", preview.expense), ("между своими", preview.own))
    said = [f"{word} {total.count} на {total.sum.short()}" for word, total in named if total.count]
    return " · ".join(said) or "движений нет"


def lines_text(preview: "BankPreview") -> str:
    """How many lines are new, known, refused."""
    said = [f"новых строк {preview.create}"]
    said += [f"уже загружено {preview.unchanged}"] if preview.unchanged else []
    said += [f"не прочитано {len(preview.rejected)}"] if preview.rejected else []
    return " · ".join(said)


def preview_head(preview: "BankPreview", limit: int) -> list[CardLine]:
    """What an import will do, in a few lines; of warnings the first `limit`."""
    said = headline(preview)
    lines = [CardLine(capital(said), "title"), CardLine(f"{capital(sums(preview))} · {lines_text(preview)}")]
    return [*lines, *_first(troubles(preview), limit)]


def troubles(preview: "BankPreview") -> list[CardLine]:
    """What could not be read, and what is odd."""
    rejected = (CardLine(f"Строка {wrong.line}: {wrong.message}", "urgent") for wrong in preview.rejected)
    return [*rejected, *(CardLine(warning, "warn") for warning in preview.warnings)]


def _first(lines: Sequence[CardLine], limit: int) -> list[CardLine]:
    if len(lines) <= limit:
        return list(lines)
    rest = count(len(lines) - limit + 1, "замечание", "замечания", "замечаний")
    return [*lines[: limit - 1], CardLine(f"и ещё {rest}: t — прочитать", "warn")]


def line_why(line: "PreviewLine") -> list[CardLine]:
    """A line of the preview with everything that was said of it."""
    return [
        CardLine(line.payer or "Плательщик не назван", "title"),
        CardLine(f"{day_text(line.date)}: {line.sum.text()}, строка файла {line.line_no}"),
        CardLine(line.purpose),
        CardLine(""),
        CardLine(capital(verdict(line)), VERDICTS[line.verdict][1]),
        *why(line.terms, line.score),
    ]


def capital(text: str) -> str:
    """A sentence that begins with a capital letter, the rest as it was."""
    return text[:1].upper() + text[1:]


def progress(done: int, total: int, lines: int) -> str:
    """«Загружено 1200 из 5000»: an act counts its steps, a person lines."""
    if done >= total:
        return "Записываем…"
    return f"Загружено {done * lines // max(1, total)} из {lines}. Esc — остановить"
