"""The one-line widgets: what they say in a wide window and in a narrow one."""

import pytest

from cs_workbench.widgets.key_bar import KeyBar
from cs_workbench.widgets.split_bar import SplitBar
from cs_workbench.widgets.status_line import StatusLine
from tests.widgets.stage import Stage, shown, watch_lines

SPLITS = [("all", "Всё", 48), ("hot", "Горит", 3), ("calls", "Звонки", None), ("wait", "Ждём", 18)]


class SplitStage(Stage):
    """A bar of four splits, and the tokens that it announced."""

    def __init__(self) -> None:
        self.bar = SplitBar(id="splits")
        super().__init__(self.bar)
        self.bar.set_splits(SPLITS)
        self.changed: list[str] = []

    def on_split_bar_changed(self, message: SplitBar.Changed) -> None:
        """Another split."""
        self.changed.append(message.token)


async def status(width: int, hint: str = "", counters: str = "") -> str:
    """A status line of this width with a good message."""
    line = StatusLine()
    async with Stage(line).run_test(size=(width, 3)) as pilot:
        line.say("Записано: звонок", "good", hint)
        line.set_counters(counters)
        await pilot.pause()
        return shown(line)[0]


async def test_the_message_stands_left_and_the_counters_right() -> None:
    assert await status(60, "u/г отменить", "48 дел") == f"{'+ Записано: звонок  u/г отменить':54}48 дел"


async def test_without_room_the_counters_go_first_then_the_hint_and_the_message_is_cut() -> None:
    assert await status(35, "u/г отменить", "48 дел") == "+ Записано: звонок  u/г отменить"
    assert await status(20, "u/г отменить", "48 дел") == "+ Записано: звонок"
    assert await status(10, "u/г отменить", "48 дел") == "+ Записан…"


async def test_the_way_back_stays_beside_a_long_message() -> None:
    line = StatusLine()
    async with Stage(line).run_test(size=(40, 3)) as pilot:
        line.say("Обещание записано: пятница 27 ноября, 15 000 ₽", "good", "u/г отменить")
        await pilot.pause()
        assert shown(line)[0] == "+ Обещание записано: пятн…  u/г отменить"


async def test_the_same_message_again_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    line = StatusLine()
    async with Stage(line).run_test() as pilot:
        line.say("Сделано")
        await pilot.pause()
        drawn = watch_lines(line, monkeypatch)
        line.say("Сделано")
        await pilot.pause()
        assert drawn == []


async def test_the_active_split_stands_in_brackets() -> None:
    stage = SplitStage()
    async with stage.run_test(size=(80, 3)) as pilot:
        await pilot.pause()
        assert shown(stage.bar)[0] == " [Всё 48] Горит 3  Звонки …  Ждём 18"


async def test_steps_go_round_and_are_announced() -> None:
    stage = SplitStage()
    async with stage.run_test(size=(80, 3)) as pilot:
        stage.bar.step(1)
        stage.bar.step(-2)
        await pilot.pause()
        assert shown(stage.bar)[0].endswith("[Ждём 18]")
    assert stage.changed == ["hot", "wait"]


async def test_new_counters_keep_the_active_split_and_announce_nothing() -> None:
    stage = SplitStage()
    async with stage.run_test(size=(80, 3)) as pilot:
        stage.bar.activate("calls")
        stage.bar.set_splits([("calls", "Звонки", 7), ("all", "Всё", 9)])
        await pilot.pause()
        assert (stage.bar.active, shown(stage.bar)[0]) == ("calls", " [Звонки 7] Всё 9")
    assert stage.changed == ["calls"]


async def test_a_click_goes_to_a_split() -> None:
    stage = SplitStage()
    async with stage.run_test(size=(80, 3)) as pilot:
        await pilot.click(stage.bar, offset=(12, 0))
        await pilot.pause()
    assert stage.changed == ["hot"]


async def test_where_not_all_fit_a_run_around_the_active_one_is_shown() -> None:
    bar = SplitBar()
    async with Stage(bar).run_test(size=(30, 3)) as pilot:
        bar.set_splits([(str(n), f"Вид {n}", n) for n in range(10)])
        bar.activate("5")
        await pilot.pause()
        assert shown(bar)[0] == "‹ Вид 4 4 [Вид 5 5] Вид 6 6 ›"


async def key_bar(width: int, limit: int = 6) -> str:
    """A bar of three keys at this width."""
    bar = KeyBar(limit)
    async with Stage(bar).run_test(size=(width, 3)) as pilot:
        bar.show([("enter", "карточка"), ("c", "звонок"), ("f1", "помощь")])
        await pilot.pause()
        return shown(bar)[0]


async def test_keys_are_shown_with_both_letters() -> None:
    assert await key_bar(80) == "Enter карточка   c/с звонок   F1 помощь"


async def test_a_key_that_does_not_fit_whole_is_left_out() -> None:
    assert await key_bar(30) == "Enter карточка   c/с звонок"


async def test_no_more_keys_are_shown_than_the_limit() -> None:
    assert await key_bar(80, limit=1) == "Enter карточка"
