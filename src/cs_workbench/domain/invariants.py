"""What must always hold of the records, whatever was done and undone: money adds up, derived columns and the standing
agree with what they derive from.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, func, select
from sqlmodel import col

from cs_workbench.domain.billing.ledger import first_unbilled
from cs_workbench.domain.billing.records import (
    Allocation,
    BankLine,
    ClientCredit,
    Invoice,
    Payment,
    Subscription,
    SubscriptionPause,
)
from cs_workbench.domain.billing.repository.billed import live
from cs_workbench.domain.standing import standing
from cs_workbench.kernel.text import count
from cs_workbench.storage.doctor import Check
from cs_workbench.storage.standing import STANDING_WORDS, client_standing
from cs_workbench.storage.unit import Read


def _total(column: Any, key: Any, parent: Any) -> Any:
    return select(func.coalesce(func.sum(column), 0)).where(key == parent).scalar_subquery()


_OPEN = ("issued", "sent", "partly_paid")

MONEY: dict[str, tuple[Select[Any], str]] = {
    "invoices": (
        select(col(Invoice.id)).where(col(Invoice.paid) != _total(Allocation.sum, Allocation.invoice_id, Invoice.id)),
        "оплата счёта не равна сумме разнесений",
    ),
    "invoice_states": (
        select(col(Invoice.id)).where(col(Invoice.open) != (col(Invoice.state).in_(_OPEN))),
        "признак долга не отвечает состоянию счёта",
    ),
    "payments": (
        select(col(Payment.id)).where(
            (col(Payment.allocated) != _total(Allocation.sum, Allocation.payment_id, Payment.id))
            | (Payment.allocated + _total(ClientCredit.rest, ClientCredit.payment_id, Payment.id) != col(Payment.sum))
        ),
        "платёж не равен разнесениям и авансу",
    ),
    "bank_lines": (
        select(col(BankLine.id)).where(col(BankLine.allocated) > col(BankLine.sum)),
        "по строке выписки разнесено больше, чем поступило",
    ),
}
"""Selects of records that break a rule, and how that is said."""


def domain_checks(read: Read) -> Iterator[Check]:
    """Every invariant of the records."""
    for name, (broken, said) in MONEY.items():
        ids = read.all(broken)
        yield Check(
            name,
            not ids,
            "сходится" if not ids else f"{said}: {count(len(ids), 'запись', 'записи', 'записей')}, первая № {ids[0]}",
        )
    yield _months(read)
    yield _standing(read)


def _months(read: Read) -> Check:
    """The month that each subscription is to be billed for next equals a reckoning from its invoices and pauses."""
    billed, pauses = defaultdict[int, set[str]](set), defaultdict[int, list[SubscriptionPause]](list)
    months = select(col(Invoice.subscription_id), col(Invoice.period))
    for number, period in read.session.execute(months.where(col(Invoice.subscription_id).is_not(None), live())):
        billed[number or 0].add(period)
    for pause in read.all(select(SubscriptionPause)):
        pauses[pause.subscription_id].append(pause)
    wrong = [
        row.id
        for row in read.all(select(Subscription))
        if row.next_unbilled != first_unbilled(row, billed[row.id], pauses[row.id])
    ]
    said = f"месяц к выставлению расходится: подписок {len(wrong)}, первая № {wrong[0]}" if wrong else "сходится"
    return Check("subscriptions", not wrong, said)


def _standing(read: Read) -> Check:
    """The derived standing equals a rebuild (the workbench turned it to this day when it opened)."""
    words = {name: read.day.word(name) for name in STANDING_WORDS}
    connection = read.session.connection()
    rebuilt = {tuple(row) for row in connection.execute(standing.reckoning, words)}
    kept = {tuple(row) for row in connection.execute(select(client_standing))}
    different = len(rebuilt ^ kept)
    return Check(
        "standing",
        not different,
        "положение клиентов пересчитано верно" if not different else f"расходится строк: {different}",
    )
