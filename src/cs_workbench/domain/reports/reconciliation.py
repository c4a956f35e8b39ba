"""A client's statement of reconciliation for a period: what was billed and what came, day by day, and what that leaves.

Every act of billing is a line with a day; the opening balance is the sum of all lines before the period, the closing
one of all up to its end, so that it equals the client's debt less its credits on that evening. A balance above nought
is in our favour. `reconciliation_lines.py` makes the lines; `presentation/reconciliation.py` words them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlmodel import col

from cs_workbench.domain.billing.records import BankLine, OwnAccount
from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.reports.reconciliation_lines import Line, lines_of
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money
from cs_workbench.storage.unit import Read


@dataclass(frozen=True)
class Party:
    """One side, as papers name it; what is not known is empty."""

    name: str
    inn: str = ""
    kpp: str = ""
    account: str = ""
    bank: str = ""
    bik: str = ""


@dataclass(frozen=True)
class Reconciliation:
    """The statement: `opening` + `debit` − `credit` = `closing`, in kopecks; above nought the client owes us.

    `waiting` is money that the bank brought from this client and nobody has placed yet: it is in no balance.
    """

    client_id: int
    ours: Party
    theirs: Party
    first: date
    last: date
    opening: Money
    lines: tuple[Line, ...]
    waiting: Money

    @property
    def debit(self) -> Money:
        """What the period added to the debt."""
        return Money(sum(line.debit for line in self.lines))

    @property
    def credit(self) -> Money:
        """What the period took from it."""
        return Money(sum(line.credit for line in self.lines))

    @property
    def closing(self) -> Money:
        """What it leaves."""
        return self.opening + self.debit - self.credit


def reconciliation(read: Read, client_id: int, first: date, last: date) -> Reconciliation:
    """The statement of a client for the days from `first` to `last`.

    Raises Refusal for an unknown client, a period that ends before it begins, or one that is not over.
    """
    if first > last:
        raise Refusal("period", f"Период кончается раньше начала: {day_text(first)} — {day_text(last)}.", "to")
    if last > read.day.today:
        raise Refusal("future", f"{day_text(last)} ещё не наступило: сверить можно по сегодняшний день.", "to")
    client = read.get(Client, client_id)
    lines = lines_of(read, client_id)
    within = [line for line in lines if first <= line.on <= last]
    return Reconciliation(
        client_id=client_id,
        ours=_ours(read),
        theirs=Party(client.name, client.inn or "", client.kpp or ""),
        first=first,
        last=last,
        opening=_balance(line for line in lines if line.on < first),
        lines=tuple(_standing(within)),
        waiting=_waiting(read, client_id, last),
    )


def _balance(lines: Iterable[Line]) -> Money:
    return Money(sum(line.debit - line.credit for line in lines))


def _standing(lines: list[Line]) -> list[Line]:
    """Lines without what came and went within the period: an invoice that was replaced or cancelled in it."""
    gone = {line.invoice_id for line in lines if line.takes_back}
    here = {line.invoice_id for line in lines if line.bills}
    both = gone & here
    return [line for line in lines if line.invoice_id not in both or not (line.bills or line.takes_back)]


def _ours(read: Read) -> Party:
    """Our side as our first account names it; the account itself only where there is no other to choose from."""
    accounts = read.all(select(OwnAccount).order_by(col(OwnAccount.id)))
    named = next((one for one in accounts if one.org), accounts[0] if accounts else None)
    if named is None:
        return Party("")
    if len(accounts) > 1:
        return Party(named.org or "", named.inn or "")
    return Party(named.org or "", named.inn or "", "", named.account, named.bank or "", named.bik or "")


def _waiting(read: Read, client_id: int, last: date) -> Money:
    left = func.sum(col(BankLine.sum) - col(BankLine.allocated))
    wanted = select(left).where(col(BankLine.open), col(BankLine.client_id) == client_id, col(BankLine.on) <= last)
    return Money(int(read.first(wanted) or 0))
