"""The card of a request for a department: what it says, what it lacks, what is kept with the handover (row 1.2)."""

from pathlib import Path
from typing import Any

import pytest

from cs_workbench.domain.letter_facts import support_draft
from cs_workbench.domain.requests.support_card import needed
from cs_workbench.kernel.texts import Draft
from tests.desk import Desk

WHOLE = (
    "Карточка для техподдержки: обращение № 1\n\n"
    "Клиент: ООО Ромашка, ИНН 7707083893\nКонтакт: Пётр, инженер\nТелефон: +7 916 123-45-67\n"
    "Объект: Склад, Химки, Заводская, 1\n\n"
    "Оборудование:\n— камера Hikvision, № C-2, неисправно\n— сервер Dell R340, № A-17\n"
    "Сервер: Dell R340\nИнтеграция: 1С\n\n"
    "Что случилось: Камера не читает номера\nО чём: техника, работает плохо\nСообщили: 24.11.2026 10:00"
)


def client(desk: Desk) -> int:
    """A client of whom support knows everything."""
    made = desk.new("client", "clients.add", name="ООО Ромашка", inn="7707083893")
    desk.do("clients.add_contact", client=made, name="Пётр", phone="8 916 123-45-67", role="инженер")
    site = desk.new("site", "clients.add_site", client=made, name="Склад", address="Химки, Заводская, 1")
    desk.do("clients.add_asset", site=site, category="server", vendor="Dell", model="R340", serial="A-17")
    camera = desk.new("asset", "clients.add_asset", site=site, category="camera", vendor="Hikvision", serial="C-2")
    desk.do("clients.asset_state", asset=camera, state="faulty")
    desk.do("clients.record_needs", client=made, integration="1С")
    return made


def asked(desk: Desk, **inputs: Any) -> int:
    """A request."""
    usual = {"kind": "tech", "severity": "degraded", "text": "Камера не читает номера"}
    return desk.new("request", "requests.register", **(usual | inputs))


def card(desk: Desk, record: str, number: int) -> Draft:
    """The card as `y` makes it, with all the fields of its template."""
    draft = desk.bench.read(support_draft, record, number)
    (described,) = [one for one in desk.bench.texts.described() if one.name == draft.template]
    assert set(draft.fields) == {name for name in described.fields if "." not in name}
    return draft


def text(desk: Desk, draft: Draft) -> str:
    """It in words."""
    return desk.bench.texts.fill(draft.template, draft.fields).text


def test_a_whole_card_lacks_nothing(desk: Desk) -> None:
    draft = card(desk, "request", asked(desk, client=client(desk)))
    assert draft.missing == ()
    assert draft.what == "карточка для техподдержки: обращение № 1, ООО Ромашка"
    assert text(desk, draft) == WHOLE


def test_an_unknown_caller_has_a_telephone_alone(desk: Desk) -> None:
    draft = card(desk, "request", asked(desk, phone="8 921 000-00-01"))
    assert text(desk, draft) == (
        "Карточка для техподдержки: обращение № 1\n\nТелефон: +7 921 000-00-01\n\n"
        "Что случилось: Камера не читает номера\nО чём: техника, работает плохо\nСообщили: 24.11.2026 10:00\n\n"
        "НЕТ: клиент\nНЕТ: контактное лицо\nНЕТ: адрес объекта\nНЕТ: оборудование\n"
        "НЕТ: формат сервера\nНЕТ: интеграция"
    )
    assert needed(draft) == ("клиент", "оборудование", "формат сервера", "интеграция")


def test_a_client_known_by_name_lacks_the_rest(desk: Desk) -> None:
    draft = card(desk, "request", asked(desk, client=desk.new("client", "clients.add", name="Весна")))
    assert draft.missing == (
        *("контактное лицо", "телефон", "адрес объекта"),
        *("оборудование", "формат сервера", "интеграция"),
    )


def test_who_need_not_be_asked_needs_no_integration(desk: Desk) -> None:
    made = desk.new("client", "clients.add", name="Весна")
    desk.do("clients.needs_not_needed", client=made, reason="только аренда")
    draft = card(desk, "request", asked(desk, client=made))
    assert "интеграция" not in draft.missing
    assert "Интеграция: не нужна" in text(desk, draft)


