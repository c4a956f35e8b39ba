"""Notes, talks and contracts of a client, and how the card reads them."""

from datetime import date

import pytest

from cs_workbench.domain.clients.checks import contact_of
from tests.desk import Desk


@pytest.fixture
def client(desk: Desk) -> int:
    """A client added on 24 August, three months ago."""
    desk.at("2026-08-24T10:00")
    number = desk.new("client", "clients.add", name="Ромашка")
    desk.at("2026-11-24T10:00")
    return number


def last_touch(desk: Desk) -> date:
    """The day on which the client was last touched."""
    (row,) = desk.rows("client_standing")
    touched = row["last_touch"]
    assert isinstance(touched, date)
    return touched


class TestNotes:
    """A free remark."""

    def test_a_note_keeps_its_author(self, desk: Desk, client: int) -> None:
        done = desk.there_and_back("clients.note", client="ромашка", text="Просят звонить после 14")
        (note,) = desk.rows("note")
        assert done.message == "Заметка добавлена: Ромашка."
        assert (note["client_id"], note["author"], note["text"]) == (
            client,
            "manager",
            "Просят звонить после 14",
        )

    @pytest.mark.parametrize(
        "text",
        [
            "пароль: qwerty",
            "Логин от облака: romashka",
            "ПАРОЛЬ=123",
            "пароль - 12345",
            "login: admin",
            "доступ\nпароль от камеры: 1",
        ],
    )
    def test_a_password_is_told_and_the_note_is_kept(self, desk: Desk, client: int, text: str) -> None:
        done = desk.do("clients.note", client=client, text=text)
        assert done.warnings == ("Похоже, в тексте пароль или логин: не храните пароли здесь.",)

    @pytest.mark.parametrize(
        "text", ["Забыли пароль от облака", "Спросить логин", "Логин\nАдрес: Москва", "парольный вход"]
    )
    def test_a_word_about_passwords_is_no_password(self, desk: Desk, client: int, text: str) -> None:
        assert not desk.do("clients.note", client=client, text=text).warnings

    def test_an_empty_note_is_refused(self, desk: Desk, client: int) -> None:
        refusal = desk.refused("clients.note", client=client, text=" \n ")
        assert (refusal.code, refusal.field) == ("empty", "text")

    def test_a_note_with_a_new_client_is_kept_beside_it(self, desk: Desk) -> None:
        done = desk.there_and_back("clients.add", name="Лютик", note="Пришли с выставки, пароль: 1")
        assert [note["text"] for note in desk.rows("note")] == ["Пришли с выставки, пароль: 1"]
        assert "пароли" in done.warnings[0]


