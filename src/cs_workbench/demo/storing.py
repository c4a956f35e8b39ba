"""Stores many new rows at one go as one entry of the journal: what an action does row by row, for an empty database.

Rows are numbered from 1 in their order. Each is journaled with its image, so that the journal and `doctor` see the past
as they see the rest.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic_core import PydanticUndefined
from sqlalchemy import insert
from sqlalchemy.orm import Session

from cs_workbench.kernel.today import Today
from cs_workbench.storage.images import Change, to_json
from cs_workbench.storage.journal import Head
from cs_workbench.storage.record import Record, metadata
from cs_workbench.storage.unit import Units

Row = Mapping[str, Any]
"""Values by column; a column that is not given takes its record's default."""


def store(session: Session, today: Today, head: Head, tables: Iterable[tuple[type[Record], list[Row]]]) -> None:
    """Store the rows of one table after another; the caller commits."""
    changes: list[Change] = []
    for kind, rows in tables:
        table, defaults = metadata.tables[str(kind.__tablename__)], _defaults(kind)
        whole = [{**defaults, **row, "id": number} for number, row in enumerate(rows, 1)]
        if whole:
            session.connection().execute(insert(table), whole)
        order = [column.name for column in table.columns]
        images = [to_json(table, [row[name] for name in order]) for row in whole]
        changes += [Change(table.name, image["id"], None, image) for image in images]
    Units().finish(session, today, head, changes)


def _defaults(kind: type[Record]) -> dict[str, Any]:
    given = {name: field.default for name, field in kind.model_fields.items()}
    return {name: None if value is PydanticUndefined else value for name, value in given.items()}
