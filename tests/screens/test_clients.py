"""`Клиенты`: four lists of all clients, the card beside them, managers given and taken."""

import pytest

from tests.desk import Desk
from tests.screens.pilot import SMALL, Hands, sit_at


async def to_clients(hands: Hands, tabs: int = 0) -> None:
    """The screen, at one of its lists."""
    await hands.press("4", *["tab"] * tabs)


def names(hands: Hands) -> list[str]:
    """The names in the list."""
    return [line[4:].split("  ")[0].strip() for line in hands.at("#list")[1:] if line.strip("▐ ")]


@pytest.mark.parametrize("russian", [False, True])
async def test_it_opens_by_a_digit_and_by_a_letter(desk: Desk, russian: bool) -> None:
    async with sit_at(desk, russian=russian) as hands:
        await hands.press("g", "k")
        assert names(hands) == ["Берёзка", "Весна", "Ромашка", "Тихий двор"]
        await hands.press("2", "4")
        assert hands.at("#splits")[0].strip() == "[Все 4] Ничьи 4  По здоровью 0  По долгу 4"
        assert hands.at("#head")[0].strip() == "4 клиента  4 должны 200 000 ₽ · ничьих 4 · здоровье ниже 60 у 0"


async def test_a_row_says_the_manager_the_debt_the_health_and_what_comes_next(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await to_clients(hands)
        await hands.press("j")
        row = " ".join(hands.cursor().split())
        assert row.startswith("Весна ничей 40 000 ₽ среднее 75 19.11 20.11 Обещание нару")
        assert "Обещание нарушено: 20 000 ₽ на 20.11.2026" in " ".join(hands.card())
        assert hands.sees("Неоплаченные счета")


async def test_the_lists_have_their_orders(desk: Desk) -> None:
    desk.do("clients.edit", client=1, manager="Ольга")
    desk.do("clients.add", name="Новый", manager="Ольга")
    async with sit_at(desk) as hands:
        await to_clients(hands, 1)
        assert names(hands) == ["Берёзка", "Весна", "Тихий двор"]
        await hands.press("tab")
        assert names(hands)[0] == "Весна"
        assert len(names(hands)) == 5
        await hands.press("tab")
        assert names(hands) == ["Ромашка", "Берёзка", "Весна", "Тихий двор"]


@pytest.mark.parametrize("key", ["slash", "ctrl+f"])
async def test_letters_narrow_the_list(desk: Desk, key: str) -> None:
    async with sit_at(desk) as hands:
        await to_clients(hands)
        await hands.press(key)
        await hands.type("берез")
        assert names(hands) == ["Берёзка"]
        assert hands.status().endswith("1 строка")
        await hands.type("ъъ")
        assert hands.sees("Ничего не подходит. Esc — показать всё")
        await hands.press("escape")
        assert len(names(hands)) == 4


async def test_a_manager_is_given_to_all_that_are_selected_and_taken_back_at_once(desk: Desk) -> None:
    async with sit_at(desk, russian=True) as hands:
        await to_clients(hands, 1)
        await hands.press("space", "space", "m")
        assert hands.sees("2 клиента: имя менеджера")
        await hands.type("Ольга")
        await hands.press("enter")
        assert sorted(row["manager"] or "" for row in desk.rows("client")) == ["", "", "Ольга", "Ольга"]
        assert hands.at("#splits")[0].strip().startswith("Все 4 [Ничьи 2]")
        await hands.press("u")
        assert "[Ничьи 4]" in hands.at("#splits")[0]


async def test_a_client_is_released(desk: Desk) -> None:
    desk.do("clients.assign_manager", client=1, manager="Ольга")
    async with sit_at(desk) as hands:
        await to_clients(hands)
        await hands.press("j", "j", "x")
        assert desk.show("client", 1)["manager"] is None


async def test_a_debtor_is_called_about_the_debt_another_is_just_spoken_with(desk: Desk) -> None:
    quiet = desk.new("client", "clients.add", name="Аврора", phone="8 916 111-00-09")
    async with sit_at(desk) as hands:
        await to_clients(hands)
        await hands.press("c")
        await hands.type("спросили про аренду")
        await hands.press("enter")
        assert desk.rows("talk")[-1]["client_id"] == quiet
        await hands.press("j", "c", "1")
        assert desk.rows("call_attempt")[-1]["outcome"] == "no_answer"


async def test_add_edit_note_and_enter(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await to_clients(hands)
        await hands.press("a")
        await hands.type("Аист")
        await hands.press("enter")
        assert names(hands)[0] == "Аист"
        await hands.press("home", "e")
        assert hands.sees("Изменить клиента")
        await hands.type("ёнок")
        await hands.press("enter")
        assert names(hands)[0] == "Аистёнок"
        await hands.press("n")
        await hands.type("птица")
        await hands.press("enter", "enter")
        assert hands.sees("Аистёнок · ИНН не указан")
        await hands.press("escape")
        assert hands.cursor().startswith("Аистёнок")


async def test_empty_lists_say_what_to_do(empty_desk: Desk) -> None:
    async with sit_at(empty_desk) as hands:
        hands.app.go("clients")
        await hands.settle()
        assert hands.sees("Клиентов ещё нет. a — добавить")


async def test_in_a_small_window_there_is_the_list_alone(desk: Desk) -> None:
    async with sit_at(desk, SMALL) as hands:
        await to_clients(hands)
        assert names(hands) == ["Берёзка", "Весна", "Ромашка", "Тихий двор"]
        assert not hands.sees("Неоплаченные счета")
