"""Records of the clients area: people (`people`), what a client has (`objects`), what it needs (`needs`)."""

from cs_workbench.domain.clients.records.needs import ColumnProfile, NeedsProfile, NeedsState
from cs_workbench.domain.clients.records.objects import (
    GONE,
    Asset,
    AssetRef,
    AssetState,
    Category,
    Readiness,
    Site,
    SiteRef,
)
from cs_workbench.domain.clients.records.people import (
    Channel,
    Client,
    ClientKind,
    ClientRef,
    ClientState,
    Colleague,
    Contact,
    ContactRef,
    Contract,
    Dept,
    Note,
    Talk,
)

__all__ = [
    "GONE",
    "Asset",
    "AssetRef",
    "AssetState",
    "Category",
    "Channel",
    "Client",
    "ClientKind",
    "ClientRef",
    "ClientState",
    "Colleague",
    "ColumnProfile",
    "Contact",
    "ContactRef",
    "Contract",
    "Dept",
    "NeedsProfile",
    "NeedsState",
    "Note",
    "Readiness",
    "Site",
    "SiteRef",
    "Talk",
]
