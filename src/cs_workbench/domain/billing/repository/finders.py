"""How a text that a person types finds a record of billing: an invoice by its number."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cs_workbench.domain.billing.records import Invoice
from cs_workbench.kernel.text import clean_line


def find_invoice(session: Session, text: str) -> list[int]:
    """Invoices of that number, the newest year first."""
    number = clean_line(text).removeprefix("№").strip()
    return list(session.scalars(select(Invoice.id).where(Invoice.number == number).order_by(Invoice.year.desc()).limit(2)))  # type: ignore[attr-defined]


FINDERS = {"invoice": find_invoice}
