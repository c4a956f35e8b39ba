"""What requests put in the queue and when: dates and hours around evenings, weekends and a holiday (rows 1.1, 1.2,
1.7, 20.3).
"""

from datetime import date

import pytest

from tests.desk import Desk
from tests.domain.requests.askers import Asker


@pytest.mark.parametrize(("came", "due", "text"), [
    ("2026-11-24T09:05", date(2026, 11, 24), "10:05"),
    ("2026-11-24T17:30", date(2026, 11, 25), "25.11 09:30"),
    ("2026-11-27T17:50", date(2026, 11, 30), "30.11 09:50"),
    ("2026-11-28T12:00", date(2026, 11, 30), "30.11 10:00"),
    ("2026-11-03T16:30", date(2026, 11, 5), "05.11 09:30"),
])  # fmt: skip
def test_what_has_stopped_burns_at_once_for_one_working_hour(desk: Desk, came: str, due: date, text: str) -> None:
    desk.at(came)
    client = Asker(desk)

    client.ask("Не открывается", severity="stop")

    item = desk.item("RQ-NEW")
    assert (item.tier, item.split, item.due) == (0, "burning", due)
    assert item.text == f"Стоит работа, взять до {text}: Не открывается"
    assert item.terms["B"] == 8.0
    assert item.key == "RQ-NEW:request:1:"
    assert item.actions[0] == "requests.take"


@pytest.mark.parametrize(("came", "due", "text"), [
    ("2026-11-24T09:05", date(2026, 11, 24), "18:00"),
    ("2026-11-24T16:00", date(2026, 11, 24), "18:00"),
    ("2026-11-24T16:01", date(2026, 11, 25), "25.11 12:00"),
    ("2026-11-27T18:30", date(2026, 11, 30), "30.11 12:00"),
    ("2026-11-03T15:00", date(2026, 11, 3), "17:00"),
])  # fmt: skip
def test_other_requests_are_taken_by_the_evening_or_by_noon(desk: Desk, came: str, due: date, text: str) -> None:
    desk.at(came)
    client = Asker(desk)

    client.ask(severity="degraded")

    item = desk.item("RQ-NEW")
    assert (item.tier, item.split, item.due) == (4, "clients", due)
    assert item.text == f"Новое обращение, взять до {text}: Камера не читает номера"
    assert item.why.startswith("Обращение № 1 (техника) принято")


@pytest.mark.parametrize("act", [
    ("requests.take", {"next_at": "завтра"}),
    ("requests.wait", {"for_": "client", "until": "завтра"}),
    ("requests.hand_over", {"dept": "law"}),
    ("requests.propose", {"options": "ремонт 5000"}),
    ("requests.close", {"result": "Готово", "confirm": True}),
])  # fmt: skip
def test_it_goes_when_the_request_is_no_longer_new(romashka: Asker, act: tuple[str, dict[str, str]]) -> None:
    request = romashka.ask()

    romashka.desk.do(act[0], request=request, **act[1])

    assert romashka.rules() == []


def test_a_week_away_loses_no_request(romashka: Asker) -> None:
    romashka.ask(severity="stop")

    assert romashka.rules("2026-12-01T10:00") == ["RQ-NEW"]
    assert romashka.desk.item("RQ-NEW").late_bd == 5
    assert romashka.text("RQ-NEW").startswith("Стоит работа, взять до 24.11 11:00")


def test_a_long_text_of_many_lines_is_cut_in_the_queue(romashka: Asker) -> None:
    romashka.ask("Первая строка\nвторая " + "очень " * 100)

    text = romashka.text("RQ-NEW")
    assert "\n" not in text
    assert text.endswith("очень…")
    assert len(text) < 150


def test_a_next_step_comes_at_its_minute(romashka: Asker) -> None:
    request = romashka.ask()
    romashka.desk.do("requests.take", request=request, next_at="25.11 15:30")

    assert romashka.rules("2026-11-25T15:29") == []
    assert romashka.rules("2026-11-25T15:30") == ["RQ-NEXT"]
    item = romashka.desk.item("RQ-NEXT")
    assert (item.tier, item.split, item.terms["B"]) == (4, "clients", 8.0)
    assert item.text == "Шаг по обращению: Камера не читает номера"
    assert item.why == "Обращение № 1 от 24.11.2026; следующий шаг назначен на 25.11.2026 15:30."
    assert romashka.rules("2026-12-02T09:00") == ["RQ-NEXT"]


def test_a_wait_comes_back_on_its_day_and_blocks_nobody(romashka: Asker) -> None:
    request = romashka.ask()
    romashka.desk.do("requests.wait", request=request, for_="client", until="27.11")

    assert romashka.rules("2026-11-27T08:59") == []
    assert romashka.rules("2026-11-27T09:00") == ["RQ-NEXT"]
    item = romashka.desk.item("RQ-NEXT")
    assert item.text == "Ждали до 27.11: ответ клиента: Камера не читает номера"
    assert "B" not in item.terms


