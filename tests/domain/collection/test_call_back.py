"""Clients who ask to be called back: at their time, not before, and not for a debt since paid (row 2.1)."""

import time
from datetime import date
from pathlib import Path

import pytest

from tests.desk import Desk
from tests.domain.collection.debtors import Debtor, plain


def test_call_back_stands_at_the_time_that_was_asked_for(romashka: Debtor) -> None:
    romashka.call(3, callback_at="ср 15:00")

    assert romashka.rules() == []
    assert romashka.rules("2026-11-25T14:59") == []
    assert romashka.rules("2026-11-25T15:00")[0] == "PAY-BACK"
    item = romashka.desk.item("PAY-BACK")
    assert plain(item.text) == "Перезвонить в 15:00: долг 24 800 ₽"
    assert item.tier == 1
    assert "B" in item.terms  # the client waits


def test_call_back_goes_when_the_call_is_made(romashka: Debtor) -> None:
    romashka.call(3, callback_at="15:00")
    romashka.desk.at("2026-11-24T15:05")
    romashka.call(8)

    assert romashka.rules() == []
    assert romashka.rules("2026-11-26T10:00") == ["PAY-CALL"]


def test_a_call_back_that_was_missed_waits_with_its_day(romashka: Debtor) -> None:
    romashka.call(3, callback_at="15:00")

    romashka.desk.at("2026-11-26T10:00")

    assert romashka.desk.item("PAY-BACK").text.startswith("Перезвонить 24.11.2026 в 15:00")
    assert romashka.desk.item("PAY-BACK").late_bd == 2


def test_a_call_back_of_a_debt_since_paid_does_not_return_with_the_next_month(romashka: Debtor) -> None:
    romashka.call(3, callback_at="15:00")
    romashka.desk.do("billing.write_off", invoice="118", reason="по соглашению", confirm=True)
    romashka.desk.at("2026-12-15T10:00")
    romashka.bill("131", issued_on="2026-12-15", due_on="2026-12-31", period="2026-12")

    assert romashka.rules("2026-12-21T10:00") == ["PAY-CALL"]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows keeps its own zone")
def test_a_call_back_is_due_on_its_local_day_in_the_east_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Vladivostok")
    time.tzset()
    try:
        desk = Desk(tmp_path, "2026-11-23T17:00")
        client = Debtor(desk)
        client.bill()
        client.call(3, callback_at="2026-11-24T09:30")  # half past eleven of the evening before in UTC
        desk.at("2026-11-24T09:30")

        assert (desk.item("PAY-BACK").due, desk.item("PAY-BACK").late_bd) == (date(2026, 11, 24), 0)
        desk.close()
    finally:
        monkeypatch.undo()
        time.tzset()


def test_call_back_after_hours_is_asked(romashka: Debtor) -> None:
    romashka.desk.asked("collection.log_call", client=romashka.id, outcome="3", callback_at="2026-11-25T19:00")

    assert "PAY-BACK" in romashka.rules("2026-11-25T19:00")


@pytest.mark.parametrize("moment", ["2026-11-28T12:00", "2026-12-31T12:00", "2026-11-25T08:59", "2026-11-25T18:00"])
def test_a_day_off_and_the_hours_around_the_working_day_are_asked(romashka: Debtor, moment: str) -> None:
    refusal = romashka.desk.refused("collection.log_call", client=romashka.id, outcome="3", callback_at=moment)

    assert (refusal.code, refusal.field) == ("confirm", "callback_at")
