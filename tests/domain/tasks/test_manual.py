"""Manual tasks: added, due from their day on, done, and back again where they repeat."""

from datetime import date

import pytest

from tests.desk import Desk


def the_open_task(desk: Desk) -> dict[str, object]:
    """The only task that is not done."""
    (task,) = [task for task in desk.rows("task") if task["state"] == "open"]
    return task


class TestAdding:
    """A text and perhaps a day, a client, an interval."""

    def test_a_task_stands_in_the_queue_from_its_day_until_it_is_done(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="Ромашка")
        done = desk.there_and_back("tasks.add", text="Отвезти пульт", on="27.11", client=client)
        task = desk.made(done, "task")
        assert done.message == "Задача на 27.11.2026 добавлена."
        seen = {}
        for day in ("2026-11-26", "2026-11-27", "2026-11-28", "2026-12-04"):
            desk.at(f"{day}T09:00")
            seen[day] = "TASK" in desk.rules(client)
        assert seen == {"2026-11-26": False, "2026-11-27": True, "2026-11-28": True, "2026-12-04": True}
        item = desk.item("TASK")
        assert (item.text, item.client, item.tier, item.late_bd) == ("Отвезти пульт", "Ромашка", 1, 5)
        desk.there_and_back("tasks.done", task=task)
        assert "TASK" not in desk.rules()

    def test_a_task_without_a_day_asks_for_its_next_step(self, desk: Desk) -> None:
        done = desk.there_and_back("tasks.add", text="Разобрать склад")
        assert done.message == "Задача без даты добавлена."
        item = desk.item("NEXT")
        assert (item.text, item.record, item.tier) == ("Нет следующего шага: Разобрать склад", "task", 4)

    def test_a_day_past_is_refused(self, desk: Desk) -> None:
        refusal = desk.refused("tasks.add", text="Позвонить", on="23.11.2026")
        assert (refusal.code, refusal.field) == ("past", "on")

    def test_today_is_not_past(self, desk: Desk) -> None:
        desk.do("tasks.add", text="Позвонить", on="сегодня")
        assert "TASK" in desk.rules()

    def test_a_day_off_is_told_with_the_next_working_day(self, desk: Desk) -> None:
        done = desk.do("tasks.add", text="Позвонить", on="28.11.2026")
        assert done.warnings == ("28.11.2026 — выходной. Ближайший рабочий день: понедельник 30 ноября.",)

    @pytest.mark.parametrize(("day", "asks"), [("2027-11-24", False), ("2027-11-25", True)])
    def test_further_than_a_year_is_asked_about(self, desk: Desk, day: str, asks: bool) -> None:
        if not asks:
            assert not desk.do("tasks.add", text="Позвонить", on=day).warnings
            return
        desk.asked("tasks.add", text="Позвонить", on=day)

    def test_an_empty_text_is_refused(self, desk: Desk) -> None:
        assert desk.refused("tasks.add", text=" ").field == "text"

    def test_a_client_that_is_not_there_is_refused(self, desk: Desk) -> None:
        refusal = desk.refused("tasks.add", text="Позвонить", client="лютик")
        assert (refusal.code, refusal.field) == ("unknown", "client")

    def test_a_password_is_told(self, desk: Desk) -> None:
        assert desk.do("tasks.add", text="Зайти, пароль: 1").warnings

    def test_a_repeat_needs_a_first_day(self, desk: Desk) -> None:
        refusal = desk.refused("tasks.add", text="Отчёт", repeat="fixed:1m")
        assert (refusal.code, refusal.field) == ("required", "on")

    @pytest.mark.parametrize(
        "repeat", ["fixed", "fixed:1", "fixed:0d", "fixed:367d", "fixed:1y", "often:1d", "fixed:-1d", "fixed:1.5w"]
    )
    def test_an_interval_that_cannot_be_read_is_refused(self, desk: Desk, repeat: str) -> None:
        refusal = desk.refused("tasks.add", text="Отчёт", on="27.11", repeat=repeat)
        assert (refusal.code, refusal.field) == ("repeat", "repeat")

    @pytest.mark.parametrize(
        ("repeat", "kept", "said"),
        [
            ("fixed:1m", ("fixed", 1, "m"), "по календарю, шаг 1 месяц"),
            ("after_completion:2w", ("after_completion", 2, "w"), "после выполнения, шаг 2 недели"),
            ("FIXED : 5bd", ("fixed", 5, "bd"), "по календарю, шаг 5 рабочих дней"),
            ("каждые 3д", ("fixed", 3, "d"), "по календарю, шаг 3 дня"),
            ("после 1 рд", ("after_completion", 1, "bd"), "после выполнения, шаг 1 рабочий день"),
        ],
    )
    def test_an_interval_is_read_and_told(self, desk: Desk, repeat: str, kept: tuple[str, int, str], said: str) -> None:
        done = desk.there_and_back("tasks.add", text="Отчёт", on="27.11", repeat=repeat)
        task = desk.show("task", desk.made(done, "task"))
        assert (task["repeat"], task["every"], task["unit"]) == kept
        assert done.message == f"Задача на 27.11.2026 добавлена. Повтор: {said}."


