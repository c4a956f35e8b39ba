"""The client itself: added, and its card edited (rows 1.1, 20.1)."""

from collections.abc import Iterable
from typing import Any

from cs_workbench.domain.clients.actions.said import keep_note
from cs_workbench.domain.clients.checks import (
    doubt_known_phone,
    doubt_same_name,
    kind_of,
    refuse_known_inn,
)
from cs_workbench.domain.clients.knowing import FIRST_ASK_BD
from cs_workbench.domain.clients.ownership import hand_to
from cs_workbench.domain.clients.records import Client, ClientKind, ClientRef
from cs_workbench.kernel.action import Action, Facts, FollowUp, Outcome
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Email, Inn, Kpp, Line, Phone, Text, YesNo
from cs_workbench.kernel.phone import phone_text
from cs_workbench.kernel.text import fold
from cs_workbench.storage.unit import Work

KIND_WORDS = {
    ClientKind.COMPANY: "организация",
    ClientKind.ENTREPRENEUR: "предприниматель",
    ClientKind.PERSON: "человек",
}
FIELD_WORDS = {
    "name": "название",
    "inn": "ИНН",
    "kpp": "КПП",
    "kind": "вид",
    "phone": "телефон",
    "email": "почта",
    "manager": "менеджер",
    "source": "источник",
    "do_not_call": "не звонить",
}
CLEARABLE = ("inn", "kpp", "phone", "email", "manager", "source")


class AddClient(Action):
    """A new client; an INN that we know already is refused with the client who has it."""

    facts = Facts(
        "clients.add", "Добавить клиента", ("1.1", "20.1"), key="a", phrases=("новый клиент", "добавить клиента")
    )

    name: Line
    inn: Inn | None = None
    kpp: Kpp | None = None
    kind: ClientKind | None = None
    phone: Phone | None = None
    email: Email | None = None
    manager: Line | None = None
    source: Line | None = None
    note: Text | None = None

    def apply(self, work: Work) -> Outcome:
        if self.inn:
            refuse_known_inn(work, self.inn, self.kpp)
        doubt_same_name(work, self.name)
        if self.phone:
            doubt_known_phone(work, self.phone)
        client = Client(
            **self.model_dump(exclude={"confirm", "note", "kind", "manager"}),
            kind=kind_of(work, self.kind, self.inn),
            name_key=fold(self.name),
            created_on=work.day.today,
            created_at=work.now,
            needs_ask_on=work.day.bd(FIRST_ASK_BD),
        )
        hand_to(client, self.manager, work.day.today)
        work.add(client)
        if self.note:
            keep_note(work, client.id, self.note)
        offer = FollowUp("clients.add_contact", {"client": client.id}, "записать, с кем говорить")
        return Outcome(f"Клиент «{client.name}» добавлен.", (offer,))


class EditClient(Action):
    """A client's card corrected: what is given is changed, what `clear` names is emptied.

    `rev` is the version that the form was opened with: an older one is refused with what the record has now.
    """

    facts = Facts("clients.edit", "Изменить клиента", ("1.1", "20.1"), key="e", phrases=("изменить клиента",))

    client: ClientRef
    name: Line | None = None
    inn: Inn | None = None
    kpp: Kpp | None = None
    kind: ClientKind | None = None
    phone: Phone | None = None
    email: Email | None = None
    manager: Line | None = None
    source: Line | None = None
    do_not_call: YesNo | None = None
    note: Text | None = None
    clear: Line | None = None
    rev: int | None = None

    def apply(self, work: Work) -> Outcome:
        client = work.get(Client, self.client)
        wanted = self._wanted()
        if not wanted and not self.note:
            raise Refusal("nothing", "Изменять нечего: заполните хотя бы одно поле.")
        if self.rev is not None and self.rev != client.rev:
            raise _stale(client, wanted)
        changed = {name: value for name, value in wanted.items() if getattr(client, name) != value}
        self._check(work, client, changed)
        for name, value in changed.items():
            if name == "manager":
                hand_to(client, value, work.day.today)
            else:
                setattr(client, name, value)
        client.name_key = fold(client.name)
        if self.note:
            keep_note(work, client.id, self.note)
        if not changed:
            said = "заметка добавлена" if self.note else "изменений нет"
            return Outcome(f"Карточка «{client.name}»: {said}.")
        return Outcome(f"Карточка «{client.name}» изменена: {', '.join(FIELD_WORDS[name] for name in changed)}.")

    def _wanted(self) -> dict[str, Any]:
        """The values that the card is to have, by field; what is to be emptied has None."""
        given = {name: getattr(self, name) for name in FIELD_WORDS if getattr(self, name) is not None}
        emptied = [word for word in (self.clear or "").replace(",", " ").split() if word]
        for name in emptied:
            if name not in CLEARABLE:
                raise Refusal("choice", f"Очистить можно только: {', '.join(CLEARABLE)}.", "clear")
            if name in given:
                raise Refusal("choice", f"Поле «{FIELD_WORDS[name]}» и заполнено, и очищается.", "clear")
        return {**given, **dict.fromkeys(emptied)}

    def _check(self, work: Work, client: Client, changed: dict[str, Any]) -> None:
        inn, kpp = changed.get("inn", client.inn), changed.get("kpp", client.kpp)
        if inn and not changed.keys().isdisjoint(("inn", "kpp")):
            refuse_known_inn(work, inn, kpp, client.id)
        if "name" in changed:
            doubt_same_name(work, changed["name"], client.id)
        if changed.get("phone"):
            doubt_known_phone(work, changed["phone"], client.id)
        if not changed.keys().isdisjoint(("inn", "kind")):
            kind_of(work, changed.get("kind", client.kind), inn)


def _stale(client: Client, asked: Iterable[str]) -> Refusal:
    """The refusal of an old form, with what the record has in the fields that the form wanted to change."""
    now = "; ".join(f"{FIELD_WORDS[name]} — {_shown(client, name)}" for name in asked or ("name",))
    return Refusal(
        "stale",
        f"Карточку изменили, пока вы правили. Сейчас в ней: {now}. Откройте её заново и повторите.",
        "rev",
    )


def _shown(client: Client, name: str) -> str:
    value = getattr(client, name)
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, ClientKind):
        return KIND_WORDS[value]
    if name == "phone" and value:
        return phone_text(value)
    return value or "пусто"
