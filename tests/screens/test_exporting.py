"""Lists, the month's report and statements into files from the screens."""

import csv
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import openpyxl
import pytest

from cs_workbench import exports
from cs_workbench.connectors.exporting.shapes import Field, Listing, Rows, Words
from tests.desk import Desk
from tests.screens.pilot import SMALL, Hands, sit_at

BOTH = pytest.mark.parametrize("russian", [False, True], ids=["latin", "russian"])


async def choose(hands: Hands, words: str) -> None:
    """A command of the palette by a part of its name."""
    await hands.press("f10")
    await hands.type(words)
    await hands.press("enter")


async def save_as(hands: Hands, path: Path) -> None:
    """Write into this file instead of the one that is offered."""
    await hands.press("ctrl+u")
    await hands.type(str(path))
    await hands.press("enter")


def names(path: Path, column: int) -> list[str]:
    """A column of a CSV file without its heading."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row[column] for row in csv.reader(file, delimiter=";")][1:]


@BOTH
async def test_the_queue_as_it_is_narrowed(desk: Desk, tmp_path: Path, russian: bool) -> None:
    async with sit_at(desk, russian=russian) as hands:
        await choose(hands, "выгрузить")
        assert hands.sees("Выгрузить: Очередь")
        await save_as(hands, tmp_path / "q.csv")
        assert hands.status().startswith("+ Очередь: ")
        assert "Ромашка" in names(tmp_path / "q.csv", 2)


async def test_the_calls(desk: Desk, tmp_path: Path) -> None:
    async with sit_at(desk) as hands:
        await hands.press("g", "c")
        await choose(hands, "выгрузить")
        await save_as(hands, tmp_path / "calls.csv")
        assert "8 916 222-00-01" in names(tmp_path / "calls.csv", 1)


@pytest.mark.parametrize(
    ("tabs", "title", "rows"),
    [(0, "Касса по месяцам", 4), (1, "Должники", 4), (2, "Прогон месяца", 4), (3, "Поступления без места", 0)],
)
async def test_every_list_of_the_cash(desk: Desk, tmp_path: Path, tabs: int, title: str, rows: int) -> None:
    path = tmp_path / "cash.xlsx"
    async with sit_at(desk) as hands:
        await hands.press("g", "m", *["tab"] * tabs)
        await choose(hands, "выгрузить")
        assert hands.sees(f"Выгрузить: {title}")
        await save_as(hands, path)
    assert openpyxl.load_workbook(path).worksheets[0].max_row == rows + 1


@pytest.mark.parametrize(("letter", "title"), [("k", "Клиенты"), ("r", "Обращения")])
async def test_lists_of_records(desk: Desk, tmp_path: Path, letter: str, title: str) -> None:
    async with sit_at(desk) as hands:
        await hands.press("g", letter)
        await choose(hands, "выгрузить")
        assert hands.sees(f"Выгрузить: {title}")
        await save_as(hands, tmp_path / "list.csv")
        assert hands.status().startswith(f"+ {title}: ")


async def test_a_file_that_is_there_is_asked_about(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "q.csv"
    path.write_text("прежнее", encoding="utf-8")
    async with sit_at(desk, SMALL) as hands:
        await choose(hands, "выгрузить")
        await save_as(hands, path)
        assert hands.sees("Файл q.csv уже есть. Enter — заменить")
        assert path.read_text(encoding="utf-8") == "прежнее"
        await hands.press("enter")
        assert "Ромашка" in names(path, 2)


async def test_a_name_that_nothing_writes_is_refused_where_it_stands(desk: Desk, tmp_path: Path) -> None:
    async with sit_at(desk) as hands:
        await choose(hands, "выгрузить")
        await save_as(hands, tmp_path / "q.pdf")
        assert hands.sees("Файл «.pdf» записать нельзя")
        await hands.press("escape")
        assert list(tmp_path.glob("q*")) == []


@BOTH
async def test_the_months_report_from_the_cash(desk: Desk, tmp_path: Path, russian: bool) -> None:
    desk.do("billing.record_payment", client=1, sum="40000", paid_on="2026-11-20", confirm=True)
    async with sit_at(desk, SMALL, russian=russian) as hands:
        await hands.press("g", "m", "m")
        assert hands.sees("Отчёт за ноябрь 2026, по 24.11.2026")
        assert hands.sees("больше всего 20.11: 40 000 ₽")
        assert any("█" in line for line in hands.shown())
        await hands.press("left")
        assert hands.sees("Отчёт за октябрь 2026")
        assert hands.sees("За месяц денег не приходило")
        await hands.press("right", "right")
        assert hands.sees("ещё не начался")
        await hands.press("s")
        await save_as(hands, tmp_path / "report.xlsx")
        assert hands.status().startswith("+ Отчёт за ноябрь 2026")
    assert openpyxl.load_workbook(tmp_path / "report.xlsx").sheetnames == ["Итоги", "Клиенты", "По дням"]


async def test_the_months_report_to_the_clipboard(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        await choose(hands, "отчёт за месяц")
        await hands.press("y")
        assert "отчёт за ноябрь 2026" in hands.status()


async def test_a_statement_for_the_client_under_the_cursor(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "act.xlsx"
    async with sit_at(desk) as hands:
        hands.app.open_client(1)
        await hands.settle()
        await choose(hands, "акт сверки")
        assert hands.sees("Ромашка: акт сверки за")
        await hands.type("01.11.2026 20.11.2026")
        assert hands.sees("с 01.11.2026 по 20.11.2026")
        await hands.press("enter")
        await save_as(hands, path)
        assert "Акт сверки — в файле" in hands.status()
    texts = [row[1].value for row in openpyxl.load_workbook(path).worksheets[0].iter_rows() if row[1].value]
    assert texts[0] == "Документ"
    assert "Сальдо на 20.11.2026" in texts


async def test_a_period_that_nobody_can_read_stays_in_its_line(desk: Desk) -> None:
    async with sit_at(desk) as hands:
        hands.app.open_client(1)
        await hands.settle()
        await choose(hands, "акт сверки")
        await hands.type("когда-нибудь")
        await hands.press("enter")
        assert hands.sees("Напишите период")


async def test_what_is_no_clients_has_no_statement(desk: Desk) -> None:
    desk.do("tasks.pin", key=desk.item("TASK").key)
    async with sit_at(desk) as hands:
        assert "Поздравить юриста" in hands.cursor()
        await choose(hands, "акт сверки")
        assert "нет клиента" in hands.status()


async def test_a_long_file_is_stopped_by_escape(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second page waits until Esc was pressed: nothing is left of the file, the name can be changed."""
    stopped = Event()

    def pages() -> Iterator[Rows]:
        yield [(1,)]
        stopped.wait(10)
        yield [(2,)]

    slow = exports.Made(Listing("queue", (Field("id", "number"),), 2, pages), Words("Очередь", str, str))
    monkeypatch.setattr(exports, "listing", lambda *_: slow)
    async with sit_at(desk) as hands:
        await choose(hands, "выгрузить")
        await hands.press("ctrl+u")
        await hands.type(str(tmp_path / "q.csv"))
        await hands.start("enter")
        await hands.start("escape")
        assert hands.sees("Останавливаем")
        stopped.set()
        await hands.settle()
        assert hands.sees("Остановлено: файл не записан")
        assert list(tmp_path.glob("q*")) == []
