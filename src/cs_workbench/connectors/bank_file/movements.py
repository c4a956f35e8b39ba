"""From a document of a bank's file to money that moved: who paid whom, how much, when and which way.

`reader.py` gives the raw section, `values.py` reads its fields, `statement.py` tells which accounts are ours.
Sources: connectors 1.1, 1.3, 1.4.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from cs_workbench.connectors.bank_file.reader import Notes, Section
from cs_workbench.connectors.bank_file.values import (
    common,
    not_zero,
    read_account,
    read_day,
    read_sum,
    split_name,
)
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.text import clean_line

_PAYER, _RECEIVER = "Плательщик", "Получатель"
_PURPOSE_LINES = tuple(f"НазначениеПлатежа{number}" for number in range(1, 7))
# The fields of the standard, versions 1.01 to 1.03 (connectors 1.1); others are kept in `Movement.extra`.
_STANDARD = re.compile(
    r"Номер|Дата|Сумма|Квитанция(Дата|Время|Содержание)|ДатаСписано|ДатаПоступило|Вид(Платежа|Оплаты|Аккредитива)"
    r"|(Плательщик|Получатель)(Счет|ИНН|КПП|[1-4]|РасчСчет|Банк[12]|БИК|Корсчет)?|НазначениеПлатежа[1-6]?"
    r"|Код(НазПлатежа)?|СтатусСоставителя|Показатель(КБК|Основания|Периода|Номера|Даты|Типа)|ОКАТО|Очередность"
    r"|Срок(Платежа|Акцепта)|УсловиеОплаты[1-3]|ПлатежПоПредст|ДополнУсловия|НомерСчетаПоставщика|ДатаОтсылкиДок"
)
_ACCOUNT = re.compile(r"[0-9]{20}")
_EXTRA_FIELDS = 100
_PURPOSE = 1_000


class Direction(StrEnum):
    """Which way the money went; `own` is a transfer between own accounts, neither income nor expense."""

    INCOME = "income"
    EXPENSE = "expense"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Movement:
    """Money that moved over an own account, as one document tells it; `line` is where it begins, from 1.

    `moved_on` is the day that the bank wrote the money on or off, else the document's. `account` is ours; of
    a transfer between own accounts the payer's, unless only the receiver's is known to be ours; empty where
    the file does not say. Names are without the INN in front. `fingerprint` is the same whenever the
    statement is read again, in another encoding too, and differs between equal payments of one file. `extra`
    keeps fields that the standard does not know.
    """

    line: int
    kind: str
    number: str
    document_date: date | None
    moved_on: date
    sum: Money
    direction: Direction
    account: str
    payer_account: str
    payer_inn: str
    payer_name: str
    receiver_account: str
    receiver_inn: str
    receiver_name: str
    purpose: str
    fingerprint: str
    extra: Mapping[str, str]
    payer_kpp: str = ""
    receiver_kpp: str = ""


@dataclass(frozen=True, slots=True)
class FileAccounts:
    """`ours`: own accounts by the caller's word and the file's; `named`: those of its header and sections."""

    ours: Collection[str]
    named: tuple[str, ...]

    @property
    def only(self) -> str:
        """The account whose statement the file is, where it is about one."""
        return self.named[0] if len(self.named) == 1 else ""


class ReadDocument(NamedTuple):
    """A movement without a fingerprint; equal ones share `likeness`. `written`: dated off, dated on."""

    movement: Movement
    likeness: str
    written: tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class _Side:
    account: str
    inn: str
    kpp: str
    name: str


@dataclass(frozen=True, slots=True)
class _Days:
    document: date | None
    written_off: date | None
    received: date | None


def read_document(document: Section, accounts: FileAccounts, notes: Notes) -> ReadDocument:
    """One document as money that moved.

    Raises Refusal `cut`, `no_sum`, `sum`, `date`, `no_date` or `direction`, with the field at fault.
    """
    if not document.closed:
        raise Refusal("cut", "Документ оборван: у него нет конца. Проверьте его в банке.", "КонецДокумента")
    money = _positive_sum(document)
    days = _Days(*(read_day(document.get(key), key) for key in ("Дата", "ДатаСписано", "ДатаПоступило")))
    payer, receiver = _side(document, _PAYER), _side(document, _RECEIVER)
    direction = _direction(payer, receiver, days, accounts.ours, notes, document.line)
    purpose = document.get("НазначениеПлатежа") or " ".join(filter(None, map(document.get, _PURPOSE_LINES)))
    movement = Movement(
        line=document.line,
        kind=clean_line(document.kind, 100),
        number=clean_line(document.get("Номер"), 60),
        document_date=days.document,
        moved_on=_moved_on(direction, days),
        sum=money,
        direction=direction,
        account=_our_account(direction, payer.account, receiver.account, accounts),
        payer_account=payer.account,
        payer_inn=payer.inn,
        payer_name=payer.name,
        payer_kpp=payer.kpp,
        receiver_account=receiver.account,
        receiver_inn=receiver.inn,
        receiver_name=receiver.name,
        receiver_kpp=receiver.kpp,
        purpose=clean_line(purpose, _PURPOSE),
        fingerprint="",
        extra=_extra(document, notes),
    )
    written = (days.written_off is not None, days.received is not None)
    return ReadDocument(movement, _likeness(movement, days, accounts.only), written)


def _positive_sum(document: Section) -> Money:
    text = document.get("Сумма")
    if not text:
        raise Refusal("no_sum", "Нет суммы документа. Проверьте его в банке.", "Сумма")
    money = read_sum(text, "Сумма")
    if money <= 0:
        raise Refusal("sum", "Сумма документа не больше нуля: движения денег нет.", "Сумма")
    return money


def _side(document: Section, who: str) -> _Side:
    # By the standard the second line of the name is the account, where one pays through a clearing centre.
    second = document.get(f"{who}2")
    account = (
        read_account(document.get(f"{who}Счет"))
        or read_account(document.get(f"{who}РасчСчет"))
        or (second if _ACCOUNT.fullmatch(second) else "")
    )
    inn_of_line, line = split_name(clean_line(document.get(f"{who}1")))
    inn_of_whole, whole = split_name(clean_line(document.get(who)))
    inn = not_zero(clean_line(document.get(f"{who}ИНН"), 20)) or inn_of_line or inn_of_whole
    return _Side(account, inn, not_zero(clean_line(document.get(f"{who}КПП"), 20)), line or whole)


def _direction(payer: _Side, receiver: _Side, days: _Days, ours: Collection[str], notes: Notes, line: int) -> Direction:
    """By own accounts; who pays to oneself moves own money; else by the bank's dates, with a warning."""
    paid_by_us, paid_to_us = payer.account in ours, receiver.account in ours
    if paid_by_us and paid_to_us:
        return Direction.OWN
    if payer.inn and payer.inn == receiver.inn:
        notes.add("own_by_inn", "ИНН сторон один и тот же: это принято за перевод между своими счетами.", line)
        return Direction.OWN
    if paid_by_us or paid_to_us:
        return Direction.EXPENSE if paid_by_us else Direction.INCOME
    if days.written_off and days.received:
        notes.add("own_by_dates", "Счета не наши, дат банка две: принято за перевод между своими счетами.", line)
        return Direction.OWN
    if days.received:
        notes.add(
            "direction_by_date",
            "Счета не наши: по дате поступления принято за приход. Сверьте с банком.",
            line,
        )
        return Direction.INCOME
    if days.written_off:
        notes.add("direction_by_date", "Счета не наши: по дате списания принято за расход. Сверьте с банком.", line)
        return Direction.EXPENSE
    message = "Счета не наши, дат банка нет: не видно, приход это или расход. Проверьте документ в банке."
    raise Refusal("direction", message, "ПлательщикСчет")


