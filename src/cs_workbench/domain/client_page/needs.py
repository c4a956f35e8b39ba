"""What is known of a client's needs on its card: the questions of the first talk and their answers (rows 1.4, 20.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.records import NeedsProfile
from cs_workbench.storage.unit import Read

QUESTIONS = ("goals", "pains", "lanes", "users", "integration", "decision_maker", "source")
"""The questions, in the order in which they are asked."""


@dataclass(frozen=True)
class NeedsRow:
    """The answers as a form begins with them, empty where there is none; `state` is `empty` where nobody asked yet."""

    state: str
    reason: str
    changed_on: date | None
    answers: Mapping[str, str]

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(1 for answer in self.answers.values() if answer)

    @property
    def unanswered(self) -> int:
        """How many questions wait for an answer."""
        return 0 if self.state == "not_needed" else len(self.answers) - self.answered


def needs_of(read: Read, client_id: int) -> NeedsRow:
    """The client's needs as they were told."""
    one = read.first(select(NeedsProfile).where(col(NeedsProfile.client_id) == client_id))
    if one is None:
        return NeedsRow("empty", "", None, dict.fromkeys(QUESTIONS, ""))
    said = {name: getattr(one, name) for name in QUESTIONS}
    answers = {name: "" if value is None else str(value) for name, value in said.items()}
    return NeedsRow(one.state.value, one.reason or "", one.changed_on, answers)
