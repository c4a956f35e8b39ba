"""The agenda: what has a time of day today and on the coming days.

An area joins by a line of `SOURCES`: a select of its repository that gives `record_id`, `client_id`, `client`, `at`
and `text` for the days from today to `DAYS` ahead. `presentation/agenda.py` words what is found.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select

from cs_workbench.domain.collection.repository import agenda as collection
from cs_workbench.domain.requests.repository import agenda as requests
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.hours import morning
from cs_workbench.storage.unit import Read

DAYS = 7
"""How far ahead the agenda looks, in calendar days."""


class Appointment(NamedTuple):
    """Something at a time: `at` is local, `what` says what is to be done (a name of `SOURCES`), `text` is the record's
    own words; `client_id` is None for an unknown caller.
    """

    at: datetime
    what: str
    record: str
    record_id: int
    client_id: int | None
    client: str
    text: str


class Source(NamedTuple):
    """One kind of timed things: what it is, the record that `record_id` names, the select, and the table whose change
    may change it.
    """

    what: str
    record: str
    select: Callable[[], Select[Any]]
    table: str


SOURCES = (
    Source("call_back", "client", collection.calls_back, "client_standing"),
    Source("request", "request", requests.next_steps, "request"),
    Source("conflict", "conflict", requests.conflict_steps, "conflict"),
    Source("answer", "handover", requests.answers, "handover"),
)

TABLES = frozenset({source.table for source in SOURCES} | {"call_attempt", "client", "promise"})
"""Tables whose change may change the agenda."""


def agenda(read: Read, days: int = DAYS) -> tuple[Appointment, ...]:
    """Everything with a time from the beginning of today on, the soonest first.

    Nine in the morning is what a bare day means (`kernel/hours.py`): a step at that very time has no time of its own.
    """
    found = [appointment for source in SOURCES for appointment in _of(read, source)]
    last = read.day.today.toordinal() + days
    shown = [one for one in found if one.at != morning(one.at.date()) and one.at.date().toordinal() <= last]
    return tuple(sorted(shown, key=lambda one: (one.at, one.client, one.what, one.record_id)))


def _of(read: Read, source: Source) -> list[Appointment]:
    words = {name: read.day.word(name) for name in ("today", f"day_{DAYS}")}
    rows = read.session.connection().execute(source.select(), words)
    return [
        Appointment(local(row.at), source.what, source.record, row.record_id, row.client_id, row.client, str(row.text))
        for row in rows
    ]


def coming(found: tuple[Appointment, ...], now: datetime) -> Appointment | None:
    """The next one today; None where the day has no more."""
    today = local(now).date()
    return next((one for one in found if one.at > now and one.at.date() == today), None)


def due(found: tuple[Appointment, ...], now: datetime, since: datetime | None = None) -> tuple[Appointment, ...]:
    """Those of today whose time has come by now and which still stand; with `since`, whose time came after it."""
    today = local(now).date()
    return tuple(one for one in found if one.at <= now and one.at.date() == today and (since is None or one.at > since))
