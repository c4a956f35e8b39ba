"""How a spreadsheet is read: where its titles stand, what its columns and cells mean, which rows are lines."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from cs_workbench.connectors.registers.cells import corrected, read_cell
from cs_workbench.connectors.registers.fields import REGISTERS, Register, Sort
from cs_workbench.connectors.registers.header import columns_of, find_header
from cs_workbench.connectors.registers.rows import raw_lines, samples
from cs_workbench.connectors.registers.sheets import open_sheets
from cs_workbench.kernel.errors import Refusal
from tests.connectors.spreadsheets import text, xls, xlsx

CLIENTS, INVOICES, ASSETS = (REGISTERS[kind] for kind in ("clients", "invoices", "assets"))
TITLES = ("Контрагент", "ИНН", "Телефон")
ROMASHKA = ("ООО «Ромашка»", "7707083893", "8 916 123-45-67")


def lines(path: Path, kind: str = "clients") -> list[tuple[int, dict[str, str]]]:
    """The raw lines of the first sheet."""
    register = REGISTERS[kind]
    header = find_header(next(open_sheets(path)), register, lambda titles: None)
    assert header is not None
    return [(number, dict(raw)) for number, raw in raw_lines(header, register)]


def test_the_titles_of_1c_stand_under_a_merged_heading_on_row_seven(tmp_path: Path) -> None:
    rows = [["Список контрагентов"], [], ["Отбор: все"], [], [], [], TITLES, ROMASHKA, ["Итого: 1"]]
    path = xlsx(tmp_path / "1c.xlsx", rows, merged="A1:C1")
    assert lines(path) == [(8, {"name": "ООО «Ромашка»", "inn": "7707083893", "phone": "8 916 123-45-67"})]


def test_the_sheet_of_1c_is_read_before_others(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "book.xlsx", [TITLES, ROMASHKA], first=["Заметки", "Ещё"])
    assert [sheet.name for sheet in open_sheets(path)] == ["TDSheet", "Заметки", "Ещё"]


def test_a_table_that_begins_aside_keeps_the_rows_of_the_file(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "aside.xlsx", [[], [], [None, None, *TITLES], [None, None, *ROMASHKA]])
    assert [number for number, _ in lines(path)] == [4]


def test_empty_rows_totals_and_titles_repeated_on_each_page_are_no_lines(tmp_path: Path) -> None:
    rows = [TITLES, ROMASHKA, ["", "", ""], TITLES, ["Весна", "", ""], ["Итого по странице", "", ""], ["ВСЕГО", 2, ""]]
    assert [raw["name"] for _, raw in lines(xlsx(tmp_path / "a.xlsx", rows))] == ["ООО «Ромашка»", "Весна"]


def test_the_old_excel_is_read_too(tmp_path: Path) -> None:
    path = xls(tmp_path / "old.xls", [["Контрагенты"], TITLES, ["Ромашка", 7707083893.0, 79161234567.0]])
    assert lines(path) == [(3, {"name": "Ромашка", "inn": "7707083893", "phone": "79161234567"})]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_text_file_is_read_in_any_encoding_and_with_any_separator(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    name = '"ООО ""Ромашка; и, Ко"""'
    path = text(tmp_path / "list.csv", [TITLES, (name, *ROMASHKA[1:])], separator, encoding)
    assert lines(path)[0][1]["name"] == 'ООО "Ромашка; и, Ко"'


def test_a_cell_of_several_lines_does_not_move_the_numbers_of_rows(tmp_path: Path) -> None:
    path = text(tmp_path / "list.csv", [TITLES, ('"ООО\r\nРомашка"', "7707083893", ""), ("Весна", "", "")])
    assert [(number, raw["name"]) for number, raw in lines(path)] == [(2, "ООО Ромашка"), (4, "Весна")]


