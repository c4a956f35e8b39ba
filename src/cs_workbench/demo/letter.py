"""The demo's letter: `outbox.queue` gives each letter a name by chance, and the same demo must have the same rows."""

from typing import Self

from cs_workbench.domain.outbox.records import OutboxMessage
from cs_workbench.kernel.action import Action, Facts, Outcome
from cs_workbench.storage.unit import Work


class QueueDemoLetter(Action):
    """A letter to send, whose name derives from its client."""

    facts = Facts("outbox.queue", "Поставить письмо в очередь")

    to: str
    subject: str
    text: str
    client: int

    @classmethod
    def to_client(cls, to: str, client: int, said: tuple[str, ...]) -> Self:
        """A letter of a subject and a text."""
        return cls(to=to, subject=said[0], text=said[1], client=client)

    def apply(self, work: Work) -> Outcome:
        work.add(
            OutboxMessage(
                client_id=self.client,
                to=self.to,
                subject=self.subject,
                text=self.text,
                link=f"client:{self.client}",
                message_id=f"<demo-{self.client}@cs-workbench>",
                queued_at=work.now,
            )
        )
        return Outcome(f"Письмо «{self.subject}» ждёт отправки: {self.to}.")
