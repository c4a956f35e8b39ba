"""The stories of the demo's debtors: calls, promises, holds and steps of these weeks, in business days from today."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from cs_workbench.demo import found
from cs_workbench.demo.life import Inputs, Later, Life, each, one
from cs_workbench.demo.roles import Cast, Client, Role
from cs_workbench.demo.sources import Sources
from cs_workbench.domain.collection.records import CallOutcome

HELD = frozenset({Role.DISPUTES, Role.DISPUTES_LAW, Role.HELD})
"""Roles whose debt is held: no letters go out about it."""


class Stories:
    """Plans the acts of every client in a role."""

    def __init__(self, life: Life, cast: Cast, sources: Sources) -> None:
        self._life = life
        self._window = life.window
        self._cast = cast
        self._sources = sources

    def plan(self) -> None:
        """Plan all of them."""
        for client in self._cast.clients:
            if client.role in STORIES:
                STORIES[client.role](self, client)
            if client.owed == 1 and client.role not in HELD and client.id % 4:
                self._steps(client)

    def call(self, client: Client, n: int, outcome: CallOutcome, hour: int = 11, **more: Any) -> None:
        """A call on the business day `n` from today; its text is one that fits the outcome."""
        said = self._sources.said[outcome.value]
        text = said[(client.id + n) % len(said)]
        inputs = {"client": client.id, "outcome": outcome.value, "text": text, **more}
        user = client.manager
        self._life.plan(self._window.day(n), hour, client.id * 7 % 60, "collection.log_call", inputs, user)

    def promise(self, client: Client, n: int, until: int) -> None:
        """A call in which all that is owed is promised for a day."""
        self.call(client, n, CallOutcome.PROMISED, promise_on=self._window.day(until))

    def act(self, n: int, hour: int, minute: int, action: str, inputs: Inputs | Later, client: Client) -> None:
        """Another act of the client's manager."""
        self._life.plan(self._window.day(n), hour, minute, action, inputs, client.manager)

    def hold_next(self, client: Client, n: int) -> None:
        """Say whom the holds of a client wait for."""
        waiting = {"waiting_for": self._sources.word["waiting_for"], "expected_at": self._window.day(5)}
        holds = each("for", found.holds(client.id), "hold:{}", **waiting)
        self.act(n, 12, 10, "tasks.set_next", holds, client)

    def hold(self, client: Client, n: int, until: int, reason: str) -> None:
        """Stop the calls until a day."""
        inputs = {"client": client.id, "reason": reason, "until": self._window.day(until)}
        self.act(n, 15, client.id % 60, "collection.hold", inputs, client)

    def copy(self, client: Client, n: int) -> None:
        """Send the copy of the invoice that was asked for."""
        self.act(n, 12, client.id % 60, "billing.send_invoice", one("invoice", found.open_invoice(client.id)), client)

    def _steps(self, client: Client) -> None:
        """The letter and the warning about the newest old debt, each on its day: the ladder asks nothing more."""
        window = self._window
        for level, late in enumerate(window.now.terms.ladder_bd, 2):
            day = window.now.calendar.add_bd(window.due_of(window.old), late)
            if self._window.start <= day < window.now.today and level < 4:
                self._step(client, day, level)

    def _step(self, client: Client, day: date, level: int) -> None:
        inputs = {"client": client.id, "level": level}
        self._life.plan(day, 16, client.id % 60, "collection.take_step", inputs, client.manager)

    def said(self, name: str, client: Client) -> str:
        """One of the sentences of a kind."""
        return self._sources.said[name][client.place % len(self._sources.said[name])]

    def word(self, name: str) -> str:
        """A sentence by its name."""
        return self._sources.word[name]

    def call_back(self, client: Client) -> None:
        """Asked yesterday to be called today at a time."""
        hour, minute = ((9, 30), (11, 0), (15, 30))[client.place % 3]
        self.call(client, -1, CallOutcome.CALL_BACK, 16, callback_at=self._window.at(self._window.day(0), hour, minute))


def _twice(tell: Stories, client: Client) -> None:
    tell.promise(client, -11, -8)
    tell.promise(client, -6, -3)


def _disputes_law(tell: Stories, client: Client) -> None:
    tell.call(client, -5, CallOutcome.DISPUTES)
    tell.hold_next(client, -5)


def _lost_sent(tell: Stories, client: Client) -> None:
    tell.call(client, -4, CallOutcome.LOST_INVOICE)
    tell.copy(client, -4)


def _owes_long(tell: Stories, client: Client) -> None:
    tell.call(client, -9, CallOutcome.NO_ANSWER)
    tell.call(client, -4, CallOutcome.BUSY)


def _silent(tell: Stories, client: Client) -> None:
    for n in (-3, -2, -1):
        tell.call(client, n, CallOutcome.NO_ANSWER)


STORIES: Mapping[Role, Callable[[Stories, Client], None]] = {
    Role.BROKEN: lambda tell, client: tell.promise(client, -6, -3),
    Role.DUE_TODAY: lambda tell, client: tell.promise(client, -3, 0),
    Role.PARTLY: lambda tell, client: tell.promise(client, -8, -5),
    Role.KEPT: lambda tell, client: tell.promise(client, -9, -6),
    Role.FUTURE: lambda tell, client: tell.promise(client, -1 - client.place % 2, 2 + client.place % 4),
    Role.TWICE: _twice,
    Role.HALF: lambda tell, client: tell.call(client, -9, CallOutcome.NO_ANSWER),
    Role.DISPUTES: lambda tell, client: tell.call(client, -5, CallOutcome.DISPUTES),
    Role.DISPUTES_LAW: _disputes_law,
    Role.HELD: lambda tell, client: tell.hold(client, -4, 8, tell.said("hold_reasons", client)),
    Role.WITH_LAWYERS: lambda tell, client: tell.hold(client, -10, 15, tell.word("lawyers")),
    Role.CALL_BACK: Stories.call_back,
    Role.LOST: lambda tell, client: tell.call(client, -1, CallOutcome.LOST_INVOICE),
    Role.LOST_SENT: _lost_sent,
    Role.SAID: lambda tell, client: tell.call(client, -2, CallOutcome.SAYS_PAID),
    Role.OWES_LONG: _owes_long,
    Role.SILENT: _silent,
    Role.MORNING: lambda tell, client: tell.call(client, 0, CallOutcome.NO_ANSWER, 9),
    Role.REFUSES: lambda tell, client: tell.call(client, -2, CallOutcome.REFUSES),
    Role.WRONG: lambda tell, client: tell.call(client, -2, CallOutcome.WRONG_PERSON),
}
