"""The duty selects of billing: what stands in the queue for each rule of `rules.py`."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    String,
    and_,
    case,
    cast,
    exists,
    func,
    literal,
    not_,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import aliased
from sqlmodel import col

from cs_workbench.domain.billing.records import (
    BankImport,
    BankLine,
    BillingPeriod,
    BillingRun,
    Invoice,
    InvoiceSend,
    InvoiceState,
    RunState,
    SendState,
    Subscription,
    SubscriptionPause,
)
from cs_workbench.domain.billing.repository.billed import BILLED, live
from cs_workbench.domain.clients.records import Client
from cs_workbench.storage.rank import duty, word
from cs_workbench.storage.standing import client_standing

_of_client: dict[str, Any] = {
    "client_id": col(Client.id),
    "client": col(Client.name),
    "name_key": col(Client.name_key),
    "health": client_standing.c.health,
}
_period = BillingPeriod.c.period
_next = col(Subscription.next_unbilled)
_rest = col(Invoice.sum) - col(Invoice.paid)


def _with_client(wanted: Select[Any], client_id: Any) -> Select[Any]:
    known = wanted.join(Client, col(Client.id) == client_id)
    return known.join(client_standing, client_standing.c.client_id == col(Client.id))


def _missing(period: Any) -> tuple[ColumnElement[bool], ...]:
    """Subscriptions that are to be billed for a month and are not."""
    to_period = col(Subscription.to_period)
    billed = exists().where(col(Invoice.subscription_id) == col(Subscription.id), col(Invoice.period) == period, live())
    paused = exists().where(
        col(SubscriptionPause.subscription_id) == col(Subscription.id),
        col(SubscriptionPause.from_period) <= period,
        col(SubscriptionPause.to_period) > period,
    )
    first = _next == period
    return (
        _next.is_not(None),
        _next <= period,
        col(Subscription.state).in_(BILLED),
        or_(to_period.is_(None), to_period >= period),
        # The first month without an invoice is neither billed nor paused: nothing to look up for most.
        or_(first, and_(not_(billed), not_(paused))),
    )


def _left(period: Any) -> ColumnElement[int]:
    """How many subscriptions the month's run still has to bill."""
    wanted = select(func.count(col(Subscription.id))).where(*_missing(period), col(Subscription.run_from) <= period)
    return wanted.correlate(BillingPeriod).scalar_subquery()


def _unsent(period: Any) -> ColumnElement[int]:
    """How many of the month's fees have been made and not sent."""
    wanted = select(func.count(col(Invoice.id))).where(
        col(Invoice.state) == InvoiceState.ISSUED,
        col(Invoice.period) == period,
        col(Invoice.subscription_id).is_not(None),
    )
    return wanted.correlate(BillingPeriod).scalar_subquery()


def bl_prep() -> Select[Any]:
    """The business day before the run, until its preview has been seen."""
    seen = exists().where(col(BillingRun.period) == word("period"))
    left = _left(word("period"))
    columns = duty(
        record_id=literal(0),
        period=word("period"),
        due=word("run_day"),
        since=word("today"),
        facts=[left.label("subscriptions")],
    )
    near = (word("today") < word("run_day"), word("bd_1") >= word("run_day"))
    return select(*columns).where(*near, not_(seen), left > 0)


def bl_run() -> Select[Any]:
    """Months whose run's day has come, that have something to bill or a run under way, and whose run is not closed."""
    of_month = exists().where(col(BillingRun.period) == _period)
    closed = of_month.where(col(BillingRun.state) == RunState.CLOSED)
    under_way = of_month.where(or_(*(col(BillingRun.state) == state for state in (RunState.ISSUED, RunState.SENT))))
    due, left = _run_day(), _left(_period)
    columns = duty(
        record_id=literal(0),
        period=_period,
        due=due,
        since=due,
        facts=[left.label("subscriptions"), _unsent(_period).label("unsent")],
    )
    past = (_period <= word("period"), due <= word("today"))
    return select(*columns).where(*past, not_(closed), or_(under_way, left > 0))


def _run_day() -> ColumnElement[Any]:
    """The run's day: reckoned for this month, the 15th of months that have passed."""
    return case((_period == word("period"), word("run_day")), else_=_fifteenth())


def _fifteenth() -> ColumnElement[Any]:
    return type_coerce(_period.concat("-15"), Date())


