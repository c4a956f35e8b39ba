"""What the demo's clients have: sites with their equipment, and what is known of their needs; rows for `past.py`.

Numbers are invented; a site's place in its list is its id, as everywhere in the past.
"""

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property

from cs_workbench.demo.roles import Cast, Client, Role
from cs_workbench.demo.sources import Sources
from cs_workbench.demo.storing import Row
from cs_workbench.demo.window import Window
from cs_workbench.domain.clients.records import AssetState, Category, NeedsState, Readiness
from cs_workbench.kernel.serial import serial_key
from cs_workbench.kernel.text import fold

LANE = (Category.BARRIER, Category.CAMERA, Category.CONTROLLER)
"""What stands on a drive; a doorway has a turnstile and a controller."""

DOORWAY = (Category.TURNSTILE, Category.CONTROLLER)
WARRANTY_DAYS = 730
SOON = 3
"""So many pieces of equipment lose their warranty within the month."""


class Things:
    """Rows of sites, equipment and needs."""

    def __init__(self, cast: Cast, window: Window, sources: Sources, seed: int, born: date) -> None:
        self._cast = cast
        self._window = window
        self._sources = sources
        self._seed = seed
        self._born = born

    @cached_property
    def _places(self) -> list[tuple[Client, int]]:
        """Every site by its client, with its number there."""
        rng = random.Random(f"{self._seed}/sites")
        return [(client, n) for client in self._cast.clients for n in range(2 if rng.random() < 0.2 else 1)]

    def sites(self) -> Iterator[Row]:
        """The sites: all are at work."""
        names = self._sources.said["sites"]
        for client, n in self._places:
            name = names[(client.id + n) % len(names)]
            yield {
                "client_id": client.id,
                "name": name,
                "name_key": fold(name),
                "address": f"{self._sources.said['streets'][client.id % 7]}, {client.id % 90 + 1}",
                "state": Readiness.READY,
                "created_on": self._born,
            }

    def assets(self) -> Iterator[Row]:
        """The equipment, two years of warranty; a few lose it this month."""
        rng = random.Random(f"{self._seed}/assets")
        number = 0
        for site, (client, _) in enumerate(self._places, 1):
            kinds = [kind for _ in range(rng.choice((1, 1, 2))) for kind in (LANE if rng.random() < 0.8 else DOORWAY)]
            for kind in (*kinds, *([Category.SERVER] if rng.random() < 0.2 else [])):
                number += 1
                yield self._asset(rng, number, site, client, kind)

    def _asset(self, rng: random.Random, number: int, site: int, client: Client, kind: Category) -> Row:
        model = rng.choice(self._sources.said[f"models_{kind.value}"])
        serial = f"{model.split('-')[-1]}-{260_000 + number * 7}"
        until = self._window.now.today + timedelta(days=number if number <= SOON else 60 + number % 600)
        return {
            "client_id": client.id,
            "site_id": site,
            "category": kind,
            "vendor": self._sources.word["vendor"],
            "model": model,
            "serial": serial,
            "serial_key": serial_key(serial),
            "ours": True,
            "installed_on": until - timedelta(days=WARRANTY_DAYS),
            "warranty_until": until,
            "state": AssetState.IN_SERVICE,
            "created_on": self._born,
        }

    def asks_on(self, client: Client) -> date | None:
        """The day on which its needs are asked about again: of a few clients only a part is known."""
        if self._half_known(client):
            return self._window.day(-client.id % 3)
        return None

    def _half_known(self, client: Client) -> bool:
        return client.role is Role.ORDINARY and client.id % 16 == 0

    def needs(self) -> Iterator[Row]:
        """The answers of the first talk."""
        said = self._sources.said
        for client in self._cast.clients:
            known: Mapping[str, object] = {
                "goals": said["goals"][client.id % len(said["goals"])],
                "lanes": client.id % 3 + 1,
                "state": NeedsState.PARTIAL,
                "filled_pct": 29,
            }
            if not self._half_known(client):
                known = {
                    **known,
                    "pains": said["pains"][client.id % len(said["pains"])],
                    "users": 20 + client.id * 13 % 300,
                    "integration": said["integrations"][client.id % len(said["integrations"])],
                    "decision_maker": client.firm.people[0].name,
                    "source": client.firm.source,
                    "state": NeedsState.COMPLETE,
                    "filled_pct": 100,
                }
            yield {"client_id": client.id, "changed_on": self._born, **known}
