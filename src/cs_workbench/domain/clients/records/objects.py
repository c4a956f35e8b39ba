"""Records of what a client has: its sites with their readiness (row 1.6) and the equipment on them (row 1.5)."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlalchemy import CheckConstraint, Index

from cs_workbench.kernel.fields import RefTo
from cs_workbench.storage.record import Record, choice, day, long_text, one_of, open_index, ref, table_args

SiteRef = Annotated[int, RefTo("site")]
AssetRef = Annotated[int, RefTo("asset")]


class Readiness(StrEnum):
    """Whether a site is ready for work; a date that was put off is counted in `Site.slips`."""

    UNKNOWN = "unknown"
    PROMISED = "promised"
    CONFIRMED = "confirmed"
    READY = "ready"


class Category(StrEnum):
    """What a piece of equipment is."""

    BARRIER = "barrier"
    TURNSTILE = "turnstile"
    CAMERA = "camera"
    CONTROLLER = "controller"
    SERVER = "server"
    INTERCOM = "intercom"
    OTHER = "other"


class AssetState(StrEnum):
    """What is known of a piece of equipment: told, seen, at work, broken, put away."""

    REPORTED = "reported"
    VERIFIED = "verified"
    IN_SERVICE = "in_service"
    FAULTY = "faulty"
    REPLACED = "replaced"
    REMOVED = "removed"


GONE = (AssetState.REPLACED, AssetState.REMOVED)
"""States of equipment that is not there any more."""


class Site(Record, table=True):
    """A place of a client where equipment stands or will stand.

    `expected_on` is the day promised or confirmed for its readiness, `slips` how often that day was put off,
    `ask_on` the day on which readiness is asked about next (rule SR-READY), empty where there is nothing to ask.
    """

    title = "Объект"
    __table_args__ = table_args(
        one_of("state", Readiness),
        Index("ix_site_name_key", "name_key"),
        open_index("ix_site_asked", ("ask_on",), "ask_on IS NOT NULL"),
    )

    client_id: int = ref("client")
    name: str
    name_key: str
    address: str | None = None
    state: Readiness = choice(Readiness, default=Readiness.UNKNOWN)
    expected_on: date | None = day(default=None)
    blockers: str = long_text(default="")
    slips: int = 0
    slip_reason: str | None = None
    ask_on: date | None = day(default=None)
    created_on: date = day()


class Asset(Record, table=True):
    """A piece of equipment on a site; `client_id` is the site's.

    `serial_key` is the serial number with look-alike letters made one (А and A, В and B, С and C, О and 0), empty
    where the number is missing on the thing itself (`unnumbered`). `warranty_told` says that the end of the warranty
    has been dealt with (rule AS-WAR).
    """

    title = "Оборудование"
    __table_args__ = table_args(
        one_of("category", Category),
        one_of("state", AssetState),
        CheckConstraint("warranty_until >= installed_on", name="warranty"),
        Index("ix_asset_serial_key", "serial_key"),
        open_index(
            "ix_asset_warranty",
            ("warranty_until",),
            "warranty_told = 0 AND warranty_until IS NOT NULL",
        ),
    )

    client_id: int = ref("client")
    site_id: int = ref("site")
    category: Category = choice(Category)
    vendor: str | None = None
    model: str | None = None
    serial: str | None = None
    serial_key: str | None = None
    unnumbered: bool = False
    ours: bool = False
    installed_on: date | None = day(default=None)
    warranty_until: date | None = day(default=None)
    warranty_told: bool = False
    state: AssetState = choice(AssetState, default=AssetState.REPORTED)
    replaced_by: int | None = ref("asset", default=None)
    created_on: date = day()
