"""A client who disputes a debt: the call opens a conflict, and calls stop until it ends (rows 1.7, 2.1)."""

from datetime import date

import pytest

from tests.domain.collection.debtors import Debtor


def test_a_dispute_opens_a_conflict_that_its_hold_stands_for(romashka: Debtor) -> None:
    done = romashka.desk.there_and_back("collection.log_call", client=romashka.id, outcome="7", text="Не было выезда")

    (hold,), (conflict,) = romashka.desk.rows("hold"), romashka.desk.rows("conflict")
    assert (hold["conflict_id"], hold["invoice_id"]) == (conflict["id"], 1)
    assert (conflict["severity"], conflict["demand"], conflict["open"]) == ("normal", "Не было выезда", True)
    assert conflict["next_on"] == date(2026, 11, 25)
    assert done.message == (
        "Звонок записан: ООО Ромашка, спорит. Звонки об этих счетах остановлены, пока открыт конфликт № 1."
    )
    assert done.follow_ups == ()


def test_a_call_without_words_names_its_day(romashka: Debtor) -> None:
    romashka.call(7)

    assert romashka.desk.rows("conflict")[0]["demand"] == "Спорит, звонок 24.11.2026"


def test_the_conflict_and_not_the_hold_asks_for_a_next_step(romashka: Debtor) -> None:
    romashka.call(7)

    assert romashka.rules() == []
    romashka.desk.at("2026-11-25T09:00")
    assert romashka.rules() == []
    assert romashka.desk.item("CF-OPEN").text == "Конфликт: разобраться и ответить клиенту — Спорит, звонок 24.11.2026"


@pytest.mark.parametrize("act", [
    ("requests.close_conflict", {"outcome": "выезд был, показали акт"}),
    ("requests.escalate_conflict", {}),
])  # fmt: skip
def test_the_end_of_the_conflict_brings_the_calls_back(romashka: Debtor, act: tuple[str, dict[str, str]]) -> None:
    romashka.call(7)
    romashka.desk.at("2026-11-25T10:00")
    assert romashka.rules() == []

    romashka.desk.there_and_back(act[0], conflict=1, **act[1])

    assert [row["state"] for row in romashka.desk.rows("hold")] == ["lifted"]
    assert romashka.rules() == ["PAY-CALL"]
    romashka.desk.undo()
    assert [row["state"] for row in romashka.desk.rows("hold")] == ["open"]
    assert [row["open"] for row in romashka.desk.rows("conflict")] == [True]
    assert romashka.rules() == []


def test_an_open_conflict_is_joined(romashka: Debtor) -> None:
    usual = {"severity": "high", "next_step": "поднять договор", "next_at": "25.11 12:00"}
    romashka.desk.do("requests.open_conflict", client=romashka.id, demand="Вернуть деньги", **usual)

    done = romashka.call(7, text="Не было выезда")

    (conflict,), (hold,) = romashka.desk.rows("conflict"), romashka.desk.rows("hold")
    assert (conflict["demand"], hold["conflict_id"]) == ("Вернуть деньги", conflict["id"])
    assert "открыт конфликт № 1" in done.message


def test_a_second_dispute_about_another_invoice_joins_too(romashka: Debtor) -> None:
    romashka.call(7)
    romashka.desk.at("2026-11-25T10:00")
    romashka.bill("119", "5000", kind="one_off", issued_on="2026-11-16", due_on="2026-11-20")
    romashka.call(7)

    assert [hold["conflict_id"] for hold in romashka.desk.rows("hold")] == [1, 1]
    romashka.desk.do("requests.close_conflict", conflict=1, outcome="показали акт")
    assert {row["state"] for row in romashka.desk.rows("hold")} == {"lifted"}


def test_a_hold_of_the_managers_own_outlives_the_conflict(romashka: Debtor) -> None:
    romashka.desk.do("collection.hold", client=romashka.id, reason="директор просил")
    romashka.call(7)

    romashka.desk.do("requests.close_conflict", conflict=1, outcome="показали акт")

    (hold,) = romashka.desk.rows("hold")
    assert (hold["state"], hold["conflict_id"]) == ("open", None)


def test_the_end_of_one_clients_conflict_leaves_the_others(romashka: Debtor) -> None:
    other = Debtor(romashka.desk, "ООО Лютик")
    other.bill("200")
    romashka.call(7)
    other.call(7)

    romashka.desk.do("requests.close_conflict", conflict=1, outcome="показали акт")

    assert [row["state"] for row in romashka.desk.rows("hold")] == ["lifted", "open"]


def test_a_hold_may_be_lifted_before_the_conflict_ends(romashka: Debtor) -> None:
    romashka.call(7)
    romashka.desk.do("collection.lift_hold", hold=1)
    assert romashka.rules("2026-11-25T08:00") == ["PAY-CALL"]

    romashka.desk.do("requests.close_conflict", conflict=1, outcome="показали акт")

    assert romashka.desk.rows("hold")[0]["state"] == "lifted"


def test_a_dispute_costs_health_until_it_ends(romashka: Debtor) -> None:
    romashka.call(7)
    assert romashka.stands("health") == 85

    romashka.desk.do("requests.close_conflict", conflict=1, outcome="показали акт")

    assert romashka.stands("health") == 100
