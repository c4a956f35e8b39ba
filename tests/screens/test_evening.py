"""`Хвост дня`: a key for each item, all the rest at once, what burns, the report at the end."""

from pathlib import Path

import pytest

from cs_workbench.domain.evening import undecided
from tests.desk import Desk
from tests.screens.pilot import SMALL, Hands, sit_at

CLOSE = ("g", "e")


def left(desk: Desk) -> int:
    """How many items are not decided."""
    return len(undecided(desk.bench.queue(), desk.bench.today()))


def burn(desk: Desk) -> None:
    """The work of Тихий двор has stopped."""
    desk.do("requests.register", kind="tech", severity="stop", text="Шлагбаум стоит", client=4)


def cursor_left(hands: Hands) -> str:
    """What the head says is left."""
    return hands.at("#head")[0].partition("осталось ")[2]


@pytest.mark.parametrize("russian", [False, True])
async def test_a_digit_puts_an_item_off_and_the_next_is_under_the_cursor(desk: Desk, russian: bool) -> None:
    before = left(desk)
    async with sit_at(desk, russian=russian) as hands:
        await hands.press(*CLOSE)
        assert cursor_left(hands) == str(before)
        assert hands.cursor().startswith("! Весна")
        second = hands.at("#list")[2].strip("▐ ")
        await hands.press("1")
        assert hands.cursor() == second
        assert cursor_left(hands) == str(before - 1)
        assert hands.status() == "+ 1 пункт перенесён на 25.11.2026.  u/г отменить"
        await hands.press("2", "3", "4")
        assert [snooze["until"].day for snooze in desk.rows("snooze")] == [25, 26, 30, 1]
        await hands.press("u", "u", "u", "u")
        assert left(desk) == before


async def test_all_the_rest_goes_to_tomorrow_with_one_reason_as_one_act(desk: Desk) -> None:
    before = left(desk)
    async with sit_at(desk) as hands:
        await hands.press(*CLOSE, "a")
        assert hands.sees(f"Остальное ({before} ")
        await hands.press("enter")
        assert left(desk) == 0
        assert hands.sees("всё получило дату или причину")
        assert hands.cursor().startswith("+ Отчёт за день")
        assert any("не успели" in line for line in hands.card())
        await hands.press("a")
        assert hands.status().startswith("+ Всё уже получило дату или причину")
        await hands.press("u")
        assert left(desk) == before


async def test_those_selected_go_together(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CLOSE, "space", "space", "space", "3")
        assert len(desk.rows("snooze")) == 3
        assert not hands.app.screen.query_one("#list").selection  # type: ignore[attr-defined]
        await hands.press("u")
        assert desk.rows("snooze") == []


async def test_any_day_with_a_reason_is_typed(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CLOSE, "s")
        await hands.type("вчера")
        await hands.press("enter")
        assert desk.rows("snooze") == []
        await hands.press("ctrl+u")
        await hands.type("пт 11:00, ждём юристов")
        await hands.press("enter")
        (snooze,) = desk.rows("snooze")
        assert snooze["reason"] == "ждём юристов"


async def test_not_needed_wants_a_reason(desk: Desk) -> None:
    before = left(desk)
    async with sit_at(desk) as hands:
        await hands.press(*CLOSE, "x")
        await hands.type("договорились")
        await hands.press("enter")
        assert [mute["reason"] for mute in desk.rows("mute")] == ["договорились"]
        assert left(desk) == before - 1


async def test_what_burns_asks_for_a_reason_and_stays(desk: Desk) -> None:
    burn(desk)
    before = left(desk)
    async with sit_at(desk) as hands:
        await hands.press(*CLOSE)
        assert hands.at("#head")[0].endswith("· горит 1")
        await hands.press("x")
        assert hands.status().startswith("▴ Горящее не снимают")
        await hands.press("1")
        assert "Это горит" in " ".join(hands.at("#line-title"))
        await hands.press("enter")
        assert hands.sees("Напишите причину")
        await hands.type("инженер едет")
        await hands.press("enter")
        assert left(desk) == before - 1
        assert not hands.cursor().startswith("✓")
        await hands.press("end", "k")
        assert hands.cursor().startswith("✓ Тихий двор")
        await hands.press("s")
        await hands.type("завтра")
        await hands.press("enter")
        assert hands.sees("допишите причину после запятой")


async def test_the_rest_with_what_burns_has_no_ready_reason(desk: Desk) -> None:
    burn(desk)
    async with sit_at(desk) as hands:
        await hands.press(*CLOSE, "a", "enter")
        assert hands.sees("Напишите причину")
        await hands.type("сдал смену")
        await hands.press("enter")
        assert left(desk) == 0
        assert hands.cursor().startswith("+ Отчёт за день")


async def test_a_call_is_made_from_here(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await hands.press(*CLOSE, "c", "1")
        assert desk.rows("call_attempt")[-1]["outcome"] == "no_answer"


@pytest.mark.parametrize("size", [SMALL, (160, 45)])
async def test_the_report_goes_to_its_file_and_the_clipboard(desk: Desk, size: tuple[int, int]) -> None:
    async with sit_at(desk, size) as hands:
        await hands.press(*CLOSE, "a", "enter")
        await hands.press("enter")
        assert hands.sees("Отчёт за день: вторник 24 ноября 2026")
        (file,) = Path(desk.bench.where).parent.glob("*reports/2026-11-24.txt")
        assert file.read_text(encoding="utf-8").startswith("Отчёт за день: вторник 24 ноября 2026\n")
        assert file.stat().st_mode & 0o777 == 0o600
        assert hands.app.clipboard.startswith("Отчёт за день")
        file.unlink()
        await hands.press("escape", "y")
        assert file.exists()


async def test_where_the_report_cannot_be_written_it_is_said(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        (Path(desk.bench.where).parent / "desk-reports").write_text("занято", encoding="utf-8")
        await hands.press(*CLOSE, "y")
        assert hands.status().startswith("▴ Папку")


async def test_forty_items_are_closed_by_forty_keys(desk: Desk) -> None:
    for number in range(40):
        desk.do("tasks.add", text=f"Дело {number}", on="сегодня")
    before = left(desk)
    async with sit_at(desk) as hands:
        await hands.press(*CLOSE)
        await hands.press(*["1"] * before)
        assert left(desk) == 0
