"""The duty selects of clients: what stands in the queue for each rule of `rules.py`."""

from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select, union
from sqlmodel import col

from cs_workbench.domain.clients.records import GONE, Asset, Client, NeedsProfile, Site, Talk
from cs_workbench.storage.rank import duty, word
from cs_workbench.storage.standing import client_standing

_standing = client_standing.c
_of_client: dict[str, Any] = {
    "client_id": Client.id,
    "client": Client.name,
    "name_key": Client.name_key,
    "health": _standing.health,
}


def _with_standing(wanted: Select[Any]) -> Select[Any]:
    return wanted.join(client_standing, _standing.client_id == col(Client.id))


def np_empty() -> Select[Any]:
    """Clients on the day on which their needs are asked about, and after it."""
    columns = duty(
        **_of_client,
        record_id=Client.id,
        due=Client.needs_ask_on,
        since=Client.created_on,
        facts=[func.coalesce(NeedsProfile.filled_pct, 0).label("filled_pct")],
    )
    profile = col(NeedsProfile.client_id) == col(Client.id)
    wanted = _with_standing(select(*columns).select_from(Client)).join(NeedsProfile, profile, isouter=True)
    return wanted.where(col(Client.needs_ask_on) <= word("today"))


def _sites(promised: int, *conditions: ColumnElement[bool]) -> Select[Any]:
    columns = duty(
        **_of_client,
        record_id=Site.id,
        due=Site.ask_on,
        since=Site.created_on,
        promised=promised,
        facts=[
            col(Site.name).label("site"),
            col(Site.state).label("state"),
            col(Site.expected_on).label("expected_on"),
            col(Site.slips).label("slips"),
            col(Site.slip_reason).label("reason"),
        ],
    )
    wanted = select(*columns).select_from(Site).join(Client, col(Client.id) == col(Site.client_id))
    return _with_standing(wanted).where(col(Site.ask_on) <= word("today"), *conditions)


def sr_ready() -> Select[Any]:
    """Sites on the day on which their readiness is asked about, and after it."""
    return _sites(0, col(Site.slips) < 2)


def sr_slipped() -> Select[Any]:
    """The same where the day was put off twice: a broken promise."""
    return _sites(2, col(Site.slips) >= 2)


def as_war() -> Select[Any]:
    """Equipment that stands and whose warranty ends within thirty calendar days, until somebody spoke about it."""
    columns = duty(
        **_of_client,
        record_id=Asset.id,
        due=Asset.warranty_until,
        since=Asset.warranty_until,
        facts=[
            *(col(getattr(Asset, name)).label(name) for name in ("category", "vendor", "model", "serial")),
            col(Site.name).label("site"),
        ],
    )
    wanted = select(*columns).select_from(Asset).join(Site, col(Site.id) == col(Asset.site_id))
    return _with_standing(wanted.join(Client, col(Client.id) == col(Asset.client_id))).where(
        ~col(Asset.warranty_told), col(Asset.warranty_until) <= word("day_30"), col(Asset.state).not_in(GONE)
    )


def uc_tch() -> Select[Any]:
    """Clients for whom nobody answers and who were not touched for 45 calendar days; money and low health decide."""
    columns = duty(
        **_of_client,
        record_id=Client.id,
        due=word("today"),
        since=_standing.last_touch,
        amount=_standing.debt,
        facts=[_standing.last_touch.label("last_touch")],
    )
    nobodys = col(Client.manager).is_(None)
    return _with_standing(select(*columns).select_from(Client)).where(nobodys, _standing.last_touch <= word("day_m45"))


def uc_handled() -> Select[Any]:
    """How many of them were dealt with today: somebody spoke with them, or took them, after 45 days of silence.

    A call about a debt, and a request, are touches of later areas and are not seen here.
    """
    today, long_ago = word("today"), word("day_m45")
    spoken = select(col(Talk.client_id)).where(col(Talk.on) == today)
    lately = exists().where(col(Talk.client_id) == col(Client.id), col(Talk.on) > long_ago, col(Talk.on) < today)
    dealt_with = union(
        select(col(Client.id)).where(col(Client.id).in_(spoken), col(Client.manager).is_(None)),
        select(col(Client.id)).where(col(Client.assigned_on) == today),
    )
    return select(func.count(col(Client.id))).where(
        col(Client.id).in_(dealt_with), col(Client.created_on) <= long_ago, ~lately
    )
