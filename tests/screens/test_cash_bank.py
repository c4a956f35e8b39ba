"""«Банк» on the screen `Касса`: lines that wait for a place, matched or put aside."""

import pytest

from tests.desk import Desk
from tests.screens.pilot import SMALL, Hands, sit_at

BOTH = pytest.mark.parametrize("russian", [False, True], ids=["latin", "russian"])
RUN_DAY = "2026-12-15T10:00"

BOTH = pytest.mark.parametrize("russian", [False, True], ids=["latin", "russian"])
RUN_DAY = "2026-12-15T10:00"


async def to_cash(hands: Hands, tabs: int = 0) -> None:
    """The screen, and so many lists further."""
    await hands.press("g", "m", *["tab"] * tabs)


@pytest.fixture
def lines(desk: Desk) -> Desk:
    """Ромашка's money for one of two months is suggested, a stranger's is not."""
    desk.do(
        "billing.import_statement",
        lines=[
            {
                "on": "2026-11-23",
                "sum": "40000",
                "inn": "7707083893",
                "counterparty": "Ромашка",
                "purpose": "За ноябрь",
            },
            {"on": "2026-11-20", "sum": "700", "counterparty": "ООО Чужой", "purpose": "Возврат займа"},
        ],
    )
    return desk


@BOTH
async def test_a_suggestion_is_taken_and_a_stranger_put_aside(lines: Desk, russian: bool) -> None:
    async with sit_at(lines, russian=russian) as hands:
        await to_cash(hands, 3)
        assert "№ 10" in hands.cursor()
        assert "сумма +20" in hands.card()
        await hands.press("d")
        assert hands.status().startswith("+ Зачислено 40 000 ₽ за «Ромашка»")
        assert "ООО Чужой" in hands.cursor()
        await hands.press("x")
        await hands.type("заём")
        await hands.press("enter")
        assert [line["state"] for line in lines.rows("bank_line")] == ["allocated", "ignored"]
        assert hands.sees("Все поступления разнесены")


async def test_anothers_money_is_asked_about(lines: Desk) -> None:
    async with sit_at(lines) as hands:
        await to_cash(hands, 3)
        await hands.press("e")
        await hands.type("тих")
        await hands.press("enter")
        assert hands.sees("Ромашка")
        assert hands.sees("Enter — да, Esc — нет")
        await hands.press("escape")
        assert lines.rows("payment") == []
        await hands.press("e")
        await hands.type("тих")
        await hands.press("enter", "enter")
        assert [payment["client_id"] for payment in lines.rows("payment")] == [4]


async def test_another_invoice_is_searched(lines: Desk) -> None:
    async with sit_at(lines) as hands:
        await to_cash(hands, 3)
        await hands.press("down", "e")
        await hands.type("тих")
        assert hands.sees("Тихий двор")
        await hands.press("enter")
        assert lines.rows("bank_line")[1]["state"] == "allocated"


async def test_everything_about_a_line(lines: Desk) -> None:
    async with sit_at(lines, SMALL) as hands:
        await to_cash(hands, 3)
        await hands.press("w")
        assert hands.sees("от 80 зачисляется само")
