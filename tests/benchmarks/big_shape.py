"""The shape of the large database: how many clients, who owes which months, when each month was billed and paid.

Everything derives from a few numbers and a seed; `big_money.py` and `big_words.py` turn it into rows.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from cs_workbench.domain.billing.ledger import invoice_dates
from cs_workbench.domain.billing.records import InvoiceKind
from cs_workbench.kernel.calendar import WorkCalendar
from cs_workbench.kernel.dates import next_period, period_end, period_start
from cs_workbench.kernel.today import Today, sql_moment
from cs_workbench.settings import data_folder

NOW = datetime(2026, 11, 24, 10, 0)
"""Local moment at which the large database is to be opened; the month's run of December is ready to be made."""

NEWEST = "2026-11"
OWES_LONG, OWES_NEWEST = 0.25, 0.62
LONGEST = 14


class Month(NamedTuple):
    """A billed month: ISO days and UTC moments as text; `paid_on` is when most pay."""

    period: str
    year: int
    number: int
    issued_on: str
    due_on: str
    call_from: str
    send_by: str
    sent_at: str
    ask_from: str
    paid_on: str


class Billed(NamedTuple):
    """One invoice of one client: `age` is 0 for the newest month; `owed` that nothing, or not all, is paid."""

    id: int
    client: int
    age: int
    owed: bool


@dataclass(frozen=True)
class Shape:
    """`invoices` and `calls` are totals at `closed_history` 1.0; the closed part grows with it, the open one stays."""

    clients: int
    invoices: int
    calls: int
    seed: int
    closed_history: float

    @cached_property
    def today(self) -> Today:
        """The moment of the database with the working calendar."""
        return Today(NOW.astimezone(), WorkCalendar.load([data_folder() / "calendar", Path("nowhere")]))

    def rng(self, about: str) -> random.Random:
        """A source of chance of its own for each kind of row, so that one does not disturb another."""
        return random.Random(f"{self.seed}/{about}")

    @cached_property
    def owed(self) -> list[int]:
        """How many of the newest months each client owes."""
        rng = self.rng("owed")
        return [_months_owed(rng.random(), rng) for _ in range(self.clients)]

    @cached_property
    def closed(self) -> list[int]:
        """How many older months each client has paid."""
        months = self.invoices // self.clients
        return [round(max(1, months - owed) * self.closed_history) for owed in self.owed]

    def fee(self, client: int) -> int:
        """The monthly fee in kopecks, the same for ever."""
        return (5_000 + client * 7 % 41 * 1_000) * 100

    def missing(self, client: int) -> bool:
        """Whether the newest paid month of this client was never billed."""
        return client % 200 == 50

    def billed(self) -> Iterator[Billed]:
        """Every invoice, the oldest month first; clients are numbered from 1."""
        number = 0
        for age in range(self.oldest, -1, -1):
            for client, (owed, closed) in enumerate(zip(self.owed, self.closed, strict=True), 1):
                if age < owed + closed and not (age == owed and self.missing(client)):
                    number += 1
                    yield Billed(number, client, age, age < owed)

    @cached_property
    def oldest(self) -> int:
        """The age of the oldest month that anybody was billed for."""
        return max(map(sum, zip(self.owed, self.closed, strict=True))) - 1

    @cached_property
    def months(self) -> list[Month]:
        """Every billed month by its age, the newest first."""
        return [_month(self.today, age) for age in range(self.oldest + 1)]

    @cached_property
    def debtors(self) -> list[tuple[int, int]]:
        """Clients who owe, with what happens to each now: 0…199; `big_words.py` and `big_money.py` name some."""
        owing = (client for client, owed in enumerate(self.owed, 1) if owed)
        return [(client, place % 200) for place, client in enumerate(owing)]


def _months_owed(chance: float, rng: random.Random) -> int:
    if chance < OWES_LONG:
        return rng.randint(2, LONGEST)
    return 1 if chance < OWES_NEWEST else 0


def _month(today: Today, age: int) -> Month:
    period = next_period(NEWEST, -age)
    issued = today.run_day_of(period_start(period))
    dates = invoice_dates(today, InvoiceKind.SUBSCRIPTION, period, issued)
    paid = min(period_end(period), date(issued.year, issued.month, 22))
    sent = dates.send_by.replace(hour=dates.send_by.hour - 2)
    return Month(
        period=period,
        year=issued.year,
        number=issued.month,
        issued_on=issued.isoformat(),
        due_on=dates.due_on.isoformat(),
        call_from=dates.call_from.isoformat(),
        send_by=sql_moment(dates.send_by),
        sent_at=sql_moment(sent),
        ask_from=today.calendar.add_bd(issued, 1).isoformat(),
        paid_on=paid.isoformat(),
    )
