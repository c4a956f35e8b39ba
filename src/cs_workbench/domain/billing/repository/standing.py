"""What billing adds to a client's standing: the debt, and the months of it that are overdue."""

from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlmodel import col

from cs_workbench.domain.billing.records import Invoice
from cs_workbench.domain.clients.records import Client
from cs_workbench.storage.rank import word

_owed = (col(Invoice.client_id) == col(Client.id), col(Invoice.open))
_rest = col(Invoice.sum) - col(Invoice.paid)


def _over_owed(value: ColumnElement[Any], *more: ColumnElement[bool]) -> ColumnElement[Any]:
    return select(value).where(*_owed, *more).correlate(Client).scalar_subquery()


STANDING: dict[str, ColumnElement[Any]] = {
    "debt": _over_owed(func.coalesce(func.sum(_rest), 0)),
    "overdue_months": _over_owed(func.count(col(Invoice.period).distinct()), col(Invoice.due_on) < word("today")),
}
"""`debt`: the unpaid remainder of invoices, due or not; `overdue_months`: months with something unpaid past its day."""
