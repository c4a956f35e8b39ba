"""What is due in collection: calls, calls back, promises, checks in the bank, the ladder (row 2.1).

The selects of `repository/duties.py` say what stands; the functions here word it. They import the kernel alone.
"""

from datetime import datetime
from typing import NamedTuple

from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import day_text, day_words
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.rule import Duty, Line, NoFacts, Rule, Tier
from cs_workbench.kernel.text import count
from cs_workbench.kernel.today import Today

LEVELS = {
    2: "отправить письмо о долге",
    3: "отправить предупреждение",
    4: "передать руководителю и юристам",
}


class CallFacts(NamedTuple):
    """How many invoices, days in a row without an answer, promises broken in 90 days."""

    invoices: int
    silent_days: int
    broken: int


class CallBackFacts(NamedTuple):
    """When the client asked to be called."""

    callback_at: datetime


class PromiseFacts(NamedTuple):
    """What was promised, what has come, and promises broken in 90 days."""

    promised_sum: Money
    received: Money
    broken: int


class LadderFacts(NamedTuple):
    """The step that is due and whether a refusal forced it."""

    level: int
    raised: bool


class HoldFacts(NamedTuple):
    """Why the calls were stopped."""

    reason: str


def _invoices(n: int) -> str:
    return count(n, "счёт", "счёта", "счетов")


def _by_invoices(n: int) -> str:
    return count(n, "счёту", "счетам", "счетам")


def _late(duty: Duty, today: Today) -> str:
    late = today.late(duty.due)
    if late > 0:
        return f"просрочка {count(late, 'рабочий день', 'рабочих дня', 'рабочих дней')}"
    return f"срок {day_text(duty.due)}"


def pay_call(duty: Duty, facts: CallFacts, today: Today) -> Line:
    """A call about the debt of a client, its invoices inside."""
    text = f"Позвонить об оплате: {duty.amount.short()}, {_invoices(facts.invoices)}, {_late(duty, today)}"
    if facts.silent_days >= 3:
        days = count(facts.silent_days, "день", "дня", "дней")
        text += f". Не отвечают {days} подряд: другой контакт или письмо"
    owed = f"Долг {duty.amount.text()} по {_by_invoices(facts.invoices)}"
    why = f"{owed}; самый ранний срок — {day_text(duty.due)}."
    if facts.broken:
        why += f" За 90 дней нарушено обещаний: {facts.broken}."
    return Line(text, why, "разговор записан (до завтра), долг оплачен, дано обещание или поставлена пауза")


def pay_back(duty: Duty, facts: CallBackFacts, today: Today) -> Line:
    """The client asked to be called at a time, and the time has come."""
    at = local(facts.callback_at)
    when = f"в {at:%H:%M}" if at.date() == today.today else f"{day_text(at.date())} в {at:%H:%M}"
    return Line(
        f"Перезвонить {when}: долг {duty.amount.short()}",
        f"Клиент просил перезвонить: {day_words(at.date())}, {at:%H:%M}.",
        "звонок записан, долг оплачен или поставлена пауза",
    )


def pay_prom(duty: Duty, facts: PromiseFacts, today: Today) -> Line:
    """The day of a promise: see whether the money came."""
    promised = facts.promised_sum
    when = "Сегодня" if duty.due == today.today else f"На {day_text(duty.due)}"
    rest = f", ждём ещё {duty.amount.short()}" if facts.received else ""
    return Line(
        f"{when} обещали заплатить {promised.short()}{rest}",
        f"Обещание на {day_text(duty.due)}: {promised.text()}, поступило {facts.received.text()}.",
        "деньги поступили, обещание отменено или заменено новым",
    )


def pay_broken(duty: Duty, facts: PromiseFacts, today: Today) -> Line:
    """The promised day has passed and the money has not come, or not all of it."""
    which = "Обещание нарушено" if facts.broken <= 1 else f"{facts.broken}-е нарушенное обещание"
    part = f", поступило {facts.received.short()}, остаток {duty.amount.short()}" if facts.received else ""
    day, promised = day_text(duty.due), facts.promised_sum
    return Line(
        f"{which}: {promised.short()} на {day}{part}",
        f"На {day} обещали {promised.text()}, поступило {facts.received.text()}. За 90 дней нарушено: {facts.broken}.",
        "деньги поступили, дано новое обещание или поставлена пауза; разговор убирает до завтра",
    )


def pay_said(duty: Duty, facts: NoFacts, today: Today) -> Line:
    """The client said that he had paid; the bank should show it by now."""
    return Line(
        f"Говорили, что оплатили: проверить банк, попросить платёжку ({duty.amount.short()})",
        f"Сказали, что оплатили; проверка назначена на {day_text(duty.due)}, долг всё ещё {duty.amount.text()}.",
        "деньги поступили или записан новый разговор",
    )


def pay_ladder(duty: Duty, facts: LadderFacts, today: Today) -> Line:
    """A step of the ladder that the age of the debt, or a refusal, has made due."""
    cause = "клиент отказался платить" if facts.raised else _late(duty, today)
    return Line(
        f"Ступень {facts.level}: {LEVELS[facts.level]} — долг {duty.amount.short()}, {cause}",
        f"Самый ранний неоплаченный срок — {day_text(duty.due)}; {cause}.",
        "ступень отмечена пройденной, долг оплачен, дано обещание или поставлена пауза",
    )


def hold_next(duty: Duty, facts: HoldFacts, today: Today) -> Line:
    """A hold without an end, a next date, somebody waited for, or a reason."""
    return Line(
        f"Нет следующего шага: пауза взыскания «{facts.reason}», {duty.amount.short()}",
        f"Пауза стоит с {day_text(duty.since)} без срока: назначьте дату, кого ждём, или причину.",
        "назначена дата, ожидание или причина; пауза снята",
    )


CALL = ("collection.log_call", "collection.promise", "billing.record_payment", "collection.hold")
LOOK = ("billing.record_payment", *CALL[:2])

RULES = (
    Rule(
        "PAY-BACK",
        Tier.PROMISED,
        "promised",
        "Перезвонить в назначенное время",
        ("2.1",),
        "client",
        "pay_back",
        pay_back,
        CALL,
        timed=True,
    ),
    Rule(
        "PAY-PROM",
        Tier.PROMISED,
        "promised",
        "День обещания",
        ("2.1", "8.3"),
        "promise",
        "pay_prom",
        pay_prom,
        (*LOOK, "collection.cancel_promise"),
    ),
    Rule(
        "PAY-BROKEN",
        Tier.PROMISED,
        "promised",
        "Обещание нарушено",
        ("2.1", "8.3"),
        "promise",
        "pay_broken",
        pay_broken,
        CALL,
        timed=True,
    ),
    Rule(
        "PAY-CALL", Tier.MONEY, "money", "Звонок об оплате", ("2.1",), "client", "pay_call", pay_call, CALL, timed=True
    ),
    Rule(
        "PAY-SAID",
        Tier.MONEY,
        "money",
        "Проверить, пришла ли оплата",
        ("2.1", "8.3"),
        "client",
        "pay_said",
        pay_said,
        LOOK,
    ),
    Rule(
        "PAY-LADDER",
        Tier.MONEY,
        "money",
        "Ступень взыскания",
        ("2.1",),
        "client",
        "pay_ladder",
        pay_ladder,
        ("collection.take_step", "outbox.queue", "collection.hold"),
    ),
    Rule(
        "NEXT",
        Tier.PAPERS,
        "clients",
        "Нет следующего шага",
        ("2.1",),
        "hold",
        "hold_next",
        hold_next,
        ("tasks.set_next", "collection.lift_hold"),
    ),
)
