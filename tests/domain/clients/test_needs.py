"""What a client needs: asked the day after it came, answered bit by bit, or not needed (rows 1.4, 14.3)."""

from datetime import date
from typing import Any

import pytest

from cs_workbench.domain.clients.knowing import ANSWERS, QUESTIONS
from tests.desk import Desk

ALL: dict[str, Any] = {
    "goals": "Меньше охраны",
    "pains": "Очередь утром",
    "lanes": 2,
    "users": "120",
    "integration": "1С",
    "decision_maker": "Директор",
    "source": "выставка",
}


@pytest.fixture
def client(desk: Desk) -> int:
    """A client with a manager, added on Tuesday 24 November."""
    return desk.new("client", "clients.add", name="Ромашка", manager="Анна")


def profile(desk: Desk) -> dict[str, Any]:
    """The one profile."""
    (row,) = desk.rows("needs_profile")
    return row


def asked(desk: Desk, client: int) -> date | None:
    """The day of the next question."""
    on: date | None = desk.show("client", client)["needs_ask_on"]
    return on


class TestRecording:
    """Answers are saved as they come."""

    def test_the_first_talk_has_eight_questions(self) -> None:
        assert len(QUESTIONS) == 8
        assert set(ALL) == set(ANSWERS)

    def test_some_answers_are_kept_and_the_rest_is_asked_later(self, desk: Desk, client: int) -> None:
        done = desk.there_and_back("clients.record_needs", client=client, goals="Меньше охраны", lanes="2", users=40)
        row = profile(desk)
        assert done.message == "Потребности записаны: Ромашка, 3 ответа из 7, спросим снова 01.12.2026."
        assert (row["state"], row["filled_pct"], row["lanes"], row["users"]) == ("partial", 42, 2, 40)
        assert asked(desk, client) == date(2026, 12, 1)

    def test_what_is_not_given_stays(self, desk: Desk, client: int) -> None:
        desk.do("clients.record_needs", client=client, lanes=2)
        desk.there_and_back("clients.record_needs", client=client, pains="Очередь")
        assert (profile(desk)["lanes"], profile(desk)["pains"]) == (2, "Очередь")

    def test_all_answers_make_it_complete(self, desk: Desk, client: int) -> None:
        done = desk.there_and_back("clients.record_needs", client=client, **ALL)
        assert done.message == "Потребности записаны полностью: Ромашка."
        assert (profile(desk)["state"], profile(desk)["filled_pct"]) == ("complete", 100)
        assert asked(desk, client) is None

    def test_a_complete_one_may_be_corrected(self, desk: Desk, client: int) -> None:
        desk.do("clients.record_needs", client=client, **ALL)
        desk.there_and_back("clients.record_needs", client=client, lanes=3)
        assert (profile(desk)["lanes"], profile(desk)["state"]) == (3, "complete")
        assert desk.refused("clients.record_needs", client=client).code == "nothing"

    def test_asked_and_nothing_learnt(self, desk: Desk, client: int) -> None:
        done = desk.there_and_back("clients.record_needs", client=client)
        assert done.message == "Ответов пока нет: Ромашка, спросим снова 01.12.2026."
        assert profile(desk)["state"] == "empty"

    @pytest.mark.parametrize(
        ("inputs", "code", "field"),
        [
            ({"lanes": "два"}, "number", "lanes"),
            ({"lanes": "2.5"}, "number", "lanes"),
            ({"lanes": -1}, "number", "lanes"),
            ({"lanes": 100}, "range", "lanes"),
            ({"users": 100_001}, "range", "users"),
            ({"users": "много"}, "number", "users"),
            ({"goals": "   "}, "empty", "goals"),
        ],
    )
    def test_what_cannot_be_is_refused(
        self, desk: Desk, client: int, inputs: dict[str, Any], code: str, field: str
    ) -> None:
        refusal = desk.refused("clients.record_needs", client=client, **inputs)
        assert (refusal.code, refusal.field) == (code, field)

    def test_a_number_in_words_is_refused_clearly(self, desk: Desk, client: int) -> None:
        refusal = desk.refused("clients.record_needs", client=client, lanes="два")
        assert refusal.message == "«два» — не число: напишите его цифрами, например 2."

    def test_no_lanes_beside_a_barrier_is_refused(self, desk: Desk, client: int) -> None:
        desk.do("clients.record_needs", client=client, lanes=0)
        desk.do("clients.add_site", client=client, name="Склад")
        desk.do("clients.add_lane", site=1)
        refusal = desk.refused("clients.record_needs", client=client, lanes=0)
        assert (refusal.code, refusal.field) == ("contradiction", "lanes")
        assert "1 шлагбаум" in refusal.message
        desk.do("clients.asset_state", asset=1, state="removed")
        assert desk.do("clients.record_needs", client=client, lanes=0, users=1).entry


