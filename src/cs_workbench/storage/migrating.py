"""Brings an older file to the newest schema without losing a row.

A verified copy first; foreign keys off before the transaction (a table that is rebuilt with them on deletes its
children); the append-only triggers made again after; then row counts, references and the numbering of ids are compared,
and all of it is committed or none. The copy is kept when it fails.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from cs_workbench.kernel.errors import Unavailable
from cs_workbench.storage import backup, driver, schema

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(db: Path, now: datetime, keep: int = 30, scripts: Path = SCRIPTS) -> backup.Copy:
    """Run the migrations that a file lacks; the copy made before. Raises Unavailable with the file unchanged."""
    made = backup.make(db, "before-upgrade", now, keep)
    engine = create_engine(f"sqlite:///{db.absolute()}", module=driver.sqlite, poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with engine.begin() as connection:
            before, numbered = _counts(connection), _numbered(connection)
            upgrade(connection, scripts)
            for trigger in schema.TRIGGERS:
                connection.exec_driver_sql(trigger)
            _check(connection, before)
            _number_on(connection, numbered)
    except (SQLAlchemyError, CommandError, OSError) as error:
        raise _failed(made) from error
    finally:
        engine.dispose()
    return made


def _failed(made: backup.Copy) -> Unavailable:
    kept = f"она осталась прежней, копия сохранена в {made.path}"
    return Unavailable("migration", f"Обновить базу не удалось: {kept}. Откройте её прежней версией программы.")


def _prepare(connection: Any, _: Any) -> None:
    driver.prepare(connection)
    connection.execute("PRAGMA foreign_keys=OFF")


def upgrade(connection: Connection, scripts: Path) -> None:
    """Run every script that the database of this connection lacks, inside its transaction."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _counts(connection: Connection) -> dict[str, int]:
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    return {
        name: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar() or 0)
        for name in names.scalars()
    }


def _check(connection: Connection, before: dict[str, int]) -> None:
    after = _counts(connection)
    kept = (name for name in before if name in after and name not in schema.DERIVED)
    lost = [name for name in kept if after[name] < before[name]]
    if lost:
        raise OSError(f"rows lost in {', '.join(lost)}")
    if connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
        raise OSError("references broken")


def _numbered(connection: Connection) -> dict[str, int]:
    """The tables whose ids never come back, with the last id that each has given."""
    given = {row.name: row.seq for row in connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence")}
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"
    )
    return {name: given.get(name, 0) for name in names.scalars()}


def _number_on(connection: Connection, before: dict[str, int]) -> None:
    """A table that was made again has forgotten ids that it gave to rows now gone: the journal still names them."""
    after, there = _numbered(connection), _counts(connection)
    forgot = [name for name in before if name in there and name not in after]
    if forgot:
        raise OSError(f"ids would come back in {', '.join(forgot)}")
    for name, last in before.items():
        if after.get(name, last) < last:
            connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
            connection.exec_driver_sql("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, last))
