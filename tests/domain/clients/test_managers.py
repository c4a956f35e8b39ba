"""Who answers for a client; clients without anybody, who are not forgotten (row 20.1)."""

from datetime import date

import pytest

from tests.desk import Desk


@pytest.fixture
def client(desk: Desk) -> int:
    """Nobody's client, whose needs nobody asks about."""
    number = desk.new("client", "clients.add", name="Ромашка")
    desk.do("clients.needs_not_needed", client=number, reason="знаем всё")
    return number


def state(desk: Desk, client: int) -> str:
    """The client's state."""
    found: str = desk.show("client", client)["state"]
    return found


class TestAssigning:
    """A manager takes a client."""

    def test_a_client_is_given_to_a_manager(self, desk: Desk, client: int) -> None:
        done = desk.there_and_back("clients.assign_manager", client=client, manager="Анна")
        row = desk.show("client", client)
        assert done.message == "«Ромашка» теперь за менеджером: Анна."
        assert (row["manager"], row["state"], row["assigned_on"]) == ("Анна", "assigned", date(2026, 11, 24))

    def test_from_one_manager_to_another(self, desk: Desk, client: int) -> None:
        desk.do("clients.assign_manager", client=client, manager="Анна")
        done = desk.there_and_back("clients.assign_manager", client=client, manager="Олег")
        assert done.message == "«Ромашка» теперь за менеджером: Олег, раньше — Анна."

    def test_a_known_name_is_written_as_it_is_known(self, desk: Desk, client: int) -> None:
        desk.do("clients.add", name="Лютик", manager="Анна Ёлкина")
        desk.do("clients.assign_manager", client=client, manager="анна елкина")
        assert desk.show("client", client)["manager"] == "Анна Ёлкина"

    def test_the_same_manager_writes_nothing(self, desk: Desk, client: int) -> None:
        desk.do("clients.assign_manager", client=client, manager="Анна")
        done = desk.do("clients.assign_manager", client=client, manager="анна")
        assert (done.entry, done.message) == (0, "«Ромашка» и так за менеджером: Анна.")

    def test_many_clients_are_given_in_one_act(self, desk: Desk, client: int) -> None:
        other = desk.new("client", "clients.add", name="Лютик")
        inputs = [{"client": number, "manager": "Анна"} for number in (client, other)]
        desk.bench.perform_as_one("clients.assign_manager", inputs)
        assert [row["manager"] for row in desk.rows("client")] == ["Анна", "Анна"]
        desk.undo()
        assert [row["manager"] for row in desk.rows("client")] == [None, None]

    def test_the_card_gives_a_client_too(self, desk: Desk, client: int) -> None:
        desk.there_and_back("clients.edit", client=client, manager="Анна")
        assert desk.show("client", client)["assigned_on"] == date(2026, 11, 24)
        desk.there_and_back("clients.edit", client=client, clear="manager")
        row = desk.show("client", client)
        assert (row["manager"], row["state"], row["assigned_on"]) == (None, "unassigned", None)

    def test_a_manager_has_a_name(self, desk: Desk, client: int) -> None:
        assert desk.refused("clients.assign_manager", client=client, manager=" ").code == "empty"


class TestReleasing:
    """Nobody answers for it any more."""

    def test_a_client_becomes_nobodys(self, desk: Desk, client: int) -> None:
        desk.do("clients.assign_manager", client=client, manager="Анна")
        done = desk.there_and_back("clients.release_manager", client=client)
        assert done.message == "«Ромашка» теперь ничей, раньше — Анна."
        assert state(desk, client) == "unassigned"

    def test_what_is_nobodys_is_refused_before_the_form_opens(self, desk: Desk, client: int) -> None:
        assert desk.refused("clients.release_manager", client=client).code == "already"
        early = desk.bench.refusal("clients.release_manager", {"client": client})
        assert early is not None
        assert early.code == "already"

    def test_all_clients_of_a_leaving_manager_in_one_entry(self, desk: Desk, client: int) -> None:
        for name, manager in (("Лютик", "Анна"), ("Весна", "АННА"), ("Берёза", "Олег")):
            desk.do("clients.add", name=name, manager=manager)
        done = desk.there_and_back("clients.release_all", manager="анна")
        assert done.message == "АННА, Анна: 2 клиента стали ничьими."
        assert [row["manager"] for row in desk.rows("client")] == [None, None, None, "Олег"]

    def test_a_manager_without_clients_is_refused(self, desk: Desk, client: int) -> None:
        refusal = desk.refused("clients.release_all", manager="Анна")
        assert (refusal.code, refusal.field) == ("unknown", "manager")


