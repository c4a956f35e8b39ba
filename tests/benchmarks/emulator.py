"""A terminal without a window: what a program drew, as lines of text, and the answers a real one would give.

`pty_timer.py` feeds it. pyte does the drawing; sequences that it would print or misread are taken out first.
"""

import re
from collections.abc import Callable

import pyte

ESC = b"\x1b"
ST = rb"(?:\x07|\x1b\\)"

# Device attributes, kitty's keyboard flags, a mode's state, the cursor's place, the colours of text and
# ground.
QUERY = re.compile(
    rb"\x1b(?:(?P<attributes>\[0?c)|(?P<keyboard>\[\?u)|\[\?(?P<mode>\d+)\$p|(?P<cursor>\[6n)|\](?P<colour>1[01]);\?"
    + ST
    + rb")"
)
SYNCHRONISED_OUTPUT = b"2026"

# Private parameters, intermediate bytes, device control strings: unknown to pyte.
UNKNOWN = re.compile(rb"\x1b\[[<=>][\d;]*[@-~]|\x1b\[\??[\d;]*[ !\"$'][@-~]|\x1b\[\?u|\x1b[P_^X].*?" + ST, re.DOTALL)
# The beginning of a sequence whose end is in a later chunk.
CUT = re.compile(rb"\x1b(?:\[[^@-~]*|[P\]_^X](?:(?!\x07|\x1b\\).)*)?$", re.DOTALL)


def split_cut(data: bytes) -> tuple[bytes, bytes]:
    """The data up to a sequence that is not whole yet, and that beginning."""
    cut = CUT.search(data)
    return (data[: cut.start()], data[cut.start() :]) if cut else (data, b"")


class Answers:
    """Replies to what a program asks its terminal at the start; programs that get none wait for it."""

    def __init__(self) -> None:
        self._cut = b""

    def to(self, data: bytes) -> bytes:
        """The bytes to send back for this chunk of output."""
        whole, self._cut = split_cut(self._cut + data)
        return b"".join(self._one(found) for found in QUERY.finditer(whole))

    def _one(self, found: re.Match[bytes]) -> bytes:
        if found["attributes"]:
            return b"\x1b[?62;22c"
        if found["keyboard"]:
            return b"\x1b[?0u"
        if found["cursor"]:
            return b"\x1b[1;1R"
        if mode := found["mode"]:
            return b"\x1b[?%b;%d$y" % (mode, 2 if mode == SYNCHRONISED_OUTPUT else 0)
        return b"\x1b]%b;rgb:%b\x1b\\" % (
            found["colour"],
            b"dddd/dddd/dddd" if found["colour"] == b"10" else b"1111/1111/1111",
        )


class Emulator:
    """The screen of `columns` by `rows`; lines that did not change are not read again."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._feed: Callable[[bytes], None] = pyte.ByteStream(self._screen).feed
        self._lines = [""] * rows
        self._cut = b""

    def feed(self, data: bytes) -> None:
        """Draw one chunk of output."""
        whole, self._cut = split_cut(self._cut + data)
        self._feed(UNKNOWN.sub(b"", whole))

    def text(self) -> str:
        """The screen as lines without the blanks at their ends."""
        for row in self._screen.dirty:
            if row < len(self._lines):
                cells = self._screen.buffer[row]
                self._lines[row] = "".join(cells[column].data for column in range(self._screen.columns)).rstrip()
        self._screen.dirty.clear()
        return "\n".join(self._lines)
