"""Promises are decided by money: what came after they were given and by their day, and later (rows 2.1, 8.3)."""

from datetime import date
from typing import Any

import pytest

from cs_workbench.domain.collection.records import PromiseState
from cs_workbench.domain.collection.repository.promises import hold_as_of, promise_as_of
from tests.desk import Desk
from tests.domain.collection.debtors import Debtor, plain, rubles


def promise_of(desk: Desk, number: int = 1) -> dict[str, Any]:
    """A promise as it stands today."""
    row = desk.show("promise", number)
    return row | promise_as_of(row, desk.bench.today())


@pytest.fixture
def promised(romashka: Debtor) -> Debtor:
    """ООО Ромашка has promised 15 000 ₽ for Friday the 27th."""
    romashka.promise("27", "15000")
    return romashka


def test_money_in_time_keeps_a_promise(promised: Debtor) -> None:
    promised.desk.at("2026-11-26T10:00")
    promised.pay("15000", "2026-11-26")

    assert promise_of(promised.desk)["state"] == PromiseState.KEPT
    assert promised.rules("2026-11-27T10:00") == ["PAY-CALL"]  # the rest of the debt
    assert promised.rules("2026-11-30T10:00") == ["PAY-CALL"]


def test_without_money_a_promise_is_broken_on_the_next_business_day(promised: Debtor) -> None:
    assert promised.rules("2026-11-27T23:00") == ["PAY-PROM"]
    assert promised.rules("2026-11-29T10:00") == ["PAY-PROM"]
    assert promised.text("PAY-PROM") == "На 27.11.2026 обещали заплатить 15 000 ₽"
    assert promise_of(promised.desk)["state"] == PromiseState.OPEN

    assert sorted(promised.rules("2026-11-30T00:00")) == ["PAY-BROKEN", "PAY-CALL"]

    assert promise_of(promised.desk)["state"] == PromiseState.BROKEN
    assert promised.text("PAY-BROKEN") == "Обещание нарушено: 15 000 ₽ на 27.11.2026"
    item = promised.desk.item("PAY-BROKEN")
    assert (item.tier, item.terms["P"]) == (1, 4.0)


def test_the_day_of_a_promise_comes_whether_a_statement_is_loaded_or_not(promised: Debtor) -> None:
    promised.desk.at("2026-11-27T10:00")
    assert promised.desk.rows("bank_import") == []

    assert promised.rules() == ["PAY-PROM"]


def test_money_of_its_day_recorded_on_the_day_after_keeps_a_promise(promised: Debtor) -> None:
    promised.desk.at("2026-11-28T10:00")
    promised.pay("15000", "2026-11-27", invoice="118")

    assert promise_of(promised.desk)["state"] == PromiseState.KEPT
    assert "PAY-BROKEN" not in promised.rules("2026-11-30T10:00")


def test_a_statement_that_comes_late_makes_a_broken_promise_kept(promised: Debtor) -> None:
    promised.desk.at("2026-12-01T10:00")
    assert promised.stands("broken_90") == 1

    promised.pay("15000", "2026-11-27")

    assert promise_of(promised.desk)["state"] == PromiseState.KEPT
    assert promised.stands("broken_90") == 0
    assert promised.rules() == ["PAY-CALL"]


def test_a_part_of_the_money_leaves_the_promise_broken_with_its_rest(promised: Debtor) -> None:
    promised.desk.at("2026-11-27T10:00")
    promised.pay("5000", "2026-11-27")
    assert promised.text("PAY-PROM") == "Сегодня обещали заплатить 15 000 ₽, ждём ещё 10 000 ₽"

    promised.desk.at("2026-11-30T10:00")

    assert promise_of(promised.desk)["state"] == PromiseState.PARTLY_KEPT
    assert (
        promised.text("PAY-BROKEN") == "Обещание нарушено: 15 000 ₽ на 27.11.2026, поступило 5 000 ₽, остаток 10 000 ₽"
    )
    assert promised.desk.item("PAY-BROKEN").amount == rubles(10000)


def test_late_money_ends_the_waiting_but_the_promise_stays_broken(promised: Debtor) -> None:
    promised.desk.at("2026-11-30T10:00")
    promised.pay("5000", "2026-11-30")
    assert "остаток 10 000 ₽" in promised.text("PAY-BROKEN")

    promised.desk.at("2026-12-01T10:00")
    promised.pay("10000", "2026-12-01")

    assert promised.rules() == ["PAY-CALL"]
    row = promise_of(promised.desk)
    assert (row["state"], row["received"], row["received_late"]) == (PromiseState.BROKEN, 0, rubles(15000))
    assert promised.stands("broken_90") == 1


def test_money_above_the_promise_is_counted_up_to_it(promised: Debtor) -> None:
    promised.desk.at("2026-11-30T10:00")
    promised.pay("24800", "2026-11-30")

    assert promise_of(promised.desk)["received_late"] == rubles(15000)


def test_money_that_came_before_a_promise_does_not_keep_it(romashka: Debtor) -> None:
    romashka.pay("4800", "2026-11-23")
    romashka.promise("27", "15000")
    romashka.pay("1000", "2026-11-23")  # recorded after it was given, but come before

    assert promise_of(romashka.desk)["received"] == 0


