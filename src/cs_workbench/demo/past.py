"""The months before the lived weeks, stored at one go as one entry of the journal: who there is, what was billed.

Rows refer to each other by their places: in a new database `Work.add_all` numbers the rows of a table from 1.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from pydantic import PrivateAttr

from cs_workbench.demo.bank import OUR_ACCOUNT, OUR_BANK, OUR_INN, OUR_NAME, purpose_of
from cs_workbench.demo.plan import Bill, Plan
from cs_workbench.demo.roles import Cast, Client, Role
from cs_workbench.demo.sources import Sources
from cs_workbench.demo.window import Window
from cs_workbench.domain.billing.ledger import InvoiceDates, invoice_dates
from cs_workbench.domain.billing.records import (
    Allocation,
    BillingRun,
    Invoice,
    InvoiceKind,
    InvoiceSend,
    InvoiceState,
    OwnAccount,
    Payment,
    RunState,
    SendState,
    Subscription,
)
from cs_workbench.domain.clients import records as clients
from cs_workbench.domain.collection.records import LadderStep, StepKind
from cs_workbench.kernel.action import Action, Facts, Outcome
from cs_workbench.kernel.dates import period_start
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.text import count, fold
from cs_workbench.storage.unit import Work

IMPORTER = "перенос"
"""Who signs the past in the journal: not a manager, so that nobody's undo reaches it."""


class Past(Action):
    """Everything before the lived weeks. `of` makes it; the journal keeps how many clients and the seed."""

    facts = Facts("demo.past", "Перенести историю", final="Это прошлое демонстрационной базы: отменить его нельзя.")

    clients: int
    seed: int
    _rows: "PastRows" = PrivateAttr()

    @classmethod
    def of(cls, rows: "PastRows", seed: int) -> "Past":
        """The act that stores these rows."""
        act = cls.model_construct(clients=len(rows.cast.clients), seed=seed)
        act._rows = rows
        return act

    def apply(self, work: Work) -> Outcome:
        for rows in self._rows.tables():
            work.add_all(rows)
        return Outcome(f"История перенесена: {count(self.clients, 'клиент', 'клиента', 'клиентов')}.")


