"""The rows under a header as raw lines, field to text: empty rows, totals and repeated titles left out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from sys import intern

from cs_workbench.connectors.registers.cells import Cell, cell_text, corrected, read_cell
from cs_workbench.connectors.registers.fields import Register
from cs_workbench.connectors.registers.header import Header, titles_of
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.progress import Progress

SAMPLES = 3
SAMPLED = 50
STEP = 1_000

_TOTAL = re.compile(r"(?:итого|всего|итог|total)\b", re.IGNORECASE)

RawLine = tuple[int, Mapping[str, str]]


def raw_lines(header: Header, register: Register, progress: Progress | None = None) -> Iterator[RawLine]:
    """The lines with the numbers of their rows."""
    fields = [(place, field) for place, name in enumerate(header.columns) if (field := register.field(name))]
    for count, (number, row) in enumerate(header.sheet.rows()):
        if progress is not None and count % STEP == 0:
            progress(count, header.sheet.height)
        if number <= header.row or _is_no_line(row, header):
            continue
        cells = ((field, row[place]) for place, field in fields if place < len(row))
        raw = {field.name: intern(read_cell(cell, field.sort)) for field, cell in cells}  # registers repeat themselves
        if any(raw.values()):
            yield number, corrected(raw)


def _is_no_line(row: Sequence[Cell], header: Header) -> bool:
    first = next((text for cell in row if (text := cell_text(cell))), "")
    return not first or _TOTAL.match(first) is not None or (first in header.titles and _repeats(row, header))


def _repeats(row: Sequence[Cell], header: Header) -> bool:
    return titles_of((0, row)) == header.titles


def samples(header: Header) -> tuple[tuple[str, ...], ...]:
    """The first values of each column, to know it by."""
    found: list[list[str]] = [[] for _ in header.titles]
    under = (row for number, row in header.sheet.rows() if number > header.row)
    for row in islice(under, SAMPLED):
        if _is_no_line(row, header):
            continue
        for values, cell in zip(found, row, strict=False):
            text = cell_text(cell)
            if text and len(values) < SAMPLES:
                values.append(text)
    return tuple(map(tuple, found))


def named_columns(header: Header, register: Register, named: Mapping[str, str]) -> tuple[str, ...]:
    """The columns of a header where some are `named` by their titles: «Заказчик» → `client`; an empty field is a
    column that is not read. Raises Refusal `columns` for a title or a field that there is not.
    """
    columns = list(header.columns)
    for title, field in named.items():
        if title not in header.titles:
            raise Refusal("columns", f"Колонки «{title}» в файле нет. Есть: {_listed(header)}.", "columns")
        if field and register.field(field) is None:
            known = ", ".join(field.name for field in register.fields)
            raise Refusal("columns", f"Поля «{field}» нет. Есть: {known}.", "columns")
        columns = ["" if column == field else column for column in columns]
        columns[header.titles.index(title)] = field
    return tuple(columns)


def unread(header: Header, register: Register) -> Refusal:
    """The refusal of a header that says too little: what is missing, which columns were found."""
    missing = ", ".join(register.missing(header.columns))
    field = register.missing_fields(header.columns)[0]
    advice = f"Укажите, где что, например: --column «Название колонки={field}»."
    message = f"Не хватает колонки: {missing}. В файле есть: {_listed(header)}. {advice}"
    return Refusal("columns", message, "columns")


def _listed(header: Header) -> str:
    return ", ".join(f"«{title}»" for title in header.titles if title)
