"""The card of a client: its head, its tabs, and what the keys do on each."""

import pytest

from tests.desk import Desk
from tests.screens.pilot import SMALL, Hands, sit_at


def id_of(desk: Desk, name: str) -> int:
    """The id of a client."""
    return next(int(client["id"]) for client in desk.rows("client") if client["name"] == name)


async def opened(hands: Hands, desk: Desk, name: str) -> None:
    """The card of a client over the queue."""
    hands.app.open_client(id_of(desk, name))
    await hands.settle()


async def test_enter_opens_the_client_and_escape_goes_back_to_the_same_row(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press("j", "j", "j", "j", "enter")
        assert hands.sees("Ромашка · ИНН 7707083893 · менеджера нет")
        await hands.press("escape")
        assert hands.cursor().startswith("▴ Ромашка")


async def test_the_head_says_the_debt_the_health_word_by_word_and_what_comes_next(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Весна")
        assert hands.card("#client-head") == [
            "Весна · ИНН 7736050003 · менеджера нет",
            "+ Долг 40 000,00 ₽ · здоровье 75: 100 − 15 просроченные месяцы − 10 нарушенные обещания за 90 дней",
            "! Дальше: Обещание нарушено: 20 000 ₽ на 20.11.2026 (опоздание 2 рабочих дня)",
            "▴ Нарушено за 90 дней: 1 обещание",
            "+7 916 111-00-03 · buh@example.ru · говорили 19.11.2026",
        ]


@pytest.mark.parametrize("russian", [False, True])
async def test_tab_goes_through_the_tabs(desk: Desk, russian: bool) -> None:
    async with sit_at(desk, russian=russian) as hands:
        await opened(hands, desk, "Ромашка")
        tabs = "[Лента 4] Деньги 2  Дела 3  Обращения 0  Объекты 0  Люди 1  Знакомство 7"
        assert hands.at("#splits")[0].strip() == tabs
        assert hands.cursor().startswith("16.11.2026 11:00 отправка № 107     получен на buh@example.ru")
        await hands.press("tab")
        assert hands.cursor().startswith("▴ 15.10.2026 Счёт № 103 за октябрь 2026")
        await hands.press("tab")
        assert hands.cursor().startswith("▴ Позвонить об оплате: 80 000 ₽")
        await hands.press("tab", "tab", "tab")
        assert hands.cursor().startswith("Мария Котова")
        await hands.press("shift+tab", "shift+tab", "shift+tab")
        assert hands.cursor().startswith("▴ Позвонить об оплате")


async def test_a_long_timeline_comes_in_pages(desk: Desk) -> None:
    client = id_of(desk, "Тихий двор")
    desk.bench.perform_as_one("clients.note", [{"client": client, "text": f"заметка {n}"} for n in range(200)])
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Тихий двор")
        assert hands.at("#splits")[0].startswith(" [Лента 204]")
        assert hands.cursor().endswith("заметка 199 — manager")
        await hands.press("end")
        assert hands.cursor().startswith("15.10.2026       счёт № 104")


async def test_an_event_is_read_whole(desk: Desk) -> None:
    client = id_of(desk, "Ромашка")
    desk.do("clients.note", client=client, text="Первая строка\nи вторая")
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Ромашка")
        await hands.press("enter")
        assert hands.sees("и вторая — manager")


async def test_a_call_a_promise_and_a_note_are_about_this_client_on_any_tab(desk: Desk) -> None:
    client = id_of(desk, "Берёзка")
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Берёзка")
        await hands.press("tab", "n")
        await hands.type("на проходной злая собака")
        await hands.press("enter", "p")
        await hands.type("27 1000")
        await hands.press("enter")
        assert desk.rows("note")[-1]["client_id"] == client
        assert desk.rows("promise")[-1]["client_id"] == client
        assert hands.sees("Обещали 27.11.2026: 1 000 ₽")
        await hands.press("c", "2")
        assert desk.rows("call_attempt")[-1]["client_id"] == client


async def test_the_keys_of_the_queue_work_on_its_things_to_do(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Ромашка")
        await hands.press("s")
        assert not hands.sees("Отложить до")
        await hands.press("tab", "tab", "s")
        await hands.type("завтра")
        await hands.press("enter")
        assert [row["key"] for row in desk.rows("snooze")] == [f"PAY-CALL:client:{id_of(desk, 'Ромашка')}:2026-11"]


async def test_the_form_begins_with_what_the_card_has_and_empties_what_is_emptied(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Весна")
        await hands.press("e")
        assert hands.sees("Изменить клиента")
        assert hands.sees("+7 916 111-00-03")
        await hands.type(" и сыновья")
        await hands.press("tab", "tab", "tab", "tab", "ctrl+u", "enter")
        client = desk.show("client", id_of(desk, "Весна и сыновья"))
        assert client["phone"] is None
        assert client["email"] == "buh@example.ru"
        assert hands.sees("Весна и сыновья")


async def test_an_old_form_is_refused_with_what_the_card_has_now(desk: Desk) -> None:
    client = id_of(desk, "Весна")
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Весна")
        await hands.press("e")
        desk.do("clients.edit", client=client, name="Весна-2")
        await hands.type("!")
        await hands.press("enter")
        assert hands.sees("Карточку изменили, пока вы правили.")
        assert hands.sees("Весна-2")


async def test_people_are_added_and_corrected(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Ромашка")
        await hands.press("shift+tab", "shift+tab", "a")
        await hands.type("Пётр")
        await hands.press("enter")
        assert "[Люди 2]" in hands.at("#splits")[0]
        await hands.press("j", "e")
        await hands.type(" Ильич")
        await hands.press("enter")
        assert [contact["name"] for contact in desk.rows("contact")] == ["Мария Котова", "Пётр Ильич"]


async def test_a_client_whose_adding_was_undone_is_left(desk: Desk) -> None:
    desk.do("clients.add", name="Мимолётный")
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Мимолётный")
        await hands.press("u")
        assert hands.app.screen is hands.app.get_screen("today")


async def test_in_a_small_window_enter_shows_the_card_first(desk: Desk) -> None:
    async with sit_at(desk, SMALL) as hands:
        assert not hands.sees("Неоплаченные счета")
        await hands.press("enter")
        assert hands.sees("Неоплаченные счета")
        await hands.press("enter")
        assert hands.sees("[Лента 6]")
        await hands.press("escape", "escape")
        assert hands.cursor().startswith("! Весна")
