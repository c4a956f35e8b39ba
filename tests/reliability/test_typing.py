"""Keys pressed at random, in both layouts, destroy nothing (reliability 54): undo gives the data back."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from cs_workbench.widgets.layout_keys import twin
from tests.desk import Desk
from tests.reliability.every_screen import screen_names, show, tap
from tests.reliability.lived import lived_desk
from tests.screens.pilot import SMALL, sit_at

LETTERS = "abcdefghijklmnopqrstuvwxyz"
OTHERS = (
    "enter",
    "enter",
    "escape",
    "escape",
    "escape",
    "tab",
    "shift+tab",
    "space",
    "down",
    "up",
    "pagedown",
    "home",
    "end",
    "backspace",
)
KEYS = (
    *LETTERS,
    *(twin(letter) or "" for letter in LETTERS),
    *"0123456789" * 2,
    *OTHERS,
    "f1",
    "f2",
    "f3",
    "f4",
    "f10",
    "U",
    "slash",
    "plus",
)
"""Every key but Ctrl+Q: it ends the program, and there is nothing to see then."""
PRESSED = 2000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk that was lived at by another: one undoes one's own acts alone."""
    with lived_desk(tmp_path, user="cat") as here:
        yield here


@pytest.mark.parametrize("seed", range(2))
async def test_random_typing_never_destroys(desk: Desk, seed: int) -> None:
    """A cat on the keyboard, a while on each screen."""
    chance = random.Random(seed)
    before, first = desk.snapshot(), len(desk.rows("journal_entry"))
    async with sit_at(desk, SMALL) as hands:
        names = screen_names(hands)
        for _ in range(PRESSED // 100):
            await show(hands, chance.choice(names), client=chance.randint(1, 4))
            await tap(hands, *chance.choices(KEYS, k=50), rounds=1)
            assert hands.app.is_running
    acts = len(desk.rows("journal_entry")) - first
    assert acts > 5, "they did something"
    for _ in range(acts):
        if desk.snapshot() == before:
            break
        desk.undo()
    assert desk.snapshot() == before
    assert all(check.holds for check in desk.bench.check() if check.grave)
