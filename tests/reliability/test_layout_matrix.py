"""Every key of every screen and dialog answers on the Cyrillic layout too, by the bytes of old and of new terminals
(reliability 41).
"""

from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen
from textual.widgets import Input, TextArea

from cs_workbench.widgets.layout_keys import twin
from cs_workbench.widgets.safe_input import TolerantParser
from tests.desk import Desk
from tests.reliability.every_screen import calm, dialog_kinds, each_dialog, each_screen, screen_names
from tests.reliability.lived import lived_desk
from tests.screens.pilot import Hands, sit_at

NAMED = {
    "left_square_bracket": "[", "right_square_bracket": "]", "semicolon": ";", "apostrophe": "'", "grave_accent": "`",
    "left_curly_bracket": "{", "right_curly_bracket": "}", "colon": ":", "quotation_mark": '"', "tilde": "~",
    "comma": ",", "full_stop": ".", "less_than_sign": "<", "greater_than_sign": ">",
}  # fmt: skip
# On the Russian layout the key of `/` gives a full stop, and with Shift, as `?`, a comma.
SOFT = {"slash": ("/", "."), "question_mark": ("?", ",")}
TYPED = "Жук, ёлка № 5. Quick fox?"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk that was lived at."""
    with lived_desk(tmp_path) as here:
        yield here


def letters(key: str) -> tuple[str, str] | None:
    """What a key without modifiers writes on the Latin and on the Russian layout; None where the layout makes no
    difference.
    """
    own = twin(key)
    if key in SOFT:
        return SOFT[key]
    return None if own is None or "+" in key else (NAMED.get(key, key), own)


def kitty(letter: str) -> str:
    """A letter as terminals of the kitty protocol send it."""
    lower = letter.lower()
    return f"\x1b[{ord(letter)};;{ord(letter)}u" if lower == letter else f"\x1b[{ord(lower)};2;{ord(letter)}u"


def kitty_ctrl(letter: str) -> str:
    """The same with Ctrl held."""
    return f"\x1b[{ord(letter)};5u"


async def answered(hands: Hands, sent: Iterable[str], patch: pytest.MonkeyPatch) -> list[str]:
    """The actions that keys reach, in order; none of them is performed."""
    reached: list[str] = []

    async def note(action: Any, *_: object) -> bool:
        reached.append(str(action))
        return True

    with patch.context() as here:
        here.setattr(hands.app, "run_action", note)
        await send(hands, "".join(sent))
    return reached


async def send(hands: Hands, data: str) -> None:
    """What a terminal sends, read by the parser of the program."""
    for message in TolerantParser().feed(data):
        hands.app.post_message(message)
    await hands.settle()


async def check(hands: Hands, screen: Screen[Any], patch: pytest.MonkeyPatch) -> int:
    """Each key of a screen, in three spellings; how many there are."""
    bound = screen.active_bindings
    pairs = [pair for key in bound if (pair := letters(key)) is not None]
    ctrl = [key[-1] for key in bound if key.startswith("ctrl+") and len(key) == 6 and key[-1].isalpha()]
    if isinstance(screen.focused, Input | TextArea):
        assert pairs == [], "a letter that is typed cannot be a key as well"
    wanted = await answered(hands, [latin for latin, _ in pairs], patch)
    assert len(wanted) == len(pairs)
    assert await answered(hands, [own for _, own in pairs], patch) == wanted
    assert await answered(hands, [kitty(own) for _, own in pairs], patch) == wanted
    held = await answered(hands, [kitty_ctrl(letter) for letter in ctrl], patch)
    assert len(held) == len(ctrl)
    assert await answered(hands, [kitty_ctrl(twin(letter) or "") for letter in ctrl], patch) == held
    return len(pairs) + len(ctrl)


async def test_layout_matrix_of_screens(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with sit_at(desk) as hands:
        async for name, screen in each_screen(hands):
            assert await check(hands, screen, monkeypatch) > 10, name
        assert {"today", "calls", "cash", "clients", "client"} <= set(screen_names(hands))


async def test_layout_matrix_of_the_first_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(tmp_path)
    async with sit_at(desk) as hands:
        assert await check(hands, hands.app.screen, monkeypatch) > 3
    desk.close()


async def test_layout_matrix_of_dialogs(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with sit_at(desk) as hands:
        async for _name, screen in each_dialog(hands):
            await check(hands, screen, monkeypatch)
    assert len(dialog_kinds()) >= 11


async def test_text_in_a_field_stays_as_it_was_typed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the field of every screen and dialog, whatever the letters are bound to outside of it."""
    seen = 0
    async with sit_at(desk) as hands:
        async for screen in _fields(hands):
            field = screen.query(Input).first() if screen.query(Input) else screen.query(TextArea).first()
            field.display = True
            field.focus()
            await calm(hands)
            before = field.value if isinstance(field, Input) else field.text
            reached = await answered(hands, TYPED, monkeypatch)
            now = field.value if isinstance(field, Input) else field.text
            assert (now, reached) == (before + TYPED, []), screen
            seen += 1
    assert seen >= 6


async def _fields(hands: Hands) -> AsyncIterator[Screen[Any]]:
    """Every screen and dialog that has a field."""
    async for _name, screen in each_screen(hands):
        if screen.query(Input):
            yield screen
    async for _name, screen in each_dialog(hands):
        if screen.query(Input) or screen.query("TextArea"):
            yield screen
