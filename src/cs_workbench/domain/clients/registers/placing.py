"""Carries out the plan of a register of equipment: new sites, then what stands on them. Nothing is decided here."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.records import Asset, Readiness
from cs_workbench.domain.clients.registers.book import Place
from cs_workbench.domain.clients.registers.storing import store_places
from cs_workbench.domain.clients.registers.telling import STEP
from cs_workbench.domain.clients.registers.things import Thing
from cs_workbench.storage.unit import Work


def place_things(work: Work, touched: Sequence[Thing]) -> None:
    """Store what a plan touched; a word of progress for each few hundred."""
    for start in range(0, len(touched), STEP):
        work.progress(len(touched) + start, 2 * len(touched))
        group = touched[start : start + STEP]
        owners = {id(thing.card): thing.card for thing in group}
        store_places(work, list(owners.values()), Readiness.READY)
        work.add_values(Asset, [_asset(work, thing) for thing in group if not thing.id])
        _change(work, [thing for thing in group if thing.id])
    work.progress(2 * len(touched), 2 * len(touched))


def _asset(work: Work, thing: Thing) -> dict[str, Any]:
    """A warranty that is over already is nothing to be told of."""
    return {
        "client_id": thing.card.id,
        "site_id": thing.place.id,
        "category": thing.category,
        "vendor": thing.vendor,
        "model": thing.model,
        "serial": thing.serial,
        "serial_key": thing.key,
        "unnumbered": thing.unnumbered,
        "ours": thing.ours,
        "installed_on": thing.installed_on,
        "warranty_until": thing.warranty_until,
        "warranty_told": thing.warranty_until is not None and thing.warranty_until < work.day.today,
        "created_on": work.day.today,
    }


def _change(work: Work, things: Sequence[Thing]) -> None:
    wanted = {thing.id: thing.changes or {} for thing in things}
    for asset in work.all(select(Asset).where(col(Asset.id).in_(list(wanted)))) if wanted else ():
        for name, value in wanted[asset.id].items():
            if isinstance(value, Place):
                asset.site_id = value.id
            else:
                setattr(asset, name, value)
        if "warranty_until" in wanted[asset.id]:
            asset.warranty_told = asset.warranty_until is not None and asset.warranty_until < work.day.today
    work.session.flush()
