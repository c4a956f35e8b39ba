"""The month's run before it is made: what each subscription will be billed, and why some are left out (row 8.1).

`actions/run.py` bills exactly the lines that bill; the screen of the run shows all of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from cs_workbench.domain.billing.ledger import price_for
from cs_workbench.domain.billing.records import (
    Invoice,
    PriceChange,
    Subscription,
    SubscriptionPause,
)
from cs_workbench.domain.billing.repository.billed import BILLED, live
from cs_workbench.domain.clients.records import Client, ClientKind
from cs_workbench.kernel.dates import next_period
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.today import Today

TENFOLD = 10


class Standing(StrEnum):
    """Why a line is billed, or why it is not."""

    SAME = "same"
    NEW = "new"
    CHANGED = "changed"
    BILLED = "billed"
    PAUSED = "paused"
    ENDED = "ended"
    PILOT = "pilot"
    NO_INN = "no_inn"


BILLS = frozenset({Standing.SAME, Standing.NEW, Standing.CHANGED})


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """A subscription in the run. `amount` is the month's price, `before` what was billed for the month before."""

    subscription_id: int
    client_id: int
    client: str
    client_key: str
    inn: str | None
    standing: Standing
    amount: Money
    before: Money | None
    remind_from: int
    due_day: int | None
    number: str | None = None

    @property
    def bills(self) -> bool:
        """Whether the run will make an invoice of it."""
        return self.standing in BILLS

    @property
    def tenfold(self) -> bool:
        """Whether the sum is ten times the month before or more: a slip of the pen?"""
        return self.before is not None and self.amount >= self.before * TENFOLD

    @property
    def reason(self) -> str:
        """The standing in words, empty where there is nothing to say."""
        words = {
            Standing.SAME: "",
            Standing.NEW: "новая",
            Standing.CHANGED: f"цена была {self.before.short()}" if self.before is not None else "",
            Standing.BILLED: f"счёт уже есть: № {self.number}" if self.number else "счёт уже есть, без номера",
            Standing.PAUSED: "на паузе",
            Standing.ENDED: "подписка закончилась",
            Standing.PILOT: "пилот или черновик",
            Standing.NO_INN: "нет ИНН",
        }
        more = ["сумма в десять раз больше прошлой"] if self.bills and self.tenfold else []
        return "; ".join(filter(None, [words[self.standing], *more]))


@dataclass(frozen=True, slots=True)
class RunPreview:
    """The lines in the order of clients' names; counts and sums of them."""

    period: str
    lines: tuple[PreviewLine, ...]

    def of(self, *standings: Standing) -> list[PreviewLine]:
        """The lines that stand so."""
        return [line for line in self.lines if line.standing in standings]

    @property
    def billed(self) -> list[PreviewLine]:
        """The lines of which the run will make invoices."""
        return [line for line in self.lines if line.bills]

    @property
    def total(self) -> Money:
        """What the run will bill, in kopecks."""
        return Money(sum(line.amount for line in self.lines if line.bills))


def run_preview(session: Session, period: str, today: Today) -> RunPreview:
    """What the run of a month would bill now, and what it would leave out: five selects, however many lines."""
    rows: Sequence[Any] = session.execute(_concerned(period)).all()
    paused = set(session.scalars(_paused(period)))
    made = {number: (bill, name) for number, bill, name in session.execute(_invoices(period))}
    before = {number: sum for number, sum, _ in session.execute(_invoices(next_period(period, -1)))}
    changes = _grouped(session.scalars(select(PriceChange)))
    lines = []
    for row in rows:
        standing = _standing(row, period, row.id in paused, row.id in made)
        amount, number = made.get(row.id) or (price_for(row, changes.get(row.id, ()), period), None)
        last = before.get(row.id)
        if standing is Standing.SAME and last is None and row.next_unbilled == row.from_period:
            standing = Standing.NEW
        if standing is Standing.SAME and last is not None and last != amount:
            standing = Standing.CHANGED
        lines.append(_line(row, standing, amount, last, number))
    return RunPreview(period, tuple(lines))


def _line(row: Any, standing: Standing, amount: Money, before: Money | None, number: str | None) -> PreviewLine:
    return PreviewLine(
        subscription_id=row.id,
        client_id=row.client_id,
        client=row.name,
        client_key=row.name_key,
        inn=row.inn,
        standing=standing,
        amount=amount,
        before=before,
        remind_from=row.remind_from,
        due_day=row.due_day,
        number=number,
    )


def _standing(row: Any, period: str, paused: bool, made: bool) -> Standing:
    if made:
        return Standing.BILLED
    if row.state not in BILLED:
        return Standing.PILOT
    if row.to_period is not None and row.to_period < period:
        return Standing.ENDED
    if paused:
        return Standing.PAUSED
    if row.inn is None and row.kind is not ClientKind.PERSON:
        return Standing.NO_INN
    return Standing.SAME


OF_SUBSCRIPTION = (
    "id",
    "client_id",
    "amount",
    "from_period",
    "to_period",
    "next_unbilled",
    "state",
    "remind_from",
    "due_day",
)
OF_CLIENT = ("name", "name_key", "inn", "kind")


def _concerned(period: str) -> Select[Any]:
    """Subscriptions begun by the month and not ended before the month before it: a fresh end is worth a line."""
    to_period = col(Subscription.to_period)
    columns = [col(getattr(Subscription, name)) for name in OF_SUBSCRIPTION]
    wanted = select(*columns, *(col(getattr(Client, name)) for name in OF_CLIENT))
    wanted = wanted.join(Client, col(Client.id) == col(Subscription.client_id)).where(
        col(Subscription.from_period) <= period, or_(to_period.is_(None), to_period >= next_period(period, -1))
    )
    return wanted.order_by(col(Client.name_key), col(Client.id), col(Subscription.id))


def _paused(period: str) -> Select[int]:
    return select(col(SubscriptionPause.subscription_id)).where(
        col(SubscriptionPause.from_period) <= period, col(SubscriptionPause.to_period) > period
    )


def _invoices(period: str) -> Select[int | None, Money, str | None]:
    wanted = select(col(Invoice.subscription_id), col(Invoice.sum), col(Invoice.number))
    return wanted.where(col(Invoice.period) == period, col(Invoice.subscription_id).is_not(None), live())


def _grouped(changes: Iterable[PriceChange]) -> Mapping[int, Sequence[PriceChange]]:
    found: dict[int, list[PriceChange]] = defaultdict(list)
    for change in changes:
        found[change.subscription_id].append(change)
    return found
