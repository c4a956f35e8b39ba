"""A question to another department: its card, its answer, and the client told (row 1.2)."""

from datetime import UTC, date, datetime

import pytest

from cs_workbench.domain.clients.actions.people import DEPT_WORDS
from cs_workbench.domain.requests.rules.wording import DEPTS
from tests.domain.requests.askers import Asker

ASKED = {"dept": "support", "text": "не читает с утра"}


@pytest.fixture
def request_id(romashka: Asker) -> int:
    """A request of this morning."""
    return romashka.ask()


def test_support_is_refused_a_card_that_lacks_facts(romashka: Asker, request_id: int) -> None:
    refusal = romashka.desk.refused("requests.hand_over", request=request_id, dept="support", confirm=True)

    assert (refusal.code, refusal.field) == ("incomplete", "incomplete")
    assert "не хватает: оборудование, формат сервера, интеграция." in refusal.message


def test_an_incomplete_card_goes_when_that_is_meant(romashka: Asker, request_id: int) -> None:
    done = romashka.desk.asked("requests.hand_over", request=request_id, incomplete=True, **ASKED)

    row = romashka.desk.show("handover", 1)
    assert (row["state"], row["incomplete"], row["client_id"]) == ("sent", True, romashka.id)
    assert row["missing"] == "оборудование, формат сервера, интеграция"
    assert "не читает с утра" in row["package"]
    assert "Камера не читает номера" in row["package"]
    assert done.message == ("Обращение № 1 передано (техподдержка, неполная), ответ ждём до 25.11.2026 09:00.")


def test_an_unknown_callers_card_lacks_its_client_too(romashka: Asker) -> None:
    request = romashka.desk.new("request", "requests.register", kind="tech", text="Стоит")

    refusal = romashka.desk.refused("requests.hand_over", request=request, dept="support")

    assert "не хватает: клиент, оборудование, формат сервера, интеграция." in refusal.message


def test_other_departments_take_any_card(romashka: Asker, request_id: int) -> None:
    romashka.desk.there_and_back("requests.hand_over", request=request_id, dept="юристам", person="Пётр")

    row = romashka.desk.show("handover", 1)
    assert (row["dept"], row["person"], row["missing"], row["incomplete"]) == ("law", "Пётр", "", False)
    assert (row["sent_on"], row["expected_on"]) == (date(2026, 11, 24), date(2026, 11, 25))


def test_a_request_handed_over_waits_for_the_department(romashka: Asker, request_id: int) -> None:
    romashka.hand_over(request_id)

    assert romashka.stands(request_id) == ("waiting_dept", None, "юристы", date(2026, 11, 25), False)
    assert romashka.rules() == []


@pytest.mark.parametrize(("said", "dept"), [
    ("тп", "support"), ("ТП", "support"), ("техподдержка", "support"), ("оп", "sales"), ("отдел продаж", "sales"),
    ("юристы", "law"), ("бухгалтерия", "accounting"), ("склад", "warehouse"), ("монтажники", "crew"),
    ("маркетинг", "marketing"), ("руководству", "head"),
])  # fmt: skip
def test_a_department_is_named_in_russian(romashka: Asker, request_id: int, said: str, dept: str) -> None:
    romashka.desk.do("requests.hand_over", request=request_id, dept=said, incomplete=True, confirm=True)

    assert romashka.desk.show("handover", 1)["dept"] == dept


def test_departments_are_called_alike_everywhere() -> None:
    assert {dept.value: word for dept, word in DEPT_WORDS.items()} == DEPTS


@pytest.mark.parametrize(("dept", "code"), [("", "required"), (None, "required"), ("космос", "choice")])
def test_a_handover_to_nobody_is_refused(romashka: Asker, request_id: int, dept: str | None, code: str) -> None:
    refusal = romashka.desk.refused("requests.hand_over", request=request_id, dept=dept)

    assert (refusal.code, refusal.field) == (code, "dept")


