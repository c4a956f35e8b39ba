"""Names and texts of what was found in memory, read by a query for each kind of record; and who was dealt with last."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.records import Client, Contact, Site
from cs_workbench.domain.search.rows import Found, Hit
from cs_workbench.storage.journal import journal_entry
from cs_workbench.storage.unit import Read

RECENT = 12
LOOKED_AT = 300
"""Entries of the journal among which the clients dealt with last are looked for."""


def tell(read: Read, hits: Sequence[Hit]) -> tuple[Found, ...]:
    """The hits in frozen rows, in their order; those gone meanwhile are left out."""
    clients = _by_id(read, Client, {hit.client_id for hit in hits})
    people = _by_id(read, Contact, {hit.id for hit in hits if hit.record == "contact"})
    sites = _by_id(read, Site, {hit.id for hit in hits if hit.record == "site"})
    found = []
    for hit in hits:
        client = clients.get(hit.client_id)
        row = {"client": clients, "contact": people, "site": sites}[hit.record].get(hit.id)
        if client is not None and row is not None:
            who = row.name if hit.record == "contact" else ""
            found.append(Found(hit.kind, client.id, client.name, _text(hit.kind, row), hit.record, hit.id, who))
    return tuple(found)


def _by_id(read: Read, kind: Any, ids: Iterable[int]) -> Mapping[int, Any]:
    """Rows of columns, not of the ORM: they are read at each key."""
    wanted = sorted(ids)
    if not wanted:
        return {}
    rows = read.session.connection().execute(select(kind.__table__).where(col(kind.id).in_(wanted)))
    return {row.id: row for row in rows}


def _text(kind: str, row: Any) -> str:
    """What matched; of a name, what tells its client from others of that name."""
    if kind == "contact":
        return ", ".join(part for part in (row.name, row.role) if part)
    if kind == "site":
        return ", ".join(part for part in (row.name, row.address) if part)
    return str((row.inn if kind == "name" else getattr(row, kind)) or "")


def recent(read: Read) -> tuple[Found, ...]:
    """The clients of the last acts, the latest first."""
    wanted = (
        select(journal_entry.c.client_id)
        .where(journal_entry.c.client_id.is_not(None))
        .order_by(journal_entry.c.id.desc())
        .limit(LOOKED_AT)
    )
    ids = list(dict.fromkeys(read.session.connection().scalars(wanted)))[:RECENT]
    clients = _by_id(read, Client, ids)
    return tuple(
        Found("recent", number, clients[number].name, clients[number].inn or "", "client", number)
        for number in ids
        if number in clients
    )
