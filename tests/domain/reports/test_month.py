"""The report of a month: figures that are the sums of the records and of the journal."""

import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from sqlalchemy import select

from cs_workbench.domain.reports.month import MonthReport, month_report
from cs_workbench.kernel.dates import period_of
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money
from cs_workbench.storage.journal import journal_image
from tests.desk import Desk
from tests.domain.billing.month import client, invoice, pay
from tests.properties.anything import Drawn, runs
from tests.properties.test_undo import perform
from tests.reliability.lived import lived_desk


def report(desk: Desk, period: str = "2026-11") -> MonthReport:
    """The report of a month."""
    return desk.bench.read(month_report, period)


@pytest.fixture
def owing(desk: Desk) -> Desk:
    """Ромашка owes for October and November, Берёзка has paid a part of November; today is Tuesday the 24th."""
    one, two = client(desk), client(desk, "ТСЖ «Берёзка»")
    october = {"number": "101", "issued_on": "2026-10-15", "due_on": "2026-10-30", "sum": "10000"}
    invoice(desk, one, **october, period="2026-10")
    invoice(desk, one, number="118", due_on="2026-11-23")
    half = invoice(desk, two, number="119", sum="20000", due_on="2026-11-30")
    pay(desk, half, "8000", "2026-11-20")
    return desk


def test_what_was_billed_and_what_came(owing: Desk) -> None:
    found = report(owing)
    assert (found.billed, found.paid) == ((2, Money.rubles(44800)), Money.rubles(8000))
    assert found.received == (1, Money.rubles(8000))
    assert dict(found.days)[date(2026, 11, 20)] == Money.rubles(8000)
    assert (len(found.days), sum(sum_ for _day, sum_ in found.days)) == (30, found.received.sum)
    assert (found.last, found.is_over) == (date(2026, 11, 24), False)


def test_what_was_cancelled_or_replaced_is_not_billed_and_a_written_off_debt_is_told(owing: Desk) -> None:
    owing.do("billing.cancel_invoice", invoice=2, reason="Ошибка")
    owing.do("billing.replace_invoice", invoice=3, sum="15000", reason="Скидка")
    new = owing.rows("invoice")[-1]["id"]
    owing.do("billing.write_off", invoice=new, reason="Ликвидирован")
    found = report(owing)
    assert found.billed == (1, Money.rubles(15000))
    assert found.written_off == (1, Money.rubles(7000))
    assert found.debt == Money.rubles(10000)


def test_debt_stands_by_its_age_in_business_days(owing: Desk) -> None:
    ages = {(age.since, age.until): (age.invoices, age.debt) for age in report(owing).ages}
    assert ages == {
        (0, 0): (1, Money.rubles(12000)),
        (1, 5): (1, Money.rubles(24800)),
        (6, 10): (0, Money(0)),
        (11, 20): (1, Money.rubles(10000)),
        (21, None): (0, Money(0)),
    }


@pytest.mark.parametrize(
    ("moment", "since"),
    [
        ("2026-11-23T10:00", 0),
        ("2026-11-24T10:00", 1),
        ("2026-11-30T10:00", 1),
        ("2026-12-01T10:00", 6),
        ("2026-12-07T10:00", 6),
        ("2026-12-08T10:00", 11),
        ("2026-12-21T10:00", 11),
        ("2026-12-22T10:00", 21),
    ],
)
def test_an_age_begins_and_ends_on_its_day(desk: Desk, moment: str, since: int) -> None:
    """An invoice that was due on Monday, 23 November."""
    invoice(desk, client(desk), due_on="2026-11-23")
    desk.at(moment)
    assert [age.since for age in report(desk, period_of(date.fromisoformat(moment[:10]))).ages if age.debt] == [since]


def test_a_past_month_is_reported_as_of_its_last_day(owing: Desk) -> None:
    """October's invoice was not late in October; what was paid in November was still owed then."""
    pay(owing, 1, "4000", "2026-11-20")
    found = report(owing, "2026-10")
    assert (found.last, found.is_over) == (date(2026, 10, 31), True)
    assert [(age.since, age.invoices, age.debt) for age in found.ages if age.debt] == [(0, 1, Money.rubles(10000))]
    pay(owing, 1, "6000", "2026-11-23")
    assert report(owing, "2026-10").debt == Money.rubles(10000)
    assert report(owing).debt == Money.rubles(36800)


