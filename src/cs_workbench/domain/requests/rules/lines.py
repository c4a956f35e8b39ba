"""How each duty of requests is worded; `__init__.py` lists the rules, `wording.py` has the words."""

from datetime import date, datetime
from typing import NamedTuple

from cs_workbench.domain.requests.rules.wording import DEPTS, KINDS, brief, until
from cs_workbench.kernel.dates import day_short, day_text, moment_text
from cs_workbench.kernel.phone import phone_text
from cs_workbench.kernel.rule import Duty, Line
from cs_workbench.kernel.today import Today


class NewFacts(NamedTuple):
    """What is asked, of which kind, from which telephone, and until when it must be taken."""

    text: str
    kind: str
    phone: str
    due_at: datetime


class NextFacts(NamedTuple):
    """What is asked and where it stands; whom we wait for and until when; the department that sent it back, and what
    it lacked.
    """

    text: str
    phone: str
    state: str
    next_at: datetime | None
    waiting_for: str
    expected_at: date | None
    returned_by: str
    lacked: str


class OpenFacts(NamedTuple):
    """What is asked, and from which telephone."""

    text: str
    phone: str


class ResolvedFacts(NamedTuple):
    """What was asked, how it was resolved, and whether the client knows."""

    text: str
    phone: str
    result: str
    told: bool


class HandoverFacts(NamedTuple):
    """What was asked of whom, until when the answer was expected, and the answer."""

    text: str
    dept: str
    person: str
    expected_at: datetime
    answer: str


class ConflictFacts(NamedTuple):
    """What the client demands, what comes next, and until when a critical one is first spoken about."""

    demand: str
    next_step: str
    next_at: datetime
    contact_by: datetime
    contacted: bool


class ProposalFacts(NamedTuple):
    """What was offered, one option on a line."""

    options: str


def _asked(text: str, client: str, phone: str) -> str:
    """What is asked; who asks, where that is no client of ours."""
    if client:
        return brief(text)
    return f"{brief(text)} ({phone_text(phone) if phone else 'кто звонил, неизвестно'})"


def _whom(facts: HandoverFacts) -> str:
    return f"{DEPTS[facts.dept]}, {facts.person}" if facts.person else DEPTS[facts.dept]


def rq_new(duty: Duty, facts: NewFacts, today: Today) -> Line:
    """A request that nobody has taken."""
    by = until(facts.due_at, today.today)
    return Line(
        f"Новое обращение, взять до {by}: {_asked(facts.text, duty.client, facts.phone)}",
        f"Обращение № {duty.record_id} ({KINDS[facts.kind]}) принято {day_text(duty.since)}, "
        f"взять его нужно до {moment_text(facts.due_at)}.",
        "обращение взято в работу, передано, решено или отмечено дублем",
    )


def rq_new_stop(duty: Duty, facts: NewFacts, today: Today) -> Line:
    """A client whose work has stopped, and whom nobody has answered."""
    line = rq_new(duty, facts, today)
    by = until(facts.due_at, today.today)
    return line._replace(text=f"Стоит работа, взять до {by}: {_asked(facts.text, duty.client, facts.phone)}")


def rq_next(duty: Duty, facts: NextFacts, today: Today) -> Line:
    """A request whose next step has come."""
    step = moment_text(facts.next_at) if facts.next_at else day_text(duty.due)
    return Line(
        f"{_step(facts)}: {_asked(facts.text, duty.client, facts.phone)}",
        f"Обращение № {duty.record_id} от {day_text(duty.since)}; следующий шаг назначен на {step}.",
        "обращение решено или передано, назначен новый шаг или ожидание",
    )


def _step(facts: NextFacts) -> str:
    """What the step is, by where the request stands."""
    if facts.returned_by:
        return f"Вопрос вернули ({DEPTS[facts.returned_by]}), не хватает: {brief(facts.lacked, 60)}"
    if facts.waiting_for:
        waited = f" до {day_short(facts.expected_at)}" if facts.expected_at else ""
        return f"Ждали{waited}: {facts.waiting_for}"
    return "Открыто снова" if facts.state == "reopened" else "Шаг по обращению"


def rq_close(duty: Duty, facts: ResolvedFacts, today: Today) -> Line:
    """A request that is resolved and not closed yet."""
    step = "Закрыть обращение, клиент знает" if facts.told else "Сообщить клиенту и закрыть"
    return Line(
        f"{step}: {_asked(facts.text, duty.client, facts.phone)}",
        f"Обращение № {duty.record_id} от {day_text(duty.since)} решено: {brief(facts.result)}.",
        "обращение закрыто, открыто снова или шаг перенесён",
    )


def request_next(duty: Duty, facts: OpenFacts, today: Today) -> Line:
    """A request without a date, nobody waited for, and no reason."""
    return Line(
        f"Нет следующего шага: обращение «{_asked(facts.text, duty.client, facts.phone)}»",
        f"Обращение № {duty.record_id} открыто с {day_text(duty.since)}: назначьте день, кого ждём, или причину.",
        "назначена дата, ожидание или причина; обращение решено",
    )


def ho_wait(duty: Duty, facts: HandoverFacts, today: Today) -> Line:
    """A department that has not answered in time."""
    by = until(facts.expected_at, today.today)
    return Line(
        f"Ответа ещё нет ({_whom(facts)}), срок {by}: {brief(facts.text)}",
        f"Передано {day_text(duty.since)}, ответ ждали до {moment_text(facts.expected_at)}.",
        "ответ внесён, вопрос вернули или обращение решено",
    )


def ho_tell(duty: Duty, facts: HandoverFacts, today: Today) -> Line:
    """An answer that the client does not know yet."""
    return Line(
        f"Сообщить клиенту ответ ({_whom(facts)}): {brief(facts.answer)}",
        f"Ответ получен {day_text(duty.due)}, клиент его ещё не знает. Вопрос: {brief(facts.text)}.",
        "отмечено, что клиенту сообщили, или обращение закрыто",
    )


def cf_open(duty: Duty, facts: ConflictFacts, today: Today) -> Line:
    """A conflict whose next step has come."""
    return Line(
        f"Конфликт: {brief(facts.next_step, 60)} — {brief(facts.demand, 60)}",
        f"Конфликт открыт {day_text(duty.since)}; следующий шаг назначен на {moment_text(facts.next_at)}.",
        "записан разговор с новым шагом, конфликт закрыт или передан в претензии",
    )


def cf_critical(duty: Duty, facts: ConflictFacts, today: Today) -> Line:
    """A critical conflict: at once, and each business day after the first talk."""
    if facts.contacted:
        return cf_open(duty, facts, today)
    by = until(facts.contact_by, today.today)
    return Line(
        f"Критичный конфликт, связаться до {by}: {brief(facts.demand)}",
        f"Конфликт открыт {day_text(duty.since)}, с клиентом ещё не говорили; срок — {moment_text(facts.contact_by)}.",
        "записан разговор, конфликт закрыт или передан в претензии",
    )


def po_ans(duty: Duty, facts: ProposalFacts, today: Today) -> Line:
    """A proposal that the client has not answered."""
    return Line(
        f"Узнать решение по предложению: {brief(facts.options.replace(chr(10), '; '))}",
        f"Предложение сделано {day_text(duty.since)}, ответ ждали {day_text(duty.due)}.",
        "записан ответ клиента или обращение закрыто",
    )
