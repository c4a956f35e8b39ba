"""The places of a client and their readiness: told, put off, asked about on its days (row 1.6)."""

from datetime import date
from typing import Any

import pytest

from tests.desk import Desk


@pytest.fixture
def site(desk: Desk) -> int:
    """A site of a client, added on Tuesday 24 November."""
    client = desk.new("client", "clients.add", name="Ромашка", manager="Анна")
    desk.do("clients.needs_not_needed", client=client, reason="знаем всё")
    return desk.new("site", "clients.add_site", client=client, name="Склад", address="Химки, 5")


def asked(desk: Desk, site: int) -> date | None:
    """The day on which the site is asked about next."""
    on: date | None = desk.show("site", site)["ask_on"]
    return on


class TestAdding:
    """A place is added once."""

    def test_a_site_is_added_and_what_comes_next_is_offered(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="Ромашка")
        done = desk.there_and_back("clients.add_site", client=client, name="  Склад  Ёлка ", address="Химки, 5")
        site = desk.show("site", desk.made(done, "site"))
        assert done.message == "Объект «Склад Ёлка» добавлен: Ромашка."
        assert (site["name_key"], site["address"], site["state"]) == ("склад елка", "Химки, 5", "unknown")
        assert [offer.action for offer in done.follow_ups] == ["clients.set_readiness", "clients.add_asset"]

    def test_the_same_name_at_one_client_is_asked_about(self, desk: Desk, site: int) -> None:
        question = desk.refused("clients.add_site", client="Ромашка", name="СКЛАД")
        assert (question.code, question.field) == ("confirm", "name")
        desk.asked("clients.add_site", client="Ромашка", name="СКЛАД")

    def test_another_client_may_have_a_site_of_that_name(self, desk: Desk, site: int) -> None:
        other = desk.new("client", "clients.add", name="Лютик")
        assert not desk.do("clients.add_site", client=other, name="Склад").warnings

    @pytest.mark.parametrize(("typed", "code"), [("", "required"), ("  ", "empty")])
    def test_a_site_has_a_name(self, desk: Desk, site: int, typed: str, code: str) -> None:
        refusal = desk.refused("clients.add_site", client="Ромашка", name=typed)
        assert (refusal.code, refusal.field) == (code, "name")


class TestReadiness:
    """What was said of a site's readiness."""

    def test_a_day_alone_is_promised(self, desk: Desk, site: int) -> None:
        done = desk.there_and_back("clients.set_readiness", site=site, expected="02.12", blockers="нет света")
        row = desk.show("site", site)
        assert (row["state"], row["expected_on"], row["blockers"]) == ("promised", date(2026, 12, 2), "нет света")
        assert row["slips"] == 0
        assert done.message == "Площадка «Склад»: готовность обещана: среда 2 декабря, спросим 30.11.2026."

    def test_the_promised_day_is_confirmed_without_saying_it_again(self, desk: Desk, site: int) -> None:
        desk.do("clients.set_readiness", site=site, expected="02.12")
        done = desk.there_and_back("clients.set_readiness", site=site, state="confirmed")
        assert desk.show("site", site)["expected_on"] == date(2026, 12, 2)
        assert "подтверждена" in done.message

    def test_a_ready_site_has_nothing_in_its_way(self, desk: Desk, site: int) -> None:
        desk.do("clients.set_readiness", site=site, expected="02.12", blockers="нет света")
        done = desk.there_and_back("clients.set_readiness", site=site, state="ready")
        row = desk.show("site", site)
        assert (row["state"], row["blockers"], row["ask_on"]) == ("ready", "", None)
        assert done.message == "Площадка «Склад» готова."

    def test_a_site_may_have_been_ready_since_yesterday(self, desk: Desk, site: int) -> None:
        desk.do("clients.set_readiness", site=site, state="ready", expected="вчера")
        assert desk.show("site", site)["expected_on"] == date(2026, 11, 23)

    def test_what_stands_in_the_way_is_told_alone(self, desk: Desk, site: int) -> None:
        desk.do("clients.set_readiness", site=site, expected="02.12")
        desk.at("2026-12-04T10:00")
        desk.there_and_back("clients.set_readiness", site=site, blockers="нет света")
        row = desk.show("site", site)
        assert (row["state"], row["expected_on"], row["blockers"]) == ("promised", date(2026, 12, 2), "нет света")

    def test_nobody_knows_yet(self, desk: Desk, site: int) -> None:
        done = desk.there_and_back("clients.set_readiness", site=site, state="unknown")
        assert done.message == "Площадка «Склад»: срок готовности неизвестен, спросим 27.11.2026."