class TestNotNeeded:
    """Some clients are not asked."""

    def test_a_reason_ends_the_questions(self, desk: Desk, client: int) -> None:
        done = desk.there_and_back("clients.needs_not_needed", client=client, reason="разовая продажа")
        assert done.message == "Потребности не выясняем: Ромашка — разовая продажа."
        assert (profile(desk)["state"], profile(desk)["reason"]) == ("not_needed", "разовая продажа")
        assert asked(desk, client) is None

    def test_answers_stay_and_new_ones_open_it_again(self, desk: Desk, client: int) -> None:
        desk.do("clients.record_needs", client=client, lanes=2)
        desk.there_and_back("clients.needs_not_needed", client=client, reason="разовая продажа")
        assert profile(desk)["lanes"] == 2
        desk.there_and_back("clients.record_needs", client=client, users=5)
        assert (profile(desk)["state"], profile(desk)["reason"]) == ("partial", None)

    def test_it_needs_a_reason(self, desk: Desk, client: int) -> None:
        refusal = desk.refused("clients.needs_not_needed", client=client)
        assert (refusal.code, refusal.field) == ("required", "reason")

    def test_what_is_complete_or_not_needed_is_refused(self, desk: Desk, client: int) -> None:
        desk.do("clients.needs_not_needed", client=client, reason="разовая продажа")
        assert (
            "не нужна: разовая продажа" in desk.refused("clients.needs_not_needed", client=client, reason="ещё").message
        )
        desk.do("clients.record_needs", client=client, **ALL)
        assert "заполнена" in desk.refused("clients.needs_not_needed", client=client, reason="ещё").message


class TestQueue:
    """NP-EMPTY: from the business day after a client came, and again every five."""

    @pytest.mark.parametrize(
        ("added", "first"),
        [
            ("2026-11-24", "2026-11-25"),
            ("2026-11-27", "2026-11-30"),  # Friday
            ("2026-11-28", "2026-11-30"),  # Saturday
            ("2026-12-30", "2027-01-11"),  # before the holidays
        ],
    )
    def test_the_first_question(self, desk: Desk, added: str, first: str) -> None:
        desk.at(f"{added}T10:00")
        client = desk.new("client", "clients.add", name="Ромашка", manager="Анна")
        assert asked(desk, client) == date.fromisoformat(first)
        assert desk.rules(client) == []
        desk.at(f"{first}T10:00")
        item = desk.item("NP-EMPTY", client)
        assert (item.tier, item.split, item.key) == (4, "clients", f"NP-EMPTY:client:{client}:")
        assert item.text == "Потребности: задать вопросы знакомства (известно 0 %)"
        assert item.actions[0] == "clients.record_needs"

    def test_what_is_missing_is_asked_again_in_five_business_days(self, desk: Desk, client: int) -> None:
        desk.at("2026-12-28T10:00")
        desk.do("clients.record_needs", client=client, lanes=2)
        assert desk.rules(client) == []
        desk.at("2027-01-12T10:00")
        assert desk.rules(client) == []
        desk.at("2027-01-13T10:00")
        assert desk.item("NP-EMPTY", client).text == "Потребности: спросить остальное (известно 14 %)"
        desk.do("clients.record_needs", client=client, **ALL)
        assert desk.rules(client) == []
