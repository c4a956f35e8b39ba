"""Which schema a file has, and the triggers of the newest. Standard library only: the short start asks it.

`creating.py` makes a new file, `migrating.py` brings an older one here.

The journal is append-only by triggers that are made again after every migration; `recursive_triggers` (`driver.py`) makes them hold against REPLACE.
"""

from typing import Any

HEAD = "0001"
KNOWN: tuple[str, ...] = (HEAD,)
"""Every schema that this program can bring to the newest, oldest first."""

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
    named = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'").fetchone()
    if named is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def is_empty(connection: Any) -> bool:
    """Whether the file holds no table at all."""
    return connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
