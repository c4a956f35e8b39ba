"""Every screen at every size, without a lock, without colours (reliability 4, 29, 47, 49, 50)."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual import events
from textual.screen import ModalScreen

from cs_workbench.presentation.shapes import TONE_MARKS
from cs_workbench.screens.cash.screen import CashScreen
from cs_workbench.screens.dialogs.bank import BankDialog
from cs_workbench.storage import driver
from tests.connectors.statements import big_statement
from tests.desk import Desk
from tests.reliability.every_screen import calm, each_dialog, each_screen, screen_names, show, tap
from tests.reliability.lived import lived_desk
from tests.screens.pilot import SMALL, Hands, sit_at

SIZES = {
    "tiny": ((1, 1), (2, 1), (1, 30), (200, 1), (10, 3)),
    "usual": ((39, 11), SMALL, (99, 30), (100, 30)),
    "large": ((129, 40), (130, 40), (200, 60)),
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk that was lived at."""
    with lived_desk(tmp_path) as here:
        yield here


@pytest.fixture
def probe(desk: Desk) -> Iterator[Any]:
    """Another window's connection, which waits for nobody."""
    connection = driver.connect(Path(desk.bench.where))
    connection.execute("PRAGMA busy_timeout=0")
    yield connection
    connection.close()


def free(probe: Any) -> bool:
    """Whether nobody holds the file: another may write, and all that was written can be put into it and read from it
    alone.
    """
    probe.execute("BEGIN IMMEDIATE")
    probe.execute("INSERT OR REPLACE INTO meta VALUES ('probe', hex(randomblob(8)))")
    probe.execute("COMMIT")
    busy, left, done = probe.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return (busy, left - done) == (0, 0)


async def test_no_open_transaction_when_idle(desk: Desk, probe: Any) -> None:
    """While a screen or a dialog is open nobody is kept waiting, and no reader holds old pages."""
    async with sit_at(desk) as hands:
        async for name, _screen in each_screen(hands):
            assert free(probe), name
            await tap(hands, "down", "tab", "down")
            assert free(probe), name
        async for name, _dialog in each_dialog(hands):
            assert free(probe), name
        await show(hands, "today")
        for key in ("c", "p", "a", "f1", "f10"):
            await tap(hands, key)
            assert free(probe), key
            await tap(hands, "escape")


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES)
async def test_sizes(desk: Desk, sizes: tuple[tuple[int, int], ...]) -> None:
    """Every screen and dialog is drawn at every size, keys answer there, and all is well when the window is larger
    again.
    """
    async with sit_at(desk, SMALL) as hands:
        for width, height in sizes:
            await hands._pilot.resize_terminal(width, height)
            async for name, _screen in each_screen(hands):
                await tap(hands, "down", "end", "tab", "pagedown", "shift+tab")
                lines = hands.shown()
                assert len(lines) == height, (name, width, height)
                assert all(len(line) <= width for line in lines), (name, width, height)
        async for name, _dialog in each_dialog(hands):
            assert len(hands.shown()) == height, (name, width, height)
        await hands._pilot.resize_terminal(*SMALL)
        await show(hands, "today")
        await hands.settle()
        assert hands.sees("Ромашка")


async def test_each_screen_says_where_one_is_on_a_small_terminal(desk: Desk) -> None:
    """At eighty by twenty-four each screen has its lines of rows, status and keys."""
    async with sit_at(desk, SMALL) as hands:
        async for name, screen in each_screen(hands):
            assert screen.query_one("#keys").region.bottom == 24, name
            assert screen.query_one("#status").region.height == 1, name
            assert screen.query_one("#list").region.height >= 8, name


async def test_no_color_meaning(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows that differ in colour differ in a sign or a word too, and `NO_COLOR` takes the colours away."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with sit_at(desk) as hands:
        async for name, screen in each_screen(hands):
            for strip in screen._compositor.render_strips():
                for segment in strip:
                    colour = segment.style.color.triplet if segment.style and segment.style.color else None
                    assert colour is None or max(colour) - min(colour) < 2, (name, segment)
        await show(hands, "today")
        signs = {line[1:3].strip() for line in hands.at("#list")} & set(TONE_MARKS.values())
        assert len(signs) >= 2, "what is late and what is due differ by a sign"


async def test_undo_under_filter(desk: Desk) -> None:
    """The last act is undone whole though the filter hides what it was done to."""
    before = desk.snapshot()
    async with sit_at(desk) as hands:
        await hands.press("ctrl+f")
        await hands.type("ромашка")
        await hands.press("enter", "n")
        await hands.type("Перезвонить")
        await hands.press("enter")
        await hands.press("ctrl+f")
        await hands.type("яяя")
        await hands.press("enter")
        assert desk.snapshot() != before
        await hands.press("u")
    assert desk.snapshot() == before


async def test_pop_screen_does_not_cut_import(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An import goes on to its end whatever happens to the screen and to the dialog that began it."""
    begun, may_go_on = Event(), Event()
    load = desk.bench.load_statement

    def slowly(*args: Any) -> Any:
        begun.set()
        assert may_go_on.wait(30)
        return load(*args)

    monkeypatch.setattr(desk.bench, "load_statement", slowly)
    path = tmp_path / "kl_to_1c.txt"
    path.write_bytes(big_statement(300))
    async with sit_at(desk) as hands:
        screen = await show(hands, "cash")
        assert isinstance(screen, CashScreen)
        hands.app.push_screen(hands.app.dialog(BankDialog).about(screen, *desk.bench.statement(path)))
        await calm(hands)
        hands.app.post_message(events.Key("enter", None))
        await asyncio.to_thread(begun.wait, 30)
        hands.app.pop_screen()
        for name in screen_names(hands):
            await _leave(hands, name)
        may_go_on.set()
        await hands.settle()
        (*_, imported) = desk.rows("bank_import")
        assert [line["import_id"] for line in desk.rows("bank_line")].count(imported["id"]) == imported["lines"] > 200
        await hands.press("u")
    assert imported not in desk.rows("bank_import"), "the window is ready for the next act"


async def _leave(hands: Hands, name: str) -> None:
    """Go to another screen and close whatever is on top of it; the threads are not waited for."""
    if name != "client":
        hands.app.go(name)
    await hands._pilot.pause()
    hands.app.open_places()
    await hands._pilot.pause()
    assert isinstance(hands.app.screen, ModalScreen)
    hands.app.pop_screen()
    await hands._pilot.pause()
