"""The bank's lines that wait for a person, and the invoices that one of them may pay."""

from dataclasses import dataclass
from datetime import date

from cs_workbench.domain.billing.repository.cash import OpenLine, open_lines, owed_invoices
from cs_workbench.kernel.money import Money
from cs_workbench.storage.unit import Read

SHOWN = 100


@dataclass(frozen=True, slots=True)
class BankRow:
    """Income of which `left` kopecks of `sum` have no place. `client_id` is whom the payer's INN means.

    `invoice_id` is the one invoice suggested, of the client `owner`, with its number, month and what is owed on it
    (`rest`). `terms` are the reasons with their points.
    """

    id: int
    on: date
    left: Money
    sum: Money
    counterparty: str
    inn: str
    purpose: str
    score: int
    terms: str
    client_id: int | None
    client: str
    invoice_id: int | None
    number: str
    period: str
    rest: Money | None
    owner: str


@dataclass(frozen=True, slots=True)
class OwedRow:
    """An open invoice to choose."""

    invoice_id: int
    client: str
    number: str
    period: str
    due_on: date
    rest: Money


def bank_rows(read: Read) -> tuple[BankRow, ...]:
    """Every line that waits, the newest first."""
    return tuple(_row(line) for line in open_lines(read))


def _row(line: OpenLine) -> BankRow:
    suggested = line.invoice_id if line.rest else None
    return BankRow(
        id=line.id,
        on=line.on,
        left=Money(int(line.left)),
        sum=line.sum,
        counterparty=line.counterparty,
        inn=line.inn or "",
        purpose=line.purpose,
        score=line.score,
        terms=line.terms,
        client_id=line.client_id,
        client=line.client,
        invoice_id=suggested,
        number=line.number,
        period=line.period,
        rest=Money(int(line.rest)) if line.rest else None,
        owner=line.owner,
    )


def invoices_for(read: Read, line: BankRow, words: str) -> tuple[OwedRow, ...]:
    """Invoices that a line may pay, the likeliest first; by words, where any are given."""
    found = owed_invoices(read, words, line.client_id, line.left, SHOWN)
    return tuple(OwedRow(one.id, one.client, one.number, one.period, one.due_on, Money(int(one.rest))) for one in found)
