"""The bottom line: what the last act did and how to take it back, and counters at the right. It stays
until the next act.
"""

from collections.abc import Sequence

from cs_workbench.kernel.text import clean_line
from cs_workbench.presentation.shapes import TONE_MARKS, Tone
from cs_workbench.widgets.bar_line import BarLine
from cs_workbench.widgets.cells import cut, fill, width_of
from cs_workbench.widgets.painted_lines import Piece

_LEAST = 20  # cells of a message beside which a hint may stand
_GAP = 2  # cells between the message, the hint and the counters


class StatusLine(BarLine):
    """One line: a message with its tone at the left, counters at the right."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._text = ""
        self._tone: Tone = "normal"
        self._hint = ""
        self._counters = ""

    def say(self, text: str, tone: Tone = "normal", hint: str = "") -> None:
        """Says what happened. `hint` (`u/г отменить`) follows quietly where there is room."""
        self._text, self._tone, self._hint = clean_line(text), tone, clean_line(hint)
        self.refresh_changed()

    def set_counters(self, text: str) -> None:
        """Says the numbers at the right; left out where the window is too narrow."""
        self._counters = clean_line(text)
        self.refresh_changed()

    def line_pieces(self, width: int) -> Sequence[Piece]:
        """Where there is little room the counters go first, then the end of the message, and in a narrow window the
        hint: the way back is worth more than the last words.
        """
        mark = TONE_MARKS.get(self._tone)
        hint = " " * _GAP + self._hint if self._text and self._hint else ""
        if width - width_of(hint) < _LEAST:
            hint = ""
        text = cut(f"{mark} {self._text}" if mark and self._text else self._text, width - width_of(hint))
        pieces: list[Piece] = [(text, self._tone), (hint, "quiet")]
        room = width - width_of(text) - width_of(hint)
        if self._counters and room >= _GAP + width_of(self._counters):
            pieces.append((fill(self._counters, room, "right"), "quiet"))
        return pieces
