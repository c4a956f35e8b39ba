"""People: who speaks for a client, and who works beside us (rows 1.1, 1.2)."""

from typing import Any

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.checks import doubt_known_phone
from cs_workbench.domain.clients.records import Client, ClientRef, Colleague, Contact, ContactRef, Dept
from cs_workbench.kernel.action import Action, Facts, Outcome, Phrase
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Email, Line, Phone, YesNo
from cs_workbench.kernel.text import fold
from cs_workbench.storage.unit import Work

DEPT_WORDS = {
    Dept.SUPPORT: "техподдержка",
    Dept.SALES: "отдел продаж",
    Dept.LAW: "юристы",
    Dept.ACCOUNTING: "бухгалтерия",
    Dept.WAREHOUSE: "склад",
    Dept.CREW: "монтажники",
    Dept.MARKETING: "маркетинг",
    Dept.HEAD: "руководство",
}

CONTACTS = tuple(Phrase(said, "name", "role", "phone", "email") for said in ("контакт", "новый контакт"))


class AddContact(Action):
    """A person who speaks for a client; the first is the main one, and there is one main at a time."""

    facts = Facts("clients.add_contact", "Добавить контакт", ("1.1",), phrases=CONTACTS)

    client: ClientRef
    name: Line
    role: Line | None = None
    phone: Phone | None = None
    email: Email | None = None
    primary: YesNo = False

    def apply(self, work: Work) -> Outcome:
        client = work.get(Client, self.client)
        known = work.all(select(Contact).where(col(Contact.client_id) == client.id).order_by(col(Contact.id)))
        if any(contact.name_key == fold(self.name) for contact in known):
            work.ask(f"Контакт «{self.name}» у клиента уже есть. Это другой человек?", "name")
        if self.phone:
            doubt_known_phone(work, self.phone, client.id)
        primary = self.primary or not any(contact.primary for contact in known)
        if primary:
            for contact in known:
                contact.primary = False
        work.add(
            Contact(
                client_id=client.id,
                name=self.name,
                name_key=fold(self.name),
                role=self.role,
                phone=self.phone,
                email=self.email,
                primary=primary,
                created_at=work.now,
            )
        )
        return Outcome(f"{'Основной контакт' if primary else 'Контакт'} «{self.name}» добавлен: {client.name}.")


CONTACT_WORDS = {
    "name": "имя",
    "role": "должность",
    "phone": "телефон",
    "email": "почта",
    "primary": "основной",
    "wrong": "не тот человек",
}
EMPTIED = ("role", "phone", "email")


class EditContact(Action):
    """A contact corrected: what is given is changed, what `clear` names is emptied.

    `rev` is the version that the form was opened with: an older one is refused.
    """

    facts = Facts("clients.edit_contact", "Изменить контакт", ("1.1",), phrases=("изменить контакт",))

    contact: ContactRef
    name: Line | None = None
    role: Line | None = None
    phone: Phone | None = None
    email: Email | None = None
    primary: YesNo | None = None
    wrong: YesNo | None = None
    clear: Line | None = None
    rev: int | None = None

    def apply(self, work: Work) -> Outcome:
        contact = work.get(Contact, self.contact)
        if self.rev is not None and self.rev != contact.rev:
            raise Refusal("stale", f"Контакт «{contact.name}» изменили, пока вы правили. Откройте его заново.", "rev")
        changed = {name: value for name, value in self._wanted().items() if getattr(contact, name) != value}
        if not changed:
            return Outcome(f"Контакт «{contact.name}»: изменений нет.")
        if changed.get("phone"):
            doubt_known_phone(work, changed["phone"], contact.client_id)
        if changed.get("primary"):
            mains = select(Contact).where(col(Contact.client_id) == contact.client_id, col(Contact.primary))
            for other in work.all(mains):
                other.primary = False
        for name, value in changed.items():
            setattr(contact, name, value)
        contact.name_key = fold(contact.name)
        return Outcome(f"Контакт «{contact.name}» изменён: {', '.join(CONTACT_WORDS[name] for name in changed)}.")

    def _wanted(self) -> dict[str, Any]:
        """The values that the contact is to have, by field; what is to be emptied has None."""
        given = {name: getattr(self, name) for name in CONTACT_WORDS if getattr(self, name) is not None}
        emptied = [word for word in (self.clear or "").replace(",", " ").split() if word]
        if wrong := next((name for name in emptied if name not in EMPTIED or name in given), None):
            raise Refusal("choice", f"Очистить можно только: {', '.join(EMPTIED)}; поле «{wrong}» нельзя.", "clear")
        return {**given, **dict.fromkeys(emptied)}


class AddColleague(Action):
    """Somebody of our own firm, to hand questions over to."""

    facts = Facts("clients.add_colleague", "Добавить коллегу", ("1.2",), phrases=("коллега",))

    name: Line
    dept: Dept
    phone: Phone | None = None
    email: Email | None = None

    def apply(self, work: Work) -> Outcome:
        same = select(Colleague).where(col(Colleague.name_key) == fold(self.name), col(Colleague.dept) == self.dept)
        if work.first(same):
            work.ask(f"«{self.name}» в этом отделе уже есть. Это другой человек?", "name")
        work.add(
            Colleague(
                name=self.name,
                name_key=fold(self.name),
                dept=self.dept,
                phone=self.phone,
                email=self.email,
            )
        )
        return Outcome(f"Коллега «{self.name}» добавлен: {DEPT_WORDS[self.dept]}.")