class PastRows:
    """The rows of the past, table by table, in the order in which they refer to each other."""

    def __init__(self, cast: Cast, plan: Plan, window: Window, sources: Sources, seed: int) -> None:
        self.cast = cast
        self._window = window
        self._sources = sources
        self._seed = seed
        self._born = period_start(window.past[0]) - timedelta(days=20)
        subscribed = [client.id for client in cast.clients if client.subscribed]
        self._subscriptions = {client: place for place, client in enumerate(subscribed, 1)}
        self._bills = [bill for bill in plan.bills if bill.period in set(window.past)]
        self._dates = cache(self._invoice_dates)

    def tables(self) -> Iterator[Sequence[Any]]:
        """Rows of one table after another."""
        yield [OwnAccount(account=OUR_ACCOUNT, bank=OUR_BANK, org=OUR_NAME, inn=OUR_INN)]
        yield [self._client(client) for client in self.cast.clients]
        yield list(self._contacts())
        yield [self._contract(client) for client in self.cast.clients if client.subscribed]
        yield [self._subscription(client) for client in self.cast.clients if client.subscribed]
        yield [self._run(period) for period in self._window.past]
        yield [self._invoice(bill) for bill in self._bills]
        yield list(self._sends())
        paid = [(number, bill) for number, bill in enumerate(self._bills, 1) if self._closed(bill)]
        yield [self._payment(bill) for _, bill in paid]
        yield [self._allocation(place, number, bill) for place, (number, bill) in enumerate(paid, 1)]
        yield list(self._talks())
        yield list(self._notes())
        yield list(self._steps())

    def _closed(self, bill: Bill) -> bool:
        return bill.paid_before(self._window.start) >= bill.sum

    def _client(self, client: Client) -> clients.Client:
        firm = client.firm
        return clients.Client(
            name=firm.name,
            name_key=fold(firm.name),
            inn=firm.inn,
            kpp=firm.kpp,
            kind=firm.kind,
            state=clients.ClientState.ASSIGNED if client.manager else clients.ClientState.UNASSIGNED,
            phone=firm.phone,
            email=firm.email,
            manager=client.manager,
            source=firm.source,
            do_not_call=client.role is Role.NO_CALLS,
            created_on=self._born,
            created_at=self._window.at(self._born, 10),
        )

    def _contacts(self) -> Iterator[clients.Contact]:
        for client in self.cast.clients:
            for place, person in enumerate(client.firm.people):
                yield clients.Contact(
                    client_id=client.id,
                    name=person.name,
                    name_key=fold(person.name),
                    role=person.role,
                    phone=person.phone,
                    email=person.email,
                    primary=place == 0,
                    created_at=self._window.at(self._born, 10),
                )

    def _contract(self, client: Client) -> clients.Contract:
        return clients.Contract(client_id=client.id, number=f"ОБ-{client.id:03d}/{self._born:%y}", signed_on=self._born)

    def _subscription(self, client: Client) -> Subscription:
        first, window = self._window.past[0], self._window
        missed = client.role is Role.MISSED
        return Subscription(
            client_id=client.id,
            amount=client.firm.fee,
            from_period=first,
            run_from=first,
            next_unbilled=window.ended(1) if missed else window.run_period,
            email=client.firm.email,
            created_on=self._born,
        )

    def _run(self, period: str) -> BillingRun:
        made = [bill for bill in self._bills if bill.period == period]
        day = self._window.run_day_of(period)
        return BillingRun(
            period=period,
            run_on=day,
            state=RunState.CLOSED,
            invoices=len(made),
            total=Money(sum(bill.sum for bill in made)),
            closed_at=self._window.at(day, 17),
        )

    def _invoice_dates(self, period: str, issued_on: date) -> InvoiceDates:
        return invoice_dates(self._window.now, InvoiceKind.SUBSCRIPTION, period, issued_on)

    def _invoice(self, bill: Bill) -> Invoice:
        closed = self._closed(bill)
        return Invoice(
            client_id=bill.client.id,
            subscription_id=self._subscriptions[bill.client.id],
            period=bill.period,
            number=bill.number,
            year=bill.issued_on.year,
            kind=InvoiceKind.SUBSCRIPTION,
            state=InvoiceState.PAID if closed else InvoiceState.SENT,
            open=not closed,
            issued_on=bill.issued_on,
            sum=bill.sum,
            paid=bill.sum if closed else Money(0),
            **self._dates(bill.period, bill.issued_on)._asdict(),
        )

    def _sends(self) -> Iterator[InvoiceSend]:
        """Of the last two months and of what is owed; older ones left no trace."""
        for number, bill in enumerate(self._bills, 1):
            if not self._closed(bill) or bill.period >= self._window.past[-2]:
                yield InvoiceSend(
                    invoice_id=number,
                    client_id=bill.client.id,
                    to=bill.client.firm.email,
                    state=SendState.CONFIRMED,
                    prepared_on=bill.issued_on,
                    sent_at=self._window.at(bill.issued_on, 12, bill.client.id % 60),
                    settled_at=self._window.at(self._window.now.calendar.add_bd(bill.issued_on, 1), 15),
                )

    def _payment(self, bill: Bill) -> Payment:
        paid_on = bill.paid_on or bill.issued_on
        return Payment(
            client_id=bill.client.id,
            number=str(100 + bill.client.id % 800),
            purpose=purpose_of(bill),
            sum=bill.sum,
            allocated=bill.sum,
            paid_on=paid_on,
            created_at=self._window.at(self._window.now.calendar.add_bd(paid_on, 1), 9, 10),
        )

    def _allocation(self, place: int, number: int, bill: Bill) -> Allocation:
        made_at = self._window.at(self._window.now.calendar.add_bd(bill.paid_on or bill.issued_on, 1), 9, 10)
        return Allocation(
            payment_id=place, invoice_id=number, client_id=bill.client.id, sum=bill.sum, created_at=made_at
        )

    def _talks(self) -> Iterator[clients.Talk]:
        """One or two with most, not long ago; with those whom nobody has touched only an old one."""
        rng = random.Random(f"{self._seed}/talks")
        for client in self.cast.clients:
            untouched = client.role is Role.UNTOUCHED
            days = [rng.randrange(95, 140), *([] if untouched else [rng.randrange(2, 24)])]
            for ago in days:
                day = self._window.now.calendar.prev_bd(self._window.start - timedelta(days=ago))
                yield clients.Talk(
                    client_id=client.id,
                    channel=rng.choice((clients.Channel.CALL, clients.Channel.CALL, clients.Channel.CHAT)),
                    text=rng.choice(self._sources.said["talks"]),
                    at=self._window.at(day, rng.randrange(10, 17), rng.randrange(60)),
                    on=day,
                    author=client.manager or self._sources.people.managers[0],
                )

    def _notes(self) -> Iterator[clients.Note]:
        rng = random.Random(f"{self._seed}/notes")
        for client in self.cast.clients:
            if rng.random() < 0.4:
                yield clients.Note(
                    client_id=client.id,
                    text=rng.choice(self._sources.said["notes"]),
                    author=client.manager or self._sources.people.managers[0],
                    created_at=self._window.at(self._born + timedelta(days=rng.randrange(10, 200)), 16),
                )

    def _steps(self) -> Iterator[LadderStep]:
        """Steps of the ladder that old debts had reached before the lived weeks; the lawyers have one of them whole."""
        window, terms = self._window, self._window.now.terms
        for client in self.cast.of(Role.TWICE, Role.OWES_LONG, Role.WITH_LAWYERS):
            since = window.due_of(window.ended(client.owed - 1))
            for level, late in enumerate(terms.ladder_bd, 2):
                day = window.now.calendar.add_bd(since, late)
                if day < window.start and (level < 4 or client.role is Role.WITH_LAWYERS):
                    yield LadderStep(client_id=client.id, level=level, kind=StepKind.TAKEN, on=day, debt_since=since)
