"""The last line of a screen: the few keys that matter now, with both letters (`c/с звонок`).

Not Textual's footer, which builds its widgets anew whenever the focus moves.
"""

from collections.abc import Sequence

from cs_workbench.kernel.text import clean_line
from cs_workbench.widgets.bar_line import BarLine
from cs_workbench.widgets.cells import width_of
from cs_workbench.widgets.layout_keys import key_label
from cs_workbench.widgets.painted_lines import Piece

_GAP = "   "


class KeyBar(BarLine):
    """One line of at most `limit` keys; those that do not fit whole are left out, the last first."""

    def __init__(self, limit: int = 6, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._limit = limit
        self._keys: tuple[tuple[str, str], ...] = ()

    def show(self, keys: Sequence[tuple[str, str]]) -> None:
        """Shows keys, the most important first: a binding's key (`c`, `f2`, `enter`) and a word or two."""
        self._keys = tuple((key_label(key), clean_line(label)) for key, label in keys[: self._limit])
        self.refresh_changed()

    def line_pieces(self, width: int) -> Sequence[Piece]:
        """Whole entries only."""
        pieces: list[Piece] = []
        room = width
        for key, label in self._keys:
            gap = _GAP if pieces else ""
            room -= width_of(f"{gap}{key} {label}")
            if room < 0:
                break
            pieces += [(gap, "normal"), (key, "key"), (f" {label}", "quiet")]
        return pieces
