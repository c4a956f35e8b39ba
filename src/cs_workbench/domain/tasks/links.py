"""Whatever a link or an item's key is about: the record of that name and id, and its client.

Records of later areas are found by their name alone, without importing them. The outbox and later areas
use it too.
"""

from collections.abc import Iterator

from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import split_link
from cs_workbench.storage.record import Record
from cs_workbench.storage.unit import Read


def record_kind(name: str) -> type[Record] | None:
    """The record of that name, None where there is none."""
    return next((kind for kind in _kinds(Record) if kind.__tablename__ == name), None)


def _kinds(base: type[Record]) -> Iterator[type[Record]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _kinds(kind)


def linked(read: Read, link: str, field: str) -> Record:
    """The row that a link names; refused with `unknown` where there is no such record or no such row."""
    name, number = split_link(link)
    kind = record_kind(name)
    if kind is None:
        raise Refusal("unknown", f"Записей вида «{name}» нет. Укажите запись и её номер, например task:12.", field)
    try:
        return read.get(kind, number)
    except Refusal as refusal:
        raise refusal.at(field) from refusal


def client_of(row: Record) -> int | None:
    """The client whom a row concerns: itself, its `client_id`, or nobody."""
    if row.__tablename__ == "client":
        return row.id
    return getattr(row, "client_id", None)
