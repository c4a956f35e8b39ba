"""What is looked for in the database, a moment after the clients: invoices by number, requests and notes by their text.

A text of two hundred thousand requests is not kept in memory: its folded column is searched from the newest on.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlmodel import col

from cs_workbench.domain.billing.records import Invoice
from cs_workbench.domain.clients.records import Client, Note
from cs_workbench.domain.requests.records import Request
from cs_workbench.domain.search.dialled import MOST, dialled
from cs_workbench.domain.search.rows import Found
from cs_workbench.kernel.text import fold
from cs_workbench.storage.unit import Read

LIMIT = 15
EXCERPT = 160
"""Characters of a long text that are shown around what was found."""

SHORTEST = 2
"""Letters from which texts are searched: one stands in every text."""

_INVOICE = re.compile(r"(?:сч[её]т|№|n|no|#|[ .:])*(?P<number>.+)", re.IGNORECASE)


def find_papers(read: Read, text: str, alive: Callable[[], bool] = lambda: True, limit: int = LIMIT) -> list[Found]:
    """Invoices, requests and notes that a text may mean, the newest of each first; stops between them unless
    `alive`.
    """
    found: list[Found] = []
    for look in (_invoices, _requests, _notes):
        if not alive():
            break
        found += look(read, text, limit)
    return found


def _invoices(read: Read, text: str, limit: int) -> Iterable[Found]:
    said = _INVOICE.fullmatch(" ".join(text[:MOST].split()))
    if said is None or not any(char.isdigit() for char in said["number"]):
        return ()
    number = said["number"]
    exact = _found(read, Invoice, col(Invoice.number) == number, limit)
    rows = exact or _found(read, Invoice, col(Invoice.number).contains(number, autoescape=True), limit)
    return [Found("invoice", row.client_id, row.client, row.number, "invoice", row.id) for row in rows]


def _requests(read: Read, text: str, limit: int) -> Iterable[Found]:
    conditions = [col(Request.phone).contains(one.digits) for one in dialled(text) if len(one.digits) > 3]
    if words := _words(text):
        conditions.append(and_(*(col(Request.text_key).contains(word, autoescape=True) for word in words)))
    rows = _found(read, Request, or_(*conditions), limit) if conditions else ()
    return [
        Found("request", row.client_id, row.client or "", around(row.text, words), "request", row.id) for row in rows
    ]


def _notes(read: Read, text: str, limit: int) -> Iterable[Found]:
    words = _words(text)
    if not words:
        return ()
    rows = _found(read, Note, and_(*(col(Note.text_key).contains(word, autoescape=True) for word in words)), limit)
    return [Found("note", row.client_id, row.client, around(row.text, words), "note", row.id) for row in rows]


def _words(text: str) -> list[str]:
    words = fold(text[:MOST]).split()
    return words if sum(map(len, words)) >= SHORTEST else []


def _found(read: Read, kind: Any, condition: ColumnElement[bool], limit: int) -> list[Any]:
    """Rows of a record with `client`, the name of whose they are; the newest first."""
    wanted = (
        select(kind.__table__, col(Client.name).label("client"))
        .join(Client, col(Client.id) == col(kind.client_id), isouter=True)
        .where(condition)
        .order_by(col(kind.id).desc())
        .limit(limit)
    )
    return list(read.session.connection().execute(wanted))


def around(text: str, words: Iterable[str], length: int = EXCERPT) -> str:
    """A text in one line, from a little before the first word that was found."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    key = line.casefold().replace("ё", "е")
    places = [key.find(word) for word in words]
    first = min((place for place in places if place >= 0), default=0)
    start = 0 if first < length // 2 else first - length // 4
    head, tail = "…" if start else "", "…" if start + length < len(line) else ""
    return f"{head}{line[start : start + length].strip()}{tail}"
