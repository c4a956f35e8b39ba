"""Find anywhere: `f` and F3 on every screen, clients at once, the rest below them, new ones from what was not found."""

import pytest

from tests.desk import Desk
from tests.screens.pilot import SMALL, Hands, sit_at


def rows(hands: Hands) -> list[str]:
    """What the dialog shows, blanks made plain."""
    lines = (" ".join(line.strip("›▐ ").split()) for line in hands.at("#search-rows")[1:])
    return [line for line in lines if line]


@pytest.mark.parametrize("russian", [False, True])
@pytest.mark.parametrize("place", ["today", "calls", "cash", "clients"])
async def test_it_opens_on_every_screen(desk: Desk, russian: bool, place: str) -> None:
    async with sit_at(desk, russian=russian) as hands:
        hands.app.go(place)
        await hands.settle()
        await hands.press("f")
        await hands.type("ромашк")
        assert rows(hands) == ["название Ромашка ИНН 7707083893"]
        await hands.press("enter")
        assert hands.sees("Ромашка · ИНН 7707083893")
        await hands.press("f3")
        await hands.type("+7 (916) 111-00-03")
        await hands.press("enter")
        assert hands.sees("Весна · ИНН 7736050003")


async def test_one_letter_and_yo_are_enough(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press("f")
        await hands.type("б")
        assert rows(hands)[0].startswith("название Берёзка")
        await hands.type("ерез")
        assert rows(hands) == ["название Берёзка ИНН 7728168971"]


async def test_before_a_letter_the_clients_dealt_with_last_are_shown(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press("f")
        assert rows(hands)[0] == "недавний Весна ИНН 7736050003"
        await hands.press("down", "enter")
        assert hands.sees("Тихий двор · ИНН") or hands.sees("Ромашка · ИНН")


async def test_an_invoice_is_opened_at_its_row(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press("f")
        await hands.type("№ 105")
        assert rows(hands) == ["счёт Берёзка № 105"] or rows(hands)[0].startswith("счёт")
        await hands.press("enter")
        assert "[Деньги 2]" in hands.at("#splits")[0]
        assert "Счёт № 105" in hands.cursor()


async def test_a_note_and_a_request_stand_below_the_clients(desk: Desk) -> None:
    desk.do("clients.note", client=2, text="ромашковый чай")
    desk.do("requests.register", client=3, kind="other", text="Спрашивали про ромашку")
    async with sit_at(desk) as hands:
        await hands.press("f")
        await hands.type("ромашк")
        assert [row.split()[0] for row in rows(hands)] == ["название", "обращение", "заметка"]
        await hands.press("down", "enter")
        assert "Спрашивали про ромашку" in hands.cursor()


async def test_who_is_not_found_by_a_telephone_becomes_a_client(desk: Desk) -> None:
    async with sit_at(desk, russian=True) as hands:
        await hands.press("f")
        await hands.type("8 999 555-44-33")
        assert rows(hands) == [
            "+ добавить Новый клиент «8 999 555-44-33»",
            "+ добавить Обращение от незнакомого 8 999 555-44-33",
        ]
        await hands.press("enter")
        assert hands.sees("8 999 555-44-33")
        await hands.type("Звонивший")
        await hands.press("enter")
        assert desk.rows("client")[-1]["phone"] == "+79995554433"


async def test_a_name_that_is_not_found_becomes_a_request_of_a_stranger(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press("f")
        await hands.type("Некий Пётр")
        await hands.press("down", "enter")
        await hands.type("другое")
        await hands.press("enter")
        (request,) = desk.rows("request")
        assert (request["client_id"], request["text"]) == (None, "Некий Пётр")


async def test_what_was_added_meanwhile_is_found(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press("f")
        await hands.press("escape")
        desk.do("clients.add", name="Василёк")
        await hands.press("f")
        await hands.type("василек")
        assert rows(hands) == ["название Василёк"]


async def test_a_hasty_enter_takes_what_was_typed_not_what_was_shown(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press("f")
        for letter in "тихий":
            await hands.start(letter)
        await hands.start("enter")
        await hands.settle()
        assert hands.sees("Тихий двор · ИНН 7702070139")


async def test_it_fits_a_small_window(desk: Desk) -> None:
    async with sit_at(desk, SMALL) as hands:
        await hands.press("f")
        await hands.type("весна")
        assert rows(hands) == ["название Весна ИНН 7736050003"]
