"""`Обращения`: who waits for whom, the next step by one key, the way to a department and back."""

import pytest

from tests.desk import Desk
from tests.screens.pilot import SMALL, Hands, sit_at


@pytest.fixture
def asked(desk: Desk) -> Desk:
    """A stopped barrier of Ромашка and a question of Берёзка, asked this morning."""
    desk.at("2026-11-24T09:05")
    desk.do("requests.register", client=2, kind="tech", text="Как выгрузить список номеров")
    desk.do("requests.register", client=1, kind="tech", text="Шлагбаум стоит, машины не едут", severity="stop")
    desk.at("2026-11-24T10:00")
    return desk


def rows(hands: Hands) -> list[str]:
    """The lines of the list without its head, blanks squeezed."""
    return [" ".join(line.split()) for line in hands.at("#list")[1:] if line.strip("▐ ")]


async def to_requests(hands: Hands, *keys: str) -> None:
    """The screen, and keys pressed on it."""
    await hands.press("5", *keys)


@pytest.mark.parametrize("russian", [False, True])
async def test_it_opens_by_a_digit_and_by_a_letter(asked: Desk, russian: bool) -> None:
    async with sit_at(asked, russian=russian) as hands:
        await hands.press("g", "r")
        assert hands.at("#splits")[0].strip().startswith("[Наш ход 2] Ждём клиента 0  Ждём отдел 0")
        assert hands.sees("Открыто 2")


async def test_work_that_stands_comes_first(asked: Desk) -> None:
    async with sit_at(asked) as hands:
        await to_requests(hands)
        first, second = rows(hands)
        assert "Ромашка" in first
        assert "работа стоит" in first
        assert "Берёзка" in second


async def test_the_card_tells_the_request_and_what_is_known_of_the_client(asked: Desk) -> None:
    async with sit_at(asked) as hands:
        await to_requests(hands)
        assert hands.sees("Шлагбаум стоит, машины не едут")
        assert hands.sees("Мария Котова")


async def test_d_takes_a_new_request_then_asks_for_its_result_then_closes_it(asked: Desk) -> None:
    async with sit_at(asked) as hands:
        await to_requests(hands, "d")
        assert {row["id"]: row["state"].value for row in asked.rows("request")}[2] == "in_work"
        await hands.press("home", "d")
        await hands.type("Перезагрузили стойку")
        await hands.press("enter")
        (request,) = [row for row in asked.rows("request") if row["id"] == 2]
        assert (request["state"].value, request["result"]) == ("resolved", "Перезагрузили стойку")


async def test_what_a_department_answered_is_told_by_d(asked: Desk) -> None:
    asked.do("requests.hand_over", request=2, dept="support", incomplete=True, confirm=True)
    asked.do("requests.record_answer", handover=1, answer="Заменить блок питания")
    async with sit_at(asked) as hands:
        await to_requests(hands)
        assert any("есть ответ: сообщить" in row for row in rows(hands)) or await _at_dept(hands)
        await hands.press("d")
        assert asked.show("handover", 1)["state"].value == "told_client"


async def _at_dept(hands: Hands) -> bool:
    """The answered request stands among those that wait for a department."""
    await hands.press("tab", "tab")
    return any("есть ответ: сообщить" in row for row in rows(hands))


async def test_there_is_no_answer_to_write_where_nobody_was_asked(asked: Desk) -> None:
    async with sit_at(asked) as hands:
        await to_requests(hands, "r")
        assert "t — передать" in hands.status()


async def test_conflicts_have_their_list(asked: Desk) -> None:
    asked.do(
        "requests.open_conflict", client=1, severity="critical", demand="Вернуть деньги", next_step="Звонок",
        next_at="2026-11-24T12:00",
    )  # fmt: skip
    async with sit_at(asked) as hands:
        await to_requests(hands, "tab", "tab", "tab")
        (row,) = rows(hands)
        assert "критичный: Вернуть деньги" in row
        await hands.press("d")
        assert hands.sees("Разговор о конфликте")


async def test_words_narrow_the_list(asked: Desk) -> None:
    async with sit_at(asked) as hands:
        await to_requests(hands, "slash")
        await hands.type("выгрузить")
        assert len(rows(hands)) == 1
        await hands.press("escape")
        assert len(rows(hands)) == 2


async def test_enter_opens_the_client_on_the_request(asked: Desk) -> None:
    async with sit_at(asked) as hands:
        await to_requests(hands, "enter")
        assert hands.sees("Ромашка")
        assert hands.sees("Открытые обращения")


async def test_empty_lists_say_what_to_do(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await to_requests(hands)
        assert hands.sees("Всё разобрано. a — записать обращение")


async def test_it_fits_a_small_terminal(asked: Desk) -> None:
    async with sit_at(asked, size=SMALL) as hands:
        await to_requests(hands)
        assert all(len(line) <= 80 for line in hands.shown())
        assert hands.sees("Ромашка")
