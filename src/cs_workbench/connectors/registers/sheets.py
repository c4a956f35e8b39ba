"""Opens a spreadsheet that `guard.py` has looked at: sheets with their rows, whatever the file is.

XLSX is read by calamine, XLS too in a process of its own (`old_excel.py`), CSV by the standard library: UTF-8 with a
mark or without, UTF-16 with one, else cp1251; the separator is the one of `; , tab` that parts the lines into the same
columns.
"""

import csv
import io
import json
import stat
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from cs_workbench.connectors.registers import old_excel
from cs_workbench.connectors.registers.cells import Cell
from cs_workbench.connectors.registers.guard import (
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_ROWS,
    check_archive,
    no_table,
    too_wide,
)
from cs_workbench.kernel.errors import Refusal

FIRST_CHOICE = "TDSheet"
"""What 1C calls the sheet of a list."""
SEPARATORS = ";\t,"
SNIFFED = 30
PATIENCE = 120
"""Seconds for the reader of an XLS."""
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

NumberedRow = tuple[int, Sequence[Cell]]


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, how many rows it has, and a way to read them (numbered from 1 as the file shows them)."""

    name: str
    height: int
    rows: Callable[[], Iterator[NumberedRow]]


def open_sheets(path: Path) -> Generator[Sheet, None, None]:
    """The sheets of a spreadsheet, 1C's own first. Raises Refusal `no_file`, `not_a_file`, `too_big`, `not_a_table`,
    `password` and those of `check_archive`.
    """
    head = _checked(path)
    if head.startswith(ZIP):
        yield from _workbook(path)
    elif head == OLE:
        yield from _old_workbook(path)
    else:
        yield _text(path)


def _checked(path: Path) -> bytes:
    """The first bytes of a file that may be opened."""
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise Refusal("not_a_file", f"{path} — не файл: укажите таблицу XLSX, XLS или CSV.", "file")
        if facts.st_size >= MAX_BYTES:
            raise Refusal("too_big", "Файл от 100 МБ: это слишком много. Разделите список на части.", "file")
        with path.open("rb") as stream:
            head = stream.read(len(OLE))
            if head.startswith(ZIP):
                check_archive(stream)
            return head
    except FileNotFoundError as error:
        raise Refusal("no_file", f"Файла {path} нет: проверьте путь.", "file") from error
    except (OSError, ValueError) as error:
        raise Refusal("no_file", f"Файл {path} не читается: проверьте путь и права.", "file") from error


def _workbook(path: Path) -> Iterator[Sheet]:
    try:
        with closing(CalamineWorkbook.from_path(path)) as workbook:
            for name in _names(workbook.sheets_metadata):
                sheet = workbook.get_sheet_by_name(name)
                last_row, last_column = sheet.end or (-1, -1)
                _within_caps(last_row + 1, last_column + 1)
                yield Sheet(name, last_row + 1, _numbered(sheet.iter_rows))
    except PasswordError as error:
        raise _closed() from error
    except (CalamineError, OSError, ValueError) as error:
        raise no_table() from error


def _old_workbook(path: Path) -> Iterator[Sheet]:
    """The sheets that `old_excel.py` has read in a process of its own."""
    command = [sys.executable, "-P", "-m", old_excel.__name__, str(path)]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise no_table() from error
    if done.returncode:
        raise _closed() if done.returncode == old_excel.PASSWORD else no_table()
    lines = iter(done.stdout.splitlines())
    sheets = []
    for line in lines:
        name, height = json.loads(line)
        rows = [json.loads(row) for row in islice(lines, height)]
        _within_caps(height, max(map(len, rows), default=0))
        sheets.append(Sheet(name, height, _numbered(rows.__iter__)))
    yield from sorted(sheets, key=lambda sheet: sheet.name != FIRST_CHOICE)


def _within_caps(rows: int, columns: int) -> None:
    if rows > MAX_ROWS or columns > MAX_COLUMNS:
        raise too_wide()


def _closed() -> Refusal:
    return Refusal("password", "Таблица закрыта паролем: снимите его и сохраните заново.", "file")


def _names(sheets: Sequence[SheetMetadata]) -> list[str]:
    """Sheets that a person sees, 1C's own first."""
    shown = [
        sheet.name
        for sheet in sheets
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]
    return sorted(shown, key=lambda name: name != FIRST_CHOICE)


def _numbered(rows: Callable[[], Iterator[Sequence[Cell]]]) -> Callable[[], Iterator[NumberedRow]]:
    return lambda: enumerate(rows(), 1)


def _text(path: Path) -> Sheet:
    try:
        text = _decoded(path.read_bytes())
    except OSError as error:
        raise Refusal("no_file", f"Файл {path} не читается: проверьте права.", "file") from error
    if "\x00" in text or text.lstrip()[:1] in ("<", "{"):
        raise no_table()
    separator = _separator(text)
    height = text.count("\n") + 1
    if height > MAX_ROWS + SNIFFED:
        raise too_wide()
    return Sheet(path.name, height, lambda: _lines(text, separator))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1251", "replace")


def _separator(text: str) -> str:
    """The separator by which most of the first lines have the same number of columns, more than one."""

    def columns(separator: str) -> tuple[int, int]:
        rows = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), SNIFFED))
        widths = Counter(len(row) for row in rows if len(row) > 1)
        width, lines = max(widths.items(), key=lambda pair: pair[1], default=(0, 0))
        return lines, width

    try:
        return max(SEPARATORS, key=columns)
    except csv.Error as error:
        raise no_table() from error


def _lines(text: str, separator: str) -> Iterator[NumberedRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    number = 1
    try:
        for row in reader:
            if len(row) > MAX_COLUMNS:
                raise too_wide()
            yield number, row
            number = reader.line_num + 1
    except csv.Error as error:
        raise no_table() from error
