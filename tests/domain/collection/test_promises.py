"""Promises given, moved, replaced, taken back; and what is refused of them (row 2.1)."""

from datetime import date

import pytest

from cs_workbench.domain.collection.records import PromiseState
from tests.desk import Desk
from tests.domain.collection.debtors import Debtor, last, plain, rubles


def states(desk: Desk) -> list[PromiseState]:
    """The states of all promises, in the order in which they were given."""
    return [row["state"] for row in desk.rows("promise")]


def test_a_promise_takes_the_client_out_of_the_queue_until_its_day(romashka: Debtor) -> None:
    romashka.promise("27", "15000")

    assert romashka.rules() == []
    assert romashka.rules("2026-11-26T18:00") == []
    assert romashka.rules("2026-11-27T09:00") == ["PAY-PROM"]
    assert romashka.text("PAY-PROM") == "Сегодня обещали заплатить 15 000 ₽"
    item = romashka.desk.item("PAY-PROM")
    assert (item.tier, item.terms["P"]) == (1, 2.0)


def test_a_promise_without_a_sum_is_for_the_whole_debt(romashka: Debtor) -> None:
    romashka.bill("119", "5000,50", kind="one_off", issued_on="2026-11-20", due_on="2026-12-10")

    romashka.promise("27")

    assert last(romashka.desk, "promise")["sum"] == rubles(29800) + 50


@pytest.mark.parametrize(("on", "moved", "broken_from", "told"), [
    ("2026-11-28", date(2026, 11, 30), date(2026, 12, 1), "28.11.2026 — выходной, записано на понедельник 30 ноября."),
    ("12.12", date(2026, 12, 14), date(2026, 12, 15), "12.12.2026 — выходной, записано на понедельник 14 декабря."),
])  # fmt: skip
def test_a_day_off_is_moved_to_the_next_business_day_and_told(
    romashka: Debtor, on: str, moved: date, broken_from: date, told: str
) -> None:
    done = romashka.desk.do("collection.promise", client=romashka.id, on=on, sum="100")

    promise = last(romashka.desk, "promise")
    assert (promise["on"], promise["broken_from"]) == (moved, broken_from)
    assert done.warnings == (told,)


def test_a_promise_for_a_day_off_waits_for_the_day_it_was_moved_to(romashka: Debtor) -> None:
    romashka.promise("2026-11-28")

    assert romashka.rules("2026-11-28T10:00") == []
    assert romashka.rules("2026-11-30T10:00") == ["PAY-PROM"]
    assert sorted(romashka.rules("2026-12-01T10:00")) == ["PAY-BROKEN", "PAY-CALL"]


def test_a_promise_for_today_stands_at_once(romashka: Debtor) -> None:
    romashka.promise("сегодня")

    assert romashka.rules() == ["PAY-PROM"]


def test_more_than_thirty_days_ahead_is_asked(romashka: Debtor) -> None:
    romashka.promise("2026-12-24")

    romashka.desk.asked("collection.promise", client=romashka.id, on="2026-12-25", sum="100")


@pytest.mark.parametrize(("inputs", "code", "field"), [
    ({"on": "2026-11-23"}, "past", "on"),
    ({"on": "31.11"}, "date", "on"),
    ({"on": "27", "sum": "0"}, "sum", "sum"),
    ({"on": "27", "sum": "-5"}, "money", "sum"),
    ({"on": "27", "sum": "24800,01"}, "too_much", "sum"),
    ({"on": "27", "at": "2026-11-24T10:01"}, "future", "at"),
    ({"on": "27", "call": "99"}, "unknown", "call"),
    ({}, "required", "on"),
])  # fmt: skip
def test_bad_input_is_refused_at_its_field(romashka: Debtor, inputs: dict[str, str], code: str, field: str) -> None:
    refusal = romashka.desk.refused("collection.promise", client=romashka.id, **inputs)

    assert (refusal.code, refusal.field) == (code, field)


def test_nothing_owed_nothing_promised(desk: Desk) -> None:
    client = Debtor(desk, "ООО Честное")

    refusal = desk.refused("collection.promise", client=client.id, on="27")

    assert refusal.code == "no_debt"


