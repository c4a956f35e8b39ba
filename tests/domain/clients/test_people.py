"""Contacts of a client and colleagues of our own."""

import pytest

from tests.desk import Desk


@pytest.fixture
def client(desk: Desk) -> int:
    """A client without contacts."""
    return desk.new("client", "clients.add", name="Ромашка")


def primary(desk: Desk) -> list[str]:
    """Names of the main contacts."""
    return [contact["name"] for contact in desk.rows("contact") if contact["primary"]]


def test_the_first_contact_becomes_the_main_one(desk: Desk, client: int) -> None:
    done = desk.there_and_back(
        "clients.add_contact", client=client, name="Мария", role="бухгалтер", phone="89161234567"
    )
    assert done.message == "Основной контакт «Мария» добавлен: Ромашка."
    assert primary(desk) == ["Мария"]


def test_a_second_contact_leaves_the_main_one(desk: Desk, client: int) -> None:
    desk.do("clients.add_contact", client=client, name="Мария")
    assert desk.do("clients.add_contact", client=client, name="Пётр").message == "Контакт «Пётр» добавлен: Ромашка."
    assert primary(desk) == ["Мария"]


def test_there_is_one_main_contact_at_a_time(desk: Desk, client: int) -> None:
    desk.do("clients.add_contact", client=client, name="Мария")
    desk.there_and_back("clients.add_contact", client=client, name="Пётр", primary="да")
    assert primary(desk) == ["Пётр"]


def test_each_client_has_its_own_main_contact(desk: Desk, client: int) -> None:
    desk.do("clients.add_contact", client=client, name="Мария")
    desk.do(
        "clients.add_contact",
        client=desk.new("client", "clients.add", name="Лютик"),
        name="Пётр",
        primary="да",
    )
    assert primary(desk) == ["Мария", "Пётр"]


def test_the_phone_of_another_clients_contact_is_asked_about(desk: Desk, client: int) -> None:
    other = desk.new("client", "clients.add", name="Лютик")
    desk.do("clients.add_contact", client=other, name="Мария", phone="89161234567")
    question = desk.refused("clients.add_contact", client=client, name="Маша", phone="8 916 123 45 67")
    assert (question.code, question.field) == ("confirm", "phone")
    assert "«Лютик»" in question.message
    desk.asked("clients.add_contact", client=client, name="Маша", phone="8 916 123 45 67")


def test_two_contacts_of_one_client_may_share_a_phone(desk: Desk, client: int) -> None:
    desk.do("clients.add_contact", client=client, name="Мария", phone="84951234567")
    assert not desk.do("clients.add_contact", client=client, name="Пётр", phone="84951234567").warnings


def test_the_same_name_at_one_client_is_asked_about(desk: Desk, client: int) -> None:
    desk.do("clients.add_contact", client=client, name="Семён")
    desk.asked("clients.add_contact", client=client, name="СЕМЕН")


def test_a_contact_needs_a_client_that_is_there(desk: Desk) -> None:
    refusal = desk.refused("clients.add_contact", client=77, name="Мария")
    assert (refusal.code, refusal.field) == ("unknown", "client")


def test_a_colleague_is_added_to_a_department(desk: Desk) -> None:
    done = desk.there_and_back("clients.add_colleague", name="Олег", dept="support", phone="84951234567")
    assert done.message == "Коллега «Олег» добавлен: техподдержка."
    assert [row["dept"] for row in desk.rows("colleague")] == ["support"]


def test_the_same_colleague_is_asked_about(desk: Desk) -> None:
    desk.do("clients.add_colleague", name="Олег", dept="support")
    assert not desk.do("clients.add_colleague", name="Олег", dept="law").warnings
    desk.asked("clients.add_colleague", name="олег", dept="support")


def test_a_department_that_is_not_ours_is_refused(desk: Desk) -> None:
    refusal = desk.refused("clients.add_colleague", name="Олег", dept="космос")
    assert (refusal.code, refusal.field) == ("choice", "dept")


class TestEditingContact:
    """A contact corrected."""

    @pytest.fixture
    def maria(self, desk: Desk, client: int) -> int:
        """The main contact of the client, beside another."""
        number = desk.new("contact", "clients.add_contact", client=client, name="Мария", phone="89161234567")
        desk.do("clients.add_contact", client=client, name="Пётр")
        return number

    def test_what_is_given_changes_and_the_rest_stays(self, desk: Desk, maria: int) -> None:
        done = desk.there_and_back("clients.edit_contact", contact=maria, name="Мария Ёлкина", clear="phone")
        row = desk.show("contact", maria)
        assert done.message == "Контакт «Мария Ёлкина» изменён: имя, телефон."
        assert (row["name_key"], row["phone"], row["primary"]) == ("мария елкина", None, True)

    def test_there_is_still_one_main_contact(self, desk: Desk, maria: int) -> None:
        desk.there_and_back("clients.edit_contact", contact="Пётр", primary="да")
        assert primary(desk) == ["Пётр"]

    def test_the_same_values_write_nothing(self, desk: Desk, maria: int) -> None:
        done = desk.do("clients.edit_contact", contact=maria, name="Мария")
        assert (done.entry, done.message) == (0, "Контакт «Мария»: изменений нет.")

    def test_the_phone_of_another_client_is_asked_about(self, desk: Desk, maria: int) -> None:
        desk.do("clients.add", name="Лютик", phone="84951234567")
        desk.asked("clients.edit_contact", contact=maria, phone="84951234567")

    def test_an_older_form_is_refused(self, desk: Desk, maria: int) -> None:
        desk.do("clients.edit_contact", contact=maria, role="бухгалтер")
        assert desk.refused("clients.edit_contact", contact=maria, rev=1, role="директор").code == "stale"

    @pytest.mark.parametrize("inputs", [{"clear": "name"}, {"clear": "phone", "phone": "84951234567"}])
    def test_what_cannot_be_emptied_is_refused(self, desk: Desk, maria: int, inputs: dict[str, str]) -> None:
        refusal = desk.refused("clients.edit_contact", contact=maria, **inputs)
        assert (refusal.code, refusal.field) == ("choice", "clear")
