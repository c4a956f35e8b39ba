"""`Касса`: the map, the debts, the month's run and the bank's lines, by keys on both layouts."""

from pathlib import Path

import pytest

from tests.desk import Desk
from tests.screens.pilot import SMALL, Hands, sit_at

BOTH = pytest.mark.parametrize("russian", [False, True], ids=["latin", "russian"])
RUN_DAY = "2026-12-15T10:00"


async def to_cash(hands: Hands, tabs: int = 0) -> None:
    """The screen, and so many lists further."""
    await hands.press("g", "m", *["tab"] * tabs)


def head(hands: Hands) -> str:
    """The month and its totals."""
    return hands.at("#head")[0].strip()


def legend(hands: Hands) -> str:
    """The line under the list."""
    return hands.at("#legend")[0].strip()


def row(hands: Hands, name: str) -> list[str]:
    """The cells of a client's line, its name left out."""
    line = next(line for line in hands.at("#list") if name in line)
    return line.partition(name)[2].removesuffix("▐").split()


async def test_the_map_shows_each_month_by_a_letter(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await to_cash(hands)
        assert hands.at("#splits")[0].startswith(" [Карта 4] Долги 4  Прогон 0  Банк 0")
        assert head(hands) == "Ноябрь 2026  выставлено 100 000 ₽ · пришло 0 ₽ · обещано 0 ₽ · висит 100 000 ₽"
        assert row(hands, "Ромашка") == [*["·"] * 10, "Д", "д", "80", "000", "₽"]
        assert legend(hands).startswith("о оплачен, ч частично, д долг")


async def test_the_card_follows_the_cursor(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await to_cash(hands)
        assert hands.cursor().startswith("Берёзка")
        assert "+ Долг 60 000,00 ₽ · здоровье 85" in hands.card()
        await hands.press("down")
        assert hands.at("#card")[0].strip() == "Весна"


async def test_a_small_terminal_shows_the_map_alone(desk: Desk) -> None:
    async with sit_at(desk, SMALL) as hands:
        await to_cash(hands)
        assert row(hands, "Тихий двор") == [*["·"] * 10, "Д", "д", "20", "000", "₽"]
        assert [word for word in hands.at("#list")[0].split() if word.isdigit()][-1] == "11"
        assert all(len(line) <= 80 for line in hands.shown())
        await hands.press("w")
        assert hands.sees("Неоплаченные счета")


@BOTH
async def test_another_month_and_back(desk: Desk, russian: bool) -> None:
    async with sit_at(desk, russian=russian) as hands:
        await to_cash(hands)
        await hands.press("left")
        assert head(hands).startswith("Октябрь 2026")
        assert row(hands, "Ромашка")[10:12] == ["·", "Д"]
        await hands.press("right_square_bracket", "right")
        assert head(hands).startswith("Декабрь 2026")


@BOTH
async def test_a_debtor_is_called_and_the_cursor_goes_on(desk: Desk, russian: bool) -> None:
    async with sit_at(desk, russian=russian) as hands:
        await to_cash(hands, 1)
        assert hands.cursor().startswith("! Весна") or hands.cursor().startswith("▴ Ромашка")
        await hands.press("home", "d", "1")
        assert hands.status().startswith("+ Звонок записан")
        assert desk.rows("call_attempt")[-1]["outcome"] == "no_answer"
        assert legend(hands) == "просрочено 200 000 ₽"


async def test_a_list_is_narrowed_by_letters_and_by_what_stands(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await to_cash(hands, 1)
        await hands.press("ctrl+f")
        await hands.type("ром")
        await hands.press("enter")
        assert hands.status().endswith("1 строка")
        await hands.press("escape", "o")
        await hands.type("нарушили")
        await hands.press("enter")
        assert hands.cursor().startswith("! Весна")
        assert hands.status().endswith("отбор: нарушили обещание · 1 строка")
        await hands.press("escape")
        assert hands.status().endswith("4 строки")


async def test_enter_opens_the_client(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await to_cash(hands)
        await hands.press("enter")
        assert hands.sees("Берёзка")
        await hands.press("escape")
        assert head(hands).startswith("Ноябрь 2026")


async def test_what_another_window_did_is_seen(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await to_cash(hands)
        await hands.look_around()
        other = Desk(Path(desk.bench.where).parent)
        other.do("billing.record_payment", client=1, invoice=7, sum="40000", paid_on="2026-11-24")
        other.close()
        await hands.look_around()
        assert row(hands, "Ромашка")[10:12] == ["Д", "о"]


# The run ------------------------------------------------------------------------------------------------------


@BOTH
async def test_the_run_is_made_after_a_question_without_those_left_out(desk: Desk, russian: bool) -> None:
    desk.at(RUN_DAY)
    async with sit_at(desk, russian=russian) as hands:
        await to_cash(hands, 2)
        assert legend(hands) == "Прогон 15.12 · выставить 4 счёта на 100 000 ₽"
        await hands.press("x")
        assert row(hands, "Берёзка")[-1] == "исключён"
        await hands.press("d")
        assert hands.sees("Выставить за декабрь 2026: 3 счёта на 70 000 ₽?")
        await hands.press("enter")
        assert hands.status().startswith("+ Выставлено за декабрь 2026: 3 счёта на 70 000 ₽.")
        assert row(hands, "Ромашка")[-2:] == ["не", "отправлен"]
        await hands.press("u")
        assert [line["period"] for line in desk.rows("invoice")].count("2026-12") == 0


async def test_no_is_no(desk: Desk) -> None:
    desk.at(RUN_DAY)
    async with sit_at(desk) as hands:
        await to_cash(hands, 2)
        await hands.press("enter", "escape")
        assert desk.rows("billing_run")[-1]["period"] == "2026-11"


async def test_numbers_are_pasted_after_the_run(desk: Desk) -> None:
    desk.at(RUN_DAY)
    desk.do("billing.issue_run", period="2026-12")
    async with sit_at(desk) as hands:
        await to_cash(hands, 2)
        await hands.press("i")
        assert hands.sees("Ждут номера: 4 счёта")
        for number in ("201", "202", "203"):
            await hands.type(number)
            await hands.press("enter")
        await hands.press("ctrl+s")
        assert hands.sees("столбец должен быть той же длины и в том же порядке")
        await hands.type("204")
        await hands.press("ctrl+s")
        assert hands.status().startswith("+ Внесено 4 номера.")
        assert row(hands, "Тихий двор")[3] == "204"


async def test_numbers_that_are_pasted_before_the_run_come_into_the_invoices(desk: Desk) -> None:
    desk.at(RUN_DAY)
    async with sit_at(desk) as hands:
        await to_cash(hands, 2)
        await hands.press("i")
        for number in ("201", "202", "203", "204"):
            await hands.type(number)
            await hands.press("enter")
        await hands.press("ctrl+s", "d")
        assert hands.sees("Номера 1С: 4 строки")
        await hands.press("enter")
        assert [line["number"] for line in desk.rows("invoice")][-4:] == ["201", "202", "203", "204"]


@BOTH
async def test_one_number_and_the_sending_of_the_selected(desk: Desk, russian: bool) -> None:
    desk.at(RUN_DAY)
    desk.do("billing.issue_run", period="2026-12")
    async with sit_at(desk, russian=russian) as hands:
        await to_cash(hands, 2)
        await hands.press("e")
        await hands.type("201")
        await hands.press("enter")
        assert row(hands, "Берёзка")[3] == "201"
        await hands.press("space", "space", "r")
        assert hands.sees("Отправить 2 счёта на 50 000 ₽?")
        await hands.press("enter")
        sent = [line["state"] for line in desk.rows("invoice") if line["period"] == "2026-12"]
        assert sorted(sent) == ["issued", "issued", "sent", "sent"]


async def test_without_an_address_the_form_asks_for_one(desk: Desk) -> None:
    client = desk.new("client", "clients.add", name="Без почты", inn="7710140679")
    desk.do("billing.open_subscription", client=client, amount="5000", from_period="2026-12")
    desk.at(RUN_DAY)
    desk.do("billing.issue_run", period="2026-12")
    async with sit_at(desk) as hands:
        await to_cash(hands, 2)
        assert row(hands, "Без почты")[-4:] == ["не", "отправлен:", "нет", "адреса"]
        await hands.press("r")
        assert hands.sees("Отправить счёт")
        await hands.press("escape", "v", "r")
        assert hands.sees("Без адреса, пропустим: Без почты")


async def test_a_run_is_narrowed_to_what_waits(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await to_cash(hands, 2)
        assert hands.status().endswith("4 строки")
        await hands.press("o")
        await hands.type("не отправлены")
        await hands.press("enter")
        assert hands.status().endswith("отбор: не отправлены · 0 строк")
        assert hands.sees("Ничего не подходит. Esc — показать всё")


async def test_a_run_is_closed_after_its_doubt(desk: Desk) -> None:
    desk.at(RUN_DAY)
    desk.do("billing.issue_run", period="2026-12")
    async with sit_at(desk) as hands:
        await to_cash(hands, 2)
        await hands.press("l", "enter")
        assert hands.sees("Не отправлено за декабрь 2026: 4 счёта.")
        assert hands.sees("Enter — да, Esc — нет.")
        await hands.press("enter")
        assert desk.rows("billing_run")[-1]["state"] == "closed"
        assert legend(hands).startswith("Прогон 15.12: закрыт")


# The bank -----------------------------------------------------------------------------------------------------