def test_clients_stand_by_their_debt(owing: Desk) -> None:
    rows = [(one.name, one.billed // 100, one.received // 100, one.debt // 100) for one in report(owing).clients]
    assert rows == [("ООО Ромашка", 24800, 0, 34800), ("ТСЖ «Берёзка»", 20000, 8000, 12000)]


def test_promises_count_by_their_day_and_by_what_became_of_them(owing: Desk) -> None:
    owing.at("2026-11-16T10:00")
    owing.do("collection.promise", client=1, on="2026-11-18", sum="5000")
    owing.do("collection.promise", client=2, on="2026-11-20", sum="8000")
    owing.do("billing.record_payment", client=2, sum="8000", paid_on="2026-11-16", confirm=True)
    owing.at("2026-11-24T10:00")
    owing.do("collection.promise", client=1, on="2026-11-27", sum="3000")
    owing.do("collection.promise", client=1, on="2026-12-02", sum="1000", confirm=True)
    fates = {fate.state: (fate.many, fate.sum // 100) for fate in report(owing).promises}
    assert fates == {"kept": (1, 8000), "partly_kept": (0, 0), "broken": (1, 5000), "open": (0, 0)}


def test_calls_count_by_outcome(owing: Desk) -> None:
    for who, outcome in ((1, "1"), (1, "5"), (2, "1")):
        owing.do("collection.log_call", client=who, outcome=outcome, confirm=True)
    assert report(owing).calls == {"no_answer": 2, "says_paid": 1}
    assert report(owing, "2026-10").calls == {}


def test_requests_count_by_their_moments(owing: Desk) -> None:
    made = owing.do("requests.register", client=1, kind="tech", severity="question", text="Не открывается шлагбаум")
    number = owing.made(made, "request")
    found = report(owing)
    assert (found.requests_received, found.requests_closed, found.requests_open) == (1, 0, 1)
    owing.do("requests.take", request=number)
    owing.do("requests.resolve", request=number, result="Сменили пульт")
    owing.do("requests.close", request=number, confirm=True)
    found = report(owing)
    assert (found.requests_received, found.requests_closed, found.requests_open) == (1, 1, 0)


def test_a_month_without_anything_is_nought(desk: Desk) -> None:
    found = report(desk, "2026-02")
    assert (found.billed.many, found.received.many, found.debt, found.clients, found.calls) == (0, 0, 0, (), {})
    assert len(found.days) == 28


def test_a_month_that_has_not_begun_is_refused(desk: Desk) -> None:
    with pytest.raises(Refusal) as caught:
        report(desk, "2026-12")
    assert (caught.value.code, caught.value.field) == ("future", "period")


# The records and the journal ------------------------------------------------------------------------------------


def journaled(desk: Desk, record: str) -> list[dict[str, Any]]:
    """The rows of a record as the journal's last images have them."""
    last: dict[int, dict[str, Any] | None] = {}
    with desk.bench.performer.reading(desk.bench.today()) as read:
        wanted = select(journal_image.c.record_id, journal_image.c.after).where(journal_image.c.record == record)
        for number, after in read.session.connection().execute(wanted.order_by(journal_image.c.id)):
            last[number] = None if after is None else json.loads(after)
    return [row for row in last.values() if row is not None]


@settings(max_examples=6)
@given(run=runs())
def test_figures_are_the_sums_of_the_records_and_of_the_journal(run: list[Drawn]) -> None:
    with TemporaryDirectory() as folder, lived_desk(Path(folder)) as desk:
        perform(desk, run)
        desk.at("2026-12-16T10:00")
        for period in ("2026-11", "2026-12"):
            found, last = report(desk, period), report(desk, period).last
            for rows in (desk.rows("payment"), journaled(desk, "payment")):
                sums = [int(row["sum"]) for row in rows if str(row["paid_on"])[:7] == period]
                assert found.received == (len(sums), sum(sums))
            for rows in (desk.rows("invoice"), journaled(desk, "invoice")):
                live = [row for row in rows if row["period"] == period and row["state"] not in GONE]
                assert found.billed == (len(live), sum(int(row["sum"]) for row in live))
                assert found.paid == sum(int(row["paid"]) for row in live)
            for rows in (desk.rows("call_attempt"), journaled(desk, "call_attempt")):
                made = [row for row in rows if str(row["on"])[:7] == period and str(row["on"]) <= str(last)]
                assert sum(found.calls.values()) == len(made)
            assert sum(one.debt for one in found.clients) == found.debt
            assert sum(one.received for one in found.clients) == found.received.sum
        standing = desk.rows("client_standing")
        assert report(desk, "2026-12").debt == sum(int(row["debt"]) for row in standing)


GONE = ("superseded", "cancelled")
