"""What is due of letters: those that did not leave, and those of which nobody knows (rule NEXT)."""

from typing import NamedTuple

from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.rule import Duty, Line, Rule, Tier
from cs_workbench.kernel.today import Today


class MessageFacts(NamedTuple):
    """The letter: to whom, about what, and what went wrong."""

    to: str
    subject: str
    reason: str
    unknown: bool


def message_next(duty: Duty, facts: MessageFacts, today: Today) -> Line:
    """A letter that needs a person's word."""
    fate = "неизвестно, ушло ли письмо" if facts.unknown else "письмо не ушло"
    return Line(
        f"Нет следующего шага: {fate} — «{facts.subject}», {facts.to}",
        f"Письмо поставлено {day_text(duty.since)}. Причина: {facts.reason or 'не указана'}.",
        "письмо отправлено снова или снято",
    )


RULES = (
    Rule(
        "NEXT",
        Tier.PAPERS,
        "clients",
        "Нет следующего шага",
        ("2.2",),
        "outbox_message",
        "message_next",
        message_next,
        ("outbox.retry", "outbox.drop", "tasks.set_next"),
    ),
)
