"""Letters as text for the clipboard: a duplicate invoice, a reminder of payment, a client's card.

A template is filled strictly: a placeholder without a value refuses the whole letter and is named, nothing
half-filled ever leaves. What may be absent (our account, a signature) is an empty value, and its paragraph goes.
"""

import re
from collections.abc import Iterable, Mapping
from string import Template
from typing import TYPE_CHECKING

from cs_workbench.kernel.dates import day_text, period_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money
from cs_workbench.presentation.shapes import CardLine

if TYPE_CHECKING:
    from cs_workbench.domain.letter_facts import LetterFacts, LetterInvoice, Requisites

NAMES = {
    "client": "название клиента",
    "debt": "сумма долга",
    "due_on": "срок оплаты",
    "invoice": "номер счёта из 1С",
    "invoices": "список счетов",
    "requisites": "наш счёт",
    "signature": "подпись",
    "sum": "сумма счёта",
}
"""Placeholders as a person would ask for them."""


def fill(template: str, values: Mapping[str, str | None]) -> str:
    """The template with its values. Raises Refusal "missing" that names every placeholder which has none."""
    text = Template(template)
    if not text.is_valid():
        raise Refusal("template", "Шаблон письма испорчен: рядом со знаком $ стоит лишнее. Исправьте файл шаблона.")
    missing = [NAMES.get(name, name) for name in text.get_identifiers() if values.get(name) is None]
    if missing:
        raise Refusal("missing", f"Текст не готов, не хватает: {', '.join(missing)}.")
    return re.sub(r"\n{3,}", "\n\n", text.substitute(values)).strip()


def duplicate_letter(template: str, facts: "LetterFacts") -> str:
    """The letter that goes with one more copy of an invoice."""
    (invoice,) = facts.invoices
    part = f", осталось оплатить {invoice.rest.text()}" if Money(0) < invoice.rest < invoice.sum else ""
    return fill(
        template,
        {
            **_common(facts),
            "invoice": _named(invoice) if invoice.number else None,
            "sum": f"{invoice.sum.text()}{part}",
            "due_on": day_text(invoice.due_on),
        },
    )


def reminder_letter(template: str, facts: "LetterFacts") -> str:
    """The letter that reminds of unpaid invoices. Raises Refusal "no_debt" where there are none."""
    if not facts.invoices:
        raise Refusal("no_debt", f"У клиента «{facts.client}» долга нет: напоминать не о чем.")
    debt = sum((invoice.rest for invoice in facts.invoices), Money(0))
    lines = [f"— {_named(invoice)}: {invoice.rest.text()}, {_due(invoice)}" for invoice in facts.invoices]
    return fill(template, {**_common(facts), "client": facts.client, "debt": debt.text(), "invoices": "\n".join(lines)})


def card_text(lines: Iterable[CardLine]) -> str:
    """A card as plain text, indents kept."""
    return "\n".join(" " * line.indent + line.text for line in lines)


def _common(facts: "LetterFacts") -> dict[str, str | None]:
    org = facts.requisites.org if facts.requisites else ""
    signed = ", ".join(part for part in (facts.manager, org) if part)
    return {
        "requisites": _requisites(facts.requisites) if facts.requisites else "",
        "signature": f"С уважением,\n{signed}" if signed else "С уважением",
    }


def _requisites(ours: "Requisites") -> str:
    parts = (
        f"получатель {ours.org}" if ours.org else "",
        f"ИНН {ours.inn}" if ours.inn else "",
        f"р/с {ours.account}",
        f"банк {ours.bank}" if ours.bank else "",
        f"БИК {ours.bik}" if ours.bik else "",
    )
    return f"Реквизиты для оплаты: {', '.join(part for part in parts if part)}."


def _named(invoice: "LetterInvoice") -> str:
    number = f"счёт № {invoice.number}" if invoice.number else "счёт"
    month = f" за {period_text(invoice.period)}" if invoice.period else ""
    return f"{number} от {day_text(invoice.issued_on)}{month}"


def _due(invoice: "LetterInvoice") -> str:
    return (
        f"срок оплаты прошёл {day_text(invoice.due_on)}"
        if invoice.overdue
        else f"оплатить до {day_text(invoice.due_on)}"
    )
