"""The equipment on a client's sites: told of, seen, replaced, broken; whose number it is (row 1.5)."""

from datetime import date
from typing import Any

import pytest

from tests.desk import Desk


@pytest.fixture
def site(desk: Desk) -> int:
    """A ready site of a client whose needs nobody asks about."""
    client = desk.new("client", "clients.add", name="Ромашка", manager="Анна")
    desk.do("clients.needs_not_needed", client=client, reason="знаем всё")
    number = desk.new("site", "clients.add_site", client=client, name="Склад")
    desk.do("clients.set_readiness", site=number, state="ready")
    return number


@pytest.fixture
def barrier(desk: Desk, site: int) -> int:
    """A barrier with a number."""
    return desk.new("asset", "clients.add_asset", site=site, category="barrier", vendor="CAME", serial="АВ-12")


class TestAdding:
    """Equipment is told of."""

    def test_all_that_is_known_is_kept(self, desk: Desk, site: int) -> None:
        done = desk.there_and_back(
            "clients.add_asset",
            site=site,
            category="barrier",
            vendor="CAME",
            model="G4000",
            serial="АВ-12 О",
            ours="да",
            installed_on="01.11.2026",
            warranty_until="01.11.2028",
        )
        asset = desk.show("asset", desk.made(done, "asset"))
        assert done.message == "Записано: шлагбаум CAME G4000 № АВ-12 О, объект «Склад»."
        assert (asset["serial"], asset["serial_key"], asset["unnumbered"]) == ("АВ-12 О", "AB120", False)
        assert (asset["state"], asset["ours"], asset["client_id"]) == ("reported", True, 1)
        assert asset["warranty_until"] == date(2028, 11, 1)

    def test_a_lane_is_three_things_in_one_act(self, desk: Desk, site: int) -> None:
        done = desk.there_and_back("clients.add_lane", site=site)
        assert done.message == "Проезд записан: шлагбаум, камера и контроллер, объект «Склад»."
        assert [(row["category"], row["state"]) for row in desk.rows("asset")] == [
            ("barrier", "reported"),
            ("camera", "reported"),
            ("controller", "reported"),
        ]

    def test_two_things_may_have_no_number_and_are_marked(self, desk: Desk, site: int) -> None:
        for typed in ("б/н", "Без номера"):
            done = desk.there_and_back("clients.add_asset", site=site, category="camera", serial=typed)
        assert done.message == "Записано: камера, объект «Склад». Номера на нём нет."
        assert [(row["unnumbered"], row["serial_key"]) for row in desk.rows("asset")] == [(True, None), (True, None)]

    def test_a_number_nobody_told_is_not_marked(self, desk: Desk, site: int) -> None:
        desk.do("clients.add_asset", site=site, category="camera")
        assert desk.rows("asset")[0]["unnumbered"] is False

    def test_an_installation_to_come_is_told(self, desk: Desk, site: int) -> None:
        done = desk.do("clients.add_asset", site=site, category="camera", installed_on="01.12.2026")
        assert "ещё не наступило" in done.warnings[0]

    @pytest.mark.parametrize("typed", ["АВ-12", "AB12", "ав 12", "№ AB-12"])
    def test_a_number_stands_at_one_place(self, desk: Desk, site: int, barrier: int, typed: str) -> None:
        other = desk.new("site", "clients.add_site", client="Ромашка", name="Офис")
        refusal = desk.refused("clients.add_asset", site=other, category="camera", serial=typed, confirm=True)
        assert (refusal.code, refusal.field) == ("duplicate", "serial")
        assert "объект «Склад», Ромашка" in refusal.message

    def test_what_was_taken_away_may_stand_elsewhere(self, desk: Desk, site: int, barrier: int) -> None:
        desk.do("clients.asset_state", asset=barrier, state="removed")
        other = desk.new("site", "clients.add_site", client="Ромашка", name="Офис")
        question = desk.refused("clients.add_asset", site=other, category="barrier", serial="AB12")
        assert "(снято)" in question.message
        desk.asked("clients.add_asset", site=other, category="barrier", serial="AB12")

    @pytest.mark.parametrize(
        ("inputs", "code", "field"),
        [
            ({"category": "самолёт"}, "choice", "category"),
            ({}, "required", "category"),
            (
                {"category": "camera", "installed_on": "01.11.2026", "warranty_until": "31.10.2026"},
                "warranty",
                "warranty_until",
            ),
            ({"category": "camera", "installed_on": "31.11.2026"}, "date", "installed_on"),
            ({"category": "camera", "ours": "может"}, "yes_no", "ours"),
        ],
    )
    def test_what_cannot_be_is_refused(
        self, desk: Desk, site: int, inputs: dict[str, str], code: str, field: str
    ) -> None:
        refusal = desk.refused("clients.add_asset", site=site, **inputs)
        assert (refusal.code, refusal.field) == (code, field)


