"""Clients who are billed or owe, each with its debt, promise, hold and last call: rows of the map and of the debts."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from cs_workbench.domain.billing.repository.cash import OwedSums, billed_clients, owed_sums
from cs_workbench.domain.collection.repository.cash import Held, Promised, holds_now, last_calls, promises_now
from cs_workbench.kernel.dates import next_period
from cs_workbench.kernel.money import Money
from cs_workbench.storage.unit import Read

MONTHS = 12
NOTHING = Money(0)


@dataclass(frozen=True, slots=True)
class CashClient:
    """A client; `key` is its folded name, `debt` kopecks.

    `oldest` is the day on which its oldest open invoice was due, `late` the business days since. `outcome` is how the
    last call about a debt ended, on the local day `called`; empty where nobody called or nothing is owed.
    """

    id: int
    name: str
    key: str
    debt: Money = NOTHING
    invoices: int = 0
    oldest: date | None = None
    late: int = 0
    promise: Promised | None = None
    held: Held | None = None
    outcome: str = ""
    called: date | None = None


def cash_clients(read: Read, period: str) -> tuple[CashClient, ...]:
    """Clients with a subscription or an invoice in the twelve months up to `period`, or with a debt; by name."""
    owed, promises = owed_sums(read), promises_now(read)
    holds, calls = holds_now(read), last_calls(read)
    late = cache(read.day.late)

    def client(number: int, name: str, key: str) -> CashClient:
        debt: OwedSums | None = owed.get(number)
        if debt is None:
            return CashClient(number, name, key)
        call = calls.get(number)
        return CashClient(
            number,
            name,
            key,
            debt.debt,
            debt.invoices,
            debt.oldest,
            late(debt.oldest),
            promises.get(number),
            holds.get(number),
            call.outcome.value if call else "",
            call.on if call else None,
        )

    return tuple(client(*row) for row in billed_clients(read, next_period(period, 1 - MONTHS), period))


def debts(clients: tuple[CashClient, ...]) -> list[CashClient]:
    """Those who owe: the oldest debt first, then the largest, then by name."""
    owing = [client for client in clients if client.oldest is not None]
    return sorted(owing, key=lambda client: (client.oldest, -client.debt, client.key, client.id))
