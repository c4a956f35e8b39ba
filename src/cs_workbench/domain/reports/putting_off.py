"""What a day put off or silenced, and why: read from the journal, since a next step keeps no reason in its record.

The last word of the day about an item counts; an act that is undone, or an item woken again, does not.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cs_workbench.domain.tasks.keys import parse_key
from cs_workbench.storage.journal import standing_acts
from cs_workbench.storage.unit import Read

SNOOZE, CLOSE, MUTE, WAKE = "tasks.snooze", "tasks.close_day", "tasks.mute", "tasks.wake"


@dataclass(frozen=True)
class PutOff:
    """Items by the reason given, empty for none: put off to a day, and silenced. The most frequent reason first."""

    later: Mapping[str, int]
    silenced: Mapping[str, int]

    @property
    def count(self) -> int:
        """How many items were put off to a day."""
        return sum(self.later.values())


def put_off(read: Read, begin: datetime, end: datetime) -> PutOff:
    """What was put off and silenced between two moments."""
    later: dict[str, str] = {}
    silenced: dict[str, str] = {}
    for action, inputs in standing_acts(read.session, begin, end, (SNOOZE, CLOSE, MUTE, WAKE)):
        for key in _keys(inputs):
            if action == MUTE:
                silenced[key.everywhere] = inputs["reason"]
            elif action == WAKE:
                later.pop(key.whole, None)
                silenced.pop(key.everywhere, None)
            else:
                later[key.whole] = inputs.get("reason") or ""
    return PutOff(_by_reason(later), _by_reason(silenced))


def _keys(inputs: Mapping[str, Any]) -> list[Any]:
    return [parse_key(key) for key in inputs.get("keys", [inputs.get("key")])]


def _by_reason(reasons: Mapping[str, str]) -> Mapping[str, int]:
    return dict(Counter(reasons.values()).most_common())