class TestPuttingOff:
    """A promised day that is moved later is a slip and has a reason."""

    @pytest.fixture(autouse=True)
    def _promised(self, desk: Desk, site: int) -> None:
        desk.do("clients.set_readiness", site=site, expected="02.12")

    def test_it_is_counted_with_its_reason(self, desk: Desk, site: int) -> None:
        done = desk.there_and_back("clients.set_readiness", site=site, expected="09.12", reason="бетон не застыл")
        row = desk.show("site", site)
        assert (row["slips"], row["slip_reason"]) == (1, "бетон не застыл")
        assert done.message.endswith("Срок переносят 1 раз.")

    @pytest.mark.parametrize("inputs", [{"expected": "09.12"}, {"state": "unknown"}])
    def test_without_a_reason_it_is_refused(self, desk: Desk, site: int, inputs: dict[str, Any]) -> None:
        refusal = desk.refused("clients.set_readiness", site=site, **inputs)
        assert (refusal.code, refusal.field) == ("required", "reason")

    def test_a_confirmed_day_is_put_off_too(self, desk: Desk, site: int) -> None:
        desk.do("clients.set_readiness", site=site, state="confirmed")
        assert desk.refused("clients.set_readiness", site=site, expected="09.12").field == "reason"

    def test_a_day_taken_back_is_a_slip(self, desk: Desk, site: int) -> None:
        desk.do("clients.set_readiness", site=site, state="unknown", reason="подрядчик ушёл")
        row = desk.show("site", site)
        assert (row["slips"], row["expected_on"]) == (1, None)

    @pytest.mark.parametrize("day", ["02.12", "01.12"])
    def test_the_same_day_or_an_earlier_one_is_no_slip(self, desk: Desk, site: int, day: str) -> None:
        desk.do("clients.set_readiness", site=site, expected=day)
        assert desk.show("site", site)["slips"] == 0

    def test_a_reason_without_a_move_is_told(self, desk: Desk, site: int) -> None:
        done = desk.do("clients.set_readiness", site=site, expected="01.12", reason="успели раньше")
        assert done.warnings == ("Причина записывается к переносу срока, а срок не сдвинулся.",)
        assert desk.show("site", site)["slip_reason"] is None


class TestRefusals:
    """What cannot be so."""

    @pytest.mark.parametrize(
        ("inputs", "code", "field"),
        [
            ({}, "required", "state"),
            ({"state": "promised"}, "required", "expected"),
            ({"state": "confirmed"}, "required", "expected"),
            ({"expected": "вчера"}, "past", "expected"),
            ({"expected": "31.11"}, "date", "expected"),
            ({"state": "готова"}, "choice", "state"),
            ({"state": "unknown", "expected": "02.12"}, "contradiction", "state"),
            ({"state": "ready", "expected": "02.12"}, "contradiction", "expected"),
            ({"state": "ready", "blockers": "нет света"}, "contradiction", "blockers"),
        ],
    )
    def test_it_is_refused(self, desk: Desk, site: int, inputs: dict[str, Any], code: str, field: str) -> None:
        refusal = desk.refused("clients.set_readiness", site=site, **inputs)
        assert (refusal.code, refusal.field) == (code, field)

    def test_a_passed_day_is_not_confirmed(self, desk: Desk, site: int) -> None:
        desk.do("clients.set_readiness", site=site, expected="02.12")
        desk.at("2026-12-03T10:00")
        assert desk.refused("clients.set_readiness", site=site, state="confirmed").code == "past"

    def test_more_than_a_year_ahead_is_asked_about(self, desk: Desk, site: int) -> None:
        question = desk.refused("clients.set_readiness", site=site, expected="25.11.2027")
        assert (question.code, question.field) == ("confirm", "expected")
        desk.asked("clients.set_readiness", site=site, expected="25.11.2027")

    def test_a_year_ahead_is_not(self, desk: Desk, site: int) -> None:
        assert desk.do("clients.set_readiness", site=site, expected="24.11.2027").entry

    def test_a_day_off_is_asked_about_with_the_next_working_day(self, desk: Desk, site: int) -> None:
        question = desk.refused("clients.set_readiness", site=site, expected="31.12")
        assert question.code == "confirm"
        assert "понедельник 11 января" in question.message
        desk.asked("clients.set_readiness", site=site, expected="31.12")

    def test_a_site_that_is_not_there(self, desk: Desk) -> None:
        assert desk.refused("clients.set_readiness", site=9, state="ready").code == "unknown"


