"""The record of the outbox: a letter from the moment it is queued until it is known to have left, or not."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from cs_workbench.kernel.fields import RefTo
from cs_workbench.storage.record import Record, choice, long_text, moment, one_of, open_index, ref, table_args

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
    """A letter. `message_id` is fixed at queueing; `link` says whatever it is for (`invoice:12`); `files` are names, one a line."""

    title = "Письмо"
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
    waiting_for: str | None = None
    no_next_reason: str | None = None
