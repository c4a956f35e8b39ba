"""A contact corrected."""

import pytest

from tests.desk import Desk


@pytest.fixture
def maria(desk: Desk) -> int:
    """The main contact of a client."""
    client = desk.new("client", "clients.add", name="Ромашка")
    return desk.new(
        "contact", "clients.add_contact", client=client, name="Мария", phone="89161234567", role="бухгалтер"
    )


def test_what_is_given_is_changed(desk: Desk, maria: int) -> None:
    done = desk.there_and_back("clients.edit_contact", contact=maria, name="Мария Ильина", email="m@example.ru")
    assert done.message == "Контакт «Мария Ильина» изменён: имя, почта."
    contact = desk.show("contact", maria)
    assert (contact["name_key"], contact["email"], contact["phone"]) == ("мария ильина", "m@example.ru", "+79161234567")


def test_what_is_named_is_emptied(desk: Desk, maria: int) -> None:
    desk.there_and_back("clients.edit_contact", contact=maria, clear="role, phone")
    contact = desk.show("contact", maria)
    assert (contact["role"], contact["phone"]) == (None, None)


def test_there_is_one_main_contact_at_a_time(desk: Desk, maria: int) -> None:
    pyotr = desk.new("contact", "clients.add_contact", client=1, name="Пётр")
    desk.there_and_back("clients.edit_contact", contact=pyotr, primary="да")
    assert [contact["name"] for contact in desk.rows("contact") if contact["primary"]] == ["Пётр"]


def test_a_wrong_person_turns_out_to_be_right_after_all(desk: Desk, maria: int) -> None:
    desk.do("clients.edit_contact", contact=maria, wrong="да")
    desk.there_and_back("clients.edit_contact", contact=maria, wrong="нет")
    assert desk.show("contact", maria)["wrong"] is False


def test_nothing_new_changes_nothing(desk: Desk, maria: int) -> None:
    done = desk.do("clients.edit_contact", contact=maria, name="Мария")
    assert (done.message, done.entry) == ("Контакт «Мария»: изменений нет.", 0)


def test_an_old_form_is_refused(desk: Desk, maria: int) -> None:
    desk.do("clients.edit_contact", contact=maria, role="директор")
    refusal = desk.refused("clients.edit_contact", contact=maria, role="охранник", rev="1")
    assert (refusal.code, refusal.field) == ("stale", "rev")


@pytest.mark.parametrize(("clear", "name"), [("name", None), ("phone", None), ("всё", None)])
def test_what_cannot_be_emptied_is_refused(desk: Desk, maria: int, clear: str, name: str | None) -> None:
    given = {"phone": "89160000001"} if clear == "phone" else {}
    refusal = desk.refused("clients.edit_contact", contact=maria, name=name, clear=clear, **given)
    assert (refusal.code, refusal.field) == ("choice", "clear")


def test_a_telephone_of_another_client_is_asked_about(desk: Desk, maria: int) -> None:
    desk.do("clients.add", name="Берёзка", phone="89160000001")
    desk.asked("clients.edit_contact", contact=maria, phone="89160000001")
