"""Lives the demo's weeks: acts are planned at their times and then performed in order, each at its own moment.

`stories.py`, `billing_office.py` and `office.py` plan. An act that turns out to be refused is left out and noted, so
that the demo can be made on any day.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select
from sqlalchemy.orm import Session

from cs_workbench.demo.window import Window
from cs_workbench.domain.performer import Performer
from cs_workbench.kernel.action import Action, Done
from cs_workbench.kernel.errors import Refusal

Inputs = Mapping[str, Any]
Later = Callable[["Life"], Inputs | Sequence[Inputs] | None]
"""Inputs that are known only when the act's time has come: many for one act over many rows, None to leave it out."""


def one(name: str, wanted: Select[int], form: str = "{}", **more: Any) -> Later:
    """Inputs that name the first record of a select (`form` makes a link or a key of its id); None where none is."""

    def inputs(life: "Life") -> Inputs | None:
        found = life.all(wanted.limit(1))
        return {name: form.format(found[0]), **more} if found else None

    return inputs


def each(name: str, wanted: Select[int], form: str = "{}", **more: Any) -> Later:
    """The same for every record of a select, in one act."""
    return lambda life: [{name: form.format(found), **more} for found in life.all(wanted)]


@dataclass(frozen=True)
class Act:
    """An act at its moment; of two at the same moment the one planned first comes first."""

    at: datetime
    action: str | Action
    inputs: Inputs | Later
    user: str


class Life:
    """The acts of one demo. `refused` names those that could not be."""

    def __init__(self, performer: Performer, window: Window, manager: str) -> None:
        self._performer = performer
        self._acts: list[Act] = []
        self._moment = window.at(window.start, 0)
        self.window = window
        self.manager = manager
        self.refused: list[tuple[str, Refusal]] = []

    def plan(
        self,
        day: date,
        hour: int,
        minute: int,
        action: str | Action,
        inputs: Inputs | Later | None = None,
        user: str | None = None,
    ) -> None:
        """An action by name (or one of the demo's own) at a local time of a lived day."""
        moment = self.window.at(max(day, self.window.start), hour, minute)
        self._acts.append(Act(moment, action, inputs or {}, user or self.manager))

    def all(self, wanted: Select[int]) -> list[int]:
        """Every id of a select at the moment of the act."""
        with self._performer.reading(self.window.today_at(self._moment)) as read:
            return read.all(wanted)

    def live(self) -> None:
        """Perform everything that was planned up to now."""
        now = self.window.now.now
        for act in sorted(self._acts, key=lambda act: act.at):
            if act.at <= now:
                self._moment = act.at
                self._live(act)

    def _live(self, act: Act) -> None:
        inputs = act.inputs(self) if callable(act.inputs) else act.inputs
        if inputs is None or (not isinstance(inputs, Mapping) and not inputs):
            return
        try:
            self._confirmed(act, inputs)
        except Refusal as refusal:
            name = act.action if isinstance(act.action, str) else act.action.facts.name
            self.refused.append((f"{act.at:%Y-%m-%d %H:%M} {name} {inputs}", refusal))

    def _confirmed(self, act: Act, inputs: Inputs | Sequence[Inputs]) -> None:
        """Perform it; what is asked is answered with yes."""
        try:
            self._perform(act, inputs)
        except Refusal as refusal:
            if refusal.code != "confirm":
                raise
            yes = {"confirm": True}
            sure = {**inputs, **yes} if isinstance(inputs, Mapping) else [{**one, **yes} for one in inputs]
            self._perform(act, sure)

    def _perform(self, act: Act, inputs: Inputs | Sequence[Inputs]) -> Done:
        today = self.window.today_at(act.at)
        if isinstance(act.action, Action):
            with Session(self._performer.engine) as session, session.begin():
                return self._performer.units.run(session, [act.action], today, act.user)
        if isinstance(inputs, Mapping):
            return self._performer.perform(act.action, inputs, today, act.user)
        return self._performer.perform_as_one(act.action, inputs, today, act.user)
