"""The cursor stays on its row, the selection on its rows, and both are told."""

import pytest
from textual import events, on

from cs_workbench.presentation.shapes import Row, RowKey
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.row_source import ListSource
from tests.widgets.stage import COLUMNS, CountedSource, Stage, numbered, shown


class TableStage(Stage):
    """A table with rows `клиент 0` to `клиент N-1`, and what it posted."""

    def __init__(self, count: int) -> None:
        self.table = RecordTable(COLUMNS, empty="Долгов нет", id="list")
        super().__init__(self.table)
        self.table.set_source(ListSource(numbered(count)))
        self.highlighted: list[RowKey | None] = []
        self.chosen: list[RowKey] = []
        self.selected: list[list[RowKey]] = []

    @on(RecordTable.Highlighted, "#list")
    def note_highlighted(self, message: RecordTable.Highlighted) -> None:
        """The cursor is elsewhere."""
        self.highlighted.append(message.key)

    @on(RecordTable.Chosen, "#list")
    def note_chosen(self, message: RecordTable.Chosen) -> None:
        """Enter."""
        self.chosen.append(message.key)

    @on(RecordTable.Selected, "#list")
    def note_selected(self, message: RecordTable.Selected) -> None:
        """Space."""
        self.selected.append(sorted(message.keys, key=str))


@pytest.mark.parametrize(
    ("pressed", "place"),
    [
        (["j", "о", "down"], 3),
        (["j", "j", "k", "л", "up"], 0),
        (["end"], 99),
        (["end", "home"], 0),
        (["pagedown"], 8),
        (["pagedown", "pagedown", "pageup"], 8),
        (["end", "j"], 99),
    ],
)
async def test_keys_move_the_cursor(pressed: list[str], place: int) -> None:
    stage = TableStage(100)
    async with stage.run_test(size=(80, 10)) as pilot:
        await pilot.press(*pressed)
    assert (stage.table.cursor_index, stage.highlighted[-1]) == (place, place)


async def test_the_cursor_row_is_in_sight_and_marked() -> None:
    stage = TableStage(100)
    async with stage.run_test(size=(80, 10)) as pilot:
        await pilot.press("end")
        await pilot.pause()
        lines = shown(stage.table)
    assert lines[-1].startswith("›   клиент 99")


async def test_enter_chooses_the_row() -> None:
    stage = TableStage(5)
    async with stage.run_test() as pilot:
        await pilot.press("j", "enter")
    assert stage.chosen == [1]


async def test_a_double_click_chooses_the_row_under_it() -> None:
    stage = TableStage(5)
    async with stage.run_test() as pilot:
        await pilot.click(stage.table, offset=(10, 3), times=2)
    assert stage.chosen == [2]


async def test_the_wheel_moves_the_window_and_not_the_cursor() -> None:
    stage = TableStage(100)
    async with stage.run_test(size=(80, 10)) as pilot:
        stage.table.post_message(events.MouseScrollDown(stage.table, 5, 5, 0, 0, 0, False, False, False))
        await pilot.pause()
        top = shown(stage.table)[1]
    assert (top.split()[:2], stage.table.cursor_index) == (["клиент", "3"], 0)


@pytest.mark.parametrize(
    ("left", "key"),
    [
        ([5, 6, 0, 1, 2, 3], 2),
        ([0, 1, 3, 4], 3),
        ([0, 4], 4),
        ([9, 0, 1], 1),
        ([0, 1], 1),
        ([], None),
    ],
    ids=["moved", "gone", "gone with the next", "all after it gone", "it was the last", "nothing left"],
)
async def test_the_cursor_stays_on_its_row_or_takes_the_next_one_left(left: list[int], key: int | None) -> None:
    stage = TableStage(5)
    async with stage.run_test() as pilot:
        await pilot.press("j", "j")
        stage.table.set_source(ListSource([Row(number, (str(number),)) for number in left]))
        await pilot.pause()
    assert (stage.table.cursor_key, stage.highlighted[-1]) == (key, key)


