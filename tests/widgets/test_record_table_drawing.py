"""What a key costs: the lines that it changes, the pages around the window, and nothing while idle."""

import pytest

from cs_workbench.presentation.shapes import Row
from cs_workbench.widgets import rest
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.row_source import PAGE, ListSource
from tests.widgets.stage import COLUMNS, CountedSource, Stage, numbered, shown, watch_lines

SIZE = (80, 24)
LAST_PAGE = 1_500 * PAGE


async def test_a_move_of_the_cursor_draws_two_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    table = RecordTable(COLUMNS)
    table.set_source(ListSource(numbered(100)))
    async with Stage(table).run_test(size=SIZE) as pilot:
        await pilot.pause()
        drawn = watch_lines(table, monkeypatch)
        await pilot.press("j")
        await pilot.pause()
        assert sorted(drawn) == [1, 2]


async def test_a_selected_row_draws_itself_and_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    table = RecordTable(COLUMNS)
    table.set_source(ListSource(numbered(100)))
    async with Stage(table).run_test(size=SIZE) as pilot:
        await pilot.pause()
        drawn = watch_lines(table, monkeypatch)
        await pilot.press("space")
        await pilot.pause()
        assert sorted(set(drawn)) == [1, 2]


async def test_the_same_rows_again_draw_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    table = RecordTable(COLUMNS)
    table.set_source(ListSource(numbered(100)))
    async with Stage(table).run_test(size=SIZE) as pilot:
        await pilot.pause()
        drawn = watch_lines(table, monkeypatch)
        table.set_source(ListSource(numbered(100)))
        await pilot.pause()
        assert drawn == []


async def test_a_changed_row_draws_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    table = RecordTable(COLUMNS)
    table.set_source(ListSource(numbered(100)))
    async with Stage(table).run_test(size=SIZE) as pilot:
        await pilot.pause()
        drawn = watch_lines(table, monkeypatch)
        table.set_source(ListSource([*numbered(4), Row(4, ("клиент 4", "оплачено"), "good"), *numbered(100)[5:]]))
        await pilot.pause()
        assert drawn == [5]


async def test_a_row_that_leaves_draws_the_lines_from_it_on(monkeypatch: pytest.MonkeyPatch) -> None:
    table = RecordTable(COLUMNS)
    table.set_source(ListSource(numbered(18)))
    async with Stage(table).run_test(size=SIZE) as pilot:
        table.move_to(15)
        await pilot.pause()
        drawn = watch_lines(table, monkeypatch)
        table.set_source(ListSource(numbered(18)[:15] + numbered(18)[16:]))
        await pilot.pause()
        assert sorted(drawn) == [16, 17, 18]


async def test_only_pages_around_the_window_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rest, "AT_REST", 60)
    source = CountedSource(LAST_PAGE + 30)
    table = RecordTable(COLUMNS)
    table.set_source(source)
    async with Stage(table).run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert source.asked == [(0, PAGE)]
        await pilot.press("end")
        await pilot.pause()
    assert source.asked == [(0, PAGE), (LAST_PAGE, PAGE)]


async def test_a_page_that_is_kept_is_not_asked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rest, "AT_REST", 60)
    source = CountedSource(100_000)
    table = RecordTable(COLUMNS)
    table.set_source(source)
    async with Stage(table).run_test(size=SIZE) as pilot:
        await pilot.press("j", "pagedown", "pagedown", "k", "home", "pagedown")
        await pilot.pause()
    assert len(source.asked) == len(set(source.asked)) > 1


async def test_the_thumb_says_where_the_window_is() -> None:
    table = RecordTable(COLUMNS)
    table.set_source(ListSource(numbered(100)))
    async with Stage(table).run_test(size=(80, 11)) as pilot:
        await pilot.pause()
        assert [n for n, line in enumerate(shown(table)) if line.endswith("▐")] == [1]
        await pilot.press("end")
        await pilot.pause()
        assert [n for n, line in enumerate(shown(table)) if line.endswith("▐")] == [10]


async def test_there_is_no_thumb_where_all_is_seen() -> None:
    table = RecordTable(COLUMNS)
    table.set_source(ListSource(numbered(5)))
    async with Stage(table).run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert not any("▐" in line for line in shown(table))


async def test_another_theme_draws_the_same_text_in_its_colours() -> None:
    table = RecordTable(COLUMNS)
    table.set_source(ListSource(numbered(3)))
    stage = Stage(table)
    async with stage.run_test(size=SIZE) as pilot:
        await pilot.pause()
        dark, text = table.render_line(2), shown(table)
        stage.theme = "workbench-light"
        await pilot.pause()
        light = table.render_line(2)
        assert (shown(table), light.text) == (text, dark.text)
    assert light != dark
