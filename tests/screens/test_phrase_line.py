"""F4: a phrase at the bottom of any screen, read as it is typed, performed by Enter."""

import pytest

from tests.desk import Desk
from tests.screens.pilot import SMALL, WIDE, Hands, sit_at

CALLS = ("g", "c")


async def say(hands: Hands, text: str) -> None:
    """Open the line and type a phrase."""
    await hands.press("f4")
    await hands.type(text)


@pytest.mark.parametrize("size", [WIDE, SMALL])
@pytest.mark.parametrize("russian", [False, True])
async def test_a_promise_is_read_before_enter_and_made_by_it(desk: Desk, size: tuple[int, int], russian: bool) -> None:
    async with sit_at(desk, size, russian=russian) as hands:
        await hands.press(*CALLS, "j")
        await say(hands, "обещал 28 15000")
        assert hands.sees("Записать обещание: Ромашка")
        assert hands.sees("Дата: 28 → 28.11.2026 · Сумма: 15000 → 15 000 ₽")
        assert hands.sees("28.11 — выходной: понедельник 30.11")
        await hands.press("enter")
        assert [promise["sum"] for promise in desk.rows("promise")][1:] == [1_500_000]
        assert hands.status().startswith("▴ Обещание записано: Ромашка, 15 000 ₽, понедельник 30 ноября.")
        assert hands.cursor().startswith("▴ Берёзка")


async def test_the_line_under_the_cursor_is_put_off(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await say(hands, "отложить до пн ждём юристов")
        await hands.press("enter")
        (snooze,) = desk.rows("snooze")
        assert snooze["key"].startswith("PAY-BROKEN:")
        assert snooze["reason"] == "ждём юристов"


async def test_every_reason_to_call_a_client_is_put_off_at_once(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CALLS)
        await say(hands, "отложить до пн")
        assert hands.sees("Выбрано: 2 строки")
        await hands.press("enter")
        assert len(desk.rows("snooze")) == 2
        await hands.press("u")
        assert desk.rows("snooze") == []


async def test_an_unknown_text_becomes_a_note(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await say(hands, "хочет: отчёт по въездам")
        assert hands.sees("Заметка: Весна")
        assert hands.sees("Действие не узнано: текст станет заметкой целиком")
        await hands.press("enter")
        assert desk.rows("note")[-1]["text"] == "хочет: отчёт по въездам"


async def test_f4_once_more_keeps_the_words_as_a_note(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await say(hands, "обещал 28 шаров")
        assert not hands.sees("Заметка: Весна")
        await hands.press("f4")
        assert hands.sees("Заметка: Весна")
        await hands.press("enter")
        assert desk.rows("note")[-1]["text"] == "обещал 28 шаров"


async def test_words_that_no_input_takes_are_kept_beside_the_act(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CALLS, "j")
        await say(hands, "обещал 27 15000 если придёт аванс")
        assert hands.sees("В заметку: если придёт аванс")
        await hands.press("enter")
        assert len(desk.rows("promise")) == 2
        assert desk.rows("note")[-1]["text"] == "если придёт аванс"


async def test_what_is_missing_is_asked_for_in_the_form(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CALLS, "j")
        await say(hands, "цена 45000 с 01.2027")
        assert hands.sees("Не хватает: Причина. Enter — дописать в форме")
        await hands.press("enter")
        assert hands.sees("Изменить цену")
        assert hands.sees("45000")
        assert hands.sees("2027-01")
        await hands.press("down", "down")
        await hands.type("индексация")
        await hands.press("enter")
        assert desk.rows("price_change")[-1]["reason"] == "индексация"


async def test_a_refusal_stays_under_the_line_with_the_text(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CALLS, "j")
        await say(hands, "обещал 27 150000")
        await hands.press("enter")
        assert hands.sees("Обещано 150 000 ₽, а долг — 80 000 ₽: впишите сумму не больше долга.")
        assert hands.at("#phrase-line") == [" обещал 27 150000"]
        assert len(desk.rows("promise")) == 1


async def test_a_question_is_answered_with_enter(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CALLS, "j")
        await say(hands, "перезвонить в 22")
        await hands.press("enter")
        assert hands.sees("нерабочее время. Всё-таки перезвонить тогда? Enter — да, Esc — нет.")
        await hands.press("enter")
        assert desk.rows("call_attempt")[-1]["outcome"] == "call_back"


async def test_a_day_that_does_not_exist_is_corrected_in_the_line(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CALLS, "j")
        await say(hands, "обещал 31.11 15000")
        assert hands.sees("Даты 31.11.2026 не бывает: проверьте число и месяц.")
        await hands.press("enter")
        assert hands.at("#phrase-line") == [" обещал 31.11 15000"]


async def test_esc_keeps_the_draft(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await say(hands, "задача позвонить")
        await hands.press("escape")
        assert not hands.sees("задача позвонить")
        await hands.press("f4")
        assert hands.at("#phrase-line") == [" задача позвонить"]
        await hands.type(" завтра")
        await hands.press("enter")
        assert desk.rows("task")[-1]["text"] == "позвонить"


async def test_what_was_sent_comes_back(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        for text in ("заметка первая", "заметка вторая"):
            await say(hands, text)
            await hands.press("enter")
        await hands.press("f4", "up", "up")
        assert hands.at("#phrase-line") == [" заметка первая"]
        await hands.press("down")
        assert hands.at("#phrase-line") == [" заметка вторая"]


async def test_another_client_may_be_named(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await say(hands, "Берёзка: потеряли счет")
        assert hands.sees("Записать звонок: Берёзка")
        await hands.press("enter")
        assert desk.rows("call_attempt")[-1]["client_id"] == 2


async def test_on_the_card_it_is_about_that_client(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CALLS, "j", "enter")
        await say(hands, "разговор встреча обсудили въезд")
        assert hands.sees("Записать разговор: Ромашка")
        await hands.press("enter")
        assert desk.rows("talk")[-1]["channel"] == "visit"
