"""The tail of the day: many unfinished items put off to one day with one reason, as one act (processes 2.21, 3 row 9).

What has no next step is given that day (`next_step.py`); all else is put off to it (`overlays.py`).
"""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator

from cs_workbench.domain.tasks.actions.next_step import SetNext
from cs_workbench.domain.tasks.actions.overlays import SnoozeItem, Until
from cs_workbench.domain.tasks.keys import ItemKey, item_key
from cs_workbench.kernel.action import Action, Facts, Outcome
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Line
from cs_workbench.kernel.text import count
from cs_workbench.storage.unit import Work

NO_STEP = "NEXT"
"""The rule of open records without a next step."""
UNDATED = frozenset({"no_next", "closed"})
"""Why a record may take no day: it has no next step, or none is wanted any more."""


def _apart(value: Any) -> Any:
    """Keys that the command line gives in one text, by blanks or commas."""
    return [key for key in re.split(r"[\s,]+", value) if key] if isinstance(value, str) else value


Keys = Annotated[tuple[Line, ...], BeforeValidator(_apart)]


class CloseDay(Action):
    """Unfinished items of the day put off until one moment; a day means its nine in the morning.

    What burns past its deadline is not hidden by that: with a reason it counts as decided (`domain/evening.py`).
    """

    facts = Facts("tasks.close_day", "Закрыть хвост дня", ("1",))

    keys: Keys
    until: Until
    reason: Line | None = None

    def apply(self, work: Work) -> Outcome:
        keys = list(dict.fromkeys(map(_key, self.keys)))
        if not keys:
            raise Refusal("required", "Укажите ключи пунктов, которые переносите.", "keys")
        for key in keys:
            if key.rule != NO_STEP or not self._dated(work, key):
                snooze = SnoozeItem.model_construct(key=key.whole, until=self.until, reason=self.reason)
                work.perform(snooze, {"key": "keys"})
        day = day_text(local(self.until).date())
        why = f": {self.reason}" if self.reason else ""
        return Outcome(
            f"{count(len(keys), 'пункт перенесён', 'пункта перенесено', 'пунктов перенесено')} на {day}{why}."
        )

    def _dated(self, work: Work, key: ItemKey) -> bool:
        """Give a record without a next step its day; False where it takes none."""
        day = local(self.until).date()
        if day <= work.day.today:
            return False
        step = SetNext.model_construct(for_=f"{key.record}:{key.number}", at=day, reason=self.reason)
        try:
            work.perform(step, {"for": "keys", "at": "until"})
        except Refusal as refusal:
            if refusal.code in UNDATED:
                return False
            raise
        return True


def _key(text: str) -> ItemKey:
    try:
        return item_key(text)
    except Refusal as refusal:
        raise Refusal(refusal.code, refusal.message, "keys") from refusal
