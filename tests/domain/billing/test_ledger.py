"""What is reckoned of invoices and subscriptions: dates, the first month without an invoice, the price of a month."""

from datetime import date, datetime
from pathlib import Path

import pytest

from cs_workbench.domain.billing.ledger import first_unbilled, invoice_dates, price_for
from cs_workbench.domain.billing.records import (
    InvoiceKind,
    PriceChange,
    Subscription,
    SubscriptionPause,
    SubscriptionState,
)
from cs_workbench.kernel.calendar import WorkCalendar
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.today import Today

DATA = Path(__file__).parents[3] / "data" / "calendar"
TODAY = Today(datetime(2026, 11, 24, 10).astimezone(), WorkCalendar.load([DATA]))
FEE, OTHER = InvoiceKind.SUBSCRIPTION, InvoiceKind.EQUIPMENT


@pytest.mark.parametrize(
    ("period", "issued", "due", "call"),
    [
        ("2026-11", "2026-11-16", "2026-11-30", "2026-11-20"),  # the 20th is a Friday
        ("2026-12", "2026-12-15", "2026-12-31", "2026-12-21"),  # the 20th is a Sunday
        ("2026-11", "2026-11-24", "2026-11-30", "2026-11-24"),  # made after the 20th
        ("2026-12", "2026-11-30", "2026-12-31", "2026-12-21"),  # made ahead
        ("2026-10", "2026-11-16", "2026-11-23", "2026-11-16"),  # a missed month: due in five business days
        ("2026-10", "2026-11-14", "2026-11-20", "2026-11-16"),  # made on a Saturday
        ("2026-02", "2026-02-16", "2026-02-28", "2026-02-20"),
        ("2026-06", "2026-06-15", "2026-06-30", "2026-06-22"),  # the 20th is a Saturday
    ],
)
def test_dates_of_a_fee(period: str, issued: str, due: str, call: str) -> None:
    dates = invoice_dates(TODAY, FEE, period, date.fromisoformat(issued))

    assert (dates.due_on, dates.call_from) == (date.fromisoformat(due), date.fromisoformat(call))


@pytest.mark.parametrize(
    ("due_day", "remind_from", "due", "call"),
    [(25, 18, "2026-11-25", "2026-11-18"), (31, 31, "2026-11-30", "2026-11-30"), (10, 20, "2026-11-23", "2026-11-20")],
)
def test_days_of_the_month_that_a_client_agreed(due_day: int, remind_from: int, due: str, call: str) -> None:
    dates = invoice_dates(TODAY, FEE, "2026-11", date(2026, 11, 16), due_day=due_day, remind_from=remind_from)

    assert (dates.due_on, dates.call_from) == (date.fromisoformat(due), date.fromisoformat(call))


@pytest.mark.parametrize(
    ("issued", "given", "due", "call"),
    [
        ("2026-11-16", None, "2026-11-23", "2026-11-24"),
        ("2026-10-29", None, "2026-11-06", "2026-11-09"),  # 4 November is a day off
        ("2026-12-28", None, "2027-01-13", "2027-01-14"),  # over the holidays
        ("2026-11-16", "2026-11-28", "2026-11-28", "2026-11-30"),  # due on a Saturday
    ],
)
def test_dates_of_other_invoices(issued: str, given: str | None, due: str, call: str) -> None:
    due_on = date.fromisoformat(given) if given else None

    dates = invoice_dates(TODAY, OTHER, "2026-11", date.fromisoformat(issued), due_on=due_on)

    assert (dates.due_on, dates.call_from) == (date.fromisoformat(due), date.fromisoformat(call))


def test_an_invoice_is_to_be_sent_by_the_end_of_its_working_day() -> None:
    send_by = invoice_dates(TODAY, OTHER, "2026-11", date(2026, 11, 16)).send_by

    assert send_by.utcoffset() is not None
    assert f"{local(send_by):%Y-%m-%d %H:%M}" == "2026-11-16 18:00"


def subscription(to_period: str | None = None, state: SubscriptionState = SubscriptionState.ACTIVE) -> Subscription:
    """A fee from November on."""
    return Subscription(
        client_id=1,
        amount=Money.rubles(12_000),
        from_period="2026-11",
        to_period=to_period,
        run_from="2026-11",
        state=state,
        created_on=date(2026, 11, 2),
    )


def pause(start: str, end: str) -> SubscriptionPause:
    """Months without a fee."""
    return SubscriptionPause(subscription_id=1, client_id=1, from_period=start, to_period=end, reason="Стройка")


@pytest.mark.parametrize(
    ("billed", "pauses", "to_period", "first"),
    [
        (set(), [], None, "2026-11"),
        ({"2026-11"}, [], None, "2026-12"),
        ({"2026-12"}, [], None, "2026-11"),
        ({"2026-11", "2026-12"}, [], None, "2027-01"),
        ({"2026-11"}, [], "2026-11", None),
        (set(), [("2026-11", "2027-02")], None, "2027-02"),
        ({"2026-11"}, [("2027-02", "2027-03"), ("2026-12", "2027-02")], None, "2027-03"),
        ({"2026-11"}, [("2026-12", "2027-02")], "2027-01", None),
    ],
)
def test_the_first_month_without_an_invoice(
    billed: set[str], pauses: list[tuple[str, str]], to_period: str | None, first: str | None
) -> None:
    assert first_unbilled(subscription(to_period), billed, [pause(*months) for months in pauses]) == first


def test_drafts_and_pilots_are_billed_for_no_month() -> None:
    for state in (SubscriptionState.DRAFT, SubscriptionState.PILOT):
        assert first_unbilled(subscription(state=state), set(), []) is None


def change(number: int, from_period: str, old: int, new: int) -> PriceChange:
    """A price change in rubles."""
    return PriceChange(
        id=number,
        subscription_id=1,
        client_id=1,
        from_period=from_period,
        old=Money.rubles(old),
        new=Money.rubles(new),
        reason="Договор",
        requested_on=date(2026, 11, 2),
    )


@pytest.mark.parametrize(
    ("period", "price"),
    [("2026-11", 12_000), ("2026-12", 14_000), ("2027-01", 14_000), ("2027-02", 20_000), ("2027-05", 20_000)],
)
def test_the_price_of_a_month_is_that_of_the_last_change_before_it(period: str, price: int) -> None:
    changes = [
        change(3, "2026-12", 13_000, 14_000),
        change(1, "2027-02", 12_000, 20_000),
        change(2, "2026-12", 12_000, 13_000),
    ]

    assert price_for(subscription(), changes, period) == Money.rubles(price)


def test_without_changes_the_price_is_the_fee() -> None:
    assert price_for(subscription(), [], "2027-05") == Money.rubles(12_000)
