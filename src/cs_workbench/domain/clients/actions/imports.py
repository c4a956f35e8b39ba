"""Registers of the clients area: lists of clients and of equipment that come from a spreadsheet (rows 1.1, 1.5, 20.1).

`connectors/register_import.py` reads the file; `registers/` plans and stores.
"""

from pydantic import field_serializer

from cs_workbench.domain.clients.registers.lines import Checked
from cs_workbench.domain.clients.registers.people import ClientLine, ClientLines, ClientPlan
from cs_workbench.domain.clients.registers.placing import place_things
from cs_workbench.domain.clients.registers.profile import HeaderText, remember
from cs_workbench.domain.clients.registers.storing import store
from cs_workbench.domain.clients.registers.telling import summary, tell
from cs_workbench.domain.clients.registers.things import AssetLine, AssetLines, AssetPlan
from cs_workbench.kernel.action import Action, Facts, Outcome
from cs_workbench.kernel.fields import Line
from cs_workbench.storage.unit import Work


class ImportClients(Action):
    """A register of clients: new ones are added, known ones filled and changed by what the file says, never emptied.

    `header` and `columns` say how the file was read, to be remembered; `warnings` what its reader found odd.
    """

    facts = Facts("clients.import_clients", "Загрузить клиентов из файла", ("1.1", "20.1"), copy_first=True)

    lines: ClientLines
    header: HeaderText = ""
    columns: tuple[str, ...] = ()
    warnings: tuple[Line, ...] = ()

    @field_serializer("lines")
    def _journaled(self, lines: Checked[ClientLine]) -> int:
        """How many: what they say is in the images of the rows, once."""
        return len(lines.lines)

    def apply(self, work: Work) -> Outcome:
        plan = ClientPlan(work, self.lines, work.progress)
        tell(work, plan.tally, self.warnings)
        store(work, plan.touched)
        if self.header and self.lines.lines:
            remember(work, "clients", self.header, self.columns)
        return Outcome(summary(plan.tally, "клиент", "клиента", "клиентов"))


class ImportAssets(Action):
    """A register of equipment: what stands at clients' sites, which are made where they are not known yet.

    `header`, `columns` and `warnings` are as those of `ImportClients`.
    """

    facts = Facts("clients.import_assets", "Загрузить оборудование из файла", ("1.5",), copy_first=True)

    lines: AssetLines
    header: HeaderText = ""
    columns: tuple[str, ...] = ()
    warnings: tuple[Line, ...] = ()

    @field_serializer("lines")
    def _journaled(self, lines: Checked[AssetLine]) -> int:
        """How many: what they say is in the images of the rows, once."""
        return len(lines.lines)

    def apply(self, work: Work) -> Outcome:
        plan = AssetPlan(work, self.lines, work.progress)
        tell(work, plan.tally, self.warnings)
        place_things(work, plan.touched)
        if self.header and self.lines.lines:
            remember(work, "assets", self.header, self.columns)
        return Outcome(summary(plan.tally, "устройство", "устройства", "устройств"))
