"""Whatever refers to one record made to refer to another of the same kind: by foreign keys, by links, by keys.

Records of every area are found through the metadata, so that a later area's are moved without being known here. What
two clients come to as one is decided in `actions/merging.py`.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Index, Table, or_, select
from sqlmodel import AutoString, col

from cs_workbench.kernel.errors import Refusal
from cs_workbench.storage.record import Record
from cs_workbench.storage.unit import Read, Work


def kinds(base: type[Record] = Record) -> Iterator[type[Record]]:
    """Every record of every area."""
    for kind in base.__subclasses__():
        yield kind
        yield from kinds(kind)


def table_of(kind: type[Record]) -> Table:
    """The table of a record."""
    return kind.__table__  # type: ignore[attr-defined, no-any-return]


def references(target: str) -> Iterator[tuple[type[Record], str]]:
    """The columns of all records that refer to the record of that name."""
    for kind in kinds():
        for key in table_of(kind).foreign_keys:
            if key.column.table.name == target:
                yield kind, key.parent.name


def referring(read: Read, target: str, number: int) -> Iterator[tuple[str, list[Record]]]:
    """The rows that refer to a record by foreign key, with the column by which they do."""
    for kind, name in references(target):
        yield name, read.all(select(kind).where(col(getattr(kind, name)) == number).order_by(col(kind.id)))


def move_references(work: Work, target: str, old: int, new: int) -> None:
    """Make every row that refers to `old` refer to `new`. Of two rows that a unique index then takes for one, the moved
    one goes, where nothing refers to it; else the move is refused.
    """
    for name, rows in referring(work, target, old):
        for row in rows:
            _put(work, row, name, new)
    work.session.flush()


def move_links(work: Work, target: str, old: int, new: int) -> None:
    """The same for texts: links (`client:7`) in any line of text, and keys of the queue's items about the record."""
    was, will = f"{target}:{old}", f"{target}:{new}"
    for kind in kinds():
        lines = [column.name for column in table_of(kind).columns if isinstance(column.type, AutoString)]
        if not lines:
            continue
        about = [_about(col(getattr(kind, name)), name, was) for name in lines]
        for row in work.all(select(kind).where(or_(*about)).order_by(col(kind.id))):
            for name in lines:
                text = getattr(row, name)
                if text is not None and (moved := _moved(text, name, was, will)) != text:
                    _put(work, row, name, moved)
    work.session.flush()


KEY = "key"
"""The column that holds the key of an item: `RULE:record:id:period`, or without the period."""


def _about(column: Any, name: str, link: str) -> ColumnElement[bool]:
    if name != KEY:
        return column == link  # type: ignore[no-any-return]
    return or_(column.like(f"%:{link}:%"), column.like(f"%:{link}"))


def _moved(text: str, name: str, was: str, will: str) -> str:
    if name != KEY:
        return will if text == was else text
    rule, colon, rest = text.partition(":")
    if rest == was or rest.startswith(f"{was}:"):
        return f"{rule}{colon}{will}{rest[len(was) :]}"
    return text


def _put(work: Work, row: Record, name: str, value: object) -> None:
    """Write a value, or remove the row where another has it already and may have it once."""
    if _twin(work, row, name, value):
        if any(rows for _, rows in referring(work, str(row.__tablename__), row.id)):
            said = f"{row.title} № {row.id} есть у обоих: исправьте или отмените одну из записей."
            raise Refusal("twice", said, "client")
        work.remove(row)
    else:
        setattr(row, name, value)


def _twin(work: Work, row: Record, name: str, value: object) -> bool:
    """Whether another row stands where this one would be, by a unique index without a condition."""
    kind = type(row)
    for index in table_of(kind).indexes:
        if name in _unique_columns(index):
            wanted = {other: value if other == name else getattr(row, other) for other in _unique_columns(index)}
            same: list[ColumnElement[bool]] = [col(getattr(kind, other)) == one for other, one in wanted.items()]
            known = None not in wanted.values()
            if known and work.first(select(col(kind.id)).where(*same, col(kind.id) != row.id)) is not None:
                return True
    return False


def _unique_columns(index: Index) -> list[str]:
    conditional = index.dialect_options["sqlite"]["where"] is not None
    return [column.name for column in index.columns] if index.unique and not conditional else []
