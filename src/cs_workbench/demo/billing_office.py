"""The month's money of the demo: statements, the run with its sendings, invoices by hand, corrections, agreements."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from cs_workbench.demo import found
from cs_workbench.demo.bank import Line, bank_fee, lines_between, stranger
from cs_workbench.demo.life import Inputs, Later, Life, each, one
from cs_workbench.demo.plan import Plan
from cs_workbench.demo.roles import Cast, Client, Role
from cs_workbench.demo.sending import SendMonth
from cs_workbench.demo.sources import Sources
from cs_workbench.kernel.dates import next_period
from cs_workbench.kernel.money import Money

STILL_OPEN = (Role.ASKED, Role.BOUNCED, Role.UNSENT)
"""Whose sendings nobody has confirmed."""

BY_HAND = (*STILL_OPEN, Role.HALF, Role.KEPT, Role.FUTURE)
"""Whose invoices of the month are sent one by one."""


class BillingOffice:
    """Plans what the office does with money; the debtors' own stories are in `stories.py`."""

    def __init__(self, life: Life, cast: Cast, plan: Plan, sources: Sources) -> None:
        self._life = life
        self._window = life.window
        self._cast = cast
        self._plan = plan
        self._sources = sources

    def plan(self) -> None:
        """Plan all of it."""
        self._statements()
        self._run()
        for client in self._cast.of(Role.LETTER):
            self._one_off(client, -12, -7)
        for client in self._cast.of(Role.WARNING):
            self._one_off(client, -17, -12)
            self._act(client, -6, 16, "collection.take_step", {"client": client.id, "level": 2})
        for client in self._cast.of(Role.ASKED):
            self._one_off(client, -4, 1, confirm=False)
        for client in self._cast.of(Role.BUYER):
            self._delivery(client)
        for client in self._cast.of(Role.FIXED):
            self._correction(client)
        self._agreements()

    def _act(self, client: Client, n: int, hour: int, action: str, inputs: Inputs | Later) -> None:
        self._life.plan(self._window.day(n), hour, client.id * 11 % 60, action, inputs, client.manager)

    # The bank ---------------------------------------------------------------------------------------

    def _statements(self) -> None:
        first = self._window.start
        for day in self._window.import_days:
            last = day - timedelta(days=1)
            lines = [*lines_between(self._plan, first, last), *self._others(first, last)]
            inputs = {
                "lines": lines,
                "file": f"kl_to_1c_{last:%Y%m%d}.txt",
                "covers_from": first,
                "covers_to": last,
            }
            if last >= first:
                self._life.plan(day, 9, 5, "billing.import_statement", inputs)
            first = last + timedelta(days=1)
        for client in self._cast.of(Role.SUGGESTED):
            if client.place == 0:
                # A payment that names no invoice is laid on the oldest by hand.
                self._life.plan(self._window.day(-5), 9, 40, "billing.match_line", partial(_match, client))
        refund = one("bank_line", found.open_line(self._sources.word["supplier"]), reason=self._sources.word["ignored"])
        self._life.plan(self._window.day(-5), 9, 50, "billing.ignore_line", refund)

    def _others(self, first: date, last: date) -> list[Line]:
        """Lines that are of no client's plan: strangers, a supplier's refund, the bank's fee on Fridays."""
        said, newest = self._sources.said, self._window.now.calendar.prev_bd(self._window.covered)
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        lines = [bank_fee(day) for day in days if day.weekday() == 4]
        if self._window.day(-8) in days:
            lines.append(stranger(self._window.day(-8), self._sources.word["supplier"], "Возврат аванса", 1_840_000))
        if newest in days:
            people = zip(said["strangers"], said["stranger_purposes"], (970_000, 550_000), strict=True)
            lines += [stranger(newest, name, purpose, sum) for name, purpose, sum in people]
        return lines

    # The run ----------------------------------------------------------------------------------------

    def _run(self) -> None:
        """Made, sent but for a few, mostly confirmed; closed only where the next one is due today."""
        window, life = self._window, self._life
        period, day = window.run_period, window.run_day
        bills = [bill for bill in self._plan.bills if bill.period == period]
        late = [client for client in self._cast.of(Role.UNSENT) if client.place == 0]
        numbers = "\n".join(f"{bill.client.id};{bill.number}" for bill in bills if bill.client not in late)
        before = window.now.calendar.add_bd(day, -1)
        life.plan(before, 15, 0, "billing.preview_run", {"period": period})
        life.plan(day, 9, 40, "billing.issue_run", {"period": period, "numbers": numbers})
        by_hand = [client.id for client in self._cast.of(*BY_HAND)]
        life.plan(day, 11, 30, SendMonth.of(period, by_hand))
        unsent = [client.id for client in self._cast.of(Role.UNSENT)]
        life.plan(day, 11, 40, "billing.send_invoice", each("invoice", found.unsent(period, unsent)))
        after = window.now.calendar.add_bd(day, 1)
        leave = [client.id for client in self._cast.of(*STILL_OPEN)]
        life.plan(after, 9, 30, "billing.confirm_send", each("invoice_send", found.unconfirmed(period, leave)))
        if window.run_is_due:
            last = window.now.calendar.add_bd(day, 3)
            life.plan(last, 10, 0, "billing.send_invoice", each("invoice", found.unsent(period, [])))
            life.plan(last, 17, 0, "billing.close_run", {"period": period})
        for client in self._cast.of(Role.BOUNCED):
            life.plan(after, 12, 0, "billing.send_bounced", one("invoice_send", found.last_send(client.id)))
            to = client.firm.email.replace("buh@", "office@")
            life.plan(
                after, 12, 5, "billing.send_invoice", one("invoice", found.open_invoice(client.id, period), to=to)
            )

    # By hand ----------------------------------------------------------------------------------------

    def _one_off(self, client: Client, issued: int, due: int, *, confirm: bool = True) -> None:
        """A visit that is paid for apart: billed, sent, mostly confirmed."""
        day = self._window.day(issued)
        number = self._plan.numbers.next(day)
        inputs = {
            "client": client.id,
            "number": number,
            "issued_on": day,
            "due_on": self._window.day(due),
            "sum": Money(client.firm.fee * 3 // 2),
            "kind": "service",
        }
        self._act(client, issued, 13, "billing.add_invoice", inputs)
        self._send(client, issued, number, day.year, confirm=confirm)

    def _send(self, client: Client, n: int, number: str, year: int, *, confirm: bool = True) -> None:
        """Send an invoice on the day `n`; the next day it has come."""
        self._act(client, n, 14, "billing.send_invoice", one("invoice", found.invoice_numbered(number, year)))
        if confirm:
            sent = one("invoice_send", found.send_numbered(number, year))
            self._act(client, n + 1, 15, "billing.confirm_send", sent)

    def _delivery(self, client: Client) -> None:
        """Equipment: the newest is billed and not sent yet, the others are paid."""
        n = -1 if client.place == 0 else -10
        day = self._window.day(n)
        number = self._plan.numbers.next(day)
        sum = Money(client.firm.fee * 9)
        inputs = {"client": client.id, "number": number, "issued_on": day, "sum": sum, "kind": "equipment"}
        self._act(client, n, 13, "billing.add_invoice", inputs)
        if client.place:
            self._send(client, n, number, day.year)
            goods = self._sources.said["equipment"][client.place % len(self._sources.said["equipment"])]
            paid = {
                "client": client.id,
                "sum": sum,
                "paid_on": self._window.day(-6),
                "purpose": f"За {goods}, счёт № {number}",
            }
            self._act(client, -5, 12, "billing.record_payment", paid)

    def _correction(self, client: Client) -> None:
        """The newest fee of a month that is over was wrong: corrected, numbered, not sent yet."""
        sum = Money(client.firm.fee * 4 // 5)
        reason = self._sources.word["fix_reason"]
        wrong = one("invoice", found.open_invoice(client.id, self._window.old), sum=sum, reason=reason)
        number = self._plan.numbers.next(self._window.day(-2))
        self._act(client, -2, 14, "billing.replace_invoice", wrong)
        self._act(client, -2, 15, "billing.set_number", one("invoice", found.unnumbered(client.id), number=number))

    def _agreements(self) -> None:
        """Prices, pauses and ends."""
        word, now = self._sources.word, self._window.now.period
        for client in self._cast.of(Role.REPRICED):
            reasons = self._sources.said["price_reasons"]
            amount = Money(client.firm.fee * (6 if client.place % 2 == 0 else 4) // 5)
            why = reasons[client.place % len(reasons)]
            self._agree(client, -8, "billing.change_price", amount=amount, from_period=next_period(now), reason=why)
        for client in self._cast.of(Role.PAUSED):
            self._agree(client, -7, "billing.pause", until=next_period(now, 3), reason=word["pause_reason"])
        for client in self._cast.of(Role.ENDED):
            self._agree(client, -5, "billing.end", period=now, reason=word["end_reason"])

    def _agree(self, client: Client, n: int, action: str, **inputs: Any) -> None:
        self._act(client, n, 17, action, one("subscription", found.subscription(client.id), **inputs))


def _match(client: Client, life: Life) -> Inputs | None:
    """A payer's open line and the oldest invoice."""
    lines, invoices = life.all(found.open_line(client.firm.name)), life.all(found.open_invoice(client.id))
    return {"bank_line": lines[0], "invoice": invoices[0]} if lines and invoices else None
