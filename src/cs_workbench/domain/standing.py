"""How a client's standing is reckoned: each area gives its parts, health is made of them (`processes.ru.md` 2.16).

An area's repository exposes `STANDING`: names of columns to scalar selects correlated to `Client`. Areas that do not
exist yet add nothing. `storage/standing.py` holds the table and rewrites it.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, case, select

from cs_workbench.domain.billing.repository.standing import STANDING as BILLING
from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.clients.repository import STANDING as CLIENTS
from cs_workbench.domain.collection.repository.standing import STANDING as COLLECTION
from cs_workbench.domain.requests.repository.standing import STANDING as REQUESTS
from cs_workbench.storage.rank import word
from cs_workbench.storage.standing import StandingWriter, client_standing

PARTS: Mapping[str, ColumnElement[Any]] = {**CLIENTS, **REQUESTS, **BILLING, **COLLECTION}

HEALTH_WEIGHTS = {"overdue_months": -15, "broken_90": -10, "conflicts": -15, "untouched": -5}
"""Points for each month of debt overdue, each promise broken in 90 days, each open conflict, and no touch in 60
days.
"""


def health_terms(stands: Mapping[str, Any]) -> dict[str, int]:
    """Health taken apart: 100 and what each fact of a client's standing takes away; their sum, held within 0…100, is
    the health.
    """
    counts = {name: int(stands[name]) for name in HEALTH_WEIGHTS}
    return {"start": 100, **{name: HEALTH_WEIGHTS[name] * number for name, number in counts.items() if number}}


def _reckoning() -> Any:
    inner = select(Client.id.label("client_id"), *(part.label(name) for name, part in PARTS.items())).subquery()  # type: ignore[attr-defined]
    touched: Any = inner.c.last_talk
    for other in (inner.c.last_call, inner.c.last_request):
        touched = case((other > touched, other), else_=touched)
    raw = (
        100
        + HEALTH_WEIGHTS["overdue_months"] * inner.c.overdue_months
        + HEALTH_WEIGHTS["broken_90"] * inner.c.broken_90
        + HEALTH_WEIGHTS["conflicts"] * inner.c.conflicts
        + case((touched < word("day_m60"), HEALTH_WEIGHTS["untouched"]), else_=0)
    )
    health = case((raw < 0, 0), else_=raw)
    made = {"last_touch": touched, "health": health}
    names = [column.name for column in client_standing.columns]
    columns = (made[name] if name in made else inner.c[name] for name in names)
    return select(*(column.label(name) for column, name in zip(columns, names, strict=True))), inner.c.client_id


standing = StandingWriter(*_reckoning())