class TestVerifying:
    """Somebody has seen it."""

    def test_what_was_told_of_is_seen(self, desk: Desk, barrier: int) -> None:
        done = desk.there_and_back("clients.verify_asset", asset="AB12")
        assert done.message == "Проверено: шлагбаум CAME № АВ-12."
        assert desk.show("asset", barrier)["state"] == "verified"

    def test_many_are_verified_in_one_act(self, desk: Desk, site: int) -> None:
        desk.do("clients.add_lane", site=site)
        desk.bench.perform_as_one("clients.verify_asset", [{"asset": number} for number in (1, 2, 3)])
        assert {row["state"] for row in desk.rows("asset")} == {"verified"}
        desk.undo()
        assert {row["state"] for row in desk.rows("asset")} == {"reported"}

    @pytest.mark.parametrize(("state", "code"), [("in_service", "already"), ("removed", "gone")])
    def test_what_is_past_that_is_refused_before_the_form_opens(
        self, desk: Desk, barrier: int, state: str, code: str
    ) -> None:
        desk.do("clients.asset_state", asset=barrier, state=state)
        assert desk.refused("clients.verify_asset", asset=barrier).code == code
        refusal = desk.bench.refusal("clients.verify_asset", {"asset": barrier})
        assert refusal is not None
        assert refusal.code == code


class TestReplacing:
    """Another thing stands in its place."""

    def test_the_old_names_the_new(self, desk: Desk, site: int, barrier: int) -> None:
        done = desk.there_and_back("clients.replace_asset", asset=barrier, serial="Х-99", model="G6000")
        old, new = desk.rows("asset")
        assert done.message == "Заменено: шлагбаум CAME № АВ-12 на шлагбаум CAME G6000 № Х-99, объект «Склад», Ромашка."
        assert (old["state"], old["replaced_by"]) == ("replaced", new["id"])
        assert (new["site_id"], new["category"], new["vendor"], new["model"]) == (site, "barrier", "CAME", "G6000")
        assert (new["state"], new["serial_key"], new["installed_on"]) == ("verified", "X99", date(2026, 11, 24))

    def test_it_may_have_no_number(self, desk: Desk, barrier: int) -> None:
        desk.do("clients.replace_asset", asset=barrier, serial="б/н")
        assert desk.rows("asset")[1]["unnumbered"] is True

    def test_its_own_number_is_refused(self, desk: Desk, barrier: int) -> None:
        assert desk.refused("clients.replace_asset", asset=barrier, serial="AB12").code == "duplicate"

    def test_a_warranty_that_is_over_is_refused(self, desk: Desk, barrier: int) -> None:
        refusal = desk.refused("clients.replace_asset", asset=barrier, serial="9", warranty_until="01.11.2026")
        assert (refusal.code, refusal.field) == ("warranty", "warranty_until")

    def test_what_was_replaced_is_not_replaced_again(self, desk: Desk, barrier: int) -> None:
        desk.do("clients.replace_asset", asset=barrier, serial="99")
        refusal = desk.refused("clients.replace_asset", asset=barrier, serial="100")
        assert refusal.code == "gone"
        assert "заменено на шлагбаум CAME № 99 (№ 2)" in refusal.message
        early = desk.bench.refusal("clients.replace_asset", {"asset": barrier})
        assert early is not None
        assert early.code == "gone"

    def test_the_old_number_is_asked_about_where_it_comes_again(self, desk: Desk, site: int, barrier: int) -> None:
        desk.do("clients.replace_asset", asset=barrier, serial="99")
        assert "(заменено)" in desk.refused("clients.add_asset", site=site, category="barrier", serial="AB12").message


