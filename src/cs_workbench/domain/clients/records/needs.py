"""Records of what a client needs (rows 1.4, 14.3, 20.1), and of how the columns of its files were read last."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index

from cs_workbench.storage.record import Record, choice, day, long_text, one_of, ref, table_args


class NeedsState(StrEnum):
    """How far the questions of the first talk were answered."""

    EMPTY = "empty"
    PARTIAL = "partial"
    COMPLETE = "complete"
    NOT_NEEDED = "not_needed"


class NeedsProfile(Record, table=True):
    """The answers of the first talk, one row a client; `filled_pct` is how many of them there are, 0…100."""

    title = "Потребности"
    __table_args__ = table_args(
        one_of("state", NeedsState),
        CheckConstraint("lanes BETWEEN 0 AND 99", name="lanes"),
        CheckConstraint("users BETWEEN 0 AND 100000", name="users"),
        Index("uq_needs_profile_client_id", "client_id", unique=True),
    )

    client_id: int = ref("client", index=False)
    goals: str | None = long_text(default=None)
    pains: str | None = long_text(default=None)
    lanes: int | None = None
    users: int | None = None
    integration: str | None = None
    decision_maker: str | None = None
    source: str | None = None
    state: NeedsState = choice(NeedsState, default=NeedsState.EMPTY)
    filled_pct: int = 0
    reason: str | None = None
    changed_on: date = day()


class ColumnProfile(Record, table=True):
    """How the columns of a register were read: `header` names them as the file does, `columns` maps them (JSON) to
    the fields of `kind`. The same header is read the same way next time.
    """

    title = "Разметка колонок"
    __table_args__ = table_args(Index("uq_column_profile_kind_header", "kind", "header", unique=True))

    kind: str
    header: str = long_text()
    columns: str = long_text()
