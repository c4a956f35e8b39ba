"""What can be done with a row of a client's card, by the record in its key, and what is added on each tab."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

ANSWERS: Mapping[str, Sequence[str]] = {
    "invoice": (
        "billing.send_invoice",
        "billing.set_number",
        "billing.replace_invoice",
        "billing.cancel_invoice",
        "billing.write_off",
        "collection.hold",
    ),
    "promise": ("collection.cancel_promise",),
    "client_credit": ("billing.apply_credit",),
    "subscription": ("billing.change_price", "billing.pause", "billing.end"),
    "payment": ("billing.allocate",),
    "request": (
        "requests.take",
        "requests.hand_over",
        "requests.add_text",
        "requests.wait",
        "requests.resolve",
        "requests.close",
        "requests.propose",
        "requests.reopen",
        "requests.mark_duplicate",
    ),
    "handover": (
        "requests.record_answer",
        "requests.tell_client",
        "requests.acknowledge",
        "requests.return_handover",
    ),
    "proposal": ("requests.proposal_answer",),
    "conflict": (
        "requests.conflict_contacted",
        "requests.conflict_step",
        "requests.close_conflict",
        "requests.escalate_conflict",
    ),
    "site": ("clients.set_readiness", "clients.add_asset", "clients.add_lane"),
    "asset": ("clients.verify_asset", "clients.replace_asset", "clients.asset_state", "clients.warranty_told"),
    "need": ("clients.record_needs", "clients.needs_not_needed"),
}
"""The actions that Enter offers; one that its record's state forbids now is left out."""

ADDS: Mapping[str, Sequence[str]] = {
    "people": ("clients.add_contact",),
    "asked": ("requests.register", "requests.open_conflict"),
    "objects": ("clients.add_site", "clients.add_asset", "clients.add_lane"),
    "needs": ("clients.record_needs",),
}
"""What `a` adds on a tab; anything on the others."""

TAB_OF: Mapping[str, str] = {
    "invoice": "money",
    "payment": "money",
    "promise": "money",
    "request": "asked",
    "handover": "asked",
    "conflict": "asked",
    "proposal": "asked",
    "site": "objects",
    "asset": "objects",
    "contact": "people",
    "note": "feed",
    "talk": "feed",
}
"""The tab on which a record stands."""


class RowOf(NamedTuple):
    """The record of a row and its id (0 for a question of the needs)."""

    record: str
    id: int


def row_of(key: str) -> RowOf | None:
    """What a key of a row says; None of a heading."""
    record, _, number = key.partition(":")
    if record not in ANSWERS:
        return None
    return RowOf(record, int(number) if number.isdigit() else 0)
