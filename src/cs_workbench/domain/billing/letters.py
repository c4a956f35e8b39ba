"""The letters that go with invoices: a subject and a text, ready for the outbox or the clipboard (row 2.2)."""

from typing import NamedTuple

from cs_workbench.domain.billing.naming import named
from cs_workbench.domain.billing.records import Invoice, InvoiceKind, SendKind
from cs_workbench.kernel.dates import day_text, period_text


class Letter(NamedTuple):
    """What a letter says."""

    subject: str
    text: str


OPENINGS = {
    SendKind.FIRST: "Направляем вам {what}.",
    SendKind.DUPLICATE: "По вашей просьбе направляем ещё раз {what}.",
    SendKind.CORRECTED: "Направляем вам исправленный {what}. Прежний счёт оплачивать не нужно.",
}


def invoice_letter(invoice: Invoice, kind: SendKind, manager: str) -> Letter:
    """The letter that an invoice is sent with; `manager` signs it, nobody does where it is empty."""
    what = f"{named(invoice)} от {day_text(invoice.issued_on)}"
    if invoice.kind is InvoiceKind.SUBSCRIPTION and invoice.number:
        what += f" за {period_text(invoice.period)}"
    lines = [
        "Добрый день!",
        OPENINGS[kind].format(what=what),
        f"Сумма — {invoice.sum.text()}, оплатить нужно до {day_text(invoice.due_on)}.",
        "Пожалуйста, подтвердите получение ответом на это письмо.",
    ]
    if manager:
        lines.append(f"С уважением,\n{manager}")
    subject = what[:1].upper() + what[1:]
    return Letter(subject if kind is SendKind.FIRST else f"{subject} ({_mark(kind)})", "\n\n".join(lines))


def _mark(kind: SendKind) -> str:
    return "дубль" if kind is SendKind.DUPLICATE else "исправленный"
