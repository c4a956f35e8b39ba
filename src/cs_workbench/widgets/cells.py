"""Text in terminal cells: cut to a width with «…», padded, wrapped. Pure functions for the line widgets."""

import textwrap

from rich.cells import cell_len, set_cell_size

from cs_workbench.kernel.text import clean_line, clean_text
from cs_workbench.presentation.shapes import Align

ELLIPSIS = "…"


def cut(text: str, width: int) -> str:
    """Clean text in at most `width` cells, ending in «…» where something is missing."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS if width > 0 else ""


def fill(text: str, width: int, align: Align = "left") -> str:
    """Clean text in exactly `width` cells."""
    text = cut(text, width)
    blank = " " * max(0, width - cell_len(text))
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
