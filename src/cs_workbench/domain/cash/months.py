"""The map: what became of each client's invoices month by month, for a page of clients at a time by one query."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cs_workbench.domain.billing.records import InvoiceState
from cs_workbench.domain.billing.repository.cash import Billed, invoices_of_clients
from cs_workbench.domain.cash.clients import MONTHS, CashClient
from cs_workbench.kernel.dates import next_period
from cs_workbench.storage.unit import Read

STALE_BD = 20
"""Business days after which a debt is no longer merely late."""


class Cell(StrEnum):
    """What a month of a client is: of what is owed, held where all of it is, promised where any is, else by age."""

    NONE = "none"
    PAID = "paid"
    WRITTEN_OFF = "written_off"
    HELD = "held"
    PROMISED = "promised"
    PART = "part"
    DUE = "due"
    PART_LATE = "part_late"
    LATE = "late"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A client and its months, the oldest first."""

    client: CashClient
    cells: tuple[Cell, ...]


def months_to(period: str) -> tuple[str, ...]:
    """The twelve months that end with `period`."""
    return tuple(next_period(period, n) for n in range(1 - MONTHS, 1))


def month_rows(read: Read, clients: Sequence[CashClient], period: str) -> list[MonthRow]:
    """A page of the map for the twelve months that end with `period`."""
    months = months_to(period)
    by_client: dict[int, list[Billed]] = defaultdict(list)
    for invoice in invoices_of_clients(read, [client.id for client in clients], months[0], period):
        by_client[invoice.client_id].append(invoice)
    return [MonthRow(client, _cells(client, by_client[client.id], months, read.day.late)) for client in clients]


def _cells(
    client: CashClient, invoices: Sequence[Billed], months: Sequence[str], late: Callable[..., int]
) -> tuple[Cell, ...]:
    covered = _covered(client, invoices)
    by_month: dict[str, list[Billed]] = defaultdict(list)
    for invoice in invoices:
        by_month[invoice.period].append(invoice)
    return tuple(_cell(client, by_month.get(month, ()), covered, late) for month in months)


def _covered(client: CashClient, invoices: Sequence[Billed]) -> frozenset[int]:
    """Open invoices that a standing promise covers, as its money would: the oldest due first."""
    if client.promise is None or client.promise.broken:
        return frozenset()
    left, found = client.promise.rest, set()
    for invoice in invoices:
        if invoice.open and left > 0:
            found.add(invoice.id)
            left = left - (invoice.sum - invoice.paid)
    return frozenset(found)


def _cell(client: CashClient, invoices: Sequence[Billed], covered: frozenset[int], late: Callable[..., int]) -> Cell:
    owed = [invoice for invoice in invoices if invoice.open]
    if not owed:
        return _settled(invoices)
    free = [invoice for invoice in owed if not _held(client, invoice)]
    if not free:
        return Cell.HELD
    if any(invoice.id in covered for invoice in free):
        return Cell.PROMISED
    days = max(late(invoice.due_on) for invoice in free)
    if days > STALE_BD:
        return Cell.STALE
    part = any(invoice.paid > 0 for invoice in free) or any(not invoice.open for invoice in invoices)
    if days > 0:
        return Cell.PART_LATE if part else Cell.LATE
    return Cell.PART if part else Cell.DUE


def _settled(invoices: Sequence[Billed]) -> Cell:
    if any(invoice.state is InvoiceState.PAID for invoice in invoices):
        return Cell.PAID
    return Cell.WRITTEN_OFF if invoices else Cell.NONE


def _held(client: CashClient, invoice: Billed) -> bool:
    return client.held is not None and (client.held.whole or invoice.id in client.held.invoices)