@pytest.mark.parametrize(
    ("cell", "sort", "read"),
    [
        (24800.0, "money", "24800.00"),
        (0.1 + 0.2, "money", "0.30"),
        (1234567.805, "money", "1234567.81"),
        ("24 800,00", "money", "24 800,00"),
        ("24\u00a0800,00", "money", "24\u00a0800,00"),
        (datetime(2026, 11, 24, 12, 30), "day", "2026-11-24"),
        ("24.11.2026 0:00:00", "day", "24.11.2026"),
        ("2026-11-24T10:00:00", "day", "2026-11-24"),
        ("24/11/2026", "day", "24.11.2026"),
        (46350.0, "day", "2026-11-24"),
        (46350.5, "day", "2026-11-24"),
        (79161234567.0, "phone", "79161234567"),
        ("79161234567.0", "phone", "79161234567"),
        (123.0, "code", "123"),
        ("0000-000123", "code", "0000-000123"),
        (1e300, "code", ""),
        (float("nan"), "money", ""),
        ("—", "text", ""),
        (True, "text", "да"),
        (None, "text", ""),
    ],
)
def test_a_cell_becomes_what_a_person_would_type(cell: Any, sort: Sort, read: str) -> None:
    assert read_cell(cell, sort) == read


@pytest.mark.parametrize(
    ("raw", "whole"),
    [
        ({"inn": "274062111"}, {"inn": "0274062111"}),
        ({"inn": "7707083893/770701001", "kpp": ""}, {"inn": "7707083893", "kpp": "770701001"}),
        ({"inn": "7707083893 / 770701001"}, {"inn": "7707083893"}),
        ({"inn": "0", "kpp": "0"}, {"inn": "", "kpp": ""}),
        ({"kpp": "27401001"}, {"kpp": "027401001"}),
    ],
)
def test_codes_that_excel_has_spoilt_are_whole_again(raw: dict[str, str], whole: dict[str, str]) -> None:
    assert corrected(raw) == whole


@pytest.mark.parametrize(
    ("register", "titles", "fields"),
    [
        (
            INVOICES,
            ("Дата", "Номер", "Сумма, руб.", "Контрагент", "ИНН / КПП", "Срок оплаты", "Ответственный"),
            ("issued_on", "number", "sum", "client", "inn", "due_on", ""),
        ),
        (
            CLIENTS,
            ("Наименование", "Тел. (раб)", "E-mail:", "Ответственный", "Контактное лицо", "Фактический адрес"),
            ("name", "phone", "email", "manager", "contact", "address"),
        ),
        (
            ASSETS,
            ("Клиент", "Объект", "Тип", "Модель", "Зав. №", "Гарантия до"),
            ("client", "site", "category", "model", "serial", "warranty_until"),
        ),
    ],
    ids=["invoices", "clients", "assets"],
)
def test_columns_are_known_by_how_1c_and_people_call_them(
    register: Register, titles: tuple[str, ...], fields: tuple[str, ...]
) -> None:
    assert columns_of(titles, register) == fields


def test_a_field_is_read_of_one_column_the_best_named() -> None:
    assert columns_of(("Клиент", "Название", "Название"), CLIENTS) == ("", "name", "")


def test_a_column_shows_its_first_values(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [TITLES, *([f"Клиент {number}", "", number] for number in range(1, 9))])
    header = find_header(next(open_sheets(path)), CLIENTS, lambda titles: None)
    assert header is not None
    assert samples(header) == (("Клиент 1", "Клиент 2", "Клиент 3"), (), ("1", "2", "3"))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not_a_table"),
        (b"<html><table><tr><td>1</td></tr></table>", "not_a_table"),
        (b"PK\x03\x04 and nothing of an archive", "not_a_table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing more", "not_a_table"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "odd.xlsx"
    path.write_bytes(data)
    with pytest.raises(Refusal) as caught:
        list(open_sheets(path))
    assert caught.value.code == code


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.xlsx", "no_file"), (tmp_path, "not_a_file")):
        with pytest.raises(Refusal) as caught:
            list(open_sheets(path))
        assert caught.value.code == code
