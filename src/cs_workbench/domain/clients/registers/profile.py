"""How the columns of a register were read last: the same header is read the same way next time."""

import json
from collections.abc import Sequence
from typing import Annotated

from pydantic import BeforeValidator
from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.records import ColumnProfile
from cs_workbench.kernel.text import clean_line, clean_text
from cs_workbench.storage.unit import Read, Work

BETWEEN = " | "
LONGEST = 100_000

HeaderText = Annotated[str, BeforeValidator(lambda value: clean_text(str(value), LONGEST))]
"""A header as an action takes it: two hundred titles are longer than a text that a person types."""


def header_text(names: Sequence[str]) -> str:
    """A header as one line: the columns' names as the file writes them."""
    return BETWEEN.join(clean_line(name) for name in names)


def remembered(read: Read, kind: str) -> dict[str, tuple[str, ...]]:
    """The fields of each column by the header, for a kind of register; an empty name is a column that is not read."""
    rows = read.all(select(ColumnProfile).where(col(ColumnProfile.kind) == kind).order_by(col(ColumnProfile.id)))
    return {row.header: tuple(json.loads(row.columns)) for row in rows}


def remember(work: Work, kind: str, header: str, columns: Sequence[str]) -> None:
    """Keep how a header was read; what is kept already is left alone."""
    said = json.dumps(list(columns), ensure_ascii=False)
    known = work.first(
        select(ColumnProfile).where(col(ColumnProfile.kind) == kind, col(ColumnProfile.header) == header)
    )
    if known is None:
        work.add(ColumnProfile(kind=kind, header=header, columns=said))
    elif known.columns != said:
        known.columns = said