def test_a_colleague_is_found_by_a_part_of_the_name(romashka: Asker, request_id: int) -> None:
    romashka.desk.do("clients.add_colleague", name="Сергей Иванов", dept="law")
    romashka.desk.do("clients.add_colleague", name="Сергей Петров", dept="crew")

    romashka.hand_over(request_id, person="сергей")

    assert romashka.desk.show("handover", 1)["person"] == "Сергей Иванов"


def test_the_same_department_is_not_asked_twice_unnoticed(romashka: Asker, request_id: int) -> None:
    romashka.hand_over(request_id)

    romashka.desk.asked("requests.hand_over", request=request_id, dept="law")
    romashka.hand_over(request_id, "warehouse")

    assert [row["dept"] for row in romashka.desk.rows("handover")] == ["law", "law", "warehouse"]


def test_a_department_says_that_it_works_on_it(romashka: Asker, request_id: int) -> None:
    handover = romashka.hand_over(request_id)

    done = romashka.desk.there_and_back("requests.acknowledge", handover=handover)

    assert romashka.desk.show("handover", handover)["state"] == "acknowledged"
    assert done.message == "Юристы: вопрос принят."
    assert romashka.rules("2026-11-25T09:00") == ["HO-WAIT"]
    assert romashka.desk.refused("requests.acknowledge", handover=handover).code == "state"


def test_an_answer_brings_the_request_back_to_be_told(romashka: Asker, request_id: int) -> None:
    handover = romashka.hand_over(request_id)
    romashka.desk.at("2026-11-24T15:00")

    done = romashka.desk.there_and_back("requests.record_answer", handover=handover, answer="Можно вернуть")

    row = romashka.desk.show("handover", handover)
    assert (row["state"], row["answer"], row["answered_on"]) == ("answered", "Можно вернуть", date(2026, 11, 24))
    assert romashka.stands(request_id) == ("in_work", date(2026, 11, 24), None, None, False)
    assert romashka.rules() == ["HO-TELL"]
    assert [offer.action for offer in done.follow_ups] == ["requests.tell_client"]


def test_an_answer_may_have_come_earlier_but_not_before_the_question(romashka: Asker, request_id: int) -> None:
    handover = romashka.hand_over(request_id)
    romashka.desk.at("2026-11-25T11:00")

    early = romashka.desk.refused("requests.record_answer", handover=handover, answer="Да", at="24.11 09:59")
    future = romashka.desk.refused("requests.record_answer", handover=handover, answer="Да", at="25.11 11:01")
    romashka.desk.do("requests.record_answer", handover=handover, answer="Да", at="24.11 16:00")

    assert [(one.code, one.field) for one in (early, future)] == [("early", "at"), ("future", "at")]
    assert romashka.desk.show("handover", handover)["answered_at"] == datetime(2026, 11, 24, 13, tzinfo=UTC)
    assert romashka.desk.item("HO-TELL").late_bd == 1


def test_while_another_department_thinks_the_request_waits_for_it(romashka: Asker, request_id: int) -> None:
    first, second = romashka.hand_over(request_id), romashka.hand_over(request_id, "warehouse")

    romashka.desk.do("requests.record_answer", handover=second, answer="Есть две")
    assert romashka.stands(request_id)[:3] == ("waiting_dept", None, "юристы")
    romashka.desk.do("requests.record_answer", handover=first, answer="Можно")

    assert romashka.stands(request_id)[0] == "in_work"
    assert romashka.rules() == ["HO-TELL", "HO-TELL"]


def test_what_waits_for_the_client_meanwhile_goes_on_waiting(romashka: Asker, request_id: int) -> None:
    handover = romashka.hand_over(request_id)
    romashka.desk.do("requests.wait", request=request_id, for_="client", until="пт")

    romashka.desk.do("requests.record_answer", handover=handover, answer="Можно")

    assert romashka.stands(request_id)[0] == "waiting_client"


