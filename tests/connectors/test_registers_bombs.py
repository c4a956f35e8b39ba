"""Spreadsheets that would hurt whoever opens them are refused before they are opened (reliability 4.3)."""

import struct
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from cs_workbench.connectors.registers.guard import MAX_COLUMNS, MAX_ROWS
from cs_workbench.connectors.registers.sheets import open_sheets
from cs_workbench.kernel.errors import Refusal
from tests.connectors.spreadsheets import repacked, text, xls, xlsx

SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A workbook with nothing wrong in it."""
    return xlsx(tmp_path / "good.xlsx", [["Контрагент", "ИНН"], ["Ромашка", "7707083893"]])


def refused(path: Path) -> str:
    """The code with which a file is refused."""
    with pytest.raises(Refusal) as caught:
        list(open_sheets(path))
    return caught.value.code


def cell(name: str) -> bytes:
    """One cell of a sheet's XML."""
    return SHEET % f'<row r="{int("".join(filter(str.isdigit, name)))}"><c r="{name}"><v>1</v></c></row>'.encode()


def test_a_good_workbook_is_opened(good: Path) -> None:
    assert [sheet.height for sheet in open_sheets(good)] == [2]


def test_a_member_packed_a_thousandfold_is_a_bomb(good: Path, tmp_path: Path) -> None:
    assert refused(repacked(good, tmp_path / "bomb.xlsx", sheet1=SHEET % (b" " * 30_000_000))) == "bomb"


def test_a_member_that_lies_about_its_size_is_a_bomb(good: Path, tmp_path: Path) -> None:
    path = repacked(good, tmp_path / "liar.xlsx", sheet1=SHEET % (b" " * 30_000_000))
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    path.write_bytes(data.replace(struct.pack("<I", size), struct.pack("<I", 900)))
    assert refused(path) == "bomb"


def test_too_many_members_are_a_bomb(good: Path, tmp_path: Path) -> None:
    many = {f"xl/media/{number}.bin": b"x" for number in range(2_001)}
    assert refused(repacked(good, tmp_path / "many.xlsx", **many)) == "bomb"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(good: Path, tmp_path: Path, encoding: str) -> None:
    laughs = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><sst>&lol;</sst>'.encode(encoding)
    assert refused(repacked(good, tmp_path / "lol.xlsx", **{"xl/sharedStrings.xml": laughs})) == "entities"


def test_an_entity_behind_a_long_comment_is_found(good: Path, tmp_path: Path) -> None:
    words = " ".join(map(str, range(300_000))).encode()
    late = b"<!--" + words[: (1 << 20) - 6] + b"--><!DOCTYPE a>" + SHEET % b""
    assert refused(repacked(good, tmp_path / "late.xlsx", sheet1=late)) == "entities"


@pytest.mark.parametrize("name", ["A1048576", f"A{MAX_ROWS + 1}", "XFD1", "GS1", "zz9"])
def test_a_cell_beyond_the_caps_is_refused_before_memory_is_taken_for_all_between(
    good: Path, tmp_path: Path, name: str
) -> None:
    assert refused(repacked(good, tmp_path / "far.xlsx", sheet1=cell(name))) == "too_big"


@pytest.mark.parametrize("name", [f"A{MAX_ROWS}", "GR1"])
def test_a_cell_at_the_caps_is_read(good: Path, tmp_path: Path, name: str) -> None:
    assert len(list(open_sheets(repacked(good, tmp_path / "edge.xlsx", sheet1=cell(name))))) == 1


def test_a_text_beyond_the_caps_is_refused(tmp_path: Path) -> None:
    assert refused(text(tmp_path / "long.csv", ([number, 1] for number in range(MAX_ROWS + 100)))) == "too_big"
    (sheet,) = open_sheets(text(tmp_path / "wide.csv", [range(MAX_COLUMNS + 1)]))
    with pytest.raises(Refusal) as caught:
        list(sheet.rows())
    assert caught.value.code == "too_big"


def test_an_archive_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "docs.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "привет")
    assert refused(path) == "not_a_table"


def test_a_workbook_that_is_cut_off_is_refused(good: Path, tmp_path: Path) -> None:
    path = tmp_path / "cut.xlsx"
    path.write_bytes(good.read_bytes()[:-200])
    assert refused(path) == "not_a_table"


def test_an_old_workbook_that_breaks_its_reader_is_refused_and_says_nothing_itself(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    data = xls(tmp_path / "old.xls", [["Контрагент", "ИНН"], ["Ромашка", 7707083893.0]]).read_bytes()
    for number, place in enumerate(range(512, len(data), 97)):
        path = tmp_path / f"{number}.xls"
        path.write_bytes(data[:place] + b"\xff\xff\xff" + data[place + 3 :])
        with suppress(Refusal):
            list(open_sheets(path))
    assert capfd.readouterr().err == ""


def test_an_old_workbook_with_cells_in_its_far_corners_is_refused(tmp_path: Path) -> None:
    rows: list[list[object]] = [[] for _ in range(65_536)]
    rows[0], rows[-1] = ["Контрагент"], ["", *[""] * 254, "угол"]
    assert refused(xls(tmp_path / "far.xls", rows)) in ("too_big", "not_a_table")
