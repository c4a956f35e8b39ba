"""The tail of the day: what is in it, what leaves it, what burns and stays; the days of the digits."""

from datetime import UTC, date, datetime

import pytest

from cs_workbench.domain.evening import burns, is_decided, later_days, undecided, unfinished
from cs_workbench.kernel.calendar import WorkCalendar
from cs_workbench.kernel.today import Today
from tests.desk import Desk


def left(desk: Desk) -> list[str]:
    """The rules of what is not decided, the bank's statement left out."""
    found = [entry.rule.id for entry in undecided(desk.bench.queue(), desk.bench.today())]
    return [rule for rule in found if rule != "BANK-GET"]


def stopped(desk: Desk) -> str:
    """A client whose work has stopped; the key of what burns."""
    client = desk.new("client", "clients.add", name="Ромашка", inn="7707083893")
    desk.do("requests.register", kind="tech", severity="stop", text="Шлагбаум стоит", client=client)
    return next(item.key for item in desk.items() if item.tier == 0)


def test_what_is_due_today_is_in_the_tail_and_what_waits_is_not(desk: Desk) -> None:
    desk.do("tasks.add", text="Отправить акт", on="сегодня")
    desk.do("tasks.add", text="Завтрашнее", on="завтра")
    waiting = desk.new("task", "tasks.add", text="Ждём ответ", on="сегодня")
    assert left(desk) == ["TASK", "TASK"]
    desk.do("tasks.set_next", for_=f"task:{waiting}", waiting_for="директора", expected_at="завтра")
    assert left(desk) == ["TASK"]


def test_a_date_a_reason_or_the_fact_takes_it_out(desk: Desk) -> None:
    ids = [desk.new("task", "tasks.add", text=f"Дело {number}", on="сегодня") for number in range(3)]
    desk.do("tasks.snooze", key=f"TASK:task:{ids[0]}:", until="завтра")
    desk.do("tasks.mute", key=f"TASK:task:{ids[1]}:", reason="не наше")
    desk.do("tasks.done", task=ids[2])
    assert left(desk) == []


def test_what_burns_is_decided_by_a_reason_and_stays(desk: Desk) -> None:
    key = stopped(desk)
    assert key.startswith("RQ-NEW:")
    desk.do("tasks.close_day", keys=[key], until="завтра")
    assert "RQ-NEW" in left(desk)
    desk.do("tasks.close_day", keys=[key], until="завтра", reason="инженер едет")
    assert "RQ-NEW" not in left(desk)
    today = desk.bench.today()
    (entry,) = [entry for entry in unfinished(desk.bench.queue(), today) if entry.key == key]
    assert is_decided(entry)
    assert burns(entry, today)
    assert desk.bench.item(entry).excused == entry.excused
    desk.at("2026-11-25T09:00")
    assert "RQ-NEW" in left(desk)


def test_nobodys_clients_that_are_put_off_bring_no_others_today(desk: Desk) -> None:
    for number, inn in enumerate(("7707083893", "7728168971", "7736050003", "7702070139", "7710140679")):
        desk.do("clients.add", name=f"Ничей {number}", inn=inn)
    desk.at("2027-03-02T10:00")
    growth = [item.key for item in desk.items(split="growth")]
    assert growth
    desk.do("tasks.close_day", keys=growth, until="завтра")
    assert desk.items(split="growth") == []
    desk.at("2027-03-03T10:00")
    assert desk.items(split="growth")


@pytest.mark.parametrize(
    ("day", "days"),
    [
        (24, ["2026-11-25", "2026-11-26", "2026-11-30", "2026-12-01"]),
        (27, ["2026-11-30", "2026-12-01", "2026-11-30", "2026-12-04"]),
        (28, ["2026-11-30", "2026-12-01", "2026-11-30", "2026-12-07"]),
        (29, ["2026-11-30", "2026-12-01", "2026-11-30", "2026-12-07"]),
    ],
)
def test_the_digits_are_business_days(day: int, days: list[str]) -> None:
    today = Today(datetime(2026, 11, day, 14, tzinfo=UTC), WorkCalendar({}))
    assert [later.day for later in later_days(today)] == [date.fromisoformat(found) for found in days]