def test_a_question_sent_back_is_ours_today(romashka: Asker, request_id: int) -> None:
    handover = romashka.hand_over(request_id, "support")

    done = romashka.desk.there_and_back("requests.return_handover", handover=handover, missing="модель камеры")

    assert romashka.stands(request_id) == ("in_work", date(2026, 11, 24), None, None, False)
    assert romashka.text("RQ-NEXT") == (
        "Вопрос вернули (техподдержка), не хватает: модель камеры: Камера не читает номера"
    )
    (offer,) = done.follow_ups
    assert (offer.action, offer.inputs) == ("requests.hand_over", {"request": request_id, "dept": "support"})
    romashka.hand_over(request_id, "support")
    assert [row["state"] for row in romashka.desk.rows("handover")] == ["closed", "sent"]


def test_the_client_told_is_a_touch_and_the_answer_is_known(romashka: Asker, request_id: int) -> None:
    handover = romashka.hand_over(request_id)
    romashka.desk.do("requests.record_answer", handover=handover, answer="Можно вернуть")
    romashka.desk.at("2026-11-24T16:00")

    done = romashka.desk.there_and_back("requests.tell_client", handover=handover)

    (talk,) = romashka.desk.rows("talk")
    assert talk["text"] == "Сообщили ответ (юристы): Можно вернуть"
    assert romashka.desk.show("handover", handover)["state"] == "told_client"
    assert romashka.desk.show("request", request_id)["told_at"] == datetime(2026, 11, 24, 13, tzinfo=UTC)
    assert romashka.rules() == ["RQ-NEXT"]
    (offer,) = done.follow_ups
    assert (offer.action, offer.inputs["result"]) == ("requests.close", "Можно вернуть")
    romashka.desk.do("requests.resolve", request=request_id, result="Вернули")
    assert romashka.text("RQ-NEXT").startswith("Закрыть обращение, клиент знает: ")
    romashka.desk.do("requests.close", request=request_id)
    assert romashka.desk.show("handover", handover)["state"] == "closed"


def test_a_new_question_makes_the_client_unknowing_again(romashka: Asker, request_id: int) -> None:
    handover = romashka.hand_over(request_id)
    romashka.desk.do("requests.record_answer", handover=handover, answer="Можно вернуть")
    romashka.desk.do("requests.tell_client", handover=handover)

    romashka.hand_over(request_id, "accounting")

    assert romashka.desk.show("request", request_id)["told_at"] is None


def test_an_unknown_caller_is_told_without_a_talk(romashka: Asker) -> None:
    desk = romashka.desk
    request = desk.new("request", "requests.register", kind="sales", text="Цена?", phone="8 921 000-00-01")
    handover = romashka.hand_over(request, "sales")
    desk.do("requests.record_answer", handover=handover, answer="120 000")

    desk.do("requests.tell_client", handover=handover)

    assert desk.rows("talk") == []
    assert desk.show("handover", handover)["state"] == "told_client"


LATER = {
    "record_answer": {"answer": "Да"},
    "return_handover": {"missing": "модель"},
    "acknowledge": {},
    "tell_client": {},
}


@pytest.mark.parametrize("act", LATER)
def test_what_is_told_is_not_answered_again(romashka: Asker, request_id: int, act: str) -> None:
    handover = romashka.hand_over(request_id)
    romashka.desk.do("requests.record_answer", handover=handover, answer="Можно вернуть")
    romashka.desk.do("requests.tell_client", handover=handover)

    refusal = romashka.desk.refused(f"requests.{act}", handover=handover, **LATER[act])

    before = romashka.desk.bench.refusal(f"requests.{act}", {"handover": handover})
    assert (refusal.code, refusal.field) == ("state", "handover")
    assert refusal.message == "Передача № 1: клиенту сообщили. Это действие ей не подходит."
    assert before is not None
    assert before.message == refusal.message


def test_nobody_is_told_what_was_not_answered(romashka: Asker, request_id: int) -> None:
    handover = romashka.hand_over(request_id)

    assert romashka.desk.refused("requests.tell_client", handover=handover).code == "state"
    assert romashka.desk.refused("requests.record_answer", handover=handover, answer=" ").code == "empty"
    assert romashka.desk.refused("requests.return_handover", handover=handover).code == "required"
