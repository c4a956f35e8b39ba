"""The lists of `Обращения` as rows, and a request whole as lines of a card; `domain/request_list.py` has the facts."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import day_short, moment_text
from cs_workbench.kernel.phone import phone_text
from cs_workbench.presentation.shapes import CardLine, Column, Row, Tone
from cs_workbench.presentation.value_words import word

if TYPE_CHECKING:
    from datetime import datetime

    from cs_workbench.domain.client_page.asked import HandoverRow
    from cs_workbench.domain.request_list import ListedConflict, ListedRequest, WholeRequest

LISTS: Mapping[str, str] = {
    "ours": "Наш ход",
    "client": "Ждём клиента",
    "dept": "Ждём отдел",
    "conflicts": "Конфликты",
    "ended": "Закрытые",
}
EMPTY = {
    "ours": "Всё разобрано. a — записать обращение",
    "client": "От клиентов ничего не ждём",
    "dept": "Отделы ничего не должны. t — передать отделу",
    "conflicts": "Открытых конфликтов нет",
    "ended": "Закрытых обращений ещё нет",
}
NOTHING = "Ничего не подходит. Esc — показать всё, f — искать везде"

COLUMNS = (
    Column("client", "Кто", 19),
    Column("what", "Что"),
    Column("state", "Состояние", 21),
    Column("step", "Шаг", 11),
    Column("since", "Поступило", 11, hide_below=110),
)


def request_row(one: "ListedRequest") -> Row:
    """A request's line; its mark and words say the same as its tone."""
    tone: Tone = "normal"
    if one.step is None:
        tone = "quiet"
    elif one.severity == "stop":
        tone = "urgent"
    elif one.late or one.answered:
        tone = "warn"
    bad = "" if one.severity == "question" else f"{word(one.severity)}: "
    step = "" if one.step is None else moment_short(one.step)
    return Row(
        f"request:{one.id}", (who(one), f"{bad}{one.text}", state_of(one), step, moment_short(one.received_at)), tone
    )


def who(one: "ListedRequest") -> str:
    """The client; of an unknown caller the telephone."""
    return one.client or (phone_text(one.phone) if one.phone else "неизвестно кто")


def state_of(one: "ListedRequest") -> str:
    """Where it stands, and who is waited for until when."""
    if one.answered:
        return "есть ответ: сообщить"
    if one.state in ("waiting_client", "waiting_dept") and one.waiting_for:
        until = f" до {day_short(one.expected_at)}" if one.expected_at else ""
        return f"ждём: {one.waiting_for}{until}"
    said = word(one.state, "request")
    return f"{said}, срок прошёл" if one.late else said


def conflict_row(one: "ListedConflict") -> Row:
    """A conflict's line."""
    tone: Tone = "urgent" if one.severity == "critical" else "warn" if one.late else "normal"
    what = f"{word(one.severity)}: {one.demand}"
    state = f"{word(one.state, 'conflict')}: {one.next_step}"
    return Row(f"conflict:{one.id}", (one.client, what, state, moment_short(one.next_at), ""), tone)


def moment_short(moment: "datetime") -> str:
    """`24.11 15:00` in the machine's zone."""
    here = local(moment)
    return f"{day_short(here.date())} {here:%H:%M}"


def whole_lines(whole: "WholeRequest") -> Iterator[CardLine]:
    """A request with who asked, what was done, what departments said."""
    line = whole.line
    yield CardLine(f"№ {line.id} · {who(line)}", "title")
    asked = ", ".join(part for part in (whole.contact, phone_text(line.phone) if line.phone else "") if part)
    if asked and asked != who(line):
        yield CardLine(asked)
    yield CardLine(line.text)
    tone: Tone = "urgent" if line.severity == "stop" else "normal"
    yield CardLine(f"{word(line.kind)}, {word(line.severity)}; поступило {moment_text(line.received_at)}", tone)
    yield CardLine(state_of(line), "warn" if line.late or line.answered else "normal")
    if line.step is not None:
        yield CardLine(f"Следующий шаг: {moment_short(line.step)}")
    if whole.result:
        yield CardLine(f"Результат: {whole.result}{', клиент знает' if whole.told else ', клиенту не сообщали'}")
    for handover in whole.handovers:
        yield from _handover(handover)
    for proposal in whole.proposals:
        yield CardLine("Предложение", "title")
        yield from (CardLine(option, indent=2) for option in proposal.options.splitlines())
        chosen = f": {proposal.chosen}" if proposal.chosen else f", ответ до {day_short(proposal.answer_by)}"
        yield CardLine(f"{word(proposal.state)}{chosen}", indent=2)
    yield CardLine(f"Ведёт {whole.owner}", "quiet")


def _handover(one: "HandoverRow") -> Iterator[CardLine]:
    person = f" ({one.person})" if one.person else ""
    yield CardLine(f"Передано: {word(one.dept)}{person}, {moment_short(one.sent_at)}", "title")
    if one.missing:
        yield CardLine(f"Не хватает: {one.missing}", "urgent", 2)
    if one.answer:
        yield CardLine(f"Ответ: {one.answer}", "warn" if one.state == "answered" else "normal", 2)
    elif one.state in ("sent", "acknowledged"):
        yield CardLine(f"Ответ ждём до {moment_short(one.expected_at)}", "warn" if one.late else "normal", 2)
    if one.state in ("told_client", "returned"):
        yield CardLine(word(one.state, "handover"), indent=2)


def conflict_lines(one: "ListedConflict") -> Iterator[CardLine]:
    """A conflict and its next step."""
    yield CardLine(one.client, "title")
    tone: Tone = "urgent" if one.severity == "critical" else "warn"
    yield CardLine(f"Конфликт, {word(one.severity)}: {word(one.state, 'conflict')}", tone)
    yield CardLine(one.demand)
    yield CardLine(f"{moment_short(one.next_at)} {one.next_step}", "warn" if one.late else "normal")


def totals_line(counts: Mapping[str, int | None]) -> tuple[str, str]:
    """What is open, in a few words."""
    ours, client, dept = (counts.get(name) or 0 for name in ("ours", "client", "dept"))
    return f"Открыто {ours + client + dept}", f"ход наш {ours} · ждём клиентов {client} · ждём отделы {dept}"
