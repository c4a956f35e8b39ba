"""Serial numbers of equipment in the one form by which they are compared (row 1.5). Pure.

A label is read aloud and typed on either layout: letters that look alike are one, signs between them mean nothing. The
clients area keeps the key beside what was typed.
"""

import re

from cs_workbench.kernel.text import fold

_ALIKE = str.maketrans("АВЕЁКМНОРСТУХЗІЈЅO", "ABEEKMH0PCTYX3IJS0")
_MARK = re.compile(r"\s*(?:s\s*/\s*n|зав\.?\s*№|сер\.?\s*№|№)[\s:.]*", re.IGNORECASE)
_NO_NUMBER = frozenset(
    {"бн", "б№", "без№", "безномера", "безсерийногономера", "безсерийника", "нет", "нетномера", "отсутствует", "na"}
)


def serial_key(text: str) -> str:
    """Capital letters and digits alone, Cyrillic look-alikes as Latin, О and O as nought, З as three; empty where there
    is no number. `S/N` and `№` before it are left out.
    """
    if is_unnumbered(text):
        return ""
    marked = _MARK.match(text)
    bare = text[marked.end() :] if marked else text
    return "".join(filter(str.isalnum, bare.upper().translate(_ALIKE)))


def is_unnumbered(text: str) -> bool:
    """Whether a text says that the thing has no number: `б/н`, `без номера`, `нет`, a dash, nothing."""
    said = "".join(sign for sign in fold(text) if sign.isalnum() or sign == "№")
    return said in _NO_NUMBER or not any(map(str.isalnum, said))
