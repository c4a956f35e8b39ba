"""What is billed and when it is paid: the demo's monthly fees with their payments, known before the first is made."""

import random
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cs_workbench.demo.firms import inn_of
from cs_workbench.demo.roles import Cast, Client, Habit, Role
from cs_workbench.demo.window import Window
from cs_workbench.kernel.calendar import mday
from cs_workbench.kernel.dates import period_start
from cs_workbench.kernel.money import Money

FIRST_NUMBER = 1000

ANOTHER = inn_of(90_000, person=False)
"""Whoever pays for somebody else."""


@dataclass(frozen=True)
class Payment:
    """Money that a client sends on a day, in kopecks.

    Not `numbered`, its purpose names no invoice; `payer` is somebody else's INN.
    """

    on: date
    sum: Money
    numbered: bool = True
    payer: str | None = None


@dataclass(frozen=True)
class Bill:
    """The fee of a month: its invoice's number and days, and what is paid for it, days to come among them."""

    client: Client
    period: str
    number: str
    issued_on: date
    sum: Money
    payments: tuple[Payment, ...]

    @property
    def paid_on(self) -> date | None:
        """The day on which it is paid whole, if it ever is."""
        return self.payments[-1].on if sum(payment.sum for payment in self.payments) >= self.sum else None

    def paid_before(self, day: date) -> Money:
        """What was paid before a day."""
        return Money(sum(payment.sum for payment in self.payments if payment.on < day))


class Numbers:
    """The numbers that 1C gives to invoices: they begin anew each year."""

    def __init__(self) -> None:
        self._last: Counter[int] = Counter()

    def next(self, issued_on: date) -> str:
        """The next number of the day's year."""
        self._last[issued_on.year] += 1
        return str(FIRST_NUMBER + self._last[issued_on.year])


@dataclass(frozen=True)
class Plan:
    """All bills, the oldest month first, and the source of further numbers."""

    bills: tuple[Bill, ...]
    numbers: Numbers

    @cached_property
    def _by_month(self) -> dict[tuple[int, str], Bill]:
        return {(bill.client.id, bill.period): bill for bill in self.bills}

    def of(self, client: Client, period: str) -> Bill | None:
        """A client's bill of a month."""
        return self._by_month.get((client.id, period))


def plan_bills(cast: Cast, window: Window, seed: int) -> Plan:
    """Every month of every client with a fee; the month that somebody was not billed for is left out."""
    rng, numbers = random.Random(f"{seed}/plan"), Numbers()
    bills = []
    for period in window.periods:
        issued = window.run_day_of(period)
        for client in cast.clients:
            if not client.subscribed or (client.role is Role.MISSED and period == window.ended(1)):
                continue
            payments = _payments(rng, client, window, period, issued)
            bills.append(Bill(client, period, numbers.next(issued), issued, client.firm.fee, payments))
    return Plan(tuple(bills), numbers)


def _payments(rng: random.Random, client: Client, window: Window, period: str, issued: date) -> tuple[Payment, ...]:
    usual = _usual_day(rng, client.habit, window, period, issued)
    fee = client.firm.fee
    if client.role in SPECIAL and period == window.old:
        return SPECIAL[client.role](client, window, fee)
    if client.owed and period > window.ended(client.owed):
        return ()
    return (Payment(usual, fee),)


def _usual_day(rng: random.Random, habit: Habit, window: Window, period: str, issued: date) -> date:
    calendar, dice = window.now.calendar, rng.randrange(1, 6)
    if habit is Habit.PROMPT:
        return calendar.add_bd(issued, dice)
    if habit is Habit.LATE:
        return calendar.add_bd(window.due_of(period), dice)
    first = period_start(period)
    return calendar.prev_bd(mday(first.year, first.month, 24 + dice))


def _kept(client: Client, window: Window, fee: Money) -> tuple[Payment, ...]:
    return (Payment(window.day(-6), fee),)


def _partly(client: Client, window: Window, fee: Money) -> tuple[Payment, ...]:
    return (Payment(window.day(-6), Money(fee * 2 // 5)),)


def _half(client: Client, window: Window, fee: Money) -> tuple[Payment, ...]:
    return (Payment(window.day(-7), Money(fee // 2)),)


def _too_much(client: Client, window: Window, fee: Money) -> tuple[Payment, ...]:
    return (Payment(window.day(-7), Money(fee * 2)),)


def _without_number(client: Client, window: Window, fee: Money) -> tuple[Payment, ...]:
    last = window.now.calendar.prev_bd(window.covered)
    return (Payment(last if client.place else window.day(-8), fee, numbered=False),)


def _by_another(client: Client, window: Window, fee: Money) -> tuple[Payment, ...]:
    return (Payment(window.now.calendar.prev_bd(window.covered), fee, payer=ANOTHER),)


SPECIAL = {
    Role.KEPT: _kept,
    Role.PARTLY: _partly,
    Role.HALF: _half,
    Role.CREDIT: _too_much,
    Role.SUGGESTED: _without_number,
    Role.THIRD_PARTY: _by_another,
}
"""Roles whose newest fee of a month over is paid otherwise than usual."""
