"""A request comes in: by a telephone, from somebody unknown, a second time (row 1.1)."""

from datetime import UTC, date, datetime

import pytest

from tests.desk import Desk
from tests.domain.requests.askers import CAMERA, Asker


def test_a_request_is_kept_whole(romashka: Asker) -> None:
    done = romashka.desk.there_and_back(
        "requests.register", client=romashka.id, kind="tech", text=CAMERA, contact="анна", channel="mail"
    )

    row = romashka.desk.show("request", 1)
    assert (row["client_id"], row["contact_id"], row["text"], row["owner"]) == (1, 1, CAMERA, "manager")
    assert (row["state"], row["open"], row["channel"], row["severity"]) == ("new", True, "mail", "question")
    assert row["text_key"] == CAMERA.casefold()
    assert row["received_at"] == datetime(2026, 11, 24, 7, tzinfo=UTC)
    assert (row["received_on"], row["due_on"]) == (date(2026, 11, 24), date(2026, 11, 24))
    assert done.message == "Обращение № 1 записано: ООО Ромашка. Взять до 18:00."


@pytest.mark.parametrize(("kind", "severity", "kept"), [
    ("tech", "stop", ("tech", "stop")),
    ("Техника", "работа стоит", ("tech", "stop")),
    ("счета и оплата", "стоит", ("billing", "stop")),
    ("продажи", "вопрос", ("sales", "question")),
    ("отдел продаж", "плохо", ("sales", "degraded")),
])  # fmt: skip
def test_a_kind_and_a_severity_are_named_in_russian_too(
    romashka: Asker, kind: str, severity: str, kept: tuple[str, str]
) -> None:
    romashka.ask(kind=kind, severity=severity)

    row = romashka.desk.show("request", 1)
    assert (row["kind"], row["severity"]) == kept


@pytest.mark.parametrize("phone", ["8 916 123-45-67", "+7 (916) 123 45 67", "89161234567"])
def test_a_telephone_that_one_client_has_finds_the_client(romashka: Asker, phone: str) -> None:
    romashka.desk.do("requests.register", kind="tech", text=CAMERA, phone=phone)

    assert romashka.desk.show("request", 1)["client_id"] == romashka.id


def test_a_telephone_of_a_contact_finds_the_client_and_who_calls(romashka: Asker) -> None:
    romashka.desk.do("requests.register", kind="tech", text=CAMERA, phone="84957654321")

    row = romashka.desk.show("request", 1)
    assert (row["client_id"], row["contact_id"]) == (romashka.id, 1)


def test_an_extension_is_looked_at_before_the_bare_number(desk: Desk) -> None:
    one, other = Asker(desk, "ООО Лютик", "8 495 765-43-21 доб. 1"), Asker(desk, "ООО Василёк", "84957654321 доб. 2")

    desk.do("requests.register", kind="tech", text=CAMERA, phone="84957654321 доб. 2")
    refusal = desk.refused("requests.register", kind="tech", text=CAMERA, phone="84957654321")

    assert desk.show("request", 1)["client_id"] == other.id
    assert (refusal.code, refusal.field) == ("ambiguous", "client")
    assert f"«ООО Лютик» (№ {one.id}), «ООО Василёк» (№ {other.id})" in refusal.message


def test_a_bare_number_finds_its_only_extension(desk: Desk) -> None:
    client = Asker(desk, "ООО Лютик", "8 495 765-43-21 доб. 1")

    desk.do("requests.register", kind="tech", text=CAMERA, phone="84957654321")

    assert desk.show("request", 1)["client_id"] == client.id


def test_a_telephone_at_two_clients_wants_a_choice(romashka: Asker) -> None:
    other = Asker(romashka.desk, "ООО Лютик", phone="8 912 000-00-01")
    romashka.desk.do("clients.add_contact", client=other.id, name="Анна", phone="8 916 123-45-67", confirm=True)

    refusal = romashka.desk.refused("requests.register", kind="tech", text=CAMERA, phone="89161234567")

    assert (refusal.code, refusal.field) == ("ambiguous", "client")
    romashka.desk.do("requests.register", kind="tech", text=CAMERA, phone="89161234567", client=other.id)
    romashka.desk.do("requests.register", kind="other", text=CAMERA, phone="89161234567", contact="Анна Петрова")
    assert [row["client_id"] for row in romashka.desk.rows("request")] == [other.id, romashka.id]


