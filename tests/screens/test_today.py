"""`Сегодня`: the queue by splits, its keys on both layouts, what other windows and the clock change in it."""

from datetime import datetime
from pathlib import Path

import pytest

from cs_workbench.app import WorkbenchApp
from cs_workbench.kernel.clock import FixedClock
from cs_workbench.opened import first_screenful
from tests.desk import Desk
from tests.screens.pilot import SMALL, WIDE, Hands, sit_at

BOTH = pytest.mark.parametrize("russian", [False, True], ids=["latin", "russian"])


async def to_split(hands: Hands, title: str) -> None:
    """Tab until a split is the active one."""
    for _ in range(20):
        if f"[{title} " in hands.at("#splits")[0]:
            return
        await hands.press("tab")
    raise AssertionError(f"no split {title}")


async def test_the_first_rows_are_there_before_the_domain_is_loaded(desk: Desk) -> None:
    app = WorkbenchApp(desk.bench, first_screenful(desk.bench))
    async with app.run_test(size=WIDE) as pilot:
        hands = Hands(app, pilot, russian=False)
        rows = hands.at("#list")
        assert rows[1].startswith("› ! Весна")
        await hands.settle()
        assert app.ready
        assert hands.at("#list") == rows


async def test_counters_and_the_card_follow_when_it_is_loaded(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        assert hands.at("#splits")[0].startswith(" [Всё 17] Горит 0  Обещано 2  Звонки 5  Деньги 11 ")
        assert "+ Долг 40 000,00 ₽ · здоровье 75" in hands.card()
        assert hands.status().endswith("17 строк")


@pytest.mark.parametrize(("moment", "warned"), [("2026-12-01T10:00", False), ("2027-02-10T10:00", True)])
async def test_a_year_whose_days_off_are_a_forecast_is_warned_of(desk: Desk, moment: str, warned: bool) -> None:
    desk.at(moment)
    async with sit_at(desk, SMALL) as hands:
        assert ("календарь года не подтверждён" in hands.status()) is warned


@BOTH
async def test_after_a_call_the_cursor_is_on_the_next_row(desk: Desk, russian: bool) -> None:
    async with sit_at(desk, russian=russian) as hands:
        await hands.press("c", "1")
        assert hands.cursor().startswith("▴ —                          Поздравить юриста")
        assert hands.status().startswith("+ Звонок записан: Весна, не берёт.  u/г отменить")
        await hands.press("u")
        assert "Весна" in hands.at("#list")[1]
        assert desk.rows("call_attempt")[1:] == []
        await hands.press("U")
        assert desk.rows("call_attempt")[1]["outcome"] == "no_answer"


@BOTH
async def test_an_item_is_put_off_with_a_reason_and_called_back(desk: Desk, russian: bool) -> None:
    async with sit_at(desk, russian=russian) as hands:
        await hands.press("s")
        await hands.type("пт 11:00, ждём юристов")
        assert hands.sees("пятница 27 ноября, 11:00")
        await hands.press("enter")
        assert not hands.cursor().startswith("! Весна")
        await to_split(hands, "Отложено")
        assert hands.cursor().startswith("! Весна")
        assert "▴ Отложено до 27.11.2026 11:00 — ждём юристов" in hands.card()
        await hands.press("z")
        assert hands.at("#list")[1].strip() == "Здесь пусто: всё сделано. Tab — другой раздел, a — добавить"


@BOTH
async def test_mute_asks_for_a_reason_and_pin_lifts_to_the_top(desk: Desk, russian: bool) -> None:
    async with sit_at(desk, russian=russian) as hands:
        await hands.press("end", "i")
        assert hands.at("#list")[1].startswith("› • Тихий двор                 Потребности: задать вопросы знакомства")
        await hands.press("x", "enter")
        assert hands.sees("Больше не напоминать: причина")
        await hands.type("давно знакомы")
        await hands.press("enter")
        assert not any(line.startswith("› • Тихий двор") for line in hands.at("#list"))


async def test_many_items_put_off_are_one_undo(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press("space", "space", "space", "s")
        await hands.type("завтра")
        await hands.press("enter")
        assert len(desk.rows("snooze")) == 3
        assert hands.at("#splits")[0].startswith(" [Всё 14]")
        assert hands.status().startswith("+ Отложить: 3 записи.")
        await hands.press("u")
        assert desk.rows("snooze") == []
        assert hands.at("#splits")[0].startswith(" [Всё 17]")


async def test_a_split_shows_its_items_and_the_filter_narrows_them(desk: Desk) -> None:
    async with sit_at(desk, russian=True) as hands:
        await to_split(hands, "Звонки")
        assert hands.status().endswith("5 строк")
        await hands.press("ctrl+f")
        await hands.type("ромаш")
        assert hands.status().endswith("1 строка")
        await hands.press("enter")
        assert hands.cursor().startswith("▴ Ромашка")
        await hands.press("escape")
        assert hands.status().endswith("5 строк")


async def test_why_an_item_is_here_is_told_term_by_term(desk: Desk) -> None:
    async with sit_at(desk, russian=True) as hands:
        await hands.press("w")
        assert hands.sees("Правило PAY-BROKEN, ярус 1 «Обещано»")
        assert hands.sees("4,0  обещание")
        await hands.press("w")
        assert not hands.sees("Правило PAY-BROKEN")


async def test_another_window_s_change_appears(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.look_around()
        other = Desk(Path(desk.bench.where).parent)
        other.do("tasks.add", text="Из другого окна", on="сегодня")
        other.close()
        await hands.look_around()
        assert any("Из другого окна" in line for line in hands.at("#list"))


async def test_the_day_turns_while_the_program_stays_open(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.look_around()
        await hands.press("c", "5")
        assert not any("Говорили, что оплатили" in line for line in hands.at("#list"))
        desk.bench.clock = FixedClock(datetime.fromisoformat("2026-11-26T00:01"))
        await hands.look_around()
        assert any("Говорили, что оплатили" in line for line in hands.at("#list"))


async def test_while_one_act_runs_another_key_is_told_to_wait(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        hands.app._acting = True
        await hands.press("i")
        assert hands.status().startswith("▴ Секунду: идёт предыдущее действие.")
        assert desk.rows("pin") == []


@BOTH
async def test_the_other_screens_are_a_letter_or_a_digit_away(desk: Desk, russian: bool) -> None:
    async with sit_at(desk, SMALL, russian=russian) as hands:
        await hands.press("g", "c")
        assert hands.app.screen is hands.app.get_screen("calls")
        await hands.press("f2", "1")
        assert hands.app.screen is hands.app.get_screen("calls")


async def test_help_says_both_letters_and_nothing_in_english(desk: Desk) -> None:
    async with sit_at(desk, (100, 60)) as hands:
        await hands.press("f1")
        assert hands.sees("c/с                звонок")
        assert hands.sees("U/Г                вернуть отменённое")
        assert not hands.sees("Focus")
        assert not hands.sees("Copy")
