"""Papers as a workbook: titles, tables, places for signatures, ready to be printed. Written whole or not at all.

Lists of any length stand in `xlsx.py`; here a paper is a few hundred lines, or ten thousand in a report's table of
clients, and is made by openpyxl. Texts are never formulas.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from math import ceil
from pathlib import Path
from typing import Literal, NamedTuple, cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from cs_workbench.connectors.exporting.files import appearing, suffix_of
from cs_workbench.connectors.exporting.workbook_parts import sheet_title
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.text import clean_text

Style = Literal["title", "text", "head", "row", "total"]
PaperValue = str | Money | date | int | None

MONEY, DAY = "#,##0.00", "DD.MM.YYYY"
LINE_POINTS = 15
THIN = Side(style="thin", color="808080")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
SHADE = PatternFill("solid", fgColor="EEEEEE")
FONTS = {"title": Font(bold=True, size=14), "head": Font(bold=True), "total": Font(bold=True)}


class PaperLine(NamedTuple):
    """A line: a value for each column, or for each of `spans`, which say over how many columns a value stretches."""

    cells: tuple[PaperValue, ...]
    style: Style = "row"
    spans: tuple[int, ...] = ()


class Sheet(NamedTuple):
    """A sheet: widths of its columns in letters, its lines; of `heads` lines the last stays in sight."""

    title: str
    widths: tuple[int, ...]
    lines: Sequence[PaperLine]
    landscape: bool = False
    heads: int = 0


def write(path: Path, sheets: Sequence[Sheet], *, force: bool = False) -> None:
    """Write a paper of these sheets. Raises Refusal (`suffix`, `exists`, `folder`) and Unavailable."""
    suffix_of(path, (".xlsx",))
    book = Workbook()
    for number, sheet in enumerate(sheets):
        shown = book.worksheets[0] if not number else book.create_sheet()
        shown.title = sheet_title(sheet.title)
        _fill(shown, sheet)
    with appearing(path, force=force) as part, part.open("wb") as file:
        book.save(file)


def _fill(shown: Worksheet, sheet: Sheet) -> None:
    for place, width in enumerate(sheet.widths, 1):
        shown.column_dimensions[get_column_letter(place)].width = width
    for number, line in enumerate(sheet.lines, 1):
        _line(shown, number, line, sheet.widths)
    if sheet.heads:
        shown.freeze_panes = f"A{sheet.heads + 1}"
    shown.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
    shown.page_setup.paperSize = shown.PAPERSIZE_A4
    shown.page_setup.fitToHeight = 0
    shown.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _line(shown: Worksheet, number: int, line: PaperLine, widths: tuple[int, ...]) -> None:
    first, tallest = 1, 1
    for value, span in zip(line.cells, line.spans or (1,) * len(line.cells), strict=True):
        last = first + span - 1
        _put(cast("Cell", shown.cell(number, first)), value, line.style, spans=span > 1)
        if line.style in ("head", "row", "total"):
            for column in range(first, last + 1):
                shown.cell(number, column).border = BOX
        if span > 1:
            shown.merge_cells(start_row=number, start_column=first, end_row=number, end_column=last)
        if isinstance(value, str):
            room = sum(widths[first - 1 : last])
            tallest = max(tallest, sum(max(1, ceil(len(text) / room)) for text in value.split("\n")))
        first = last + 1
    if tallest > 1:
        shown.row_dimensions[number].height = LINE_POINTS * tallest


def _put(cell: Cell, value: PaperValue, style: Style, *, spans: bool) -> None:
    """A value with its format; a text has its type set by ourselves, so that `=` begins no formula."""
    centred = style in ("title", "head") and (spans or style == "head")
    cell.alignment = Alignment(horizontal="center" if centred else None, vertical="top", wrap_text=True)
    if style in FONTS:
        cell.font = FONTS[style]
    if style == "head":
        cell.fill = SHADE
    if isinstance(value, Money):
        cell.value, cell.number_format = Decimal(int(value)).scaleb(-2), MONEY
    elif isinstance(value, date):
        cell.value, cell.number_format = value, DAY
    elif isinstance(value, str):
        cell.value = clean_text(value)
        cell.data_type, cell.number_format = "s", "@"
    else:
        cell.value = value
