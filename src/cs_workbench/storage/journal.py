"""The journal: one entry for each act that changed a row, with the images of what it changed; append-only and chained.

An entry's hash covers the hash before it, its own head and the salted digests of its inputs and images, not those
themselves: a person can be erased from the images and the chain still verifies. `unit.py` writes entries, `undo.py`
reads them back, `doctor.py` verifies the chain.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    ScalarSelect,
    String,
    Table,
    Text,
    func,
    insert,
    select,
)
from sqlalchemy.orm import Session

from cs_workbench.kernel.chunks import chunks
from cs_workbench.storage.engine import put_off_references
from cs_workbench.storage.images import CHUNK, Change
from cs_workbench.storage.record import metadata
from cs_workbench.storage.types import UtcMoment

FIRST_HASH = "0" * 64

journal_entry = Table(
    "journal_entry",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcMoment, nullable=False),
    Column("user", String, nullable=False),
    Column("kind", String(8), nullable=False),  # do, undo, redo
    Column("action", String, nullable=False),
    Column("title", String, nullable=False),
    Column("message", Text, nullable=False),
    Column("target", BigInteger, ForeignKey("journal_entry.id"), index=True),  # the entry undone or redone
    Column("client_id", BigInteger),  # where all its images are of one client
    Column("inputs", Text, nullable=False),
    Column("salt", String(32), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    sqlite_autoincrement=True,
)

journal_image = Table(
    "journal_image",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("entry_id", BigInteger, ForeignKey("journal_entry.id", deferrable=True), nullable=False, index=True),
    Column("record", String, nullable=False),
    Column("record_id", BigInteger, nullable=False),
    Column("client_id", BigInteger, index=True),
    Column("before", Text),
    Column("after", Text),
    Column("salt", String(32), nullable=False),
    Column("digest", String(64), nullable=False),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True)
class Head:
    """What is said of an act: who, when, which action with which inputs, and in what words."""

    at: datetime
    user: str
    kind: str
    action: str
    title: str
    message: str
    inputs: Mapping[str, Any]
    target: int | None = None


def dump(value: Any) -> str:
    """JSON that is the same for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def digest(salt: str, *parts: str | None) -> str:
    """A salted digest of what the chain must not hold in clear."""
    return hashlib.sha256(
        "\x1f".join((salt, *("\x00" if part is None else part for part in parts))).encode()
    ).hexdigest()


def chain(previous: str, head: Mapping[str, Any], digests: Iterable[str]) -> str:
    """The hash of an entry over the one before it."""
    at = head["at"]
    facts = (at.isoformat(), head["user"], head["kind"], head["action"], str(head["target"]), head["digest"])
    return hashlib.sha256("\x1f".join((previous, *facts, *digests)).encode()).hexdigest()


def last_entry(session: Session) -> tuple[int, str]:
    """The number and hash of the newest entry; (0, zeros) in an empty journal."""
    row = (
        session.connection()
        .execute(select(journal_entry.c.id, journal_entry.c.hash).order_by(journal_entry.c.id.desc()).limit(1))
        .first()
    )
    return (row.id, row.hash) if row else (0, FIRST_HASH)


def write(session: Session, head: Head, changes: Iterable[Change]) -> int:
    """Append one entry with its images; returns its number, 0 where nothing changed and nothing is written.

    The images go first, a few hundred at a time: an import makes tens of thousands, and there is no room for all.
    """
    connection = session.connection()
    number, previous = last_entry(session)
    digests: list[str] = []
    clients: set[int | None] = set()
    put_off_references(connection)  # the images come before their entry
    for chunk in chunks(changes, CHUNK):
        images = [_image_row(number + 1, change) for change in chunk]
        connection.execute(insert(journal_image), images)
        digests += [image["digest"] for image in images]
        clients |= {image["client_id"] for image in images}
    if not digests:
        return 0
    inputs, salt = dump(head.inputs), secrets.token_hex(16)
    row: dict[str, Any] = {
        "id": number + 1,
        "at": head.at.astimezone(UTC),
        "user": head.user,
        "kind": head.kind,
        "action": head.action,
        "title": head.title,
        "message": head.message,
        "target": head.target,
        "client_id": clients.pop() if len(clients) == 1 else None,
        "inputs": inputs,
        "salt": salt,
        "digest": digest(salt, inputs, head.message),
    }
    row["hash"] = chain(previous, row, digests)
    connection.execute(insert(journal_entry), [row])
    return number + 1


