"""Clients who ask for something, in the words of a manager: for the tests of requests, handovers and conflicts."""

from typing import Any

from tests.desk import Desk

CAMERA = "Камера не читает номера"


class Asker:
    """One client at a desk, and what it asks for."""

    def __init__(self, desk: Desk, name: str = "ООО Ромашка", phone: str = "8 916 123-45-67") -> None:
        self.desk = desk
        self.id = desk.new("client", "clients.add", name=name, phone=phone)

    def ask(self, text: str = CAMERA, kind: str = "tech", **inputs: Any) -> int:
        """A request, written down now."""
        return self.desk.new("request", "requests.register", client=self.id, kind=kind, text=text, **inputs)

    def hand_over(self, request: int, dept: str = "law", **inputs: Any) -> int:
        """A request handed over to a department; support's card is whole, or knowingly not."""
        if dept == "support":
            inputs = {"incomplete": True, "confirm": True, **inputs}
        return self.desk.new("handover", "requests.hand_over", request=request, dept=dept, **inputs)

    def quarrel(self, severity: str = "normal", demand: str = "Вернуть деньги", **inputs: Any) -> int:
        """A conflict, opened now."""
        usual = {"next_step": "поднять договор", "next_at": "25.11 12:00"}
        return self.desk.new(
            "conflict", "requests.open_conflict", client=self.id, severity=severity, demand=demand, **(usual | inputs)
        )

    def rules(self, moment: str | None = None) -> list[str]:
        """The lines of requests about this client; at another moment, where it is given, and the clock stays there."""
        if moment is not None:
            self.desk.at(moment)
        ours = ("RQ-", "HO-", "CF-", "PO-", "NEXT")
        return [rule for rule in self.desk.rules(self.id) if rule.startswith(ours)]

    def text(self, rule: str) -> str:
        """The words of the one line of that rule."""
        return self.desk.item(rule, self.id).text

    def stands(self, request: int) -> tuple[str, Any, Any, Any, Any]:
        """Where a request stands: its state, next day, whom it waits for and until when, and whether it is closed."""
        row = self.desk.show("request", request)
        return row["state"], row["next_on"], row["waiting_for"], row["expected_at"], row["closed_at"] is not None
