"""Copies: verified, private, made before what is risky, restored with other windows open (reliability 18–20, 57)."""

import re
from pathlib import Path

import pytest

from cs_workbench.kernel.errors import Refusal, Unavailable
from cs_workbench.storage import backup, driver
from tests.desk import Desk


def _db(desk: Desk) -> Path:
    return Path(desk.bench.where)


def _names(desk: Desk) -> list[str]:
    """Reasons of the kept copies, newest first."""
    return [re.sub(r"desk-\d{8}-\d{6}-", "", path.stem) for path in backup.kept(_db(desk))]


def test_the_first_act_of_a_day_makes_a_copy(desk: Desk) -> None:
    desk.do("tasks.add", text="Первое", on="завтра")
    desk.do("tasks.add", text="Второе", on="завтра")
    assert _names(desk) == ["daily"]
    desk.at("2026-11-25T09:00")
    desk.do("tasks.add", text="Третье", on="завтра")
    assert _names(desk) == ["daily", "daily"]


def test_the_month_run_is_preceded_by_a_copy(desk: Desk) -> None:
    client = desk.new("client", "clients.add", name="ООО Ромашка", inn="7707083893")
    desk.do("billing.open_subscription", client=client, amount="12000", from_period="2026-11")
    desk.do("billing.issue_run", period="2026-11")
    assert "billing-issue_run" in _names(desk)


def test_a_copy_holds_every_row_and_the_journals_end(desk: Desk) -> None:
    desk.do("tasks.add", text="Первое", on="завтра")
    made = desk.bench.copy("manual")
    assert made is not None
    assert (made.tables["task"], made.entry) == (1, 1)
    assert backup.read(made.path).hash == made.hash


def test_copies_are_private(desk: Desk) -> None:
    desk.bench.copy("manual")
    assert [path.stat().st_mode & 0o777 for path in backup.kept(_db(desk))] == [0o600]


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    desk = Desk(tmp_path, backups=3)
    for minute in range(5):
        desk.at(f"2026-11-24T10:0{minute}")
        desk.bench.copy("manual")
    assert [path.name for path in backup.kept(_db(desk))] == [
        f"desk-20261124-100{minute}00-manual.db" for minute in (4, 3, 2)
    ]
    desk.close()


def test_a_copy_that_cannot_be_made_leaves_the_kept_ones(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.bench.copy("manual")
    kept = backup.kept(_db(desk))
    monkeypatch.setattr(driver, "create_private", _no_room)
    with pytest.raises(Unavailable) as caught:
        desk.bench.copy("manual")
    assert caught.value.code == "backup"
    assert backup.kept(_db(desk)) == kept
    assert not list(backup.folder_of(_db(desk)).glob("*.part"))


def test_an_act_is_not_kept_where_its_copy_proves_bad(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    contents = iter([backup.Copy(_db(desk), {}, 0, ""), backup.Copy(_db(desk), {"task": 1}, 0, "")])
    monkeypatch.setattr(backup, "_contents", lambda connection, path: next(contents))
    with pytest.raises(Unavailable) as caught:
        desk.do("tasks.add", text="Первое", on="завтра")
    assert caught.value.code == "backup"
    assert desk.rows("task") == []
    assert not list(backup.folder_of(_db(desk)).iterdir())


def test_a_refused_act_leaves_no_copy_and_the_next_makes_it(desk: Desk) -> None:
    desk.refused("billing.issue_run", period="2026-11")
    assert not list(backup.folder_of(_db(desk)).iterdir())
    desk.do("tasks.add", text="Первое", on="завтра")
    assert _names(desk) == ["daily"]


def test_what_killed_programs_left_half_made_is_swept_when_nobody_can_be_making_it(desk: Desk) -> None:
    folder = backup.folder_of(_db(desk))
    folder.mkdir()
    for day in ("20261122", "20261123", "20261124"):
        (folder / f"desk-{day}-090000-daily-7.part").touch()
    desk.do("tasks.add", text="Первое", on="завтра")
    left = sorted(path.name[5:13] for path in folder.glob("*.part"))
    assert left == ["20261123", "20261124"]


def _no_room(path: Path) -> None:
    raise OSError(28, "No space left on device")


def test_yesterdays_copy_restored_is_yesterdays_queue(desk: Desk) -> None:
    desk.do("tasks.add", text="Вчерашнее", on="сегодня")
    yesterday = desk.items()
    made = desk.bench.copy("manual")
    assert made is not None
    desk.do("tasks.add", text="Лишнее", on="сегодня")
    backup.restore(_db(desk), made.path, desk.bench.clock.now())
    assert desk.items() == yesterday
    assert all(check.holds for check in desk.bench.check() if check.grave)


def test_a_restore_is_seen_by_a_window_that_stayed_open(desk: Desk) -> None:
    other = driver.connect(_db(desk))
    desk.do("tasks.add", text="Первое", on="завтра")
    made = desk.bench.copy("manual")
    assert made is not None
    desk.do("tasks.add", text="Второе", on="завтра")
    assert other.execute("SELECT count(*) FROM task").fetchone()[0] == 2
    backup.restore(_db(desk), made.path, desk.bench.clock.now())
    assert other.execute("SELECT count(*) FROM task").fetchone()[0] == 1
    other.execute("INSERT INTO meta VALUES ('probe', 'written')")
    other.close()


def test_what_was_there_is_copied_before_a_restore(desk: Desk) -> None:
    made = desk.bench.copy("manual")
    assert made is not None
    desk.at("2026-11-24T11:00")
    desk.do("tasks.add", text="Лишнее", on="завтра")
    backup.restore(_db(desk), made.path, desk.bench.clock.now())
    assert "before-restore" in _names(desk)


@pytest.mark.parametrize("content", [b"", b"\x89PNG" * 500])
def test_a_file_that_is_no_copy_is_refused(desk: Desk, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "strange.db"
    path.write_bytes(content)
    with pytest.raises(Refusal):
        backup.restore(_db(desk), path, desk.bench.clock.now())


def test_an_empty_file_never_counts_as_a_copy(desk: Desk) -> None:
    assert backup.made_on(_db(desk), desk.bench.today().today) is False
    with pytest.raises(Refusal) as caught:
        backup.read(_db(desk).with_name("gone.db"))
    assert caught.value.code == "no_file"
