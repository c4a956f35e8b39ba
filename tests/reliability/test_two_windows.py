"""Two windows on one file (reliability 1–3): no update is lost, what is taken back is gone, an old form is not saved
over a new one.
"""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from cs_workbench.storage import driver
from cs_workbench.storage.engine import open_engine
from tests.desk import Desk
from tests.reliability.children import Child

TIMES = 200


def test_two_windows_no_lost_update(desk: Desk) -> None:
    """Each of two programs reads a number and writes the next, two hundred times: together four hundred."""
    desk.do("tasks.add", text="0", on="завтра")
    with (
        Child("tests.reliability.counting", desk.bench.where, "one", str(TIMES)) as one,
        Child("tests.reliability.counting", desk.bench.where, "two", str(TIMES)) as two,
    ):
        assert [one.hear(), two.hear()] == ["ready", "ready"]
        for window in (one, two):
            window.tell("go")
        for window in (one, two):
            window.finish()
    assert desk.show("task", 1)["text"] == str(2 * TIMES)
    assert {entry["user"] for entry in desk.rows("journal_entry")[1:]} == {"one", "two"}
    assert [entry["id"] for entry in desk.rows("journal_entry")] == list(range(1, 2 * TIMES + 2))
    assert all(check.holds for check in desk.bench.check() if check.grave)


def test_savepoint_rolls_back(desk: Desk) -> None:
    """A released savepoint goes with the transaction around it: the driver's own transactions would keep it."""
    engine = open_engine(desk.bench.where)
    with Session(engine) as session:
        with session.begin_nested():
            session.execute(text("INSERT INTO meta VALUES ('probe', 'written')"))
        session.rollback()
    engine.dispose()
    assert "probe" not in {row["key"] for row in desk.rows("meta")}


def test_two_reads_of_one_unit_see_one_state(desk: Desk) -> None:
    """A reading session is a snapshot, whatever another window commits meanwhile."""
    with desk.bench.performer.reading(desk.bench.today()) as read:
        seen = read.session.connection().exec_driver_sql("SELECT count(*) FROM meta").scalar()
        other = driver.connect(Path(desk.bench.where))
        other.execute("INSERT INTO meta VALUES ('probe', 'written')")
        other.close()
        assert read.session.connection().exec_driver_sql("SELECT count(*) FROM meta").scalar() == seen


def test_fk_on_in_every_connection(desk: Desk) -> None:
    """Neither the short start's connection nor a unit of work may leave a reference to nobody."""
    orphan = (
        "INSERT INTO note (rev, client_id, text, text_key, author, created_at) "
        "VALUES (1, 4000, 'х', 'х', 'х', '2026-11-24 10:00:00')"
    )
    plain = driver.connect(Path(desk.bench.where))
    with pytest.raises(driver.sqlite.IntegrityError, match="FOREIGN KEY"):
        plain.execute(orphan)
    plain.close()
    for _ in range(2):  # a connection of the pool again
        with Session(desk.bench.performer.engine) as session, pytest.raises(IntegrityError, match="FOREIGN KEY"):
            session.execute(text(orphan))


def test_stale_form_conflict(tmp_path: Path) -> None:
    """A form opened at nine and saved at six, changed by another window at noon: refused, with what it has now."""
    mine, theirs = Desk(tmp_path), Desk(tmp_path, user="director")
    client = mine.new("client", "clients.add", name="ООО Ромашка", phone="89161234567")
    opened = mine.show("client", client)["rev"]
    theirs.do("clients.edit", client=client, rev=opened, phone="84951234567")
    refusal = mine.refused("clients.edit", client=client, rev=opened, phone="89167654321")
    assert refusal.code == "stale"
    assert "телефон — +7 495 123-45-67" in refusal.message
    assert mine.show("client", client)["phone"] == "+74951234567"
    for desk in (mine, theirs):
        desk.close()
