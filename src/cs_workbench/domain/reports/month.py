"""The report of a month: what was billed and what came, promises and what became of them, debt by age and by client,
calls, requests (processes 2.2, 2.8).

A few aggregates, however many invoices (`month_sums.py`); `presentation/month_report.py` words it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from cs_workbench.domain.reports.month_sums import (
    AGES,
    Billed,
    Came,
    Owed,
    PromiseSum,
    Sums,
    billed_by_client,
    calls_of,
    came_in,
    names_of,
    owed_at,
    promises_of,
    requests_of,
)
from cs_workbench.kernel.dates import period_end, period_start, period_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money
from cs_workbench.storage.unit import Read


class ClientMonth(NamedTuple):
    """A client's month in kopecks; `debt` as of the report's last day."""

    id: int
    name: str
    billed: Money
    received: Money
    debt: Money


@dataclass(frozen=True, slots=True)
class Age:
    """Debt that is from `since` to `until` business days late (no end: None); `since` 0 is not late yet."""

    since: int
    until: int | None
    invoices: int
    debt: Money


@dataclass(frozen=True)
class MonthReport:
    """A month up to `last`: its end or, while it lasts, today.

    `billed` are the month's standing invoices, of which `paid` has been paid by now; `received` the payments of the
    month's days, whatever they paid. `promises` are those whose day is in the month, by what became of them. `ages`
    and the clients' debts are of the evening of `last`. `clients` are all with a figure, the largest debt first;
    `days` every day of the month. `calls` count by outcome; requests came, were closed, and are open now.
    """

    period: str
    first: date
    last: date
    billed: Sums
    paid: Money
    written_off: Sums
    received: Sums
    promises: tuple[PromiseSum, ...]
    ages: tuple[Age, ...]
    clients: tuple[ClientMonth, ...]
    calls: Mapping[str, int]
    requests_received: int
    requests_closed: int
    requests_open: int
    days: tuple[tuple[date, Money], ...]

    @property
    def debt(self) -> Money:
        """What all clients owe at the end of `last`."""
        return Money(sum(age.debt for age in self.ages))

    @property
    def is_over(self) -> bool:
        """Whether the month has no more days to come."""
        return self.last == period_end(self.period)


def month_report(read: Read, period: str) -> MonthReport:
    """The report of a month. Raises Refusal for a month that has not begun."""
    first, end = period_start(period), period_end(period)
    if first > read.day.today:
        message = f"{period_text(period).capitalize()} ещё не начался: отчёта за него нет."
        raise Refusal("future", message, "period")
    last = min(end, read.day.today)
    billed, came, owed = billed_by_client(read, period), came_in(read, first, last), owed_at(read, period, last)
    received, closed, waiting = requests_of(read, first, last)
    return MonthReport(
        period=period,
        first=first,
        last=last,
        billed=Sums(sum(one.invoices for one in billed), Money(sum(one.sum for one in billed))),
        paid=Money(sum(one.paid for one in billed)),
        written_off=Sums(sum(one.lost_invoices for one in billed), Money(sum(one.lost for one in billed))),
        received=Sums(sum(one.payments for one in came), Money(sum(one.sum for one in came))),
        promises=promises_of(read, first, end),
        ages=_ages(owed),
        clients=_clients(names_of(read), billed, came, owed),
        calls=calls_of(read, first, last),
        requests_received=received,
        requests_closed=closed,
        requests_open=waiting,
        days=_days(first, end, came),
    )


def _ages(owed: Sequence[Owed]) -> tuple[Age, ...]:
    sums, invoices = Counter[int](), Counter[int]()
    for one in owed:
        sums[one.age] += one.sum
        invoices[one.age] += one.invoices
    ends = (*(since - 1 for since in AGES[1:]), None)
    return tuple(
        Age(since, end, invoices[place], Money(sums[place]))
        for place, (since, end) in enumerate(zip(AGES, ends, strict=True))
    )


def _clients(
    names: Mapping[int, tuple[str, str]], billed: Sequence[Billed], came: Sequence[Came], owed: Sequence[Owed]
) -> tuple[ClientMonth, ...]:
    bills = {one.client_id: one.sum for one in billed}
    received, debts = Counter[int](), Counter[int]()
    for paid in came:
        received[paid.client_id] += paid.sum
    for one in owed:
        debts[one.client_id] += one.sum
    rows = [(-debts[number], -bills.get(number, 0), names[number][1], number) for number in {*bills, *received, *debts}]
    money = cache(Money)  # ten thousand clients have a few hundred different sums
    return tuple(
        ClientMonth(number, names[number][0], money(-bill), money(received[number]), money(-debt))
        for debt, bill, _key, number in sorted(rows)
    )


def _days(first: date, end: date, came: Sequence[Came]) -> tuple[tuple[date, Money], ...]:
    by_day = Counter[date]()
    for paid in came:
        by_day[paid.on] += paid.sum
    days = (first + timedelta(days=n) for n in range((end - first).days + 1))
    return tuple((day, Money(by_day[day])) for day in days)
