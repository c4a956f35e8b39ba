"""How invoices and months are called in sentences, and how an invoice's number is written down."""

from cs_workbench.domain.billing.records import Invoice
from cs_workbench.kernel.dates import day_words, period_start, period_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.text import clean_line


def named(invoice: Invoice) -> str:
    """`счёт № 118`, or by its month before 1C gave a number."""
    return f"счёт № {invoice.number}" if invoice.number else f"счёт за {period_text(invoice.period)}"


def of_month(period: str) -> str:
    """`2026-11` as `ноября 2026`: from, of or after a month."""
    return f"{day_words(period_start(period)).rpartition(' ')[2]} {period[:4]}"


def capital(sentence: str) -> str:
    """A sentence that begins with a capital letter, the rest as it was."""
    return sentence[:1].upper() + sentence[1:]


def clean_number(text: str) -> str:
    """A number of 1C without the sign before it. Raises Refusal "empty"."""
    number = clean_line(text).removeprefix("№").strip()
    if not number:
        raise Refusal("empty", "Номер счёта пустой: впишите номер из 1С.", "number")
    return number
