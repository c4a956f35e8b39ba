"""A list as a workbook for Excel: sums are numbers, days are dates, everything else is text and never a formula.

The parts of the workbook are written here, row by row straight into the file: a list of any length takes the room of
one page, and 240,000 invoices take a fifth of the time of openpyxl's write-only mode (30 s to 147 s). A full sheet is
continued on the next.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any, NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.utils import get_column_letter

from cs_workbench.connectors.exporting import workbook_parts as parts
from cs_workbench.connectors.exporting.shapes import Kind, Listing, Words
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.phone import phone_text
from cs_workbench.kernel.progress import Progress
from cs_workbench.kernel.text import clean_text

MOST_ROWS = 1_048_575
"""Rows of a sheet under its headings."""

WIDTHS: dict[Kind, int] = {"money": 14, "day": 12, "moment": 17, "number": 9, "yes_no": 8, "phone": 24, "word": 18}
WIDE = 32
EPOCH = date(1899, 12, 30)
DAY_SECONDS = 86_400


class Cell(NamedTuple):
    """A column of a sheet: its letter and how a value of it is written after its place."""

    letter: str
    written: Callable[[Any], str]


def write(part: Path, listing: Listing, words: Words, progress: Progress) -> None:
    """Write the list into a file that is there."""
    done = 0
    with ZipFile(part, "w", ZIP_DEFLATED, compresslevel=4) as book:
        with closing(_Sheets(book, listing, words)) as sheets:
            for page in listing.pages():
                sheets.add(page)
                done += len(page)
                progress(done, listing.total)
            sheets.end()
        for name, text in parts.others(sheets.titles):
            book.writestr(name, text)


class _Sheets:
    """The sheets of a list, one after the other; `titles` are those that have been begun."""

    def __init__(self, book: ZipFile, listing: Listing, words: Words) -> None:
        shown = [(place, field) for place, field in enumerate(listing.fields) if not field.plain]
        self._book = book
        self._places = [place for place, _field in shown]
        self._cells = [
            Cell(get_column_letter(number), _writer(field.kind, words)) for number, (_, field) in enumerate(shown, 1)
        ]
        self._widths = [WIDTHS.get(field.kind, WIDE) for _place, field in shown]
        self._headings = [words.heading(field.name) for _place, field in shown]
        self._title = parts.sheet_title(words.title)
        self.titles: list[str] = []
        self._out: IO[bytes]
        self._row = 0
        self._next()

    def _next(self) -> None:
        """Begin a sheet with its headings."""
        number = len(self.titles) + 1
        self.titles.append(self._title if number == 1 else f"{self._title} {number}")
        self._out = self._book.open(parts.sheet_name(number), "w", force_zip64=True)
        heads = [f'<c r="{cell.letter}1" {text}' for cell, text in zip(self._cells, self._heads(), strict=True)]
        self._put(f'{parts.sheet_head(self._widths)}<row r="1">{"".join(heads)}</row>')
        self._row = 1

    def _heads(self) -> Iterator[str]:
        return (_text(text, parts.BOLD) for text in self._headings)

    def add(self, page: Sequence[Sequence[Any]]) -> None:
        """A page of rows."""
        lines: list[str] = []
        for row in page:
            if self._row > MOST_ROWS:
                self._put("".join(lines))
                lines.clear()
                self.end()
                self._next()
            self._row += 1
            lines.append(self._line(row))
        self._put("".join(lines))

    def _line(self, row: Sequence[Any]) -> str:
        number = self._row
        cells = [
            f'<c r="{cell.letter}{number}" {cell.written(row[place])}'
            for cell, place in zip(self._cells, self._places, strict=True)
            if row[place] is not None and row[place] != ""
        ]
        return f'<row r="{number}">{"".join(cells)}</row>'

    def _put(self, text: str) -> None:
        self._out.write(text.encode("utf-8"))

    def end(self) -> None:
        """End the sheet."""
        self._put(parts.sheet_tail(f"A1:{self._cells[-1].letter}{self._row}"))
        self.close()

    def close(self) -> None:
        """Close the sheet's part, ended or stopped on the way: the book cannot be closed before it."""
        self._out.close()


def _writer(kind: Kind, words: Words) -> Callable[[Any], str]:
    """How a value of a kind is written after the place of its cell. Kopecks become a number without a division."""
    if kind == "word":
        return lambda value: _text(words.word(str(value)))
    return WRITTEN[kind]


def _text(text: str, style: int | None = None) -> str:
    """A text as it stands: the type says that it is no formula, and the format keeps it a text when it is edited."""
    style = parts.TEXT if style is None else style
    return f's="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(clean_text(text))}</t></is></c>'


def _number(value: str, style: int) -> str:
    return f's="{style}"><v>{value}</v></c>'


def _moment(value: datetime) -> str:
    here = local(value)
    seconds = (here.hour * 60 + here.minute) * 60 + here.second
    return _number(f"{(here.date() - EPOCH).days + seconds / DAY_SECONDS:.10f}", parts.MOMENT)


WRITTEN: dict[Kind, Callable[[Any], str]] = {
    "text": lambda value: _text(str(value)),
    "phone": lambda value: _text(phone_text(value)),
    "money": lambda value: _number(Money(value).plain(), parts.MONEY),
    "day": lambda value: _number(str((value - EPOCH).days), parts.DAY),
    "moment": _moment,
    "number": lambda value: _number(str(int(value)), parts.PLAIN),
    "yes_no": lambda value: _text("да" if value else "нет"),
}
