"""When a debt is called about: a table of days around the 20th, month ends, days off and due days (row 2.1)."""

import pytest

from tests.desk import Desk
from tests.domain.collection.debtors import Debtor, plain


def calls_on(client: Debtor, days: dict[str, bool]) -> None:
    """The client's call stands at ten in the morning of just these days."""
    seen = {day: "PAY-CALL" in client.rules(f"{day}T10:00") for day in days}
    assert seen == days


def test_the_fee_of_the_month_is_called_about_from_the_twentieth(romashka: Debtor) -> None:
    calls_on(
        romashka,
        {
            "2026-11-19": False,
            "2026-11-20": True,
            "2026-11-21": False,  # Saturday
            "2026-11-22": False,
            "2026-11-23": True,
            "2026-11-30": True,
        },
    )


def test_a_twentieth_on_a_sunday_begins_on_monday(desk: Desk) -> None:
    desk.at("2026-12-15T10:00")
    client = Debtor(desk)
    client.bill("131", issued_on="2026-12-15", due_on="2026-12-31", period="2026-12")

    calls_on(client, {"2026-12-18": False, "2026-12-20": False, "2026-12-21": True, "2026-12-31": False})


def test_an_old_debt_is_called_about_from_the_first_business_day_of_the_month(romashka: Debtor) -> None:
    calls_on(
        romashka,
        {"2026-12-01": True, "2026-12-05": False, "2026-12-07": True, "2027-01-01": False, "2027-01-11": True},
    )


def test_the_call_of_a_new_month_is_a_line_of_its_own(romashka: Debtor) -> None:
    november = romashka.desk.item("PAY-CALL").key

    romashka.desk.at("2026-12-01T10:00")

    assert (november, romashka.desk.item("PAY-CALL").key) == (
        f"PAY-CALL:client:{romashka.id}:2026-11",
        f"PAY-CALL:client:{romashka.id}:2026-12",
    )


@pytest.mark.parametrize(("due_on", "silent", "called"), [
    ("2026-11-25", "2026-11-25", "2026-11-26"),
    ("2026-11-27", "2026-11-28", "2026-11-30"),  # due on a Friday
    ("2026-11-29", "2026-11-29", "2026-11-30"),  # due on a Sunday
])  # fmt: skip
def test_a_one_off_invoice_is_called_about_from_the_business_day_after_it_is_due(
    desk: Desk, due_on: str, silent: str, called: str
) -> None:
    client = Debtor(desk)
    client.bill("7", kind="one_off", issued_on="2026-11-20", due_on=due_on)

    calls_on(client, {silent: False, called: True})


def test_all_invoices_of_a_client_stand_in_one_line(romashka: Debtor) -> None:
    romashka.desk.at("2026-12-15T10:00")
    romashka.bill("131", "10000", issued_on="2026-12-15", due_on="2026-12-31", period="2026-12")
    assert romashka.text("PAY-CALL") == "Позвонить об оплате: 24 800 ₽, 1 счёт, просрочка 11 рабочих дней"

    romashka.desk.at("2026-12-21T10:00")

    assert romashka.text("PAY-CALL") == "Позвонить об оплате: 34 800 ₽, 2 счёта, просрочка 15 рабочих дней"
    why = plain(romashka.desk.item("PAY-CALL").why)
    assert why == "Долг 34 800,00 ₽ по 2 счетам; самый ранний срок — 30.11.2026."


def test_a_call_stands_among_the_calls_and_the_money(romashka: Debtor) -> None:
    assert "PAY-CALL" in romashka.desk.rules(split="calls")
    assert "PAY-CALL" in romashka.desk.rules(split="money")


def test_money_takes_the_call_away(romashka: Debtor) -> None:
    romashka.pay("24800", "2026-11-24")

    assert romashka.rules() == []


def test_a_part_of_the_money_leaves_the_call_with_the_rest(romashka: Debtor) -> None:
    romashka.pay("14800", "2026-11-24")

    assert romashka.text("PAY-CALL") == "Позвонить об оплате: 10 000 ₽, 1 счёт, срок 30.11.2026"


def test_a_week_away_loses_no_call(romashka: Debtor) -> None:
    romashka.desk.at("2026-11-17T18:00")  # closed on the 17th

    assert romashka.rules("2026-12-02T09:00") == ["PAY-CALL"]
    assert "просрочка 2 рабочих дня" in romashka.text("PAY-CALL")