class TestTouched:
    """A talk with nobody's client is remembered in its state."""

    def test_a_talk_touches_nobodys_client(self, desk: Desk, client: int) -> None:
        desk.there_and_back("clients.log_talk", client=client, text="Просили прайс")
        assert state(desk, client) == "touched"

    def test_an_edit_does_not_forget_it(self, desk: Desk, client: int) -> None:
        desk.do("clients.log_talk", client=client, text="Просили прайс")
        desk.do("clients.edit", client=client, source="сайт")
        assert state(desk, client) == "touched"

    def test_a_talk_of_the_manager_changes_nothing(self, desk: Desk, client: int) -> None:
        desk.do("clients.assign_manager", client=client, manager="Анна")
        desk.do("clients.log_talk", client=client, text="Просили прайс")
        assert state(desk, client) == "assigned"

    def test_what_was_said_before_a_manager_left_does_not_count(self, desk: Desk, client: int) -> None:
        desk.do("clients.log_talk", client=client, text="Просили прайс")
        desk.do("clients.assign_manager", client=client, manager="Анна")
        desk.do("clients.release_manager", client=client)
        assert state(desk, client) == "unassigned"

    @pytest.mark.parametrize(("outcome", "found"), [("refuses", "touched"), ("no_answer", "unassigned")])
    def test_a_call_about_a_debt_touches_where_somebody_answered(
        self, desk: Desk, client: int, outcome: str, found: str
    ) -> None:
        desk.do("billing.add_invoice", client=client, number="1", issued_on="2026-11-10", sum="5000")
        desk.there_and_back("collection.log_call", client=client, outcome=outcome)
        assert state(desk, client) == found


class TestSilence:
    """UC-TCH: nobody's client after 45 calendar days without a touch; three a day, money and low health first."""

    def test_it_comes_on_the_forty_fifth_day(self, desk: Desk, client: int) -> None:
        desk.at("2027-01-07T10:00")
        assert desk.rules(client) == []
        desk.at("2027-01-08T10:00")
        item = desk.item("UC-TCH", client)
        assert (item.tier, item.split, item.key) == (5, "growth", f"UC-TCH:client:{client}:")
        assert item.text == "Ничей клиент, 45 дней без касания: поговорить или закрепить"
        assert item.actions == ("clients.log_talk", "clients.assign_manager")

    def test_a_talk_ends_it_for_another_forty_five(self, desk: Desk, client: int) -> None:
        desk.at("2027-01-08T10:00")
        desk.do("clients.log_talk", client=client, text="Живы")
        assert desk.rules(client) == []
        desk.at("2027-02-22T10:00")
        assert desk.rules(client) == ["UC-TCH"]

    def test_a_manager_ends_it(self, desk: Desk, client: int) -> None:
        desk.at("2027-01-08T10:00")
        desk.do("clients.assign_manager", client=client, manager="Анна")
        assert desk.rules(client) == []

    def test_a_debt_comes_first_and_is_said(self, desk: Desk, client: int) -> None:
        other = desk.new("client", "clients.add", name="Берёза")
        desk.do("billing.add_invoice", client=other, number="1", issued_on="2026-11-10", sum="5000")
        desk.do("collection.hold", client=other, reason="спор")
        desk.at("2027-01-08T10:00")
        found = [item for item in desk.items() if item.rule == "UC-TCH"]
        assert [item.client for item in found] == ["Берёза", "Ромашка"]
        assert "долг 5\u00a0000\u00a0₽" in found[0].text

    def test_three_a_day_those_dealt_with_among_them(self, desk: Desk, client: int) -> None:
        for name in ("Весна", "Зима", "Лето", "Осень"):
            desk.do("clients.add", name=name)
        desk.at("2027-01-08T10:00")
        assert desk.rules().count("UC-TCH") == 3
        desk.do("clients.log_talk", client="Ромашка", text="Живы")
        assert desk.rules().count("UC-TCH") == 2
        desk.do("clients.log_talk", client="Ромашка", text="И ещё раз")
        desk.do("clients.assign_manager", client="Весна", manager="Анна")
        assert desk.rules().count("UC-TCH") == 1
        desk.at("2027-01-11T10:00")
        assert desk.rules().count("UC-TCH") == 3

    def test_a_talk_with_a_client_that_was_not_silent_takes_no_place(self, desk: Desk, client: int) -> None:
        for name in ("Весна", "Зима", "Лето"):
            desk.do("clients.add", name=name)
        desk.at("2026-12-20T10:00")
        desk.do("clients.log_talk", client="Лето", text="Живы")
        desk.at("2027-01-08T10:00")
        desk.do("clients.log_talk", client="Лето", text="Живы")
        assert desk.rules().count("UC-TCH") == 3
