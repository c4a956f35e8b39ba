"""The whole card of a client: who it is, what it owes, how it stands, what comes next, what happened."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from cs_workbench.domain.showing import as_json, of_client, one
from cs_workbench.domain.standing import health_terms
from cs_workbench.kernel.queue import Item
from cs_workbench.storage.rank import word
from cs_workbench.storage.standing import client_standing
from cs_workbench.storage.unit import Read

LISTS = {
    "contacts": "contact",
    "sites": "site",
    "assets": "asset",
    "subscriptions": "subscription",
    "invoices": "invoice",
    "promises": "promise",
    "requests": "request",
    "conflicts": "conflict",
}

TIMELINE: Mapping[str, tuple[str, str]] = {
    "note": ("created_at", "text"),
    "talk": ("at", "text"),
    "call_attempt": ("at", "text"),
    "promise": ("made_at", "on"),
    "payment": ("created_at", "sum"),
    "invoice": ("issued_on", "number"),
    "contract": ("signed_on", "number"),
    "hold": ("created_on", "reason"),
    "request": ("received_at", "text"),
    "handover": ("sent_at", "package"),
    "conflict": ("opened_at", "demand"),
    "proposal": ("offered_on", "options"),
}
"""Records of the timeline: the field of their time and the field that tells most."""


def standing_of(read: Read, client_id: int) -> Mapping[str, Any]:
    """A client's row of the standing, with `untouched` beside it."""
    untouched = (client_standing.c.last_touch < word("day_m60")).label("untouched")
    wanted = select(client_standing, untouched).where(client_standing.c.client_id == client_id)
    row = read.session.connection().execute(wanted, {"day_m60": read.day.word("day_m60")}).mappings().one()
    return dict(row)


def client_card(read: Read, client_id: int, next_item: Item | None, timeline: int = 100) -> dict[str, Any]:
    """The card as JSON values: the client's own fields and `debt`, `health`, `health_terms`, `next`, the lists, `needs`
    (null where nobody asked yet) and the `timeline`.
    """
    card = one(read, "client", client_id)
    stands = standing_of(read, client_id)
    card["debt"] = as_json(stands["debt"])
    card["health"] = stands["health"]
    card["health_terms"] = health_terms(stands)
    card["last_touch"] = as_json(stands["last_touch"])
    card["next"] = next_item and {
        "rule": next_item.rule,
        "text": next_item.text,
        "due": as_json(next_item.due),
        "key": next_item.key,
    }
    for name, record in LISTS.items():
        card[name] = of_client(read, record, client_id)
    needs = of_client(read, "needs_profile", client_id)
    card["needs"] = needs[0] if needs else None
    card["timeline"] = timeline_of(read, client_id, timeline)
    return card


def timeline_of(read: Read, client_id: int, limit: int = 100) -> list[dict[str, Any]]:
    """What happened with a client, newest first: `{at, record, id, text}` with the row's other fields."""
    found = []
    for record, (at, text) in TIMELINE.items():
        for row in of_client(read, record, client_id, newest_first=True, limit=limit):
            found.append({"at": row[at], "record": record, "id": row["id"], "text": row[text] or "", "fields": row})
    found.sort(key=lambda event: (event["at"], event["record"], event["id"]), reverse=True)
    return found[:limit]
