"""A bank's file as a whole: whose it is, which of its lines are one and the same, whether its totals agree.

`reader.py` gives the sections and `movements.py` reads each document; `import bank` comes in by
`read_statement`. Sources: connectors 1.3, process row 8.3.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from cs_workbench.connectors.bank_file.movements import (
    Direction,
    FileAccounts,
    Movement,
    Transfers,
    read_document,
)
from cs_workbench.connectors.bank_file.reader import (
    FileWarning,
    Notes,
    Section,
    Sections,
    cut_into_sections,
    decode,
)
from cs_workbench.connectors.bank_file.values import read_account, read_day, read_sum
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.text import clean_line

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class AccountSection:
    """What the bank says of an account over a day or a longer period; None is what the file does not say."""

    line: int
    account: str
    begin: date | None
    end: date | None
    opening: Money | None
    income: Money | None
    expense: Money | None
    closing: Money | None


@dataclass(frozen=True, slots=True)
class Rejected:
    """One document that could not be read: its first line, the field at fault by its name in the file."""

    line: int
    field: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that may be loaded; no movements is a quiet day.

    `encoding` is utf-8, utf-8-sig, cp1251 or cp866. `accounts` are those that the header and the sections
    name, in the file's order; documents that could not be read are in `rejected`, the rest in `movements`.
    """

    encoding: str
    version: str
    sender: str
    begin: date | None
    end: date | None
    accounts: tuple[str, ...]
    sections: tuple[AccountSection, ...]
    movements: tuple[Movement, ...]
    rejected: tuple[Rejected, ...]
    warnings: tuple[FileWarning, ...]


def read_statement(data: bytes, own_accounts: Collection[str] = (), today: date | None = None) -> Statement:
    """Reads a statement. Accounts that it names are ours beside `own_accounts`; dates after `today` warn.

    Raises Refusal `empty`, `too_big`, `not_statement`, `cut`, `no_documents`, or `foreign_account` where
    `own_accounts` are given and the statement is of none of them. Nothing else is raised, whatever the bytes.
    """
    notes = Notes()
    decoded = decode(data, notes)
    raw = cut_into_sections(decoded, notes)
    sections = tuple(_account_section(section, notes) for section in raw.accounts)
    named = _named(raw, sections)
    known = frozenset(filter(None, map(read_account, own_accounts)))
    _check_owner(known, named, notes)
    accounts = FileAccounts(known.union(named), named)
    movements, rejected = _read_documents(raw.documents, accounts, notes, today)
    if known and not named:
        _check_owner_by_documents(known, movements)
    _check_balances(sections, notes)
    _check_turnovers(sections, movements, accounts.only, notes)
    begin, end = _period(raw.header, sections, notes)
    return Statement(
        encoding=decoded.encoding,
        version=clean_line(raw.header.get("ВерсияФормата"), 20),
        sender=clean_line(raw.header.get("Отправитель")),
        begin=begin,
        end=end,
        accounts=named,
        sections=sections,
        movements=tuple(movements),
        rejected=tuple(rejected),
        warnings=notes.all(),
    )


def _account_section(section: Section, notes: Notes) -> AccountSection:
    def sum_of(key: str) -> Money | None:
        return _softly(read_sum, section, key, notes) if section.get(key) else None

    return AccountSection(
        line=section.line,
        account=read_account(section.get("РасчСчет")),
        begin=_softly(read_day, section, "ДатаНачала", notes),
        end=_softly(read_day, section, "ДатаКонца", notes),
        opening=sum_of("НачальныйОстаток"),
        income=sum_of("ВсегоПоступило"),
        expense=sum_of("ВсегоСписано"),
        closing=sum_of("КонечныйОстаток"),
    )


def _softly(read: Callable[[str, str], Value], section: Section, key: str, notes: Notes) -> Value | None:
    """A value of the header or an account; a warning where it cannot be read: documents stand without it."""
    try:
        return read(section.get(key), key)
    except Refusal as refusal:
        notes.add(refusal.code, refusal.message, section.line)
        return None


def _named(raw: Sections, sections: Iterable[AccountSection]) -> tuple[str, ...]:
    found = [*map(read_account, raw.named), *(section.account for section in sections)]
    return tuple(dict.fromkeys(account for account in found if account))


def _foreign(account: str) -> Refusal:
    message = f"Выписка по счёту {account}, среди своих его нет. Если он ваш, добавьте его и загрузите файл снова."
    return Refusal("foreign_account", message)


