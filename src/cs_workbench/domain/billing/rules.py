"""What is due in billing: the month's run, invoices to send and to ask about, the bank's statement and its unmatched lines (rows 2.2, 8.1–8.3).

The selects of `repository.py` say what stands; the functions here word it. They import the kernel alone.
"""

from datetime import date
from typing import NamedTuple

from cs_workbench.kernel.dates import day_text, day_words, period_text
from cs_workbench.kernel.rule import Duty, Line, NoFacts, Rule, Tier
from cs_workbench.kernel.text import count
from cs_workbench.kernel.today import Today


class RunFacts(NamedTuple):
    """How many subscriptions the month's run will bill."""

    subscriptions: int


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
    return f"Счёт № {number}" if number else f"Счёт за {period_text(month)} (без номера)"


def bl_prep(duty: Duty, facts: RunFacts, today: Today) -> Line:
    """The day before the run: look at its preview."""
    return Line(
        f"Завтра выставление счетов за {period_text(duty.period)}: проверить предпросмотр, {_subscriptions(facts.subscriptions)}",
        f"Прогон назначен на {day_words(duty.due)}.",
        "предпросмотр сделан",
    )


def bl_run(duty: Duty, facts: RunFacts, today: Today) -> Line:
    """The month's invoices are to be made, sent and closed."""
    return Line(
        f"Выставить счета за {period_text(duty.period)}: {_subscriptions(facts.subscriptions)}",
        f"День прогона — {day_text(duty.due)}; прогон ещё не закрыт.",
        "прогон за месяц закрыт",
    )


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
        f"{_named(facts.number, facts.month)} не отправлен: {duty.amount.short()}",
        f"Счёт выставлен {day_text(duty.since)} и до конца дня не отправлен.",
        "счёт отправлен",
    )


def bl_fix(duty: Duty, facts: InvoiceFacts, today: Today) -> Line:
    """A corrected invoice that the client does not have yet."""
    return Line(
        f"Отправить исправленный {_named(facts.number, facts.month).lower()}: {duty.amount.short()}",
        f"Счёт исправлен {day_text(duty.since)}; у клиента остался прежний.",
        "исправленный счёт отправлен",
    )


def inv_dup(duty: Duty, facts: SendFacts, today: Today) -> Line:
    """The client lost the invoice and waits for another copy."""
    where = f" на {facts.address}" if facts.address else ": адреса нет, уточните"
    return Line(
        f"Выслать дубль: {_named(facts.number, facts.month).lower()}{where}", f"{day_text(duty.since)} попросили счёт ещё раз.", "дубль отправлен"
    )


def inv_got(duty: Duty, facts: InvoiceFacts, today: Today) -> Line:
    """The day after sending: ask whether it was received."""
    return Line(
        f"Спросить, получен ли {_named(facts.number, facts.month).lower()}: {duty.amount.short()}",
        f"Счёт отправлен, ответа нет; спросить с {day_text(duty.due)}.",
        "получение подтверждено или счёт оплачен",
    )


def bank_get(duty: Duty, facts: StatementFacts, today: Today) -> Line:
    """The bank's statement is to be loaded before eleven."""
    loaded = f"загружено по {day_text(facts.covered)}" if facts.covered else "выписок ещё не загружали"
    return Line(f"Загрузить выписку банка за {day_text(duty.due)}", f"Нужна выписка по {day_text(duty.due)}; {loaded}.", "выписка загружена")


def bank_unm(duty: Duty, facts: LineFacts, today: Today) -> Line:
    """Income that has found no invoice."""
    guess = f" — возможно, {facts.suggested}" if facts.suggested else ""
    return Line(
        f"Разнести {duty.amount.short()} от {facts.counterparty or 'неизвестного плательщика'}{guess}",
        f"Поступление {day_text(duty.since)}: {facts.purpose}",
        "деньги разнесены по счетам или строка отмечена как посторонняя",
    )


RULES = (
    Rule("BANK-GET", Tier.MONEY, "money", "Загрузить выписку", ("8.3",), "bank_import", "bank_get", bank_get, ("billing.import_statement",)),
    Rule("BL-RUN", Tier.MONEY, "money", "Выставление счетов", ("8.1",), "billing_run", "bl_run", bl_run, ("billing.issue_run", "billing.close_run")),
    Rule("BL-PREP", Tier.MONEY, "money", "Подготовка к выставлению", ("8.1",), "billing_run", "bl_prep", bl_prep, ("billing.preview_run",)),
    Rule("BL-MISS", Tier.MONEY, "money", "Пропущенный месяц", ("8.1",), "subscription", "bl_miss", bl_miss, ("billing.issue_run", "billing.pause", "billing.end")),
    Rule("BL-NOSENT", Tier.MONEY, "money", "Счёт не отправлен", ("8.1",), "invoice", "bl_nosent", bl_nosent, ("billing.send_invoice",), timed=True),
    Rule("BL-FIX", Tier.MONEY, "money", "Исправленный счёт", ("8.2",), "invoice", "bl_fix", bl_fix, ("billing.send_invoice",)),
    Rule("INV-DUP", Tier.MONEY, "money", "Дубль счёта", ("2.2",), "invoice_send", "inv_dup", inv_dup, ("billing.send_invoice",)),
    Rule("INV-GOT", Tier.MONEY, "money", "Получен ли счёт", ("2.2",), "invoice", "inv_got", inv_got, ("billing.confirm_send", "billing.send_bounced")),
    Rule("BANK-UNM", Tier.MONEY, "money", "Неразнесённое поступление", ("8.3",), "bank_line", "bank_unm", bank_unm, ("billing.match_line", "billing.ignore_line")),
)  # fmt: skip