def test_of_the_day_on_which_it_was_given_only_what_was_recorded_later_counts(romashka: Debtor) -> None:
    romashka.pay("4800", "2026-11-24")
    romashka.promise("27", "15000")
    romashka.pay("1000", "2026-11-24")

    assert promise_of(romashka.desk)["received"] == rubles(1000)


def test_a_promise_written_down_late_counts_money_that_came_since(romashka: Debtor) -> None:
    romashka.desk.at("2026-11-25T10:00")
    romashka.pay("10000", "2026-11-25")
    romashka.desk.at("2026-11-26T10:00")
    romashka.call(4, promise_on="27", promise_sum="10000", at="2026-11-24T12:00")

    row = promise_of(romashka.desk)
    assert (row["made_on"], row["state"]) == (date(2026, 11, 24), PromiseState.KEPT)


def test_a_second_broken_promise_is_counted(promised: Debtor) -> None:
    promised.desk.at("2026-11-30T10:00")
    promised.call(4, promise_on="2026-12-02")
    assert promised.rules("2026-12-02T10:00") == ["PAY-PROM"]

    assert sorted(promised.rules("2026-12-03T10:00")) == ["PAY-BROKEN", "PAY-CALL"]

    assert promised.text("PAY-BROKEN") == "2-е нарушенное обещание: 24 800 ₽ на 02.12.2026"
    assert plain(promised.desk.item("PAY-CALL").why).endswith("За 90 дней нарушено обещаний: 2.")
    assert promised.desk.item("PAY-CALL").terms["P"] == 4.0


def test_a_talk_about_a_broken_promise_puts_it_off_until_tomorrow(promised: Debtor) -> None:
    promised.desk.at("2026-11-30T10:00")
    promised.call(8)

    assert promised.rules() == []
    assert sorted(promised.rules("2026-12-01T10:00")) == ["PAY-BROKEN", "PAY-CALL"]


def test_a_hold_silences_a_broken_promise(promised: Debtor) -> None:
    promised.desk.at("2026-11-30T10:00")
    promised.desk.do("collection.hold", client=promised.id, reason="сверка", until="2026-12-03")

    assert promised.rules() == []


def test_a_debt_that_is_gone_takes_an_open_promise_with_it(promised: Debtor) -> None:
    done = promised.desk.do("billing.write_off", invoice="118", reason="по соглашению", confirm=True)

    assert promise_of(promised.desk)["state"] == PromiseState.CANCELLED
    assert "Обещание на 27.11.2026 снято: долга больше нет." in done.warnings
    promised.desk.undo()
    assert promise_of(promised.desk)["state"] == PromiseState.OPEN


def test_a_broken_promise_of_a_debt_that_is_gone_does_not_return_with_the_next_month(promised: Debtor) -> None:
    promised.desk.at("2026-11-30T10:00")
    promised.desk.do("billing.write_off", invoice="118", reason="по соглашению", confirm=True)
    promised.desk.at("2026-12-15T10:00")
    promised.bill("131", issued_on="2026-12-15", due_on="2026-12-31", period="2026-12")

    assert promised.rules("2026-12-21T10:00") == ["PAY-CALL"]
    assert promise_of(promised.desk)["state"] == PromiseState.BROKEN


def test_a_replaced_promise_is_kept_when_a_late_statement_says_so(promised: Debtor) -> None:
    promised.desk.at("2026-11-30T10:00")
    promised.promise("2026-12-02", "5000")
    promised.pay("15000", "2026-11-27")

    assert promise_of(promised.desk, 1)["state"] == PromiseState.KEPT
    assert promise_of(promised.desk, 2)["state"] == PromiseState.OPEN


def test_undo_of_a_payment_gives_the_promise_back_as_it_was(promised: Debtor) -> None:
    promised.desk.there_and_back(
        "billing.record_payment", client=promised.id, sum="15000", paid_on="2026-11-24", invoice="118"
    )


def test_freeing_money_from_an_invoice_leaves_a_promise_kept(promised: Debtor) -> None:
    promised.desk.at("2026-11-26T10:00")
    promised.pay("15000", "2026-11-26")

    promised.desk.do("billing.release", allocation=1)

    assert promise_of(promised.desk)["state"] == PromiseState.KEPT


@pytest.mark.parametrize(("received", "day", "shown"), [
    (0, "2026-11-27T23:00", PromiseState.OPEN),
    (0, "2026-11-29T23:00", PromiseState.OPEN),
    (0, "2026-11-30T00:00", PromiseState.BROKEN),
    (1, "2026-11-30T00:00", PromiseState.PARTLY_KEPT),
])  # fmt: skip
def test_a_promise_is_shown_as_time_has_decided(desk: Desk, received: int, day: str, shown: PromiseState) -> None:
    desk.at(day)
    row = {"state": PromiseState.OPEN, "broken_from": date(2026, 11, 30), "received": received}

    assert (row | promise_as_of(row, desk.bench.today()))["state"] == shown


def test_a_hold_past_its_day_is_shown_as_lifted(desk: Desk) -> None:
    row = {"state": "open", "until": date(2026, 11, 24)}
    assert hold_as_of(row, desk.bench.today()) == {}

    desk.at("2026-11-25T10:00")

    assert hold_as_of(row, desk.bench.today()) == {"state": "lifted"}
