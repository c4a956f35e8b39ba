"""What two clients who are one each have: people, contracts, needs, the card itself. Each function joins one of them
into `kept` and says what `old` had otherwise, so that a note may keep it (row 20.1).
"""

from datetime import date

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.knowing import ANSWERS, QUESTIONS, profile_of, settle_needs
from cs_workbench.domain.clients.moving import move_links, move_references
from cs_workbench.domain.clients.ownership import hand_to, spoken_with
from cs_workbench.domain.clients.records import Client, ClientState, Contact, Contract, NeedsState
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.phone import phone_text
from cs_workbench.kernel.text import fold
from cs_workbench.storage.unit import Read, Work


def join_contacts(work: Work, old: Client, kept: Client) -> list[str]:
    """People with the same telephone or e-mail become one; a client has one main contact."""
    lost = []
    ours = _contacts(work, kept.id)
    for person in _contacts(work, old.id):
        same = next((one for one in ours if _is_same(one, person)), None)
        if same is None:
            person.primary = person.primary and not any(one.primary for one in ours)
            continue
        lost += _join_person(same, person)
        move_references(work, "contact", person.id, same.id)
        move_links(work, "contact", person.id, same.id)
        work.remove(person)
    return lost


def _contacts(read: Read, client_id: int) -> list[Contact]:
    return read.all(select(Contact).where(col(Contact.client_id) == client_id).order_by(col(Contact.id)))


def _is_same(one: Contact, other: Contact) -> bool:
    return bool((one.phone and one.phone == other.phone) or (one.email and one.email == other.email))


def _join_person(same: Contact, person: Contact) -> list[str]:
    """Fill what is missing of a person; what differs is said."""
    said = [f"«{person.name}»"] if person.name_key != same.name_key else []
    for name in ("role", "phone", "email"):
        theirs = getattr(person, name)
        if getattr(same, name) is None:
            setattr(same, name, theirs)
        elif theirs and theirs != getattr(same, name):
            said.append(phone_text(theirs) if name == "phone" else theirs)
    return [f"Контакт «{same.name}» был записан и так: {', '.join(said)}."] if said else []


def join_contracts(work: Work, old: Client, kept: Client) -> list[str]:
    """A contract of the same number is one contract; another day of signing is said."""
    lost = []
    ours = {fold(one.number): one for one in _contracts(work, kept.id)}
    for contract in _contracts(work, old.id):
        same = ours.get(fold(contract.number))
        if same is None:
            continue
        if contract.signed_on != same.signed_on:
            lost.append(f"Договор № {contract.number} был записан и от {day_text(contract.signed_on)}.")
        if same.file is None:
            same.file = contract.file
        elif contract.file and contract.file != same.file:
            lost.append(f"Файл договора № {contract.number}: {contract.file}.")
        move_references(work, "contract", contract.id, same.id)
        move_links(work, "contract", contract.id, same.id)
        work.remove(contract)
    return lost


def _contracts(read: Read, client_id: int) -> list[Contract]:
    return read.all(select(Contract).where(col(Contract.client_id) == client_id).order_by(col(Contract.id)))


def join_needs(work: Work, old: Client, kept: Client) -> list[str]:
    """The answers of the one fill what the other does not know; other answers are said."""
    ours, theirs = profile_of(work, kept.id), profile_of(work, old.id)
    if ours is None or theirs is None:
        return []
    lost = []
    for name in ANSWERS:
        mine, other = getattr(ours, name), getattr(theirs, name)
        if mine is None:
            setattr(ours, name, other)
        elif other is not None and other != mine:
            lost.append(f"{QUESTIONS[name]} Отвечали и так: {other}.")
    if theirs.state == NeedsState.NOT_NEEDED:
        lost.append(f"Потребности не выясняли: {theirs.reason}.")
    move_links(work, "needs_profile", theirs.id, ours.id)
    work.remove(theirs)
    return lost


FIELDS = {"phone": "телефон", "email": "почта", "manager": "менеджер", "source": "источник"}
"""Fields of the card that stand for themselves, and how they are called."""


def next_question(read: Read, old: Client, kept: Client) -> date | None:
    """When needs are asked about next: as it was agreed where somebody has asked, the earlier day of the two."""
    both = (kept, old)
    asked = [client for client in both if profile_of(read, client.id) is not None] or both
    return min((client.needs_ask_on for client in asked if client.needs_ask_on is not None), default=None)


def join_card(work: Work, old: Client, kept: Client, ask_on: date | None) -> list[str]:
    """Fill what the card of `kept` lacks from the card of `old`, which is removed already; what differs is said.

    `ask_on` is the `next_question`, found before the needs of the two were joined.
    """
    today = work.day.today
    lost = _join_requisites(old, kept)
    for name, said in FIELDS.items():
        mine, other = getattr(kept, name), getattr(old, name)
        if mine is None and other is not None:
            if name == "manager":
                hand_to(kept, other, today)
            else:
                setattr(kept, name, other)
        elif other is not None and other != mine:
            lost.append(f"{said}: {phone_text(other) if name == 'phone' else other}")
    kept.do_not_call = kept.do_not_call or old.do_not_call
    if old.state == ClientState.TOUCHED:
        spoken_with(kept)
    if (profile := profile_of(work, kept.id)) is not None:
        settle_needs(kept, profile, work.day)
    if profile is None or kept.needs_ask_on is not None:
        kept.needs_ask_on = ask_on or kept.needs_ask_on
    return [f"В её карточке было: {', '.join(lost)}."] if lost else []


def _join_requisites(old: Client, kept: Client) -> list[str]:
    """INN and KPP go together: a KPP is of the firm whose INN it stands beside."""
    if kept.inn is None:
        kept.inn, kept.kpp = old.inn, old.kpp or kept.kpp
        kept.kind = old.kind if old.inn else kept.kind
        return []
    if old.inn in (None, kept.inn) and (kept.kpp is None or old.kpp in (None, kept.kpp)):
        kept.kpp = kept.kpp or old.kpp
        return []
    return [f"ИНН {old.inn}" + (f", КПП {old.kpp}" if old.kpp else "")] if old.inn else [f"КПП {old.kpp}"]
