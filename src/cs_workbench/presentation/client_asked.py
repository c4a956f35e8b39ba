"""Requests and conflicts of a client's card as rows. `domain/client_page/asked.py` brings the facts."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import day_short, day_text
from cs_workbench.presentation.shapes import Column, Row, Tone
from cs_workbench.presentation.value_words import word

if TYPE_CHECKING:
    from cs_workbench.domain.client_page.asked import Asked, ConflictRow, HandoverRow, ProposalRow, RequestRow

COLUMNS = (
    Column("when", "Дата", 10),
    Column("what", "Что"),
    Column("state", "Состояние", 30),
    Column("next", "Следующий шаг", 14, hide_below=90),
)
EMPTY = "Обращений и конфликтов не было. a — записать"


def asked_rows(asked: "Asked") -> list[Row]:
    """What is open, a request's handovers and proposals under it, then what is closed; keys are `record:id`."""
    sections = (
        ("Конфликты", [row for one in asked.conflicts if one.open for row in _conflict(one)]),
        ("Открытые обращения", [row for one in asked.requests if one.open for row in _request(one)]),
        (
            "Закрытые",
            [
                *(row for one in asked.conflicts if not one.open for row in _conflict(one)),
                *(row for one in asked.requests if not one.open for row in _request(one)),
            ],
        ),
    )
    return list(_under_headings(sections))


def _under_headings(sections: tuple[tuple[str, list[Row]], ...]) -> Iterator[Row]:
    for title, rows in sections:
        if rows:
            yield Row(f"title:{title}", ("", title), "title")
            yield from rows


def _conflict(one: "ConflictRow") -> Iterator[Row]:
    what = f"Конфликт, {word(one.severity)}: {one.demand}"
    tone: Tone = "quiet" if not one.open else "urgent" if one.late or one.severity == "critical" else "warn"
    state = f"{word(one.state, 'conflict')}: {one.next_step if one.open else one.outcome}".rstrip(": ")
    yield Row(f"conflict:{one.id}", (_day(one.opened_at), what, state, _step(one.next_at, open_=one.open)), tone)


def _request(one: "RequestRow") -> Iterator[Row]:
    what = f"№ {one.id} {word(one.kind)}, {word(one.severity)}: {one.text}"
    tone: Tone = "quiet" if not one.open else "urgent" if one.severity == "stop" else "warn" if one.late else "normal"
    cells = (_day(one.received_at), what, _state(one), _step(one.next_at, open_=one.open))
    yield Row(f"request:{one.id}", cells, tone)
    for handover in one.handovers:
        yield _handover(handover)
    for proposal in one.proposals:
        yield _proposal(proposal)


def _state(one: "RequestRow") -> str:
    if one.state in ("waiting_client", "waiting_dept"):
        whom = f" ({one.waiting_for})" if one.waiting_for else ""
        until = f" до {day_short(one.expected_at)}" if one.expected_at else ""
        return f"{word(one.state)}{whom}{until}"
    said = f"{word(one.state, 'request')}: {one.result}" if one.result else word(one.state, "request")
    return f"{said}, срок прошёл" if one.late else said


def _handover(one: "HandoverRow") -> Row:
    whom = f" ({one.person})" if one.person else ""
    said = f": {one.answer}" if one.answer else f", не хватает: {one.missing}" if one.missing else ""
    waited = f", ответ до {_moment(one.expected_at)}" if one.state in ("sent", "acknowledged") else ""
    what = f"└ передано: {word(one.dept)}{whom}{said}"
    state = f"{word(one.state, 'handover')}{waited}{', срок прошёл' if one.late else ''}"
    tone: Tone = "warn" if one.late or one.state in ("answered", "returned") else "normal"
    return Row(f"handover:{one.id}", (_day(one.sent_at), what, state, ""), tone)


def _proposal(one: "ProposalRow") -> Row:
    options = "; ".join(one.options.splitlines())
    chosen = f": {one.chosen}" if one.chosen else ""
    waited = f", ответ до {day_short(one.answer_by)}" if one.state == "offered" else ""
    cells = (day_text(one.offered_on), f"└ предложение: {options}", f"{word(one.state)}{chosen}{waited}", "")
    return Row(f"proposal:{one.id}", cells)


def _day(moment: datetime) -> str:
    return day_text(local(moment).date())


def _moment(moment: datetime) -> str:
    here = local(moment)
    return f"{day_short(here.date())} {here:%H:%M}"


def _step(moment: datetime | None, *, open_: bool) -> str:
    return _moment(moment) if moment is not None and open_ else ""