def _check_owner(known: Collection[str], named: Sequence[str], notes: Notes) -> None:
    strangers = [account for account in named if account not in known]
    if not known or not strangers:
        return
    if len(strangers) == len(named):
        raise _foreign(", ".join(strangers[:3]))
    for account in strangers:
        notes.add("unknown_account", f"Счёта {account} из выписки нет среди своих. Если он ваш, добавьте его.")


def _check_owner_by_documents(known: Collection[str], movements: Sequence[Movement]) -> None:
    """A file that names no account is foreign when every document of it passes our accounts by."""
    for movement in movements:
        sides = {movement.payer_account, movement.receiver_account}
        if "" in sides or not sides.isdisjoint(known):
            return
    if movements:
        raise _foreign(movements[0].account)


def _read_documents(
    documents: Sequence[Section], accounts: FileAccounts, notes: Notes, today: date | None
) -> tuple[list[Movement], list[Rejected]]:
    """The money of all documents, in the file's order, and the documents that could not be read."""
    movements: list[Movement] = []
    rejected: list[Rejected] = []
    transfers = Transfers(frozenset(accounts.named))
    equal: Counter[str] = Counter()
    for document in documents:
        try:
            found = read_document(document, accounts, notes)
        except Refusal as refusal:
            rejected.append(Rejected(document.line, refusal.field or "", refusal.code, refusal.message))
            continue
        if found.movement.direction is Direction.OWN and transfers.already_seen(found):
            notes.add("own_twice", "Перевод между своими счетами уже был выше, учтён один раз.", document.line)
            continue
        if today is not None and found.movement.moved_on > today:
            notes.add("future", "Дата движения ещё не наступила. Проверьте файл и часы компьютера.", document.line)
        # Equal payments of one day are told apart by their order in the file.
        distinct = f"{found.likeness}\x1f{equal[found.likeness]}"
        equal[found.likeness] += 1
        fingerprint = hashlib.sha256(distinct.encode()).hexdigest()
        movements.append(replace(found.movement, fingerprint=fingerprint))
    return movements, rejected


def _check_balances(sections: Iterable[AccountSection], notes: Notes) -> None:
    for section in sections:
        opening, income, expense, closing = section.opening, section.income, section.expense, section.closing
        if opening is None or income is None or expense is None or closing is None:
            continue
        if opening + income - expense != closing:
            told = f"{opening} + {income} − {expense}, а не {closing}"
            notes.add("balance", f"Остатки{_of(section.account)} не сходятся: {told}.", section.line)


def _of(account: str) -> str:
    return f" счёта {account}" if account else ""


def _check_turnovers(
    sections: Iterable[AccountSection], movements: Iterable[Movement], only: str, notes: Notes
) -> None:
    """Documents of each account against the bank's totals; sections of an account by day are added up."""
    told: dict[str, tuple[Money, Money]] = {}
    silent: set[str] = set()
    for section in sections:
        account = section.account or only
        if section.income is None or section.expense is None:
            silent.add(account)
            continue
        income, expense = told.get(account, (Money(0), Money(0)))
        told[account] = (income + section.income, expense + section.expense)
    received, spent = _turnovers(movements, told.keys(), only)
    for account, (income, expense) in told.items():
        by_documents = (Money(received[account]), Money(spent[account]))
        if account not in silent and by_documents != (income, expense):
            sums = f"в документах {_both(*by_documents)}, в итогах {_both(income, expense)}"
            notes.add("turnovers", f"Обороты{_of(account)} не сходятся: {sums}. Проверьте, что выписка полная.")


def _both(income: Money, expense: Money) -> str:
    return f"приход {income} и расход {expense}"


def _turnovers(
    movements: Iterable[Movement], accounts: Collection[str], only: str
) -> tuple[Counter[str], Counter[str]]:
    """Kopecks received and spent by account; what touches no account of the file counts for its only one."""
    received: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    for movement in movements:
        ours = movement.account if movement.account in accounts else only
        if movement.direction is Direction.INCOME:
            received[ours] += int(movement.sum)
        elif movement.direction is Direction.EXPENSE:
            spent[ours] += int(movement.sum)
        else:
            received[movement.receiver_account] += int(movement.sum)
            spent[movement.payer_account] += int(movement.sum)
    return received, spent


def _period(header: Section, sections: Sequence[AccountSection], notes: Notes) -> tuple[date | None, date | None]:
    begin = _softly(read_day, header, "ДатаНачала", notes)
    end = _softly(read_day, header, "ДатаКонца", notes)
    begin = begin or min((section.begin for section in sections if section.begin), default=None)
    end = end or max((section.end for section in sections if section.end), default=None)
    if begin and end and begin > end:
        notes.add("period", "Начало выписки позже её конца. Проверьте период.", header.line)
    return begin, end