class TestTalks:
    """A talk that is not about a debt."""

    def test_a_talk_is_a_touch(self, desk: Desk, client: int) -> None:
        assert last_touch(desk) == date(2026, 8, 24)
        desk.there_and_back("clients.log_talk", client=client, text="Спросили про камеры", at="23.11 15:30")
        assert last_touch(desk) == date(2026, 11, 23)

    def test_a_note_is_no_touch(self, desk: Desk, client: int) -> None:
        desk.do("clients.note", client=client, text="Заходил на сайт")
        assert last_touch(desk) == date(2026, 8, 24)

    def test_a_talk_is_of_this_moment_by_telephone_unless_said(self, desk: Desk, client: int) -> None:
        desk.do("clients.log_talk", client=client, text="Спросили про камеры")
        (talk,) = desk.rows("talk")
        assert (talk["channel"], talk["on"], talk["contact_id"]) == ("call", date(2026, 11, 24), None)

    def test_a_talk_late_in_the_evening_is_of_the_local_day(self, desk: Desk, client: int) -> None:
        desk.at("2026-11-25T00:30")
        desk.do("clients.log_talk", client=client, text="Поздний звонок")
        assert desk.rows("talk")[0]["on"] == date(2026, 11, 25)

    def test_a_talk_to_come_is_refused(self, desk: Desk, client: int) -> None:
        refusal = desk.refused("clients.log_talk", client=client, text="Звонок", at="24.11 10:01")
        assert (refusal.code, refusal.field) == ("future", "at")

    def test_a_password_in_a_talk_is_told(self, desk: Desk, client: int) -> None:
        assert desk.do("clients.log_talk", client=client, text="пароль: 1").warnings

    def test_the_contact_is_found_among_the_clients_own(self, desk: Desk, client: int) -> None:
        other = desk.new("client", "clients.add", name="Лютик")
        desk.do("clients.add_contact", client=other, name="Мария")
        maria = desk.new("contact", "clients.add_contact", client=client, name="Мария Ивановна")
        desk.do("clients.log_talk", client=client, text="Привет", contact="мария", channel="visit")
        assert desk.rows("talk")[0]["contact_id"] == maria

    def test_a_whole_name_goes_before_a_part_of_one(self, desk: Desk, client: int) -> None:
        desk.do("clients.add_contact", client=client, name="Мария Ивановна")
        maria = desk.new("contact", "clients.add_contact", client=client, name="Мария")
        with desk.bench.performer.reading(desk.bench.today()) as read:
            assert contact_of(read, client, "Мария").id == maria

    def test_a_contact_can_be_named_by_its_number(self, desk: Desk, client: int) -> None:
        maria = desk.new("contact", "clients.add_contact", client=client, name="Мария")
        desk.do("clients.log_talk", client=client, text="Привет", contact=maria)
        assert desk.rows("talk")[0]["contact_id"] == maria

    @pytest.mark.parametrize(
        ("named", "code"),
        [("Мар", "ambiguous"), ("Пётр", "unknown"), ("3", "other_client"), ("99", "unknown")],
    )
    def test_a_contact_that_is_not_one_of_the_clients_is_refused(
        self, desk: Desk, client: int, named: str, code: str
    ) -> None:
        desk.do("clients.add_contact", client=client, name="Мария")
        desk.do("clients.add_contact", client=client, name="Марк")
        desk.do("clients.add_contact", client=desk.new("client", "clients.add", name="Лютик"), name="Пётр")
        refusal = desk.refused("clients.log_talk", client=client, text="Привет", contact=named)
        assert (refusal.code, refusal.field) == (code, "contact")


class TestContracts:
    """A contract signed starts the cloud and the training."""

    def test_a_contract_is_written_down_and_the_fee_is_offered(self, desk: Desk, client: int) -> None:
        done = desk.there_and_back(
            "clients.sign_contract", client=client, number="12/А", on="20.11", file="договор.pdf"
        )
        (contract,) = desk.rows("contract")
        assert (contract["number"], contract["signed_on"], contract["file"]) == (
            "12/А",
            date(2026, 11, 20),
            "договор.pdf",
        )
        assert [offer.action for offer in done.follow_ups] == ["billing.open_subscription"]

    def test_a_day_to_come_is_refused(self, desk: Desk, client: int) -> None:
        refusal = desk.refused("clients.sign_contract", client=client, number="12", on="завтра")
        assert (refusal.code, refusal.field) == ("future", "on")

    def test_the_same_number_of_the_client_is_refused(self, desk: Desk, client: int) -> None:
        desk.do("clients.sign_contract", client=client, number="12/А", on="20.11")
        refusal = desk.refused("clients.sign_contract", client=client, number="12/а", on="24.11")
        assert (refusal.code, refusal.field) == ("duplicate", "number")
        assert "20.11.2026" in refusal.message

    def test_two_clients_may_have_contracts_of_one_number(self, desk: Desk, client: int) -> None:
        desk.do("clients.sign_contract", client=client, number="12", on="20.11")
        other = desk.new("client", "clients.add", name="Лютик")
        assert desk.do("clients.sign_contract", client=other, number="12", on="20.11").entry

    def test_a_day_that_does_not_exist_is_refused(self, desk: Desk, client: int) -> None:
        assert desk.refused("clients.sign_contract", client=client, number="12", on="31.11").code == "date"
