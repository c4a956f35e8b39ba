"""Reads of a client's debt that actions share: its open invoices, those without a hold, those called about."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, func, or_, select
from sqlmodel import col

from cs_workbench.domain.billing.records import Invoice
from cs_workbench.domain.collection.records import Hold, HoldState
from cs_workbench.kernel.money import Money
from cs_workbench.storage.unit import Read


class Owed(NamedTuple):
    """A client's open invoices, the oldest due first: all of them, and those without a hold."""

    invoices: tuple[Invoice, ...]
    free: tuple[Invoice, ...]

    @property
    def debt(self) -> Money:
        """The unpaid remainder of all, due or not, in kopecks."""
        return rest_of(self.invoices)

    def about(self, today: date) -> tuple[Invoice, ...]:
        """What a call today is about: the invoices whose day of calls has come, else those without a hold, else all."""
        called = tuple(invoice for invoice in self.free if invoice.call_from <= today)
        return called or self.free or self.invoices


def rest_of(invoices: Iterable[Invoice]) -> Money:
    """The unpaid remainder of invoices in kopecks."""
    return sum((invoice.sum - invoice.paid for invoice in invoices), Money(0))


def stops(day: date | ColumnElement[Any]) -> ColumnElement[bool]:
    """Holds that have not come to their end by a day."""
    return or_(col(Hold.until).is_(None), col(Hold.until) >= day)


def holds_of(read: Read, client_id: int) -> list[Hold]:
    """The holds of a client that stand today."""
    wanted = select(Hold).where(
        col(Hold.client_id) == client_id, col(Hold.state) == HoldState.OPEN, stops(read.day.today)
    )
    return read.all(wanted.order_by(col(Hold.id)))


def owed_by(read: Read, client_id: int) -> Owed:
    """What a client owes today."""
    wanted = select(Invoice).where(col(Invoice.client_id) == client_id, col(Invoice.open))
    invoices = tuple(read.all(wanted.order_by(col(Invoice.due_on), col(Invoice.id))))
    held = {hold.invoice_id for hold in holds_of(read, client_id)}
    return Owed(invoices, tuple(one for one in invoices if None not in held and one.id not in held))


def debts_of(read: Read, clients: Iterable[int]) -> dict[int, Money]:
    """The debts of clients who owe, in kopecks; who owes nothing is absent."""
    rest = func.sum(col(Invoice.sum) - col(Invoice.paid))
    wanted = select(col(Invoice.client_id), rest).where(col(Invoice.client_id).in_(list(clients)), col(Invoice.open))
    rows = read.session.execute(wanted.group_by(col(Invoice.client_id)))
    return {number: Money(int(debt)) for number, debt in rows}
