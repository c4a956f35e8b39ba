"""The next step of open records: what answers NEXT, and when NEXT comes back."""

from datetime import UTC, date, datetime

import pytest

from cs_workbench.domain.outbox.actions import ACTIONS as OUTBOX_ACTIONS
from tests.desk import Desk


@pytest.fixture
def task(desk: Desk) -> int:
    """A task without a day."""
    return desk.new("task", "tasks.add", text="Разобрать склад")


def test_a_day_answers(desk: Desk, task: int) -> None:
    done = desk.there_and_back("tasks.set_next", for_=f"task:{task}", at="27.11")
    assert done.message == "Следующий шаг: 27.11.2026."
    assert "NEXT" not in desk.rules()
    desk.at("2026-11-27T10:00")
    assert "TASK" in desk.rules()


def test_whom_we_wait_for_answers_until_the_day_comes(desk: Desk, task: int) -> None:
    done = desk.there_and_back("tasks.set_next", for_=f"task:{task}", waiting_for="склад", expected_at="27.11")
    assert done.message == "Следующий шаг: ждём: склад, до 27.11.2026."
    seen = {}
    for day in ("2026-11-24", "2026-11-26", "2026-11-27", "2026-11-30"):
        desk.at(f"{day}T10:00")
        seen[day] = "NEXT" in desk.rules()
    assert seen == {"2026-11-24": False, "2026-11-26": False, "2026-11-27": True, "2026-11-30": True}


def test_a_reason_why_there_is_none_answers_for_good(desk: Desk, task: int) -> None:
    done = desk.there_and_back("tasks.set_next", for_=f"task:{task}", reason="по случаю")
    assert done.message == "Следующего шага нет: по случаю."
    desk.at("2027-11-24T10:00")
    assert "NEXT" not in desk.rules()


def test_one_answer_takes_the_place_of_another(desk: Desk, task: int) -> None:
    desk.do("tasks.set_next", for_=f"task:{task}", reason="по случаю")
    desk.do("tasks.set_next", for_=f"task:{task}", at="27.11")
    desk.do("tasks.set_next", for_=f"task:{task}", waiting_for="склад", expected_at="30.11")
    row = desk.show("task", task)
    assert (row["on"], row["waiting_for"], row["expected_at"], row["no_next_reason"]) == (
        None,
        "склад",
        date(2026, 11, 30),
        None,
    )


def test_a_reason_beside_a_day_is_told_and_does_not_silence_later(desk: Desk, task: int) -> None:
    done = desk.do("tasks.set_next", for_=f"task:{task}", at="27.11", reason="ждём юристов")
    assert done.message == "Следующий шаг: 27.11.2026 (ждём юристов)."
    assert desk.show("task", task)["no_next_reason"] is None


def test_a_task_that_waits_stands_in_the_waiting_split(desk: Desk, task: int) -> None:
    desk.do("tasks.set_next", for_=f"task:{task}", at="сегодня", waiting_for="склад", expected_at="27.11")
    item = desk.item("TASK", split="waiting")
    assert item.terms["W"] == -3.0


def test_a_day_off_is_told(desk: Desk, task: int) -> None:
    assert "выходной" in desk.do("tasks.set_next", for_=f"task:{task}", at="28.11.2026").warnings[0]


def test_further_than_a_year_is_asked_about(desk: Desk, task: int) -> None:
    desk.asked("tasks.set_next", for_=f"task:{task}", waiting_for="склад", expected_at="2028-01-17")


@pytest.mark.parametrize(
    ("inputs", "code", "field"),
    [
        ({}, "required", "at"),
        ({"waiting_for": "склад"}, "required", "expected_at"),
        ({"expected_at": "27.11"}, "required", "waiting_for"),
        ({"at": "23.11.2026"}, "past", "at"),
        ({"waiting_for": "склад", "expected_at": "23.11.2026"}, "past", "expected_at"),
        ({"at": "31.11"}, "date", "at"),
    ],
)
def test_an_answer_that_is_none_is_refused(
    desk: Desk, task: int, inputs: dict[str, str], code: str, field: str
) -> None:
    refusal = desk.refused("tasks.set_next", for_=f"task:{task}", **inputs)
    assert (refusal.code, refusal.field) == (code, field)


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("task", "link"),
        ("task:77", "unknown"),
        ("spaceship:1", "unknown"),
        ("client:1", "no_next"),
        ("snooze:1", "no_next"),
    ],
)
def test_a_record_without_next_steps_is_refused(desk: Desk, task: int, link: str, code: str) -> None:
    desk.do("clients.add", name="Ромашка")
    desk.do("tasks.snooze", key=f"NEXT:task:{task}:", until="завтра")
    refusal = desk.refused("tasks.set_next", for_=link, at="завтра")
    assert (refusal.code, refusal.field) == (code, "for")


