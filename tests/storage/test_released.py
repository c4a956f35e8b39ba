"""A file of every released schema opens with all its rows, and what was done in it can still be undone.

`schemas/schema_NNNN.sql` is the desk of `tests/reliability/lived.py` as the release of that schema wrote it.
"""

from pathlib import Path

import pytest

from cs_workbench.storage import backup, driver, schema
from tests.desk import Desk

MANY = 20
"""Acts undone one after another."""

RELEASED = sorted((Path(__file__).parent / "schemas").glob("schema_*.sql"))


def counts(db: Path) -> dict[str, int]:
    """How many rows each table has."""
    connection = driver.connect(db, readonly=True)
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    found = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names.fetchall()}
    connection.close()
    return found


def released(folder: Path, script: Path) -> Path:
    """The file of a release."""
    db = folder / "desk.db"
    driver.create_private(db)
    connection = driver.connect(db)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.executescript(script.read_text(encoding="utf-8"))
    connection.close()
    return db


def test_every_released_schema_has_its_file() -> None:
    assert [script.stem.removeprefix("schema_") for script in RELEASED] == list(schema.KNOWN[:-1])


@pytest.mark.parametrize("script", RELEASED, ids=lambda script: script.stem)
def test_a_released_file_opens_with_all_its_rows(tmp_path: Path, script: Path) -> None:
    db = released(tmp_path, script)
    before = counts(db)
    desk = Desk(tmp_path)
    after = counts(db)
    desk.close()
    assert {name: after[name] for name in before} == before
    assert [path for path in backup.kept(db) if path.stem.endswith("before-upgrade")]


@pytest.mark.parametrize("script", RELEASED, ids=lambda script: script.stem)
def test_a_released_file_is_sound(tmp_path: Path, script: Path) -> None:
    released(tmp_path, script)
    desk = Desk(tmp_path)
    assert [check for check in desk.bench.check() if check.grave and not check.holds] == []
    desk.close()


@pytest.mark.parametrize("script", RELEASED, ids=lambda script: script.stem)
def test_what_was_done_before_an_upgrade_is_undone_and_redone_after_it(tmp_path: Path, script: Path) -> None:
    released(tmp_path, script)
    desk = Desk(tmp_path)
    before = desk.snapshot()
    for _ in range(MANY):
        desk.undo()
    assert desk.snapshot() != before
    for _ in range(MANY):
        desk.redo()
    assert desk.snapshot() == before
    desk.close()
