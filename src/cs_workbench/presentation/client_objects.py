"""Sites and equipment of a client's card as rows. `domain/client_page/objects.py` brings the facts."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.text import count
from cs_workbench.presentation.shapes import Column, Row, Tone
from cs_workbench.presentation.value_words import word

if TYPE_CHECKING:
    from cs_workbench.domain.client_page.objects import AssetRow, SiteRow

COLUMNS = (
    Column("what", "Объект, оборудование"),
    Column("serial", "Серийный №", 18, hide_below=90),
    Column("state", "Состояние"),
    Column("warranty", "Гарантия", 14, hide_below=90),
)
EMPTY = "Объектов нет. a — добавить"


def object_rows(sites: Sequence["SiteRow"]) -> list[Row]:
    """Each site with its equipment under it; keys are `site:id` and `asset:id`."""
    return [row for site in sites for row in _of_site(site)]


def _of_site(site: "SiteRow") -> Iterator[Row]:
    where = ", ".join(part for part in (site.name, site.address) if part)
    tone: Tone = "urgent" if site.late or site.slips > 1 else "good" if site.state == "ready" else "normal"
    yield Row(f"site:{site.id}", (where, "", readiness_words(site), ""), tone)
    for asset in site.assets:
        yield _asset(asset)


def readiness_words(site: "SiteRow") -> str:
    """«готовность обещана на 02.12.2026, 2 срыва, мешает: нет питания»."""
    day = f" на {day_text(site.expected_on)}" if site.expected_on else ""
    said = {
        "unknown": "готовность неизвестна",
        "promised": f"готовность обещана{day}",
        "confirmed": f"готовность подтверждена{day}",
        "ready": "готов",
    }[site.state]
    slips = count(site.slips, "срыв", "срыва", "срывов") if site.slips else ""
    why = f"мешает: {site.blockers}" if site.blockers and site.state != "ready" else ""
    return ", ".join(part for part in (said, "срок прошёл" if site.late else "", slips, why) if part)


def _asset(asset: "AssetRow") -> Row:
    named = " ".join(part for part in (word(asset.category), asset.vendor, asset.model) if part)
    ours = ", наше" if asset.ours else ""
    serial = asset.serial or ("б/н" if asset.unnumbered else "")
    tone: Tone = "quiet" if asset.gone else "urgent" if asset.state == "faulty" else "normal"
    cells = (f"└ {named}{ours}", serial, word(asset.state), _warranty(asset))
    return Row(f"asset:{asset.id}", cells, tone)


def _warranty(asset: "AssetRow") -> str:
    if asset.warranty_until is None:
        return ""
    return "кончилась" if asset.expired else f"до {day_text(asset.warranty_until)}"
