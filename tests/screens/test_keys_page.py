"""`docs/keys.md` says what the program does, and the keys of the forty calls are those that a manager presses."""

import pytest

from cs_workbench.screens.keys_page import PAGE, Way, page, ways
from tests.desk import Desk
from tests.screens.pilot import LETTERS, Hands, sit_at

WAYS = [pytest.param(way, id=way.outcome) for way in ways()]


def test_the_page_is_not_stale() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m cs_workbench.screens.keys_page"


async def counted(hands: Hands, keys: tuple[str, ...]) -> int:
    """How many of the keys were pressed when the cursor stood on another row of the list and nothing lay over it."""
    screen, start = hands.app.screen, hands.cursor()
    for pressed, key in enumerate(keys, 1):
        await hands.press(LETTERS.get(key, key))
        if hands.app.screen is screen and hands.cursor() != start:
            return pressed
    raise AssertionError(f"after {keys} the cursor is still on {start}")


@pytest.mark.parametrize("way", WAYS)
async def test_from_a_row_of_calls_to_the_next(desk: Desk, way: Way) -> None:
    async with sit_at(desk) as hands:
        await hands.press("g", "c", "j")
        assert hands.cursor().startswith("▴ Ромашка")
        assert await counted(hands, way.calls) == len(way.calls)
        assert hands.cursor().startswith("▴ Берёзка")
        assert len(desk.rows("call_attempt")) + len(desk.rows("promise")) > 2


@pytest.mark.parametrize("way", WAYS)
async def test_from_a_row_of_today_to_the_next(desk: Desk, way: Way) -> None:
    async with sit_at(desk) as hands:
        while not ("Ромашка" in hands.cursor() and "Позвонить" in hands.cursor()):
            await hands.press("j")
        assert await counted(hands, way.today) == len(way.today)
        assert not ("Ромашка" in hands.cursor() and "Позвонить" in hands.cursor())
