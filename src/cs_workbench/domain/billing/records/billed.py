"""What is billed: the invoice and each time it was sent (rows 8.1, 2.2)."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from sqlalchemy import CheckConstraint, Index, text

from cs_workbench.kernel.fields import RefTo
from cs_workbench.kernel.money import Money
from cs_workbench.storage.record import (
    Record,
    choice,
    day,
    moment,
    money,
    one_of,
    open_index,
    positive,
    ref,
    table_args,
)

InvoiceRef = Annotated[int, RefTo("invoice")]
SendRef = Annotated[int, RefTo("invoice_send")]


class InvoiceKind(StrEnum):
    """`subscription` is the monthly fee; `one_off` an invoice made by hand without a subscription for its month."""

    SUBSCRIPTION = "subscription"
    EQUIPMENT = "equipment"
    SERVICE = "service"
    ONE_OFF = "one_off"


class InvoiceState(StrEnum):
    """`partly_paid` and `paid` follow the sum of allocations; overdue is derived."""

    ISSUED = "issued"
    SENT = "sent"
    PARTLY_PAID = "partly_paid"
    PAID = "paid"
    SUPERSEDED = "superseded"
    CANCELLED = "cancelled"
    WRITTEN_OFF = "written_off"


class SendKind(StrEnum):
    """Why an invoice is sent."""

    FIRST = "first"
    DUPLICATE = "duplicate"
    CORRECTED = "corrected"


class SendChannel(StrEnum):
    """How an invoice is sent."""

    MAIL = "mail"
    EDO = "edo"
    MESSENGER = "messenger"


class SendState(StrEnum):
    """A sending, from wish to known fate (row 2.2)."""

    PREPARED = "prepared"
    SENT = "sent"
    CONFIRMED = "confirmed"
    BOUNCED = "bounced"


class Invoice(Record, table=True):
    """An invoice. Sums in kopecks; `paid` is the sum of its allocations; `open` says that a remainder is owed.

    Dates that rules compare are reckoned beforehand (`billing/ledger.py`): `call_from` the first day on which its
    debt is called about (row 2.1), `send_by` the moment by which it must be sent, `ask_from` the day on which to ask
    whether it was received. `sum` is what is owed, `period` its month (`2026-11`), `year` that of `issued_on`, in
    which the number is unique.

    `fix_sum` is what the client's copy must say and does not yet (row 8.2): another sum than `sum` where the price
    changed after the invoice was made, the same where this invoice corrects another and has not been sent.
    `sent_before`: it came from 1C's list as one of an earlier day, which the client has.
    """

    title = "Счёт"
    __table_args__ = table_args(
        one_of("kind", InvoiceKind),
        one_of("state", InvoiceState),
        positive("sum"),
        CheckConstraint("paid >= 0 AND paid <= sum", name="paid_within_sum"),
        positive("fix_sum"),
        Index("uq_invoice_year_number", "year", "number", unique=True),
        Index("ix_invoice_period", "period"),
        Index(
            "uq_invoice_subscription_id_period",
            "subscription_id",
            "period",
            unique=True,
            sqlite_where=text("state NOT IN ('superseded', 'cancelled')"),
            postgresql_where=text("state NOT IN ('superseded', 'cancelled')"),
        ),
        open_index("ix_invoice_open", ("client_id", "due_on"), "open = 1"),
        open_index("ix_invoice_unsent", ("send_by",), "state = 'issued'"),
        open_index("ix_invoice_ask", ("ask_from",), "ask_from IS NOT NULL"),
        open_index("ix_invoice_fix", ("id",), "fix_sum IS NOT NULL"),
    )

    client_id: int = ref("client")
    subscription_id: int | None = ref("subscription", default=None, index=False)
    period: str
    number: str | None = None
    year: int
    kind: InvoiceKind = choice(InvoiceKind, default=InvoiceKind.ONE_OFF)
    state: InvoiceState = choice(InvoiceState, default=InvoiceState.ISSUED)
    open: bool = True
    issued_on: date = day()
    due_on: date = day()
    sum: Money = money()
    paid: Money = money(default=Money(0))
    call_from: date = day()
    send_by: datetime = moment()
    ask_from: date | None = day(default=None)
    fix_sum: Money | None = money(default=None)
    replaces_id: int | None = ref("invoice", default=None)
    reason: str | None = None
    sent_before: bool = False


class InvoiceSend(Record, table=True):
    """One sending of an invoice; `prepared` waits for the manager, who marks it sent (row 2.2)."""

    title = "Отправка счёта"
    __table_args__ = table_args(
        one_of("kind", SendKind),
        one_of("channel", SendChannel),
        one_of("state", SendState),
        open_index("ix_invoice_send_prepared", ("client_id",), "state = 'prepared'"),
    )

    invoice_id: int = ref("invoice")
    client_id: int = ref("client")
    kind: SendKind = choice(SendKind, default=SendKind.FIRST)
    channel: SendChannel = choice(SendChannel, default=SendChannel.MAIL)
    to: str | None = None
    state: SendState = choice(SendState, default=SendState.PREPARED)
    prepared_on: date = day()
    sent_at: datetime | None = moment(default=None)
    settled_at: datetime | None = moment(default=None)
