"""The first start: an empty database offers what to begin with, until there is a client."""

from pathlib import Path

from tests.desk import Desk
from tests.screens.pilot import SMALL, sit_at


async def test_an_empty_database_offers_what_to_begin_with(empty_desk: Desk) -> None:
    async with sit_at(empty_desk, SMALL) as hands:
        assert hands.at("#head") == [" В базе ещё нет клиентов.  С чего начнём? Нажмите цифру или Enter"]
        assert hands.cursor().startswith("1   Посмотреть демонстрационный месяц")


async def test_a_database_with_clients_opens_on_the_queue(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        assert hands.app.screen is hands.app.get_screen("today")


async def test_it_goes_away_once_there_is_a_client(empty_desk: Desk) -> None:
    async with sit_at(empty_desk, russian=True) as hands:
        await hands.press("2")
        await hands.type("Ромашка")
        await hands.press("enter")
        assert hands.app.screen is hands.app.get_screen("today")
        assert [client["name"] for client in empty_desk.rows("client")] == ["Ромашка"]


async def test_a_client_of_another_window_ends_it_too(empty_desk: Desk) -> None:
    async with sit_at(empty_desk) as hands:
        await hands.look_around()
        other = Desk(Path(empty_desk.bench.where).parent)
        other.do("clients.add", name="Ромашка")
        other.close()
        await hands.look_around()
        assert hands.app.screen is hands.app.get_screen("today")


async def test_our_account_can_be_written_down_first(empty_desk: Desk) -> None:
    async with sit_at(empty_desk) as hands:
        await hands.press("3")
        await hands.type("40702810400000000001")
        await hands.press("enter")
        assert [account["account"] for account in empty_desk.rows("own_account")] == ["40702810400000000001"]
        assert hands.cursor().startswith("1   Посмотреть")


async def test_the_demo_is_another_command(empty_desk: Desk) -> None:
    async with sit_at(empty_desk) as hands:
        await hands.press("enter")
        assert hands.app.wanted == "demo"
        assert hands.app.return_code == 0


async def test_help_is_the_last_choice(empty_desk: Desk) -> None:
    async with sit_at(empty_desk) as hands:
        await hands.press("5")
        assert hands.sees("Первый запуск: клавиши")


async def test_the_empty_list_can_be_seen_all_the_same(empty_desk: Desk) -> None:
    async with sit_at(empty_desk) as hands:
        await hands.press("escape")
        assert hands.cursor().endswith("Загрузить выписку банка за 23.11.2026                      23.11")
