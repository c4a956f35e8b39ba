"""A telephone number in any spelling as the digits to look for: 8, +7 and 810, brackets, dashes, an extension, a part.

Pure. Numbers are stored as `+79161234567;ext=12` (`kernel/phone.py`); what people type or paste to find one may be
any piece of it.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from cs_workbench.kernel.text import fold

_LABEL = r"(?:(?:тел(?:ефон)?|моб(?:ильный)?|сот(?:овый)?|раб(?:очий)?|факс|номер|phone|tel|mob|fax|т|м)[.: ]*)?"
_NUMBER = r"(?P<number>[+(\[]*[0-9](?:[0-9 ()\[\]./_\u2010-\u2015\u2212-]*[0-9)\]])?)[-(\u2010-\u2015 ]*"
_MARK = r",? ?(?:добав\w*|доб|доп|внутр\w*|вн|extension|ext|;ext|[#xх,;*])[.:=№# ]*"
_EXTENSION = rf"(?:{_MARK}(?P<extension>[0-9]{{0,7}}))?[ )]*"
_SPELLING = re.compile(_LABEL + _NUMBER + _EXTENSION)
_STORED = re.compile(r"(?P<number>[^;]*)(?:;ext=(?P<extension>[0-9]+))?")

WHOLE = 11
"""Digits of a Russian number with its 7."""
MOST = 100
"""Characters of a text that are looked at."""

LONGEST = 22
"""More digits than any number with its extension has."""


class Dialled(NamedTuple):
    """One reading of what was typed: digits as they are stored, and an extension where one was given.

    `first`: the digits are the beginning of a number, not just a piece of one.
    """

    digits: str
    extension: str = ""
    first: bool = False


def dialled(text: str) -> tuple[Dialled, ...]:
    """The readings of a text as a telephone number or a part of one, the likeliest first; none of what is no number."""
    found = _SPELLING.fullmatch(fold(unicodedata.normalize("NFKC", text[:MOST])))
    if found is None:
        return ()
    digits = _digits(found["number"])
    if len(digits) > LONGEST:
        return ()
    readings = _readings(digits, found["extension"] or "", plus=found["number"].lstrip("([").startswith("+"))
    return tuple(dict.fromkeys(readings))


def _readings(digits: str, extension: str, *, plus: bool) -> Iterator[Dialled]:
    if digits.startswith("810") and len(digits) > WHOLE:
        yield Dialled(digits[3:], extension, first=True)
    if digits.startswith("00") and not plus:
        yield Dialled(digits[2:], extension, first=True)
    if digits.startswith("78") and len(digits) == WHOLE + 1:  # +7 (8 495) …
        yield Dialled(f"7{digits[2:]}", extension, first=True)
    if digits.startswith(("7", "8")) and len(digits) > WHOLE and not extension:  # an extension without a word
        yield Dialled(f"7{digits[1:WHOLE]}", digits[WHOLE:], first=True)
    if digits.startswith("8"):
        yield Dialled(f"7{digits[1:]}", extension, first=True)
    yield Dialled(digits, extension, first=plus)


def kept(phone: str) -> tuple[str, str]:
    """The digits and the extension of a stored number."""
    found = _STORED.fullmatch(phone)
    return (_digits(phone), "") if found is None else (_digits(found["number"]), found["extension"] or "")


def _digits(text: str) -> str:
    return "".join(char for char in text if "0" <= char <= "9")
