"""What two clients who are one each have, joined: people, the card, needs, contracts, overlays (row 20.1)."""

from datetime import date

from tests.desk import Desk
from tests.domain.clients.merged import INN, OTHER_INN, merge, note, pair


class TestPeople:
    """Who is one person becomes one contact."""

    def test_the_same_telephone_or_address_is_the_same_person(self, desk: Desk) -> None:
        pair(desk)
        desk.do("clients.add_contact", client=1, name="Мария", phone="89161234567", role="бухгалтер")
        desk.do("clients.add_contact", client=1, name="Пётр", email="p@example.ru")
        desk.do("clients.log_talk", client=1, text="Привет", contact="Мария")
        desk.do("clients.add_contact", client=2, name="Мария", phone="89161234567", confirm=True)
        desk.do("clients.add_contact", client=2, name="Петя", email="p@example.ru", phone="84951112233")
        merge(desk)
        rows = desk.rows("contact")
        assert [(row["name"], row["role"], row["client_id"]) for row in rows] == [
            ("Мария", "бухгалтер", 2),
            ("Петя", None, 2),
        ]
        assert desk.rows("talk")[0]["contact_id"] == rows[0]["id"]
        assert "Контакт «Петя» был записан и так: «Пётр»." in note(desk)

    def test_another_telephone_of_the_same_person_is_noted(self, desk: Desk) -> None:
        pair(desk)
        more = {"name": "Мария", "email": "m@example.ru", "confirm": True}
        desk.do("clients.add_contact", client=1, phone="89161234567", role="директор", **more)
        desk.do("clients.add_contact", client=2, phone="89160000000", role="бухгалтер", **more)
        merge(desk)
        assert "Контакт «Мария» был записан и так: директор, +7 916 123-45-67." in note(desk)

    def test_there_is_one_main_contact(self, desk: Desk) -> None:
        pair(desk)
        desk.do("clients.add_contact", client=1, name="Мария")
        desk.do("clients.add_contact", client=2, name="Пётр")
        merge(desk)
        assert [row["name"] for row in desk.rows("contact") if row["primary"]] == ["Пётр"]

    def test_the_main_contact_comes_along_where_there_was_none(self, desk: Desk) -> None:
        pair(desk)
        desk.do("clients.add_contact", client=1, name="Мария")
        merge(desk)
        assert [row["name"] for row in desk.rows("contact") if row["primary"]] == ["Мария"]


class TestCard:
    """What the card lacks is filled, what differs is noted."""

    def test_what_is_missing_is_filled(self, desk: Desk) -> None:
        pair(
            desk,
            {
                "inn": INN,
                "kpp": "770701001",
                "phone": "89161234567",
                "email": "a@example.ru",
                "manager": "Анна",
                "source": "сайт",
            },
        )
        desk.do("clients.edit", client=1, do_not_call="да")
        done = merge(desk)
        row = desk.show("client", 2)
        assert done.message == "«Ромашка-2» (№ 1) теперь часть клиента «Ромашка» (№ 2)."
        assert (row["inn"], row["kpp"], row["phone"], row["email"]) == (
            INN,
            "770701001",
            "+79161234567",
            "a@example.ru",
        )
        assert (row["manager"], row["state"], row["source"], row["do_not_call"]) == ("Анна", "assigned", "сайт", True)
        assert note(desk) == "Объединено с карточкой «Ромашка-2» (№ 1)."
        assert not done.follow_ups

    def test_what_differs_is_noted_and_the_other_inn_offered_as_a_payers(self, desk: Desk) -> None:
        pair(
            desk,
            {"inn": INN, "kpp": "770701001", "phone": "89161234567", "manager": "Анна"},
            {"inn": OTHER_INN, "phone": "89160000000", "manager": "Олег"},
        )
        done = merge(desk)
        assert note(desk).endswith(
            f"В её карточке было: ИНН {INN}, КПП 770701001, телефон: +7 916 123-45-67, менеджер: Анна."
        )
        assert desk.show("client", 2)["inn"] == OTHER_INN
        (offer,) = done.follow_ups
        assert (offer.action, offer.inputs) == ("billing.remember_payer", {"client": 2, "inn": INN})
        assert desk.do(offer.action, **offer.inputs).entry

    def test_a_branch_of_the_same_firm(self, desk: Desk) -> None:
        pair(desk, {"inn": INN, "kpp": "695001001"}, {"inn": INN, "kpp": "770701001"})
        done = merge(desk)
        assert f"ИНН {INN}, КПП 695001001" in note(desk)
        assert not done.follow_ups

    def test_a_kpp_without_an_inn_is_noted(self, desk: Desk) -> None:
        pair(desk, {"kpp": "695001001"}, {"inn": INN, "kpp": "770701001"})
        merge(desk)
        assert "В её карточке было: КПП 695001001." in note(desk)

    def test_a_kpp_is_filled(self, desk: Desk) -> None:
        pair(desk, {"kpp": "770701001"}, {"inn": INN})
        merge(desk)
        assert desk.show("client", 2)["kpp"] == "770701001"

    def test_nobodys_client_that_was_spoken_with_stays_touched(self, desk: Desk) -> None:
        pair(desk)
        desk.do("clients.log_talk", client=1, text="Привет")
        merge(desk)
        assert desk.show("client", 2)["state"] == "touched"


