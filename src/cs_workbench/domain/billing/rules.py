"""What is due in billing: the month's run, invoices to send and ask about, the bank's lines (rows 2.2, 8.1–8.3).

The selects of `repository.py` say what stands; the functions here word it. They import the kernel alone.
"""

from datetime import date
from typing import NamedTuple

from cs_workbench.kernel.dates import day_text, day_words, period_text
from cs_workbench.kernel.rule import Duty, Line, NoFacts, Rule, Tier, Wording
from cs_workbench.kernel.text import count
from cs_workbench.kernel.today import Today


class PrepFacts(NamedTuple):
    """How many subscriptions the month's run will bill."""

    subscriptions: int


class RunFacts(NamedTuple):
    """How many subscriptions the month's run still has to bill, and how many of its invoices are not sent."""

    subscriptions: int
    unsent: int


class InvoiceFacts(NamedTuple):
    """The invoice's number (empty before 1C gave one) and its month."""

    number: str
    month: str


class SendFacts(NamedTuple):
    """The invoice to send again, and where to."""

    number: str
    month: str
    address: str


class StatementFacts(NamedTuple):
    """The last day that a loaded statement speaks of."""

    covered: date | None


class LineFacts(NamedTuple):
    """A line of the statement: who paid, for what, and how much has no place yet."""

    counterparty: str
    purpose: str
    suggested: str


def _named(number: str, month: str) -> str:
    return f"счёт № {number}" if number else f"счёт за {period_text(month)} (без номера)"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def bl_prep(duty: Duty, facts: PrepFacts, today: Today) -> Line:
    """The business day before the run: look at its preview."""
    subscriptions = _subscriptions(facts.subscriptions)
    return Line(
        f"Подготовить счета за {period_text(duty.period)}, выставление {day_words(duty.due)}: {subscriptions}",
        f"Прогон назначен на {day_words(duty.due)}; предпросмотра ещё не было.",
        "предпросмотр сделан",
    )


def bl_run(duty: Duty, facts: RunFacts, today: Today) -> Line:
    """The month's invoices are to be made, sent and closed."""
    month = period_text(duty.period)
    if facts.subscriptions:
        text = f"Выставить счета за {month}: {_subscriptions(facts.subscriptions)}"
    elif facts.unsent:
        text = f"Отправить счета за {month} и закрыть прогон: {count(facts.unsent, 'счёт', 'счёта', 'счетов')}"
    else:
        text = f"Закрыть прогон за {month}: всё отправлено"
    return Line(text, f"День прогона — {day_text(duty.due)}; прогон ещё не закрыт.", "прогон за месяц закрыт")


def _subscriptions(n: int) -> str:
    return count(n, "подписка", "подписки", "подписок")


def bl_miss(duty: Duty, facts: NoFacts, today: Today) -> Line:
    """A month that was not billed although the subscription ran."""
    return Line(
        f"Не выставлен счёт за {period_text(duty.period)}: {duty.amount.short()}",
        f"Подписка действовала в {period_text(duty.period)}, живого счёта за этот месяц нет.",
        "счёт выставлен, подписка приостановлена или закончена до этого месяца",
    )


def bl_nosent(duty: Duty, facts: InvoiceFacts, today: Today) -> Line:
    """An invoice that was made and not sent by the end of its day."""
    return Line(
        f"{_capital(_named(facts.number, facts.month))} не отправлен: {duty.amount.short()}",
        f"Счёт выставлен {day_text(duty.since)} и до конца дня не отправлен.",
        "счёт отправлен",
    )


def bl_fix(duty: Duty, facts: InvoiceFacts, today: Today) -> Line:
    """A corrected invoice that the client does not have yet."""
    return Line(
        f"Отправить исправленный {_named(facts.number, facts.month)}: {duty.amount.short()}",
        f"Счёт исправлен {day_text(duty.since)}; у клиента остался прежний.",
        "исправленный счёт отправлен",
    )


