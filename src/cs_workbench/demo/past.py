"""The months before the lived weeks, stored at one go as one entry of the journal: who there is, what was billed.

Rows refer to each other by their places: `storing.py` numbers the rows of each table from 1.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from sqlalchemy.orm import Session

from cs_workbench.demo.bank import OUR_ACCOUNT, OUR_BANK, OUR_INN, OUR_NAME, purpose_of
from cs_workbench.demo.plan import Bill, Plan
from cs_workbench.demo.roles import Cast, Client, Role
from cs_workbench.demo.sources import Sources
from cs_workbench.demo.storing import Row, store
from cs_workbench.demo.things import Things
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
from cs_workbench.kernel.dates import period_start
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.text import count, fold
from cs_workbench.kernel.today import Today
from cs_workbench.storage.journal import Head
from cs_workbench.storage.record import Record

IMPORTER = "перенос"
"""Who signs the past in the journal: not a manager, so that nobody's undo reaches it."""


def store_past(session: Session, today: Today, rows: "PastRows", seed: int) -> None:
    """Store everything before the lived weeks; the journal keeps how many clients and the seed."""
    clients = len(rows.cast.clients)
    said = f"История перенесена: {count(clients, 'клиент', 'клиента', 'клиентов')}."
    inputs = {"clients": clients, "seed": seed}
    head = Head(today.now, IMPORTER, "do", "demo.past", "Перенести историю", said, inputs)
    store(session, today, head, rows.tables())


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
        self._things = Things(cast, window, sources, seed, self._born)

    def tables(self) -> Iterator[tuple[type[Record], list[Row]]]:
        """Rows of one table after another."""
        everybody = self.cast.clients
        subscribed = [client for client in everybody if client.subscribed]
        paid = [(number, bill) for number, bill in enumerate(self._bills, 1) if self._closed(bill)]
        yield OwnAccount, [{"account": OUR_ACCOUNT, "bank": OUR_BANK, "org": OUR_NAME, "inn": OUR_INN}]
        yield clients.Client, [self._client(client) for client in everybody]
        yield clients.Contact, list(self._contacts())
        yield clients.Site, list(self._things.sites())
        yield clients.Asset, list(self._things.assets())
        yield clients.NeedsProfile, list(self._things.needs())
        yield clients.Contract, [self._contract(client) for client in subscribed]
        yield Subscription, [self._subscription(client) for client in subscribed]
        yield BillingRun, [self._run(period) for period in self._window.past]
        yield Invoice, [self._invoice(bill) for bill in self._bills]
        yield InvoiceSend, list(self._sends())
        yield Payment, [self._payment(bill) for _, bill in paid]
        yield Allocation, [self._allocation(place, number, bill) for place, (number, bill) in enumerate(paid, 1)]
        yield clients.Talk, list(self._talks())
        yield clients.Note, list(self._notes())
        yield LadderStep, list(self._steps())

    def _closed(self, bill: Bill) -> bool:
        return bill.paid_before(self._window.start) >= bill.sum

    def _client(self, client: Client) -> Row:
        firm = client.firm
        return {
            "name": firm.name,
            "name_key": fold(firm.name),
            "inn": firm.inn,
            "kpp": firm.kpp,
            "kind": firm.kind,
            "state": clients.ClientState.ASSIGNED if client.manager else clients.ClientState.TOUCHED,
            "phone": firm.phone,
            "email": firm.email,
            "manager": client.manager,
            "source": firm.source,
            "do_not_call": client.role is Role.NO_CALLS,
            "created_on": self._born,
            "created_at": self._window.at(self._born, 10),
            "needs_ask_on": self._things.asks_on(client),
            "assigned_on": self._born if client.manager else None,
        }

    def _contacts(self) -> Iterator[Row]:
        for client in self.cast.clients:
            for place, person in enumerate(client.firm.people):
                yield {
                    "client_id": client.id,
                    "name": person.name,
                    "name_key": fold(person.name),
                    "role": person.role,
                    "phone": person.phone,
                    "email": person.email,
                    "primary": place == 0,
                    "created_at": self._window.at(self._born, 10),
                }

    def _contract(self, client: Client) -> Row:
        return {"client_id": client.id, "number": f"ОБ-{client.id:03d}/{self._born:%y}", "signed_on": self._born}

    def _subscription(self, client: Client) -> Row:
        first, window = self._window.past[0], self._window
        missed = client.role is Role.MISSED
        return {
            "client_id": client.id,
            "amount": client.firm.fee,
            "from_period": first,
            "run_from": first,
            "next_unbilled": window.ended(1) if missed else window.run_period,
            "email": client.firm.email,
            "created_on": self._born,
        }

    def _run(self, period: str) -> Row:
        made = [bill for bill in self._bills if bill.period == period]
        day = self._window.run_day_of(period)
        return {
            "period": period,
            "run_on": day,
            "state": RunState.CLOSED,
            "invoices": len(made),
            "total": Money(sum(bill.sum for bill in made)),
            "closed_at": self._window.at(day, 17),
        }

    def _invoice_dates(self, period: str, issued_on: date) -> InvoiceDates:
        return invoice_dates(self._window.now, InvoiceKind.SUBSCRIPTION, period, issued_on)

    def _invoice(self, bill: Bill) -> Row:
        closed = self._closed(bill)
        return dict(
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

    def _sends(self) -> Iterator[Row]:
        """Of the last two months and of what is owed; older ones left no trace."""
        for number, bill in enumerate(self._bills, 1):
            if not self._closed(bill) or bill.period >= self._window.past[-2]:
                yield {
                    "invoice_id": number,
                    "client_id": bill.client.id,
                    "to": bill.client.firm.email,
                    "state": SendState.CONFIRMED,
                    "prepared_on": bill.issued_on,
                    "sent_at": self._window.at(bill.issued_on, 12, bill.client.id % 60),
                    "settled_at": self._window.at(self._window.now.calendar.add_bd(bill.issued_on, 1), 15),
                }

    def _payment(self, bill: Bill) -> Row:
        paid_on = bill.paid_on or bill.issued_on
        return {
            "client_id": bill.client.id,
            "number": str(100 + bill.client.id % 800),
            "purpose": purpose_of(bill),
            "sum": bill.sum,
            "allocated": bill.sum,
            "paid_on": paid_on,
            "created_at": self._window.at(self._window.now.calendar.add_bd(paid_on, 1), 9, 10),
        }

    def _allocation(self, place: int, number: int, bill: Bill) -> Row:
        made_at = self._window.at(self._window.now.calendar.add_bd(bill.paid_on or bill.issued_on, 1), 9, 10)
        return {
            "payment_id": place,
            "invoice_id": number,
            "client_id": bill.client.id,
            "sum": bill.sum,
            "created_at": made_at,
        }

    def _talks(self) -> Iterator[Row]:
        """One or two with most, not long ago; with those whom nobody has touched only an old one."""
        rng = random.Random(f"{self._seed}/talks")
        for client in self.cast.clients:
            untouched = client.role in (Role.UNTOUCHED, Role.NOBODYS)
            days = [rng.randrange(95, 140), *([] if untouched else [rng.randrange(2, 24)])]
            for ago in days:
                day = self._window.now.calendar.prev_bd(self._window.start - timedelta(days=ago))
                yield {
                    "client_id": client.id,
                    "channel": rng.choice((clients.Channel.CALL, clients.Channel.CALL, clients.Channel.CHAT)),
                    "text": rng.choice(self._sources.said["talks"]),
                    "at": self._window.at(day, rng.randrange(10, 17), rng.randrange(60)),
                    "on": day,
                    "author": client.manager or self._sources.people.managers[0],
                }

    def _notes(self) -> Iterator[Row]:
        rng = random.Random(f"{self._seed}/notes")
        for client in self.cast.clients:
            if rng.random() < 0.4:
                text = rng.choice(self._sources.said["notes"])
                yield {
                    "client_id": client.id,
                    "text": text,
                    "text_key": fold(text),
                    "author": client.manager or self._sources.people.managers[0],
                    "created_at": self._window.at(self._born + timedelta(days=rng.randrange(10, 200)), 16),
                }

    def _steps(self) -> Iterator[Row]:
        """Steps of the ladder that old debts had reached before the lived weeks; the lawyers have one of them whole."""
        window, terms = self._window, self._window.now.terms
        for client in self.cast.of(Role.TWICE, Role.OWES_LONG, Role.WITH_LAWYERS):
            since = window.due_of(window.ended(client.owed - 1))
            for level, late in enumerate(terms.ladder_bd, 2):
                day = window.now.calendar.add_bd(since, late)
                if day < window.start and (level < 4 or client.role is Role.WITH_LAWYERS):
                    yield {
                        "client_id": client.id,
                        "level": level,
                        "kind": StepKind.TAKEN,
                        "on": day,
                        "debt_since": since,
                    }
