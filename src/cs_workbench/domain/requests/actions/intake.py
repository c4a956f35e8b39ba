"""A request comes in: registered, added to, given its client (row 1.1)."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.actions.said import OwnContact
from cs_workbench.domain.clients.checks import contact_of, warn_of_secrets
from cs_workbench.domain.clients.ownership import spoken_with
from cs_workbench.domain.clients.records import Channel, Client, ClientRef, Contact
from cs_workbench.domain.clients.repository.finders import find_contact
from cs_workbench.domain.requests.checks import coming, forbidden, happened, named, open_request
from cs_workbench.domain.requests.records import Handover, Proposal, Request, RequestRef, RequestSeverity
from cs_workbench.domain.requests.repository.course import asked_before, clients_calling, contact_calling
from cs_workbench.domain.requests.rules.wording import KINDS, brief, until
from cs_workbench.domain.requests.words import KindWord, SeverityWord
from cs_workbench.domain.tasks.steps import set_moment
from cs_workbench.kernel.action import Action, Facts, FollowUp, Outcome, Phrase
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Moment, Phone, Text
from cs_workbench.kernel.hours import add_hours, by_end_of_day
from cs_workbench.kernel.phone import phone_text
from cs_workbench.kernel.text import fold
from cs_workbench.storage.unit import Read, Work

ASKED = Phrase("обращение", "kind", "severity", "phone", "text")
ASKED_OF_US = Phrase("новое обращение", *ASKED.takes)

STOP_HOURS = 1
"""Working hours in which somebody whose work has stopped is answered."""


class Register(Action):
    """A request of a client or of somebody unknown. A telephone that one client has finds that client; `at` is when it
    came, now or earlier.
    """

    facts = Facts("requests.register", "Записать обращение", ("1.1", "20.3"), phrases=(ASKED, ASKED_OF_US))

    kind: KindWord
    text: Text
    client: ClientRef | None = None
    phone: Phone | None = None
    contact: OwnContact | None = None
    channel: Channel = Channel.CALL
    severity: SeverityWord = RequestSeverity.QUESTION
    next_at: Moment | None = None
    at: Moment | None = None

    def apply(self, work: Work) -> Outcome:
        at = happened(work, self.at)
        if self.next_at is not None:
            coming(work, self.next_at, "next_at")
        client, contact = self._caller(work)
        warn_of_secrets(work, self.text)
        self._doubt_again(work, client, at)
        due = self._due(work, at)
        request = Request(
            client_id=client.id if client else None,
            contact_id=contact.id if contact else None,
            phone=self.phone,
            channel=self.channel,
            kind=self.kind,
            severity=self.severity,
            text=self.text,
            text_key=fold(self.text),
            owner=work.user,
            received_at=at,
            received_on=local(at).date(),
            due_at=due,
            due_on=local(due).date(),
        )
        set_moment(request, self.next_at)
        work.add(request)
        if client:
            spoken_with(client)
        whose = client.name if client else "клиент неизвестен"
        said = f"{named(request)} записано: {whose}. Взять до {until(due, work.day.today)}."
        return Outcome(said, self._offers(request))

    def _due(self, work: Work, at: datetime) -> datetime:
        if self.severity == RequestSeverity.STOP:
            return add_hours(at, STOP_HOURS, work.day)
        return by_end_of_day(at, work.day)

    def _caller(self, work: Work) -> tuple[Client | None, Contact | None]:
        """Who calls: the client named, else the owner of the telephone, else of the person."""
        client = None if self.client is None else work.get(Client, self.client)
        owners = clients_calling(work, self.phone) if self.phone else []
        if client is None and owners and (len(owners) == 1 or self.contact is None):
            client = _one_of(owners, self.phone or "")
        elif client and owners and client.id not in {owner.id for owner in owners}:
            work.warn(f"Этот телефон записан у клиента «{owners[0].name}» (№ {owners[0].id}).")
        if self.contact is not None:
            contact = _contact(work, client, self.contact)
            return client or work.get(Client, contact.client_id), contact
        return client, contact_calling(work, client.id, self.phone) if client and self.phone else None

    def _doubt_again(self, work: Work, client: Client | None, at: datetime) -> None:
        before = asked_before(work, self.kind, client.id if client else None, self.phone, at)
        if before is not None:
            work.ask(
                f"За последние сутки об этом уже спрашивали: {named(before).lower()} ({KINDS[self.kind]}, "
                f"«{brief(before.text, 60)}»). Допишите в него. Записать всё-таки новое?",
                "text",
            )

    def _offers(self, request: Request) -> tuple[FollowUp, ...]:
        number = {"request": request.id}
        if request.client_id is None:
            known = {"phone": request.phone} if request.phone else {}
            return (
                FollowUp("clients.add", known, "Добавить нового клиента"),
                FollowUp("requests.attach_client", number, "Указать, чьё это обращение"),
            )
        if self.severity == RequestSeverity.STOP:
            return (FollowUp("requests.hand_over", {**number, "dept": "support"}, "Передать техподдержке"),)
        return (FollowUp("requests.take", number, "Взять в работу"),)


def _one_of(owners: list[Client], phone: str) -> Client:
    """The one client of a telephone; refused with all of them named where there are several."""
    if len(owners) > 1:
        listed = ", ".join(f"«{owner.name}» (№ {owner.id})" for owner in owners)
        said = f"Телефон {phone_text(phone)} записан у нескольких клиентов: {listed}. Выберите клиента."
        raise Refusal("ambiguous", said, "client")
    return owners[0]


def _contact(work: Work, client: Client | None, named: str) -> Contact:
    """A person by number or name: of the client, or of anybody where no client is known."""
    if client is not None:
        return contact_of(work, client.id, named)
    found = [int(named[:18])] if named.isascii() and named.isdigit() else find_contact(work.session, named)
    people = work.all(select(Contact).where(col(Contact.id).in_(found)))
    if len(people) != 1:
        said = f"Контакт «{named}»: укажите клиента, чтобы найти его среди людей клиента."
        raise Refusal("ambiguous" if people else "unknown", said, "contact")
    return people[0]


class AddText(Action):
    """More of what a request is about: a second call on the same matter."""

    facts = Facts("requests.add_text", "Дописать в обращение", ("1.1",), phrases=(Phrase("дописать", "text"),))

    request: RequestRef
    text: Text

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "request", open_request)

    def apply(self, work: Work) -> Outcome:
        request = open_request(work, self.request)
        warn_of_secrets(work, self.text)
        append(request, work, self.text)
        return Outcome(f"{named(request)}: дописано.")


def append(request: Request, work: Work, text: str) -> None:
    """Add a dated line to what a request says."""
    request.text = f"{request.text}\n{day_text(work.day.today)}: {text}"
    request.text_key = fold(request.text)


class AttachClient(Action):
    """Whose request it is, where the caller was unknown or somebody else was meant."""

    facts = Facts("requests.attach_client", "Чьё обращение", ("1.1",), phrases=(Phrase("обращение клиента", "client"),))

    request: RequestRef
    client: ClientRef
    contact: OwnContact | None = None

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "request", open_request)

    def apply(self, work: Work) -> Outcome:
        request, client = open_request(work, self.request), work.get(Client, self.client)
        if request.client_id == client.id:
            raise Refusal("already", f"{named(request)} и так записано на клиента «{client.name}».", "client")
        if request.client_id is not None:
            other = work.get(Client, request.client_id)
            work.ask(f"{named(request)} записано на клиента «{other.name}». Перенести?", "client")
        contact = contact_of(work, client.id, self.contact) if self.contact else None
        if contact is None and request.phone:
            contact = contact_calling(work, client.id, request.phone)
        request.client_id, request.contact_id = client.id, contact.id if contact else None
        for handover in work.all(select(Handover).where(col(Handover.request_id) == request.id)):
            handover.client_id = client.id
        for proposal in work.all(select(Proposal).where(col(Proposal.request_id) == request.id)):
            proposal.client_id = client.id
        spoken_with(client)
        return Outcome(f"{named(request)}: клиент «{client.name}».", self._offers(work, request, client))

    @staticmethod
    def _offers(work: Work, request: Request, client: Client) -> tuple[FollowUp, ...]:
        """The telephone is to be kept where the client does not have it yet."""
        if not request.phone or client in clients_calling(work, request.phone):
            return ()
        known = {"client": client.id, "phone": request.phone}
        return (FollowUp("clients.add_contact", known, "Записать телефон звонившего"),)


INTAKE: tuple[type[Action], ...] = (Register, AddText, AttachClient)
