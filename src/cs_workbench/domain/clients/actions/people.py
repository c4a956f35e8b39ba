"""People: who speaks for a client, and who works beside us (rows 1.1, 1.2)."""

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.checks import doubt_known_phone
from cs_workbench.domain.clients.records import Client, ClientRef, Colleague, Contact, Dept
from cs_workbench.kernel.action import Action, Facts, Outcome
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


class AddContact(Action):
    """A person who speaks for a client; the first is the main one, and there is one main at a time."""

    facts = Facts("clients.add_contact", "Добавить контакт", ("1.1",), phrases=("контакт",))

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
        return Outcome(
            f"{'Основной контакт' if primary else 'Контакт'} «{self.name}» добавлен: {client.name}."
        )


class AddColleague(Action):
    """Somebody of our own firm, to hand questions over to."""

    facts = Facts("clients.add_colleague", "Добавить коллегу", ("1.2",), phrases=("коллега",))

    name: Line
    dept: Dept
    phone: Phone | None = None
    email: Email | None = None

    def apply(self, work: Work) -> Outcome:
        same = select(Colleague).where(
            col(Colleague.name_key) == fold(self.name), col(Colleague.dept) == self.dept
        )
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
