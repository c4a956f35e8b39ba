"""A conflict with a client: opened, spoken about, brought to an end; what it does to the client's health (row 1.7)."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.desk import Desk
from tests.domain.requests.askers import Asker

STEP = {"next_step": "дать скидку", "next_at": "25.11 15:00"}


def test_a_conflict_is_opened_with_its_next_step(romashka: Asker) -> None:
    done = romashka.desk.there_and_back(
        "requests.open_conflict", client=romashka.id, severity="критичный", demand="Вернуть деньги", **STEP
    )

    row = romashka.desk.show("conflict", 1)
    assert (row["severity"], row["state"], row["open"], row["contacted_at"]) == ("critical", "open", True, None)
    assert (row["contact_by"], row["contact_on"]) == (datetime(2026, 11, 24, 11, tzinfo=UTC), date(2026, 11, 24))
    assert (row["next_at"], row["next_on"]) == (datetime(2026, 11, 25, 12, tzinfo=UTC), date(2026, 11, 25))
    assert done.message == "Конфликт № 1 открыт: ООО Ромашка, дать скидку, 25.11.2026 15:00."


@pytest.mark.parametrize(("inputs", "code", "field"), [
    ({"next_at": None}, "required", "next_at"),
    ({"next_at": "24.11.2026 09:00"}, None, None),  # a bare «сегодня» means this
    ({"next_at": "24.11.2026 09:30"}, "past", "next_at"),
    ({"next_step": None}, "required", "next_step"),
    ({"next_step": " "}, "empty", "next_step"),
    ({"demand": ""}, "required", "demand"),
    ({"demand": " "}, "empty", "demand"),
    ({"severity": "так себе"}, "choice", "severity"),
    ({"next_at": "2028-01-17T10:00"}, "confirm", "next_at"),
])  # fmt: skip
def test_bad_input_is_refused_at_its_field(
    romashka: Asker, inputs: dict[str, Any], code: str | None, field: str | None
) -> None:
    usual = {"client": romashka.id, "severity": "high", "demand": "Вернуть деньги", **STEP}

    if code is None:
        romashka.desk.do("requests.open_conflict", **(usual | inputs))
        return
    refusal = romashka.desk.refused("requests.open_conflict", **(usual | inputs))
    assert (refusal.code, refusal.field) == (code, field)


def test_two_about_the_same_are_refused_and_about_another_matter_asked(romashka: Asker) -> None:
    romashka.quarrel()
    usual = {"client": romashka.id, "severity": "normal", **STEP}

    same = romashka.desk.refused("requests.open_conflict", demand="вернуть  ДЕНЬГИ", confirm=True, **usual)
    other = romashka.desk.asked("requests.open_conflict", demand="Заменить бригаду", **usual)

    assert (same.code, same.field) == ("duplicate", "demand")
    assert other.warnings == ("У клиента уже открыт конфликт № 1 («Вернуть деньги»). Это другой спор?",)


def test_what_ended_may_come_up_again(romashka: Asker) -> None:
    romashka.desk.do("requests.close_conflict", conflict=romashka.quarrel(), outcome="вернули")

    romashka.quarrel()

    assert [row["open"] for row in romashka.desk.rows("conflict")] == [False, True]


@pytest.mark.parametrize(("severity", "last"), [
    ("critical", date(2026, 11, 25)), ("high", date(2026, 11, 26)), ("normal", date(2026, 11, 26)),
])  # fmt: skip
def test_a_conflict_is_never_left_alone_for_longer(romashka: Asker, severity: str, last: date) -> None:
    done = romashka.desk.do(
        "requests.open_conflict", client=romashka.id, severity=severity, demand="Деньги", next_step="ждать",
        next_at="10.12 15:00",
    )  # fmt: skip

    row = romashka.desk.show("conflict", 1)
    morning = datetime(last.year, last.month, last.day, 6, tzinfo=UTC)
    assert (row["next_on"], row["next_at"]) == (last, morning)
    assert done.warnings == (f"Это слишком поздно: следующий шаг назначен на {last:%d.%m.%Y}.",)


def test_a_talk_is_a_touch_and_gives_the_next_step(romashka: Asker) -> None:
    conflict = romashka.quarrel("critical")
    romashka.desk.at("2026-11-24T12:00")

    done = romashka.desk.there_and_back("requests.conflict_contacted", conflict=conflict, mood="−2", **STEP)

    row = romashka.desk.show("conflict", conflict)
    assert (row["state"], row["mood"], row["contacted_at"]) == ("contacted", -2, datetime(2026, 11, 24, 9, tzinfo=UTC))
    assert (row["next_step"], row["next_on"]) == ("дать скидку", date(2026, 11, 25))
    (talk,) = romashka.desk.rows("talk")
    assert (talk["text"], talk["client_id"]) == ("Разговор о конфликте: Вернуть деньги", romashka.id)
    assert done.message == "Разговор о конфликте записан, дальше: дать скидку, 25.11.2026 15:00."


def test_a_talk_keeps_what_was_said_and_the_mood_of_before(romashka: Asker) -> None:
    conflict = romashka.quarrel()
    romashka.desk.do("requests.conflict_contacted", conflict=conflict, mood="-1", **STEP)

    romashka.desk.do("requests.conflict_contacted", conflict=conflict, text="Просит директора", **STEP)

    assert romashka.desk.show("conflict", conflict)["mood"] == -1
    assert romashka.desk.rows("talk")[-1]["text"] == "Просит директора"


@pytest.mark.parametrize("mood", ["-3", "3", "плохое", "0.5"])
def test_a_mood_out_of_its_range_is_refused(romashka: Asker, mood: str) -> None:
    refusal = romashka.desk.refused("requests.conflict_contacted", conflict=romashka.quarrel(), mood=mood, **STEP)

    assert (refusal.code, refusal.field) == ("mood", "mood")


@pytest.mark.parametrize("missing", ["next_step", "next_at"])
def test_a_talk_without_a_next_step_is_refused(romashka: Asker, missing: str) -> None:
    refusal = romashka.desk.refused(
        "requests.conflict_contacted", conflict=romashka.quarrel(), **(STEP | {missing: None})
    )

    assert (refusal.code, refusal.field) == ("required", missing)


def test_an_offer_and_an_agreement_follow_a_talk(romashka: Asker) -> None:
    conflict = romashka.quarrel()
    desk = romashka.desk
    assert desk.refused("requests.conflict_step", conflict=conflict, state="offer", **STEP).code == "not_contacted"
    desk.do("requests.conflict_contacted", conflict=conflict, **STEP)

    offered = desk.there_and_back(
        "requests.conflict_step", conflict=conflict, state="предложение", position="Скидка 10 %", **STEP
    )
    desk.do("requests.conflict_contacted", conflict=conflict, **STEP)
    assert desk.show("conflict", conflict)["state"] == "offer"
    desk.do("requests.conflict_step", conflict=conflict, state="договорились", **STEP)

    row = desk.show("conflict", conflict)
    assert (row["state"], row["our_position"]) == ("agreed", "Скидка 10 %")
    assert offered.message == "Конфликт № 1: предложили решение, дальше: дать скидку, 25.11.2026 15:00."
    assert desk.refused("requests.conflict_step", conflict=conflict, state="closed", **STEP).code == "choice"


def test_a_conflict_is_closed_with_its_outcome(romashka: Asker) -> None:
    conflict = romashka.quarrel()
    assert romashka.desk.refused("requests.close_conflict", conflict=conflict).code == "required"
    assert romashka.desk.refused("requests.close_conflict", conflict=conflict, outcome=" ").code == "empty"

    done = romashka.desk.there_and_back("requests.close_conflict", conflict=conflict, outcome="Вернули 5000")

    row = romashka.desk.show("conflict", conflict)
    assert (row["state"], row["open"], row["outcome"]) == ("closed", False, "Вернули 5000")
    assert done.message == "Конфликт № 1 закрыт: Вернули 5000."


@pytest.mark.parametrize(("kind", "claimant"), [("company", "b2b"), ("person", "consumer")])
def test_a_conflict_goes_on_as_a_claim(desk: Desk, kind: str, claimant: str) -> None:
    client = Asker(desk)
    desk.do("clients.edit", client=client.id, kind=kind)
    conflict = client.quarrel()

    done = desk.there_and_back("requests.escalate_conflict", conflict=conflict)

    row = desk.show("conflict", conflict)
    assert (row["state"], row["open"]) == ("escalated", False)
    assert row["closed_at"] is not None
    (offer,) = done.follow_ups
    known = {"client": client.id, "kind": claimant, "subject": "Вернуть деньги"}
    assert (offer.action, offer.inputs) == ("claims.register", known)


ACTS: dict[str, dict[str, Any]] = {
    "conflict_contacted": STEP,
    "conflict_step": {"state": "offer", **STEP},
    "close_conflict": {"outcome": "так"},
    "escalate_conflict": {},
}


@pytest.mark.parametrize("act", ACTS)
def test_nothing_is_done_with_what_has_ended(romashka: Asker, act: str) -> None:
    conflict = romashka.quarrel()
    romashka.desk.do("requests.close_conflict", conflict=conflict, outcome="вернули")

    refusal = romashka.desk.refused(f"requests.{act}", conflict=conflict, **ACTS[act])

    before = romashka.desk.bench.refusal(f"requests.{act}", {"conflict": conflict})
    assert (refusal.code, refusal.message) == ("closed", "Конфликт № 1 уже закрыт.")
    assert before is not None
    assert before.message == refusal.message


def test_each_open_conflict_takes_fifteen_points_of_health(romashka: Asker) -> None:
    def health() -> tuple[int, int]:
        (row,) = romashka.desk.rows("client_standing")
        return row["conflicts"], row["health"]

    first = romashka.quarrel()
    romashka.quarrel(demand="Заменить бригаду", confirm=True)
    assert health() == (2, 70)
    romashka.desk.do("requests.close_conflict", conflict=first, outcome="вернули")

    assert health() == (1, 85)
    romashka.desk.undo()
    assert health() == (2, 70)
