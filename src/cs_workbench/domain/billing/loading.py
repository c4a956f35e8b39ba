"""Carries out the plan of an import (row 8.3): the statement's rows, payments, allocations and credits, many at once.

`matching/plan.py` decides; nothing is decided here.
"""

from collections.abc import Sequence
from datetime import date

from cs_workbench.domain.billing.credits import to_credit
from cs_workbench.domain.billing.ledger import refresh_invoices
from cs_workbench.domain.billing.matching import Plan, PlannedLine
from cs_workbench.domain.billing.records import (
    Allocation,
    BankImport,
    BankLine,
    Direction,
    LineState,
    OwnAccount,
    Payment,
)
from cs_workbench.domain.billing.repository.candidates import invoices_by_id
from cs_workbench.kernel.chunks import chunks
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.text import fold
from cs_workbench.storage.unit import Work

STEP = 200


def carry_out(work: Work, plan: Plan, file: str, sha: str, covers_from: date | None) -> None:
    """Store what the plan says."""
    work.add_all([OwnAccount(account=account) for account in plan.own_accounts])
    imported = work.add(
        BankImport(
            at=work.now,
            file=file,
            sha=sha,
            covers_from=covers_from,
            covers_to=plan.covers_to,
            lines=len(plan.lines),
            income=_total(plan, Direction.INCOME),
            expense=_total(plan, Direction.EXPENSE),
        )
    )
    done = 0
    for group in chunks(plan.lines, STEP):
        work.progress(len(plan.lines) + done, 2 * len(plan.lines))
        _store(work, imported, group)
        done += len(group)
    touched = invoices_by_id(work, [*plan.closed, *plan.partial])
    refresh_invoices(work, touched.values())
    work.progress(2 * done, 2 * done)


def _total(plan: Plan, direction: Direction) -> Money:
    return Money(sum(planned.line.sum for planned in plan.lines if planned.line.direction is direction))


def _store(work: Work, imported: BankImport, group: Sequence[PlannedLine]) -> None:
    rows = work.add_all([_row(imported, planned) for planned in group])
    paying = [(planned, row) for planned, row in zip(group, rows, strict=True) if planned.state is LineState.AUTO]
    payments = work.add_all([_payment(work, planned, row) for planned, row in paying])
    paid = list(zip(paying, payments, strict=True))
    work.add_all(
        [
            Allocation(
                payment_id=payment.id,
                invoice_id=number,
                client_id=payment.client_id,
                sum=part,
                created_at=work.now,
            )
            for (planned, _), payment in paid
            for number, part in planned.shares
        ]
    )
    for (planned, _), payment in paid:
        if planned.surplus:
            to_credit(work, payment, planned.surplus)


def _row(imported: BankImport, planned: PlannedLine) -> BankLine:
    line, placed = planned.line, planned.state is LineState.AUTO
    return BankLine(
        import_id=imported.id,
        client_id=planned.client_id,
        fingerprint=planned.fingerprint,
        account=line.account,
        direction=line.direction,
        number=line.number,
        on=line.on,
        sum=line.sum,
        allocated=line.sum if placed else Money(0),
        counterparty=line.counterparty,
        counterparty_key=fold(line.counterparty),
        counterparty_account=line.counterparty_account,
        inn=line.inn or None,
        purpose=line.purpose,
        state=planned.state,
        open=planned.unmatched,
        score=planned.score,
        terms=planned.terms,
        invoice_id=planned.suggested,
    )


def _payment(work: Work, planned: PlannedLine, row: BankLine) -> Payment:
    assert planned.client_id is not None, "what is matched by itself has a client"
    return Payment(
        client_id=planned.client_id,
        bank_line_id=row.id,
        number=planned.line.number or None,
        purpose=planned.line.purpose or None,
        sum=planned.line.sum,
        allocated=planned.line.sum - planned.surplus,
        paid_on=planned.line.on,
        created_at=work.now,
    )
