"""Text in terminal cells: cut to a width with «…», padded, wrapped. Pure functions for the line widgets."""

import re
import textwrap

from rich.cells import cell_len, set_cell_size

from cs_workbench.kernel.text import clean_line, clean_text
from cs_workbench.presentation.shapes import Align

ELLIPSIS = "…"

# Rich counts each character of a text in Python when one of them is not a plain letter, and «№», «₽» and the
# quotes are not: these are one cell too, and their texts are most of what a list shows.
_LETTERS = r" -~\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f"
_SIGNS = r"\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2116\u2190-\u2193"  # dashes, quotes, ₽, №, arrows
_NARROW = re.compile(f"[{_LETTERS}{_SIGNS}]*")


def width_of(text: str) -> int:
    """How many cells a text takes."""
    return len(text) if _NARROW.fullmatch(text) else cell_len(text)


def cut(text: str, width: int) -> str:
    """Clean text in at most `width` cells, ending in «…» where something is missing."""
    if width_of(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS if width > 0 else ""


def fill(text: str, width: int, align: Align = "left") -> str:
    """Clean text in exactly `width` cells."""
    room = width - width_of(text)
    if room < 0:
        text = cut(text, width)
        room = width - width_of(text)
    blank = " " * max(0, room)
    return blank + text if align == "right" else text + blank


def fit(text: str, width: int, align: Align = "left") -> str:
    """Any text in one line of exactly `width` cells; cleaned."""
    return fill(clean_line(text), width, align)


def wrap(text: str, width: int) -> list[str]:
    """Any text in lines of at most `width` characters, broken between words; cleaned, its own breaks kept."""
    lines: list[str] = []
    for line in clean_text(text).replace("\t", " ").split("\n"):
        lines += [line] if len(line) <= width else textwrap.wrap(line, max(1, width)) or [""]
    return lines