def test_a_task_done_needs_no_next_step(desk: Desk, task: int) -> None:
    desk.do("tasks.done", task=task)
    refusal = desk.refused("tasks.set_next", for_=f"task:{task}", at="завтра")
    assert (refusal.code, refusal.field) == ("closed", "for")


def test_records_of_later_areas_are_found_by_their_name(desk: Desk) -> None:
    """A failed letter is of an area after this one."""
    assert {action.facts.name for action in OUTBOX_ACTIONS} >= {"outbox.failed"}
    letter = desk.new("outbox_message", "outbox.queue", to="a@b.ru", subject="Счёт", text="Добрый день!")
    desk.do("outbox.failed", outbox_message=letter, reason="ящик переполнен")
    desk.there_and_back("tasks.set_next", for_=f"outbox_message:{letter}", at="завтра")
    assert desk.show("outbox_message", letter)["next_at"] == date(2026, 11, 25)


@pytest.fixture
def request_link(desk: Desk) -> str:
    """A request taken in work, whose next step is a moment."""
    desk.do("clients.add", name="Ромашка")
    desk.do("requests.register", client=1, kind="tech", text="Камера не читает")
    desk.do("requests.take", request=1, next_at="сегодня")
    return "request:1"


def test_a_record_whose_step_is_a_moment_gets_nine_of_the_day(desk: Desk, request_link: str) -> None:
    done = desk.there_and_back("tasks.set_next", for_=request_link, at="27.11")

    row = desk.show("request", 1)
    assert (row["next_at"], row["next_on"]) == (datetime(2026, 11, 27, 6, tzinfo=UTC), date(2026, 11, 27))
    assert done.message == "Следующий шаг: 27.11.2026."


def test_a_wait_empties_the_moment_and_its_day(desk: Desk, request_link: str) -> None:
    desk.do("tasks.set_next", for_=request_link, waiting_for="склад", expected_at="27.11")

    row = desk.show("request", 1)
    assert (row["next_at"], row["next_on"], row["waiting_for"]) == (None, None, "склад")


@pytest.fixture
def conflict_link(desk: Desk) -> str:
    """A conflict: it always has a day, and that is not far."""
    desk.do("clients.add", name="Ромашка")
    usual = {"severity": "normal", "demand": "Деньги", "next_step": "звонить", "next_at": "завтра"}
    desk.do("requests.open_conflict", client=1, **usual)
    return "conflict:1"


def test_a_conflict_gets_its_day_too(desk: Desk, conflict_link: str) -> None:
    desk.there_and_back("tasks.set_next", for_=conflict_link, at="26.11")

    row = desk.show("conflict", 1)
    assert (row["next_at"], row["next_on"]) == (datetime(2026, 11, 26, 6, tzinfo=UTC), date(2026, 11, 26))


@pytest.mark.parametrize(
    "inputs",
    [
        {"reason": "остынет сам"},
        {"waiting_for": "юристы", "expected_at": "27.11"},
        {"at": "26.11", "waiting_for": "юристы", "expected_at": "27.11"},
    ],
)
def test_a_record_that_always_has_a_day_wants_one(desk: Desk, conflict_link: str, inputs: dict[str, str]) -> None:
    refusal = desk.refused("tasks.set_next", for_=conflict_link, **inputs)

    assert (refusal.code, refusal.field) == ("day_only", "at")


def test_a_closed_record_with_a_moment_needs_no_step(desk: Desk, request_link: str) -> None:
    desk.do("requests.close", request=1, result="Протёрли", confirm=True)

    assert desk.refused("tasks.set_next", for_=request_link, at="завтра").code == "closed"
