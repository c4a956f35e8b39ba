"""The course of a request: taken, waiting, resolved, opened again, a duplicate, closed (row 1.1)."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.domain.requests.askers import Asker

TODAY = date(2026, 11, 24)
NOTHING = (None, None, None)


@pytest.fixture
def request_id(romashka: Asker) -> int:
    """A request of this morning."""
    return romashka.ask()


def test_a_request_is_taken_with_its_next_step(romashka: Asker, request_id: int) -> None:
    done = romashka.desk.there_and_back("requests.take", request=request_id, next_at="26.11 15:30")

    assert romashka.stands(request_id) == ("in_work", date(2026, 11, 26), None, None, False)
    assert romashka.desk.show("request", request_id)["next_at"] == datetime(2026, 11, 26, 12, 30, tzinfo=UTC)
    assert done.message == "Обращение № 1 в работе, следующий шаг 26.11.2026 15:30."


def test_a_bare_day_means_its_nine_in_the_morning(romashka: Asker, request_id: int) -> None:
    romashka.desk.do("requests.take", request=request_id, next_at="завтра")

    assert romashka.desk.show("request", request_id)["next_at"] == datetime(2026, 11, 25, 6, tzinfo=UTC)


def test_a_step_that_came_with_the_request_is_kept_when_it_is_taken(romashka: Asker) -> None:
    request = romashka.ask(next_at="27.11 11:00")

    romashka.desk.do("requests.take", request=request)

    assert romashka.stands(request)[:2] == ("in_work", date(2026, 11, 27))


def test_a_request_in_work_is_taken_again_only_with_a_new_step(romashka: Asker, request_id: int) -> None:
    romashka.desk.do("requests.take", request=request_id)

    assert romashka.desk.refused("requests.take", request=request_id).code == "already"
    romashka.desk.do("requests.take", request=request_id, next_at="завтра")
    assert romashka.stands(request_id)[1] == date(2026, 11, 25)


@pytest.mark.parametrize(("whom", "state", "said"), [
    ("client", "waiting_client", "ответ клиента"),
    ("Клиент", "waiting_client", "ответ клиента"),
    ("клиента", "waiting_client", "ответ клиента"),
    ("support", "waiting_dept", "техподдержка"),
    ("ТП", "waiting_dept", "техподдержка"),
    ("юристов?", "waiting_dept", "юристов?"),
    ("юристов", "waiting_dept", "юристы"),
    ("Сергей со склада", "waiting_dept", "Сергей со склада"),
])  # fmt: skip
def test_whom_a_request_waits_for(romashka: Asker, request_id: int, whom: str, state: str, said: str) -> None:
    done = romashka.desk.there_and_back("requests.wait", request=request_id, for_=whom, until="пт")

    friday = date(2026, 11, 27)
    assert romashka.stands(request_id) == (state, friday, said, friday, False)
    assert done.message == f"Обращение № 1: ждём до 27.11.2026 — {said}."


def test_taking_it_back_ends_the_wait(romashka: Asker, request_id: int) -> None:
    romashka.desk.do("requests.wait", request=request_id, for_="client", until="пт")

    romashka.desk.do("requests.take", request=request_id)

    assert romashka.stands(request_id) == ("in_work", *NOTHING, False)


@pytest.mark.parametrize(("inputs", "code", "field"), [
    ({"until": "23.11.2026"}, "past", "until"),
    ({"until": None}, "required", "until"),
    ({"for_": " "}, "empty", "for"),
    ({"for_": None}, "required", "for"),
    ({"until": "2028-01-17"}, "confirm", "until"),
])  # fmt: skip
def test_a_wait_without_an_end_or_for_nobody_is_refused(
    romashka: Asker, request_id: int, inputs: dict[str, Any], code: str, field: str
) -> None:
    refusal = romashka.desk.refused("requests.wait", request=request_id, **({"for_": "ТП", "until": "пт"} | inputs))

    assert (refusal.code, refusal.field) == (code, field)


def test_a_result_stays_in_the_queue_until_it_is_told_and_closed(romashka: Asker, request_id: int) -> None:
    romashka.desk.do("requests.wait", request=request_id, for_="client", until="пт")

    done = romashka.desk.there_and_back("requests.resolve", request=request_id, result="Протёрли объектив")

    assert romashka.stands(request_id) == ("resolved", TODAY, None, None, False)
    assert romashka.desk.show("request", request_id)["result"] == "Протёрли объектив"
    assert done.message == "Обращение № 1 решено: сообщите клиенту и закройте его."
    assert romashka.rules() == ["RQ-NEXT"]


def test_an_empty_result_is_refused(romashka: Asker, request_id: int) -> None:
    assert romashka.desk.refused("requests.resolve", request=request_id, result=" ").code == "empty"
    assert romashka.desk.refused("requests.resolve", request=request_id).code == "required"


def test_a_result_without_the_answer_of_a_department_is_asked_about(romashka: Asker, request_id: int) -> None:
    romashka.hand_over(request_id)

    done = romashka.desk.asked("requests.resolve", request=request_id, result="Клиент разобрался сам")

    assert done.warnings == ("Ответа ещё ждут: юристы. Обращение решено без него?",)
    assert romashka.desk.rows("handover")[0]["state"] == "closed"


def test_closing_without_a_result_is_refused(romashka: Asker, request_id: int) -> None:
    refusal = romashka.desk.refused("requests.close", request=request_id, confirm=True)

    assert (refusal.code, refusal.field) == ("no_result", "result")


def test_closing_what_the_client_was_not_told_is_asked(romashka: Asker, request_id: int) -> None:
    romashka.desk.do("requests.resolve", request=request_id, result="Протёрли объектив")
    romashka.desk.at("2026-11-24T12:00")

    done = romashka.desk.asked("requests.close", request=request_id)

    row = romashka.desk.show("request", request_id)
    noon = datetime(2026, 11, 24, 9, tzinfo=UTC)
    assert (row["state"], row["open"], row["closed_at"], row["told_at"]) == ("closed", False, noon, noon)
    assert (row["result"], row["next_at"], row["next_on"]) == ("Протёрли объектив", None, None)
    assert done.message == "Обращение № 1 закрыто."
    assert romashka.rules() == []


def test_a_request_is_resolved_and_closed_in_one_act(romashka: Asker, request_id: int) -> None:
    romashka.desk.there_and_back("requests.close", request=request_id, result="Протёрли объектив", confirm=True)

    row = romashka.desk.show("request", request_id)
    assert (row["state"], row["result"], row["resolved_at"]) == ("closed", "Протёрли объектив", row["closed_at"])


def test_many_are_closed_as_one(romashka: Asker, request_id: int) -> None:
    other = romashka.ask(kind="other")
    for number in (request_id, other):
        romashka.desk.do("requests.resolve", request=number, result="Готово")

    romashka.desk.bench.perform_as_one("requests.close", [{"request": one, "confirm": True} for one in (1, 2)])

    assert [row["state"] for row in romashka.desk.rows("request")] == ["closed", "closed"]
    romashka.desk.undo()
    assert [row["state"] for row in romashka.desk.rows("request")] == ["resolved", "resolved"]


@pytest.mark.parametrize("closed", [False, True])
def test_a_request_is_opened_again_and_its_result_goes(romashka: Asker, request_id: int, closed: bool) -> None:
    romashka.desk.do("requests.resolve", request=request_id, result="Протёрли объектив")
    if closed:
        romashka.desk.do("requests.close", request=request_id, confirm=True)
    romashka.desk.at("2026-11-25T09:30")

    done = romashka.desk.there_and_back("requests.reopen", request=request_id, reason="опять не читает")

    row = romashka.desk.show("request", request_id)
    assert romashka.stands(request_id) == ("reopened", date(2026, 11, 25), None, None, False)
    assert (row["open"], row["result"], row["resolved_at"], row["told_at"], row["reopened"]) == (
        True,
        "",
        None,
        None,
        1,
    )
    assert row["text"].endswith("\n25.11.2026: открыто снова — опять не читает")
    assert romashka.text("RQ-NEXT").startswith("Открыто снова: Камера")
    assert done.message == "Обращение № 1 открыто снова."
    assert romashka.desk.refused("requests.close", request=request_id).code == "no_result"


def test_what_is_not_resolved_is_not_opened_again(romashka: Asker, request_id: int) -> None:
    assert romashka.desk.refused("requests.reopen", request=request_id, reason="так").code == "open"


def test_a_duplicate_leaves_the_queue_and_names_its_original(romashka: Asker, request_id: int) -> None:
    again = romashka.ask("Опять не читает", confirm=True)

    done = romashka.desk.there_and_back("requests.mark_duplicate", request=again, of=request_id)

    row = romashka.desk.show("request", again)
    assert (row["state"], row["open"], row["duplicate_of"]) == ("duplicate", False, request_id)
    assert row["closed_at"] is not None
    assert romashka.rules() == ["RQ-NEW"]
    assert done.message == "Обращение № 2 — дубль обращения № 1."


def test_a_duplicate_of_itself_of_a_duplicate_or_of_what_is_closed_is_refused(romashka: Asker, request_id: int) -> None:
    second, third = (romashka.ask(kind=kind) for kind in ("other", "sales"))
    romashka.desk.do("requests.mark_duplicate", request=second, of=request_id)

    same = romashka.desk.refused("requests.mark_duplicate", request=third, of=third)
    chain = romashka.desk.refused("requests.mark_duplicate", request=third, of=second)
    romashka.desk.do("requests.close", request=request_id, result="Готово", confirm=True)
    closed = romashka.desk.refused("requests.mark_duplicate", request=third, of=request_id)

    assert [(one.code, one.field) for one in (same, chain, closed)] == [
        ("same", "of"),
        ("duplicate", "of"),
        ("closed", "of"),
    ]
    assert "дубль обращения № 1" in chain.message


def test_a_duplicate_of_another_clients_request_is_refused(romashka: Asker, request_id: int) -> None:
    other = Asker(romashka.desk, "ООО Лютик", phone="8 912 000-00-01").ask()

    refusal = romashka.desk.refused("requests.mark_duplicate", request=request_id, of=other)

    assert (refusal.code, refusal.field) == ("other_client", "of")


def test_an_unknown_callers_request_may_repeat_a_clients(romashka: Asker, request_id: int) -> None:
    again = romashka.desk.new("request", "requests.register", kind="tech", text="Не читает номера")

    romashka.desk.do("requests.mark_duplicate", request=again, of=request_id)

    assert romashka.desk.show("request", again)["state"] == "duplicate"


def test_what_a_department_was_asked_about_is_no_duplicate(romashka: Asker, request_id: int) -> None:
    romashka.hand_over(request_id)
    again = romashka.ask("Опять", confirm=True)

    assert romashka.desk.refused("requests.mark_duplicate", request=request_id, of=again).code == "handed_over"


ACTS: dict[str, dict[str, Any]] = {
    "take": {},
    "wait": {"for_": "client", "until": "завтра"},
    "resolve": {"result": "Готово"},
    "hand_over": {"dept": "law"},
    "propose": {"options": "ремонт 5000"},
    "add_text": {"text": "ещё"},
    "mark_duplicate": {"of": "1"},
    "close": {"result": "Готово", "confirm": True},
    "attach_client": {"client": "1"},
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("ended", ["closed", "duplicate"])
def test_nothing_is_done_with_what_has_ended(romashka: Asker, request_id: int, act: str, ended: str) -> None:
    second = romashka.ask(kind="other")
    if ended == "closed":
        romashka.desk.do("requests.close", request=second, result="Готово", confirm=True)
    else:
        romashka.desk.do("requests.mark_duplicate", request=second, of=request_id)

    refusal = romashka.desk.refused(f"requests.{act}", request=second, **ACTS[act])

    before = romashka.desk.bench.refusal(f"requests.{act}", {"request": second})
    assert (refusal.code, refusal.field) == (ended, "request")
    assert before is not None
    assert before.message == refusal.message
    assert romashka.desk.bench.refusal(f"requests.{act}", {}) is None


@pytest.mark.parametrize("act", ["take", "wait", "resolve", "hand_over", "propose"])
def test_what_is_resolved_is_opened_again_first(romashka: Asker, request_id: int, act: str) -> None:
    romashka.desk.do("requests.resolve", request=request_id, result="Готово")

    assert romashka.desk.refused(f"requests.{act}", request=request_id, **ACTS[act]).code == "resolved"


def test_what_a_request_may_not_be_is_said_before_its_form_opens(romashka: Asker, request_id: int) -> None:
    romashka.desk.do("requests.take", request=request_id)

    assert romashka.desk.bench.refusal("requests.take", {"request": request_id}) is None
    reopened = romashka.desk.bench.refusal("requests.reopen", {"request": request_id})
    assert reopened is not None
    assert reopened.code == "open"
