"""What the manager lays over computed items: put off, silenced, pinned, woken again (processes 1)."""

from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError
from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.tasks.actions.waking import digest_of
from cs_workbench.domain.tasks.checks import check_coming_day, doubt_far, tell_day_off
from cs_workbench.domain.tasks.keys import client_of_key, item_key, parse_key
from cs_workbench.domain.tasks.records import Mute, Pin, Snooze
from cs_workbench.kernel.action import Action, Facts, Outcome
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import day_text, moment_text, parse_day
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Context, Day, Line, Moment, YesNo
from cs_workbench.storage.unit import Work


def _number_as_day(value: Any, info: ValidationInfo) -> Any:
    """`25` puts off until the 25th, where any other moment would read an hour."""
    if not isinstance(value, str) or not value.strip().isdigit() or not isinstance(info.context, Context):
        return value
    today = info.context.today
    try:
        return parse_day(value, today.today, today.calendar).isoformat()
    except Refusal as refusal:
        raise PydanticCustomError(
            "refusal", "{message}", {"code": refusal.code, "message": refusal.message}
        ) from refusal


Until = Annotated[Moment, BeforeValidator(_number_as_day)]


class SnoozeItem(Action):
    """An item put off until a moment; a day means its nine in the morning. It replaces an older snooze."""

    facts = Facts("tasks.snooze", "Отложить", ("1",), key="s", phrases=("отложить",), batch=True)

    key: Line
    until: Until
    reason: Line | None = None
    wake: YesNo = False

    def apply(self, work: Work) -> Outcome:
        key = item_key(self.key)
        if self.until <= work.now:
            raise Refusal("past", f"{moment_text(self.until)} уже прошло: отложить можно только на потом.", "until")
        day = local(self.until).date()
        doubt_far(work, day, "until")
        tell_day_off(work, day)
        client_id = client_of_key(work, key)
        known = work.first(select(Snooze).where(col(Snooze.key) == key.whole))
        snooze = known or Snooze(key=key.whole, until=self.until, created_at=work.now)
        snooze.client_id, snooze.until, snooze.reason = client_id, self.until, self.reason
        snooze.wake_on_event, snooze.created_at = self.wake, work.now
        snooze.seen = digest_of(work, key) if self.wake else None
        work.add(snooze)
        event = " или до события" if self.wake else ""
        return Outcome(f"Отложено до {moment_text(self.until)}{event}.")


class MuteItem(Action):
    """A rule silenced for a record in every period, for good or until a day."""

    facts = Facts("tasks.mute", "Больше не показывать", ("1",), key="x", phrases=("не нужно",), batch=True)

    key: Line
    reason: Line
    until: Day | None = None

    def apply(self, work: Work) -> Outcome:
        key = parse_key(self.key)
        if self.until is not None:
            check_coming_day(work, self.until, "until")
        client_id = client_of_key(work, key)
        known = work.first(select(Mute).where(col(Mute.key) == key.everywhere))
        mute = known or Mute(key=key.everywhere, reason=self.reason, created_at=work.now)
        mute.client_id, mute.reason, mute.until, mute.created_at = (
            client_id,
            self.reason,
            self.until,
            work.now,
        )
        work.add(mute)
        until = f" до {day_text(self.until)} включительно" if self.until else ""
        return Outcome(f"Больше не показывать{until}: {self.reason}.")


class PinItem(Action):
    """An item held at the top of the queue."""

    facts = Facts("tasks.pin", "Закрепить наверху", ("1",), phrases=("закрепить",), batch=True)

    key: Line

    def apply(self, work: Work) -> Outcome:
        key = item_key(self.key)
        if work.first(select(Pin).where(col(Pin.key) == key.whole)):
            raise Refusal("already", "Эта строка уже закреплена.", "key")
        work.add(Pin(key=key.whole, client_id=client_of_key(work, key), created_at=work.now))
        return Outcome("Строка закреплена наверху.")


class WakeItem(Action):
    """An item shown as the rules say: neither put off, nor silenced, nor held at the top."""

    facts = Facts("tasks.wake", "Вернуть в очередь", ("1",), phrases=("вернуть",), batch=True)

    key: Line

    def apply(self, work: Work) -> Outcome:
        key = parse_key(self.key)
        snoozes = work.all(select(Snooze).where(col(Snooze.key) == key.whole))
        mutes = work.all(select(Mute).where(col(Mute.key) == key.everywhere))
        pins = work.all(select(Pin).where(col(Pin.key) == key.whole))
        standing = (
            *(snooze for snooze in snoozes if snooze.until > work.now),
            *(mute for mute in mutes if mute.until is None or mute.until >= work.day.today),
            *pins,
        )
        if not standing:
            raise Refusal("nothing", "Эта строка не отложена, не отключена и не закреплена.", "key")
        for row in (*snoozes, *mutes, *pins):
            work.remove(row)
        return Outcome("Строка снова показана как обычно.")
