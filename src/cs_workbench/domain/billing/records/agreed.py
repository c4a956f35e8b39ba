"""What is agreed with a client: the monthly fee, its changes and pauses; the month's run; our accounts (8.1, 8.2)."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from sqlalchemy import Column, Connection, Index, String, Table, event, insert

from cs_workbench.domain.billing.records.billed import SendChannel
from cs_workbench.kernel.fields import RefTo
from cs_workbench.kernel.money import Money
from cs_workbench.storage.record import (
    Record,
    choice,
    day,
    metadata,
    moment,
    money,
    one_of,
    open_index,
    positive,
    ref,
    table_args,
)

SubscriptionRef = Annotated[int, RefTo("subscription")]

BillingPeriod = Table("billing_period", metadata, Column("period", String(7), primary_key=True))
"""Every month from 2000 to 2099 as `2026-11`: what selects join to name a month without a row. Filled when made."""


@event.listens_for(BillingPeriod, "after_create")
def _fill_months(table: Table, connection: Connection, **_: object) -> None:
    months = [{"period": f"{year}-{month:02d}"} for year in range(2000, 2100) for month in range(1, 13)]
    connection.execute(insert(table), months)


class SubscriptionState(StrEnum):
    """What was said last of a subscription (row 8.1); its months and its pauses decide which of them are billed."""

    DRAFT = "draft"
    PILOT = "pilot"
    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class RunState(StrEnum):
    """The month's run, from its preview to the day when all is sent."""

    PREVIEW = "preview"
    ISSUED = "issued"
    SENT = "sent"
    CLOSED = "closed"


class Subscription(Record, table=True):
    """A monthly fee in kopecks for whole months `from_period`…`to_period`.

    `amount` is the price that was agreed or billed last; what a month costs, its price changes say (`price_for` in
    `billing/ledger.py`). `next_unbilled` is the first month to be billed that has no live invoice; `run_from` the
    first month whose run must hold it. `email` and `channel` say where invoices go, `due_day` the last day of the
    month to pay (None: the month's last).
    """

    title = "Подписка"
    __table_args__ = table_args(
        one_of("state", SubscriptionState),
        one_of("channel", SendChannel),
        positive("amount"),
        open_index("ix_subscription_unbilled", ("next_unbilled",), "next_unbilled IS NOT NULL"),
    )

    client_id: int = ref("client")
    amount: Money = money()
    from_period: str
    to_period: str | None = None
    run_from: str
    next_unbilled: str | None = None
    state: SubscriptionState = choice(SubscriptionState, default=SubscriptionState.ACTIVE)
    email: str | None = None
    channel: SendChannel | None = choice(SendChannel, default=None)
    remind_from: int = 20
    due_day: int | None = None
    end_reason: str | None = None
    created_on: date = day()


class SubscriptionPause(Record, table=True):
    """Months `from_period` up to, not including, `to_period` in which nothing is billed."""

    title = "Пауза подписки"
    __table_args__ = table_args()

    subscription_id: int = ref("subscription")
    client_id: int = ref("client")
    from_period: str
    to_period: str
    reason: str


class PriceChange(Record, table=True):
    """A new monthly fee from a month on, with its reason (row 8.2)."""

    title = "Изменение цены"
    __table_args__ = table_args(positive("new"))

    subscription_id: int = ref("subscription")
    client_id: int = ref("client")
    from_period: str
    old: Money = money()
    new: Money = money()
    reason: str
    requested_on: date = day()


class BillingRun(Record, table=True):
    """The month's run: one a period."""

    title = "Прогон"
    __table_args__ = table_args(one_of("state", RunState), Index("uq_billing_run_period", "period", unique=True))

    period: str
    run_on: date = day()
    state: RunState = choice(RunState, default=RunState.PREVIEW)
    invoices: int = 0
    total: Money = money(default=Money(0))
    closed_at: datetime | None = moment(default=None)


class OwnAccount(Record, table=True):
    """A bank account of ours; a statement of another account is not loaded (row 8.3)."""

    title = "Наш счёт"
    __table_args__ = table_args(Index("uq_own_account_account", "account", unique=True))

    account: str
    bik: str | None = None
    bank: str | None = None
    org: str | None = None
    inn: str | None = None
