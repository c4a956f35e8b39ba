"""A cell of a spreadsheet as text that the lines of actions take: what Excel made of it is undone here.

Telephones and INNs come as numbers, dates as text with the time, sums as fractions: money passes from a cell's number
to kopecks through Decimal, never further as a float.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from cs_workbench.connectors.registers.fields import Sort
from cs_workbench.kernel.text import clean_line

Cell = int | float | str | bool | time | date | datetime | timedelta | None

EMPTY = frozenset({"-", "–", "—", "<>", "<не указан>", "<не указано>", "#н/д", "null", "none"})
KOPECK = Decimal("0.01")
EXCEL_EPOCH = date(1899, 12, 30)
SERIALS = range(20_000, 80_000)
"""Numbers that are days where a date stands unformatted: 1954 to 2119."""

_TIMED = re.compile(r"(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2})[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?")
_MINUSED = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{2,4})")
_WHOLE = re.compile(r"\d+\.0+")


def cell_text(cell: Cell) -> str:
    """A cell as a person sees it, in one line."""
    if cell is None or isinstance(cell, str):
        return clean_line(cell or "")
    if isinstance(cell, bool):
        return "да" if cell else "нет"
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return format(Decimal(repr(cell)).normalize(), "f") if _is_finite(cell) else ""


def _is_finite(cell: float) -> bool:
    return cell == cell and abs(cell) < 1e18


def read_cell(cell: Cell, sort: Sort) -> str:
    """A cell as the text of a field; what stands for nothing is empty."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and _is_finite(cell):
        return _number(cell, sort)
    text = cell_text(cell)
    if text.casefold() in EMPTY:
        return ""
    if sort == "day":
        return _day(text)
    if sort in ("code", "phone") and _WHOLE.fullmatch(text):
        return text.partition(".")[0]
    return text


def _number(cell: int | float, sort: Sort) -> str:
    exact = Decimal(repr(cell))
    if sort == "money":
        return format(exact.quantize(KOPECK, ROUND_HALF_UP), "f")
    if sort == "day" and exact == int(exact) and int(exact) in SERIALS:
        return (EXCEL_EPOCH + timedelta(days=int(exact))).isoformat()
    if sort == "day" and int(exact) in SERIALS:  # a moment of that day
        return (EXCEL_EPOCH + timedelta(days=int(exact))).isoformat()
    return cell_text(cell)


def _day(text: str) -> str:
    """A date without the time that stands behind it, in the way in which people write dates."""
    timed = _TIMED.fullmatch(text)
    bare = timed[1] if timed else text
    return _MINUSED.sub(r"\1.\2.\3", bare) if _MINUSED.fullmatch(bare) else bare


def corrected(raw: dict[str, str]) -> Mapping[str, str]:
    """A line whose codes are whole again: an INN without its first nought, an INN and a KPP in one cell."""
    inn = raw.get("inn", "")
    if "/" in inn:
        inn, _, kpp = (part.strip() for part in inn.partition("/"))
        if kpp and "kpp" in raw:
            raw["kpp"] = raw["kpp"] or kpp
        raw["inn"] = inn
    if inn.isdigit():
        raw["inn"] = "" if int(inn) == 0 else inn.zfill(len(inn) + 1) if len(inn) in (9, 11) else inn
    kpp = raw.get("kpp", "")
    if kpp.isdigit():
        raw["kpp"] = "" if int(kpp) == 0 else kpp.zfill(9) if len(kpp) == 8 else kpp
    return raw