def _our_account(direction: Direction, payer: str, receiver: str, accounts: FileAccounts) -> str:
    only_receiver = payer not in accounts.ours and receiver in accounts.ours
    if direction is Direction.INCOME or (direction is Direction.OWN and only_receiver):
        return receiver or accounts.only
    return payer or accounts.only


def _moved_on(direction: Direction, days: _Days) -> date:
    """The bank's day on our side, else on the other, else the document's."""
    ours, theirs = days.written_off, days.received
    if direction is Direction.INCOME:
        ours, theirs = theirs, ours
    day = ours or theirs or days.document
    if day is None:
        raise Refusal("no_date", "Нет даты документа. Проверьте его в банке.", "Дата")
    return day


def _extra(document: Section, notes: Notes) -> dict[str, str]:
    unknown = [key for key, value in document.fields.items() if value and not _STANDARD.fullmatch(key)]
    if len(unknown) > _EXTRA_FIELDS:
        message = f"Незнакомых полей слишком много, взяты первые {_EXTRA_FIELDS}."
        notes.add("many_fields", message, document.line)
    return {clean_line(key, 60): clean_line(document.get(key), _PURPOSE) for key in unknown[:_EXTRA_FIELDS]}


def _likeness(movement: Movement, days: _Days, only: str) -> str:
    """What makes two lines the same line (connectors 1.3): accounts, kind, number, date, sum and purpose.

    Payer and receiver rather than ours and theirs, and the bank's dates in one order: a line must not become
    another one when we learn that an account is ours, or when the transfer is told by our other account's
    statement.
    """
    parts = (
        movement.payer_account or f"?{only}",
        movement.receiver_account or f"?{only}",
        common(movement.kind),
        common(movement.number),
        str(days.written_off or days.received or days.document),
        str(int(movement.sum)),
        common(movement.purpose),
    )
    return "\x1f".join(parts)


class Transfers:
    """Pairs the two copies of a transfer between own accounts, where a file holds the statements of both."""

    def __init__(self, named: frozenset[str]) -> None:
        self._named = named
        self._unpaired: dict[tuple[str | date | Money, ...], Counter[tuple[bool, bool]]] = {}

    def already_seen(self, found: ReadDocument) -> bool:
        """Whether an earlier document is its other copy: both are spent then, a third begins anew."""
        movement = found.movement
        parties = (movement.payer_account, movement.receiver_account)
        day = movement.document_date or movement.moved_on
        key = (common(movement.kind), common(movement.number), day, movement.sum, *parties)
        waiting = self._unpaired.setdefault(key, Counter())
        # A single date tells whose copy it is; a file about one of the accounts has one copy of each.
        both_sides = found.written[0] == found.written[1] and self._both_here(parties)
        for other in +waiting:
            if both_sides or other != found.written:
                waiting[other] -= 1
                return True
        waiting[found.written] += 1
        return False

    def _both_here(self, parties: tuple[str, str]) -> bool:
        return not self._named or self._named.issuperset(parties)
