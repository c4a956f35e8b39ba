"""A widget of one line whose text depends on its width: under `status_line`, `split_bar` and `key_bar`."""

from abc import abstractmethod
from collections.abc import Sequence

from cs_workbench.widgets.painted_lines import PaintedLines, Piece


class BarLine(PaintedLines[tuple[Piece, ...]]):
    """One line, drawn again only when its text differs. A subclass gives `line_pieces`."""

    DEFAULT_CSS = """
    BarLine {
        width: 1fr;
        height: 1;
    }
    """

    @abstractmethod
    def line_pieces(self, width: int) -> Sequence[Piece]:
        """The line, as it should be at this width."""

    def line_state(self, y: int) -> tuple[Piece, ...]:
        """The pieces themselves; lines under the first are empty."""
        return tuple(self.line_pieces(self.extent.width)) if y == 0 else ()

    def pieces(self, state: tuple[Piece, ...], width: int) -> Sequence[Piece]:
        """The state holds them already."""
        return state
