"""The key of a queue's item, `RULE:record:id:period`, as the overlays take it.

Which rules there are is known after all areas (`domain/rulebook.py`): here a key's form is checked, and
that its record is there.
"""

import re
from typing import NamedTuple

from cs_workbench.domain.tasks.links import client_of, linked, record_kind
from cs_workbench.kernel.errors import Refusal
from cs_workbench.storage.unit import Read

_KEY = re.compile(r"([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*):([a-z][a-z_]{1,40}):([0-9]{1,18})(:[A-Za-z0-9.+-]{0,40})?")


class ItemKey(NamedTuple):
    """A key taken apart. `period` may be empty; it is None in a key of every period, `RULE:record:id`."""

    rule: str
    record: str
    number: int
    period: str | None

    @property
    def whole(self) -> str:
        """The key of one item."""
        return f"{self.everywhere}:{self.period or ''}"

    @property
    def everywhere(self) -> str:
        """The rule and the record, in every period: what a mute holds for."""
        return f"{self.rule}:{self.record}:{self.number}"


def parse_key(text: str) -> ItemKey:
    """A key as the queue gives it, or without its period. Raises Refusal "key"."""
    found = _KEY.fullmatch(text)
    if found is None:
        raise Refusal("key", "Это не ключ строки очереди: он выглядит как PAY-CALL:client:17:2026-11.", "key")
    period = found[4]
    return ItemKey(found[1], found[2], int(found[3]), None if period is None else period[1:])


def item_key(text: str) -> ItemKey:
    """The key of one item, its period or the empty one said. Raises Refusal "key"."""
    key = parse_key(text)
    if key.period is None:
        raise Refusal(
            "key",
            f"В ключе нет периода: для строки без периода ключ кончается двоеточием, {key.whole}",
            "key",
        )
    return key


def client_of_key(read: Read, key: ItemKey) -> int | None:
    """The client of the key's record; none where no area has the record; a lost row is refused.

    An item about no row at all (the statement to load) has the number 0.
    """
    if key.number == 0 or record_kind(key.record) is None:
        return None
    return client_of(linked(read, f"{key.record}:{key.number}", "key"))
