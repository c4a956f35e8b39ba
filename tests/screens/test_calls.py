"""`Звонки`: a row a client, outcomes by digit, the next client under the cursor by itself."""

from collections.abc import Callable
from typing import Any

import pytest

from cs_workbench.domain.calls_day import call_facts
from cs_workbench.kernel.action import Done
from tests.desk import Desk
from tests.screens.pilot import SMALL, sit_at

CALLS = ("g", "c")


async def test_a_client_with_two_reasons_is_one_row(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CALLS)
        assert hands.at("#head") == [" Звонки  осталось 4 · сделано 0 · обещали 0 ₽"]
        assert hands.cursor().startswith("! Весна")
        assert "нарушил обещание +1" in hands.cursor()
        assert hands.sees("Позвонить об оплате: 40 000 ₽, 2 счёта, просрочка 16 рабочих дней")


async def test_the_row_says_whom_to_ask_for_by_which_telephone(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CALLS, "j")
        row = " ".join(hands.cursor().split())
        assert row == "▴ Ромашка +7 916 222-00-01 Мария Котова 80 000 ₽ просрочка 16 рд не звонили"


@pytest.mark.parametrize("russian", [False, True])
async def test_a_digit_records_the_outcome_and_the_next_client_is_under_the_cursor(desk: Desk, russian: bool) -> None:
    async with sit_at(desk, russian=russian) as hands:
        await hands.press(*CALLS, "1")
        assert desk.rows("call_attempt")[-1]["outcome"] == "no_answer"
        assert hands.cursor().startswith("▴ Ромашка")
        assert hands.status() == "+ Звонок записан: Весна, не берёт.  u/г отменить"
        assert hands.at("#head") == [" Звонки  осталось 3 · сделано 1 · обещали 0 ₽"]


async def test_a_promise_is_asked_for_in_one_line_and_counted(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CALLS, "j", "4")
        await hands.type("27 15000")
        assert hands.sees("пятница 27 ноября, 27.11.2026: 15 000,00 ₽")
        await hands.press("enter")
        assert hands.at("#head") == [" Звонки  осталось 3 · сделано 1 · обещали 15 000 ₽"]
        assert hands.cursor().startswith("▴ Берёзка")


async def test_what_is_refused_stays_in_the_line(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CALLS, "j", "4")
        await hands.type("27 150000")
        await hands.press("enter")
        assert hands.at("#line-field") == [" 27 150000"]
        assert desk.rows("promise")[1:] == []


async def test_a_line_that_may_be_empty_is_passed_with_enter(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CALLS, "j", "7", "enter")
        assert desk.rows("call_attempt")[-1]["outcome"] == "disputes"
        assert hands.cursor().startswith("▴ Берёзка")


async def test_undo_brings_the_client_back(desk: Desk) -> None:
    async with sit_at(desk, russian=True) as hands:
        await hands.press(*CALLS, "8", "u")
        assert not hands.at("#keys")[0].startswith("o/щ")
        assert hands.cursor().startswith("▴ Ромашка")
        assert hands.at("#list")[1].startswith("  ! Весна")
        assert hands.at("#head") == [" Звонки  осталось 4 · сделано 0 · обещали 0 ₽"]


async def test_what_a_call_offers_next_is_opened_by_a_key(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CALLS, "8")
        assert hands.status().endswith("u/г отменить · o/щ Не тот человек: добавьте другой контакт")
        assert hands.at("#keys")[0].startswith("o/щ дальше   1…9 исход")
        await hands.press("o", "enter")
        assert hands.sees("Добавить контакт")
        await hands.type("Пётр")
        await hands.press("enter")
        assert desk.rows("contact")[-1]["name"] == "Пётр"


async def test_an_offer_of_a_later_area_says_so(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CALLS, "j", "9", "enter")
        assert "o/щ Клиент может уйти (позже)" in hands.status()
        await hands.press("o")
        assert hands.sees("позже")
        await hands.press("enter")
        assert hands.status() == "▴ Этого действия ещё нет: оно придёт со своим разделом."


async def test_a_client_is_put_off_whole_and_undone_whole(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CALLS, "s")
        await hands.type("завтра, просили")
        await hands.press("enter")
        assert len(desk.rows("snooze")) == 2
        await hands.press("u")
        assert desk.rows("snooze") == []


async def test_telephones_are_read_a_page_at_a_time(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[int]] = []
    read = desk.bench.read

    def counting(reading: Callable[..., Any], *args: Any) -> Any:
        if reading is call_facts:
            asked.append(list(args[0]))
        return read(reading, *args)

    monkeypatch.setattr(desk.bench, "read", counting)
    async with sit_at(desk) as hands:
        await hands.press(*CALLS)
        assert [len(clients) for clients in asked] == [4]
        await hands.press("j", "k", "j")
        assert len(asked) == 1


async def test_a_hidden_screen_reads_nothing_until_it_is_shown(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CALLS)
        asked: list[Done] = []
        requeue = desk.bench.requeue

        def counting(done: Done) -> Any:
            asked.append(done)
            return requeue(done)

        monkeypatch.setattr(desk.bench, "requeue", counting)
        await hands.press("1")
        assert len(asked) == 1
        await hands.press("f2")
        assert len(asked) == 2
        assert not any("Весна" in line and "Позвонить" in line for line in hands.at("#list"))


async def test_when_nobody_is_left_the_list_says_so(desk: Desk) -> None:
    async with sit_at(desk, SMALL) as hands:
        await hands.press(*CALLS, "1", "1", "1", "1")
        assert hands.at("#list")[1] == "    Звонить больше некому. F2 — к списку дел"
        assert hands.at("#head") == [" Звонки  осталось 0 · сделано 4 · обещали 0 ₽"]
