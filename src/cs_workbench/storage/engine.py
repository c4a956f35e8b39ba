"""SQLAlchemy's engine over the chosen SQLite, or over PostgreSQL by URL.

Every unit of work begins with an explicit `BEGIN IMMEDIATE`: the driver's own transactions lose updates of a second
window. Errors hide their parameters, which hold names and sums.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

from cs_workbench.storage import driver


def is_url(where: str) -> bool:
    """Whether the database is named by URL (PostgreSQL) and not by a path."""
    return "://" in where


def open_engine(where: str) -> Engine:
    """An engine for a SQLite path or a database URL; nothing is read yet."""
    if is_url(where):
        return create_engine(where, hide_parameters=True, isolation_level="REPEATABLE READ")
    engine = create_engine(
        f"sqlite:///{Path(where).absolute()}",
        module=driver.sqlite,
        hide_parameters=True,
        connect_args={"timeout": driver.BUSY_SECONDS, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: Any) -> None:
    driver.prepare(connection)
    driver.add_functions(connection)


def _begin(connection: Any) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def put_off_references(connection: Connection) -> None:
    """Look whether references hold when the transaction is committed, and not at each statement."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    else:
        connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")
