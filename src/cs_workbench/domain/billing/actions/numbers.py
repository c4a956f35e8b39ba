"""Numbers of 1C for a run that is made already: a pasted column (row 8.1). One invoice's number is in `invoices`."""

from collections.abc import Sequence

from cs_workbench.domain.billing import checks
from cs_workbench.domain.billing.columns import Pasted, numbers_for
from cs_workbench.domain.billing.records import Invoice
from cs_workbench.domain.billing.repository.candidates import invoices_by_id
from cs_workbench.domain.billing.repository.cash import made_invoices
from cs_workbench.domain.billing.repository.preview import PreviewLine, run_preview
from cs_workbench.kernel.action import Action, Facts, Outcome
from cs_workbench.kernel.dates import period_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Period
from cs_workbench.kernel.text import count, plural
from cs_workbench.storage.unit import Work


class SetNumbers(Action):
    """Numbers for the invoices of a month that have none.

    `numbers` are `client;number` lines, or a column in the order of clients' names.
    """

    facts = Facts("billing.set_numbers", "Внести номера из 1С столбцом", ("8.1",), phrases=("номера",))

    period: Period
    numbers: Pasted

    def apply(self, work: Work) -> Outcome:
        made = {one.subscription_id: one.id for one in made_invoices(work, self.period) if one.number is None}
        lines = [line for line in self._lines(work) if line.subscription_id in made]
        if not lines:
            month = period_text(self.period)
            raise Refusal("empty", f"За {month} нет счетов без номера: вносить нечего.", "period")
        given = {made[subscription]: number for subscription, number in numbers_for(work, lines, self.numbers).items()}
        invoices = invoices_by_id(work, list(given))
        for number in given:
            _number(work, invoices[number], given[number])
        left = len(lines) - len(given)
        said = f"{plural(len(given), 'Внесён', 'Внесено', 'Внесено')} {count(len(given), 'номер', 'номера', 'номеров')}"
        return Outcome(f"{said}, без номера {count(left, 'счёт', 'счёта', 'счетов')}." if left else f"{said}.")

    def _lines(self, work: Work) -> Sequence[PreviewLine]:
        return run_preview(work.session, self.period, work.day).lines


def _number(work: Work, invoice: Invoice, number: str) -> None:
    """Numbers are unique within the invoice's year, which need not be the one in which they are written down."""
    if invoice.year != work.day.today.year:
        checks.free_number(work, number, invoice.year, but=invoice)
    invoice.number = number


NUMBERS: tuple[type[Action], ...] = (SetNumbers,)