def test_a_telephone_of_another_client_is_told(romashka: Asker) -> None:
    other = Asker(romashka.desk, "ООО Лютик", phone="8 912 000-00-01")

    done = romashka.desk.do("requests.register", client=other.id, kind="tech", text=CAMERA, phone="89161234567")

    assert done.warnings == ("Этот телефон записан у клиента «ООО Ромашка» (№ 1).",)


@pytest.mark.parametrize("phone", [None, "8 921 000-00-01"])
def test_an_unknown_caller_is_written_down_and_may_become_a_client(desk: Desk, phone: str | None) -> None:
    done = desk.do("requests.register", kind="sales", text="Хотят шлагбаум", phone=phone)

    assert desk.show("request", 1)["client_id"] is None
    assert "клиент неизвестен" in done.message
    assert [offer.action for offer in done.follow_ups] == ["clients.add", "requests.attach_client"]
    asked = "+7 921 000-00-01" if phone else "кто звонил, неизвестно"
    assert desk.item("RQ-NEW").text == f"Новое обращение, взять до 18:00: Хотят шлагбаум ({asked})"


def test_a_caller_who_becomes_a_client_takes_the_request_along(desk: Desk) -> None:
    request = desk.new("request", "requests.register", kind="sales", text="Хотят шлагбаум", phone="8 921 000-00-01")
    desk.do("requests.hand_over", request=request, dept="sales")
    desk.do("requests.propose", request=request, options="шлагбаум 120 000")
    client = Asker(desk, "ООО Лютик", phone="8 921 000-00-01")

    done = desk.there_and_back("requests.attach_client", request=request, client=client.id)

    assert desk.show("request", request)["client_id"] == client.id
    assert [desk.rows(name)[0]["client_id"] for name in ("handover", "proposal")] == [client.id, client.id]
    assert (done.message, done.follow_ups) == (f"Обращение № {request}: клиент «ООО Лютик».", ())
    assert desk.refused("requests.attach_client", request=request, client=client.id).code == "already"


def test_a_telephone_that_the_client_does_not_have_is_offered_to_be_kept(romashka: Asker) -> None:
    desk = romashka.desk
    request = desk.new("request", "requests.register", kind="tech", text=CAMERA, phone="8 921 000-00-01")

    done = desk.do("requests.attach_client", request=request, client=romashka.id, contact="Анна")

    (offer,) = done.follow_ups
    assert (offer.action, offer.inputs["phone"]) == ("clients.add_contact", "+79210000001")
    assert desk.show("request", request)["contact_id"] == 1


def test_a_request_goes_to_another_client_when_asked_twice(romashka: Asker) -> None:
    other = Asker(romashka.desk, "ООО Лютик", phone="8 912 000-00-01")
    request = romashka.ask(phone="8 912 000-00-01")

    romashka.desk.asked("requests.attach_client", request=request, client=other.id)

    assert romashka.desk.show("request", request)["client_id"] == other.id


def test_a_contact_alone_says_whose_request_it_is(romashka: Asker) -> None:
    romashka.desk.do("requests.register", kind="tech", text=CAMERA, contact="петрова")
    romashka.desk.do("requests.register", kind="other", text=CAMERA, contact="1")

    assert {(row["client_id"], row["contact_id"]) for row in romashka.desk.rows("request")} == {(1, 1)}


@pytest.mark.parametrize(("contact", "code"), [("Мария", "unknown"), ("99", "unknown"), ("Анна", "ambiguous")])
def test_a_contact_who_is_nobody_or_several_is_refused(romashka: Asker, contact: str, code: str) -> None:
    other = Asker(romashka.desk, "ООО Лютик", phone="8 912 000-00-01")
    romashka.desk.do("clients.add_contact", client=other.id, name="Анна Лютикова")

    refusal = romashka.desk.refused("requests.register", kind="tech", text=CAMERA, contact=contact)

    assert (refusal.code, refusal.field) == (code, "contact")


@pytest.mark.parametrize(("inputs", "code", "field"), [
    ({"text": "  "}, "empty", "text"),
    ({"text": None}, "required", "text"),
    ({"kind": None}, "required", "kind"),
    ({"kind": "погода"}, "choice", "kind"),
    ({"severity": "ужас"}, "choice", "severity"),
    ({"phone": "12"}, "phone", "phone"),
    ({"at": "24.11.2026 10:01"}, "future", "at"),
    ({"next_at": "24.11.2026 09:30"}, "past", "next_at"),
    ({"next_at": "2028-01-17T10:00"}, "confirm", "next_at"),
    ({"client": "99"}, "unknown", "client"),
    ({"contact": "Мария"}, "unknown", "contact"),
])  # fmt: skip
def test_bad_input_is_refused_at_its_field(romashka: Asker, inputs: dict[str, str], code: str, field: str) -> None:
    usual = {"client": romashka.id, "kind": "tech", "text": CAMERA}

    refusal = romashka.desk.refused("requests.register", **(usual | inputs))

    assert (refusal.code, refusal.field) == (code, field)


