"""A line of a register of invoices, as 1C's list has it (row 8.1)."""

from typing import Annotated

from pydantic import PlainValidator
from pydantic.dataclasses import dataclass

from cs_workbench.domain.billing.records import InvoiceKind
from cs_workbench.domain.clients.registers.lines import CHECKED, Checked, Checker, WholeDay, lines_schema, read_by
from cs_workbench.kernel.fields import Inn, Line, Money, Period
from cs_workbench.kernel.text import clean_line, fold

STEMS = {
    "абон": InvoiceKind.SUBSCRIPTION,
    "подписк": InvoiceKind.SUBSCRIPTION,
    "облак": InvoiceKind.SUBSCRIPTION,
    "оборудован": InvoiceKind.EQUIPMENT,
    "товар": InvoiceKind.EQUIPMENT,
    "сервис": InvoiceKind.SERVICE,
    "обслуживан": InvoiceKind.SERVICE,
    "ремонт": InvoiceKind.SERVICE,
    "монтаж": InvoiceKind.SERVICE,
    "услуг": InvoiceKind.SERVICE,
    "разов": InvoiceKind.ONE_OFF,
}
"""How words for what an invoice is about begin; any other word leaves it to the usual reckoning."""


def kind_of(text: str) -> InvoiceKind | None:
    """The kind that a word of a file means: «Абонентская плата», `service`; None where it means none."""
    said = fold(clean_line(text))
    if said in set(InvoiceKind):
        return InvoiceKind(said)
    return next((kind for stem, kind in STEMS.items() if stem in said), None)


@dataclass(frozen=True, slots=True, kw_only=True, config=CHECKED)
class InvoiceLine:
    """A line of a register of invoices; `client` is a name, `paid` what 1C says of its payment, `line` its row."""

    line: int = 0
    client: Line | None = None
    inn: Inn | None = None
    number: Line
    issued_on: WholeDay
    sum: Money
    due_on: WholeDay | None = None
    period: Period | None = None
    kind: Annotated[InvoiceKind | None, PlainValidator(lambda value: kind_of(str(value)))] = None
    paid: Line | None = None


INVOICE_LINES = Checker(InvoiceLine)
_NAMES = tuple(name for name in InvoiceLine.__dataclass_fields__ if name != "line")
InvoiceLines = Annotated[Checked[InvoiceLine], read_by(lambda: INVOICE_LINES), lines_schema(*_NAMES)]
