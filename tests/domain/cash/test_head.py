"""The totals of a month: what it billed, received, was promised and still owes, and how long each list is."""

from cs_workbench.domain.cash import CashHead, cash_head
from cs_workbench.kernel.money import Money
from tests.desk import Desk
from tests.domain.billing import month


def head(desk: Desk, period: str = "2026-11") -> CashHead:
    """The totals of a month."""
    return desk.bench.read(cash_head, period)


def rubles(desk: Desk, period: str = "2026-11") -> tuple[int, int, int, int]:
    """Billed, received, promised, owed in whole rubles."""
    found = head(desk, period)
    return tuple(sum_ // 100 for sum_ in (found.billed, found.received, found.promised, found.owed))  # type: ignore[return-value]


def three(desk: Desk) -> None:
    """Three clients billed 12 000 ₽ for October and for November."""
    for name in ("АО Альфа", "АО Бета", "АО Гамма"):
        month.payer(desk, name, from_period="2026-10")
    month.run(desk, "2026-10", "2026-10-15T11:00")
    month.run(desk)
    desk.at("2026-11-24T10:00")


def test_an_empty_month(desk: Desk) -> None:
    assert rubles(desk) == (0, 0, 0, 0)


def test_a_month_bills_receives_and_owes(desk: Desk) -> None:
    three(desk)
    month.pay(desk, 4, "12000")
    month.pay(desk, 5, "2000")

    assert rubles(desk) == (36_000, 14_000, 0, 22_000)
    assert rubles(desk, "2026-10") == (36_000, 0, 0, 36_000)


def test_the_totals_equal_the_sums_of_the_invoices(desk: Desk) -> None:
    three(desk)
    month.pay(desk, 4, "12000")
    rows = [row for row in desk.rows("invoice") if row["period"] == "2026-11"]
    found = head(desk)

    assert found.billed == sum(row["sum"] for row in rows)
    assert found.received == sum(row["paid"] for row in rows)
    assert found.owed == sum(row["sum"] - row["paid"] for row in rows)


def test_what_was_cancelled_bills_nothing_and_what_was_written_off_is_owed_no_more(desk: Desk) -> None:
    three(desk)
    desk.do("billing.cancel_invoice", invoice=4, reason="Ошибка")
    desk.do("billing.write_off", invoice=5, reason="Клиент закрылся")

    assert rubles(desk) == (24_000, 0, 0, 12_000)


def test_a_promise_is_of_the_months_that_it_covers(desk: Desk) -> None:
    three(desk)
    desk.do("collection.promise", client=1, on="2026-11-27", sum="20000")

    assert (rubles(desk, "2026-10")[2], rubles(desk)[2]) == (12_000, 8_000)


def test_money_that_came_is_promised_no_more(desk: Desk) -> None:
    three(desk)
    desk.do("collection.promise", client=1, on="2026-11-27", sum="20000")
    desk.at("2026-11-25T10:00")
    month.pay(desk, 1, "12000", "2026-11-25")

    assert (rubles(desk, "2026-10")[2], rubles(desk)[2]) == (0, 8_000)


def test_a_broken_promise_is_no_money(desk: Desk) -> None:
    three(desk)
    desk.do("collection.promise", client=1, on="2026-11-27")
    desk.at("2026-11-30T10:00")

    assert rubles(desk)[2] == 0


def test_the_lists_are_counted(desk: Desk) -> None:
    three(desk)
    desk.do("billing.import_statement", lines=[{"on": "2026-11-23", "sum": "500", "counterparty": "Неизвестный"}])
    found = head(desk, "2026-12")

    assert found.counts == {"debts": 3, "run": 3, "bank": 1}
    assert found.debt == Money.rubles(72_000)
