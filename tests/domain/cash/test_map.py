"""The map of clients and months: what a month of a client is, and which clients stand there."""

import pytest

from cs_workbench.domain.cash import Cell, cash_clients, month_rows, months_to
from tests.desk import Desk
from tests.domain.billing import month

NOVEMBER = "2026-11"


def cells(desk: Desk, client: int = 1, period: str = NOVEMBER) -> dict[str, Cell]:
    """A client's months that are not empty."""
    shown = [one for one in desk.bench.read(cash_clients, period) if one.id == client]
    (row,) = desk.bench.read(month_rows, shown, period)
    return {name: cell for name, cell in zip(months_to(period), row.cells, strict=True) if cell is not Cell.NONE}


def names(desk: Desk, period: str = NOVEMBER) -> list[str]:
    """The clients of the map."""
    return [client.name for client in desk.bench.read(cash_clients, period)]


@pytest.fixture
def billed(desk: Desk) -> Desk:
    """Ромашка, billed 12 000 ₽ for November on the 16th, due on the 30th."""
    month.payer(desk)
    month.run(desk)
    desk.at("2026-11-24T10:00")
    return desk


def test_the_map_has_twelve_months_up_to_its_own() -> None:
    assert months_to("2026-11") == ("2025-12", *(f"2026-{number:02d}" for number in range(1, 12)))


def test_an_unpaid_month_ages(billed: Desk) -> None:
    seen = {}
    for day in ("2026-11-30", "2026-12-01", "2026-12-29", "2026-12-30"):
        billed.at(f"{day}T10:00")
        seen[day] = cells(billed)[NOVEMBER]

    assert list(seen.values()) == [Cell.DUE, Cell.LATE, Cell.STALE, Cell.STALE]


def test_a_debt_is_stale_after_twenty_business_days(billed: Desk) -> None:
    billed.at("2026-12-28T10:00")

    assert cells(billed)[NOVEMBER] is Cell.LATE


def test_a_part_that_came_is_told_before_and_after_the_due_day(billed: Desk) -> None:
    month.pay(billed, 1, "5000")
    before = cells(billed)[NOVEMBER]
    billed.at("2026-12-02T10:00")

    assert (before, cells(billed)[NOVEMBER]) == (Cell.PART, Cell.PART_LATE)


def test_a_paid_month(billed: Desk) -> None:
    month.pay(billed, 1, "12000")

    assert cells(billed) == {NOVEMBER: Cell.PAID}


def test_one_invoice_of_two_paid_is_a_part(billed: Desk) -> None:
    month.invoice(billed, 1, sum="3000", due_on="2026-12-10")
    month.pay(billed, 1, "12000")

    assert cells(billed)[NOVEMBER] is Cell.PART


def test_a_promise_covers_the_oldest_months_first(desk: Desk) -> None:
    month.payer(desk, from_period="2026-10")
    month.run(desk, "2026-10", "2026-10-15T11:00")
    month.run(desk)
    desk.at("2026-11-24T10:00")
    desk.do("collection.promise", client=1, on="2026-11-27", sum="12000")

    assert cells(desk) == {"2026-10": Cell.PROMISED, NOVEMBER: Cell.DUE}


def test_a_promise_of_more_reaches_the_next_month(desk: Desk) -> None:
    month.payer(desk, from_period="2026-10")
    month.run(desk, "2026-10", "2026-10-15T11:00")
    month.run(desk)
    desk.at("2026-11-24T10:00")
    desk.do("collection.promise", client=1, on="2026-11-27", sum="12500")

    assert cells(desk) == {"2026-10": Cell.PROMISED, NOVEMBER: Cell.PROMISED}


def test_a_broken_promise_covers_nothing(billed: Desk) -> None:
    billed.do("collection.promise", client=1, on="2026-11-27")
    billed.at("2026-11-30T10:00")

    assert cells(billed)[NOVEMBER] is Cell.DUE


def test_a_hold_on_the_client_holds_every_month_that_is_owed(billed: Desk) -> None:
    billed.do("collection.hold", client=1, reason="Спор о сумме")

    assert cells(billed) == {NOVEMBER: Cell.HELD}


def test_a_hold_on_an_invoice_holds_its_month_alone(desk: Desk) -> None:
    month.payer(desk, from_period="2026-10")
    month.run(desk, "2026-10", "2026-10-15T11:00")
    month.run(desk)
    desk.do("collection.hold", client=1, reason="Спор о сумме", invoice=1)
    desk.at("2026-11-24T10:00")

    assert cells(desk) == {"2026-10": Cell.HELD, NOVEMBER: Cell.DUE}


def test_a_month_written_off(billed: Desk) -> None:
    billed.do("billing.write_off", invoice=1, reason="Клиент закрылся")

    assert cells(billed) == {NOVEMBER: Cell.WRITTEN_OFF}


def test_a_cancelled_invoice_leaves_the_month_empty(billed: Desk) -> None:
    billed.do("billing.cancel_invoice", invoice=1, reason="Ошибка")

    assert cells(billed) == {}


def test_clients_stand_by_name_in_any_case(desk: Desk) -> None:
    for name in ("яблоко", "Ёж", "АО Проезд"):
        month.payer(desk, name)

    assert names(desk) == ["АО Проезд", "Ёж", "яблоко"]


def test_a_client_who_was_never_billed_is_not_there(desk: Desk) -> None:
    month.payer(desk)
    month.client(desk, "ООО Думает")

    assert names(desk) == ["ООО Ромашка"]


def test_who_left_long_ago_is_there_only_while_something_is_owed(desk: Desk) -> None:
    month.payer(desk, "ООО Ушёл", from_period="2025-01", to_period="2025-01")
    month.run(desk, "2025-01", "2025-01-15T11:00")
    desk.at("2026-11-24T10:00")
    owing = names(desk)
    month.pay(desk, 1, "12000", "2026-11-24")

    assert (owing, names(desk)) == (["ООО Ушёл"], [])


def test_another_month_moves_the_window(billed: Desk) -> None:
    assert cells(billed, period="2026-10") == {}
    assert cells(billed, period="2027-10") == {NOVEMBER: Cell.DUE}
