"""The derived table of what every score needs of a client: debt, calls, health, last touch.

It is rewritten by each unit of work for the clients that it touched and for all of them when the day turns; never
journaled; `doctor.py` checks it against a rebuild. What its columns mean is said where they are reckoned:
`domain/standing.py` and the areas' repositories.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Column,
    Index,
    Integer,
    Select,
    String,
    Table,
    bindparam,
    delete,
    insert,
    literal_column,
    select,
    text,
)
from sqlalchemy.orm import Session

from cs_workbench.kernel.chunks import chunks
from cs_workbench.kernel.today import Today
from cs_workbench.storage.record import metadata
from cs_workbench.storage.types import Day, Kopecks, UtcMoment

CLIENT = BigInteger().with_variant(Integer, "sqlite")
"""On SQLite the integer key is the row itself: one look-up less for each client."""

client_standing = Table(
    "client_standing",
    metadata,
    Column("client_id", CLIENT, primary_key=True, autoincrement=False),
    Column("debt", Kopecks, nullable=False),
    Column("oldest_due", Day),
    Column("overdue_months", Integer, nullable=False),
    Column("call_sum", Kopecks, nullable=False),
    Column("call_count", Integer, nullable=False),
    Column("call_due", Day),
    Column("call_since", Day),
    Column("quiet_until", UtcMoment),
    Column("callback_at", UtcMoment),
    Column("callback_on", Day),
    Column("check_on", Day),
    Column("silent_days", Integer, nullable=False),
    Column("ladder_done", Integer, nullable=False),
    Column("ladder_raised", Integer, nullable=False),
    Column("promise_open", Integer, nullable=False),
    Column("broken_90", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("last_touch", Day, nullable=False),
    Column("health", Integer, nullable=False),
    Index(
        "ix_client_standing_calls",
        "client_id",
        sqlite_where=text("call_sum > 0"),
        postgresql_where=text("call_sum > 0"),
    ),
    Index("ix_client_standing_callback", "callback_at", sqlite_where=text("callback_at IS NOT NULL")),
    Index("ix_client_standing_conflicts", "client_id", sqlite_where=text("conflicts > 0")),
    Index("ix_client_standing_check", "check_on", sqlite_where=text("check_on IS NOT NULL")),
)

meta = Table("meta", metadata, Column("key", String, primary_key=True), Column("value", String, nullable=False))
"""Facts of the file itself: `standing_day` is the day for which the standing was reckoned."""

STANDING_WORDS = ("today", "day_m60", "day_m90")
CHUNK = 400
FEW = 50
"""Up to so many clients it is seen which of their values have changed."""

NAMES = tuple(f"client_standing.{column.name}" for column in client_standing.columns)
EVERY = frozenset(NAMES)

# Made once: to reckon the key of a statement this size anew takes longer than to run it for a client.
_THESE: BindParameter[Any] = bindparam("ids", expanding=True)
_CLEAR = delete(client_standing)
_CLEAR_THESE = _CLEAR.where(client_standing.c.client_id.in_(_THESE))
_READ_THESE = select(client_standing).where(client_standing.c.client_id.in_(_THESE))
_DAY = select(meta.c.value).where(meta.c.key == literal_column("'standing_day'"))


class StandingWriter:
    """Rewrites the standing from one select over all clients, whose first column is `client.id`."""

    def __init__(self, reckoning: Select[Any], client_id: Any) -> None:
        self.reckoning = reckoning
        self._fill = insert(client_standing).from_select(_columns(), reckoning)
        self._fill_these = insert(client_standing).from_select(_columns(), reckoning.where(client_id.in_(_THESE)))

    def __call__(self, session: Session, today: Today, clients: frozenset[int]) -> frozenset[str]:
        """Rewrite the rows of these clients; of all of them, where the table was reckoned for another day. Gives the
        `table.column` names that may have other values now: after a small act those that have.
        """
        if reckoned_for(session) != today.today.isoformat():
            self.rebuild(session, today)
            return EVERY
        connection, words = session.connection(), _words(today)
        ids = sorted(clients)
        before = _rows(session, ids)
        for chunk in chunks(ids, CHUNK):
            these = {"ids": chunk}
            connection.execute(_CLEAR_THESE, these)
            connection.execute(self._fill_these, {**words, **these})
        after = _rows(session, ids)
        if before is None or after is None or before.keys() != after.keys():
            return EVERY
        pairs = ((before[number], after[number]) for number in before)
        return frozenset(
            name for old, new in pairs for name, was, is_ in zip(NAMES, old, new, strict=True) if was != is_
        )

    def rebuild(self, session: Session, today: Today) -> None:
        """Rewrite every row and note the day."""
        connection = session.connection()
        connection.execute(_CLEAR)
        connection.execute(self._fill, _words(today))
        connection.execute(delete(meta).where(meta.c.key == "standing_day"))
        connection.execute(insert(meta).values(key="standing_day", value=today.today.isoformat()))

    def insertion(self) -> Any:
        """The statement that fills the whole table, for compiling (`compiling.py`)."""
        return self._fill


def _columns() -> list[str]:
    return [column.name for column in client_standing.columns]


def _words(today: Today) -> dict[str, Any]:
    return {name: today.word(name) for name in STANDING_WORDS}


def _rows(session: Session, ids: list[int]) -> dict[int, tuple[Any, ...]] | None:
    """The rows of a few clients, by client; None where they are many."""
    if len(ids) > FEW:
        return None
    return {row[0]: tuple(row) for row in session.connection().execute(_READ_THESE, {"ids": ids})}


def reckoned_for(session: Session) -> str | None:
    """The ISO day for which the standing was reckoned."""
    found: str | None = session.connection().scalar(_DAY)
    return found
