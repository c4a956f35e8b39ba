"""The register of invoices: 1C's list as a spreadsheet (row 8.1). `connectors/register_import.py` reads the file."""

from pydantic import field_serializer

from cs_workbench.domain.billing.registers.lines import InvoiceLine, InvoiceLines
from cs_workbench.domain.billing.registers.plan import InvoicePlan
from cs_workbench.domain.billing.registers.storing import store
from cs_workbench.domain.clients.registers.lines import Checked
from cs_workbench.domain.clients.registers.profile import HeaderText, remember
from cs_workbench.domain.clients.registers.telling import summary, tell
from cs_workbench.kernel.action import Action, Facts, Outcome
from cs_workbench.kernel.fields import Line
from cs_workbench.storage.unit import Work


class ImportInvoices(Action):
    """A register of invoices: new ones are added, fees of the month's run get their numbers, sum and due day follow the
    file while nothing is paid. An invoice of an earlier day counts as sent.

    `header` and `columns` say how the file was read, to be remembered; `warnings` what its reader found odd.
    """

    facts = Facts("billing.import_invoices", "Загрузить счета из файла", ("8.1",), copy_first=True)

    lines: InvoiceLines
    header: HeaderText = ""
    columns: tuple[str, ...] = ()
    warnings: tuple[Line, ...] = ()

    @field_serializer("lines")
    def _journaled(self, lines: Checked[InvoiceLine]) -> int:
        """How many: what they say is in the images of the rows, once."""
        return len(lines.lines)

    def apply(self, work: Work) -> Outcome:
        plan = InvoicePlan(work, self.lines, work.progress)
        tell(work, plan.tally, self.warnings)
        store(work, plan)
        if self.header and self.lines.lines:
            remember(work, "invoices", self.header, self.columns)
        return Outcome(summary(plan.tally, "счёт", "счёта", "счетов"))


REGISTERS: tuple[type[Action], ...] = (ImportInvoices,)
