"""Text from people and files made safe to keep and to show, the folded form for search, and Russian plurals.

Cleaning happens where data enters (`fields.py`, connectors) and once more where it is shown (`presentation`).
Standard library only.
"""

import re
import unicodedata

TEXT_LIMIT = 10_000
LINE_LIMIT = 300

# A terminal reads these as commands: a string (OSC, DCS, SOS, PM, APC) with its payload up to BEL or ST, or
# to the end of the line where nothing ends it; a CSI sequence; any other escape. All in ESC or in C1 form.
_STRING = "(?:\x1b[]PX^_]|[\x90\x98\x9d-\x9f])"
_PAYLOAD = "[^\x07\x1b\x90\x98\x9c-\x9f]*"
_UNENDED = "[^\x1b\x90\x98\x9c-\x9f\n]*"
_ESCAPES = (
    rf"{_STRING}(?:{_PAYLOAD}(?:\x07|\x9c|\x1b\\)|{_UNENDED})"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|\x1b[ -/]*[0-~]?"
)

_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070))
_KEPT = {ord("\n"), ord("\t")}
_CONTROLS: dict[int, str | None] = {
    **{code: None for code in (*range(0x20), *range(0x7F, 0xA0), *_BIDI) if code not in _KEPT},
    0x2028: "\n",
    0x2029: "\n",
}
_IN_LINE = {**dict.fromkeys((0x0B, 0x0C, 0x85), " "), **dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF))}


def _safe(text: str) -> str:
    """The text without anything that a terminal would obey, in NFC."""
    if not text.isprintable():
        if "\x1b" in text or any("\x80" <= char <= "\x9f" for char in text):
            text = re.sub(_ESCAPES, "", text)
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)
        text = text.encode("utf-8", "ignore").decode()
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def clean_text(s: str, limit: int = TEXT_LIMIT) -> str:
    """Text without escapes, controls (newline and tab stay), bidi marks, lone surrogates; cut at `limit`."""
    return _safe(s)[:limit]


def clean_line(s: str, limit: int = LINE_LIMIT) -> str:
    """The same in one line, trimmed: breaks, tabs, runs of spaces are a space, a no-break space stays.

    What has no width (soft hyphens, zero-width spaces) goes: it would make two equal names differ.
    """
    if not s.isprintable():
        s = re.sub(r"\s{2,}|[^\S\u00a0\u202f]", " ", _safe(s.translate(_IN_LINE)))
    elif "  " in s:
        s = re.sub(" {2,}", " ", s)
    return _safe(s).strip()[:limit].rstrip()


def fold(s: str) -> str:
    """What is searched and sorted: case folded, ё as е, NFC, any spaces as one, trimmed."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFD", s).casefold())
    while "ё" in folded:
        folded = unicodedata.normalize("NFC", folded.replace("ё", "е"))
    return " ".join(folded.split())


def plural(n: int, one: str, few: str, many: str) -> str:
    """The Russian form that goes with a number: 1 «рабочий день», 2 «рабочих дня», 5 «рабочих дней»."""
    last, teens = abs(n) % 10, abs(n) % 100 in range(11, 15)
    if last == 1 and not teens:
        return one
    return few if last in (2, 3, 4) and not teens else many


def count(n: int, one: str, few: str, many: str) -> str:
    """A number with its word: `9 рабочих дней`; from five digits on the number stands in groups."""
    number = f"{n:,}".replace(",", "\u00a0") if abs(n) >= 10_000 else str(n)
    return f"{number} {plural(n, one, few, many)}"