def test_a_step_while_we_wait_stands_among_the_waiting(romashka: Asker) -> None:
    request = romashka.ask()
    romashka.desk.do("requests.take", request=request)
    romashka.desk.do(
        "tasks.set_next", for_=f"request:{request}", at="сегодня", waiting_for="склад", expected_at="27.11"
    )

    assert romashka.desk.item("RQ-NEXT", split="waiting").terms["W"] == -3.0


def test_a_wait_without_a_day_of_ours_comes_back_too(romashka: Asker) -> None:
    request = romashka.ask()
    romashka.desk.do("requests.take", request=request)
    romashka.desk.do("tasks.set_next", for_=f"request:{request}", waiting_for="склад", expected_at="27.11")

    assert romashka.rules("2026-11-26T10:00") == []
    assert romashka.rules("2026-11-27T00:00") == ["RQ-NEXT"]
    assert romashka.text("RQ-NEXT").startswith("Ждали до 27.11: склад")
    assert romashka.desk.item("RQ-NEXT").why.endswith("назначен на 27.11.2026.")


def test_a_request_taken_without_a_step_has_none(romashka: Asker) -> None:
    request = romashka.ask()
    romashka.desk.do("requests.take", request=request)

    assert romashka.rules() == ["NEXT"]
    item = romashka.desk.item("NEXT", romashka.id)
    assert item.text == "Нет следующего шага: обращение «Камера не читает номера»"
    assert (item.key, item.actions[0]) == (f"NEXT:request:{request}:", "tasks.set_next")


@pytest.mark.parametrize(("step", "back"), [
    ({"at": "27.11"}, "RQ-NEXT"),
    ({"waiting_for": "склад", "expected_at": "27.11"}, "RQ-NEXT"),
    ({"reason": "до весны"}, None),
])  # fmt: skip
def test_a_next_step_answers_it(romashka: Asker, step: dict[str, str], back: str | None) -> None:
    request = romashka.ask()
    romashka.desk.do("requests.take", request=request)

    romashka.desk.do("tasks.set_next", for_=f"request:{request}", **step)

    assert romashka.rules() == []
    assert romashka.rules("2026-11-27T09:00") == ([back] if back else [])


def test_a_resolved_request_may_be_told_another_day(romashka: Asker) -> None:
    request = romashka.ask()
    romashka.desk.do("requests.resolve", request=request, result="Протёрли")
    item = romashka.desk.item("RQ-NEXT")
    assert item.text == "Сообщить клиенту и закрыть: Камера не читает номера"
    assert item.why == "Обращение № 1 от 24.11.2026 решено: Протёрли."
    assert item.actions[0] == "requests.close"

    romashka.desk.do("tasks.set_next", for_=f"request:{request}", at="завтра")

    assert romashka.rules() == []
    assert romashka.rules("2026-11-25T09:00") == ["RQ-NEXT"]


@pytest.mark.parametrize(("severity", "sent", "before", "after", "due"), [
    ("question", "2026-11-24T10:00", "2026-11-25T08:59", "2026-11-25T09:00", "09:00"),
    ("degraded", "2026-11-27T17:00", "2026-11-30T08:59", "2026-11-30T09:00", "09:00"),
    ("stop", "2026-11-24T09:10", "2026-11-24T11:09", "2026-11-24T11:10", "11:10"),
    ("stop", "2026-11-24T17:00", "2026-11-25T09:59", "2026-11-25T10:00", "10:00"),
    ("stop", "2026-11-27T17:30", "2026-11-30T10:29", "2026-11-30T10:30", "10:30"),
])  # fmt: skip
def test_a_department_has_a_business_day_and_two_hours_where_work_has_stopped(
    desk: Desk, severity: str, sent: str, before: str, after: str, due: str
) -> None:
    desk.at(sent)
    client = Asker(desk)
    client.hand_over(client.ask(severity=severity), "law", person="Пётр")

    assert client.rules(before) == []
    assert client.rules(after) == ["HO-WAIT"]
    item = desk.item("HO-WAIT")
    assert (item.tier, item.split, item.terms["B"]) == (4, "clients", 8.0)
    assert item.text == f"Ответа ещё нет (юристы, Пётр), срок {due}: Камера не читает номера"
    assert item.actions[0] == "requests.record_answer"


