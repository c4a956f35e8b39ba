"""Which SQLite is used and how a connection is prepared (reliability 5, 6)."""

from pathlib import Path

import pytest

from cs_workbench.kernel.errors import Unavailable
from cs_workbench.storage import driver
from tests.desk import Desk


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 4), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
        ((4, 0, 0), True),
    ],
)
def test_wal_is_used_only_where_it_cannot_lose_a_commit(version: tuple[int, ...], safe: bool) -> None:
    assert driver.wal_is_safe(version) is safe


def test_every_connection_keeps_references_and_commits_to_disk(desk: Desk) -> None:
    with desk.bench.performer.reading(desk.bench.today()) as read:
        ask = read.session.connection().exec_driver_sql
        mine = {
            name: ask(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "synchronous", "recursive_triggers", "secure_delete")
        }
    assert mine == {"foreign_keys": 1, "synchronous": 2, "recursive_triggers": 1, "secure_delete": 1}


def test_the_journal_mode_is_the_safe_one(desk: Desk) -> None:
    connection = driver.connect(Path(desk.bench.where))
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == driver.journal_mode()
    connection.close()


def test_a_picture_is_not_a_database(tmp_path: Path) -> None:
    path = tmp_path / "photo.db"
    path.write_bytes(b"\x89PNG\r\n" * 1000)
    with pytest.raises(Unavailable) as caught:
        driver.connect(path)
    assert caught.value.code == "damaged"


def test_a_new_database_is_readable_by_its_owner_alone(desk: Desk) -> None:
    desk.do("tasks.add", text="Проверить права", on="завтра")
    folder = Path(desk.bench.where).parent
    modes = {path.name: path.stat().st_mode & 0o077 for path in folder.glob("desk.db*")}
    assert set(modes.values()) == {0}
