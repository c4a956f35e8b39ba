"""Actions of the clients area (rows 1, 6.1, 20.1)."""

from typing import Any

from cs_workbench.domain.clients.records import Client, ClientKind, ClientState
from cs_workbench.kernel.action import Action, Facts, Outcome
from cs_workbench.kernel.fields import Email, Inn, Kpp, Line, Phone, Text
from cs_workbench.kernel.text import fold
from cs_workbench.storage.unit import Work


class AddClient(Action):
    """A new client; an INN that we know already is refused with the client who has it."""

    facts = Facts("clients.add", "Добавить клиента", ("1.1", "20.1"), key="a", phrases=("клиент",))

    name: Line
    inn: Inn | None = None
    kpp: Kpp | None = None
    kind: ClientKind = ClientKind.COMPANY
    phone: Phone | None = None
    email: Email | None = None
    manager: Line | None = None
    source: Line | None = None
    note: Text | None = None

    def apply(self, work: Work) -> Outcome:
        client = work.add(
            Client(
                **self.model_dump(exclude={"confirm", "note"}),
                name_key=fold(self.name),
                state=ClientState.ASSIGNED if self.manager else ClientState.UNASSIGNED,
                created_on=work.day.today,
                created_at=work.now,
            )
        )
        return Outcome(f"Клиент «{client.name}» добавлен.")


ACTIONS: tuple[type[Action], ...] = (AddClient,)
