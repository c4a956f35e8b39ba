"""What an invoice of 1C holds when it is written down: by hand (`actions/invoices.py`) or from a register (row 8.1)."""

from datetime import date
from typing import Any

from cs_workbench.domain.billing.ledger import invoice_dates
from cs_workbench.domain.billing.records import InvoiceKind, Subscription
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.today import Today


def invoice_values(
    today: Today,
    client_id: int,
    kind: InvoiceKind,
    period: str,
    *,
    number: str,
    issued_on: date,
    sum: Money,
    due_on: date | None = None,
    subscription: Subscription | None = None,
) -> dict[str, Any]:
    """The columns of a new invoice; its dates are the usual ones where no due day is given."""
    dates = invoice_dates(
        today,
        kind,
        period,
        issued_on,
        due_on=due_on,
        due_day=subscription.due_day if subscription else None,
        remind_from=subscription.remind_from if subscription else None,
    )
    return {
        "client_id": client_id,
        "subscription_id": subscription.id if subscription else None,
        "period": period,
        "number": number,
        "year": issued_on.year,
        "kind": kind,
        "issued_on": issued_on,
        "sum": sum,
        **dates._asdict(),
    }
