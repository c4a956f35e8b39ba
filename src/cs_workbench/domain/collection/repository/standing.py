"""What collection adds to a client's standing: the debt to call about, the last calls, promises and the ladder."""

from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from cs_workbench.domain.billing.records import Invoice
from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.collection.records import CallAttempt, Hold, HoldState, LadderStep, Promise, PromiseState, StepKind
from cs_workbench.storage.rank import word

_held = (
    select(Hold.id)
    .where(
        Hold.client_id == Invoice.client_id,
        Hold.state == HoldState.OPEN,
        or_(Hold.invoice_id.is_(None), Hold.invoice_id == Invoice.id),
        or_(Hold.until.is_(None), Hold.until >= word("today")),
    )
    .exists()
)
_chased = (Invoice.client_id == Client.id, Invoice.open, ~_held)


def _over_chased(value: Any, *more: Any) -> ColumnElement[Any]:
    return select(value).where(*_chased, *more).correlate(Client).scalar_subquery()


def _last_call(value: Any, *more: Any) -> ColumnElement[Any]:
    """A column of the client's last call (or of the last that fits `more`)."""
    wanted = select(value).where(CallAttempt.client_id == Client.id, *more)
    return wanted.order_by(CallAttempt.id.desc()).limit(1).correlate(Client).scalar_subquery()


def _ladder(kind: StepKind) -> ColumnElement[Any]:
    """The highest step for the debt that is the oldest now; steps for an older debt, since paid, do not count."""
    wanted = select(func.coalesce(func.max(LadderStep.level), 0)).where(
        LadderStep.client_id == Client.id, LadderStep.kind == kind, LadderStep.debt_since >= _over_chased(func.min(Invoice.due_on))
    )
    return wanted.correlate(Client).scalar_subquery()


def _promises(*conditions: Any) -> ColumnElement[Any]:
    return select(func.count(Promise.id)).where(Promise.client_id == Client.id, *conditions).correlate(Client).scalar_subquery()


_called = Invoice.call_from <= word("today")
_failed = or_(
    Promise.state == PromiseState.BROKEN,
    Promise.state == PromiseState.PARTLY_KEPT,
    and_(Promise.state == PromiseState.OPEN, Promise.broken_from <= word("today")),
)

STANDING: dict[str, ColumnElement[Any]] = {
    "oldest_due": _over_chased(func.min(Invoice.due_on)),
    "call_sum": _over_chased(func.coalesce(func.sum(Invoice.sum - Invoice.paid), 0), _called),
    "call_count": _over_chased(func.count(Invoice.id), _called),
    "call_due": _over_chased(func.min(Invoice.due_on), _called),
    "call_since": _over_chased(func.min(Invoice.issued_on), _called),
    "quiet_until": _last_call(CallAttempt.quiet_until),
    "callback_at": _last_call(CallAttempt.callback_at),
    "check_on": _last_call(CallAttempt.check_on, CallAttempt.spoke),
    "silent_days": func.coalesce(_last_call(CallAttempt.silent_days), 0),
    "ladder_done": _ladder(StepKind.TAKEN),
    "ladder_raised": _ladder(StepKind.RAISED),
    "promise_open": _promises(Promise.state == PromiseState.OPEN, Promise.broken_from > word("today")),
    "broken_90": _promises(_failed, Promise.on >= word("day_m90")),
    "last_call": _last_call(CallAttempt.on, CallAttempt.spoke),
}
"""`call_*`: the open invoices about which to call today, holds left out; `quiet_until`, `callback_at`, `silent_days`: of the last call;
`check_on`: of the last conversation; `ladder_*`: steps taken and forced; `broken_90`: promises broken in 90 days."""
