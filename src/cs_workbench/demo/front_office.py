"""What the demo's clients ask for in these weeks: requests and their handovers, conflicts, proposals, new sites.

A dozen old requests are closed; of the open ones there is one for each thing that the queue watches.
"""

from typing import Any

from cs_workbench.demo import found
from cs_workbench.demo.life import Inputs, Later, Life, one
from cs_workbench.demo.roles import Cast, Client, Role
from cs_workbench.demo.sources import Sources


class FrontOffice:
    """Plans requests; `at` counts business days from today."""

    def __init__(self, life: Life, cast: Cast, sources: Sources) -> None:
        self._life = life
        self._window = life.window
        self._sources = sources
        self._clients = [client for client in cast.of(Role.ORDINARY) if client.manager] or [*cast.clients]
        self._nobodys = [*cast.of(Role.UNASSIGNED)]

    def plan(self) -> None:
        """Plan all of them."""
        for place in range(min(12, len(self._clients))):
            self._closed(place)
        self._new()
        self._handed()
        self._waiting()
        self._conflicts()
        self._proposal()
        self._sites()

    def _client(self, place: int) -> Client:
        return self._clients[place % len(self._clients)]

    def _text(self, place: int) -> str:
        said = self._sources.said["requests"]
        return said[place % len(said)]

    def _act(self, n: int, hour: int, minute: int, action: str, inputs: Inputs | Later, client: Client) -> None:
        self._life.plan(self._window.day(n), hour, minute, action, inputs, client.manager)

    def _ask(self, n: int, hour: int, minute: int, place: int, **more: Any) -> Client:
        """A request of one of the clients; its text is the one of that place."""
        client = self._client(place)
        inputs = {"client": client.id, "kind": "tech", "text": self._text(place), **more}
        self._act(n, hour, minute, "requests.register", inputs, client)
        return client

    def _closed(self, place: int) -> None:
        """Asked, answered at once or by support, told and closed."""
        n, hour = -14 + place, 10 + place % 6
        client = self._ask(n, hour, 5, place, severity="question" if place % 3 else "degraded")
        mine = found.request(client.id)
        if place % 3 == 0:
            self._handover(n, hour, client)
            self._act(n, hour + 1, 40, "requests.record_answer", self._answer(client, place), client)
            self._act(n, hour + 1, 50, "requests.tell_client", one("handover", found.handover(client.id)), client)
        result = {"result": self._sources.said["results"][place % len(self._sources.said["results"])]}
        self._act(n, hour + 2, 0, "requests.resolve", one("request", mine, **result), client)
        self._act(n, hour + 2, 5, "requests.close", one("request", mine), client)

    def _handover(self, n: int, hour: int, client: Client) -> None:
        inputs = one("request", found.request(client.id), dept="support", incomplete=True)
        self._act(n, hour, 20, "requests.hand_over", inputs, client)

    def _answer(self, client: Client, place: int) -> Later:
        said = self._sources.said["answers"]
        return one("handover", found.handover(client.id), answer=said[place % len(said)])

    def _new(self) -> None:
        """Two of this morning: a drive that does not open, and a question; one of a stranger."""
        self._ask(0, 9, 5, 13, severity="stop", channel="call")
        self._ask(0, 9, 20, 14, severity="question", channel="mail")
        stranger = {"kind": "sales", "text": self._sources.word["stranger_asks"], "phone": "+74950009955"}
        self._life.plan(self._window.day(0), 9, 30, "requests.register", stranger)

    def _handed(self) -> None:
        """Support has not answered one in time; has answered another, of which the client does not know yet."""
        late = self._ask(-3, 11, 0, 15, severity="degraded")
        self._handover(-3, 11, late)
        known = self._ask(-2, 15, 0, 16, severity="degraded")
        self._handover(-2, 15, known)
        self._act(-1, 16, 10, "requests.record_answer", self._answer(known, 16), known)

    def _waiting(self) -> None:
        """One whose next step is due, one that waits for the client, one without a next step."""
        due = self._ask(-4, 12, 0, 17)
        step = one("request", found.request(due.id), next_at=self._window.at(self._window.day(0), 9, 30))
        self._act(-4, 12, 10, "requests.take", step, due)
        waits = self._ask(-2, 10, 0, 18)
        until: dict[str, Any] = {"for": "client", "until": self._window.day(3)}
        self._act(-2, 10, 15, "requests.wait", one("request", found.request(waits.id), **until), waits)
        idle = self._ask(-1, 17, 0, 19)
        self._act(-1, 17, 5, "requests.take", one("request", found.request(idle.id)), idle)

    def _conflicts(self) -> None:
        """A critical one of this morning, and one with a next step today."""
        said, step = self._sources.said["demands"], self._sources.word["conflict_step"]
        critical, normal = self._client(20), self._client(21)
        noon, later = self._window.at(self._window.day(0), 12), self._window.at(self._window.day(0), 16)
        self._dispute(0, critical, next_at=noon, severity="critical", demand=said[0], next_step=step)
        before = self._window.at(self._window.day(-1), 12)
        self._dispute(-3, normal, next_at=before, severity="normal", demand=said[1], next_step=step)
        again = one("conflict", found.conflict(normal.id), next_step=step, next_at=later, mood=0)
        self._act(-2, 13, 30, "requests.conflict_contacted", again, normal)

    def _dispute(self, n: int, client: Client, **inputs: Any) -> None:
        self._act(n, 9, 10, "requests.open_conflict", {"client": client.id, **inputs}, client)

    def _proposal(self) -> None:
        """Options that a client nobody answers for was offered some days ago."""
        client = self._nobodys[0] if self._nobodys else self._client(22)
        asked = {"client": client.id, "kind": "sales", "text": self._sources.word["wants_more"]}
        self._act(-4, 14, 0, "requests.register", asked, client)
        options = one("request", found.request(client.id), options="\n".join(self._sources.said["options"]))
        self._act(-4, 15, 0, "requests.propose", options, client)

    def _sites(self) -> None:
        """New sites: one of which nothing is known, one promised for these days, one put off twice."""
        names = self._sources.said["new_sites"]
        for place, name in enumerate(names):
            client = self._client(23 + place)
            self._act(-9, 10, 30 + place, "clients.add_site", {"client": client.id, "name": name}, client)
        if len(names) < 3:
            return
        self._promise(1, names[1], -8, 1)
        for n, on, reason in ((-8, -5, None), (-5, -2, "reason_slip"), (-2, 1, "reason_slip")):
            self._promise(2, names[2], n, on, reason)

    def _promise(self, place: int, name: str, n: int, on: int, reason: str | None = None) -> None:
        client = self._client(23 + place)
        more = {"reason": self._sources.word[reason]} if reason else {}
        site = one("site", found.site(client.id, name), state="promised", expected=self._window.day(on), **more)
        self._act(n, 16, 30, "clients.set_readiness", site, client)
