"""A site found by its name, equipment by its number in any spelling."""

import pytest

from tests.desk import Desk


@pytest.fixture
def site(desk: Desk) -> int:
    """A ready site of a client whose needs nobody asks about."""
    client = desk.new("client", "clients.add", name="Ромашка", manager="Анна")
    desk.do("clients.needs_not_needed", client=client, reason="знаем всё")
    number = desk.new("site", "clients.add_site", client=client, name="Склад")
    desk.do("clients.set_readiness", site=number, state="ready")
    return number


@pytest.fixture
def barrier(desk: Desk, site: int) -> int:
    """A barrier with a number."""
    return desk.new("asset", "clients.add_asset", site=site, category="barrier", vendor="CAME", serial="АВ-12")


class TestFinding:
    """A site by its name, equipment by its number in any spelling."""

    @pytest.mark.parametrize(
        ("typed", "found"),
        [("Склад", 1), ("СКЛАД", 1), ("скл", 1), ("Ромашка", 1), ("client:1", 1), ("1", 1)],
    )
    def test_a_site(self, desk: Desk, site: int, typed: str, found: int) -> None:
        assert desk.bench.performer.find("site", typed, desk.bench.today()) == found

    @pytest.mark.parametrize(
        ("typed", "code"), [("Лютик", "unknown"), (" ", "unknown"), ("client:1", "ambiguous"), ("скла", "ambiguous")]
    )
    def test_no_site(self, desk: Desk, site: int, typed: str, code: str) -> None:
        desk.do("clients.add_site", client=1, name="Склад 2")
        assert desk.refused("clients.add_lane", site=typed).code == code

    def test_the_whole_name_of_a_site_goes_before_a_part(self, desk: Desk, site: int) -> None:
        desk.do("clients.add_site", client=1, name="Склад 2")
        assert desk.bench.performer.find("site", "склад", desk.bench.today()) == site

    @pytest.mark.parametrize("typed", ["ab12", "АВ12", "ав-12", "B-12Х"])
    def test_equipment(self, desk: Desk, site: int, barrier: int, typed: str) -> None:
        desk.do("clients.add_asset", site=site, category="camera", serial="7В12Х5")
        found = desk.bench.performer.find("asset", typed, desk.bench.today())
        assert found == (2 if "Х" in typed else barrier)

    @pytest.mark.parametrize("typed", ["б/н", "В12", "ZZZZZ"])
    def test_no_equipment(self, desk: Desk, barrier: int, typed: str) -> None:
        assert desk.refused("clients.verify_asset", asset=typed).code == "unknown"

    def test_what_stands_goes_before_what_was_taken_away(self, desk: Desk, site: int, barrier: int) -> None:
        desk.do("clients.asset_state", asset=barrier, state="removed")
        desk.do("clients.add_asset", site=site, category="barrier", serial="AB12", confirm=True)
        assert desk.bench.performer.find("asset", "ав12", desk.bench.today()) == 2
