"""The head of a client's card: who it is, what it owes, how it stands and why, what to be careful of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlmodel import col

from cs_workbench.domain.billing.records import Invoice
from cs_workbench.domain.card import standing_of
from cs_workbench.domain.clients.records import Client, Contact
from cs_workbench.domain.collection.repository.debts import holds_of
from cs_workbench.domain.glance import open_promise
from cs_workbench.domain.requests.records import Conflict
from cs_workbench.domain.standing import health_terms
from cs_workbench.kernel.money import Money
from cs_workbench.storage.unit import Read


@dataclass(frozen=True)
class StandingHold:
    """A stop on calls about one invoice, named by its number or its month; about all, where both are empty."""

    reason: str
    until: date | None
    number: str
    period: str


@dataclass(frozen=True)
class Head:
    """A client as it stands. `fields` are the values that a form of `clients.edit` begins with, `rev` the version they
    are of.

    `terms` take `health` apart by name; `promise` is the open promise (day, sum), `broken` counts those broken in
    90 days; `last_touch` is the last day on which somebody spoke with the client; `people` and `unpaid` count
    contacts and open invoices; `conflicts` are the demands of the open ones.
    """

    client_id: int
    rev: int
    name: str
    fields: Mapping[str, str]
    debt: Money
    health: int
    terms: Mapping[str, int]
    last_touch: date
    promise: tuple[date, Money] | None
    broken: int
    holds: tuple[StandingHold, ...]
    people: int
    unpaid: int
    conflicts: tuple[str, ...] = ()

    @property
    def do_not_call(self) -> bool:
        """Whether the client asked for peace."""
        return self.fields["do_not_call"] == "да"


EDITED = ("name", "inn", "kpp", "phone", "email", "manager", "source")


def client_head(read: Read, client_id: int) -> Head | None:
    """The client as it stands; None where it is gone."""
    client = read.session.get(Client, client_id)
    if client is None:
        return None
    stands = standing_of(read, client_id)
    fields = {name: getattr(client, name) or "" for name in EDITED}
    return Head(
        client_id,
        client.rev,
        client.name,
        {**fields, "kind": client.kind.value, "do_not_call": "да" if client.do_not_call else "нет"},
        stands["debt"],
        stands["health"],
        health_terms(stands),
        stands["last_touch"],
        open_promise(read, client_id),
        stands["broken_90"],
        tuple(_hold(read, hold.reason, hold.until, hold.invoice_id) for hold in holds_of(read, client_id)),
        _count(read, col(Contact.client_id) == client_id),
        _count(read, col(Invoice.client_id) == client_id, col(Invoice.open)),
        tuple(read.all(select(col(Conflict.demand)).where(col(Conflict.client_id) == client_id, col(Conflict.open)))),
    )


def _hold(read: Read, reason: str, until: date | None, invoice_id: int | None) -> StandingHold:
    if invoice_id is None:
        return StandingHold(reason, until, "", "")
    invoice = read.get(Invoice, invoice_id)
    return StandingHold(reason, until, invoice.number or "", invoice.period)


def _count(read: Read, *conditions: Any) -> int:
    return read.first(select(func.count()).where(*conditions)) or 0
