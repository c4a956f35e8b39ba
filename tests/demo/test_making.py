"""Making a demo: the same for the same seed, on any day, of any size, in a place of its own."""

from datetime import datetime
from pathlib import Path

import pytest

from cs_workbench.demo import month
from cs_workbench.demo.life import Life
from cs_workbench.kernel.clock import FixedClock
from cs_workbench.kernel.errors import Refusal, Unavailable
from cs_workbench.storage import driver
from tests.demo.conftest import TUESDAY, open_demo

BY_CHANCE = {"salt", "digest", "hash"}
IMAGES = "journal_image"  # rows that one act changed stand in the journal in no order
SMALL = 45


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but for what the journal takes by chance."""
    connection = driver.connect(path, readonly=True)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {}
    for table in tables:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] not in BY_CHANCE]
        names = ", ".join(f'"{name}"' for name in columns)
        found[table] = connection.execute(f"SELECT {names} FROM {table} ORDER BY 1").fetchall()
    found[IMAGES] = sorted((row[1:] for row in found[IMAGES]), key=str)
    connection.close()
    return found


@pytest.fixture(scope="module")
def seven(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[object, ...]]]:
    """The content of a small demo of the seed 7."""
    path = tmp_path_factory.mktemp("seven") / "demo.db"
    month.generate(path, SMALL, 7, TUESDAY)
    return content(path)


def test_the_same_seed_on_the_same_day_gives_the_same_month(
    tmp_path: Path, seven: dict[str, list[tuple[object, ...]]]
) -> None:
    some_minutes_later = FixedClock(datetime(2026, 11, 24, 10, 4, 59))
    month.generate(tmp_path / "again.db", SMALL, 7, some_minutes_later)
    assert content(tmp_path / "again.db") == seven


def test_another_seed_gives_other_clients(tmp_path: Path, seven: dict[str, list[tuple[object, ...]]]) -> None:
    month.generate(tmp_path / "other.db", SMALL, 8, TUESDAY)
    assert content(tmp_path / "other.db")["client"] != seven["client"]


@pytest.mark.parametrize(
    "moment",
    [
        "2026-11-13T09:00",  # the eve of a run that is due after a weekend
        "2026-11-16T10:00",  # the day of the run
        "2026-11-17T00:10",  # the night after it
        "2026-12-20T12:00",  # a Sunday
        "2027-03-02T10:00",  # after a short month
        "2031-05-06T10:00",  # a year whose calendar is not known
    ],
)
def test_a_demo_can_be_made_on_any_day(tmp_path: Path, moment: str) -> None:
    clock = FixedClock(datetime.fromisoformat(moment))
    life = month.generate(tmp_path / "demo.db", SMALL, clock=clock)
    bench = open_demo(tmp_path / "demo.db", clock)
    assert life.refused == []
    assert [check.message for check in bench.check() if check.grave and not check.holds] == []
    assert [entry.rule.id for entry in bench.queue()].count("BL-RUN") == 1
    bench.close()


@pytest.mark.parametrize("clients", [1, 9])
def test_a_demo_may_be_tiny(tmp_path: Path, clients: int) -> None:
    life = month.generate(tmp_path / "demo.db", clients, clock=TUESDAY)
    bench = open_demo(tmp_path / "demo.db", TUESDAY)
    assert life.refused == []
    assert [check.message for check in bench.check() if check.grave and not check.holds] == []
    assert bench.counts()["all"] > 0
    bench.close()


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(b"my clients")
    with pytest.raises(Refusal) as caught:
        month.generate(path, 1, clock=TUESDAY)
    assert caught.value.code == "exists"
    assert path.read_bytes() == b"my clients"


def test_a_place_where_nothing_can_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Unavailable):
        month.generate(tmp_path / "file" / "demo.db", 1, clock=TUESDAY)


def test_nothing_but_the_demos_own_file_is_made_or_opened(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = tmp_path / "desk.db"
    desk.write_bytes(b"not even a database")
    monkeypatch.setenv("CS_WORKBENCH_DB", str(desk))
    folder = tmp_path / "demo"
    folder.mkdir()
    month.generate(folder / "demo.db", 5, clock=TUESDAY)
    assert [path.name for path in folder.iterdir()] == ["demo.db"]
    assert desk.read_bytes() == b"not even a database"
    assert list(home.iterdir()) == []


def test_a_demo_that_could_not_be_finished_leaves_what_was_there_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(life: Life) -> None:
        raise KeyboardInterrupt

    copies = tmp_path / "desk-backups"
    copies.mkdir()
    (copies / "desk-20261101-100000-daily.db").write_bytes(b"of a database that was lost")
    monkeypatch.setattr(Life, "live", stop)
    with pytest.raises(KeyboardInterrupt):
        month.generate(tmp_path / "desk.db", 5, clock=TUESDAY)
    assert [path.name for path in tmp_path.glob("desk*")] == ["desk-backups"]
    assert len(list(copies.iterdir())) == 1


def test_a_demo_goes_away_with_its_copies_and_its_statement(tmp_path: Path) -> None:
    path = tmp_path / "demo.db"
    month.generate(path, 5, clock=TUESDAY)
    month.demo_statement(path, TUESDAY)
    bench = open_demo(path, TUESDAY)
    bench.copy("manual")
    bench.close()
    month.remove(path)
    month.remove(path)
    assert list(tmp_path.glob("demo*")) == []
