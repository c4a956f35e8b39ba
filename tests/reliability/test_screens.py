"""Every screen at every size, without a lock, without colours (reliability 4, 29, 47, 49, 50)."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.screen import ModalScreen

from cs_workbench.presentation.shapes import TONE_MARKS
from cs_workbench.storage import driver
from tests.desk import Desk
from tests.reliability.every_screen import calm, each_dialog, each_screen, screen_names, show, tap
from tests.reliability.lived import lived_desk
from tests.screens.pilot import SMALL, Hands, sit_at

SIZES = ((1, 1), (2, 1), (1, 30), (200, 1), (10, 3), (39, 11), SMALL, (99, 30), (100, 30), (129, 40), (200, 60))


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
    """Whether nobody holds the file: another may write, and all that was written can be put into it and read from it alone."""
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


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_sizes(desk: Desk, size: tuple[int, int]) -> None:
    """Every screen is drawn at every size, and reached by a resize too; keys answer there."""
    async with sit_at(desk, SMALL) as hands:
        await hands._pilot.resize_terminal(*size)
        async for name, _screen in each_screen(hands):
            await tap(hands, "down", "pagedown", "end", "tab", "home")
            lines = hands.shown()
            assert len(lines) == size[1], name
            assert all(len(line) <= size[0] for line in lines), name
        async for name, _dialog in each_dialog(hands):
            assert len(hands.shown()) == size[1], name
        await hands._pilot.resize_terminal(*SMALL)
        await show(hands, "today")
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
        await hands.press("f")
        await hands.type("ромашка")
        await hands.press("enter", "n")
        await hands.type("Перезвонить")
        await hands.press("enter")
        await hands.press("f")
        await hands.type("яяя")
        await hands.press("enter")
        assert desk.snapshot() != before
        await hands.press("u")
    assert desk.snapshot() == before


async def test_pop_screen_does_not_cut_import(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """An import goes on to its end whatever happens to the screen and to the dialog that began it."""
    begun, may_go_on = Event(), Event()
    load = desk.bench.perform

    def slowly(*args: Any, **more: Any) -> Any:
        begun.set()
        assert may_go_on.wait(30)
        return load(*args, **more)

    monkeypatch.setattr(desk.bench, "perform", slowly)
    lines = [{"on": "2026-11-23", "sum": str(100 + n), "purpose": "Оплата", "account": "40702810000000000001"} for n in range(300)]
    async with sit_at(desk) as hands:
        await show(hands, "cash")
        screen = hands.app.work_screens()[0]
        screen.perform("billing.import_statement", {"lines": lines})
        await asyncio.to_thread(begun.wait, 30)
        for name in screen_names(hands):
            await _leave(hands, name)
        may_go_on.set()
        await hands.settle()
        assert "300" in hands.status() or any("300" in line for line in hands.shown())
    assert len(desk.rows("bank_line")) == 303


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