class TestDone:
    """A manual task can simply be done."""

    def test_a_task_is_done_once(self, desk: Desk) -> None:
        task = desk.new("task", "tasks.add", text="Позвонить", on="сегодня")
        assert desk.bench.refusal("tasks.done", {"task": task}) is None
        assert desk.there_and_back("tasks.done", task=task).message == "Задача выполнена."
        refusal = desk.refused("tasks.done", task=task)
        shown = desk.bench.refusal("tasks.done", {"task": task})
        assert (refusal.code, refusal.field) == ("already", "task")
        assert shown is not None
        assert shown.message == refusal.message

    def test_a_task_that_does_not_repeat_brings_none(self, desk: Desk) -> None:
        desk.do("tasks.done", task=desk.new("task", "tasks.add", text="Позвонить", on="сегодня"))
        assert [task["state"] for task in desk.rows("task")] == ["done"]

    def test_the_next_of_a_repeated_task_keeps_what_it_is_about(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="Ромашка")
        task = desk.new("task", "tasks.add", text="Отчёт", on="сегодня", client=client, repeat="fixed:1w")
        done = desk.there_and_back("tasks.done", task=task)
        following = the_open_task(desk)
        assert done.message == "Задача выполнена. Следующая: вторник 1 декабря."
        assert (following["text"], following["client_id"]) == ("Отчёт", client)
        assert (following["repeat"], following["every"], following["unit"]) == ("fixed", 1, "w")


@pytest.mark.parametrize(
    ("on", "repeat", "done_at", "following"),
    [
        # a fixed series goes on from its own days, not from the day of doing
        ("2026-11-25", "fixed:1w", "2026-11-26", date(2026, 12, 2)),
        ("2026-11-25", "fixed:2w", "2026-11-25", date(2026, 12, 9)),
        ("2026-11-25", "fixed:5bd", "2026-11-25", date(2026, 12, 2)),
        ("2026-11-25", "fixed:10d", "2026-11-25", date(2026, 12, 7)),  # the 5th is a Saturday
        # an absence makes one task, not twenty
        ("2026-11-25", "fixed:1w", "2026-12-24", date(2026, 12, 30)),
        ("2026-11-25", "fixed:1d", "2026-12-24", date(2026, 12, 25)),
        # done before its day, it is not asked for that day again
        ("2026-11-27", "fixed:1w", "2026-11-25", date(2026, 12, 4)),
        # done on a day of the series, the next one is asked for
        ("2026-11-25", "fixed:1w", "2026-12-02", date(2026, 12, 9)),
        # months keep their day, clamped to the last; a day off gives way
        ("2026-11-30", "fixed:1m", "2026-11-30", date(2026, 12, 30)),
        ("2026-12-31", "fixed:2m", "2026-12-31", date(2027, 3, 1)),  # 28.02.2027 is a Sunday
        ("2026-11-30", "fixed:1m", "2026-12-30", date(2027, 2, 1)),  # 30.01.2027 is a Saturday
        # after completion everything is reckoned from the day of doing
        ("2026-11-25", "after_completion:2w", "2026-12-01", date(2026, 12, 15)),
        ("2026-11-25", "after_completion:5bd", "2026-12-01", date(2026, 12, 8)),
        ("2026-11-25", "after_completion:1m", "2026-12-01", date(2027, 1, 11)),  # the New Year's holidays
        ("2026-11-25", "after_completion:4d", "2026-12-01", date(2026, 12, 7)),  # the 5th is a Saturday
        ("2026-11-27", "after_completion:1d", "2026-11-25", date(2026, 11, 26)),
    ],
)
def test_the_next_day_of_a_repeated_task(desk: Desk, on: str, repeat: str, done_at: str, following: date) -> None:
    task = desk.new("task", "tasks.add", text="Отчёт", on=on, repeat=repeat, confirm=True)
    desk.at(f"{done_at}T10:00")
    desk.do("tasks.done", task=task)
    assert the_open_task(desk)["on"] == following


def test_a_series_that_began_on_the_31st_finds_it_again(desk: Desk) -> None:
    """Neither a short month nor a day off moves the days that come after it."""
    desk.at("2026-12-01T10:00")
    task = desk.new("task", "tasks.add", text="Отчёт", on="31.12.2026", repeat="fixed:1m")
    days = []
    for _ in range(5):
        now = desk.show("task", task)["on"]
        days.append(now.isoformat())
        desk.at(f"{now.isoformat()}T10:00")
        task = desk.made(desk.do("tasks.done", task=task), "task")
    assert days == ["2026-12-31", "2027-02-01", "2027-03-01", "2027-03-31", "2027-04-30"]


def test_a_task_put_off_goes_back_to_its_series(desk: Desk) -> None:
    """A weekly Wednesday task moved to Friday comes next on Wednesday."""
    task = desk.new("task", "tasks.add", text="Отчёт", on="25.11", repeat="fixed:1w")
    desk.do("tasks.set_next", for_=f"task:{task}", at="27.11")
    desk.at("2026-11-27T10:00")
    desk.do("tasks.done", task=task)
    assert the_open_task(desk)["on"] == date(2026, 12, 2)


def test_the_31st_of_december_is_a_day_off_and_only_told(desk: Desk) -> None:
    assert desk.do("tasks.add", text="Ёлка", on="31.12.2026").warnings == (
        "31.12.2026 — выходной. Ближайший рабочий день: понедельник 11 января.",
    )
