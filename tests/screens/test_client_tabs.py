"""The card of a client: requests, sites, needs, the narrowed timeline, and the row that it is opened at."""

import pytest

from tests.desk import Desk
from tests.screens.pilot import Hands, sit_at
from tests.screens.test_client import id_of, opened


def stopped_barrier(desk: Desk) -> int:
    """Ромашка has a site with a lane; its barrier stands, support was asked, and there is a conflict."""
    client = id_of(desk, "Ромашка")
    site = desk.new("site", "clients.add_site", client=client, name="Двор", address="ул. Ленина, 1")
    desk.do("clients.add_lane", site=site)
    desk.do("requests.register", client=client, kind="tech", severity="stop", text="Стоит шлагбаум")
    desk.do("requests.take", request=1)
    desk.do("requests.hand_over", request=1, dept="support", incomplete="да", confirm=True)
    desk.do(
        "requests.open_conflict",
        client=client,
        severity="high",
        demand="вернуть деньги",
        next_step="позвонить",
        next_at="завтра 11:00",
    )
    return client


async def to_tab(hands: Hands, title: str) -> None:
    """Tab until a tab is the active one."""
    for _ in range(8):
        if f"[{title} " in hands.at("#splits")[0]:
            return
        await hands.press("tab")
    raise AssertionError(f"no tab {title}")


async def test_requests_and_conflicts_stand_with_their_handovers(desk: Desk) -> None:
    stopped_barrier(desk)
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Ромашка")
        await to_tab(hands, "Обращения")
        assert "[Обращения 2]" in hands.at("#splits")[0]
        rows = [line.strip() for line in hands.at("#list")[1:7]]
        assert rows[0] == "Конфликты"
        assert "Конфликт, важный: вернуть деньги" in rows[1]
        assert rows[2] == "Открытые обращения"
        assert "№ 1 техника, работа стоит: Стоит шлагбаум" in rows[3]
        assert "└ передано: техподдержка" in rows[4]
        assert hands.sees("▴ Открыт конфликт: вернуть деньги") or hands.sees("! Открыт конфликт: вернуть деньги")


async def test_enter_offers_what_the_state_of_a_record_allows(desk: Desk) -> None:
    stopped_barrier(desk)
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Ромашка")
        await to_tab(hands, "Обращения")
        await hands.press("j", "j", "enter")
        assert hands.sees("Передать отделу")
        assert not hands.sees("Открыть снова")
        await hands.press("escape", "j", "enter")
        await hands.type("ответ")
        await hands.press("enter")
        await hands.type("перезагрузить контроллер")
        await hands.press("enter")
        assert desk.rows("handover")[0]["answer"] == "перезагрузить контроллер"
        assert hands.sees("└ передано: техподдержка: перезагрузить контроллер")


@pytest.mark.parametrize("russian", [False, True])
async def test_a_request_is_written_down_and_handed_over_from_the_card(desk: Desk, russian: bool) -> None:
    client = id_of(desk, "Весна")
    async with sit_at(desk, russian=russian) as hands:
        await opened(hands, desk, "Весна")
        await to_tab(hands, "Обращения")
        await hands.press("a", "enter")
        await hands.type("техника")
        await hands.press("tab")
        await hands.type("не открывается")
        await hands.press("enter")
        assert [row["client_id"] for row in desk.rows("request")] == [client]
        await hands.press("t")
        assert hands.sees("Отдел")
        await hands.type("техподдержка")
        await hands.press("enter", "enter")
        await hands.press("escape")
        assert hands.sees("№ 1 техника")


async def test_a_site_gets_its_readiness_and_a_lane_from_the_card(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Весна")
        await to_tab(hands, "Объекты")
        assert hands.sees("Объектов нет. a — добавить")
        await hands.press("a")
        await hands.type("Ворота")
        await hands.press("enter")
        assert hands.cursor().startswith("Ворота")
        assert hands.sees("готовность неизвестна")
        await hands.press("a")
        await hands.type("проезд")
        await hands.press("enter")
        assert [row["category"] for row in desk.rows("asset")] == ["barrier", "camera", "controller"]
        assert hands.sees("└ шлагбаум")
        await hands.press("enter", "enter")
        await hands.type("promised")
        await hands.press("tab")
        await hands.type("02.12")
        await hands.press("enter")
        assert desk.rows("site")[0]["state"] == "promised"
        assert hands.sees("готовность обещана на 02.12.2026")


async def test_needs_are_asked_where_they_are_not_known(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Весна")
        await to_tab(hands, "Знакомство")
        assert hands.cursor().startswith("▴ Чего хочет добиться")
        await hands.press("e")
        await hands.type("без охраны")
        await hands.press("enter")
        assert "[Знакомство 6]" in hands.at("#splits")[0]
        assert hands.sees("1 ответ из 7")


async def test_the_timeline_is_narrowed_to_some_events(desk: Desk) -> None:
    stopped_barrier(desk)
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Ромашка")
        assert hands.at("#splits")[0].startswith(" [Лента 7]")
        await hands.press("right", "right", "right")
        assert hands.at("#splits")[0].startswith(" [Лента: обращения 3]")
        assert hands.sees("обращение № 1")
        assert hands.sees("техподдержка: отправлено")
        await hands.press("o")
        await hands.type("деньги")
        await hands.press("enter")
        assert hands.at("#splits")[0].startswith(" [Лента: деньги 4]")
        await hands.press("left", "left")
        assert hands.at("#splits")[0].startswith(" [Лента 7]")


async def test_a_client_is_opened_at_a_row(desk: Desk) -> None:
    client = id_of(desk, "Ромашка")
    async with sit_at(desk) as hands:
        hands.app.open_client(client, "invoice:7")
        await hands.settle()
        assert "[Деньги 2]" in hands.at("#splits")[0]
        assert "Счёт № 107" in hands.cursor()
        await hands.press("escape")
        hands.app.open_client(client, "contact:1")
        await hands.settle()
        assert hands.cursor().startswith("Мария Котова")
