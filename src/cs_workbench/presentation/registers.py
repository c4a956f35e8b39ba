"""A register in words: what loading it will do, its lines, its columns and what they are read as. Pure."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from cs_workbench.kernel.text import count
from cs_workbench.presentation.bank import capital
from cs_workbench.presentation.shapes import CardLine, Column, Row, Tone

if TYPE_CHECKING:
    from cs_workbench.connectors.register_import import RegisterFile
    from cs_workbench.domain.clients.registers.telling import Tally

VERDICTS: Mapping[str, tuple[str, Tone, str]] = {
    "rejected": ("не взять", "urgent", ""),
    "create": ("новое", "good", ""),
    "update": ("изменит", "warn", ""),
    "unchanged": ("уже есть", "quiet", ""),
}
"""What becomes of a line: the word, the tone, the mark."""

NOT_READ = "не читать"
REJECTED_SHOWN = 500


def headline(tally: "Tally") -> str:
    """«добавит 290, изменит 10, без изменений 5, не возьмёт 2»."""
    named = (
        ("добавит", tally.create),
        ("изменит", tally.update),
        ("без изменений", tally.unchanged),
        ("не возьмёт", len(tally.rejected)),
    )
    said = ", ".join(f"{word} {number}" for word, number in named if number)
    return said or "строк нет"


def preview_head(file: "RegisterFile", tally: "Tally", limit: int) -> list[CardLine]:
    """What an import will do, how its columns are read, and the first remarks."""
    title = CardLine(f"{file.name}: {file.register.title}", "quiet")
    lines = [title, CardLine(capital(headline(tally)), "title"), CardLine(f"Колонки: {columns_text(file)}")]
    remarks = troubles(file, tally, rejected=False)
    if len(remarks) > limit:
        rest = count(len(remarks) - limit + 1, "замечание", "замечания", "замечаний")
        remarks = [*remarks[: limit - 1], CardLine(f"и ещё {rest}: t/е — прочитать", "warn")]
    return [*lines, *remarks]


def columns_text(file: "RegisterFile") -> str:
    """«Контрагент — клиент, Дата — дата»."""
    fields = ((title, file.register.field(name)) for title, name in zip(file.titles, file.columns, strict=True))
    return ", ".join(f"{title} — {field.title}" for title, field in fields if field)


def troubles(file: "RegisterFile", tally: "Tally", *, rejected: bool = True) -> list[CardLine]:
    """What was not taken, and what is odd."""
    wrong = [CardLine(f"Строка {bad.line}: {bad.message}", "urgent") for bad in tally.rejected[:REJECTED_SHOWN]]
    told = [CardLine(sentence, "warn") for sentence in (*file.warnings, *tally.remarks())]
    return [*(wrong if rejected else []), *told]


def preview_columns(width: int) -> tuple[Column, ...]:
    """The row in the file, what becomes of it, who or what it is, what changes."""
    return (
        Column("line", "Строка", 6, "right"),
        Column("verdict", "Что", 9),
        Column("title", "Кто или что", 40 if width >= 110 else 26),
        Column("details", "Подробно"),
    )


def preview_rows(file: "RegisterFile", tally: "Tally") -> list[Row]:
    """Lines that are left out first, then those that change something, then the rest; of each kind the first."""
    rejected = [
        _row(bad.line, "rejected", _titled(file, bad.field), bad.message)
        for bad in sorted(tally.rejected, key=lambda bad: bad.line)[:REJECTED_SHOWN]
    ]
    order = list(VERDICTS)
    shown = sorted(tally.shown, key=lambda line: (order.index(line.verdict), line.line))
    return [*rejected, *(_row(line.line, line.verdict, line.title, line.details) for line in shown)]


def _titled(file: "RegisterFile", name: str) -> str:
    field = file.register.field(name)
    return capital(field.title) if field else ""


def _row(line: int, verdict: str, title: str, details: str) -> Row:
    word, tone, mark = VERDICTS[verdict]
    return Row(f"{verdict}:{line}", (str(line), word, title, details), tone, mark)


def progress(done: int, total: int, lines: int) -> str:
    """«Загружено 1200 из 5000»: an act counts its steps, a person lines."""
    if done >= total:
        return "Записываем…"
    return f"Загружено {done * lines // max(1, total)} из {lines}. Esc — остановить"


# Columns and what they are read as ----------------------------------------------------------------------------


def mapping_columns(width: int) -> tuple[Column, ...]:
    """A column of the file, what it is read as, some of its values."""
    return (
        Column("title", "Колонка в файле", 30 if width >= 100 else 22),
        Column("field", "Читать как", 20),
        Column("samples", "Примеры"),
    )


def mapping_rows(file: "RegisterFile", columns: Sequence[str]) -> list[Row]:
    """A row for each column of the file."""
    rows = []
    for place, (title, name, values) in enumerate(zip(file.titles, columns, file.samples, strict=True)):
        field = file.register.field(name)
        said = field.title if field else NOT_READ
        cells = (title or f"без названия ({place + 1})", said, " · ".join(values))
        rows.append(Row(place, cells, "good" if field else "quiet"))
    return rows


def mapping_head(file: "RegisterFile", columns: Sequence[str]) -> list[CardLine]:
    """What is still needed, or that all is there."""
    needed = ", ".join(file.register.worded(group) for group in file.register.needed)
    missing = file.register.missing(tuple(columns))
    said = CardLine(f"Не хватает: {', '.join(missing)}", "urgent") if missing else CardLine("Всё нужное есть", "good")
    return [CardLine(f"{file.name}: что в колонках", "title"), CardLine(f"Нужны: {needed}", "quiet"), said]


def field_choices(file: "RegisterFile") -> list[Row]:
    """The fields that a column may be read as, and none."""
    return [Row("", (NOT_READ, "")), *(Row(field.name, (field.title, "")) for field in file.register.fields)]
