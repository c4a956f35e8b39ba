"""The record of the outbox: a letter from the moment it is queued until it is known to have left, or not."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

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

MessageRef = Annotated[int, RefTo("outbox_message")]


class MessageState(StrEnum):
    """`unknown`: the connection broke when the letter may have left; only a person decides."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    DROPPED = "dropped"


class OutboxMessage(Record, table=True):
    """A letter. `message_id` is fixed at queueing; `link` says whatever it is for (`invoice:12`).

    `to` holds addresses with commas between, `files` names of files, one a line. `attempts` counts how
    often it was put in the queue again. A next step (rule NEXT) is for a letter that did not leave.
    """

    title = "Письмо"
    open_states: ClassVar[frozenset[str]] = frozenset(
        {MessageState.QUEUED, MessageState.SENDING, MessageState.FAILED, MessageState.UNKNOWN}
    )
    __table_args__ = table_args(
        one_of("state", MessageState),
        open_index("ix_outbox_message_failed", ("id",), "state = 'failed'"),
        open_index("ix_outbox_message_unknown", ("id",), "state = 'unknown'"),
    )

    client_id: int | None = ref("client", default=None)
    to: str
    subject: str
    text: str = long_text()
    link: str | None = None
    files: str = ""
    state: MessageState = choice(MessageState, default=MessageState.QUEUED)
    message_id: str
    attempts: int = 0
    reason: str | None = None
    queued_at: datetime = moment()
    sent_at: datetime | None = moment(default=None)
    next_at: date | None = day(default=None)
    waiting_for: str | None = None
    expected_at: date | None = day(default=None)
    no_next_reason: str | None = None
