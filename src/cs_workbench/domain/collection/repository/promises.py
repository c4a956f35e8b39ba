"""Reads of promises: how one stands today, which it replaces, what money has come since it was given."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import case, func, or_, select
from sqlmodel import col

from cs_workbench.domain.billing.records import Payment
from cs_workbench.domain.collection.records import HoldState, Promise, PromiseState
from cs_workbench.kernel.today import Today
from cs_workbench.storage.unit import Read

SETTLED_DAYS = 90
"""Calendar days for which a promise is reckoned anew when money comes; broken ones count in health as long."""


def failed_state(received: int) -> PromiseState:
    """What a promise is whose day passed without the whole sum, by what came in time."""
    return PromiseState.PARTLY_KEPT if received > 0 else PromiseState.BROKEN


def promise_as_of(row: Mapping[str, Any], today: Today) -> dict[str, Any]:
    """What time has decided of a promise: stored as open, it is broken from the business day after its day."""
    if row["state"] != PromiseState.OPEN or row["broken_from"] > today.today:
        return {}
    return {"state": failed_state(row["received"])}


def hold_as_of(row: Mapping[str, Any], today: Today) -> dict[str, Any]:
    """A hold whose last day has passed is lifted, though nobody lifted it."""
    ended = row["until"] is not None and row["until"] < today.today
    return {"state": HoldState.LIFTED} if ended else {}


EFFECTIVE: Mapping[str, Callable[[Mapping[str, Any], Today], dict[str, Any]]] = {
    "promise": promise_as_of,
    "hold": hold_as_of,
}
"""For a typed row and a moment: the values that time has changed since the row was written."""


def last_promise(read: Read, client_id: int) -> Promise | None:
    """The newest promise of a client, whatever became of it."""
    return read.first(select(Promise).where(col(Promise.client_id) == client_id).order_by(col(Promise.id).desc()))


def last_ids(read: Read, clients: Iterable[int]) -> set[int]:
    """The ids of the newest promise of each client, of those whose money is awaited where there is one."""
    awaited = func.max(case((col(Promise.awaited), col(Promise.id))))
    wanted = select(func.coalesce(awaited, func.max(col(Promise.id)))).where(col(Promise.client_id).in_(list(clients)))
    return set(read.all(wanted.group_by(col(Promise.client_id))))


def unsettled(read: Read, clients: Iterable[int]) -> list[Promise]:
    """Promises that money may still decide: awaited, or of the last 90 days; superseded and cancelled never."""
    since = read.day.today - timedelta(days=SETTLED_DAYS)
    wanted = select(Promise).where(
        col(Promise.client_id).in_(list(clients)),
        col(Promise.state).not_in([PromiseState.SUPERSEDED, PromiseState.CANCELLED]),
        or_(col(Promise.awaited), col(Promise.on) >= since),
    )
    return read.all(wanted.order_by(col(Promise.id)))


def payments_since(read: Read, clients: Iterable[int], day: date) -> dict[int, list[Payment]]:
    """Payments of each client that came on a day or later."""
    wanted = select(Payment).where(col(Payment.client_id).in_(list(clients)), col(Payment.paid_on) >= day)
    found: dict[int, list[Payment]] = {}
    for payment in read.all(wanted):
        found.setdefault(payment.client_id, []).append(payment)
    return found


def last_payment_at(read: Read, client_id: int, moment: datetime) -> int:
    """The id of a client's newest payment that was recorded by a moment; 0 where there is none."""
    wanted = select(func.max(col(Payment.id))).where(
        col(Payment.client_id) == client_id, col(Payment.created_at) <= moment
    )
    return read.first(wanted) or 0