async def test_the_cursor_keeps_its_place_on_the_screen_through_a_refresh() -> None:
    stage = TableStage(100)
    async with stage.run_test(size=(80, 10)) as pilot:
        stage.table.move_to(20)
        await pilot.press("k", "k")
        await pilot.pause()
        before = [line[:1] for line in shown(stage.table)]
        stage.table.set_source(ListSource(numbered(100)[10:]))
        await pilot.pause()
        assert [line[:1] for line in shown(stage.table)] == before


async def test_another_list_begins_at_its_first_row() -> None:
    stage = TableStage(100)
    async with stage.run_test() as pilot:
        await pilot.press("end", "space")
        stage.table.set_source(ListSource(numbered(50)), keep=False)
        await pilot.pause()
    assert (stage.table.cursor_key, stage.table.selection) == (0, frozenset())


async def test_space_selects_and_goes_on() -> None:
    stage = TableStage(5)
    async with stage.run_test() as pilot:
        await pilot.press("space", "space")
        await pilot.pause()
        lines = shown(stage.table)
    assert stage.selected == [[0], [0, 1]]
    assert [line[:3] for line in lines[1:4]] == [" ✓ ", " ✓ ", "›  "]


@pytest.mark.parametrize("key", ["v", "м"])
async def test_the_selection_is_inverted(key: str) -> None:
    stage = TableStage(4)
    async with stage.run_test() as pilot:
        await pilot.press("space", key)
    assert stage.selected[-1] == [1, 2, 3]


async def test_an_action_is_about_the_selected_rows_in_their_order_or_about_the_cursor() -> None:
    stage = TableStage(20)
    async with stage.run_test() as pilot:
        assert stage.table.targets() == [0]
        stage.table.select([11, 2])
        await pilot.pause()
        assert stage.table.targets() == [2, 11]


async def test_a_row_that_is_no_longer_listed_is_no_longer_selected() -> None:
    stage = TableStage(5)
    async with stage.run_test() as pilot:
        stage.table.select([1, 3])
        stage.table.set_source(ListSource(numbered(3)))
        await pilot.pause()
    assert stage.table.selection == {1}
    assert stage.selected[-1] == [1]


async def test_a_source_that_cannot_find_rows_loses_the_selection_rather_than_hide_it() -> None:
    stage = TableStage(5)
    async with stage.run_test():
        stage.table.select([1, 3])
        stage.table.set_source(CountedSource(5))
    assert stage.table.selection == frozenset()


async def test_the_cursor_goes_to_a_row_by_its_key() -> None:
    stage = TableStage(100)
    async with stage.run_test(size=(80, 10)) as pilot:
        assert stage.table.move_to(42)
        assert not stage.table.move_to("нет такого")
        await pilot.pause()
    assert stage.highlighted[-1] == 42


async def test_an_empty_list_says_so_and_answers_no_key() -> None:
    stage = TableStage(0)
    async with stage.run_test() as pilot:
        await pilot.press("j", "space", "v", "enter", "end")
        await pilot.pause()
        lines = shown(stage.table)
    assert lines[1].strip() == "Долгов нет"
    assert (stage.chosen, stage.selected, stage.table.targets()) == ([], [], [])


async def test_the_titles_stand_over_the_cells() -> None:
    stage = TableStage(1)
    async with stage.run_test(size=(80, 5)) as pilot:
        await pilot.pause()
        head, row = shown(stage.table)[:2]
    assert head.index("Клиент") == row.index("клиент 0")
    assert head.endswith("Сумма")


async def test_a_tone_has_a_sign_and_a_mark_replaces_it() -> None:
    stage = TableStage(0)
    rows = [Row(1, ("а",), "urgent"), Row(2, ("б",), "warn"), Row(3, ("в",)), Row(4, ("г",), "urgent", "☎")]
    async with stage.run_test() as pilot:
        stage.table.set_source(ListSource(rows))
        await pilot.pause()
        assert [line[2:3] for line in shown(stage.table)[1:5]] == ["!", "▴", " ", "☎"]