class TestStates:
    """What becomes of it."""

    @pytest.mark.parametrize(
        ("state", "word"), [("in_service", "работает"), ("faulty", "неисправно"), ("removed", "снято")]
    )
    def test_a_state_is_told(self, desk: Desk, barrier: int, state: str, word: str) -> None:
        done = desk.there_and_back("clients.asset_state", asset=barrier, state=state)
        assert done.message == f"шлагбаум CAME № АВ-12: {word}."
        assert desk.show("asset", barrier)["state"] == state

    def test_the_same_state_is_refused(self, desk: Desk, barrier: int) -> None:
        desk.do("clients.asset_state", asset=barrier, state="faulty")
        assert desk.refused("clients.asset_state", asset=barrier, state="faulty").code == "already"

    def test_a_state_of_another_action_is_refused(self, desk: Desk, barrier: int) -> None:
        refusal = desk.refused("clients.asset_state", asset=barrier, state="replaced")
        assert (refusal.code, refusal.field) == ("choice", "state")

    def test_what_was_replaced_stays_so(self, desk: Desk, barrier: int) -> None:
        desk.do("clients.replace_asset", asset=barrier, serial="99")
        assert desk.refused("clients.asset_state", asset=barrier, state="in_service").code == "gone"

    def test_what_was_taken_away_comes_back_unless_its_number_stands_elsewhere(
        self, desk: Desk, site: int, barrier: int
    ) -> None:
        desk.do("clients.asset_state", asset=barrier, state="removed")
        desk.do("clients.asset_state", asset=barrier, state="in_service")
        desk.do("clients.asset_state", asset=barrier, state="removed")
        desk.do("clients.add_asset", site=site, category="barrier", serial="AB12", confirm=True)
        refusal = desk.refused("clients.asset_state", asset=barrier, state="in_service")
        assert (refusal.code, refusal.field) == ("duplicate", "asset")


class TestWarranty:
    """AS-WAR: thirty calendar days before a warranty ends, until somebody spoke about it."""

    @pytest.fixture
    def camera(self, desk: Desk, site: int) -> int:
        """A camera whose warranty ends on the last day of January."""
        inputs: dict[str, Any] = {"category": "camera", "serial": "77", "warranty_until": "31.01.2027"}
        return desk.new("asset", "clients.add_asset", site=site, **inputs)

    def test_it_stands_from_thirty_days_before_and_on_after_the_end(self, desk: Desk, camera: int) -> None:
        desk.at("2026-12-31T10:00")
        assert desk.rules(1) == []
        desk.at("2027-01-01T10:00")
        item = desk.item("AS-WAR")
        assert (item.tier, item.split, item.key) == (4, "clients", f"AS-WAR:asset:{camera}:")
        assert item.text == "Гарантия заканчивается 31.01.2027: камера № 77, Склад"
        desk.at("2027-02-08T10:00")
        assert desk.item("AS-WAR").text.startswith("Гарантия закончилась")

    def test_a_talk_about_it_ends_it_and_is_an_occasion(self, desk: Desk, camera: int) -> None:
        desk.at("2027-01-11T10:00")
        done = desk.there_and_back("clients.warranty_told", asset=camera)
        assert desk.rules(1) == []
        (offer,) = done.follow_ups
        assert (offer.action, offer.inputs) == (
            "deals.spot",
            {"client": 1, "idea": "Гарантия до 31.01.2027: камера № 77"},
        )

    def test_what_was_taken_away_has_no_warranty_to_speak_of(self, desk: Desk, camera: int) -> None:
        desk.at("2027-01-11T10:00")
        desk.do("clients.asset_state", asset=camera, state="removed")
        assert desk.rules(1) == []

    def test_it_is_told_once(self, desk: Desk, camera: int) -> None:
        desk.do("clients.warranty_told", asset=camera)
        assert desk.refused("clients.warranty_told", asset=camera).code == "already"

    def test_without_a_warranty_there_is_nothing_to_tell(self, desk: Desk, barrier: int) -> None:
        assert desk.refused("clients.warranty_told", asset=barrier).code == "no_warranty"
