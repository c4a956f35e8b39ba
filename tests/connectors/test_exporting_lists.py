"""Lists in files, read back: sums are numbers, days are days, texts are never formulas, Cyrillic opens in Excel."""

import csv
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from cs_workbench.connectors.exporting import xlsx
from cs_workbench.connectors.exporting.shapes import Field, Listing, Words
from cs_workbench.connectors.exporting.writing import write
from cs_workbench.kernel.money import Money

FIELDS = (
    Field("id", "number"),
    Field("rev", "number", plain=True),
    Field("name", "text"),
    Field("phone", "phone"),
    Field("state", "word"),
    Field("sum", "money"),
    Field("on", "day"),
    Field("at", "moment"),
    Field("open", "yes_no"),
)
HEADINGS = {"id": "№", "name": "Название", "phone": "Телефон", "state": "Состояние", "sum": "Сумма", "on": "Дата"}
WORDS = Words(
    "Счета: 2026/11", lambda name: HEADINGS.get(name, name), lambda value: {"paid": "оплачен"}.get(value, value)
)
NOON = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
ROW = (7, 1, "ООО «Ёлка»", "+79161234567", "paid", Money(2480050), date(2026, 11, 24), NOON, True)
EMPTY = (8, 1, "", None, "new", None, None, None, False)
FORMULAS = ["=1+1", '=HYPERLINK("http://x")', "+7 звонить", "-5", "@SUM(A1)", "\t=1+1", "\r=1+1", " =1+1", "\n=1"]


def of(*rows: Sequence[Any]) -> Listing:
    """A list of these rows."""
    return Listing("invoice", FIELDS, len(rows), lambda: iter([list(rows)]))


def named(text: str) -> tuple[Any, ...]:
    """A row with this name."""
    return (1, 1, text, None, "new", None, None, None, None)


def sheet(path: Path) -> Any:
    """The first sheet of a workbook."""
    return openpyxl.load_workbook(path).worksheets[0]


def test_a_workbook_holds_numbers_days_and_texts(tmp_path: Path) -> None:
    path = tmp_path / "счета.xlsx"
    write(of(ROW, EMPTY), path, WORDS)
    found = sheet(path)
    head, row, empty = found.iter_rows(min_row=1, max_row=3)
    assert [cell.value for cell in head] == ["№", "Название", "Телефон", "Состояние", "Сумма", "Дата", "at", "open"]
    assert [cell.value for cell in row] == [
        *(7, "ООО «Ёлка»", "+7 916 123-45-67", "оплачен", 24800.5),
        *(datetime(2026, 11, 24), datetime(2026, 11, 24, 12, 30), "да"),
    ]
    assert [cell.data_type for cell in row] == ["n", "s", "s", "s", "n", "d", "d", "s"]
    assert (row[2].number_format, row[4].number_format, row[5].number_format) == ("@", "#,##0.00", "DD.MM.YYYY")
    assert [cell.value for cell in empty] == [8, None, None, "new", None, None, None, "нет"]
    assert (found.title, found.freeze_panes, found.auto_filter.ref) == ("Счета  2026 11", "A2", "A1:H3")
    assert head[0].font.bold


def test_another_reader_sees_the_same(tmp_path: Path) -> None:
    path = tmp_path / "счета.xlsx"
    write(of(ROW), path, WORDS)
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert rows[1][:6] == [7.0, "ООО «Ёлка»", "+7 916 123-45-67", "оплачен", 24800.5, date(2026, 11, 24)]


@pytest.mark.parametrize("kopecks", [1, 10, 99, 100, -2480050, 123456789012345])
def test_a_sum_keeps_its_kopecks(tmp_path: Path, kopecks: int) -> None:
    path = tmp_path / "счета.xlsx"
    write(of((1, 1, "", None, "new", Money(kopecks), None, None, None)), path, WORDS)
    assert Decimal(str(sheet(path)["E2"].value)) * 100 == kopecks


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_in_a_workbook_is_no_formula(tmp_path: Path, text: str) -> None:
    path = tmp_path / "счета.xlsx"
    write(of(named(text)), path, WORDS)
    cell = sheet(path)["B2"]
    assert (cell.data_type, cell.value.strip(), cell.number_format) == ("s", text.strip(), "@")


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_in_csv_is_disarmed(tmp_path: Path, text: str) -> None:
    path = tmp_path / "счета.csv"
    write(of(named(text)), path, WORDS)
    (_head, row) = csv.reader(path.read_text(encoding="utf-8-sig").splitlines(keepends=True), delimiter=";")
    assert row[1].startswith("'")


def test_csv_opens_in_russian_excel(tmp_path: Path) -> None:
    path = tmp_path / "счета.csv"
    write(of(ROW, EMPTY), path, WORDS)
    lines = path.read_bytes().decode("utf-8").split("\r\n")
    assert lines == [
        "\ufeff№;Название;Телефон;Состояние;Сумма;Дата;at;open",
        "7;ООО «Ёлка»;8 916 123-45-67;оплачен;24800,50;24.11.2026;24.11.2026 12:30;да",
        "8;;;new;;;;нет",
        "",
    ]


def test_a_telephone_of_another_country_is_no_number(tmp_path: Path) -> None:
    path = tmp_path / "счета.csv"
    write(of((1, 1, "", "+375291234567", "new", None, None, None, None)), path, WORDS)
    assert ";'+375" in path.read_text(encoding="utf-8-sig")


def test_json_has_every_field_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "счета.json"
    write(of(ROW, EMPTY), path, WORDS)
    found = json.loads(path.read_text(encoding="utf-8"))
    assert (found["record"], found["total"], len(found["rows"])) == ("invoice", 2, 2)
    assert found["rows"][0] == {
        "id": 7,
        "rev": 1,
        "name": "ООО «Ёлка»",
        "phone": "+79161234567",
        "state": "paid",
        "sum": "24800.50",
        "on": "2026-11-24",
        "at": "2026-11-24T12:30:00+03:00",
        "open": True,
    }
    assert found["rows"][1]["sum"] is None


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
def test_a_list_without_rows_has_its_headings(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"счета{suffix}"
    write(Listing("invoice", FIELDS, 0, lambda: iter(())), path, WORDS)
    if suffix == ".xlsx":
        assert [cell.value for cell in next(sheet(path).iter_rows())][:2] == ["№", "Название"]
    elif suffix == ".json":
        assert json.loads(path.read_text(encoding="utf-8"))["rows"] == []
    else:
        assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 1


def test_a_full_sheet_is_continued_on_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 2)
    path = tmp_path / "счета.xlsx"
    write(of(*(named(str(number)) for number in range(5))), path, WORDS)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Счета  2026 11", "Счета  2026 11 2", "Счета  2026 11 3"]
    assert [[row[1].value for row in one.iter_rows(min_row=2)] for one in book] == [["0", "1"], ["2", "3"], ["4"]]
    assert all(one["A1"].value == "№" for one in book)


def test_hostile_texts_make_no_broken_workbook(tmp_path: Path) -> None:
    path = tmp_path / "счета.xlsx"
    texts = ["<b>&amp;</b>", "\x1b[31mкрасный", "\x00\x08", "\ud800", "]]>", "две\nстроки", "😀", "\u202eоборот"]
    write(of(*map(named, texts)), path, WORDS)
    assert [row[1].value or None for row in sheet(path).iter_rows(min_row=2)] == [
        *("<b>&amp;</b>", "красный", None, None, "]]>", "две\nстроки", "😀", "оборот"),
    ]
