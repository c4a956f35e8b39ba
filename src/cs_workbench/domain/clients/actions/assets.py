"""The equipment on a client's sites: what it is, whether it was seen, what became of it (row 1.5)."""

from collections.abc import Mapping
from enum import StrEnum

from cs_workbench.domain.clients.equipment import (
    checked_serial,
    doubt_dates,
    name_of,
    refuse_gone,
    refuse_twin,
    standing_asset,
    where_it_stands,
)
from cs_workbench.domain.clients.records import Asset, AssetRef, AssetState, Category, Site, SiteRef
from cs_workbench.kernel.action import Action, Facts, FollowUp, Outcome
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.errors import Refusal, caught
from cs_workbench.kernel.fields import Day, Line, YesNo
from cs_workbench.storage.unit import Read, Work


class AddAsset(Action):
    """A piece of equipment as it was told of. A serial number stands at one place; `б/н` may at many."""

    facts = Facts("clients.add_asset", "Добавить оборудование", ("1.5",), phrases=("оборудование",))

    site: SiteRef
    category: Category
    vendor: Line | None = None
    model: Line | None = None
    serial: Line | None = None
    ours: YesNo = False
    installed_on: Day | None = None
    warranty_until: Day | None = None

    def apply(self, work: Work) -> Outcome:
        site = work.get(Site, self.site)
        doubt_dates(work, self.installed_on, self.warranty_until)
        serial_key, unnumbered = checked_serial(work, self.serial)
        asset = work.add(
            Asset(
                **self.model_dump(exclude={"confirm", "site"}),
                client_id=site.client_id,
                site_id=site.id,
                serial_key=serial_key,
                unnumbered=unnumbered,
                created_on=work.day.today,
            )
        )
        mark = " Номера на нём нет." if unnumbered else ""
        return Outcome(f"Записано: {name_of(asset)}, объект «{site.name}».{mark}")


class AddLane(Action):
    """A lane in one act: a barrier, a camera and a controller, told of and not seen yet."""

    facts = Facts("clients.add_lane", "Добавить проезд", ("1.5",), phrases=("проезд",))

    site: SiteRef

    def apply(self, work: Work) -> Outcome:
        site = work.get(Site, self.site)
        for category in (Category.BARRIER, Category.CAMERA, Category.CONTROLLER):
            work.add(Asset(client_id=site.client_id, site_id=site.id, category=category, created_on=work.day.today))
        return Outcome(f"Проезд записан: шлагбаум, камера и контроллер, объект «{site.name}».")


class VerifyAsset(Action):
    """Somebody has made sure that the equipment is what was told of."""

    facts = Facts("clients.verify_asset", "Оборудование проверено", ("1.5",), phrases=("проверено",), batch=True)

    asset: AssetRef

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return caught(lambda: _told_of(read, subject["asset"]))

    def apply(self, work: Work) -> Outcome:
        asset = _told_of(work, self.asset)
        asset.state = AssetState.VERIFIED
        return Outcome(f"Проверено: {name_of(asset)}.")


def _told_of(read: Read, number: int) -> Asset:
    """Equipment that nobody has seen yet; refused otherwise."""
    asset = standing_asset(read, number)
    if asset.state != AssetState.REPORTED:
        raise Refusal("already", f"{name_of(asset)}: уже проверено.", "asset")
    return asset


class ReplaceAsset(Action):
    """Another thing of the same kind in its place: the old one is `replaced` and names the new, which we have seen."""

    facts = Facts("clients.replace_asset", "Заменить оборудование", ("1.5",), phrases=("замена",))

    asset: AssetRef
    serial: Line
    model: Line | None = None
    warranty_until: Day | None = None

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return caught(lambda: standing_asset(read, subject["asset"]))

    def apply(self, work: Work) -> Outcome:
        old = standing_asset(work, self.asset)
        today = work.day.today
        doubt_dates(work, today, self.warranty_until)
        serial_key, unnumbered = checked_serial(work, self.serial)
        new = work.add(
            Asset(
                client_id=old.client_id,
                site_id=old.site_id,
                category=old.category,
                vendor=old.vendor,
                model=self.model or old.model,
                serial=self.serial,
                serial_key=serial_key,
                unnumbered=unnumbered,
                ours=old.ours,
                installed_on=today,
                warranty_until=self.warranty_until,
                state=AssetState.VERIFIED,
                created_on=today,
            )
        )
        old.state, old.replaced_by = AssetState.REPLACED, new.id
        return Outcome(f"Заменено: {name_of(old)} на {name_of(new)}, {where_it_stands(work, new)}.")


class NewState(StrEnum):
    """What may become of equipment beside being verified and replaced."""

    IN_SERVICE = "in_service"
    FAULTY = "faulty"
    REMOVED = "removed"


STATE_WORDS = {NewState.IN_SERVICE: "работает", NewState.FAULTY: "неисправно", NewState.REMOVED: "снято"}


class SetAssetState(Action):
    """Equipment works, is broken, or was taken away; what was taken away may come back."""

    facts = Facts("clients.asset_state", "Состояние оборудования", ("1.5",), phrases=("состояние",), batch=True)

    asset: AssetRef
    state: NewState

    def apply(self, work: Work) -> Outcome:
        asset = work.get(Asset, self.asset)
        state = AssetState(self.state)
        if asset.state == AssetState.REPLACED:
            refuse_gone(work, asset)
        if asset.state == state:
            raise Refusal("already", f"{name_of(asset)}: уже отмечено, {STATE_WORDS[self.state]}.", "state")
        if asset.state == AssetState.REMOVED:
            refuse_twin(work, asset.serial_key, "asset")
        asset.state = state
        return Outcome(f"{name_of(asset)}: {STATE_WORDS[self.state]}.")


class WarrantyTold(Action):
    """The end of a warranty has been dealt with; it is an occasion to offer something (row 14.3)."""

    facts = Facts("clients.warranty_told", "О гарантии поговорили", ("1.5", "14.3"), phrases=("гарантия",), batch=True)

    asset: AssetRef

    def apply(self, work: Work) -> Outcome:
        asset = work.get(Asset, self.asset)
        if asset.warranty_until is None:
            raise Refusal("no_warranty", f"{name_of(asset)}: срок гарантии не записан.", "asset")
        if asset.warranty_told:
            raise Refusal("already", f"{name_of(asset)}: о гарантии уже поговорили.", "asset")
        asset.warranty_told = True
        until = day_text(asset.warranty_until)
        idea = f"Гарантия до {until}: {name_of(asset)}"
        offer = FollowUp("deals.spot", {"client": asset.client_id, "idea": idea}, "предложить продление или замену")
        return Outcome(f"Отмечено: о гарантии до {until} поговорили, {name_of(asset)}.", (offer,))
