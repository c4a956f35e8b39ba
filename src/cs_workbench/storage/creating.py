"""Makes the tables of a new database, with the triggers that keep the journal append-only and the schema's version."""

from pathlib import Path

from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, insert, select

from cs_workbench.storage import driver, schema
from cs_workbench.storage.engine import is_url

VERSION = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))


def create(where: str, engine: Engine, tables: MetaData) -> None:
    """Make every table, in a new file or in one that a killed program left empty; a file is made readable by its owner
    alone, with the journal mode that is safe for its SQLite.
    """
    if not is_url(where) and not Path(where).exists():
        driver.create_private(Path(where))
    with engine.begin() as connection:
        fill(connection, tables)
    if not is_url(where):
        plain = driver.connect(Path(where))
        plain.execute(f"PRAGMA journal_mode={driver.journal_mode()}")
        plain.close()


def fill(connection: Connection, tables: MetaData) -> None:
    """The tables, triggers and version, on a connection."""
    tables.create_all(connection)
    if connection.dialect.name == "sqlite":
        for trigger in schema.TRIGGERS:
            connection.exec_driver_sql(trigger)
    VERSION.create(connection, checkfirst=True)
    if connection.scalar(select(VERSION.c.version_num)) is None:  # two windows may make the file at once
        connection.execute(insert(VERSION).values(version_num=schema.HEAD))
