"""Records as plain rows for the command line and exports: every field under its own name, values that JSON can hold.

Money is `"24800.00"`, days are ISO, moments are ISO in local time. What time alone has decided (a promise whose day has
passed) is shown as decided. A file takes typed rows, a page at a time (`typed_page`).
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Integer, Select, Table, func, select

from cs_workbench.domain.catalogue import EFFECTIVE, RECORDS
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.today import Today
from cs_workbench.storage.record import metadata
from cs_workbench.storage.types import Kopecks
from cs_workbench.storage.unit import Read

Effective = Callable[[Mapping[str, Any], Today], Mapping[str, Any]]


def as_json(value: Any) -> Any:
    """One value as JSON has it."""
    if isinstance(value, Money):
        return value.plain()
    if isinstance(value, datetime):
        return local(value).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def decided(record: str, row: Mapping[str, Any], today: Today) -> dict[str, Any]:
    """A typed row with what time has decided."""
    effective = EFFECTIVE.get(record)
    return {**row, **effective(row, today)} if effective else dict(row)


def row_of(record: str, row: Mapping[str, Any], today: Today) -> dict[str, Any]:
    """A typed row as JSON values, with what time has decided."""
    return {name: as_json(value) for name, value in decided(record, row, today).items()}


def table_of(record: str) -> Table:
    """The table of a record's name; refused where there is none."""
    if record not in RECORDS:
        raise Refusal("unknown_record", f"Записей «{record}» нет. Есть: {', '.join(sorted(RECORDS))}.", "record")
    return metadata.tables[record]


def rows(
    read: Read, record: str, where: Mapping[str, str], limit: int | None = None
) -> tuple[list[dict[str, Any]], int]:
    """The rows of a record by id, those whose fields equal `where`, and how many there are in all."""
    table = table_of(record)
    conditions = _conditions(table, record, where)
    wanted: Select[Any] = select(table).where(*conditions).order_by(table.c.id)
    total = read.session.connection().scalar(select(func.count()).select_from(table).where(*conditions)) or 0
    found = read.session.connection().execute(wanted if limit is None else wanted.limit(limit)).mappings()
    return [row_of(record, dict(row), read.day) for row in found], int(total)


def extent(read: Read, record: str, where: Mapping[str, str]) -> tuple[int, int]:
    """How many rows `typed_page` would give from first to last, and the id of the last."""
    table = table_of(record)
    wanted = select(func.count(), func.max(table.c.id)).where(*_conditions(table, record, where))
    total, last = read.session.connection().execute(wanted).one()
    return int(total), int(last or 0)


def typed_page(
    read: Read, record: str, where: Mapping[str, str], span: tuple[int, int], limit: int
) -> list[dict[str, Any]]:
    """The first `limit` rows by id whose id is above the first of `span` and not above the second.

    Values are typed, with what time has decided; a row of a client also says its name as `client`.
    """
    table = table_of(record)
    wanted = _with_client(table).where(*_conditions(table, record, where), table.c.id > span[0], table.c.id <= span[1])
    found = read.session.connection().execute(wanted.order_by(table.c.id).limit(limit)).mappings()
    return [decided(record, dict(row), read.day) for row in found]


def typed_rows(read: Read, record: str, ids: Sequence[int]) -> list[dict[str, Any]]:
    """The same of these ids (as many as one query names), in their order; those that are gone are left out."""
    table = table_of(record)
    found = read.session.connection().execute(_with_client(table).where(table.c.id.in_(ids))).mappings()
    by_id = {row["id"]: decided(record, dict(row), read.day) for row in found}
    return [by_id[number] for number in ids if number in by_id]


def _with_client(table: Table) -> Select[Any]:
    clients = metadata.tables["client"]
    if "client_id" not in table.c:
        return select(table)
    beside = table.outerjoin(clients, clients.c.id == table.c.client_id)
    return select(table, clients.c.name.label("client")).select_from(beside)


def one(read: Read, record: str, number: int) -> dict[str, Any]:
    """One row by id."""
    table = table_of(record)
    row = read.session.connection().execute(select(table).where(table.c.id == number)).mappings().first()
    if row is None:
        raise Refusal("unknown", f"{RECORDS[record].title} № {number} не найдена.", "id")
    return row_of(record, dict(row), read.day)


def of_client(
    read: Read, record: str, client_id: int, *, newest_first: bool = False, limit: int | None = None
) -> list[dict[str, Any]]:
    """A client's rows of a record, by id."""
    table = table_of(record)
    order = table.c.id.desc() if newest_first else table.c.id
    wanted = select(table).where(table.c.client_id == client_id).order_by(order)
    found = read.session.connection().execute(wanted if limit is None else wanted.limit(limit)).mappings()
    return [row_of(record, dict(row), read.day) for row in found]


def _conditions(table: Table, record: str, where: Mapping[str, str]) -> list[ColumnElement[bool]]:
    return [table.c[name] == _typed(table, name, text) for name, text in where.items() if _has(table, record, name)]


def _has(table: Table, record: str, name: str) -> bool:
    if name not in table.c:
        raise Refusal(
            "unknown_field",
            f"У записи {record} нет поля «{name}». Есть: {', '.join(column.name for column in table.c)}.",
            name,
        )
    return True


def _typed(table: Table, name: str, text: str) -> Any:
    """The text of a condition as the column's own kind of value."""
    kind = table.c[name].type
    if text.casefold() in ("null", "none", ""):
        return None
    try:
        if isinstance(kind, Kopecks):
            return Money.parse(text)
        if isinstance(kind, Boolean):
            return text.casefold() in ("true", "1", "да")
        if isinstance(kind, Integer):
            return int(text)
        decode = getattr(kind, "from_json", None)
        return decode(text) if decode else text
    except ValueError:
        raise Refusal("value", f"Значение «{text}» не подходит полю «{name}».", name) from None
