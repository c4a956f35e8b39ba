"""Images of rows: what each touched row was before a unit of work and what it is after.

The journal keeps them (`journal.py`), undo writes them back (`undo.py`). Images are read from the database by SELECT
around each flush: an expired attribute has no before-value, and several flushes of one row must give the first before
and the last after.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Table, event, select
from sqlalchemy.orm import Session

from cs_workbench.kernel.chunks import chunks
from cs_workbench.storage.record import Record, metadata

Image = dict[str, Any]
CHUNK = 500


def to_json(table: Table, row: Sequence[Any]) -> Image:
    """A typed row, its values in the order of the table's columns, as JSON values."""
    return {
        name: value if value is None or encode is None else encode(value)
        for (name, encode), value in zip(_encoders(table), row, strict=True)
    }


@cache
def _encoders(table: Table) -> list[tuple[str, Callable[[Any], Any] | None]]:
    return [(column.name, getattr(column.type, "to_json", None)) for column in table.columns]


def from_json(table: Table, image: Mapping[str, Any]) -> dict[str, Any]:
    """JSON values as a typed row; a column that the image does not know yet is left to its default."""
    out: dict[str, Any] = {}
    for column in table.columns:
        if column.name not in image:
            continue
        value = image[column.name]
        decode = getattr(column.type, "from_json", None)
        out[column.name] = value if value is None or decode is None else decode(value)
    return out


def read_images(session: Session, name: str, ids: Iterable[int]) -> dict[int, Image]:
    """The present images of rows of one table, by id; a row that is not there is absent."""
    table = metadata.tables[name]
    wanted = sorted(set(ids))
    found: dict[int, Image] = {}
    connection = session.connection()
    for chunk in chunks(wanted, CHUNK):
        rows = connection.execute(select(table).where(table.c.id.in_(chunk)))
        found.update((row.id, to_json(table, row)) for row in rows)
    return found


class Change:
    """One row's before and after; None where the row did not exist."""

    __slots__ = ("after", "before", "record", "record_id")

    def __init__(self, record: str, record_id: int, before: Image | None, after: Image | None) -> None:
        self.record = record
        self.record_id = record_id
        self.before = before
        self.after = after

    @property
    def client_id(self) -> int | None:
        """The client whom the row concerns."""
        image = self.after or self.before or {}
        return self.record_id if self.record == "client" else image.get("client_id")

    @property
    def columns(self) -> set[str]:
        """`table.column` names that changed; every column where the row came or went."""
        image = self.after or self.before or {}
        if self.before is None or self.after is None:
            return {f"{self.record}.{name}" for name in image}
        return {f"{self.record}.{name}" for name in image if self.before.get(name) != self.after[name]}


class Tally:
    """What the changes of an act come to, counted as they pass: rows created and changed, by record; the clients
    concerned; the columns, as `table.column`.
    """

    def __init__(self) -> None:
        self.created: dict[str, list[int]] = {}
        self.changed: list[tuple[str, int]] = []
        self.clients: set[int | None] = set()
        self.columns: set[str] = set()

    def passing(self, changes: Iterable[Change]) -> Iterator[Change]:
        """The same changes, counted."""
        for change in changes:
            self.clients.add(change.client_id)
            self.columns |= change.columns
            if change.before is None:
                self.created.setdefault(change.record, []).append(change.record_id)
            else:
                self.changed.append((change.record, change.record_id))
            yield change


class Tracker:
    """Follows one session and remembers every row that its flushes touch, with the clients concerned."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._before: dict[tuple[str, int], str | None] = {}  # as text: a run touches thousands of rows
        self._clients: dict[str, set[int]] = {}
        event.listen(session, "before_flush", self._remember)
        event.listen(session, "after_flush", self._remember_new)

    def _remember(self, session: Session, *_: Any) -> None:
        touched: dict[str, list[int]] = {}
        for row in (*session.dirty, *session.deleted):
            if isinstance(row, Record) and (row in session.deleted or session.is_modified(row)):
                name = str(row.__tablename__)
                self._concern(name, row)
                if (name, row.id) not in self._before:
                    touched.setdefault(name, []).append(row.id)
                if row not in session.deleted:
                    row.rev += 1
        for name, ids in touched.items():
            images = read_images(session, name, ids)
            self._before.update({(name, number): _packed(images.get(number)) for number in ids})
            self._clients[name].update(image["client_id"] for image in images.values() if image.get("client_id"))

    def _remember_new(self, session: Session, *_: Any) -> None:
        for row in session.new:
            if isinstance(row, Record):
                name = str(row.__tablename__)
                self._concern(name, row)
                self._before.setdefault((name, row.id), None)

    def remember_stored(self, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """New rows that were stored without objects."""
        self._before.update(((name, row["id"]), None) for row in rows)
        ids = (row["id"] if name == "client" else row.get("client_id") for row in rows)
        self._clients.setdefault(name, set()).update(number for number in ids if number is not None)

    def _concern(self, name: str, row: Record) -> None:
        clients = self._clients.setdefault(name, set())
        number = row.id if name == "client" else getattr(row, "client_id", None)
        if number is not None:
            clients.add(number)

    def close(self) -> None:
        """Stop following, so that the next unit of the same session begins anew."""
        event.remove(self._session, "before_flush", self._remember)
        event.remove(self._session, "after_flush", self._remember_new)

    def concerned(self, records: frozenset[str]) -> frozenset[int] | None:
        """Clients of the rows of these records that were touched; None where none was."""
        found = [clients for name, clients in self._clients.items() if name in records]
        return frozenset().union(*found) if found else None

    def changes(self) -> Iterator[Change]:
        """All touched rows with their images, in the order of first touch; read a few hundred at a time, since an act
        may touch tens of thousands.

        Rows that came and went, or did not change, are left out.
        """
        for chunk in chunks(list(self._before), CHUNK):
            by_table: dict[str, list[int]] = {}
            for name, number in chunk:
                by_table.setdefault(name, []).append(number)
            after = {name: read_images(self._session, name, ids) for name, ids in by_table.items()}
            for name, number in chunk:
                before = _unpacked(self._before.pop((name, number)))
                change = Change(name, number, before, after[name].get(number))
                if not same(change.before, change.after):
                    yield change


def _packed(image: Image | None) -> str | None:
    return None if image is None else json.dumps(image)


def _unpacked(text: str | None) -> Image | None:
    return None if text is None else json.loads(text)


def same(one: Image | None, other: Image | None) -> bool:
    """Whether two images are equal but for the row's version."""
    if one is None or other is None:
        return one is other
    return all(one.get(name) == value for name, value in other.items() if name != "rev")
