"""Copies before what is risky, and the drill of restoring (reliability 18–20). What one copy is,
`tests/storage/test_backup.py` says.
"""

import os
import re
import signal
import sys
from pathlib import Path

import pytest

from cs_workbench.cli.commands import app as commands
from cs_workbench.domain.catalogue import ACTIONS
from cs_workbench.storage import backup, driver
from tests.desk import Desk, Snapshot
from tests.domain.billing.bank_rows import client, row
from tests.reliability.children import Child


def db(desk: Desk) -> Path:
    """The desk's file."""
    return Path(desk.bench.where)


def sound(desk: Desk) -> bool:
    """Whether the doctor is content."""
    return all(check.holds for check in desk.bench.check() if check.grave)


def test_backup_before_risky(desk: Desk) -> None:
    """A statement and a month's run are preceded by copies that hold what was there before them, whole."""
    client(desk, 1)
    desk.do("billing.open_subscription", client=1, amount="12000", from_period="2026-11")
    entry = len(desk.rows("journal_entry"))
    desk.do("billing.import_statement", lines=[row("12000", payer=1)])
    desk.do("billing.issue_run", period="2026-11")
    reasons = {re.sub(r"desk-\d{8}-\d{6}-", "", path.stem): backup.read(path).entry for path in backup.kept(db(desk))}
    assert (reasons["billing-import_statement"], reasons["billing-issue_run"]) == (entry, entry + 1)


def test_whatever_takes_a_whole_file_or_month_makes_a_copy_first() -> None:
    risky = {name for name, kind in ACTIONS.items() if kind.facts.copy_first}
    assert {"billing.import_statement", "billing.issue_run"} <= risky
    assert "restore" in {command.name for command in commands.registered_commands}


def test_restore_drill(desk: Desk) -> None:
    """Each kept copy is put back in turn while another window is open: it sees that moment, and can go on from it."""
    moments: dict[Path, Snapshot] = {}
    for number in range(4):
        desk.at(f"2026-11-24T10:0{number}")
        desk.do("clients.add", name=f"ООО Клиент {number}")
        made = desk.bench.copy("manual")
        assert made is not None
        moments[made.path] = desk.snapshot()
    window = Desk(db(desk).parent, user="director")
    for copy, then in moments.items():
        backup.restore(db(desk), copy, desk.bench.clock.now())
        assert window.snapshot() == then == desk.snapshot()
        window.do("tasks.add", text="Дальше", on="завтра")
        assert sound(desk)
    window.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_restore_over_a_killed_program(desk: Desk) -> None:
    """A program that was killed left its `-wal`: a copy put over the file alone would be undone by it, or broken."""
    desk.do("tasks.add", text="Первое", on="завтра")
    made = desk.bench.copy("manual")
    assert made is not None
    then, place = desk.snapshot(), db(desk)
    desk.close()
    with Child("tests.terminal.acting_program", str(place)) as child:
        child.tell("acts")
        pid = int(child.hear())
        heard = [child.hear() for _ in range(20)]
        os.kill(pid, signal.SIGKILL)
    assert heard
    assert place.with_name(place.name + "-wal").stat().st_size > 0
    backup.restore(place, made.path, desk.bench.clock.now())
    again = Desk(place.parent)
    assert again.snapshot() == then
    assert sound(again)
    again.close()


def test_two_windows_may_copy_in_one_second(desk: Desk) -> None:
    """The first acts of a day, of two command lines at once: none is in pieces, none is lost but to its equal."""
    desk.do("clients.add", name="ООО Ромашка")
    kept = set(backup.kept(db(desk)))
    with (
        Child("tests.reliability.copying", str(db(desk))) as one,
        Child("tests.reliability.copying", str(db(desk))) as two,
    ):
        assert [one.hear(), two.hear()] == ["ready", "ready"]
        for window in (one, two):
            window.tell("go")
        for window in (one, two):
            window.finish()
    made = set(backup.kept(db(desk))) - kept
    assert len(made) >= 10
    assert {backup.read(path).tables["client"] for path in made} == {1}
    assert not list(backup.folder_of(db(desk)).glob("*.part"))


def test_a_copy_that_another_window_writes_into_is_whole(desk: Desk) -> None:
    """Acts go on while a copy is made; it holds one moment of them."""
    for number in range(5):
        desk.do("clients.add", name=f"ООО Клиент {number}")
    other = driver.connect(db(desk))
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO meta VALUES ('probe', 'written')")
    made = desk.bench.copy("manual")
    other.execute("COMMIT")
    other.close()
    assert made is not None
    assert backup.read(made.path).tables["client"] == 5
