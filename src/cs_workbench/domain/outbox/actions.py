"""Actions of the outbox: a letter is queued first, and its fate is written down (rows 2.2, 6.4, 7.4).

A connector sends what is queued and reports by `outbox.sent` and `outbox.failed`. What a connection that
broke left behind may have reached its reader: only a person says what to do with that.
"""

import secrets
import uuid
from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from cs_workbench.domain.outbox.records import MessageRef, MessageState, OutboxMessage
from cs_workbench.domain.tasks.links import client_of, linked
from cs_workbench.kernel.action import Action, Facts, Outcome
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Line, Link, Text, YesNo
from cs_workbench.kernel.identifiers import check_email
from cs_workbench.kernel.text import clean_line, count
from cs_workbench.storage.unit import Read, Work

MAX_RECIPIENTS = 20
MAX_FILES = 20

STATE_WORDS = {
    MessageState.QUEUED: "ждёт отправки",
    MessageState.SENDING: "отправляется прямо сейчас",
    MessageState.SENT: "уже отправлено",
    MessageState.FAILED: "не ушло",
    MessageState.UNKNOWN: "неизвестно, ушло ли",
    MessageState.DROPPED: "снято",
}
UNDECIDED = (MessageState.QUEUED, MessageState.SENDING, MessageState.UNKNOWN)
RETRIED = (MessageState.FAILED, MessageState.UNKNOWN)
DROPPED = (MessageState.QUEUED, MessageState.FAILED, MessageState.UNKNOWN)


def recipients(text: str) -> list[str]:
    """The addresses of a list with commas, each checked, none twice. Raises Refusal "email"."""
    found = list(dict.fromkeys(check_email(part) for part in text.replace(";", ",").split(",") if part.strip()))
    if not found:
        raise Refusal("email", "Укажите хотя бы один адрес.")
    if len(found) > MAX_RECIPIENTS:
        most = count(MAX_RECIPIENTS, "адрес", "адреса", "адресов")
        raise Refusal("too_many", f"В письме больше чем {most}: разошлите его частями.")
    return found


def file_names(text: str) -> list[str]:
    """Names of files, one a line, none twice. Raises Refusal "too_many"."""
    found = list(dict.fromkeys(name for line in text.splitlines() if (name := clean_line(line))))
    if len(found) > MAX_FILES:
        most = count(MAX_FILES, "файл", "файла", "файлов")
        raise Refusal("too_many", f"К письму приложено больше чем {most}: сложите их в архив.")
    return found


class QueueLetter(Action):
    """A letter to send: it stands in the outbox before anything leaves."""

    facts = Facts("outbox.queue", "Поставить письмо в очередь", ("2.2", "6.4", "7.4"), phrases=("письмо",))

    to: Text
    subject: Line
    text: Text
    for_: Link | None = Field(default=None, alias="for")
    files: Text | None = None

    def apply(self, work: Work) -> Outcome:
        try:
            to = recipients(self.to)
        except Refusal as refusal:
            raise refusal.at("to") from refusal
        try:
            files = file_names(self.files or "")
        except Refusal as refusal:
            raise refusal.at("files") from refusal
        row = linked(work, self.for_, "for") if self.for_ else None
        unique = uuid.UUID(bytes=secrets.token_bytes(16), version=4)
        work.add(
            OutboxMessage(
                client_id=client_of(row) if row else None,
                to=", ".join(to),
                subject=self.subject,
                text=self.text,
                link=self.for_,
                files="\n".join(files),
                message_id=f"<{unique}@cs-workbench>",
                queued_at=work.now,
            )
        )
        whom = to[0] if len(to) == 1 else count(len(to), "адрес", "адреса", "адресов")
        return Outcome(f"Письмо «{self.subject}» ждёт отправки: {whom}.")


class _OfLetter(Action):
    """Base of what becomes of a letter; `allowed` are the states in which it may."""

    allowed: ClassVar[tuple[MessageState, ...]]

    outbox_message: MessageRef

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        letter = read.get(OutboxMessage, subject["outbox_message"])
        if letter.state in cls.allowed:
            return None
        said = f"Письмо «{letter.subject}» {STATE_WORDS[letter.state]}"
        return Refusal("state", f"{said}: действие «{cls.facts.title}» к нему не подходит.", "outbox_message")

    def letter(self, work: Work) -> OutboxMessage:
        """The letter in a state that allows the action; what was said of its next step is over."""
        if refusal := self.refusal(work, {"outbox_message": self.outbox_message}):
            raise refusal
        letter = work.get(OutboxMessage, self.outbox_message)
        letter.next_at = letter.waiting_for = letter.expected_at = letter.no_next_reason = None
        return letter


class LetterSent(_OfLetter):
    """A letter is known to have left."""

    facts = Facts(
        "outbox.sent",
        "Письмо отправлено",
        ("2.2",),
        final="Письмо уже ушло: отменить отправку нельзя. Если в нём ошибка, напишите ещё одно.",
    )
    allowed = UNDECIDED

    def apply(self, work: Work) -> Outcome:
        letter = self.letter(work)
        letter.state, letter.sent_at, letter.reason = MessageState.SENT, work.now, None
        return Outcome(f"Письмо «{letter.subject}» отправлено.")


class LetterFailed(_OfLetter):
    """A letter did not leave; `unknown` says that it may have left all the same."""

    facts = Facts("outbox.failed", "Письмо не ушло", ("2.2",))

    reason: Line
    unknown: YesNo = False
    allowed = UNDECIDED

    def apply(self, work: Work) -> Outcome:
        letter = self.letter(work)
        letter.state = MessageState.UNKNOWN if self.unknown else MessageState.FAILED
        letter.reason = self.reason
        fate = "неизвестно, ушло ли" if self.unknown else "не ушло"
        return Outcome(f"Письмо «{letter.subject}» — {fate}: {self.reason}.")


class RetryLetter(_OfLetter):
    """A letter put in the queue again; one that may have left is asked about."""

    facts = Facts("outbox.retry", "Отправить снова", ("2.2",), batch=True)
    allowed = RETRIED

    def apply(self, work: Work) -> Outcome:
        letter = self.letter(work)
        if letter.state == MessageState.UNKNOWN:
            work.ask(f"Письмо «{letter.subject}» могло уйти, получатель увидит его дважды. Отправить снова?")
        letter.state, letter.reason = MessageState.QUEUED, None
        letter.attempts += 1
        return Outcome(f"Письмо «{letter.subject}» снова ждёт отправки.")


class DropLetter(_OfLetter):
    """A letter that is not to leave any more."""

    facts = Facts("outbox.drop", "Снять письмо", ("2.2",), batch=True)

    reason: Line
    allowed = DROPPED

    def apply(self, work: Work) -> Outcome:
        letter = self.letter(work)
        letter.state, letter.reason = MessageState.DROPPED, self.reason
        return Outcome(f"Письмо «{letter.subject}» снято: {self.reason}.")


ACTIONS: tuple[type[Action], ...] = (QueueLetter, LetterSent, LetterFailed, RetryLetter, DropLetter)
