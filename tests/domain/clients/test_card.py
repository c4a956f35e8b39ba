"""The client's card: added once, corrected, never overwritten by an older form."""

from datetime import date

import pytest

from tests.desk import Desk

INN = "7707083893"
OTHER_INN = "7736050003"
PERSON_INN = "500100732259"


def test_a_client_is_added_with_all_that_is_known(desk: Desk) -> None:
    """Inputs are kept in their one form: the phone in E.164, the address in lower case, the name folded for search."""
    done = desk.there_and_back(
        "clients.add",
        name="  ООО  Ромашка ",
        inn=INN,
        kpp="770701001",
        phone="8 (916) 123-45-67",
        email="Buh@Romashka.ru",
        manager="Анна",
        source="выставка",
    )
    client = desk.show("client", desk.made(done, "client"))
    assert done.message == "Клиент «ООО Ромашка» добавлен."
    assert (client["name"], client["name_key"]) == ("ООО Ромашка", "ооо ромашка")
    assert (client["phone"], client["email"]) == ("+79161234567", "buh@romashka.ru")
    assert (client["state"], client["created_on"]) == ("assigned", date(2026, 11, 24))


def test_a_client_without_a_manager_is_nobodys(desk: Desk) -> None:
    assert desk.show("client", desk.new("client", "clients.add", name="Ничьи"))["state"] == "unassigned"


def test_the_next_offer_is_a_contact(desk: Desk) -> None:
    done = desk.do("clients.add", name="Ромашка")
    assert [(offer.action, offer.inputs) for offer in done.follow_ups] == [
        ("clients.add_contact", {"client": desk.made(done, "client")})
    ]


@pytest.mark.parametrize(
    ("inn", "given", "kept"),
    [
        (INN, None, "company"),
        (PERSON_INN, None, "entrepreneur"),
        (None, None, "company"),
        (PERSON_INN, "person", "person"),
    ],
)
def test_twelve_digits_of_inn_are_an_entrepreneurs(desk: Desk, inn: str | None, given: str | None, kept: str) -> None:
    done = desk.do("clients.add", name="Клиент", inn=inn, kind=given)
    assert desk.show("client", desk.made(done, "client"))["kind"] == kept
    assert not done.warnings


def test_a_kind_that_the_inn_contradicts_is_told(desk: Desk) -> None:
    done = desk.do("clients.add", name="ИП Петров", inn=PERSON_INN, kind="company")
    assert "не сходится с ИНН" in done.warnings[0]


class TestDuplicates:
    """A client known already is offered instead of a second one."""

    def test_the_same_inn_is_refused_with_the_client_who_has_it(self, desk: Desk) -> None:
        known = desk.new("client", "clients.add", name="ООО Ромашка", inn=INN)
        refusal = desk.refused("clients.add", name="Ромашка-2", inn=INN)
        assert (refusal.code, refusal.field) == ("duplicate", "inn")
        assert f"«ООО Ромашка» (№ {known})" in refusal.message

    def test_confirming_does_not_help_against_the_same_inn(self, desk: Desk) -> None:
        desk.do("clients.add", name="Ромашка", inn=INN, kpp="770701001")
        again = desk.refused("clients.add", name="Ромашка-2", inn=INN, kpp="770701001", confirm=True)
        assert again.code == "duplicate"

    def test_a_branch_with_its_own_kpp_is_asked_about(self, desk: Desk) -> None:
        desk.do("clients.add", name="Ромашка", inn=INN, kpp="770701001")
        desk.asked("clients.add", name="Ромашка Тверь", inn=INN, kpp="695001001")

    def test_the_same_name_is_asked_about(self, desk: Desk) -> None:
        desk.do("clients.add", name="Ёлка")
        question = desk.refused("clients.add", name="ЕЛКА")
        assert (question.code, question.field) == ("confirm", "name")
        desk.asked("clients.add", name="ЕЛКА")

    def test_the_phone_of_another_client_is_asked_about(self, desk: Desk) -> None:
        desk.do("clients.add", name="Ромашка", phone="8 916 123-45-67")
        question = desk.refused("clients.add", name="Лютик", phone="+7 916 123 45 67")
        assert (question.code, question.field) == ("confirm", "phone")
        assert "Ромашка" in question.message

    def test_the_phone_of_another_clients_contact_is_asked_about(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="Ромашка")
        desk.do("clients.add_contact", client=client, name="Мария", phone="8 916 123-45-67")
        desk.asked("clients.add", name="Лютик", phone="89161234567")