def bl_fix_wanted(duty: Duty, facts: InvoiceFacts, today: Today) -> Line:
    """An invoice that says the price from before a change."""
    return Line(
        f"Заменить {_named(facts.number, facts.month)}: теперь {duty.amount.short()}",
        f"Счёт выставлен {day_text(duty.since)}, потом цена за {period_text(facts.month)} изменилась.",
        "счёт заменён, и исправленный отправлен; счёт отменён",
    )


def inv_dup(duty: Duty, facts: SendFacts, today: Today) -> Line:
    """The client lost the invoice and waits for another copy."""
    where = f" на {facts.address}" if facts.address else ": адреса нет, уточните"
    return Line(
        f"Выслать дубль: {_named(facts.number, facts.month)}{where}",
        f"{day_text(duty.since)} попросили счёт ещё раз.",
        "дубль отправлен",
    )


def inv_got(duty: Duty, facts: InvoiceFacts, today: Today) -> Line:
    """The day after sending: ask whether it was received."""
    return Line(
        f"Спросить, получен ли {_named(facts.number, facts.month)}: {duty.amount.short()}",
        f"Счёт отправлен, ответа нет; спросить с {day_text(duty.due)}.",
        "получение подтверждено или счёт оплачен",
    )


def bank_get(duty: Duty, facts: StatementFacts, today: Today) -> Line:
    """The bank's statement is to be loaded before eleven."""
    loaded = f"загружено по {day_text(facts.covered)}" if facts.covered else "выписок ещё не загружали"
    return Line(
        f"Загрузить выписку банка за {day_text(duty.due)}",
        f"Нужна выписка по {day_text(duty.due)}; {loaded}.",
        "выписка загружена",
    )


def bank_unm(duty: Duty, facts: LineFacts, today: Today) -> Line:
    """Income that has found no invoice."""
    guess = f" — возможно, {facts.suggested}" if facts.suggested else ""
    return Line(
        f"Разнести {duty.amount.short()} от {facts.counterparty or 'неизвестного плательщика'}{guess}",
        f"Поступление {day_text(duty.since)}: {facts.purpose}",
        "деньги разнесены по счетам или строка отмечена как посторонняя",
    )


ISSUE = ("billing.issue_run", "billing.close_run")
MISSED = ("billing.issue_run", "billing.pause", "billing.end")
SEND = ("billing.send_invoice",)
FIX = ("billing.replace_invoice", "billing.send_invoice")
GOT = ("billing.confirm_send", "billing.send_bounced")
LOAD = ("billing.import_statement",)
MATCH = ("billing.match_line", "billing.credit_line", "billing.ignore_line")


def _rule(
    id: str, title: str, row: str, record: str, word: Wording, actions: tuple[str, ...], timed: bool = False
) -> Rule:
    """A rule about money whose select is called as its wording is."""
    return Rule(id, Tier.MONEY, "money", title, (row,), record, word.__name__, word, actions, timed)


RULES = (
    _rule("BANK-GET", "Загрузить выписку", "8.3", "bank_import", bank_get, LOAD),
    _rule("BL-RUN", "Выставление счетов", "8.1", "billing_run", bl_run, ISSUE),
    _rule("BL-PREP", "Подготовка к выставлению", "8.1", "billing_run", bl_prep, ("billing.preview_run",)),
    _rule("BL-MISS", "Пропущенный месяц", "8.1", "subscription", bl_miss, MISSED),
    _rule("BL-NOSENT", "Счёт не отправлен", "8.1", "invoice", bl_nosent, SEND, timed=True),
    _rule("BL-FIX", "Исправленный счёт", "8.2", "invoice", bl_fix, SEND),
    _rule("BL-FIX", "Счёт к замене", "8.2", "invoice", bl_fix_wanted, FIX),
    _rule("INV-DUP", "Дубль счёта", "2.2", "invoice_send", inv_dup, SEND),
    _rule("INV-GOT", "Получен ли счёт", "2.2", "invoice", inv_got, GOT),
    _rule("BANK-UNM", "Неразнесённое поступление", "8.3", "bank_line", bank_unm, MATCH),
)
