"""A clock set back (reliability 13): numbers go on, the newest stays the newest, what is due stays due, the new copy is
kept.
"""

from pathlib import Path
from typing import Any

from cs_workbench.storage import backup, journal
from tests.desk import Desk


def test_clock_backwards_order_and_ids(desk: Desk) -> None:
    first = desk.do("clients.add", name="ООО Ромашка")
    desk.at("2026-11-20T09:00")
    second = desk.do("clients.note", client=1, text="Позже по делу, раньше по часам")
    with desk.bench.performer.reading(desk.bench.today()) as read:
        found = [entry["entry"] for entry in journal.entries(read.session)]
    assert found == [second.entry, first.entry]
    assert all(check.holds for check in desk.bench.check() if check.grave)


def test_clock_backwards_undo_takes_the_later_act(desk: Desk) -> None:
    desk.do("tasks.add", text="Первое", on="завтра")
    desk.at("2026-11-20T09:00")
    second = desk.do("tasks.add", text="Второе", on="завтра")
    assert desk.bench.undo()[1] == second.entry


def test_clock_backwards_reminders_come_at_their_time(desk: Desk) -> None:
    """What was put off until Wednesday is put off on Friday the week before too, and comes once, on Wednesday."""
    desk.do("tasks.add", text="Поздравить", on="сегодня")
    desk.do("tasks.snooze", key="TASK:task:1:", until="завтра 11:00")
    for moment, due in {
        "2026-11-20T09:00": 0,
        "2026-11-24T18:00": 0,
        "2026-11-25T11:00": 1,
        "2026-11-25T10:59": 0,
        "2026-11-25T11:01": 1,
    }.items():
        desk.at(moment)
        assert desk.rules().count("TASK") == due, moment


def test_clock_backwards_days_are_reckoned_anew(desk: Desk) -> None:
    """The day is reckoned for the date that the clock shows, whichever way it went."""
    client = desk.new("client", "clients.add", name="ООО Ромашка")
    inputs = {"number": "7", "issued_on": "2026-11-10", "sum": "9000", "kind": "one_off", "due_on": "2026-11-20"}
    desk.do("billing.add_invoice", client=client, **inputs)
    seen: dict[str, list[Any]] = {}
    for moment in ("2026-11-24T10:00", "2026-12-10T10:00", "2026-11-24T10:00", "2026-11-20T10:00"):
        desk.at(moment)
        seen.setdefault(moment, []).append((desk.items(), desk.rows("client_standing")))
    assert seen["2026-11-24T10:00"][0] == seen["2026-11-24T10:00"][1]
    assert seen["2026-12-10T10:00"] != seen["2026-11-20T10:00"]
    assert next(check for check in desk.bench.check() if check.name == "standing").holds


def test_clock_backwards_the_new_copy_is_kept(tmp_path: Path) -> None:
    """Copies are kept by the moment in their names; one made by a clock set back is not thrown away as the oldest."""
    desk = Desk(tmp_path, backups=2)
    for moment in ("2026-11-24T10:00", "2026-11-24T11:00", "2026-11-20T09:00"):
        desk.at(moment)
        made = desk.bench.copy("manual")
    assert made is not None
    assert made.path in backup.kept(Path(desk.bench.where))
    assert len(backup.kept(Path(desk.bench.where))) == 2
    desk.close()
