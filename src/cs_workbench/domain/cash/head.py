"""The head of the screen: what a month billed, received, was promised and still owes, and how long each list is."""

from collections.abc import Mapping
from dataclasses import dataclass

from cs_workbench.domain.billing.repository.cash import billable, count_open_lines, month_sums, owed_sums
from cs_workbench.domain.collection.repository.cash import promised_of_month
from cs_workbench.kernel.money import Money
from cs_workbench.storage.unit import Read


@dataclass(frozen=True)
class CashHead:
    """Sums of a month's invoices in kopecks; `debtors`, `to_bill` and `lines` count what waits."""

    period: str
    billed: Money
    received: Money
    promised: Money
    owed: Money
    debt: Money
    debtors: int
    to_bill: int
    lines: int

    @property
    def counts(self) -> Mapping[str, int]:
        """How many rows each list has that ask for something."""
        return {"debts": self.debtors, "run": self.to_bill, "bank": self.lines}


def cash_head(read: Read, period: str) -> CashHead:
    """A few aggregates, however many invoices; `debt` is what all months owe."""
    sums, owed = month_sums(read, period), owed_sums(read)
    return CashHead(
        period=period,
        billed=sums.billed,
        received=sums.received,
        promised=promised_of_month(read, period),
        owed=sums.owed,
        debt=Money(sum(one.debt for one in owed.values())),
        debtors=len(owed),
        to_bill=billable(read, period),
        lines=count_open_lines(read),
    )
