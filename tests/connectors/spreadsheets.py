"""Spreadsheets made for tests: as 1C and people save them, and as nobody should."""

import struct
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

Cells = Sequence[Any]


def inn(number: int) -> str:
    """A firm's INN made of a number, its check digit right."""
    base = f"77{number:07d}"
    weights = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    return base + str(sum(weight * int(digit) for weight, digit in zip(weights, base, strict=True)) % 11 % 10)


def xlsx(
    path: Path, rows: Iterable[Cells], sheet: str = "TDSheet", *, merged: str = "", first: Sequence[str] = ()
) -> Path:
    """A workbook with one sheet of these rows; other sheets named in `first` stand before it, with a remark each."""
    book = Workbook()
    page = book.active
    assert page is not None
    for name in first:
        page.title = name
        page.append(["Просто заметка"])
        page = book.create_sheet()
    page.title = sheet
    for row in rows:
        page.append(list(row))
    if merged:
        page.merge_cells(merged)
    book.save(path)
    return path


def text(path: Path, rows: Iterable[Cells], separator: str = ";", encoding: str = "utf-8") -> Path:
    """A CSV file."""
    lines = (separator.join(str(cell) for cell in row) for row in rows)
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def xls(path: Path, rows: Iterable[Cells]) -> Path:
    """The old format of Excel with one sheet: texts and numbers, as little else as a reader needs."""
    cells = b"".join(
        _label(r, c, cell) if isinstance(cell, str) else _record(0x0203, struct.pack("<HHHd", r, c, 0, cell))
        for r, row in enumerate(rows)
        for c, cell in enumerate(row)
        if cell != ""
    )
    end, name = _record(0x000A, b""), "Лист1"
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    named = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    offset = len(begin) + len(_record(0x0085, struct.pack("<IH", 0, 0) + named)) + len(end)
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + cells + end
    path.write_bytes(_compound(begin + _record(0x0085, struct.pack("<IH", offset, 0) + named) + end + sheet))
    return path


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _label(row: int, column: int, text: str) -> bytes:
    return _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))


def _compound(stream: bytes) -> bytes:
    """A compound file of one stream, `Workbook`: its header, a table of sectors, a directory, the stream."""
    size, free, last, table = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    stream = stream.ljust(4096, b"\0")
    sectors = -(-len(stream) // size)
    assert sectors < 120, "one table of sectors is enough for a test"
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, last, 0, last, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", free) * 108
    chain = [table, last, *range(3, 2 + sectors), last]
    fat = b"".join(struct.pack("<I", number) for number in chain).ljust(size, b"\xff")
    root, book = _entry("Root Entry", 5, 1, last, 0), _entry("Workbook", 2, free, 2, len(stream))
    return header + fat + (root + book).ljust(size, b"\0") + stream.ljust(sectors * size, b"\0")


def _entry(name: str, kind: int, child: int, start: int, length: int) -> bytes:
    packed = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child)
    head = packed.ljust(64, b"\0") + struct.pack("<HBB", len(packed), kind, 1) + links
    return head + bytes(36) + struct.pack("<IQ", start, length)


def repacked(source: Path, path: Path, **members: bytes) -> Path:
    """A workbook whose members are replaced or added; `sheet1` stands for the first sheet's XML."""
    named = {"xl/worksheets/sheet1.xml" if name == "sheet1" else name: data for name, data in members.items()}
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            if member not in named:
                new.writestr(member, old.read(member))
        for name, data in named.items():
            new.writestr(name, data)
    return path
