"""Registers at the screen: a path, the columns where they are odd, the preview, Enter (rows 1.1, 1.5, 8.1)."""

from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.connectors.spreadsheets import inn, text, xlsx
from tests.desk import Desk
from tests.screens.pilot import SMALL, Hands, sit_at

BOTH = pytest.mark.parametrize("russian", [False, True], ids=["latin", "russian"])
SIZES = pytest.mark.parametrize("size", [(160, 45), SMALL], ids=["wide", "small"])
ROWS = [("ООО «Клён»", inn(1), "8 495 123-45-67"), ("Липа", "123", ""), ("Ромашка", "7707083893", "89160000000")]


@pytest.fixture
def folder(home: Path) -> Path:
    """The folder of downloads."""
    found = home / "Downloads"
    found.mkdir()
    return found


def titled(folder: Path) -> Path:
    """A list with the usual titles."""
    return xlsx(folder / "clients.xlsx", [["Список"], ("Контрагент", "ИНН", "Телефон"), *ROWS])


def odd(folder: Path) -> Path:
    """A list with titles of its own."""
    return xlsx(folder / "odd.xlsx", [("Кого знаем", "Налоговая", "Как найти"), *ROWS])


async def ask(hands: Hands, kind: str = "clients") -> None:
    """The question for a file, and the only one among the downloads."""
    hands.app.open_register(kind)
    await hands.settle()
    await hands.press("tab", "enter")


@BOTH
@SIZES
async def test_a_register_is_looked_at_loaded_and_undone(
    desk: Desk, folder: Path, russian: bool, size: tuple[int, int]
) -> None:
    titled(folder)
    before = desk.rows("client")
    async with sit_at(desk, size, russian=russian) as hands:
        await ask(hands)
        assert hands.sees("Добавит 1, изменит 1, не возьмёт 1")
        assert hands.sees("Контрагент — название, ИНН — ИНН, Телефон — телефон")
        await hands.press("enter")
        assert hands.sees("Добавлено: 1 клиент; изменено: 1; не загружено: 1.")
        assert len(desk.rows("client")) == len(before) + 1
        await hands.press("u")
        assert [row["name"] for row in desk.rows("client")] == [row["name"] for row in before]


async def test_it_is_found_among_the_actions_by_its_name(desk: Desk, folder: Path) -> None:
    titled(folder)
    async with sit_at(desk) as hands:
        await hands.press("f10")
        await hands.type("загрузить клиентов")
        await hands.press("enter")
        assert hands.sees("Список клиентов (XLSX, XLS, CSV): файл")


async def test_only_tables_are_completed(desk: Desk, folder: Path) -> None:
    titled(folder)
    (folder / "clients.txt").touch()
    async with sit_at(desk) as hands:
        hands.app.open_register("clients")
        await hands.settle()
        await hands.press("tab")
        assert hands.sees("~/Downloads/clients.xlsx")


async def test_esc_loads_nothing(desk: Desk, folder: Path) -> None:
    titled(folder)
    before = desk.snapshot()
    async with sit_at(desk) as hands:
        await ask(hands)
        await hands.press("escape")
        assert hands.at("#splits")[0].startswith(" [Всё ")
    assert desk.snapshot() == before


@BOTH
@SIZES
async def test_odd_columns_are_mapped_by_keys_and_remembered(
    desk: Desk, folder: Path, russian: bool, size: tuple[int, int]
) -> None:
    path = odd(folder)
    async with sit_at(desk, size, russian=russian) as hands:
        await ask(hands)
        assert hands.sees("Не хватает: название или ИНН")
        assert hands.sees("ООО «Клён»")
        await hands.press("d")
        assert hands.sees("Не хватает: название или ИНН. Укажите колонку.")
        await hands.press("right", "down", "right", "down", "enter")
        assert hands.sees("Колонка «Как найти»: читать как")
        await hands.type("телефон")
        await hands.press("enter")
        assert hands.sees("Всё нужное есть")
        await hands.press("d")
        assert hands.sees("Кого знаем — название, Налоговая — ИНН, Как найти — телефон")
        await hands.press("enter")
        assert hands.sees("Добавлено: 1 клиент")
        path.rename(folder / "again.xlsx")
        await ask(hands)
        assert hands.sees("Без изменений 2, не возьмёт 1")


async def test_columns_are_looked_at_again_from_the_preview(desk: Desk, folder: Path) -> None:
    titled(folder)
    async with sit_at(desk) as hands:
        await ask(hands)
        await hands.press("m", "down", "down", "left", "left", "d")
        assert hands.sees("Контрагент — название, ИНН — ИНН")
        assert not hands.sees("Телефон — телефон")


async def test_esc_from_the_columns_leaves_everything_as_it_was(desk: Desk, folder: Path) -> None:
    titled(folder)
    async with sit_at(desk) as hands:
        await ask(hands)
        await hands.press("m", "left", "escape")
        assert hands.sees("Добавит 1, изменит 1, не возьмёт 1")


async def test_a_field_is_read_of_one_column(desk: Desk, folder: Path) -> None:
    odd(folder)
    async with sit_at(desk) as hands:
        await ask(hands)
        await hands.press("right", "down", "enter")
        await hands.type("название")
        await hands.press("enter")
        rows = [line for line in hands.at("#mapping-rows") if "название" in line]
        assert len(rows) == 1
        assert "Налоговая" in rows[0]


async def test_a_line_and_the_remarks_are_read_whole(desk: Desk, folder: Path) -> None:
    titled(folder)
    async with sit_at(desk, SMALL) as hands:
        await ask(hands)
        await hands.press("w")
        assert hands.sees("Строка 4: не взять")
        assert hands.sees("В ИНН десять цифр у организации и двенадцать у предпринимателя.")
        await hands.press("escape", "t")
        assert hands.sees("Строка 4: В ИНН десять цифр")
        await hands.press("escape")
        assert hands.sees("Добавит 1, изменит 1, не возьмёт 1")


async def test_a_bad_file_is_refused_where_its_path_stands(desk: Desk, folder: Path) -> None:
    (folder / "list.csv").write_bytes(b"<html></html>")
    async with sit_at(desk) as hands:
        await ask(hands)
        assert hands.sees("~/Downloads/list.csv")
        assert hands.sees("Это не таблица XLSX, XLS или CSV")


async def test_loading_is_stopped_by_esc(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(action: str, inputs: Any, told: Any) -> None:
        for _ in count():
            told(1, 6)

    text(folder / "clients.csv", [("Клиент", "ИНН"), *(row[:2] for row in ROWS)])
    monkeypatch.setattr(desk.bench, "perform", endless)
    async with sit_at(desk) as hands:
        await ask(hands)
        await hands.start("enter")
        await hands.press("escape")
        assert hands.sees("Остановлено: ничего не записано.")
        assert hands.sees("Добавит 1")


async def test_reading_ends_with_the_question(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = []

    def endless(reading: Any, kind: str, path: Path, columns: Any, told: Any) -> None:
        try:
            for _ in count():
                told(1, 6)
        finally:
            ended.append(path)

    titled(folder)
    async with sit_at(desk) as hands:
        hands.app.open_register("clients")
        await hands.settle()
        monkeypatch.setattr(desk.bench, "read", endless)
        await hands.press("tab")
        await hands.start("enter")
        monkeypatch.undo()
        await hands.press("escape")
        assert len(ended) == 1
        assert hands.at("#splits")[0].startswith(" [Всё ")
