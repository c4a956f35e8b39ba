"""The line over a screen that says what comes next by the clock; it is there on a day that has such a thing."""

from collections.abc import Sequence

from cs_workbench.kernel.text import clean_line
from cs_workbench.widgets.bar_line import BarLine
from cs_workbench.widgets.cells import cut
from cs_workbench.widgets.painted_lines import Piece


class NextLine(BarLine):
    """One line: the appointment, then quietly what follows it, as far as there is room."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._words = ("", "")

    def show(self, words: tuple[str, str]) -> None:
        """Shows the appointment and what follows; with nothing to say the line goes."""
        self._words = (clean_line(words[0]), clean_line(words[1]))
        self.display = bool(self._words[0])
        self.refresh_changed()

    def line_pieces(self, width: int) -> Sequence[Piece]:
        """A blank before the appointment, two before the rest."""
        said = cut(f" {self._words[0]}", width)
        return [(said, "title"), (cut(f"  {self._words[1]}", max(0, width - len(said))), "quiet")]
