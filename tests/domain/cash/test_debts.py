"""Who owes: the oldest debt first, with what stands in the way and how the last call ended."""

from cs_workbench.domain.cash import CashClient, cash_clients, debts
from cs_workbench.kernel.money import Money
from tests.desk import Desk
from tests.domain.billing import month


def owing(desk: Desk) -> list[CashClient]:
    """Debtors in order."""
    return debts(desk.bench.read(cash_clients, "2026-11"))


def test_the_oldest_debt_comes_first_then_the_largest(desk: Desk) -> None:
    for name, amount, since in (
        ("АО Альфа", "9000", "2026-11"),
        ("АО Бета", "12000", "2026-11"),
        ("АО Гамма", "5000", "2026-10"),
    ):
        month.subscription(desk, month.client(desk, name), amount, since)
    month.run(desk, "2026-10", "2026-10-15T11:00")
    month.run(desk)
    desk.at("2026-11-24T10:00")

    assert [client.name for client in owing(desk)] == ["АО Гамма", "АО Бета", "АО Альфа"]


def test_a_debt_is_told_with_its_sum_its_day_and_its_lateness(desk: Desk) -> None:
    month.payer(desk, from_period="2026-10")
    month.run(desk, "2026-10", "2026-10-15T11:00")
    month.run(desk)
    desk.at("2026-11-24T10:00")
    (client,) = owing(desk)

    assert (client.debt, client.invoices, str(client.oldest), client.late) == (
        Money.rubles(24_000),
        2,
        "2026-10-31",
        16,
    )


def test_the_promise_the_hold_and_the_last_call_stand_beside(desk: Desk) -> None:
    month.payer(desk)
    month.run(desk)
    desk.at("2026-11-23T10:00")
    desk.do("collection.log_call", client=1, outcome="1")
    desk.at("2026-11-24T10:00")
    desk.do("collection.log_call", client=1, outcome="4", promise_on="2026-11-27", promise_sum="5000")
    desk.do("collection.hold", client=1, reason="Сверка")
    (client,) = owing(desk)

    assert (client.outcome, str(client.called)) == ("promised", "2026-11-24")
    assert client.promise is not None
    assert (client.promise.rest, client.promise.broken) == (Money.rubles(5_000), False)
    assert client.held is not None
    assert (client.held.reason, client.held.whole) == ("Сверка", True)


def test_the_newest_call_decides_whatever_was_written_down_last(desk: Desk) -> None:
    month.payer(desk)
    month.run(desk)
    desk.at("2026-11-24T10:00")
    desk.do("collection.log_call", client=1, outcome="2")
    desk.do("collection.log_call", client=1, outcome="5", at="2026-11-23T12:00")

    assert owing(desk)[0].outcome == "busy"


def test_a_hold_that_has_ended_holds_nothing(desk: Desk) -> None:
    month.payer(desk)
    month.run(desk)
    desk.do("collection.hold", client=1, reason="Сверка", until="2026-11-20")
    desk.at("2026-11-24T10:00")

    assert owing(desk)[0].held is None


def test_who_paid_is_gone(desk: Desk) -> None:
    month.payer(desk)
    (invoice,) = month.run(desk)
    desk.at("2026-11-24T10:00")
    month.pay(desk, invoice, "12000")

    assert owing(desk) == []