class TestAsking:
    """SR-READY: when readiness is asked about."""

    def test_a_new_site_is_asked_about_the_same_day(self, desk: Desk, site: int) -> None:
        item = desk.item("SR-READY")
        assert (item.tier, item.split, item.key) == (4, "clients", f"SR-READY:site:{site}:")
        assert item.text == "Узнать, когда будет готова площадка «Склад»"
        assert item.actions[0] == "clients.set_readiness"

    @pytest.mark.parametrize(
        ("said", "inputs", "ask_on"),
        [
            ("unknown is asked again after three business days", {"state": "unknown"}, "2026-11-27"),
            ("promised: two business days before", {"expected": "02.12"}, "2026-11-30"),
            ("promised for the first working day of a year", {"expected": "11.01.2027"}, "2026-12-29"),
            ("promised for the day after tomorrow: on the day", {"expected": "26.11"}, "2026-11-26"),
            ("promised three business days ahead: tomorrow", {"expected": "27.11"}, "2026-11-25"),
            ("promised for today: today", {"expected": "24.11"}, "2026-11-24"),
            ("confirmed: the business day after", {"state": "confirmed", "expected": "04.12"}, "2026-12-07"),
            ("confirmed for the last day before holidays", {"state": "confirmed", "expected": "30.12"}, "2027-01-11"),
            ("ready: never", {"state": "ready"}, None),
        ],
    )
    def test_the_day_of_the_next_question(
        self, desk: Desk, site: int, said: str, inputs: dict[str, str], ask_on: str | None
    ) -> None:
        desk.do("clients.set_readiness", site=site, **inputs)
        assert asked(desk, site) == (ask_on and date.fromisoformat(ask_on)), said

    def test_a_promise_is_asked_about_before_its_day_and_on_it(self, desk: Desk, site: int) -> None:
        desk.do("clients.set_readiness", site=site, expected="02.12")
        seen = {}
        for day in ("2026-11-24", "2026-11-27", "2026-11-30", "2026-12-01"):
            desk.at(f"{day}T10:00")
            seen[day] = desk.rules(1)
        assert seen == {"2026-11-24": [], "2026-11-27": [], "2026-11-30": ["SR-READY"], "2026-12-01": ["SR-READY"]}
        assert "подтвердить готовность, обещана к 02.12.2026" in desk.item("SR-READY").text
        desk.do("clients.set_readiness", site=site, expected="02.12")
        assert desk.rules(1) == []
        desk.at("2026-12-02T10:00")
        assert "готова ли, обещана к 02.12.2026" in desk.item("SR-READY").text

    def test_a_week_away_loses_nothing(self, desk: Desk, site: int) -> None:
        desk.do("clients.set_readiness", site=site, expected="02.12")
        desk.at("2026-12-09T10:00")
        assert (desk.item("SR-READY").due, desk.item("SR-READY").late_bd) == (date(2026, 11, 30), 7)

    def test_a_confirmed_day_is_asked_about_after_it(self, desk: Desk, site: int) -> None:
        desk.do("clients.set_readiness", site=site, state="confirmed", expected="04.12")
        desk.at("2026-12-06T10:00")
        assert desk.rules(1) == []
        desk.at("2026-12-07T10:00")
        assert "подтверждена к 04.12.2026" in desk.item("SR-READY").text
        desk.do("clients.set_readiness", site=site, state="ready")
        assert desk.rules(1) == []

    def test_twice_put_off_it_stands_among_what_was_promised(self, desk: Desk, site: int) -> None:
        desk.do("clients.set_readiness", site=site, expected="26.11")
        desk.do("clients.set_readiness", site=site, expected="27.11", reason="дождь")
        desk.at("2026-11-27T10:00")
        assert (desk.item("SR-READY").tier, desk.item("SR-READY").split) == (4, "clients")
        desk.do("clients.set_readiness", site=site, expected="30.11", reason="снег")
        desk.at("2026-11-30T10:00")
        item = desk.item("SR-READY")
        assert (item.tier, item.split, item.terms["P"]) == (1, "promised", 4.0)
        assert item.text.endswith("срок переносили 2 раза")
        assert "последний — снег" in item.why
