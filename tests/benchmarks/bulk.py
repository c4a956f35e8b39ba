"""Writes rows by the hundred thousand: plain driver, no indexes meanwhile, no journal. For benchmarks alone.

A column that is not given takes its record's own default, so a new column of a record needs no word here.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any

from cs_workbench.storage import driver
from cs_workbench.storage.record import Record

Row = Sequence[Any]


class Bulk:
    """Rows into one new database; ids go on from 1 in the order of writing."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def fill(self, kind: type[Record], columns: str, rows: Iterable[Row]) -> None:
        """Write rows of the named columns (ISO days, UTC moments as text, kopecks, values of enumerations)."""
        given = columns.split()
        constants = {name: _default(kind, name) for name in kind.model_fields if name not in given and name != "id"}
        fixed = {name: value for name, value in constants.items() if value is not None}
        names = ", ".join(f'"{name}"' for name in (*given, *fixed))
        values = ", ".join([*["?"] * len(given), *map(_literal, fixed.values())])
        self._connection.executemany(f"INSERT INTO {kind.__tablename__} ({names}) VALUES ({values})", rows)


def _default(kind: type[Record], name: str) -> Any:
    value = kind.model_fields[name].get_default(call_default_factory=False)
    if isinstance(value, Enum):
        return value.value
    return int(value) if isinstance(value, bool | int) else value if isinstance(value, str) else None


def _literal(value: str | int) -> str:
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


@contextmanager
def bulk_into(path: Path) -> Iterator[Bulk]:
    """Fill a database in one go: indexes are made again at the end, references are checked after it."""
    connection = driver.connect(path)
    for pragma in (
        "foreign_keys=OFF",
        "journal_mode=OFF",
        "synchronous=OFF",
        "cache_size=-400000",
        "secure_delete=OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")
    wanted = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    indexes = connection.execute(wanted).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    connection.execute("BEGIN")
    yield Bulk(connection)
    for _, sql in indexes:
        connection.execute(sql)
    connection.execute("COMMIT")
    orphans = connection.execute("PRAGMA foreign_key_check").fetchmany(3)
    assert not orphans, f"rows refer to nothing: {orphans}"
    connection.execute(f"PRAGMA journal_mode={driver.journal_mode()}")
    connection.close()
