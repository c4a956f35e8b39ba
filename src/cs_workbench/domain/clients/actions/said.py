"""What was said and signed: notes, talks that are not about a debt, contracts (rows 6.1, 20.1)."""

from typing import Annotated

from pydantic import WithJsonSchema
from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.checks import contact_of, warn_of_secrets
from cs_workbench.domain.clients.ownership import spoken_with
from cs_workbench.domain.clients.records import Channel, Client, ClientRef, Contract, Note, Talk
from cs_workbench.kernel.action import Action, Facts, FollowUp, Outcome, Phrase
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import day_text, moment_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Day, Line, Moment, Text
from cs_workbench.kernel.text import fold
from cs_workbench.storage.unit import Work

# A name is looked up among the client's own contacts, so that two firms may each have a Maria.
OwnContact = Annotated[Line, WithJsonSchema({"type": ["integer", "string"], "record": "contact"})]


def keep_note(work: Work, client_id: int, text: str) -> Note:
    """Store a note of this moment; a password in it is told."""
    warn_of_secrets(work, text)
    return work.add(Note(client_id=client_id, text=text, text_key=fold(text), author=work.user, created_at=work.now))


class AddNote(Action):
    """A free remark on a client."""

    facts = Facts("clients.note", "Добавить заметку", ("20.1",), key="n", phrases=("заметка",))

    client: ClientRef
    text: Text

    def apply(self, work: Work) -> Outcome:
        client = work.get(Client, self.client)
        keep_note(work, client.id, self.text)
        return Outcome(f"Заметка добавлена: {client.name}.")


class LogTalk(Action):
    """A talk that is not about a debt; it counts as a touch of the client."""

    facts = Facts(
        "clients.log_talk",
        "Записать разговор",
        ("20.1",),
        phrases=tuple(Phrase(said, "text", "channel") for said in ("разговор", "поговорила", "поговорили")),
    )

    client: ClientRef
    text: Text
    contact: OwnContact | None = None
    channel: Channel = Channel.CALL
    at: Moment | None = None

    def apply(self, work: Work) -> Outcome:
        client = work.get(Client, self.client)
        at = self.at or work.now
        if at > work.now:
            raise Refusal("future", f"{moment_text(at)} ещё не наступило: укажите время разговора в прошлом.", "at")
        contact = contact_of(work, client.id, self.contact) if self.contact else None
        warn_of_secrets(work, self.text)
        work.add(
            Talk(
                client_id=client.id,
                contact_id=contact.id if contact else None,
                channel=self.channel,
                text=self.text,
                at=at,
                on=local(at).date(),
                author=work.user,
            )
        )
        spoken_with(client)
        return Outcome(f"Разговор записан: {client.name}.")


class SignContract(Action):
    """A contract signed with a client: what starts the cloud and the training (row 6.1)."""

    facts = Facts("clients.sign_contract", "Договор подписан", ("6.1",), phrases=("договор",))

    client: ClientRef
    number: Line
    on: Day
    file: Line | None = None

    def apply(self, work: Work) -> Outcome:
        client = work.get(Client, self.client)
        if self.on > work.day.today:
            raise Refusal("future", f"{day_text(self.on)} ещё не наступило: укажите день подписания.", "on")
        known = work.all(select(Contract).where(col(Contract.client_id) == client.id))
        if same := next((one for one in known if fold(one.number) == fold(self.number)), None):
            when = day_text(same.signed_on)
            raise Refusal("duplicate", f"Договор № {same.number} от {when} у клиента уже есть.", "number")
        work.add(Contract(client_id=client.id, number=self.number, signed_on=self.on, file=self.file))
        offer = FollowUp("billing.open_subscription", {"client": client.id}, "назначить абонентскую плату")
        return Outcome(f"Договор № {self.number} от {day_text(self.on)} записан: {client.name}.", (offer,))