def test_a_second_request_about_the_same_within_a_day_is_asked_about(romashka: Asker) -> None:
    romashka.ask()
    romashka.desk.at("2026-11-25T09:59")

    inputs = {"client": romashka.id, "kind": "tech", "text": "Опять не читает"}
    question = romashka.desk.refused("requests.register", **inputs)

    assert (question.code, question.field) == ("confirm", "text")
    assert "обращение № 1 (техника, «Камера не читает номера»). Допишите в него." in question.message
    romashka.desk.asked("requests.register", **inputs)


@pytest.mark.parametrize("inputs", [{"kind": "billing"}, {"moment": "2026-11-25T10:00"}, {"closed": True}])
def test_another_kind_another_day_or_a_closed_one_is_not_the_same(romashka: Asker, inputs: dict[str, str]) -> None:
    first = romashka.ask()
    if "closed" in inputs:
        romashka.desk.do("requests.close", request=first, result="Протёрли", confirm=True)
    romashka.desk.at(inputs.get("moment", "2026-11-24T12:00"))

    romashka.ask(kind=inputs.get("kind", "tech"))

    assert len(romashka.desk.rows("request")) == 2


def test_an_unknown_caller_who_calls_again_is_asked_about_too(desk: Desk) -> None:
    inputs = {"kind": "sales", "text": "Хотят шлагбаум", "phone": "8 921 000-00-01"}
    desk.do("requests.register", **inputs)

    desk.asked("requests.register", **inputs)
    desk.do("requests.register", kind="sales", text="Никто не назвался")
    desk.do("requests.register", kind="sales", text="И этот не назвался")


def test_more_is_added_to_what_was_said(romashka: Asker) -> None:
    request = romashka.ask()
    romashka.desk.at("2026-11-25T09:00")

    romashka.desk.there_and_back("requests.add_text", request=request, text="Ночью тоже")

    row = romashka.desk.show("request", request)
    assert row["text"] == "Камера не читает номера\n25.11.2026: Ночью тоже"
    assert "ночью тоже" in row["text_key"]


def test_a_password_is_told_and_kept(romashka: Asker) -> None:
    done = romashka.desk.do("requests.register", client=romashka.id, kind="tech", text="пароль: qwerty")
    more = romashka.desk.do("requests.add_text", request=1, text="логин: admin")

    assert "не храните пароли" in done.warnings[0]
    assert "не храните пароли" in more.warnings[0]


def test_a_request_of_yesterday_keeps_its_own_day_and_deadline(romashka: Asker) -> None:
    romashka.ask(at="23.11 15:00")

    row = romashka.desk.show("request", 1)
    assert (row["received_on"], row["due_on"]) == (date(2026, 11, 23), date(2026, 11, 23))
    assert romashka.desk.item("RQ-NEW").late_bd == 1


def test_a_bare_today_is_no_past_moment(romashka: Asker) -> None:
    request = romashka.ask(next_at="сегодня")

    assert romashka.stands(request)[1] == date(2026, 11, 24)


def test_a_request_is_a_touch_and_touches_nobodys_client(romashka: Asker) -> None:
    romashka.desk.at("2026-12-01T10:00")
    assert romashka.desk.show("client", romashka.id)["state"] == "unassigned"

    romashka.ask()

    (row,) = romashka.desk.rows("client_standing")
    assert row["last_touch"] == date(2026, 12, 1)
    assert romashka.desk.show("client", romashka.id)["state"] == "touched"


def test_what_stops_offers_support_and_others_to_be_taken(romashka: Asker) -> None:
    stop = romashka.desk.do("requests.register", client=romashka.id, kind="tech", text=CAMERA, severity="stop")
    other = romashka.desk.do("requests.register", client=romashka.id, kind="other", text=CAMERA)

    assert [offer.action for offer in (*stop.follow_ups, *other.follow_ups)] == [
        "requests.hand_over",
        "requests.take",
    ]
