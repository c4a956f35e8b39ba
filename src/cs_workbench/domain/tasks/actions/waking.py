"""Snoozes that end by an event: they go, in the same act, when what the item is about changes.

`domain/catalogue.py` gives `wake_on` the names of all records; undo brings a snooze back with the rows.
"""

import hashlib

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.tasks.keys import ItemKey, parse_key
from cs_workbench.domain.tasks.links import record_kind
from cs_workbench.domain.tasks.records import Mute, Pin, Snooze
from cs_workbench.storage.images import read_images
from cs_workbench.storage.journal import dump
from cs_workbench.storage.unit import Interest, Work

OVERLAYS = frozenset(str(kind.__tablename__) for kind in (Snooze, Mute, Pin))


def wake_on(records: frozenset[str]) -> Interest:
    """The interest in any of these records; a manager's own overlays are no event."""
    return Interest(records - OVERLAYS, wake_changed)


def wake_changed(work: Work, clients: frozenset[int]) -> None:
    """Remove the snoozes whose event has come, among those of the clients touched and of no client."""
    wanted = select(Snooze).where(col(Snooze.until) > work.now, col(Snooze.wake_on_event).is_(True))
    for snooze in work.all(wanted.order_by(col(Snooze.id))):
        if (snooze.client_id is None or snooze.client_id in clients) and _happened(work, snooze, clients):
            work.remove(snooze)


def _happened(work: Work, snooze: Snooze, clients: frozenset[int]) -> bool:
    key = parse_key(snooze.key)
    if key.record == "client":
        return key.number in clients
    return digest_of(work, key) != snooze.seen


def digest_of(work: Work, key: ItemKey) -> str:
    """A digest of the content of the key's row, its version left out; empty where the row is not there."""
    if record_kind(key.record) is None:
        return ""
    image = read_images(work.session, key.record, [key.number]).get(key.number)
    if image is None:
        return ""
    content = dump({name: value for name, value in image.items() if name != "rev"})
    return hashlib.sha256(f"{key.whole}\x1f{content}".encode()).hexdigest()