def test_things_of_several_sites_say_where_they_stand_and_a_long_list_is_counted(desk: Desk) -> None:
    made = client(desk)
    office = desk.new("site", "clients.add_site", client=made, name="Офис")
    for number in range(40):
        desk.do("clients.add_asset", site=office, category="camera", serial=f"К-{number}")
    said = text(desk, card(desk, "request", asked(desk, client=made)))
    assert "— камера Hikvision, № C-2 (Склад), неисправно\n— сервер Dell R340, № A-17 (Склад)\n" in said
    assert "Объект: Офис\n" in said
    assert "\n— и ещё 2 единицы\n" in said


def test_what_was_taken_away_is_not_on_it(desk: Desk) -> None:
    made = client(desk)
    desk.do("clients.asset_state", asset=2, state="removed")
    assert "Hikvision" not in text(desk, card(desk, "request", asked(desk, client=made)))


def test_a_client_gives_the_card_of_its_newest_open_request(desk: Desk) -> None:
    made = client(desk)
    nothing = card(desk, "client", made)
    assert nothing.missing == ("что случилось",)
    assert nothing.what == "карточка для техподдержки: клиент, ООО Ромашка"
    asked(desk, client=made, text="Первое")
    desk.at("2026-11-26T10:00")
    asked(desk, client=made, text="Второе", confirm=True)
    assert "Что случилось: Второе" in text(desk, card(desk, "client", made))


def test_the_card_is_kept_with_the_handover(desk: Desk) -> None:
    request = asked(desk, client=client(desk))
    made = desk.new("handover", "requests.hand_over", request=request, dept="тп", text="Просят сегодня")
    row = desk.show("handover", made)
    assert row["package"] == f"{WHOLE}\nКомментарий: Просят сегодня"
    assert (row["missing"], row["incomplete"]) == ("", False)


def test_an_incomplete_card_says_what_it_lacks(desk: Desk) -> None:
    request = asked(desk, client=desk.new("client", "clients.add", name="Весна", phone="8 495 123-45-67"))
    assert desk.refused("requests.hand_over", request=request, dept="support").message == (
        "Для техподдержки не хватает: оборудование, формат сервера, интеграция. "
        "Узнайте и запишите, или передайте неполной."
    )
    desk.asked("requests.hand_over", request=request, dept="support", incomplete="да")
    (row,) = desk.rows("handover")
    assert row["missing"] == "оборудование, формат сервера, интеграция"
    assert row["package"].endswith(
        "\n\nНЕТ: контактное лицо\nНЕТ: адрес объекта\nНЕТ: оборудование\nНЕТ: формат сервера\nНЕТ: интеграция"
    )


@pytest.mark.parametrize(
    ("dept", "head", "lacks"),
    [
        ("law", "Карточка для юристов: обращение № 1", ("контактное лицо",)),
        ("crew", "Карточка для монтажников: обращение № 1", ("контактное лицо", "адрес объекта", "оборудование")),
    ],
)
def test_another_department_wants_less(desk: Desk, dept: str, head: str, lacks: tuple[str, ...]) -> None:
    request = asked(desk, client=desk.new("client", "clients.add", name="Весна", phone="8 495 123-45-67"))
    made = desk.new("handover", "requests.hand_over", request=request, dept=dept)
    draft = card(desk, "handover", made)
    assert draft.missing == lacks
    assert needed(draft) == ()
    assert text(desk, draft).startswith(f"{head}\n")
    assert desk.show("handover", made)["package"] == text(desk, draft)


def test_the_user_s_own_card_is_kept_and_a_broken_one_is_told_of(desk: Desk, tmp_path: Path) -> None:
    request = asked(desk, client=client(desk))
    own = desk.bench.texts.copy("support_card")
    assert own == tmp_path / "templates" / "support_card.txt"
    own.write_text("{{ client }}: {{ problem }}", encoding="utf-8")
    assert desk.do("requests.hand_over", request=request, dept="тп").warnings == ()
    own.write_text("{{ cycler.__init__.__globals__ }}", encoding="utf-8")
    done = desk.do("requests.hand_over", request=request, dept="law")
    assert done.warnings == (
        "Ваш шаблон support_card.txt не годится: поля «cycler.__init__.__globals__» нет, строка 1. Взят обычный.",
    )
    assert [row["package"].split("\n")[0] for row in desk.rows("handover")] == [
        "ООО Ромашка: Камера не читает номера",
        "Карточка для юристов: обращение № 1",
    ]