@pytest.mark.parametrize("act", [
    ("requests.record_answer", {"answer": "Да"}, ["HO-TELL"]),
    ("requests.return_handover", {"missing": "модель"}, ["RQ-NEXT"]),
])  # fmt: skip
def test_an_answer_or_a_return_ends_the_wait(romashka: Asker, act: tuple[str, dict[str, str], list[str]]) -> None:
    handover = romashka.hand_over(romashka.ask())
    romashka.desk.at("2026-11-25T10:00")

    romashka.desk.do(act[0], handover=handover, **act[1])

    assert romashka.rules() == act[2]


def test_the_client_is_told_on_the_day_of_the_answer_and_every_day_after(romashka: Asker) -> None:
    handover = romashka.hand_over(romashka.ask())
    romashka.desk.at("2026-11-24T17:00")
    romashka.desk.do("requests.record_answer", handover=handover, answer="Можно вернуть")

    item = romashka.desk.item("HO-TELL")
    assert item.text == "Сообщить клиенту ответ (юристы): Можно вернуть"
    assert (item.tier, item.due, item.terms["B"]) == (4, date(2026, 11, 24), 8.0)
    assert item.actions == ("requests.tell_client",)
    assert romashka.rules("2026-12-01T10:00") == ["HO-TELL"]
    assert romashka.desk.item("HO-TELL").late_bd == 5


@pytest.mark.parametrize(("opened", "by", "due"), [
    ("2026-11-24T10:00", "14:00", date(2026, 11, 24)),
    ("2026-11-24T16:00", "25.11 11:00", date(2026, 11, 25)),
    ("2026-11-27T17:00", "30.11 12:00", date(2026, 11, 30)),
])  # fmt: skip
def test_a_critical_conflict_burns_until_it_is_spoken_about(desk: Desk, opened: str, by: str, due: date) -> None:
    desk.at(opened)
    client = Asker(desk)
    client.quarrel("critical", next_at="+1рд")

    item = desk.item("CF-OPEN")
    assert (item.tier, item.split, item.due) == (0, "burning", due)
    assert item.text == f"Критичный конфликт, связаться до {by}: Вернуть деньги"
    assert item.actions[0] == "requests.conflict_contacted"


def test_a_critical_conflict_comes_back_each_business_day(romashka: Asker) -> None:
    conflict = romashka.quarrel("critical")
    romashka.desk.do("requests.conflict_contacted", conflict=conflict, next_step="дать скидку", next_at="1.12 10:00")

    assert romashka.rules("2026-11-24T18:00") == []
    assert romashka.rules("2026-11-25T09:00") == ["CF-OPEN"]
    item = romashka.desk.item("CF-OPEN")
    assert (item.tier, item.text) == (0, "Конфликт: дать скидку — Вернуть деньги")
    assert item.why == "Конфликт открыт 24.11.2026; следующий шаг назначен на 25.11.2026 09:00."


def test_another_conflict_comes_at_its_step(romashka: Asker) -> None:
    conflict = romashka.quarrel("high", next_at="25.11 15:30")

    assert romashka.rules("2026-11-25T15:29") == []
    assert romashka.rules("2026-11-25T15:30") == ["CF-OPEN"]
    item = romashka.desk.item("CF-OPEN")
    assert (item.tier, item.split, item.text) == (4, "clients", "Конфликт: поднять договор — Вернуть деньги")
    romashka.desk.do("requests.close_conflict", conflict=conflict, outcome="вернули")
    assert romashka.rules() == []


def test_a_conflict_put_off_comes_back_within_two_business_days(romashka: Asker) -> None:
    conflict = romashka.quarrel("normal")

    done = romashka.desk.do("tasks.set_next", for_=f"conflict:{conflict}", at="10.12")

    assert done.message == "Следующий шаг: 26.11.2026."
    assert "слишком поздно" in done.warnings[0]
    assert romashka.rules("2026-11-26T08:59") == []
    assert romashka.rules("2026-11-26T09:00") == ["CF-OPEN"]


def test_an_escalated_conflict_is_gone(romashka: Asker) -> None:
    romashka.desk.do("requests.escalate_conflict", conflict=romashka.quarrel("critical"))

    assert romashka.rules() == []


def test_a_proposal_is_asked_about_from_its_day_on(romashka: Asker) -> None:
    request = romashka.ask(kind="sales")
    romashka.desk.do("requests.propose", request=request, options="ремонт 12000; замена 120т")

    assert romashka.rules("2026-12-02T10:00") == ["PO-ANS"]
    item = romashka.desk.item("PO-ANS")
    text = item.text.replace("\N{NO-BREAK SPACE}", " ")
    assert text == "Узнать решение по предложению: ремонт — 12 000 ₽; замена — 120 000 ₽"
    assert (item.due, item.late_bd, item.actions) == (date(2026, 11, 26), 4, ("requests.proposal_answer",))
