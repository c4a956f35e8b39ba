"""Two clients who are one: everything of the one goes over to the other (row 20.1).

What refers to a client is moved generically (`moving.py`); what a client has once (needs, its card) and people who are
the same are joined here. A note at the client who stays keeps what would be lost.
"""

from collections import Counter
from typing import Any

from sqlalchemy import select

from cs_workbench.domain.clients.actions.said import keep_note
from cs_workbench.domain.clients.joining import join_card, join_contacts, join_contracts, join_needs, next_question
from cs_workbench.domain.clients.moving import kinds, move_links, move_references, referring
from cs_workbench.domain.clients.records import Client, ClientRef
from cs_workbench.kernel.action import Action, Facts, FollowUp, Outcome
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.text import TEXT_LIMIT, count
from cs_workbench.storage.unit import Read, Work

WORDS = {
    "contact": ("контакт", "контакта", "контактов"),
    "site": ("объект", "объекта", "объектов"),
    "asset": ("единица оборудования", "единицы оборудования", "единиц оборудования"),
    "contract": ("договор", "договора", "договоров"),
    "subscription": ("подписка", "подписки", "подписок"),
    "invoice": ("счёт", "счёта", "счетов"),
    "payment": ("платёж", "платежа", "платежей"),
    "promise": ("обещание", "обещания", "обещаний"),
    "call_attempt": ("звонок", "звонка", "звонков"),
    "talk": ("разговор", "разговора", "разговоров"),
    "note": ("заметка", "заметки", "заметок"),
    "request": ("обращение", "обращения", "обращений"),
    "conflict": ("конфликт", "конфликта", "конфликтов"),
    "task": ("задача", "задачи", "задач"),
}
"""How the rows that move are counted, in this order; the rest are counted together."""


class MergeClients(Action):
    """`client` becomes a part of `into` and is removed; asks once, telling what moves."""

    facts = Facts("clients.merge", "Объединить клиентов", ("20.1",), phrases=("объединить",), dangerous=True)

    client: ClientRef
    into: ClientRef

    def apply(self, work: Work) -> Outcome:
        if self.client == self.into:
            raise Refusal("same", "Это один и тот же клиент: выберите второго.", "into")
        old, kept = work.get(Client, self.client), work.get(Client, self.into)
        moving = _counted(work, old.id)
        work.ask(_question(work, old, kept, moving), "client")
        ask_on = next_question(work, old, kept)
        lost = [*join_contacts(work, old, kept), *join_contracts(work, old, kept), *join_needs(work, old, kept)]
        move_references(work, "client", old.id, kept.id)
        move_links(work, "client", old.id, kept.id)
        # The old card goes before the other is filled from it: an INN stands at one client.
        work.remove(old)
        lost = [*join_card(work, old, kept, ask_on), *lost]
        keep_note(work, kept.id, " ".join([f"Объединено с карточкой «{old.name}» (№ {old.id}).", *lost])[:TEXT_LIMIT])
        said = f"«{old.name}» (№ {old.id}) теперь часть клиента «{kept.name}» (№ {kept.id})."
        return Outcome(said, _offers(old, kept))


def _counted(read: Read, client_id: int) -> Counter[str]:
    """How many rows of each record refer to a client."""
    counts = Counter[str]()
    for _, rows in referring(read, "client", client_id):
        counts.update(str(row.__tablename__) for row in rows)
    return counts


def _question(read: Read, old: Client, kept: Client, moving: Counter[str]) -> str:
    said = f"К клиенту «{kept.name}» (№ {kept.id}) перейдёт: {_listed(moving)}. "
    said += f"Карточки «{old.name}» (№ {old.id}) не станет."
    if old.inn and kept.inn and old.inn != kept.inn:
        said += f" ИНН разные: {old.inn} и {kept.inn}, останется второй."
    if moving["subscription"] and _has(read, "subscription", kept.id):
        said += " Подписки есть у обоих: проверьте, не выставляется ли месяц дважды."
    return f"{said} Объединить?"


def _listed(moving: Counter[str]) -> str:
    """`2 счёта, 3 контакта и ещё 4 записи`."""
    named = [count(moving[name], *words) for name, words in WORDS.items() if moving[name]]
    rest = moving.total() - sum(moving[name] for name in WORDS)
    said = ", ".join(named)
    if rest:
        more = count(rest, "запись", "записи", "записей")
        return f"{said} и ещё {more}" if said else more
    return said or "ничего, кроме самой карточки"


def _has(read: Read, record: str, client_id: int) -> bool:
    kind: Any = next((kind for kind in kinds() if kind.__tablename__ == record), None)
    return kind is not None and read.first(select(kind.id).where(kind.client_id == client_id)) is not None


def _offers(old: Client, kept: Client) -> list[FollowUp]:
    """The bank knows a client by its INN: one that is lost is remembered as a payer's."""
    if old.inn is None or old.inn == kept.inn:
        return []
    return [FollowUp("billing.remember_payer", {"client": kept.id, "inn": old.inn}, "узнавать платежи с его ИНН")]
