"""A call by its digit: what leaves the queue, what comes into it, and when the client is called again (row 2.1)."""

from datetime import UTC, date, datetime

import pytest

from cs_workbench.domain.collection.records import CallOutcome
from tests.desk import Desk
from tests.domain.collection.debtors import Debtor, last, rubles


@pytest.mark.parametrize("outcome", ["5", "6", "7", "8", "9"])
def test_after_a_talk_nobody_calls_until_the_next_business_day(romashka: Debtor, outcome: str) -> None:
    romashka.call(outcome)

    assert "PAY-CALL" not in romashka.rules()
    assert "PAY-CALL" not in romashka.rules("2026-11-24T23:59")
    assert ("PAY-CALL" in romashka.rules("2026-11-25T00:00")) is (outcome != "7")  # a dispute is held


def test_a_talk_on_friday_brings_the_client_back_on_monday(romashka: Debtor) -> None:
    romashka.desk.at("2026-11-27T15:00")
    romashka.call(8)

    assert romashka.rules("2026-11-29T12:00") == []
    assert romashka.rules("2026-11-30T00:00") == ["PAY-CALL"]


def test_promised_makes_a_promise_and_the_client_leaves_until_its_day(romashka: Debtor) -> None:
    done = romashka.call(4, promise_on="27", promise_sum="15000")

    promise = last(romashka.desk, "promise")
    assert (promise["sum"], promise["on"]) == (rubles(15000), date(2026, 11, 27))
    assert promise["call_id"] == last(romashka.desk, "call_attempt")["id"]
    assert "пятница 27 ноября" in done.message
    assert romashka.rules("2026-11-26T10:00") == []
    assert romashka.rules("2026-11-27T10:00") == ["PAY-PROM"]


def test_promised_without_a_sum_promises_what_was_called_about(romashka: Debtor) -> None:
    romashka.bill("119", "5000", issued_on="2026-11-20", due_on="2026-12-10", kind="one_off")  # calls begin in December

    romashka.call(4, promise_on="27")

    assert last(romashka.desk, "promise")["sum"] == rubles(24800)
    assert last(romashka.desk, "call_attempt")["debt"] == rubles(24800)


def test_says_paid_comes_back_to_check_the_bank_in_two_business_days(romashka: Debtor) -> None:
    romashka.desk.at("2026-11-26T10:00")
    romashka.call(5)

    assert romashka.rules("2026-11-27T10:00") == ["PAY-CALL"]
    assert sorted(romashka.rules("2026-11-30T10:00")) == ["PAY-CALL", "PAY-SAID"]
    assert "24 800 ₽" in romashka.text("PAY-SAID")


def test_says_paid_goes_after_a_new_talk_but_not_after_silence(romashka: Debtor) -> None:
    romashka.call(5)
    romashka.desk.at("2026-11-26T10:00")
    romashka.call(1)
    assert romashka.rules() == ["PAY-SAID"]

    romashka.call(8)

    assert romashka.rules() == []


def test_says_paid_gives_way_to_a_promise_for_good(romashka: Debtor) -> None:
    romashka.call(5)
    romashka.desk.at("2026-11-24T12:00")
    romashka.promise("27")

    assert romashka.rules("2026-11-26T10:00") == []
    assert sorted(romashka.rules("2026-11-30T10:00")) == ["PAY-BROKEN", "PAY-CALL"]


def test_lost_invoice_puts_a_copy_of_each_called_invoice_in_the_queue_at_once(romashka: Debtor) -> None:
    done = romashka.call(6)

    item = romashka.desk.item("INV-DUP", romashka.id)
    assert item.tier == 2
    send = last(romashka.desk, "invoice_send")
    assert (send["kind"], send["state"], send["to"]) == ("duplicate", "prepared", "buh@romashka.ru")
    (offer,) = done.follow_ups
    assert offer.action == "billing.send_invoice"
    assert offer.inputs == {"invoice": send["invoice_id"], "kind": "duplicate", "to": "buh@romashka.ru"}
    assert romashka.rules("2026-11-25T10:00") == ["PAY-CALL"]


def test_the_copy_goes_when_it_is_sent(romashka: Debtor) -> None:
    romashka.call(6)

    romashka.desk.do("billing.send_invoice", invoice="118")

    assert "INV-DUP" not in romashka.desk.rules(romashka.id)


def test_an_invoice_lost_twice_waits_once(romashka: Debtor) -> None:
    romashka.call(6)
    romashka.desk.at("2026-11-25T10:00")
    romashka.call(6)

    assert len(romashka.desk.rows("invoice_send")) == 1


