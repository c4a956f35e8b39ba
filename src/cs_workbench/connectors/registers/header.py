"""Finds the row of titles among the first rows of a sheet, and what each column is read as.

A header that was met before is read as it was then; else a column is known by its title.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from cs_workbench.connectors.registers.cells import cell_text
from cs_workbench.connectors.registers.fields import Register, plain_title
from cs_workbench.connectors.registers.sheets import NumberedRow, Sheet

SEARCHED = 30
"""Rows among which the titles stand: above them 1C writes what the list is and how it was chosen."""


@dataclass(frozen=True)
class Header:
    """The titles of a sheet, in row `row`; `columns` names the field of each, empty where it is not read."""

    sheet: Sheet
    row: int
    titles: tuple[str, ...]
    columns: tuple[str, ...]


Known = Callable[[Sequence[str]], tuple[str, ...] | None]
"""The fields of a header that was met before; None for another."""


def find_header(sheet: Sheet, register: Register, known: Known) -> Header | None:
    """The header of a sheet: one that is `known`, else the row in which most columns are.

    None where no row has two titles.
    """
    best: Header | None = None
    for number, row in islice(sheet.rows(), SEARCHED):
        titles = titles_of((number, row))
        if (columns := known(titles)) and len(columns) == len(titles):
            return Header(sheet, number, titles, tuple(name if register.field(name) else "" for name in columns))
        found = Header(sheet, number, titles, columns_of(titles, register))
        if sum(map(bool, titles)) > 1 and (best is None or _weight(found, register) > _weight(best, register)):
            best = found
    return best


def titles_of(row: NumberedRow) -> tuple[str, ...]:
    """The cells of a row as titles, empty ones at the end left out."""
    titles = [cell_text(cell) for cell in row[1]]
    while titles and not titles[-1]:
        titles.pop()
    return tuple(titles)


def _weight(header: Header, register: Register) -> tuple[int, int]:
    return -len(register.missing(header.columns)), len(set(header.columns) - {""})


def columns_of(titles: Sequence[str], register: Register) -> tuple[str, ...]:
    """The field of each column by its title: the field's own name before what it may be called besides; a field is
    read of one column, the first.
    """
    plain = [plain_title(title) for title in titles]
    found = [""] * len(titles)
    for rank in range(_ranks(register)):
        for field in register.fields:
            names = (field.title, *field.called)
            if field.name in found or rank >= len(names):
                continue
            wanted = plain_title(names[rank])
            place = next((place for place, title in enumerate(plain) if title == wanted and not found[place]), None)
            if place is not None:
                found[place] = field.name
    return tuple(found)


def _ranks(register: Register) -> int:
    return max(1 + len(field.called) for field in register.fields)
