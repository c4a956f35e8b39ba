"""What a search gives: places of what was found, and frozen rows that say it."""

from dataclasses import dataclass
from typing import NamedTuple


class Hit(NamedTuple):
    """Something found in memory: by what (`name`, `inn`, `phone`, `email`, `contact`, `site`), whose, which record."""

    kind: str
    client_id: int
    record: str
    id: int


@dataclass(frozen=True, slots=True)
class Found:
    """One answer. `kind` says what matched: besides a `Hit`'s kinds, `recent`, `invoice`, `note`, `request`.

    `client_id` is None and `client` empty where an unknown caller asked; `text` is what matched, `who` the contact it
    belongs to.
    """

    kind: str
    client_id: int | None
    client: str
    text: str
    record: str
    id: int
    who: str = ""
