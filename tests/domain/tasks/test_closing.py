"""The tail of the day put off as one act: what is put off, what is given a next step, what is refused."""

from tests.desk import Desk

REASON = "не успели"


def own(desk: Desk) -> list[str]:
    """The rules of the manager's own tasks."""
    return [item.rule for item in desk.items() if item.record == "task"]


def tasks(desk: Desk) -> tuple[int, int]:
    """A task of today and one without a day."""
    today = desk.new("task", "tasks.add", text="Отправить акт", on="сегодня")
    return today, desk.new("task", "tasks.add", text="Выяснить про второй въезд")


def test_many_items_go_to_one_day_with_one_reason(desk: Desk) -> None:
    today, undated = tasks(desk)
    keys = [f"TASK:task:{today}:", f"NEXT:task:{undated}:"]
    done = desk.there_and_back("tasks.close_day", keys=keys, until="завтра", reason=REASON)
    assert done.message == "2 пункта перенесено на 25.11.2026: не успели."
    assert own(desk) == []
    (snooze,) = desk.rows("snooze")
    assert (snooze["key"], snooze["reason"]) == (keys[0], REASON)
    assert desk.show("task", undated)["on"].isoformat() == "2026-11-25"


def test_they_come_back_on_that_day(desk: Desk) -> None:
    today, undated = tasks(desk)
    desk.do("tasks.close_day", keys=f"TASK:task:{today}: NEXT:task:{undated}:", until="завтра")
    desk.at("2026-11-25T09:00")
    assert own(desk) == ["TASK", "TASK"]


def test_keys_are_a_list_or_one_text(desk: Desk) -> None:
    today, undated = tasks(desk)
    text = f"TASK:task:{today}:, NEXT:task:{undated}: TASK:task:{today}:"
    assert desk.do("tasks.close_day", keys=text, until="пт").message.startswith("2 пункта")


def test_what_takes_no_next_step_is_put_off(desk: Desk) -> None:
    client = desk.new("client", "clients.add", name="Ромашка", inn="7707083893")
    desk.do("tasks.close_day", keys=[f"NEXT:client:{client}:"], until="завтра", reason=REASON)
    assert [snooze["key"] for snooze in desk.rows("snooze")] == [f"NEXT:client:{client}:"]


def test_a_next_step_of_today_is_no_step(desk: Desk) -> None:
    undated = desk.new("task", "tasks.add", text="Выяснить")
    desk.do("tasks.close_day", keys=[f"NEXT:task:{undated}:"], until="15:00")
    assert desk.show("task", undated)["on"] is None
    assert len(desk.rows("snooze")) == 1


def test_a_bad_key_a_past_moment_and_no_key_are_refused(desk: Desk) -> None:
    today, _ = tasks(desk)
    good = f"TASK:task:{today}:"
    assert desk.refused("tasks.close_day", keys=[good, "что-то"], until="завтра").field == "keys"
    assert desk.refused("tasks.close_day", keys=["TASK:task:99:"], until="завтра").code == "unknown"
    assert desk.refused("tasks.close_day", keys=[good], until="2026-11-23").code == "past"
    assert desk.refused("tasks.close_day", keys=[], until="завтра").code == "required"
    desk.asked("tasks.close_day", keys=[good], until="2028-01-10")
