"""What collection adds to a client's standing: the debt to call about, the last calls, promises and the ladder."""

from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, func, null, or_, select
from sqlmodel import col

from cs_workbench.domain.billing.records import Invoice
from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.collection.records import (
    CallAttempt,
    Hold,
    HoldState,
    LadderStep,
    Promise,
    PromiseState,
    StepKind,
)
from cs_workbench.domain.collection.repository.debts import stops
from cs_workbench.storage.rank import word

_held = (
    exists()
    .where(
        col(Hold.client_id) == col(Invoice.client_id),
        col(Hold.state) == HoldState.OPEN,
        or_(col(Hold.invoice_id).is_(None), col(Hold.invoice_id) == col(Invoice.id)),
        stops(word("today")),
    )
    .correlate(Invoice)
)
_chased = (col(Invoice.client_id) == col(Client.id), col(Invoice.open), ~_held)


def _over_chased(value: ColumnElement[Any], *more: ColumnElement[bool]) -> ColumnElement[Any]:
    return select(value).where(*_chased, *more).correlate(Client).scalar_subquery()


def _last_call(value: Any, *more: Any) -> ColumnElement[Any]:
    """A column of the client's last call (or of the last that fits `more`)."""
    wanted = select(value).where(col(CallAttempt.client_id) == col(Client.id), *more)
    newest = wanted.order_by(col(CallAttempt.at).desc(), col(CallAttempt.id).desc())
    return newest.limit(1).correlate(Client).scalar_subquery()


# What was said in a call holds while something owed then is owed still, and until the client promises something else.
_owed_then = exists().where(*_chased, col(Invoice.issued_on) <= col(CallAttempt.on)).correlate(Client, CallAttempt)
_promised_since = (
    exists()
    .where(col(Promise.client_id) == col(CallAttempt.client_id), col(Promise.made_at) > col(CallAttempt.at))
    .correlate(CallAttempt)
)


def _while_it_holds(value: Any) -> ColumnElement[Any]:
    return case((and_(value.is_not(None), _owed_then, ~_promised_since), value), else_=null())


def _ladder(kind: StepKind) -> ColumnElement[Any]:
    """The highest step for the debt that is the oldest now; steps for an older debt, since paid, do not count."""
    wanted = select(func.coalesce(func.max(col(LadderStep.level)), 0)).where(
        col(LadderStep.client_id) == col(Client.id),
        col(LadderStep.kind) == kind,
        col(LadderStep.debt_since) >= _over_chased(func.min(col(Invoice.due_on))),
    )
    return wanted.correlate(Client).scalar_subquery()


def _promises(*conditions: ColumnElement[bool]) -> ColumnElement[Any]:
    wanted = select(func.count(col(Promise.id))).where(col(Promise.client_id) == col(Client.id), *conditions)
    return wanted.correlate(Client).scalar_subquery()


_rest = col(Invoice.sum) - col(Invoice.paid)
_called = col(Invoice.call_from) <= word("today")
_state = col(Promise.state)
_failed = or_(
    _state == PromiseState.BROKEN,
    _state == PromiseState.PARTLY_KEPT,
    and_(_state == PromiseState.OPEN, col(Promise.broken_from) <= word("today")),
)

STANDING: dict[str, ColumnElement[Any]] = {
    "oldest_due": _over_chased(func.min(col(Invoice.due_on))),
    "call_sum": _over_chased(func.coalesce(func.sum(_rest), 0), _called),
    "call_count": _over_chased(func.count(col(Invoice.id)), _called),
    "call_due": _over_chased(func.min(col(Invoice.due_on)), _called),
    "call_since": _over_chased(func.min(col(Invoice.issued_on)), _called),
    "quiet_until": _last_call(col(CallAttempt.quiet_until)),
    "callback_at": _last_call(_while_it_holds(col(CallAttempt.callback_at))),
    "callback_on": _last_call(_while_it_holds(col(CallAttempt.callback_on))),
    "check_on": _last_call(_while_it_holds(col(CallAttempt.check_on)), col(CallAttempt.spoke)),
    "silent_days": func.coalesce(_last_call(case((_owed_then, col(CallAttempt.silent_days)), else_=0)), 0),
    "ladder_done": _ladder(StepKind.TAKEN),
    "ladder_raised": _ladder(StepKind.RAISED),
    "promise_open": _promises(_state == PromiseState.OPEN, col(Promise.broken_from) > word("today")),
    "broken_90": _promises(_failed, col(Promise.on) >= word("day_m90")),
    "last_call": _last_call(col(CallAttempt.on), col(CallAttempt.spoke)),
}
"""`call_*`: the open invoices about which to call today, holds left out; `quiet_until`, `callback_*`, `silent_days`: of
the last call; `check_on`: of the last conversation; `ladder_*`: steps taken and forced; `broken_90`: promises broken in
90 days."""
