"""What the actions on equipment share: how a thing is named, whether it stands, whose serial number it is (row 1.5).

The import of a register of equipment uses the same checks.
"""

from datetime import date

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.records import GONE, Asset, AssetState, Client, Site
from cs_workbench.domain.clients.rules import asset_name
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.serial import serial_key
from cs_workbench.storage.unit import Read, Work


def name_of(asset: Asset) -> str:
    """A piece of equipment in words, its serial number among them."""
    return asset_name(asset.category, asset.vendor, asset.model, None if asset.unnumbered else asset.serial)


def where_it_stands(read: Read, asset: Asset) -> str:
    """The site of a piece of equipment and its client."""
    site, client = read.get(Site, asset.site_id), read.get(Client, asset.client_id)
    return f"объект «{site.name}», {client.name}"


def standing_asset(read: Read, number: int) -> Asset:
    """Equipment that stands on its site; what was replaced or taken away is refused."""
    asset = read.get(Asset, number)
    if asset.state in GONE:
        refuse_gone(read, asset)
    return asset


def refuse_gone(read: Read, asset: Asset) -> None:
    """Refuse what no longer stands, saying what took its place."""
    if asset.replaced_by is not None:
        newer = read.get(Asset, asset.replaced_by)
        raise Refusal("gone", f"{name_of(asset)}: заменено на {name_of(newer)} (№ {newer.id}).", "asset")
    raise Refusal("gone", f"{name_of(asset)}: снято с объекта. Сначала отметьте, что оно работает.", "asset")


def checked_serial(work: Work, serial: str | None) -> tuple[str | None, bool]:
    """The key of a serial number and whether the thing has none; the number of another thing is refused."""
    if serial is None:
        return None, False
    key = serial_key(serial) or None
    refuse_twin(work, key, "serial")
    return key, key is None


def refuse_twin(work: Work, key: str | None, field: str) -> None:
    """Refuse a serial number that stands somewhere; ask about one that was replaced or taken away there."""
    if key is None:
        return
    gone = col(Asset.state).in_(GONE)
    others = work.all(select(Asset).where(col(Asset.serial_key) == key).order_by(gone, col(Asset.id)))
    standing = [other for other in others if other.state not in GONE]
    if standing:
        place = where_it_stands(work, standing[0])
        said = f"Номер {standing[0].serial} уже записан: {name_of(standing[0])}, {place}. Проверьте номер."
        raise Refusal("duplicate", said, field)
    if field == "serial" and others:
        was = "заменено" if others[0].state == AssetState.REPLACED else "снято"
        place = where_it_stands(work, others[0])
        work.ask(f"Номер {others[0].serial} был здесь: {place} ({was}). Это то же оборудование на новом месте?", field)


def doubt_dates(work: Work, installed_on: date | None, warranty_until: date | None) -> None:
    """Refuse a warranty that ends before the installation; tell of an installation that is still to come."""
    if installed_on and warranty_until and warranty_until < installed_on:
        said = f"Гарантия до {day_text(warranty_until)} кончается раньше установки {day_text(installed_on)}."
        raise Refusal("warranty", f"{said} Исправьте одну из дат.", "warranty_until")
    if installed_on and installed_on > work.day.today:
        work.warn(f"{day_text(installed_on)} ещё не наступило: проверьте день установки.")
