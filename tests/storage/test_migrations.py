"""The migrations lead to the schema of the records, and a new database is made as they would make it."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect

from cs_workbench.domain.performer import Performer
from cs_workbench.storage import schema
from cs_workbench.storage.engine import open_engine
from cs_workbench.storage.migrating import SCRIPTS, upgrade
from tests.desk import Desk


def _schema(connection: Connection) -> dict[str, Any]:
    """Columns, indexes, references and checks of every table."""
    look = inspect(connection)
    return {
        name: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in look.get_columns(name)],
            sorted(
                (str(index["name"]), tuple(index["column_names"]), bool(index["unique"]))
                for index in look.get_indexes(name)
            ),
            sorted((str(key["name"]), key["referred_table"]) for key in look.get_foreign_keys(name)),
            sorted((str(check["name"]), check["sqltext"]) for check in look.get_check_constraints(name)),
        )
        for name in sorted(look.get_table_names())
    }


def test_the_migrations_make_the_schema_of_the_records(desk: Desk, tmp_path: Path) -> None:
    with open_engine(str(tmp_path / "migrated.db")).begin() as migrated:
        upgrade(migrated, SCRIPTS)
        by_migrations = _schema(migrated)
        months = migrated.exec_driver_sql("SELECT count(*) FROM billing_period").scalar()
    with open_engine(desk.bench.where).begin() as made:
        by_records = _schema(made)
    assert by_migrations == by_records
    assert months == 1200


def test_the_newest_migration_is_the_newest_schema(tmp_path: Path, desk: Desk) -> None:
    with open_engine(str(tmp_path / "migrated.db")).begin() as migrated:
        upgrade(migrated, SCRIPTS)
        assert (
            migrated.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
            == schema.HEAD
            == schema.KNOWN[-1]
        )


def test_a_killed_making_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    path.touch()
    desk = Desk(tmp_path)
    assert desk.new("client", "clients.add", name="ООО Ромашка") == 1
    desk.close()
    assert isinstance(desk.bench.performer, Performer)
