"""Checks that several actions of collection share: is there a debt, may one call, days and moments typed."""

from datetime import date, datetime

from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.collection.repository.debts import Owed, owed_by
from cs_workbench.kernel.dates import day_text, moment_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.storage.unit import Read, Work

FAR_DAYS = 366
"""Calendar days ahead after which a date is asked about (processes 2.0)."""


def debtor(read: Read, client_id: int, instead: str) -> tuple[Client, Owed]:
    """A client and what it owes; refused with `no_debt` where that is nothing. `instead` says what to do then."""
    client = read.get(Client, client_id)
    owed = owed_by(read, client.id)
    if not owed.invoices:
        raise Refusal("no_debt", f"У клиента «{client.name}» долга нет: {instead}.", "client")
    return client, owed


def callable_debtor(read: Read, client_id: int) -> tuple[Client, Owed]:
    """A client who may be called about a debt; refused with `no_debt`, or `do_not_call` where that is wanted."""
    client, owed = debtor(read, client_id, "это разговор не о долге, запишите его как обычный разговор")
    if client.do_not_call:
        raise Refusal(
            "do_not_call",
            f"Клиенту «{client.name}» не звонят: напишите письмо или снимите отметку в карточке.",
            "client",
        )
    return client, owed


def happened(read: Read, at: datetime | None) -> datetime:
    """The moment of what has happened: given, or now; a moment to come is refused."""
    if at is not None and at > read.now:
        raise Refusal("future", f"{moment_text(at)} ещё не наступило: укажите время разговора в прошлом.", "at")
    return at or read.now


def refuse_past(read: Read, on: date, field: str) -> None:
    """A day that must not have passed."""
    if on < read.day.today:
        raise Refusal("past", f"{day_text(on)} уже прошло: укажите сегодняшний или будущий день.", field)


def doubt_far(work: Work, on: date, field: str) -> None:
    """Ask about a day more than a year ahead."""
    if (on - work.day.today).days > FAR_DAYS:
        work.ask(f"{day_text(on)} — больше чем через год. Всё верно?", field)