def test_disputes_hold_the_called_invoices_until_lifted(romashka: Debtor) -> None:
    romashka.bill("119", "5000", issued_on="2026-11-20", due_on="2026-12-10", kind="one_off")
    done = romashka.call(7, text="Не было выезда")

    (hold,) = romashka.desk.rows("hold")
    assert (hold["invoice_id"], hold["until"], hold["reason"]) == (1, None, "Не было выезда")
    assert done.follow_ups == ()
    assert "PAY-CALL" not in romashka.rules("2026-12-08T10:00")

    romashka.desk.do("collection.lift_hold", hold=hold["id"])

    assert "PAY-CALL" in romashka.rules()


def test_an_invoice_disputed_again_is_held_once(romashka: Debtor) -> None:
    romashka.call(7)
    romashka.desk.at("2026-11-25T10:00")
    romashka.call(7)

    assert len(romashka.desk.rows("hold")) == 1


def test_a_client_on_hold_is_not_held_anew_by_a_dispute(romashka: Debtor) -> None:
    romashka.desk.do("collection.hold", client=romashka.id, reason="директор просил")

    romashka.call(7)

    assert len(romashka.desk.rows("hold")) == 1


def test_wrong_person_marks_the_contact_and_offers_another(romashka: Debtor) -> None:
    director = romashka.contact("Иван Директор", phone="8 916 765-43-21")

    done = romashka.call(8)

    assert [row["wrong"] for row in romashka.desk.rows("contact")] == [True, False]
    (offer,) = done.follow_ups
    assert (offer.action, offer.inputs) == ("collection.log_call", {"client": romashka.id, "contact": director})
    romashka.desk.at("2026-11-25T10:00")
    romashka.call(1)
    assert last(romashka.desk, "call_attempt")["contact_id"] == director


def test_wrong_person_without_any_contact_offers_to_add_one(desk: Desk) -> None:
    desk.at("2026-11-16T10:00")
    client = Debtor(desk, "ООО Безлюдное")
    client.bill()

    done = client.call(8)

    assert [offer.action for offer in done.follow_ups] == ["clients.add_contact"]


def test_refusal_raises_the_ladder_and_signals_that_the_client_may_leave(romashka: Debtor) -> None:
    done = romashka.call(9)

    assert romashka.rules() == ["PAY-LADDER"]
    assert romashka.desk.item("PAY-LADDER").text.startswith("Ступень 2: отправить письмо о долге")
    assert [offer.action for offer in done.follow_ups] == ["claims.leaving"]


def test_a_call_of_yesterday_counts_for_its_own_day(romashka: Debtor) -> None:
    romashka.call(8, at="2026-11-23T17:00")

    call = last(romashka.desk, "call_attempt")
    assert call["on"] == date(2026, 11, 23)
    assert romashka.rules() == ["PAY-CALL"]


def test_a_call_written_down_late_does_not_undo_the_talk_of_today(romashka: Debtor) -> None:
    romashka.call(8)
    romashka.call(1, at="2026-11-23T17:00")

    assert romashka.rules() == []


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("1", CallOutcome.NO_ANSWER),
        ("busy", CallOutcome.BUSY),
        ("Не берёт", CallOutcome.NO_ANSWER),
        ("говорит, оплатил", CallOutcome.SAYS_PAID),
        ("потерял счет", CallOutcome.LOST_INVOICE),
        ("ОТКАЗ", CallOutcome.REFUSES),
    ],
)
def test_an_outcome_is_a_digit_or_a_word(romashka: Debtor, said: str, outcome: CallOutcome) -> None:
    romashka.call(said)

    assert last(romashka.desk, "call_attempt")["outcome"] == outcome


def test_a_call_keeps_whom_when_and_about_what(romashka: Debtor) -> None:
    petr = romashka.contact("Пётр Бухгалтер", phone="8 916 765-43-21")

    romashka.call(5, contact="бухгалтер", text="Платил вчера")

    call = last(romashka.desk, "call_attempt")
    assert call["contact_id"] == petr
    assert call["at"] == datetime(2026, 11, 24, 7, tzinfo=UTC)
    assert (call["debt"], call["text"], call["author"]) == (rubles(24800), "Платил вчера", "manager")
    assert call["spoke"] is True


def test_a_call_touches_the_client_only_when_somebody_answered(romashka: Debtor) -> None:
    romashka.call(1)
    assert romashka.stands("last_touch") == date(2026, 11, 16)

    romashka.call(8)

    assert romashka.stands("last_touch") == date(2026, 11, 24)


@pytest.mark.parametrize(
    "inputs",
    [
        {"outcome": "1"},
        {"outcome": "2"},
        {"outcome": "3", "callback_at": "15:00"},
        {"outcome": "4", "promise_on": "27", "promise_sum": "15000"},
        {"outcome": "5"},
        {"outcome": "6"},
        {"outcome": "7"},
        {"outcome": "8"},
        {"outcome": "9"},
    ],
    ids=[outcome.value for outcome in CallOutcome],
)
def test_undo_takes_a_call_back_whole_and_redo_brings_it_again(romashka: Debtor, inputs: dict[str, str]) -> None:
    romashka.desk.there_and_back("collection.log_call", client=romashka.id, **inputs)
