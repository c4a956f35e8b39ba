"""Which schema a file has, and the triggers of the newest. Standard library only: the short start asks it.

`creating.py` makes a new file, `migrating.py` brings an older one here.

The journal is append-only by triggers that are made again after every migration; `recursive_triggers` (`driver.py`)
makes them hold against REPLACE.
"""

from pathlib import Path
from typing import Any

from cs_workbench.kernel.errors import Unavailable

HEAD = "0002"
KNOWN: tuple[str, ...] = ("0001", HEAD)
"""Every schema that this program can bring to the newest, oldest first."""

DERIVED = frozenset({"client_standing"})
"""Tables that are reckoned from the others: a migration may empty them."""

TRIGGERS = tuple(
    f"CREATE TRIGGER IF NOT EXISTS {table}_no_{act.lower()} BEFORE {act} ON {table} "
    f"BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    for table in ("journal_entry",)
    for act in ("UPDATE", "DELETE")
) + tuple(
    f"CREATE TRIGGER IF NOT EXISTS journal_image_no_{name} BEFORE {act} ON journal_image "
    f"BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    for name, act in (("delete", "DELETE"), ("update", "UPDATE OF entry_id, record, record_id, salt, digest"))
)
"""An image's texts alone may be blanked, to erase a person: the chain covers their digests."""


def version_of(connection: Any) -> str | None:
    """The schema of an open file: None where it holds no database of ours."""
    named = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    ).fetchone()
    if named is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def is_new(connection: Any, path: Path) -> bool:
    """Whether an open file has no table yet (a program was killed while it made it).

    Raises Unavailable where it holds something that is not ours, or a schema that this program does not know.
    """
    version = version_of(connection)
    if version is None and not is_empty(connection):
        raise Unavailable("not_ours", f"Файл {path} — не база рабочего места. Укажите другой путь: --db ПУТЬ.")
    if version is not None and version not in KNOWN:
        raise Unavailable("newer_schema", f"База {path} сделана более новой версией программы. Обновите cs-workbench.")
    return version is None


def is_older(connection: Any) -> bool:
    """Whether the file's schema is to be brought to the newest."""
    return version_of(connection) != HEAD


def is_empty(connection: Any) -> bool:
    """Whether the file holds no table at all."""
    return int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]) == 0
