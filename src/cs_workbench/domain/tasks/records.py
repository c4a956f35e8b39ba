"""Records of the tasks area: the manual task, and the overlays that the manager lays over computed items."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from sqlalchemy import Index

from cs_workbench.kernel.fields import RefTo
from cs_workbench.storage.record import (
    Record,
    choice,
    day,
    long_text,
    moment,
    one_of,
    open_index,
    ref,
    table_args,
)

TaskRef = Annotated[int, RefTo("task")]


class TaskState(StrEnum):
    """A manual task is open or done."""

    OPEN = "open"
    DONE = "done"


class Repeat(StrEnum):
    """What the next date of a repeated task is reckoned from."""

    FIXED = "fixed"
    AFTER_COMPLETION = "after_completion"


class Unit(StrEnum):
    """What the interval of a repeated task is counted in."""

    DAYS = "d"
    BUSINESS_DAYS = "bd"
    WEEKS = "w"
    MONTHS = "m"


class Task(Record, table=True):
    """A manual task. Without a day it needs a next step: whom it waits for and until when, or why not.

    A repeated one stands for the day `series_on` of its series, whatever day off or delay moved `on`;
    `series_day` is the day of the month that a series began on, so that the 31st comes back after a
    February.
    """

    title = "Задача"
    open_states: ClassVar[frozenset[str]] = frozenset({TaskState.OPEN})
    __table_args__ = table_args(
        one_of("state", TaskState),
        one_of("repeat", Repeat),
        one_of("unit", Unit),
        open_index("ix_task_open", ("on",), "state = 'open'"),
    )

    client_id: int | None = ref("client", default=None)
    text: str = long_text()
    on: date | None = day(default=None)
    state: TaskState = choice(TaskState, default=TaskState.OPEN)
    repeat: Repeat | None = choice(Repeat, default=None)
    every: int | None = None
    unit: Unit | None = choice(Unit, default=None)
    series_on: date | None = day(default=None)
    series_day: int | None = None
    waiting_for: str | None = None
    expected_at: date | None = day(default=None)
    no_next_reason: str | None = None
    created_on: date = day()
    done_at: datetime | None = moment(default=None)


class Snooze(Record, table=True):
    """An item put off until a moment; one for a key.

    `wake_on_event` ends it when the item's record changes: when its content is no longer that of the
    digest `seen`, or, for an item about a client, when anything of the client changes.
    """

    title = "Отсрочка"
    __table_args__ = table_args(Index("uq_snooze_key", "key", unique=True), Index("ix_snooze_until", "until"))

    key: str
    client_id: int | None = ref("client", default=None)
    until: datetime = moment()
    reason: str | None = None
    wake_on_event: bool = False
    seen: str | None = None
    created_at: datetime = moment()


class Mute(Record, table=True):
    """A rule silenced for a record in every period: `key` is `RULE:record:id`; without `until` for good."""

    title = "Отключение"
    __table_args__ = table_args(Index("uq_mute_key", "key", unique=True))

    key: str
    client_id: int | None = ref("client", default=None)
    until: date | None = day(default=None)
    reason: str
    created_at: datetime = moment()


class Pin(Record, table=True):
    """An item held at the top of the queue."""

    title = "Закрепление"
    __table_args__ = table_args(Index("uq_pin_key", "key", unique=True))

    key: str
    client_id: int | None = ref("client", default=None)
    created_at: datetime = moment()
