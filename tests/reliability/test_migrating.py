"""An older file becomes a newer one without losing a row (reliability 22–25), on a desk that was lived at.

The next schema is made up: it makes the table of clients again, with a column more, as Alembic does on SQLite. Files
of released schemas: `tests/storage/test_released.py`.
"""

import json
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cs_workbench.__main__ import main
from cs_workbench.kernel.errors import Unavailable
from cs_workbench.storage import backup, driver, migrating, schema
from tests.desk import Desk
from tests.reliability.children import NOW, Child
from tests.reliability.lived import lived_desk

HEAD = '"""A step of the schema, made up."""\n\nimport os, signal\nimport sqlalchemy as sa\nfrom alembic import op\n\n'
FIRST = f'revision, down_revision = "{schema.HEAD}", None\n\n\ndef upgrade():\n    pass\n'
NEXT = f'revision, down_revision = "made_up", "{schema.HEAD}"\n\n\ndef upgrade():\n'
REBUILD = """\
    for table in ("client", "journal_entry"):
        with op.batch_alter_table(table, recreate="always", table_kwargs={"sqlite_autoincrement": True}) as batch:
            batch.add_column(sa.Column("colour", sa.String(20)))
"""
FORGET = """\
    with op.batch_alter_table("task", recreate="always"):
        pass
"""
LOSE = """\
    op.execute("DELETE FROM note WHERE id = 1")
"""
BREAK = """\
    op.execute("UPDATE note SET client_id = 4000 WHERE id = 1")
"""
DIE = """\
    os.kill(os.getpid(), signal.SIGKILL)
"""
ERR = """\
    op.execute("ALTER TABLE nowhere ADD COLUMN colour")
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk that was lived at."""
    with lived_desk(tmp_path) as here:
        yield here


def scripts(folder: Path, *steps: str) -> Path:
    """Alembic's folder with the newest schema and one made up, which takes these steps."""
    made = folder / "migrations"
    (made / "versions").mkdir(parents=True)
    shutil.copy(migrating.SCRIPTS / "env.py", made)
    (made / "versions" / "newest.py").write_text(HEAD + FIRST, encoding="utf-8")
    (made / "versions" / "made_up.py").write_text(HEAD + NEXT + "".join(steps), encoding="utf-8")
    return made


def everything(db: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table and of every view."""
    connection = driver.connect(db, readonly=True)
    names = [
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name")
    ]
    found = {name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name in names}
    connection.close()
    return found


def made_of(db: Path, kind: str) -> set[str]:
    """The names of the triggers, or of the indexes."""
    connection = driver.connect(db, readonly=True)
    found = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,))}
    connection.close()
    return found


def migrate(desk: Desk, folder: Path) -> backup.Copy:
    """Bring the desk's file to the made-up schema."""
    return migrating.migrate(Path(desk.bench.where), desk.bench.clock.now(), scripts=folder)


def test_upgrade_shows_same_counts(desk: Desk, tmp_path: Path) -> None:
    """Every row is there after it, as it was; the table that was made again has a column more."""
    db, before = Path(desk.bench.where), everything(Path(desk.bench.where))
    desk.close()
    made = migrate(desk, scripts(tmp_path, REBUILD))
    after = everything(db)
    wider = ("client", "journal_entry")
    assert {name: len(rows) for name, rows in after.items() if name[0] != "_"} == {
        name: len(rows) for name, rows in before.items()
    }
    assert [row[:-1] for row in after["client"]] == before["client"]
    unlike = {name for name in before if after[name] != before[name]}
    assert unlike == {*wider, "alembic_version"}
    assert made.tables == {name: len(rows) for name, rows in before.items()}


def test_migration_keeps_child_rows_and_triggers(desk: Desk, tmp_path: Path) -> None:
    """With the references on, making a parent again would delete its children; and its triggers go in any case."""
    db = Path(desk.bench.where)
    children = len(desk.rows("contact"))
    triggers, indexes = made_of(db, "trigger"), made_of(db, "index")
    desk.close()
    migrate(desk, scripts(tmp_path, REBUILD))
    assert len(everything(db)["contact"]) == children > 0
    assert made_of(db, "trigger") == triggers != set()
    assert made_of(db, "index") == indexes
    connection = driver.connect(db)
    with pytest.raises(driver.sqlite.DatabaseError, match="append-only"):
        connection.execute("DELETE FROM journal_entry")
    connection.close()


def test_migration_gives_no_id_a_second_time(desk: Desk, tmp_path: Path) -> None:
    """The last client was added and undone: the journal names it, so the next one has another number."""
    gone = desk.new("client", "clients.add", name="ООО Лютик")
    desk.undo()
    desk.close()
    migrate(desk, scripts(tmp_path, REBUILD))
    given = {str(row[0]): row[1] for row in everything(Path(desk.bench.where))["sqlite_sequence"]}
    assert given["client"] == gone


@pytest.mark.parametrize(
    "step",
    [LOSE, BREAK, FORGET, ERR],
    ids=["a row lost", "a reference broken", "ids that would come back", "a step that fails"],
)
def test_a_migration_that_does_harm_changes_nothing(desk: Desk, tmp_path: Path, step: str) -> None:
    """It is refused whole, also what it had done well before; the copy made before it is kept and named."""
    db, before = Path(desk.bench.where), everything(Path(desk.bench.where))
    desk.close()
    with pytest.raises(Unavailable) as caught:
        migrate(desk, scripts(tmp_path, REBUILD, step))
    assert caught.value.code == "migration"
    assert everything(db) == before
    copy = next(path for path in backup.kept(db) if path.stem.endswith("before-upgrade"))
    assert str(copy) in caught.value.message
    assert everything(copy) == before


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_migration_killed_halfway(desk: Desk, tmp_path: Path) -> None:
    """Killed when the table has been made again: the program of before opens the file and finds everything."""
    db, before = Path(desk.bench.where), everything(Path(desk.bench.where))
    desk.close()
    with Child("tests.reliability.migrated", str(db), str(scripts(tmp_path, REBUILD, DIE))) as child:
        assert child.ended() == -signal.SIGKILL
    again = Desk(tmp_path)
    assert everything(db) == before
    assert all(check.holds for check in again.bench.check() if check.grave)
    again.close()


def test_a_file_of_this_version_needs_nothing(desk: Desk) -> None:
    """The program's own steps lead to its own schema, and change nothing in a file that has it."""
    db, before = Path(desk.bench.where), everything(Path(desk.bench.where))
    desk.close()
    migrating.migrate(db, desk.bench.clock.now())
    assert everything(db) == before
    assert before["alembic_version"] == [(schema.HEAD,)]


@pytest.fixture
def newer(desk: Desk) -> Path:
    """A file of a version to come."""
    db = Path(desk.bench.where)
    desk.close()
    connection = driver.connect(db)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    return db


@pytest.mark.parametrize(
    "words", [["today"], ["do", "tasks.add", "text=Позвонить", "on=завтра"], ["undo"], ["doctor"], ["list", "client"]]
)
def test_newer_schema_refused(newer: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing opens it, to read or to write; the person is told to take the newer program."""
    before = everything(newer)
    assert main(["--db", str(newer), "--now", NOW, "--json", *words]) == 3
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["code"] == "newer_schema"
    assert "более новой версией" in error["message"]
    assert everything(newer) == before


def test_a_copy_of_a_newer_schema_is_not_restored(
    newer: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    desk = Desk(mine)
    db = Path(desk.bench.where)
    desk.close()
    before = everything(db)
    assert main(["--db", str(db), "--now", NOW, "--json", "restore", str(newer)]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "not_ours"
    assert everything(db) == before
