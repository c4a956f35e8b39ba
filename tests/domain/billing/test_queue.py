"""When the rules of billing come into the queue and leave it: the run, missed months, invoices not sent or answered."""

import pytest

from tests.desk import Desk
from tests.domain.billing import month


@pytest.fixture
def fee(desk: Desk) -> Desk:
    """A client with a fee from November on, opened on the 2nd."""
    desk.at("2026-11-02T09:00")
    month.payer(desk)
    return desk


@pytest.mark.parametrize(
    ("moment", "rules"),
    [
        ("2026-11-12T10:00", set()),
        ("2026-11-13T10:00", {"BL-PREP"}),  # Friday: the business day before Monday's run
        ("2026-11-14T10:00", {"BL-PREP"}),
        ("2026-11-15T10:00", {"BL-PREP"}),  # the 15th is a Sunday
        ("2026-11-16T00:10", {"BL-RUN"}),
        ("2026-11-24T10:00", {"BL-RUN"}),
        ("2026-12-01T10:00", {"BL-RUN", "BL-MISS"}),
    ],
)
def test_the_run_is_prepared_on_friday_and_due_on_monday(fee: Desk, moment: str, rules: set[str]) -> None:
    fee.at(moment)

    assert {rule for rule in fee.rules() if rule.startswith("BL-")} == rules


@pytest.mark.parametrize(
    ("moment", "rules"),
    [("2026-12-11T10:00", set()), ("2026-12-14T10:00", {"BL-PREP"}), ("2026-12-15T10:00", {"BL-RUN"})],
)
def test_a_run_on_a_tuesday_is_prepared_on_monday(desk: Desk, moment: str, rules: set[str]) -> None:
    month.payer(desk, from_period="2026-12")
    desk.at(moment)

    assert {rule for rule in desk.rules() if rule.startswith("BL-")} == rules


def test_the_run_names_what_is_left(fee: Desk) -> None:
    fee.at("2026-11-13T10:00")
    item = fee.item("BL-PREP")
    assert item.text == "Подготовить счета за ноябрь 2026, выставление понедельник 16 ноября: 1 подписка"
    assert (item.key, item.client_id) == ("BL-PREP:billing_run:0:2026-11", None)

    fee.at("2026-11-16T10:00")
    item = fee.item("BL-RUN")
    assert item.text == "Выставить счета за ноябрь 2026: 1 подписка"
    assert (item.key, item.client_id) == ("BL-RUN:billing_run:0:2026-11", None)


def test_nobody_to_bill_is_no_run(fee: Desk) -> None:
    fee.do("billing.pause", subscription=1, until="2027-01", reason="Стройка")

    for moment in ("2026-11-13T10:00", "2026-11-16T10:00", "2026-12-15T10:00"):
        fee.at(moment)
        assert not {"BL-PREP", "BL-RUN", "BL-MISS"} & set(fee.rules())


def test_a_run_forgotten_for_months_is_due_for_each(fee: Desk) -> None:
    fee.at("2027-01-20T10:00")

    runs = [item.key for item in fee.items() if item.rule == "BL-RUN"]
    missed = [item.key for item in fee.items() if item.rule == "BL-MISS"]

    assert sorted(runs) == [f"BL-RUN:billing_run:0:{period}" for period in ("2026-11", "2026-12", "2027-01")]
    assert sorted(missed) == ["BL-MISS:subscription:1:2026-11", "BL-MISS:subscription:1:2026-12"]


def test_a_closed_run_is_gone(fee: Desk) -> None:
    (invoice,) = month.run(fee)
    fee.do("billing.send_invoice", invoice=invoice)
    fee.do("billing.close_run", period="2026-11")

    assert "BL-RUN" not in fee.rules()
    fee.at("2026-12-01T10:00")
    assert "BL-RUN" not in fee.rules()


def test_a_missed_month_stands_until_it_is_billed(fee: Desk) -> None:
    fee.at("2026-12-01T10:00")
    item = fee.item("BL-MISS")
    assert month.plain(item.text) == "Не выставлен счёт за ноябрь 2026: 12 000 ₽"

    month.run(fee, "2026-11", "2026-12-01T11:00")

    assert "BL-MISS" not in fee.rules()


def test_a_gap_among_billed_months_is_a_missed_month(fee: Desk) -> None:
    month.run(fee, "2026-12", "2026-11-16T11:00")

    fee.at("2027-01-11T10:00")

    assert [item.key for item in fee.items() if item.rule == "BL-MISS"] == ["BL-MISS:subscription:1:2026-11"]


def test_a_subscription_opened_after_the_run_is_missed_next_month(desk: Desk) -> None:
    month.payer(desk, "АО Альфа")
    (invoice,) = month.run(desk)
    desk.do("billing.send_invoice", invoice=invoice)
    desk.do("billing.close_run", period="2026-11")
    late, _ = month.payer(desk, "АО Бета")

    assert "BL-MISS" not in desk.rules(late)
    desk.at("2026-12-01T10:00")
    assert "BL-MISS" in desk.rules(late)


def test_an_invoice_not_sent_by_six_in_the_evening_is_named(fee: Desk) -> None:
    (invoice,) = month.run(fee)
    fee.do("billing.set_number", invoice=invoice, number="А-118")

    fee.at("2026-11-16T17:59")
    assert "BL-NOSENT" not in fee.rules()
    fee.at("2026-11-16T18:00")
    assert month.plain(fee.item("BL-NOSENT").text) == "Счёт № А-118 не отправлен: 12 000 ₽"

    fee.do("billing.send_invoice", invoice=invoice)
    assert "BL-NOSENT" not in fee.rules()


@pytest.mark.parametrize(
    ("sent_at", "quiet", "asked"),
    [
        ("2026-11-16T12:00", "2026-11-16T23:00", "2026-11-17T09:00"),
        ("2026-11-20T17:00", "2026-11-22T12:00", "2026-11-23T09:00"),  # a Friday
        ("2026-12-30T12:00", "2027-01-08T12:00", "2027-01-11T09:00"),  # the last business day of the year
    ],
)
def test_the_business_day_after_sending_asks_whether_it_came(fee: Desk, sent_at: str, quiet: str, asked: str) -> None:
    (invoice,) = month.run(fee)
    fee.at(sent_at)
    fee.do("billing.send_invoice", invoice=invoice)

    fee.at(quiet)
    assert "INV-GOT" not in fee.rules()
    fee.at(asked)
    assert fee.item("INV-GOT").record_id == invoice


def test_a_paid_invoice_is_not_asked_about(fee: Desk) -> None:
    (invoice,) = month.run(fee)
    fee.do("billing.send_invoice", invoice=invoice)
    fee.at("2026-11-18T10:00")
    month.pay(fee, invoice, "12000", on="2026-11-17")

    assert "INV-GOT" not in fee.rules()
    assert fee.show("invoice", invoice)["ask_from"] is None


def test_days_away_change_nothing(fee: Desk) -> None:
    """Opened after a month, the queue is the one of a desk that was opened each day."""
    for day in range(3, 31):
        fee.at(f"2026-11-{day:02d}T10:00")
        fee.items()
    fee.at("2026-12-21T10:00")
    daily = fee.items()

    fee.at("2026-11-02T10:00")
    fee.at("2026-12-21T10:00")

    assert fee.items() == daily