def _image_row(entry: int, change: Change) -> dict[str, Any]:
    before = None if change.before is None else dump(change.before)
    after = None if change.after is None else dump(change.after)
    salt = secrets.token_hex(16)
    return {
        "entry_id": entry,
        "record": change.record,
        "record_id": change.record_id,
        "client_id": change.client_id,
        "before": before,
        "after": after,
        "salt": salt,
        "digest": digest(salt, change.record, str(change.record_id), before, after),
    }


def changes_of(session: Session, entry: int) -> list[Change]:
    """The images of an entry, in the order they were written."""
    rows = session.connection().execute(
        select(journal_image).where(journal_image.c.entry_id == entry).order_by(journal_image.c.id)
    )
    return [Change(row.record, row.record_id, _load(row.before), _load(row.after)) for row in rows]


def _load(text: str | None) -> dict[str, Any] | None:
    return None if text is None else json.loads(text)


def undone(session: Session, entry: int) -> bool:
    """Whether an entry stands undone: the newest entry about it is an undo."""
    kind = session.connection().scalar(
        select(journal_entry.c.kind).where(journal_entry.c.target == entry).order_by(journal_entry.c.id.desc()).limit(1)
    )
    return kind == "undo"


def verdict() -> ScalarSelect[Any]:
    """The kind of the newest entry about an entry: `undo` where it stands undone."""
    later = journal_entry.alias()
    about = select(later.c.kind).where(later.c.target == journal_entry.c.id)
    return about.order_by(later.c.id.desc()).limit(1).scalar_subquery()


def entries(
    session: Session, client_id: int | None = None, limit: int = 200, before: int | None = None
) -> list[dict[str, Any]]:
    """The journal, newest first: entry, at, user, kind, action, title, message, client_id (where one client is
    concerned), undone.
    """
    wanted = select(journal_entry, (func.coalesce(verdict(), "") == "undo").label("undone"))
    if client_id is not None:
        about = select(journal_image.c.entry_id).where(journal_image.c.client_id == client_id)
        wanted = wanted.where(journal_entry.c.id.in_(about))
    if before is not None:
        wanted = wanted.where(journal_entry.c.id < before)
    rows = session.connection().execute(wanted.order_by(journal_entry.c.id.desc()).limit(limit)).mappings()
    shown = ("at", "user", "kind", "action", "title", "message", "client_id")
    return [{"entry": row["id"], **{name: row[name] for name in shown}, "undone": bool(row["undone"])} for row in rows]


def standing_acts(
    session: Session, since: datetime, before: datetime, actions: Iterable[str]
) -> list[tuple[str, Mapping[str, Any]]]:
    """Acts of these actions between two moments that are not undone, as (action, inputs), oldest first. One action over
    many rows gives an act for each.
    """
    wanted = select(journal_entry.c.action, journal_entry.c.inputs, verdict().label("verdict")).where(
        journal_entry.c.at >= since,
        journal_entry.c.at < before,
        journal_entry.c.kind == "do",
        journal_entry.c.action.in_(list(actions)),
    )
    found: list[tuple[str, Mapping[str, Any]]] = []
    for row in session.connection().execute(wanted.order_by(journal_entry.c.id)):
        if row.verdict != "undo":
            inputs = json.loads(row.inputs)
            found += [(row.action, one) for one in inputs.get("many", [inputs])]
    return found