def bl_miss() -> Select[Any]:
    """Past months of a subscription that have no live invoice and no pause: one row for each."""
    due = _fifteenth()
    columns = duty(
        **_of_client,
        record_id=col(Subscription.id),
        period=_period,
        due=due,
        since=due,
        amount=col(Subscription.amount),
    )
    months = and_(_period >= _next, _period < word("period"))
    wanted = select(*columns).select_from(Subscription).join(BillingPeriod, months)
    return _with_client(wanted, col(Subscription.client_id)).where(_next < word("period"), *_missing(_period))


def _invoice_facts() -> list[ColumnElement[Any]]:
    return [func.coalesce(col(Invoice.number), "").label("number"), col(Invoice.period).label("month")]


def _invoices(due: Any, *conditions: Any, amount: Any = _rest) -> Select[Any]:
    columns = duty(
        **_of_client,
        record_id=col(Invoice.id),
        due=due,
        since=col(Invoice.issued_on),
        amount=amount,
        facts=_invoice_facts(),
    )
    return _with_client(select(*columns).select_from(Invoice), col(Invoice.client_id)).where(*conditions)


def bl_nosent() -> Select[Any]:
    """Invoices not sent by the end of the day on which they were made; corrected ones stand under BL-FIX.

    `coalesce` keeps the planner from the index of corrections, which nearly every invoice is in.
    """
    return _invoices(
        col(Invoice.issued_on),
        col(Invoice.state) == InvoiceState.ISSUED,
        col(Invoice.send_by) <= word("now"),
        func.coalesce(Invoice.replaces_id, 0) == 0,
    )


def bl_fix() -> Select[Any]:
    """Corrected invoices that the client has not been sent, paid or not."""
    fix = col(Invoice.fix_sum)
    return _invoices(col(Invoice.issued_on), fix.is_not(None), fix == col(Invoice.sum), amount=fix)


def bl_fix_wanted() -> Select[Any]:
    """Invoices whose month's price changed after they were made."""
    fix = col(Invoice.fix_sum)
    return _invoices(col(Invoice.issued_on), fix.is_not(None), fix != col(Invoice.sum), amount=fix)


def inv_got() -> Select[Any]:
    """Invoices sent a business day ago or earlier, not paid, of which nobody has said that they came."""
    ask = col(Invoice.ask_from)
    return _invoices(ask, ask.is_not(None), ask <= word("today"), col(Invoice.open))


def inv_dup() -> Select[Any]:
    """Copies of invoices that clients asked for and that are not sent yet."""
    columns = duty(
        **_of_client,
        record_id=col(InvoiceSend.id),
        due=col(InvoiceSend.prepared_on),
        since=col(InvoiceSend.prepared_on),
        amount=_rest,
        blocked=col(Invoice.open),
        facts=[*_invoice_facts(), func.coalesce(col(InvoiceSend.to), "").label("address")],
    )
    wanted = select(*columns).select_from(InvoiceSend).join(Invoice, col(Invoice.id) == col(InvoiceSend.invoice_id))
    prepared = col(InvoiceSend.state) == SendState.PREPARED
    return _with_client(wanted, col(InvoiceSend.client_id)).where(prepared, col(Invoice.open))


def bank_get() -> Select[Any]:
    """The statement up to the day that is asked for, where none that was loaded reaches it."""
    wanted, covers_to = word("statement_day"), col(BankImport.covers_to)
    covered = select(func.max(covers_to)).scalar_subquery()
    columns = duty(
        record_id=literal(0),
        period=cast(wanted, String),
        due=wanted,
        since=wanted,
        facts=[covered.label("covered")],
    )
    return select(*columns).where(word("bd_0") == word("today"), not_(exists().where(covers_to >= wanted)))


def bank_unm() -> Select[Any]:
    """Income of which a part has no place yet."""
    invoice = aliased(Invoice)
    columns = duty(
        client_id=col(BankLine.client_id),
        client=func.coalesce(col(Client.name), ""),
        name_key=col(BankLine.counterparty_key),
        record_id=col(BankLine.id),
        due=col(BankLine.on),
        since=col(BankLine.on),
        amount=col(BankLine.sum) - col(BankLine.allocated),
        facts=[
            col(BankLine.counterparty).label("counterparty"),
            col(BankLine.purpose).label("purpose"),
            func.coalesce(literal("счёт № ") + col(invoice.number), "").label("suggested"),
        ],
    )
    wanted = select(*columns).select_from(BankLine)
    wanted = wanted.join(Client, col(Client.id) == col(BankLine.client_id), isouter=True)
    suggested = and_(col(invoice.id) == col(BankLine.invoice_id), col(invoice.open))
    wanted = wanted.join(invoice, suggested, isouter=True)
    return wanted.where(col(BankLine.open))
