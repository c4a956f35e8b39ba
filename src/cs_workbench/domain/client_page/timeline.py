"""What happened with a client, newest first: places of everything at once, words a page at a time.

`Spot`s are light (two columns of an index), so the list knows its length; `events_at` reads what a window shows,
one query for each kind in it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.billing.records import Invoice, InvoiceSend, Payment
from cs_workbench.domain.client_page.readiness import readiness_acts, readiness_words
from cs_workbench.domain.clients.records import Contact, Contract, Note, Talk
from cs_workbench.domain.collection.records import CallAttempt, Hold, LadderStep, Promise
from cs_workbench.domain.collection.repository.promises import hold_as_of, promise_as_of
from cs_workbench.domain.requests.records import Conflict, Handover, Proposal, Request
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.money import Money
from cs_workbench.storage.record import Record
from cs_workbench.storage.unit import Read


class Spot(NamedTuple):
    """One event's place: its local day, its local time (empty where only the day is known), what it is, its id."""

    on: date
    time: str
    kind: str
    id: int


@dataclass(frozen=True)
class Event:
    """One event. `mark` is its outcome, channel or state; `number` and `period` name the invoice, contract, step,
    request or department; `who` the author or the person spoken with. `gone`: it was undone since its place was read.
    """

    spot: Spot
    text: str = ""
    mark: str = ""
    number: str = ""
    period: str = ""
    who: str = ""
    sum: Money | None = None
    day: date | None = None
    gone: bool = False


KINDS: Mapping[str, tuple[type[Record], str]] = {
    "note": (Note, "created_at"),
    "talk": (Talk, "at"),
    "call_attempt": (CallAttempt, "at"),
    "promise": (Promise, "made_at"),
    "hold": (Hold, "created_on"),
    "ladder_step": (LadderStep, "on"),
    "invoice": (Invoice, "issued_on"),
    "invoice_send": (InvoiceSend, "sent_at"),
    "payment": (Payment, "paid_on"),
    "contract": (Contract, "signed_on"),
    "request": (Request, "received_at"),
    "handover": (Handover, "sent_at"),
    "conflict": (Conflict, "opened_at"),
    "proposal": (Proposal, "offered_on"),
}
"""Records of the timeline, and when each happened."""

READINESS = "readiness"
"""Words about the readiness of a site: entries of the journal, not records."""


def spots_of(read: Read, client_id: int) -> tuple[Spot, ...]:
    """The places of all that happened, newest first; of one day, what has a time comes before what has none."""
    spots: list[Spot] = []
    for kind, (record, field) in KINDS.items():
        at, table = getattr(record, field), record.__table__.c  # type: ignore[attr-defined]
        rows = read.session.connection().execute(
            select(at, table.id).where(table.client_id == client_id, at.is_not(None))
        )
        spots += [_spot(moment, kind, number) for moment, number in rows]
    spots += [_spot(moment, READINESS, entry) for moment, entry in readiness_acts(read, client_id)]
    return tuple(sorted(spots, reverse=True))


def _spot(at: date | datetime, kind: str, number: int) -> Spot:
    if isinstance(at, datetime):
        here = local(at)
        return Spot(here.date(), f"{here:%H:%M:%S}", kind, number)
    return Spot(at, "", kind, number)


def events_at(read: Read, spots: Sequence[Spot]) -> tuple[Event, ...]:
    """The events of these places, in their order; one that is gone since says so, so that places stay what they are."""
    found: dict[tuple[str, int], Event] = {}
    for kind in {spot.kind for spot in spots}:
        wanted = {spot.id: spot for spot in spots if spot.kind == kind}
        if kind == READINESS:
            words = readiness_words(read, wanted)
            found.update({(kind, entry): Event(wanted[entry], text) for entry, text in words.items()})
            continue
        record = KINDS[kind][0]
        rows: Iterable[Any] = read.all(select(record).where(col(record.id).in_(list(wanted))))
        found.update({(kind, row.id): TELL[kind](read, wanted[row.id], row) for row in rows})
    return tuple(found.get((spot.kind, spot.id)) or Event(spot, gone=True) for spot in spots)


def _person(read: Read, contact_id: int | None) -> str:
    contact = None if contact_id is None else read.session.get(Contact, contact_id)
    return "" if contact is None else contact.name


def _invoice(read: Read, invoice_id: int | None) -> tuple[str, str]:
    """The number and the month of an invoice; empty where none is meant."""
    invoice = None if invoice_id is None else read.session.get(Invoice, invoice_id)
    return ("", "") if invoice is None else (invoice.number or "", invoice.period)


def _both(text: str | None, end: str | None) -> str:
    """What was said, and what came of it."""
    return " → ".join(part for part in (text, end) if part)


def _send(read: Read, spot: Spot, row: InvoiceSend) -> Event:
    return Event(spot, row.to or "", row.state.value, *_invoice(read, row.invoice_id))


def _promise(read: Read, spot: Spot, row: Promise) -> Event:
    stored = {"state": row.state, "broken_from": row.broken_from, "received": row.received}
    state = promise_as_of(stored, read.day).get("state", row.state)
    return Event(spot, row.reason or "", state.value, sum=row.sum, day=row.on)


def _hold(read: Read, spot: Spot, row: Hold) -> Event:
    state = hold_as_of({"state": row.state, "until": row.until}, read.day).get("state", row.state)
    return Event(spot, row.reason, state.value, *_invoice(read, row.invoice_id), day=row.until)


TELL: Mapping[str, Callable[[Read, Spot, Any], Event]] = {
    "note": lambda read, spot, row: Event(spot, row.text, who=row.author),
    "talk": lambda read, spot, row: Event(spot, row.text, row.channel.value, who=_person(read, row.contact_id)),
    "call_attempt": lambda read, spot, row: Event(
        spot, row.text, row.outcome.value, who=_person(read, row.contact_id), sum=row.debt
    ),
    "promise": _promise,
    "hold": _hold,
    "ladder_step": lambda read, spot, row: Event(spot, mark=row.kind.value, number=str(row.level)),
    "invoice": lambda read, spot, row: Event(
        spot, row.reason or "", row.state.value, row.number or "", row.period, sum=row.sum, day=row.due_on
    ),
    "invoice_send": _send,
    "payment": lambda read, spot, row: Event(spot, row.purpose or "", number=row.number or "", sum=row.sum),
    "contract": lambda read, spot, row: Event(spot, number=row.number),
    "request": lambda read, spot, row: Event(
        spot, _both(row.text, row.result), row.state.value, str(row.id), who=_person(read, row.contact_id)
    ),
    "handover": lambda read, spot, row: Event(
        spot, _both(row.missing, row.answer), row.state.value, row.dept.value, who=row.person or ""
    ),
    "conflict": lambda read, spot, row: Event(spot, _both(row.demand, row.outcome), row.state.value),
    "proposal": lambda read, spot, row: Event(
        spot, _both("; ".join(row.options.splitlines()), row.chosen), row.state.value, str(row.request_id)
    ),
}
"""How a row of each kind is told."""
