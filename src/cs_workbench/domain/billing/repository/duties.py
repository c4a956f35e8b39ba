"""The duty selects of billing: what stands in the queue for each rule of `rules.py`."""

from typing import Any

from sqlalchemy import ColumnElement, Date, Select, String, and_, cast, exists, func, literal, or_, select
from sqlalchemy.orm import aliased

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
    SubscriptionState,
)
from cs_workbench.domain.clients.records import Client
from cs_workbench.storage.rank import duty, word
from cs_workbench.storage.standing import client_standing

_of_client = {
    "client_id": Client.id,
    "client": Client.name,
    "name_key": Client.name_key,
    "health": client_standing.c.health,
}
_period = BillingPeriod.c.period
_runs = or_(Subscription.state == SubscriptionState.ACTIVE, Subscription.state == SubscriptionState.PAUSED)


def _with_client(wanted: Select[Any], client_id: Any) -> Select[Any]:
    return wanted.join(Client, Client.id == client_id).join(client_standing, client_standing.c.client_id == Client.id)


def _billable(period: Any) -> Any:
    """How many subscriptions are to be billed for a month."""
    wanted = select(func.count(Subscription.id)).where(
        _runs, Subscription.from_period <= period, or_(Subscription.to_period.is_(None), Subscription.to_period >= period)
    )
    return wanted.correlate(BillingPeriod).scalar_subquery()


def bl_prep() -> Select[Any]:
    """The business day before the run, until its preview has been seen."""
    seen = exists().where(BillingRun.period == word("period"))
    count = _billable(word("period"))
    columns = duty(
        record_id=literal(0), period=word("period"), due=word("run_day"), since=word("today"), facts=[count.label("subscriptions")]
    )
    return select(*columns).where(word("today") < word("run_day"), word("bd_1") >= word("run_day"), ~seen, count > 0)


def bl_run() -> Select[Any]:
    """Months whose run's day has come and whose run is not closed, from the first month that had to be run."""
    closed = exists().where(BillingRun.period == _period, BillingRun.state == RunState.CLOSED)
    first = select(func.min(Subscription.run_from)).where(_runs).scalar_subquery()
    this = _period == word("period")
    due = case_date(this)
    count = _billable(_period)
    columns = duty(record_id=literal(0), period=_period, due=due, since=due, facts=[count.label("subscriptions")])
    return select(*columns).where(_period >= first, _period <= word("period"), due <= word("today"), ~closed, count > 0)


def case_date(this: ColumnElement[bool]) -> ColumnElement[Any]:
    """The run's day: reckoned for this month, the 15th for months that have passed."""
    past = cast(_period.concat("-15"), String)
    return func.coalesce(func.nullif(func.iif(this, word("run_day"), past), ""), past, type_=Date)


def bl_miss() -> Select[Any]:
    """Past months of a running subscription that have no live invoice: one row for each."""
    billed = exists().where(
        Invoice.subscription_id == Subscription.id,
        Invoice.period == _period,
        Invoice.state.not_in([InvoiceState.SUPERSEDED, InvoiceState.CANCELLED]),  # type: ignore[attr-defined]
    )
    paused = exists().where(
        SubscriptionPause.subscription_id == Subscription.id,
        SubscriptionPause.from_period <= _period,
        SubscriptionPause.to_period > _period,
    )
    due = cast(_period.concat("-15"), String)
    columns = duty(**_of_client, record_id=Subscription.id, period=_period, due=due, since=due, amount=Subscription.amount)
    wanted = select(*columns).select_from(Subscription).join(BillingPeriod, and_(_period >= Subscription.next_unbilled, _period < word("period")))
    return _with_client(wanted, Subscription.client_id).where(
        Subscription.next_unbilled.is_not(None),  # type: ignore[union-attr]
        Subscription.next_unbilled < word("period"),  # type: ignore[operator]
        _runs,
        or_(Subscription.to_period.is_(None), _period <= Subscription.to_period),  # type: ignore[union-attr]
        ~billed,
        ~paused,
    )


def _invoice_facts() -> list[ColumnElement[Any]]:
    return [func.coalesce(Invoice.number, "").label("number"), Invoice.period.label("month")]


def _invoices(due: Any, *conditions: Any) -> Select[Any]:
    columns = duty(
        **_of_client, record_id=Invoice.id, due=due, since=Invoice.issued_on, amount=Invoice.sum - Invoice.paid, facts=_invoice_facts()
    )
    return _with_client(select(*columns).select_from(Invoice), Invoice.client_id).where(*conditions)


def bl_nosent() -> Select[Any]:
    """Invoices not sent by the end of the day on which they were made."""
    return _invoices(Invoice.issued_on, Invoice.state == InvoiceState.ISSUED, Invoice.send_by <= word("now"), Invoice.replaces_id.is_(None))  # type: ignore[union-attr]


def bl_fix() -> Select[Any]:
    """Corrected invoices not sent yet."""
    return _invoices(Invoice.issued_on, Invoice.state == InvoiceState.ISSUED, Invoice.replaces_id.is_not(None))  # type: ignore[union-attr]


def inv_got() -> Select[Any]:
    """Invoices sent a business day ago or earlier, not paid, of which nobody has said that they came."""
    return _invoices(Invoice.ask_from, Invoice.ask_from.is_not(None), Invoice.ask_from <= word("today"), Invoice.open)  # type: ignore[union-attr,operator]


def inv_dup() -> Select[Any]:
    """Copies of invoices that clients asked for and that are not sent yet."""
    columns = duty(
        **_of_client,
        record_id=InvoiceSend.id,
        due=InvoiceSend.prepared_on,
        since=InvoiceSend.prepared_on,
        amount=Invoice.sum - Invoice.paid,
        blocked=Invoice.open,
        facts=[*_invoice_facts(), func.coalesce(InvoiceSend.to, "").label("address")],
    )
    wanted = select(*columns).select_from(InvoiceSend).join(Invoice, Invoice.id == InvoiceSend.invoice_id)
    return _with_client(wanted, InvoiceSend.client_id).where(InvoiceSend.state == SendState.PREPARED, Invoice.open)


def bank_get() -> Select[Any]:
    """The statement up to the day that is asked for, where none that was loaded reaches it."""
    wanted = word("statement_day")
    covered = select(func.max(BankImport.covers_to)).scalar_subquery()
    columns = duty(
        record_id=literal(0), period=cast(wanted, String), due=wanted, since=wanted, facts=[covered.label("covered")]
    )
    reached = exists().where(BankImport.covers_to >= wanted)  # type: ignore[operator]
    return select(*columns).where(word("bd_0") == word("today"), ~reached)


def bank_unm() -> Select[Any]:
    """Income of which a part has no place yet."""
    invoice = aliased(Invoice)
    columns = duty(
        **{**_of_client, "client": func.coalesce(Client.name, ""), "name_key": BankLine.counterparty_key, "health": 100, "client_id": BankLine.client_id},
        record_id=BankLine.id,
        due=BankLine.on,
        since=BankLine.on,
        amount=BankLine.sum - BankLine.allocated,
        facts=[
            BankLine.counterparty.label("counterparty"),
            BankLine.purpose.label("purpose"),
            func.coalesce(literal("счёт № ") + invoice.number, "").label("suggested"),
        ],
    )
    wanted = select(*columns).select_from(BankLine).join(Client, Client.id == BankLine.client_id, isouter=True)
    return wanted.join(invoice, invoice.id == BankLine.invoice_id, isouter=True).where(BankLine.open)
