"""The month's run as a screen shows it: every line of the preview, with the invoice that was made of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlmodel import col

from cs_workbench.domain.billing.records import InvoiceState, SendChannel, Subscription
from cs_workbench.domain.billing.repository.billed import run_of
from cs_workbench.domain.billing.repository.cash import Made, made_invoices, mailed
from cs_workbench.domain.billing.repository.preview import PreviewLine, run_preview
from cs_workbench.kernel.dates import period_start
from cs_workbench.kernel.money import Money
from cs_workbench.storage.unit import Read


@dataclass(frozen=True, slots=True)
class RunRow:
    """A subscription in the month. `standing` is the preview's, `reason` its words; `odd` doubts the sum.

    Of an invoice that is made: its id, number, whether it `waits` to be sent and whether it is paid. `mailed` says that
    there is an address to send it to, or another way.
    """

    subscription_id: int
    client_id: int
    client: str
    key: str
    inn: str
    standing: str
    reason: str
    bills: bool
    odd: bool
    amount: Money
    before: Money | None
    mailed: bool
    invoice_id: int | None = None
    number: str = ""
    waits: bool = False
    paid: bool = False


@dataclass(frozen=True)
class RunBoard:
    """A month's run: its day, its state (`preview` before anything was made), its lines in the order of names."""

    period: str
    run_on: date
    state: str
    rows: tuple[RunRow, ...]

    @property
    def billed(self) -> list[RunRow]:
        """The lines of which the run will make invoices."""
        return [row for row in self.rows if row.bills]

    @property
    def made(self) -> list[RunRow]:
        """The lines that have an invoice."""
        return [row for row in self.rows if row.invoice_id is not None]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many lines stand so."""
        found: dict[str, int] = {}
        for row in self.rows:
            found[row.standing] = found.get(row.standing, 0) + 1
        return found


def run_board(read: Read, period: str) -> RunBoard:
    """The run of a month at this moment, by a dozen selects."""
    run, reachable = run_of(read, period), _reachable(read)
    made = {invoice.subscription_id: invoice for invoice in made_invoices(read, period)}
    lines = run_preview(read.session, period, read.day).lines
    return RunBoard(
        period,
        run.run_on if run else read.day.run_day_of(period_start(period)),
        run.state.value if run else "preview",
        tuple(_row(line, made.get(line.subscription_id), reachable) for line in lines),
    )


def _reachable(read: Read) -> tuple[frozenset[int], frozenset[int]]:
    """Subscriptions that say where their invoices go, and clients with an address."""
    said = or_(
        col(Subscription.email).is_not(None), col(Subscription.channel).in_([SendChannel.EDO, SendChannel.MESSENGER])
    )
    return frozenset(read.all(select(col(Subscription.id)).where(said))), mailed(read)


def _row(line: PreviewLine, made: Made | None, reachable: tuple[frozenset[int], frozenset[int]]) -> RunRow:
    return RunRow(
        subscription_id=line.subscription_id,
        client_id=line.client_id,
        client=line.client,
        key=line.client_key,
        inn=line.inn or "",
        standing=line.standing.value,
        reason=line.reason,
        bills=line.bills,
        odd=line.tenfold,
        amount=line.amount,
        before=line.before,
        mailed=line.subscription_id in reachable[0] or line.client_id in reachable[1],
        invoice_id=made.id if made else None,
        number=(made.number or "") if made else "",
        waits=made.waits if made else False,
        paid=made.state is InvoiceState.PAID if made else False,
    )