class TestEditing:
    """Only what is given changes."""

    def test_what_is_given_changes_and_the_rest_stays(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="Ромашка", inn=INN)
        done = desk.there_and_back("clients.edit", client=client, name="Ромашка плюс", manager="Анна")
        row = desk.show("client", client)
        assert done.message == "Карточка «Ромашка плюс» изменена: название, менеджер."
        assert (row["name_key"], row["state"], row["inn"]) == ("ромашка плюс", "assigned", INN)

    def test_a_client_may_ask_not_to_be_called(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="Ромашка")
        desk.there_and_back("clients.edit", client=client, do_not_call="да")
        assert desk.show("client", client)["do_not_call"] is True
        desk.do("clients.edit", client=client, do_not_call="нет")
        assert desk.show("client", client)["do_not_call"] is False

    def test_a_field_can_be_emptied(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="Ромашка", phone="89161234567", manager="Анна")
        desk.there_and_back("clients.edit", client=client, clear="phone, manager")
        row = desk.show("client", client)
        assert (row["phone"], row["manager"], row["state"]) == (None, None, "unassigned")

    def test_the_name_cannot_be_emptied(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="Ромашка")
        refusal = desk.refused("clients.edit", client=client, clear="name")
        assert (refusal.code, refusal.field) == ("choice", "clear")

    def test_a_field_is_not_both_filled_and_emptied(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="Ромашка")
        assert desk.refused("clients.edit", client=client, phone="89161234567", clear="phone").code == "choice"

    def test_a_note_may_come_with_the_edit(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="Ромашка")
        done = desk.do("clients.edit", client=client, note="Переехали")
        assert [note["text"] for note in desk.rows("note")] == ["Переехали"]
        assert "заметка добавлена" in done.message

    def test_nothing_given_is_refused(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="Ромашка")
        assert desk.refused("clients.edit", client=client).code == "nothing"

    def test_the_same_values_write_nothing(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="Ромашка")
        done = desk.do("clients.edit", client=client, name="Ромашка")
        assert (done.entry, done.changed) == (0, [])

    def test_the_inn_of_another_client_is_refused(self, desk: Desk) -> None:
        desk.do("clients.add", name="Ромашка", inn=INN)
        client = desk.new("client", "clients.add", name="Лютик", inn=OTHER_INN)
        assert desk.refused("clients.edit", client=client, inn=INN).code == "duplicate"

    def test_name_and_phone_of_another_client_are_asked_about(self, desk: Desk) -> None:
        desk.do("clients.add", name="Ромашка", phone="89161234567")
        client = desk.new("client", "clients.add", name="Лютик")
        assert desk.refused("clients.edit", client=client, name="ромашка").field == "name"
        desk.asked("clients.edit", client=client, phone="89161234567")

    def test_its_own_name_inn_and_phone_are_no_duplicates(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="ромашка", inn=INN, phone="89161234567")
        done = desk.do("clients.edit", client=client, name="Ромашка", kpp="770701001", email="a@b.ru")
        assert not done.warnings

    def test_a_kind_that_the_inn_contradicts_is_told(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="ИП Петров", inn=PERSON_INN)
        assert desk.do("clients.edit", client=client, kind="company").warnings


class TestStaleForm:
    """Two windows: the form opened first is saved last."""

    def test_an_older_form_is_refused_with_what_the_record_has_now(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="Ромашка", phone="89161234567")
        opened = desk.show("client", client)["rev"]
        desk.do("clients.edit", client=client, phone="84951234567", do_not_call="да")
        refusal = desk.refused(
            "clients.edit",
            client=client,
            rev=opened,
            phone="89167654321",
            do_not_call="нет",
            kind="person",
            manager="Анна",
        )
        assert (refusal.code, refusal.field) == ("stale", "rev")
        now = "вид — организация; телефон — +7 495 123-45-67; менеджер — пусто; не звонить — да"
        assert f"Сейчас в ней: {now}." in refusal.message

    def test_a_fresh_form_is_saved(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="Ромашка")
        desk.do("clients.edit", client=client, phone="84951234567")
        fresh = desk.show("client", client)["rev"]
        desk.do("clients.edit", client=client, rev=str(fresh), phone="89167654321")
        assert desk.show("client", client)["phone"] == "+79167654321"

    def test_an_older_form_with_only_a_note_shows_the_name(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="Ромашка")
        desk.do("clients.edit", client=client, name="Лютик")
        assert "название — Лютик" in desk.refused("clients.edit", client=client, rev=1, note="Тут").message


@pytest.mark.parametrize(
    ("inputs", "code", "field"),
    [
        ({"name": "Ромашка", "inn": "7707083894"}, "inn", "inn"),
        ({"name": "Ромашка", "kpp": "77"}, "kpp", "kpp"),
        ({"name": "Ромашка", "phone": "12"}, "phone", "phone"),
        ({"name": "Ромашка", "email": "не почта"}, "email", "email"),
        ({"name": "Ромашка", "kind": "завод"}, "choice", "kind"),
        ({"name": "\x1b[31m"}, "empty", "name"),
        ({}, "required", "name"),
    ],
)
def test_a_wrong_value_is_laid_at_its_field(desk: Desk, inputs: dict[str, str], code: str, field: str) -> None:
    refusal = desk.refused("clients.add", **inputs)
    assert (refusal.code, refusal.field) == (code, field)