def test_the_call_of_another_client_is_refused(romashka: Debtor) -> None:
    other = Debtor(romashka.desk, "ООО Лютик")
    other.bill("200")
    call = romashka.desk.made(other.call(8), "call_attempt")

    refusal = romashka.desk.refused("collection.promise", client=romashka.id, on="27", call=str(call))

    assert (refusal.code, refusal.field) == ("other_client", "call")


def test_a_newer_promise_takes_the_place_of_one_whose_day_is_ahead(romashka: Debtor) -> None:
    romashka.promise("27", "15000")

    done = romashka.desk.do("collection.promise", client=romashka.id, on="30", sum="10000")

    assert states(romashka.desk) == [PromiseState.SUPERSEDED, PromiseState.OPEN]
    assert [plain(told) for told in done.warnings] == ["Обещание заменило прежнее на 27.11.2026: 15 000 ₽."]
    assert romashka.rules("2026-11-27T10:00") == []
    assert romashka.rules("2026-11-30T10:00") == ["PAY-PROM"]


def test_on_the_week_end_after_its_day_a_promise_may_still_be_replaced(romashka: Debtor) -> None:
    romashka.promise("27")
    romashka.desk.at("2026-11-28T12:00")
    romashka.promise("30")

    assert states(romashka.desk) == [PromiseState.SUPERSEDED, PromiseState.OPEN]
    assert romashka.stands("broken_90") == 0


def test_a_broken_promise_stays_broken_when_another_is_given(romashka: Debtor) -> None:
    romashka.promise("27")
    romashka.desk.at("2026-11-30T10:00")
    romashka.promise("2026-12-02")

    assert states(romashka.desk) == [PromiseState.BROKEN, PromiseState.OPEN]
    assert romashka.rules() == []
    assert romashka.stands("broken_90") == 1


def test_a_partly_kept_promise_stays_so_when_another_is_given(romashka: Debtor) -> None:
    romashka.promise("27")
    romashka.desk.at("2026-11-30T10:00")
    romashka.pay("10000", "2026-11-27")
    romashka.promise("2026-12-02")

    assert states(romashka.desk) == [PromiseState.PARTLY_KEPT, PromiseState.OPEN]


def test_a_cancelled_promise_is_awaited_no_more(romashka: Debtor) -> None:
    promise = romashka.promise("27")

    romashka.desk.do("collection.cancel_promise", promise=promise, reason="ошиблись клиентом")

    row = romashka.desk.show("promise", promise)
    assert (row["state"], row["reason"], row["awaited"]) == (PromiseState.CANCELLED, "ошиблись клиентом", False)
    assert romashka.rules() == ["PAY-CALL"]
    assert "PAY-BROKEN" not in romashka.rules("2026-11-30T10:00")


def test_only_a_promise_whose_day_is_ahead_is_cancelled(romashka: Debtor) -> None:
    promise = romashka.promise("27")
    romashka.desk.at("2026-11-30T10:00")

    refusal = romashka.desk.refused("collection.cancel_promise", promise=promise, reason="передумал")

    assert (refusal.code, refusal.field) == ("broken", "promise")


@pytest.mark.parametrize("fate", ["kept", "superseded", "cancelled"])
def test_a_promise_that_is_settled_is_not_cancelled(romashka: Debtor, fate: str) -> None:
    promise = romashka.promise("27")
    if fate == "kept":
        romashka.pay("24800", "2026-11-24")
    elif fate == "superseded":
        romashka.promise("30")
    else:
        romashka.desk.do("collection.cancel_promise", promise=promise, reason="ошиблись")

    assert romashka.desk.refused("collection.cancel_promise", promise=promise, reason="ещё раз").code == "closed"
    refusal = romashka.desk.bench.refusal("collection.cancel_promise", {"promise": promise})
    assert refusal is not None
    assert refusal.code == "closed"


def test_a_reason_is_asked_of_who_cancels(romashka: Debtor) -> None:
    promise = romashka.promise("27")

    assert romashka.desk.refused("collection.cancel_promise", promise=promise).code == "required"


def test_undo_takes_a_promise_back_and_gives_the_older_one_its_place(romashka: Debtor) -> None:
    romashka.promise("27", "15000")

    romashka.desk.there_and_back("collection.promise", client=romashka.id, on="30", sum="100")


def test_undo_of_a_cancelled_promise(romashka: Debtor) -> None:
    promise = romashka.promise("27")

    romashka.desk.there_and_back("collection.cancel_promise", promise=promise, reason="ошиблись")
