"""What was paid: payments and what they close, credits, the bank's imports and lines, remembered payers (row 8.3)."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from sqlalchemy import CheckConstraint, Index

from cs_workbench.kernel.fields import RefTo
from cs_workbench.kernel.money import Money
from cs_workbench.storage.record import (
    Record,
    choice,
    day,
    long_text,
    moment,
    money,
    one_of,
    open_index,
    positive,
    ref,
    table_args,
)

PaymentRef = Annotated[int, RefTo("payment")]
AllocationRef = Annotated[int, RefTo("allocation")]
CreditRef = Annotated[int, RefTo("client_credit")]
BankLineRef = Annotated[int, RefTo("bank_line")]


class Direction(StrEnum):
    """Which way a line of a statement moves money."""

    INCOME = "income"
    EXPENSE = "expense"
    OWN = "own"


class LineState(StrEnum):
    """`auto` was allocated by the import, `allocated` by hand; `suggested` waits for a word, `new` for a match."""

    NEW = "new"
    AUTO = "auto"
    SUGGESTED = "suggested"
    ALLOCATED = "allocated"
    IGNORED = "ignored"


class BankImport(Record, table=True):
    """One loaded statement. `covers_to` is the last day it speaks of; `sha` the digest of the file."""

    title = "Загрузка выписки"
    __table_args__ = table_args(Index("ix_bank_import_covers_to", "covers_to"))

    at: datetime = moment()
    file: str
    sha: str
    covers_from: date | None = day(default=None)
    covers_to: date | None = day(default=None)
    lines: int = 0
    income: Money = money(default=Money(0))
    expense: Money = money(default=Money(0))


class BankLine(Record, table=True):
    """One movement of a statement, known for ever by its fingerprint. `terms` prints the match's score."""

    title = "Строка выписки"
    __table_args__ = table_args(
        one_of("direction", Direction),
        one_of("state", LineState),
        positive("sum"),
        CheckConstraint("allocated >= 0 AND allocated <= sum", name="allocated_within_sum"),
        Index("uq_bank_line_fingerprint", "fingerprint", unique=True),
        open_index("ix_bank_line_unmatched", ("on",), "open = 1"),
    )

    import_id: int = ref("bank_import")
    client_id: int | None = ref("client", default=None)
    fingerprint: str
    account: str
    direction: Direction = choice(Direction)
    number: str
    on: date = day()
    sum: Money = money()
    allocated: Money = money(default=Money(0))
    counterparty: str
    counterparty_key: str
    counterparty_account: str = ""
    inn: str | None = None
    purpose: str = long_text()
    state: LineState = choice(LineState, default=LineState.NEW)
    open: bool = False  # income of which a part has no place yet
    score: int = 0
    terms: str = ""
    invoice_id: int | None = ref("invoice", default=None)  # the suggestion, where there is just one
    reason: str | None = None


class Payment(Record, table=True):
    """Money that came from a client, from the bank or by hand. `allocated` is what closes invoices, the rest is a
    credit.
    """

    title = "Платёж"
    __table_args__ = table_args(
        positive("sum"),
        CheckConstraint("allocated >= 0 AND allocated <= sum", name="allocated_within_sum"),
        Index("ix_payment_client_id_paid_on", "client_id", "paid_on"),
    )

    client_id: int = ref("client", index=False)
    bank_line_id: int | None = ref("bank_line", default=None)
    number: str | None = None
    purpose: str | None = None
    sum: Money = money()
    allocated: Money = money(default=Money(0))
    paid_on: date = day()
    created_at: datetime = moment()


class Allocation(Record, table=True):
    """A part of a payment or of a credit that closes a part of an invoice."""

    title = "Разнесение"
    __table_args__ = table_args(positive("sum"))

    payment_id: int = ref("payment")
    invoice_id: int = ref("invoice")
    client_id: int = ref("client")
    sum: Money = money()
    created_at: datetime = moment()


class ClientCredit(Record, table=True):
    """What a client paid above all invoices: the payment's unallocated rest, to be applied to a later invoice. `rest`
    goes to nought.
    """

    title = "Аванс клиента"
    __table_args__ = table_args(
        positive("sum"),
        CheckConstraint("rest >= 0 AND rest <= sum", name="rest_within_sum"),
        open_index("ix_client_credit_open", ("client_id",), "rest > 0"),
    )

    client_id: int = ref("client", index=False)
    payment_id: int = ref("payment")
    sum: Money = money()
    rest: Money = money()
    created_on: date = day()


class Payer(Record, table=True):
    """A third party who pays for a client, remembered by INN."""

    title = "Плательщик"
    __table_args__ = table_args(Index("uq_payer_inn_client_id", "inn", "client_id", unique=True))

    client_id: int = ref("client")
    inn: str
    name: str | None = None
