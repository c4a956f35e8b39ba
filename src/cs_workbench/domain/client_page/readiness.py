"""How the readiness of a client's sites moved: the acts of the journal that still stand.

A site keeps only where it stands now; each word about it is an entry.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import func, select

from cs_workbench.storage.journal import journal_entry, journal_image, verdict
from cs_workbench.storage.unit import Read

ACTION = "clients.set_readiness"


def readiness_acts(read: Read, client_id: int) -> list[tuple[datetime, int]]:
    """The moment (UTC) and the entry of each word about a site's readiness that nobody took back."""
    about = select(journal_image.c.entry_id).where(
        journal_image.c.client_id == client_id, journal_image.c.record == "site"
    )
    wanted = select(journal_entry.c.at, journal_entry.c.id).where(
        journal_entry.c.id.in_(about), journal_entry.c.action == ACTION, journal_entry.c.kind == "do"
    )
    rows = read.session.connection().execute(wanted.where(func.coalesce(verdict(), "") != "undo"))
    return [(row.at, row.id) for row in rows]


def readiness_words(read: Read, entries: Iterable[int]) -> Mapping[int, str]:
    """What each of these acts said."""
    wanted = select(journal_entry.c.id, journal_entry.c.message).where(journal_entry.c.id.in_(list(entries)))
    return {row.id: row.message for row in read.session.connection().execute(wanted)}
