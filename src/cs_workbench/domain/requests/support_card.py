"""The card of a request for a department (row 1.2): the fields of its template, and the facts that it lacks.

`actions/handovers.py` keeps the text made of it with the handover; `y` copies one made anew.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.records import (
    GONE,
    Asset,
    AssetState,
    Category,
    Client,
    Contact,
    Dept,
    NeedsProfile,
    NeedsState,
    Site,
)
from cs_workbench.domain.clients.rules import asset_name
from cs_workbench.domain.requests.records import Request
from cs_workbench.domain.requests.rules.wording import KINDS, SEVERITIES
from cs_workbench.kernel.dates import moment_text
from cs_workbench.kernel.phone import phone_text
from cs_workbench.kernel.text import count
from cs_workbench.kernel.texts import Draft, Fields, Line
from cs_workbench.storage.unit import Read

SITES, ASSETS = 10, 40
"""The most sites and pieces of equipment that a card names; the others are counted."""

FOR: Mapping[Dept, str] = {
    Dept.SUPPORT: "техподдержки",
    Dept.SALES: "отдела продаж",
    Dept.LAW: "юристов",
    Dept.ACCOUNTING: "бухгалтерии",
    Dept.WAREHOUSE: "склада",
    Dept.CREW: "монтажников",
    Dept.MARKETING: "маркетинга",
    Dept.HEAD: "руководства",
}

_WHO = ("client", "contact", "phone")
_WHERE = (*_WHO, "address", "assets")
_WANTED: Mapping[Dept, Sequence[str]] = {Dept.SUPPORT: (*_WHERE, "server", "integration", "problem"), Dept.CREW: _WHERE}
_NAMES = {
    "client": "клиент",
    "contact": "контактное лицо",
    "phone": "телефон",
    "address": "адрес объекта",
    "assets": "оборудование",
    "server": "формат сервера",
    "integration": "интеграция",
    "problem": "что случилось",
}
_NEEDED = ("клиент", "оборудование", "формат сервера", "интеграция")


class _Things(NamedTuple):
    """Where a client's equipment stands, and what it is; what is gone is left out, what is broken comes first."""

    sites: tuple[Site, ...]
    assets: tuple[Asset, ...]


def request_card(read: Read, request: Request, dept: Dept = Dept.SUPPORT, remark: str | None = None) -> Draft:
    """The card of a request for a department as things stand; `remark` is what the manager adds."""
    client = None if request.client_id is None else read.get(Client, request.client_id)
    asked = {
        "number": str(request.id),
        "problem": request.text,
        "kind": KINDS[request.kind],
        "severity": SEVERITIES[request.severity],
        "since": moment_text(request.received_at),
        "remark": remark or "",
    }
    return _draft(read, client, _contact(read, client, request.contact_id), request.phone, asked, dept)


def client_card(read: Read, client: Client) -> Draft:
    """The card of a client about whom nothing is asked yet, for support."""
    asked = dict.fromkeys(("number", "problem", "kind", "severity", "since", "remark"), "")
    return _draft(read, client, _contact(read, client, None), None, asked, Dept.SUPPORT)


def needed(draft: Draft) -> tuple[str, ...]:
    """Of what a card lacks, the facts without which support sends a question back."""
    return tuple(name for name in draft.missing if name in _NEEDED) if draft.fields["to"] == FOR[Dept.SUPPORT] else ()


def _draft(
    read: Read, client: Client | None, contact: Contact | None, phone: str | None, asked: Mapping[str, str], dept: Dept
) -> Draft:
    things = _things(read, client)
    spoken = phone or (contact and contact.phone) or (client and client.phone) or ""
    said: Fields = {
        **asked,
        "to": FOR[dept],
        "client": client.name if client else "",
        "inn": (client and client.inn) or "",
        "contact": ", ".join(part for part in (contact.name, contact.role) if part) if contact else "",
        "phone": phone_text(spoken) if spoken else "",
        "sites": [_site(one) for one in things.sites[:SITES]],
        "more_sites": _more(len(things.sites) - SITES, "объект", "объекта", "объектов"),
        "assets": [_asset(one, things) for one in things.assets[:ASSETS]],
        "more_assets": _more(len(things.assets) - ASSETS, "единица", "единицы", "единиц"),
        "server": ", ".join(filter(None, (_model(one) for one in things.assets if one.category is Category.SERVER))),
        "integration": _integration(read, client),
    }
    known = {**said, "address": any(site.address for site in things.sites)}
    missing = tuple(_NAMES[name] for name in _WANTED.get(dept, _WHO) if not known[name])
    about = f"обращение № {asked['number']}" if asked["number"] else "клиент"
    what = f"карточка для {FOR[dept]}: {about}{f', {client.name}' if client else ''}"
    return Draft("support_card", {**said, "missing": [{"what": name} for name in missing]}, what, missing)


def _contact(read: Read, client: Client | None, contact_id: int | None) -> Contact | None:
    """Who asked; else the main of the client's contacts who speaks for it."""
    if contact_id is not None:
        return read.get(Contact, contact_id)
    if client is None:
        return None
    wanted = select(Contact).where(col(Contact.client_id) == client.id, col(Contact.wrong).is_(False))
    return read.first(wanted.order_by(col(Contact.primary).desc(), col(Contact.id)))


def _things(read: Read, client: Client | None) -> _Things:
    if client is None:
        return _Things((), ())
    sites = read.all(select(Site).where(col(Site.client_id) == client.id).order_by(col(Site.id)))
    wanted = select(Asset).where(col(Asset.client_id) == client.id, col(Asset.state).not_in(GONE))
    assets = read.all(wanted.order_by(col(Asset.site_id), col(Asset.id)))
    return _Things(tuple(sites), tuple(sorted(assets, key=lambda one: one.state is not AssetState.FAULTY)))


def _site(site: Site) -> Line:
    return {"name": site.name, "address": site.address or ""}


def _asset(asset: Asset, things: _Things) -> Line:
    several = len(things.sites) > 1
    return {
        "name": asset_name(asset.category, asset.vendor, asset.model),
        "serial": asset.serial or "",
        "site": next((site.name for site in things.sites if several and site.id == asset.site_id), ""),
        "faulty": asset.state is AssetState.FAULTY,
    }


def _model(asset: Asset) -> str:
    return " ".join(part for part in (asset.vendor, asset.model) if part)


def _integration(read: Read, client: Client | None) -> str:
    """What the client's system works with; who was not to be asked needs none."""
    if client is None:
        return ""
    needs = read.first(select(NeedsProfile).where(col(NeedsProfile.client_id) == client.id))
    if needs is None:
        return ""
    return needs.integration or ("не нужна" if needs.state is NeedsState.NOT_NEEDED else "")


def _more(left: int, one: str, few: str, many: str) -> str:
    return f"и ещё {count(left, one, few, many)}" if left > 0 else ""
