"""The first line of a screen: what it is, and its numbers."""

from collections.abc import Sequence

from cs_workbench.kernel.text import clean_line
from cs_workbench.widgets.bar_line import BarLine
from cs_workbench.widgets.cells import cut
from cs_workbench.widgets.painted_lines import Piece


class HeadLine(BarLine):
    """One line: a title, then numbers. Where there is little room the end of the numbers is cut."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._title = ""
        self._numbers = ""

    def show(self, title: str, numbers: str = "") -> None:
        """Shows a title and its numbers."""
        self._title, self._numbers = clean_line(title), clean_line(numbers)
        self.refresh_changed()

    def line_pieces(self, width: int) -> Sequence[Piece]:
        """The title with a blank before it, the numbers after two."""
        title = cut(f" {self._title}", width)
        return [(title, "title"), (cut(f"  {self._numbers}", max(0, width - len(title))), "normal")]
