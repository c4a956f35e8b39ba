"""The ladder: a step is marked as taken, with the letter that it needs ready to be sent (row 2.1, rule PAY-LADDER)."""

from collections.abc import Mapping

from cs_workbench.domain.billing.letters import debt_fields
from cs_workbench.domain.billing.repository.billed import addresses
from cs_workbench.domain.clients.records import Client, ClientRef
from cs_workbench.domain.collection.checks import debtor
from cs_workbench.domain.collection.records import LadderStep, StepKind
from cs_workbench.domain.collection.repository.debts import Owed
from cs_workbench.domain.collection.repository.ladder import FIRST, LAST, Ladder, ladder_of
from cs_workbench.domain.collection.rules import LEVELS
from cs_workbench.kernel.action import Action, Facts, FollowUp, Outcome
from cs_workbench.kernel.errors import Refusal, caught
from cs_workbench.storage.unit import Read, Work

WARNING = 3
"""The last level that a letter answers; above it the head and the lawyers take over."""

TEMPLATES = {1: "reminder", 2: "debt", WARNING: "debt_warning"}
"""The template of a level's letter."""


def chased_debtor(read: Read, client_id: int) -> tuple[Client, Owed]:
    """A client who owes something that is not on hold."""
    client, owed = debtor(read, client_id, "ступень не нужна")
    if not owed.free:
        raise Refusal("held", f"Долг клиента «{client.name}» на паузе: сначала снимите её.", "client")
    return client, owed


def letter_offer(work: Work, client: Client, owed: Owed, level: int, why: str) -> FollowUp:
    """The letter of a level about what is due, to the client's best address where one is known."""
    late = [invoice for invoice in owed.free if invoice.due_on < work.day.today] or owed.free or owed.invoices
    letter = work.letter(TEMPLATES[level], debt_fields(work, client, late))
    known = {"to": found[0]} if (found := addresses(work, client)) else {}
    inputs = {**known, "subject": letter.subject, "text": letter.text, "for": f"client:{client.id}"}
    return FollowUp("outbox.queue", inputs, why)


class TakeStep(Action):
    """A step of the ladder taken for the debt that is the oldest now: the due one, or the next in order."""

    facts = Facts("collection.take_step", "Ступень пройдена", ("2.1",), phrases=("ступень",))

    client: ClientRef
    level: int

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return caught(lambda: chased_debtor(read, subject["client"]))

    def apply(self, work: Work) -> Outcome:
        client, owed = chased_debtor(work, self.client)
        ladder = ladder_of(work, client.id, owed)
        self._check(ladder)
        work.add(
            LadderStep(
                client_id=client.id,
                level=self.level,
                kind=StepKind.TAKEN,
                on=work.day.today,
                debt_since=ladder.since,
            )
        )
        offers = (letter_offer(work, client, owed, self.level, LEVELS[self.level]),) if self.level <= WARNING else ()
        return Outcome(f"Ступень {self.level} отмечена: {client.name}, долг {owed.debt.short()}.", offers)

    def _check(self, ladder: Ladder) -> None:
        if not FIRST <= self.level <= LAST:
            raise Refusal("level", f"Ступени — от {FIRST} до {LAST}: выберите одну из них.", "level")
        if self.level <= ladder.taken:
            raise Refusal("already", f"Ступень {self.level} уже пройдена.", "level")
        if self.level not in (ladder.due, ladder.next):
            raise Refusal("too_early", f"Сейчас черёд ступени {ladder.due or ladder.next}: сначала она.", "level")


LADDER: tuple[type[Action], ...] = (TakeStep,)
