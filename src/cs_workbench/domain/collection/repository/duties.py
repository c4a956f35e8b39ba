"""The duty selects of collection: what stands in the queue for each rule of `rules.py`."""

from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, case, cast, func, or_, select, true
from sqlmodel import col

from cs_workbench.domain.billing.records import Invoice
from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.collection.records import Hold, HoldState, Promise, PromiseState
from cs_workbench.storage.rank import duty, needs_next, word
from cs_workbench.storage.standing import client_standing

_standing = client_standing.c
_of_client: dict[str, Any] = {
    "client_id": Client.id,
    "client": Client.name,
    "name_key": Client.name_key,
    "health": _standing.health,
}


def _debtors(columns: list[ColumnElement[Any]], *conditions: ColumnElement[bool]) -> Select[Any]:
    joined = select(*columns).select_from(client_standing).join(Client, col(Client.id) == _standing.client_id)
    return joined.where(*conditions)


_quiet = and_(_standing.quiet_until.is_not(None), _standing.quiet_until > word("now"))
_workday = word("bd_0") == word("today")
_broken_before = case((_standing.broken_90 > 0, 2), else_=0)
_may_call = ~col(Client.do_not_call)
_chased = _standing.oldest_due.is_not(None)
_no_promise = _standing.promise_open == 0


def pay_call() -> Select[Any]:
    """Clients whose debt is called about today: no promise stands, nobody spoke today, it is a business day."""
    columns = duty(
        **_of_client,
        record_id=Client.id,
        period=word("period"),
        due=_standing.call_due,
        since=_standing.call_since,
        amount=_standing.call_sum,
        promised=_broken_before,
        facts=[
            _standing.call_count.label("invoices"),
            _standing.silent_days.label("silent_days"),
            _standing.broken_90.label("broken"),
        ],
    )
    return _debtors(columns, _standing.call_sum > 0, _no_promise, ~_quiet, _may_call, _workday)


def pay_back() -> Select[Any]:
    """Clients who asked to be called at a time that has come, and still owe."""
    columns = duty(
        **_of_client,
        record_id=Client.id,
        due=_standing.callback_on,
        since=_standing.callback_on,
        amount=_standing.debt,
        blocked=true(),
        facts=[_standing.callback_at.label("callback_at")],
    )
    return _debtors(columns, _standing.callback_at <= word("now"), _chased, _no_promise, _may_call)


def pay_said() -> Select[Any]:
    """Clients who said that they had paid, on the day of the check, while the debt stands."""
    columns = duty(
        **_of_client,
        record_id=Client.id,
        due=_standing.check_on,
        since=_standing.check_on,
        amount=_standing.debt,
    )
    return _debtors(columns, _standing.check_on <= word("today"), _chased, _no_promise)


def pay_ladder() -> Select[Any]:
    """Clients whose oldest debt has reached a step that is not yet taken."""
    due = _standing.oldest_due
    by_age = case((due <= word("ladder_4"), 4), (due <= word("ladder_3"), 3), (due <= word("ladder_2"), 2), else_=0)
    raised = _standing.ladder_raised > by_age
    level = case((raised, _standing.ladder_raised), else_=by_age)
    columns = duty(
        **_of_client,
        record_id=Client.id,
        period=cast(level, String),
        due=due,
        since=due,
        amount=_standing.debt,
        promised=_broken_before,
        facts=[level.label("level"), raised.label("raised")],
    )
    return _debtors(columns, _chased, level > _standing.ladder_done, _no_promise)


def _promise_duty(promised: int) -> list[ColumnElement[Any]]:
    come = col(Promise.received) + col(Promise.received_late)
    return duty(
        **_of_client,
        record_id=Promise.id,
        due=Promise.on,
        since=Promise.made_on,
        amount=col(Promise.sum) - come,
        promised=promised,
        facts=[
            col(Promise.sum).label("promised_sum"),
            come.label("received"),
            _standing.broken_90.label("broken"),
        ],
    )


def _promises_of(columns: list[ColumnElement[Any]], *conditions: ColumnElement[bool]) -> Select[Any]:
    wanted = select(*columns).select_from(Promise).join(Client, col(Client.id) == col(Promise.client_id))
    joined = wanted.join(client_standing, _standing.client_id == col(Client.id))
    return joined.where(_standing.debt > 0, col(Promise.awaited), *conditions)


def pay_prom() -> Select[Any]:
    """Open promises on their day, and on to the next business day."""
    return _promises_of(
        _promise_duty(1),
        col(Promise.state) == PromiseState.OPEN,
        col(Promise.on) <= word("today"),
        col(Promise.broken_from) > word("today"),
    )


def pay_broken() -> Select[Any]:
    """The last promise of a client where its day passed without the money, no hold stands, and nobody spoke today."""
    return _promises_of(_promise_duty(2), col(Promise.broken_from) <= word("today"), ~_quiet, _chased)


def hold_next() -> Select[Any]:
    """Open holds that nothing will end: no last day, no conflict, no next date, nobody waited for, no reason."""
    owed = select(func.coalesce(func.sum(col(Invoice.sum) - col(Invoice.paid)), 0)).where(
        col(Invoice.client_id) == col(Hold.client_id),
        col(Invoice.open),
        or_(col(Hold.invoice_id).is_(None), col(Hold.invoice_id) == col(Invoice.id)),
    )
    columns = duty(
        **_of_client,
        record_id=Hold.id,
        due=Hold.created_on,
        since=Hold.created_on,
        amount=owed.correlate(Hold).scalar_subquery(),
        facts=[col(Hold.reason).label("reason")],
    )
    wanted = select(*columns).select_from(Hold).join(Client, col(Client.id) == col(Hold.client_id))
    joined = wanted.join(client_standing, _standing.client_id == col(Client.id))
    return joined.where(
        col(Hold.state) == HoldState.OPEN, col(Hold.until).is_(None), col(Hold.conflict_id).is_(None), needs_next(Hold)
    )
