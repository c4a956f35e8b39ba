"""Whatever data hold, every screen shows it as text (reliability 42): no crash, no markup, no click, nothing that a
terminal obeys.
"""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.screen import Screen

from tests.desk import Desk
from tests.reliability.every_screen import TABS, each_screen, show, tap
from tests.reliability.hostile import MARKUP, hostile_desk
from tests.screens.pilot import SMALL, WIDE, Hands, sit_at

OPENERS = ("w", "c", "d", "o", "p", "n", "s", "x", "e", "y", "a", "b", "f1", "f10", "enter")
"""Keys that open something over a row."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk where every text is hostile."""
    with hostile_desk(tmp_path) as here:
        yield here


class Looked:
    """All that was seen, and what must not be in it."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self.seen: set[str] = set()

    def look(self) -> None:
        """The screen on top: text alone, and nothing in it that answers to the mouse."""
        for strip in self._hands.app.screen._compositor.render_strips():
            for segment in strip:
                strange = [char for char in segment.text if unicodedata.category(char) in ("Cc", "Cf", "Cs")]
                assert strange == [], repr(segment.text)
                assert segment.style is None or "@click" not in segment.style.meta, segment
            self.seen.add(strip.text)

    def saw(self, text: str) -> bool:
        """Whether a text was on a screen."""
        return any(text in line for line in self.seen)


LEAD_AWAY = {"morning"}
"""Screens on which Enter goes to another and Esc does not bring back."""


async def look_over(hands: Hands, looked: Looked) -> None:
    """Each part of a screen and its rows."""
    for _ in range(TABS):
        looked.look()
        for _ in range(3):
            await tap(hands, "down")
            looked.look()
        await tap(hands, "tab")


async def look_behind(hands: Hands, looked: Looked, screen: Screen[None]) -> None:
    """What opens over the row under the cursor."""
    for key in OPENERS:
        await tap(hands, key)
        looked.look()
        for _ in range(3):
            if hands.app.screen is not screen:
                await tap(hands, "escape")


async def test_hostile_text_everywhere(desk: Desk) -> None:
    """Every screen, every part of it, each dialog over its rows; all the markup that data hold is seen as it is."""
    async with sit_at(desk, WIDE) as hands:
        looked = Looked(hands)
        async for name, screen in each_screen(hands):
            await look_over(hands, looked)
            await look_behind(hands, looked, await show(hands, name))
            assert hands.app.screen is screen or name in LEAD_AWAY, name
    assert [text for text in MARKUP if not looked.saw(text)] == []


async def test_hostile_text_on_a_small_screen(desk: Desk) -> None:
    """Where lines are cut and wrapped: between two halves of a sequence too."""
    async with sit_at(desk, SMALL) as hands:
        looked = Looked(hands)
        async for _name, _screen in each_screen(hands):
            await look_over(hands, looked)
    assert looked.saw("[/]")


async def test_nothing_in_data_can_be_clicked(desk: Desk) -> None:
    """A click on a list or a card of hostile text runs no action that data named."""
    async with sit_at(desk) as hands:
        boomed: list[str] = []
        hands.app.action_boom = lambda: boomed.append("boom")  # type: ignore[attr-defined]
        for x, y in ((8, 4), (40, 4), (40, 16), (120, 4), (120, 8)):
            await hands._pilot.click(offset=(x, y))
    assert boomed == []
