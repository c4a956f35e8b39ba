"""Whatever the program writes is for its user alone (reliability 57): the database with its journals, copies, logs,
texts, the demo.
"""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("rights are kept otherwise on Windows", allow_module_level=True)

from cs_workbench import failures
from cs_workbench.__main__ import main
from cs_workbench.connectors import clipboard
from cs_workbench.settings import cache_folder, default_db, demo_db, log_folder
from cs_workbench.storage import backup, driver
from tests.desk import Desk
from tests.reliability.children import NOW

MASKS = (0o022, 0o000)


@pytest.fixture(params=MASKS, ids=oct)
def mask(request: pytest.FixtureRequest) -> Iterator[None]:
    """What the system takes from new files: as usual, or nothing."""
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("mask")
def test_modes_0600(home: Path) -> None:
    """A day of work, a copy, a failure, a text that found no clipboard, the demo: nobody else may read it."""
    db = default_db()
    for words in (["do", "clients.add", "name=ООО Ромашка"], ["backup"], ["demo"]):
        main(["--now", NOW, *words])
    window = driver.connect(db)
    window.execute("INSERT INTO meta VALUES ('probe', 'written')")
    failures.report(ValueError(), Desk(home).bench.clock.now())
    clipboard.keep("Счёт ООО Ромашка", cache_folder())
    backup.restore(db, backup.kept(db)[0], Desk(home).bench.clock.now())
    found = {path: stat.S_IMODE(path.stat().st_mode) for path in home.rglob("*") if path.name != "config.toml"}
    files = {path.name for path in found if path.is_file()}
    assert {"desk.db", "desk.db-wal", "desk.db-shm", demo_db().name, "failures.log", clipboard.FILE} <= files
    assert {path: oct(mode) for path, mode in found.items() if path.is_file() and mode & 0o077} == {}
    assert {path: oct(mode) for path, mode in found.items() if path in _own(db) and mode & 0o077} == {}
    window.close()


def _own(db: Path) -> set[Path]:
    """The folders that hold nothing but the program's."""
    return {db.parent, backup.folder_of(db), cache_folder(), log_folder()}
