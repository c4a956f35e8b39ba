"""What a client has on its card: sites with their readiness (row 1.6), and the equipment on them (row 1.5)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.records import GONE, Asset, Site
from cs_workbench.storage.unit import Read


@dataclass(frozen=True)
class AssetRow:
    """A piece of equipment. `expired`: its warranty is over today; `gone`: it was replaced or put away; `unnumbered`:
    there is no serial number on the thing itself.
    """

    id: int
    category: str
    vendor: str
    model: str
    serial: str
    unnumbered: bool
    ours: bool
    state: str
    installed_on: date | None
    warranty_until: date | None
    expired: bool
    gone: bool


@dataclass(frozen=True)
class SiteRow:
    """A site and its equipment; `slips` counts how often its readiness was put off, `slip_reason` says why last."""

    id: int
    name: str
    address: str
    state: str
    expected_on: date | None
    late: bool
    blockers: str
    slips: int
    slip_reason: str
    assets: tuple[AssetRow, ...]


def sites_of(read: Read, client_id: int) -> tuple[SiteRow, ...]:
    """The client's sites by name; on each what stands there first, what is gone last."""
    assets: dict[int, list[AssetRow]] = defaultdict(list)
    for one in read.all(select(Asset).where(col(Asset.client_id) == client_id).order_by(col(Asset.id))):
        assets[one.site_id].append(_asset(one, read.day.today))
    sites = read.all(select(Site).where(col(Site.client_id) == client_id).order_by(col(Site.name_key), col(Site.id)))
    return tuple(_site(one, assets[one.id], read.day.today) for one in sites)


def _site(one: Site, assets: list[AssetRow], today: date) -> SiteRow:
    waited = one.state.value in ("promised", "confirmed")
    return SiteRow(
        one.id,
        one.name,
        one.address or "",
        one.state.value,
        one.expected_on,
        waited and one.expected_on is not None and one.expected_on < today,
        one.blockers,
        one.slips,
        one.slip_reason or "",
        tuple(sorted(assets, key=lambda asset: asset.gone)),
    )


def _asset(one: Asset, today: date) -> AssetRow:
    return AssetRow(
        one.id,
        one.category.value,
        one.vendor or "",
        one.model or "",
        one.serial or "",
        one.unnumbered,
        one.ours,
        one.state.value,
        one.installed_on,
        one.warranty_until,
        one.warranty_until is not None and one.warranty_until < today,
        one.state in GONE,
    )
