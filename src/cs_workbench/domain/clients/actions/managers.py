"""Who answers for a client: given to a manager, given back; a leaving manager's clients given back together (20.1)."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.ownership import hand_to, spellings
from cs_workbench.domain.clients.records import Client, ClientRef
from cs_workbench.kernel.action import Action, Facts, Outcome, Phrase
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Line
from cs_workbench.kernel.text import count
from cs_workbench.storage.unit import Read, Work


class AssignManager(Action):
    """A manager answers for a client; a name that is known already is written as it is known."""

    facts = Facts(
        "clients.assign_manager",
        "Закрепить клиента",
        ("20.1",),
        phrases=(Phrase("закрепить за", "manager"),),
        batch=True,
    )

    client: ClientRef
    manager: Line

    def apply(self, work: Work) -> Outcome:
        client = work.get(Client, self.client)
        known = spellings(work, self.manager)
        manager = self.manager if self.manager in known or not known else known[0]
        was = client.manager
        if was == manager:
            return Outcome(f"«{client.name}» и так за менеджером: {manager}.")
        hand_to(client, manager, work.day.today)
        return Outcome(f"«{client.name}» теперь за менеджером: {manager}{f', раньше — {was}' if was else ''}.")


class ReleaseManager(Action):
    """Nobody answers for the client any more."""

    facts = Facts("clients.release_manager", "Сделать ничьим", ("20.1",), phrases=("ничей", "ничья"), batch=True)

    client: ClientRef

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return _nobodys(read.get(Client, subject["client"]))

    def apply(self, work: Work) -> Outcome:
        client = work.get(Client, self.client)
        if refused := _nobodys(client):
            raise refused
        was = client.manager
        hand_to(client, None, work.day.today)
        return Outcome(f"«{client.name}» теперь ничей, раньше — {was}.")


def _nobodys(client: Client) -> Refusal | None:
    if client.manager is not None:
        return None
    return Refusal("already", f"«{client.name}» и так ничей: закрепите клиента за менеджером.", "client")


class ReleaseAll(Action):
    """A manager has left: all his clients become nobody's in one act."""

    facts = Facts(
        "clients.release_all", "Менеджер ушёл: клиенты ничьи", ("20.1",), phrases=("уволился",), dangerous=True
    )

    manager: Line

    def apply(self, work: Work) -> Outcome:
        names = spellings(work, self.manager)
        if not names:
            raise Refusal("unknown", f"За менеджером «{self.manager}» клиентов нет: проверьте имя.", "manager")
        clients = work.all(select(Client).where(col(Client.manager).in_(names)).order_by(col(Client.id)))
        for client in clients:
            hand_to(client, None, work.day.today)
        many = count(len(clients), "клиент стал ничьим", "клиента стали ничьими", "клиентов стали ничьими")
        return Outcome(f"{', '.join(names)}: {many}.")
