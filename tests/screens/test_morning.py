"""`Сводка` at the first opening of a day, the line of the next appointment, and the word when its time comes."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest

from cs_workbench.screens.morning import MorningScreen
from tests.desk import Desk
from tests.screens.pilot import SMALL, sit_at


@pytest.fixture
def first(furnished: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk that is opened for the first time today."""
    copy(furnished, tmp_path / "desk.db")
    here = Desk(tmp_path, briefing=True)
    yield here
    here.close()


def call_back(desk: Desk, moment: str) -> None:
    """Ромашка asked to be called."""
    desk.do("collection.log_call", client=1, outcome="call_back", callback_at=moment)


async def test_the_first_opening_of_a_day_shows_the_briefing_once(first: Desk) -> None:
    async with sit_at(first) as hands:
        assert isinstance(hands.app.screen, MorningScreen)
        assert hands.at("#head")[0].startswith(" Сводка  вторник 24 ноября")
        assert hands.cursor().startswith("К первому делу")
    async with sit_at(first) as hands:
        assert not isinstance(hands.app.screen, MorningScreen)
    first.at("2026-11-25T09:00")
    async with sit_at(first) as hands:
        assert isinstance(hands.app.screen, MorningScreen)


@pytest.mark.parametrize("key", ["enter", "f2", "escape"])
async def test_the_day_begins_at_the_first_item(first: Desk, key: str) -> None:
    async with sit_at(first, SMALL) as hands:
        await hands.press(key)
        assert hands.app.screen is hands.app.get_screen("today")
        assert hands.cursor().startswith("! Весна")


async def test_an_empty_database_has_no_briefing(tmp_path: Path) -> None:
    desk = Desk(tmp_path, briefing=True)
    async with sit_at(desk) as hands:
        assert not isinstance(hands.app.screen, MorningScreen)
        assert not desk.bench.is_briefed()
    desk.close()


@pytest.mark.parametrize("russian", [False, True])
async def test_a_line_leads_to_its_split_or_client(desk: Desk, russian: bool) -> None:
    async with sit_at(desk, russian=russian) as hands:
        await hands.press("g", "b", "j")
        assert hands.cursor().startswith("Обещали нам: 1")
        await hands.press("enter")
        assert "[Обещано 2]" in hands.at("#splits")[0]
        await hands.press("6", "j", "enter")
        assert hands.app.screen is hands.app.get_screen("client")
        assert hands.sees("Весна")


async def test_money_leads_to_the_till(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press("6")
        while not hands.cursor().startswith("Ждём денег"):
            await hands.press("j")
        await hands.press("enter")
        assert hands.app.screen is hands.app.get_screen("cash")


async def test_the_briefing_follows_what_is_done(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press("6")
        assert hands.sees("Обещали мы: 1")
        desk.do("tasks.done", task=1)
        await hands.look_around()
        desk.at("2026-11-24T10:01")
        desk.do("tasks.add", text="Ещё дело", on="завтра")
        await hands.press("f2", "6")
        await hands.look_around()
        assert not hands.sees("Обещали мы: 1")


async def test_the_next_appointment_stands_over_every_screen(desk: Desk) -> None:
    call_back(desk, "15:00")
    async with sit_at(desk, SMALL) as hands:
        for key in ("2", "3", "6", "7", "f2"):
            await hands.press(key)
            assert hands.at("#next") == [" 15:00 Ромашка: перезвонить"]
        assert hands.shown()[0] == " 15:00 Ромашка: перезвонить"


async def test_without_appointments_there_is_no_such_line(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press("3", "f2")
        assert not hands.app.screen.query("#next")


async def test_a_quiet_word_when_the_time_comes(desk: Desk) -> None:
    call_back(desk, "15:00")
    async with sit_at(desk) as hands:
        rung: list[str] = []
        hands.app.bell = lambda: rung.append("bell")  # type: ignore[method-assign]
        desk.at("2026-11-24T14:59")
        await hands.look_around()
        assert "Пора" not in hands.status()
        desk.at("2026-11-24T15:20")
        await hands.look_around()
        assert hands.status().startswith("▴ Пора: 15:00 Ромашка: перезвонить")
        assert hands.at("#next") == [" Пора: 15:00 Ромашка: перезвонить"]
        hands.app.screen.say("Другое", "good")  # type: ignore[attr-defined]
        desk.at("2026-11-24T15:21")
        await hands.look_around()
        assert hands.status().startswith("+ Другое")
        assert rung == []


async def test_the_bell_rings_where_the_settings_want_it(desk: Desk) -> None:
    call_back(desk, "15:00")
    desk.bench.settings = desk.bench.settings._replace(bell=True)
    async with sit_at(desk) as hands:
        rung: list[str] = []
        hands.app.bell = lambda: rung.append("bell")  # type: ignore[method-assign]
        desk.at("2026-11-24T15:00")
        await hands.look_around()
        assert rung == ["bell"]


async def test_the_line_goes_with_the_last_appointment(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press("c", "3")
        await hands.type("15:00")
        await hands.press("enter")
        assert hands.at("#next")[0].startswith(" 15:00 Весна: перезвонить")
        await hands.press("u")
        assert not hands.app.screen.query_one("#next").display


async def test_a_new_day_says_where_its_briefing_is(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        desk.bench.clock = type(desk.bench.clock)(desk.bench.clock.now().replace(day=25))  # type: ignore[call-arg]
        await hands.look_around()
        assert hands.status().startswith("+ Начался новый день. Сводка: 6 или g b.")
