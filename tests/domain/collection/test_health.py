"""A client's health falls by 15 for each month overdue and by 10 for each promise broken in 90 days (row 16.7)."""

from cs_workbench.domain.standing import health_terms
from tests.domain.collection.debtors import Debtor


def test_a_debt_that_is_not_due_yet_is_healthy(romashka: Debtor) -> None:
    assert romashka.stands("health") == 100


def test_each_month_overdue_takes_fifteen(romashka: Debtor) -> None:
    romashka.desk.at("2026-12-01T10:00")
    assert romashka.stands("health") == 85

    romashka.bill("100", issued_on="2026-10-15", due_on="2026-10-31", period="2026-10")

    assert romashka.stands("health") == 70


def test_each_broken_promise_takes_ten_for_ninety_days(romashka: Debtor) -> None:
    romashka.promise("24", "100")
    romashka.desk.at("2026-11-25T10:00")
    assert romashka.stands("health") == 90
    romashka.promise("25", "100")

    romashka.desk.at("2026-11-26T10:00")

    assert romashka.stands("health") == 80
    romashka.pay("24800", "2026-11-26")
    romashka.desk.at("2027-02-23T10:00")  # the first was broken more than 90 days ago; and nobody spoke for 60
    assert romashka.stands("health") == 85


def test_sixty_days_without_a_touch_take_five(romashka: Debtor) -> None:
    romashka.pay("24800", "2026-11-24")

    romashka.desk.at("2027-01-15T10:00")
    assert romashka.stands("health") == 100
    romashka.desk.at("2027-01-16T10:00")

    assert romashka.stands("health") == 95


def test_health_is_told_term_by_term() -> None:
    assert health_terms({"overdue_months": 2, "broken_90": 1, "conflicts": 0, "untouched": True}) == {
        "start": 100,
        "overdue_months": -30,
        "broken_90": -10,
        "untouched": -5,
    }
    assert health_terms({"overdue_months": 0, "broken_90": 0, "conflicts": 0, "untouched": False}) == {"start": 100}


def test_health_does_not_fall_below_nought(romashka: Debtor) -> None:
    for month in range(1, 9):
        romashka.bill(f"0{month}", issued_on=f"2026-0{month}-15", due_on=f"2026-0{month}-28", period=f"2026-0{month}")

    assert romashka.stands("health") == 0
    assert romashka.desk.item("PAY-CALL").terms["R"] == 3.0
