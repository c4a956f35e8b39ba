"""Clients who owe, in the words of a manager who collects: for the tests of calls, promises, holds and the ladder."""

from typing import Any

from cs_workbench.kernel.money import Money
from tests.desk import Desk

ISSUED = "2026-11-16T10:00"
TUESDAY = "2026-11-24T10:00"


class Debtor:
    """One client at a desk, and what is asked of it."""

    def __init__(self, desk: Desk, name: str = "ООО Ромашка") -> None:
        self.desk = desk
        self.id = desk.new("client", "clients.add", name=name)

    def bill(self, number: str = "118", sum: str = "24800", **inputs: Any) -> int:
        """The monthly fee of November, due on the 30th, unless said otherwise."""
        usual = {"issued_on": "2026-11-16", "due_on": "2026-11-30", "period": "2026-11", "kind": "subscription"}
        return self.desk.new(
            "invoice", "billing.add_invoice", client=self.id, number=number, sum=sum, confirm=True, **(usual | inputs)
        )

    def contact(self, name: str, phone: str = "8 916 123-45-67", **inputs: Any) -> int:
        """Somebody who speaks for the client."""
        return self.desk.new("contact", "clients.add_contact", client=self.id, name=name, phone=phone, **inputs)

    def call(self, outcome: int | str, **inputs: Any) -> Any:
        """A call with its outcome, recorded now."""
        return self.desk.do("collection.log_call", client=self.id, outcome=str(outcome), **inputs)

    def promise(self, on: str, sum: str | None = None) -> int:
        """A promise to pay, recorded now."""
        return self.desk.new("promise", "collection.promise", client=self.id, on=on, sum=sum)

    def pay(self, sum: str, paid_on: str, **inputs: Any) -> int:
        """Money that came."""
        return self.desk.new(
            "payment", "billing.record_payment", client=self.id, sum=sum, paid_on=paid_on, confirm=True, **inputs
        )

    def rules(self, moment: str | None = None) -> list[str]:
        """The client's lines in the queue; at another moment, where it is given, and the clock stays there."""
        if moment is not None:
            self.desk.at(moment)
        return [rule for rule in self.desk.rules(self.id) if rule.startswith(("PAY-", "NEXT"))]

    def text(self, rule: str) -> str:
        """The words of the client's one line of that rule, with usual spaces."""
        return plain(self.desk.item(rule, self.id).text)

    def stands(self, name: str) -> Any:
        """A column of the client's standing."""
        (row,) = [row for row in self.desk.rows("client_standing") if row["client_id"] == self.id]
        return row[name]


def last(desk: Desk, record: str) -> dict[str, Any]:
    """The newest row of a record."""
    return desk.rows(record)[-1]


def plain(text: str) -> str:
    """A text of the screen with usual spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def rubles(sum: int) -> Money:
    """Whole rubles."""
    return Money.rubles(sum)