class TestWhatAClientHasOnce:
    """Needs, contracts of one number, overlays, payers."""

    def test_answers_fill_what_the_other_does_not_know(self, desk: Desk) -> None:
        pair(desk)
        desk.do("clients.record_needs", client=1, lanes=2, users=10)
        desk.do("clients.record_needs", client=2, lanes=3)
        merge(desk)
        (row,) = desk.rows("needs_profile")
        assert (row["client_id"], row["lanes"], row["users"], row["filled_pct"]) == (2, 3, 10, 28)
        assert "Сколько проездов? Отвечали и так: 2." in note(desk)
        assert desk.show("client", 2)["needs_ask_on"] == date(2026, 12, 1)

    def test_the_only_profile_comes_along(self, desk: Desk) -> None:
        pair(desk)
        desk.do("clients.needs_not_needed", client=1, reason="разовая продажа")
        merge(desk)
        assert desk.rows("needs_profile")[0]["client_id"] == 2
        assert desk.show("client", 2)["needs_ask_on"] is None

    def test_a_reason_not_to_ask_is_noted_beside_answers(self, desk: Desk) -> None:
        pair(desk)
        desk.do("clients.needs_not_needed", client=1, reason="разовая продажа")
        desk.do("clients.record_needs", client=2, lanes=3)
        merge(desk)
        assert "Потребности не выясняли: разовая продажа." in note(desk)
        assert desk.rows("needs_profile")[0]["state"] == "partial"

    def test_the_next_question_is_the_earlier_one(self, desk: Desk) -> None:
        desk.do("clients.add", name="Ромашка-2")
        desk.at("2026-11-27T10:00")
        desk.do("clients.add", name="Ромашка")
        merge(desk)
        assert desk.show("client", 2)["needs_ask_on"] == date(2026, 11, 25)

    def test_a_doublet_that_nobody_asked_does_not_ask_sooner(self, desk: Desk) -> None:
        pair(desk)
        desk.do("clients.record_needs", client=2, lanes=3)
        merge(desk)
        assert desk.show("client", 2)["needs_ask_on"] == date(2026, 12, 1)

    def test_a_contract_of_one_number_is_one(self, desk: Desk) -> None:
        pair(desk)
        desk.do("clients.sign_contract", client=1, number="12/А", on="20.11", file="скан.pdf")
        desk.do("clients.sign_contract", client=1, number="13", on="20.11", file="скан13.pdf")
        desk.do("clients.sign_contract", client=1, number="14", on="20.11")
        desk.do("clients.sign_contract", client=2, number="12/а", on="19.11")
        desk.do("clients.sign_contract", client=2, number="13", on="20.11", file="договор13.pdf")
        merge(desk)
        rows = desk.rows("contract")
        assert [(row["number"], row["client_id"], row["file"]) for row in rows] == [
            ("14", 2, None),
            ("12/а", 2, "скан.pdf"),
            ("13", 2, "договор13.pdf"),
        ]
        assert "Договор № 12/А был записан и от 20.11.2026." in note(desk)
        assert "Файл договора № 13: скан13.pdf." in note(desk)

    def test_a_payer_of_both_is_one(self, desk: Desk) -> None:
        pair(desk)
        for client in (1, 2):
            desk.do("billing.remember_payer", client=client, inn=INN)
        merge(desk)
        assert [row["client_id"] for row in desk.rows("payer")] == [2]

    def test_links_and_keys_follow(self, desk: Desk) -> None:
        pair(desk)
        desk.do("outbox.queue", to="a@example.ru", subject="Счёт", text="Здравствуйте", for_="client:1")
        desk.do("tasks.mute", key="NP-EMPTY:client:1", reason="не наше")
        desk.do("tasks.pin", key="NP-EMPTY:client:1:")
        desk.do("tasks.pin", key="NP-EMPTY:client:2:")
        desk.do("tasks.snooze", key="UC-TCH:client:1:2026-11", until="завтра 11:00")
        merge(desk)
        assert desk.rows("outbox_message")[0]["link"] == "client:2"
        assert [row["key"] for row in desk.rows("mute")] == ["NP-EMPTY:client:2"]
        assert [(row["key"], row["client_id"]) for row in desk.rows("pin")] == [("NP-EMPTY:client:2:", 2)]
        assert [row["key"] for row in desk.rows("snooze")] == ["UC-TCH:client:2:2026-11"]

    def test_a_key_of_another_client_stays(self, desk: Desk) -> None:
        pair(desk)
        for number in range(3, 11):
            desk.do("clients.add", name=f"Клиент {number}")
        desk.do("tasks.pin", key="NP-EMPTY:client:10:")
        merge(desk)
        assert desk.rows("pin")[0]["key"] == "NP-EMPTY:client:10:"
