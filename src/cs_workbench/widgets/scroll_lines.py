"""A window over any number of lines, scrolled by itself: the base of the record table and the card.

Not a Textual `ScrollView`: its `virtual_size` lays the whole screen out again whenever the number of lines
changes, and here that happens at each key (another card) and after each action (one row fewer). The thumb
is a character in the last column.
"""

from abc import abstractmethod

from textual import events

from cs_workbench.widgets.painted_lines import PaintedLines, Piece, State

_WHEEL = 3  # lines
_THUMB: Piece = ("▐", "quiet")
_NO_THUMB: Piece = (" ", "normal")


class ScrollLines(PaintedLines[State]):
    """Lines `top` to `top + body_height` of `total_lines()`, under `HEAD` lines that stay."""

    HEAD = 0

    DEFAULT_CSS = """
    ScrollLines {
        width: 1fr;
        height: 1fr;
        overflow: hidden hidden;
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.top = 0

    @abstractmethod
    def total_lines(self) -> int:
        """How many lines there are, shown or not."""

    @property
    def body_height(self) -> int:
        """How many lines the window shows; at least one, also before the first layout."""
        return max(1, self.size.height - self.HEAD)

    def show_from(self, top: int) -> None:
        """Scrolls so that `top` is the first line, as far as there are lines."""
        self.extent = self.size
        self.top = max(0, min(top, self.total_lines() - self.body_height))
        self.refresh_changed()

    def index_at(self, y: int) -> int | None:
        """The line under a row of the widget, if there is one."""
        index = self.top + y - self.HEAD
        return index if y >= self.HEAD and index < self.total_lines() else None

    def thumb_at(self, y: int) -> bool:
        """Whether the thumb of the scroll bar stands in this row; never where everything is seen."""
        height, total, row = max(1, self.extent.height - self.HEAD), self.total_lines(), y - self.HEAD
        if total <= height or row < 0:
            return False
        size = max(1, height * height // total)
        start = round(self.top * (height - size) / (total - height))
        return start <= row < start + size

    def thumb_piece(self, shown: bool) -> Piece:
        """The last cell of a line."""
        return _THUMB if shown else _NO_THUMB

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the window and leaves the cursor where it is."""
        event.stop()
        self.show_from(self.top + _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the window and leaves the cursor where it is."""
        event.stop()
        self.show_from(self.top - _WHEEL)
