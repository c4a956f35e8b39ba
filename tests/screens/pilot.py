"""A manager at the open program in a test: keys on either layout, and the text of the screen.

`sit_at` opens the application on a desk's database with its standing clock; `Hands` presses keys and waits until
the program has nothing more to do.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

from cs_workbench.app import WorkbenchApp
from cs_workbench.opened import first_screenful
from cs_workbench.widgets.layout_keys import twin
from tests.desk import Desk

LETTERS = {" ": "space", ",": "comma", ".": "full_stop", "+": "plus", ":": "colon", "@": "at", "-": "minus"}
ROUNDS = 4
"""How often all messages are waited for: from the application to a screen, to a widget, and back."""
WIDE = (160, 45)
SMALL = (80, 24)


class Hands:
    """Presses keys by their Latin names; with `russian` each letter is sent as the layout sends it."""

    def __init__(self, app: WorkbenchApp, pilot: Pilot[int], *, russian: bool) -> None:
        self.app = app
        self._pilot = pilot
        self._russian = russian

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when the one before has been answered whole."""
        for key in keys:
            self._send((twin(key) or key) if self._russian else key)
            await self.settle()

    async def start(self, key: str) -> None:
        """Press a key, and do not wait for the end of what it begins."""
        await self._pilot.press((twin(key) or key) if self._russian else key)

    async def type(self, text: str) -> None:
        """Type a text into the field that has the focus."""
        for letter in text:
            self.app.post_message(events.Key(LETTERS.get(letter, letter), letter))
        await self.settle()

    def _send(self, key: str) -> None:
        written = {name: letter for letter, name in LETTERS.items()}
        self.app.post_message(events.Key(key, key if len(key) == 1 else written.get(key)))

    async def settle(self) -> None:
        """Wait until every thread has told what it found and every screen has shown it."""
        await self._round()
        while running := [worker for worker in self.app.workers if not worker.is_finished]:
            await asyncio.gather(*(worker.wait() for worker in running), return_exceptions=True)
            await self._round()
        await self._pilot.pause()

    async def _round(self) -> None:
        for _ in range(ROUNDS):
            await self._pilot.pause(0)

    async def look_around(self) -> None:
        """Two seconds pass: the program looks for a new minute, a new day, another window's changes."""
        self.app._watch()
        await self.settle()

    # Looking --------------------------------------------------------------------------------------------------

    def shown(self, screen: Screen[None] | None = None) -> list[str]:
        """The lines of the screen on top (or of another), blanks at their ends left out, those in sums made plain."""
        strips = (screen or self.app.screen)._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip().replace("\u00a0", " ") for strip in strips]

    def sees(self, text: str) -> bool:
        """Whether a text stands anywhere on the screen on top, as one line or wrapped."""
        lines = self.shown()
        return any(text in line for line in lines) or text in " ".join(" ".join(lines).split())

    def at(self, widget: str) -> list[str]:
        """The lines of one widget of the screen on top, by its selector."""
        found = self.app.screen.query_one(widget)
        region = found.region
        return [line[region.x : region.right].rstrip() for line in self._padded()[region.y : region.bottom]]

    def _padded(self) -> Sequence[str]:
        width = self.app.size.width
        return [line.ljust(width) for line in self.shown()]

    def cursor(self) -> str:
        """The row under the cursor of the list."""
        return next((line.strip("›▐ ") for line in self.at("#list") if line.startswith("›")), "")

    def card(self, widget: str = "#card") -> list[str]:
        """The lines of a card, blanks around them left out."""
        return [line.strip() for line in self.at(widget)]

    def status(self) -> str:
        """What the line under the screen says."""
        return self.at("#status")[0].strip()


@asynccontextmanager
async def sit_at(desk: Desk, size: tuple[int, int] = WIDE, *, russian: bool = False) -> AsyncIterator[Hands]:
    """Open the program at a desk and wait until it is ready."""
    app = WorkbenchApp(desk.bench, first_screenful(desk.bench))
    async with app.run_test(size=size) as pilot:
        hands = Hands(app, pilot, russian=russian)
        await hands.settle()
        yield hands
