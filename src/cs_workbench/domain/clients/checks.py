"""Checks shared by the actions of the clients area: duplicates, doubts, secrets in texts, whose a contact is.

Later areas use `contact_of` and `warn_of_secrets` too. A check raises a Refusal, or asks or tells through
the unit of work.
"""

import re

from sqlalchemy import or_, select
from sqlmodel import col

from cs_workbench.domain.clients.records import Client, ClientKind, Contact
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.phone import phone_text
from cs_workbench.kernel.text import fold
from cs_workbench.storage.unit import Read, Work

_SECRET = re.compile(
    r"\b(?:парол\w*|логин\w*|password|passwd|pwd|login)\b(?:[^\n:=]{0,30}[:=]|\s*[-–—])\s*\S", re.IGNORECASE
)


def refuse_known_inn(work: Work, inn: str, kpp: str | None, client_id: int | None = None) -> None:
    """An INN belongs to one client; a branch, with a KPP of its own beside the other's, is asked about."""
    wanted = select(Client).where(col(Client.inn) == inn, col(Client.id) != (client_id or 0))
    for other in work.all(wanted.order_by(col(Client.id))):
        known = f"клиента «{other.name}» (№ {other.id})"
        if kpp is None or other.kpp is None or kpp == other.kpp:
            raise Refusal("duplicate", f"Этот ИНН уже записан у {known}. Откройте его карточку.", "inn")
        work.ask(f"Этот ИНН с другим КПП записан у {known}. Записать как отдельный филиал?", "kpp")


def doubt_same_name(work: Work, name: str, client_id: int | None = None) -> None:
    """Ask about a client called just like another."""
    wanted = select(Client).where(col(Client.name_key) == fold(name), col(Client.id) != (client_id or 0))
    if other := work.first(wanted.order_by(col(Client.id))):
        work.ask(f"Клиент «{other.name}» (№ {other.id}) уже есть. Это другой клиент?", "name")


def doubt_known_phone(work: Work, phone: str, client_id: int | None = None) -> None:
    """Ask about a telephone that another client, or another client's contact, has."""
    of_contacts = select(col(Contact.client_id)).where(col(Contact.phone) == phone, col(Contact.wrong).is_(False))
    wanted = select(Client).where(
        or_(col(Client.phone) == phone, col(Client.id).in_(of_contacts)), col(Client.id) != (client_id or 0)
    )
    if other := work.first(wanted.order_by(col(Client.id))):
        shown = phone_text(phone)
        work.ask(f"Телефон {shown} уже записан у клиента «{other.name}» (№ {other.id}). Записать и здесь?", "phone")


def kind_of(work: Work, given: ClientKind | None, inn: str | None) -> ClientKind:
    """What kind of party a client is; where it is not given, twelve digits of INN are an entrepreneur's.

    A kind that the INN contradicts is told, not refused: the INN is the tax service's, the kind is the
    manager's.
    """
    if given is None:
        return ClientKind.ENTREPRENEUR if inn is not None and len(inn) == 12 else ClientKind.COMPANY
    if inn is not None and (len(inn) == 10) is not (given == ClientKind.COMPANY):
        work.warn("Вид клиента не сходится с ИНН: у организации в нём десять цифр, у людей двенадцать.")
    return given


def warn_of_secrets(work: Work, text: str) -> None:
    """Tell that a text seems to hold a password; nothing is changed in it."""
    if _SECRET.search(text):
        work.warn("Похоже, в тексте пароль или логин: не храните пароли здесь.")


def contact_of(read: Read, client_id: int, named: str, field: str = "contact") -> Contact:
    """The contact of this client that a number, a name or its part means; another client's is refused."""
    if named.isascii() and named.isdigit():
        contact = read.first(select(Contact).where(col(Contact.id) == int(named[:18])))
        if contact is None:
            raise Refusal("unknown", f"Контакта № {named} нет. Укажите имя или другой номер.", field)
        if contact.client_id != client_id:
            raise Refusal("other_client", f"Контакт «{contact.name}» — другого клиента. Выберите контакт этого.", field)
        return contact
    everybody = read.all(select(Contact).where(col(Contact.client_id) == client_id).order_by(col(Contact.id)))
    key = fold(named)
    found = [one for one in everybody if one.name_key == key] or [one for one in everybody if key in one.name_key]
    if not found:
        raise Refusal("unknown", f"Контакта «{named}» у клиента нет. Добавьте его или исправьте имя.", field)
    if len(found) > 1:
        raise Refusal("ambiguous", f"Контактов «{named}» у клиента несколько. Уточните имя или укажите номер.", field)
    return found[0]
