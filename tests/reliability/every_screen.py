"""Every screen and dialog of the program, found by looking: what is added later is tested with the rest.

Screens are those that the application keeps; dialogs are the classes of `screens/dialogs`, opened with nothing in them.
`tap` is for thousands of keys: where one matters, `Hands.press` waits longer for its answer.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

from textual import events
from textual.screen import ModalScreen, Screen

from cs_workbench.screens import dialogs
from cs_workbench.screens.base import WorkScreen
from tests.screens.pilot import Hands

TABS = 7
"""The most parts that a screen is divided into."""
ROUNDS = 3
"""How often all messages are waited for after a key: from the application to a screen, to a widget, to a thread and
back.
"""


async def tap(hands: Hands, *keys: str, rounds: int = ROUNDS) -> None:
    """Press keys, each when the one before has been answered; with fewer rounds, perhaps not wholly."""
    for key in keys:
        hands.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await calm(hands, rounds)


async def calm(hands: Hands, rounds: int = ROUNDS) -> None:
    """Wait until messages have come to an end, some rounds after the last thread has."""
    quiet = 0
    while quiet < rounds:
        await hands._pilot.pause(0)
        running = [worker.wait() for worker in hands.app.workers if not worker.is_finished]
        await asyncio.gather(*running, return_exceptions=True)
        quiet = 0 if running else quiet + 1


def dialog_kinds() -> list[type[ModalScreen[Any]]]:
    """The dialogs by name: the classes that say what is in them."""
    dialogs.load_all()
    found = {kind.__name__: kind for kind in _below(ModalScreen) if "compose" in vars(kind)}
    return [kind for name, kind in sorted(found.items()) if kind.__module__.startswith("cs_workbench.")]


def _below(kind: type[Any]) -> Iterator[type[Any]]:
    for below in kind.__subclasses__():
        yield below
        yield from _below(below)


def screen_names(hands: Hands) -> list[str]:
    """The kept screens by name."""
    return [name for name, screen in hands.app._installed_screens.items() if isinstance(screen, WorkScreen)]


async def show(hands: Hands, name: str, client: int = 1) -> Screen[Any]:
    """Go to a screen, or open the card of a client."""
    while isinstance(hands.app.screen, ModalScreen):
        hands.app.pop_screen()
        await calm(hands)
    if name == "client":
        hands.app.open_client(client)
    else:
        hands.app.go(name)
    await calm(hands)
    return hands.app.screen


async def each_screen(hands: Hands) -> AsyncIterator[tuple[str, Screen[Any]]]:
    """One after the other, with what it shows at first."""
    for name in screen_names(hands):
        yield name, await show(hands, name)


async def each_dialog(hands: Hands) -> AsyncIterator[tuple[str, Screen[Any]]]:
    """One after the other, over the screen that is shown."""
    for kind in dialog_kinds():
        hands.app.push_screen(hands.app.dialog(kind))
        await calm(hands)
        yield kind.__name__, hands.app.screen
        hands.app.pop_screen()
        await calm(hands)
