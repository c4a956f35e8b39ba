"""The list of all clients in frozen rows: its totals, the order of its ids, and the rows of a page.

A list holds ids alone, eight bytes a client; what a window shows is read when it is shown.
"""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, func, select
from sqlmodel import col

from cs_workbench.domain.clients.records import Client
from cs_workbench.kernel.money import Money
from cs_workbench.storage.standing import client_standing
from cs_workbench.storage.unit import Read

POOR = 60
"""Health below which a client asks for attention (the term R of the score)."""

_stands = client_standing.c
_nobodys = col(Client.manager).is_(None)
_name = (col(Client.name_key), col(Client.id))

ORDERS: Mapping[str, Callable[[], tuple[ColumnElement[bool] | None, Sequence[Any]]]] = {
    "all": lambda: (None, _name),
    "nobodys": lambda: (_nobodys, (_stands.debt.desc(), _stands.health, _stands.last_touch, *_name)),
    "health": lambda: (None, (_stands.health, _stands.debt.desc(), *_name)),
    "debt": lambda: (_stands.debt > 0, (_stands.debt.desc(), *_name)),
}
"""The lists: which clients, in which order. Nobody's come money first, then the least healthy (row 20.1)."""


@dataclass(frozen=True, slots=True)
class ClientTotals:
    """Counts of clients and their debt in kopecks; `poor` are those whose health is below `POOR`."""

    total: int
    nobodys: int
    poor: int
    debtors: int
    debt: Money

    @property
    def counts(self) -> Mapping[str, int]:
        """How many clients each list asks to look at."""
        return {"all": self.total, "nobodys": self.nobodys, "health": self.poor, "debt": self.debtors}


@dataclass(frozen=True, slots=True)
class ClientRow:
    """A client of the list. `last_touch` is the last day on which somebody spoke with it; `conflicts` counts those
    that are open.
    """

    id: int
    name: str
    manager: str
    debt: Money
    health: int
    last_touch: date
    conflicts: int
    do_not_call: bool


def client_totals(read: Read) -> ClientTotals:
    """The totals, by one aggregate."""

    def counted(condition: ColumnElement[bool]) -> Any:
        return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)

    wanted = _joined(
        func.count(),
        counted(_nobodys),
        counted(_stands.health < POOR),
        counted(_stands.debt > 0),
        func.coalesce(func.sum(_stands.debt), 0),
    )
    *counts, debt = read.session.connection().execute(wanted).one()
    total, nobodys, poor, debtors = (int(one) for one in counts)
    return ClientTotals(total, nobodys, poor, debtors, Money(int(debt)))


def client_ids(read: Read, order: str, words: str = "") -> "array[int]":
    """Ids of a list's clients in its order; those whose folded name has every one of the words."""
    condition, by = ORDERS[order]()
    wanted = _joined(col(Client.id)).order_by(*by)
    if condition is not None:
        wanted = wanted.where(condition)
    for word in words.split():
        wanted = wanted.where(col(Client.name_key).contains(word, autoescape=True))
    return array("q", read.session.connection().scalars(wanted))


def client_rows(read: Read, ids: Sequence[int]) -> tuple[ClientRow, ...]:
    """The rows of these clients, in this order; those gone meanwhile are left out."""
    wanted = _joined(
        col(Client.id),
        col(Client.name),
        func.coalesce(col(Client.manager), ""),
        _stands.debt,
        _stands.health,
        _stands.last_touch,
        _stands.conflicts,
        col(Client.do_not_call),
    ).where(col(Client.id).in_(list(ids)))
    found = {row[0]: ClientRow(*row) for row in read.session.connection().execute(wanted)}
    return tuple(found[number] for number in ids if number in found)


def _joined(*columns: Any) -> Any:
    return select(*columns).select_from(Client).join(client_standing, _stands.client_id == col(Client.id))
