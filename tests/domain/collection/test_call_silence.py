"""Calls that nobody answers: when to try again, and what is offered when the silence lasts (row 2.1)."""

from tests.domain.collection.debtors import Debtor, last, plain


def test_no_answer_brings_the_client_back_in_three_hours(romashka: Debtor) -> None:
    romashka.call(1)

    assert romashka.rules("2026-11-24T12:59") == []
    assert romashka.rules("2026-11-24T13:00") == ["PAY-CALL"]


def test_a_second_try_of_the_day_is_the_last_until_the_next_business_day_begins(romashka: Debtor) -> None:
    romashka.call(1)
    romashka.desk.at("2026-11-24T13:00")
    romashka.call(1)

    assert romashka.rules("2026-11-24T17:00") == []
    assert romashka.rules("2026-11-25T08:59") == []
    assert romashka.rules("2026-11-25T09:00") == ["PAY-CALL"]


def test_a_third_silent_day_in_a_row_offers_a_letter_and_somebody_else(romashka: Debtor) -> None:
    accountant = romashka.contact("Пётр Бухгалтер", phone="8 916 765-43-21")
    for day in ("24", "25"):
        romashka.desk.at(f"2026-11-{day}T10:00")
        assert romashka.call(1).follow_ups == ()

    romashka.desk.at("2026-11-26T10:00")
    done = romashka.call(1)

    somebody, letter = done.follow_ups
    assert (somebody.action, somebody.inputs) == ("collection.log_call", {"client": romashka.id, "contact": accountant})
    assert letter.action == "outbox.queue"
    assert letter.inputs["to"] == "buh@romashka.ru"
    assert letter.inputs["for"] == f"client:{romashka.id}"
    assert "24 800,00 ₽" in plain(letter.inputs["text"])
    assert "3 дня подряд" in done.message
    romashka.desk.at("2026-11-26T13:00")
    assert "3 дня подряд: другой контакт или письмо" in romashka.desk.item("PAY-CALL").text


def test_silence_over_a_week_end_is_silence_in_a_row(romashka: Debtor) -> None:
    for day in ("26T10:00", "26T13:00", "27T10:00", "30T10:00"):
        romashka.desk.at(f"2026-11-{day}")
        romashka.call(1)

    assert last(romashka.desk, "call_attempt")["silent_days"] == 3


def test_an_answer_ends_the_silence(romashka: Debtor) -> None:
    for day, outcome in (("24", 1), ("25", 8), ("26", 1)):
        romashka.desk.at(f"2026-11-{day}T10:00")
        romashka.call(outcome)

    assert last(romashka.desk, "call_attempt")["silent_days"] == 1


def test_a_day_without_a_try_ends_the_row_of_silent_days(romashka: Debtor) -> None:
    for day in ("24", "25", "27"):
        romashka.desk.at(f"2026-11-{day}T10:00")
        romashka.call(1)

    assert last(romashka.desk, "call_attempt")["silent_days"] == 1


def test_nobody_else_to_call_offers_to_add_a_contact(romashka: Debtor) -> None:
    done = romashka.call(8)

    (offer,) = done.follow_ups
    assert (offer.action, offer.inputs) == ("clients.add_contact", {"client": romashka.id})


def test_busy_brings_the_client_back_in_half_an_hour(romashka: Debtor) -> None:
    romashka.call(2)

    assert romashka.rules("2026-11-24T10:29") == []
    assert romashka.rules("2026-11-24T10:30") == ["PAY-CALL"]
