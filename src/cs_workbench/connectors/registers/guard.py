"""What is looked at before a spreadsheet is opened: no bomb, no entities, no cell beyond the caps (reliability 4.3).

An XLSX is a ZIP of XML. Its list of members may lie, so every member is inflated here, in pieces and counted, and
looked through: the reader that comes after must not be the first to find out.
"""

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from cs_workbench.kernel.errors import Refusal

MAX_BYTES = 100_000_000
MAX_TOTAL = 200_000_000
MAX_RATIO = 200
MAX_MEMBERS = 2_000
MAX_ROWS = 200_000
MAX_COLUMNS = 200

SMALL = 1_000_000
"""Bytes that may be packed however well: a hundred equal lines are no bomb."""
PIECE = 1 << 20
OVERLAP = 64
LOCAL_HEADER = 30

_DECLARED = re.compile(rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T\x00?Y|E\x00?N\x00?T\x00?I)")
_FAR = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{0,3})(\d{1,10})[\"']")
_PERHAPS_FAR = re.compile(rb"[\"'](?:[A-Za-z]{3}\d|[A-Za-z]{0,3}\d{6}|[G-Zg-z][A-Za-z]\d)")


def check_archive(stream: BinaryIO) -> None:
    """Refuse an archive that is dangerous to open, or is no XLSX. Raises Refusal `bomb`, `entities`, `too_wide`,
    `not_a_table`.
    """
    try:
        with ZipFile(stream) as archive:
            members = archive.infolist()
            _check_list(members, stream)
            if "xl/workbook.xml" not in {member.filename for member in members}:
                raise no_table()
            for member in members:
                _check_member(stream, member)
    except (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise no_table() from error


def _check_list(members: list[ZipInfo], stream: BinaryIO) -> None:
    size, total = stream.seek(0, 2), sum(member.file_size for member in members)
    packed_well = any(
        member.file_size > SMALL and member.file_size > MAX_RATIO * member.compress_size for member in members
    )
    if len(members) > MAX_MEMBERS or total > MAX_TOTAL or total > MAX_RATIO * size + SMALL or packed_well:
        raise _bomb()


def _check_member(stream: BinaryIO, member: ZipInfo) -> None:
    is_sheet = member.filename.startswith("xl/worksheets/")
    unpacked, tail = 0, b""
    for piece in _inflated(stream, member):
        unpacked += len(piece)
        if unpacked > member.file_size:
            raise _bomb()
        text = tail + piece
        if _DECLARED.search(text):
            message = "В файле есть объявления DOCTYPE или ENTITY: такие таблицы не открываются. Сохраните её заново."
            raise Refusal("entities", message, "file")
        if is_sheet:
            _check_cells(text)
        tail = text[-OVERLAP:]


def _inflated(stream: BinaryIO, member: ZipInfo) -> Iterator[bytes]:
    """What a member really holds, a piece at a time, whatever the list says of its size."""
    stream.seek(member.header_offset)
    header = stream.read(LOCAL_HEADER)
    if len(header) < LOCAL_HEADER or member.flag_bits & 1:
        raise no_table()
    stream.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
    left = member.compress_size
    unpack = zlib.decompressobj(-15) if member.compress_type == ZIP_DEFLATED else None
    if unpack is None and member.compress_type != ZIP_STORED:
        raise no_table()
    while left > 0 and (packed := stream.read(min(PIECE, left))):
        left -= len(packed)
        while packed:
            yield packed if unpack is None else unpack.decompress(packed, PIECE)
            packed = b"" if unpack is None else unpack.unconsumed_tail


def _check_cells(text: bytes) -> None:
    """Refuse a cell or a row beyond the caps: two cells far apart make a reader take memory for all between them."""
    if not _PERHAPS_FAR.search(text):
        return
    for letters, digits in _FAR.findall(text):
        if int(digits) > MAX_ROWS or _column(letters) > MAX_COLUMNS:
            raise too_wide()


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def too_wide() -> Refusal:
    """The refusal of a table beyond the caps."""
    message = f"В таблице больше {MAX_ROWS // 1000} 000 строк или {MAX_COLUMNS} колонок: разделите её на части."
    return Refusal("too_big", message, "file")


def _bomb() -> Refusal:
    message = "Файл распаковывается во много раз больше, чем весит: похоже на архивную бомбу, он не открыт."
    return Refusal("bomb", message, "file")


def no_table() -> Refusal:
    """The refusal of a file that is no spreadsheet."""
    message = "Это не таблица XLSX, XLS или CSV: сохраните список из 1С или Excel как XLSX."
    return Refusal("not_a_table", message, "file")
