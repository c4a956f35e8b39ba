"""The rest of the demo's weeks: daily calls to those who have not paid yet, talks, tasks, new clients, overlays."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from cs_workbench.demo import found
from cs_workbench.demo.firms import Firm
from cs_workbench.demo.letter import QueueDemoLetter
from cs_workbench.demo.life import Inputs, Life, one
from cs_workbench.demo.plan import Bill, Plan
from cs_workbench.demo.roles import MOST, PER, Cast, Client, Role
from cs_workbench.demo.sources import Sources
from cs_workbench.domain.collection.records import CallOutcome
from cs_workbench.kernel.dates import next_period

CALLS_A_DAY, TALKS_A_DAY = 3, 2
PROMISE_DAYS = 20


class Office:
    """Plans what managers do beside the debtors' stories and the month's money."""

    def __init__(self, life: Life, cast: Cast, plan: Plan, sources: Sources, seed: int) -> None:
        self._life = life
        self._window = life.window
        self._cast = cast
        self._plan = plan
        self._sources = sources
        self._rng = random.Random(f"{seed}/office")
        self._scale = max(1, round(min(MOST, len(cast.clients) / PER)))
        self._ordinary = [*cast.of(Role.ORDINARY)]

    def plan(self, newcomers: list[Firm]) -> None:
        """Plan all of it."""
        called: set[int] = set()
        for day in self._window.business[:-1]:
            self._calls(day, called)
            self._talks(day)
        self._tasks()
        self._letters()
        self._overlays()
        for place, firm in enumerate(newcomers):
            self._newcomer(firm, -10 + 3 * place)

    # Calls ------------------------------------------------------------------------------------------

    def _calls(self, day: date, called: set[int]) -> None:
        """Reminders to ordinary clients whose fee is called about on this day and who pay later."""
        waiting = [bill for bill in map(self._unpaid, self._ordinary) if bill and self._waits(bill, day)]
        free = [bill for bill in waiting if bill.client.id not in called]
        for bill in self._rng.sample(free, min(len(free), CALLS_A_DAY * self._scale)):
            called.add(bill.client.id)
            self._remind(bill, day)

    def _unpaid(self, client: Client) -> Bill | None:
        """The bill of the month of the run."""
        return self._plan.of(client, self._window.run_period)

    def _waits(self, bill: Bill, day: date) -> bool:
        first = self._window.now.calendar.next_bd(bill.issued_on.replace(day=self._window.now.terms.remind_from))
        return first <= day and bill.paid_on is not None and bill.paid_on >= day

    def _remind(self, bill: Bill, day: date) -> None:
        client, paid_on = bill.client, bill.paid_on or day
        soon = (paid_on - day).days <= PROMISE_DAYS
        known = paid_on <= self._window.covered or paid_on > self._window.now.today
        outcome = CallOutcome.NO_ANSWER
        more: Mapping[str, Any] = {}
        if soon and known and self._rng.random() < 0.6:
            outcome, more = CallOutcome.PROMISED, {"promise_on": paid_on}
        elif self._rng.random() < 0.3:
            outcome = CallOutcome.BUSY
        text = self._rng.choice(self._sources.said[outcome.value])
        inputs = {"client": client.id, "outcome": outcome.value, "text": text, **more}
        self._plan_act(day, self._rng.randrange(10, 17), "collection.log_call", inputs, client)

    def _plan_act(self, day: date, hour: int, action: str, inputs: Inputs, client: Client) -> None:
        self._life.plan(day, hour, self._rng.randrange(60), action, inputs, client.manager)

    # Words ------------------------------------------------------------------------------------------

    def _talks(self, day: date) -> None:
        spoken = [*self._ordinary, *self._cast.of(Role.UNASSIGNED, Role.KEPT, Role.CREDIT, Role.REPRICED)]
        for client in self._rng.sample(spoken, min(len(spoken), TALKS_A_DAY * self._scale)):
            said = self._rng.random() < 0.75
            text = self._rng.choice(self._sources.said["talks" if said else "notes"])
            action = "clients.log_talk" if said else "clients.note"
            self._plan_act(day, self._rng.randrange(10, 18), action, {"client": client.id, "text": text}, client)

    def _tasks(self) -> None:
        said, word, window = self._sources.said, self._sources.word, self._window
        clients = self._rng.sample(self._cast.clients, min(len(self._cast.clients), 12))

        def add(n: int, text: str, on: int | None, place: int | None = None, **more: Any) -> None:
            of = {} if place is None else {"client": clients[place % len(clients)].id}
            due = {} if on is None else {"on": window.day(on)}
            self._life.plan(window.day(n), 17, 10 + len(text) % 40, "tasks.add", {"text": text, **due, **of, **more})

        for place, text in enumerate(said["tasks_today"]):
            add(-2, text, 0, place)
        for place, text in enumerate(said["tasks_late"]):
            add(-7, text, -3 - place, 3 + place)
        for place, text in enumerate(said["tasks_later"]):
            add(-1, text, 2 + place, 5 + place)
        for place, text in enumerate(said["task_done"]):
            add(-9, text, -7 + place, 8 + place)
            self._life.plan(window.day(-7 + place), 13, 20, "tasks.done", one("task", found.task_named(text)))
        add(-9, word["task_weekly"], -4, repeat="каждые 1н")
        self._life.plan(window.day(-4), 17, 45, "tasks.done", one("task", found.task_named(word["task_weekly"])))
        add(-2, word["task_undated"], None, 11)

    def _letters(self) -> None:
        for client in self._cast.of(Role.FAILED_LETTER):
            letter = QueueDemoLetter.to_client(client.firm.email, client.id, self._sources.said["letter"])
            day = self._window.day(-2)
            self._life.plan(day, 11, 10, letter, user=client.manager)
            reason = self._sources.word["letter_failed"]
            failed = one("outbox_message", found.letter_to(client.id), reason=reason)
            self._life.plan(day, 11, 25, "outbox.failed", failed, client.manager)

    def _overlays(self) -> None:
        """Two items put off, one silenced, one held at the top."""
        period, window, said = self._window.now.period, self._window, self._sources.said
        reasons = said["snooze_reasons"]
        for client in self._cast.of(Role.HALF):
            if client.place == 0:
                inputs = {"key": f"PAY-CALL:client:{client.id}:{period}", "until": window.at(window.day(3), 9)}
                self._life.plan(window.day(-1), 17, 30, "tasks.snooze", {**inputs, "reason": reasons[0]})
            if client.place == 1:
                key = f"PAY-CALL:client:{client.id}"
                muted = {"key": key, "reason": self._sources.word["mute_reason"], "until": window.day(10)}
                self._life.plan(window.day(-3), 17, 40, "tasks.mute", muted)
        for client in self._cast.of(Role.BROKEN):
            if client.place == 0:
                promise = one("key", found.last_promise(client.id), "PAY-BROKEN:promise:{}:")
                self._life.plan(window.day(-1), 17, 50, "tasks.pin", promise)
        task, until = found.task_named(said["tasks_late"][1]), window.at(window.day(2), 9)
        snooze = one("key", task, "TASK:task:{}:", until=until, reason=reasons[1])
        self._life.plan(window.day(-1), 17, 35, "tasks.snooze", snooze)

    def _newcomer(self, firm: Firm, n: int) -> None:
        """A client who came in these weeks: added, signed, billed from the next month on."""
        plan, day, person = self._life.plan, self._window.day, firm.people[0]
        known = {"name": firm.name, "inn": firm.inn, "email": firm.email, "source": firm.source}
        plan(day(n), 12, 5, "clients.add", {**known, "manager": self._life.manager})
        contact = {"client": firm.id, "name": person.name, "role": person.role, "email": person.email}
        plan(day(n), 12, 10, "clients.add_contact", contact)
        contract = {"client": firm.id, "number": f"ОБ-{firm.id:03d}/{day(n):%y}", "on": day(n + 2)}
        plan(day(n + 2), 15, 0, "clients.sign_contract", contract)
        fee = {"client": firm.id, "amount": firm.fee, "from_period": next_period(self._window.now.period)}
        plan(day(n + 2), 15, 5, "billing.open_subscription", {**fee, "email": firm.email})
