"""The card beside a list: lines of text with tones, wrapped, drawn line by line as they change.

A screen builds `CardLine`s (`presentation/shapes.py`) for the row under the cursor and calls `show`;
nothing is mounted or laid out.
"""

from collections.abc import Hashable, Iterator, Sequence
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType

from cs_workbench.presentation.shapes import TONE_MARKS, CardLine, Tone
from cs_workbench.widgets.cells import fill, wrap
from cs_workbench.widgets.painted_lines import Piece
from cs_workbench.widgets.scroll_lines import ScrollLines

_GUTTER = 2  # the mark of the tone and a blank


class ShownLine(NamedTuple):
    """One line as it is drawn."""

    mark: str = ""
    text: str = ""
    tone: Tone = "normal"
    thumb: bool = False


class CardPane(ScrollLines[ShownLine], can_focus=True):
    """A text in lines. Scrolls with the keys of a list, only while it has the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll_lines(1)", "ниже", show=False),
        Binding("up,k", "scroll_lines(-1)", "выше", show=False),
        Binding("pagedown,space", "scroll_pages(1)", "на экран ниже", show=False),
        Binding("pageup", "scroll_pages(-1)", "на экран выше", show=False),
        Binding("home", "top", "в начало", show=False),
        Binding("end", "bottom", "в конец", show=False),
    ]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: tuple[CardLine, ...] = ()
        self._about: Hashable = None
        self._wrapped: tuple[int, list[ShownLine]] = (-1, [])

    def show(self, lines: Sequence[CardLine], about: Hashable = None) -> None:
        """Shows these lines. `about` says of what: the same keeps its place, another starts at the top."""
        self._lines = tuple(lines)
        self._wrapped = (-1, [])
        top = self.top if about == self._about else 0
        self._about = about
        self.show_from(top)

    def action_scroll_lines(self, lines: int) -> None:
        """One line down or up."""
        self.show_from(self.top + lines)

    def action_scroll_pages(self, pages: int) -> None:
        """A screenful down or up, one line of the old one left in sight."""
        self.show_from(self.top + pages * max(1, self.body_height - 1))

    def action_top(self) -> None:
        """The first line."""
        self.show_from(0)

    def action_bottom(self) -> None:
        """The last line."""
        self.show_from(self.total_lines())

    def on_resize(self) -> None:
        """Another width wraps otherwise."""
        self.show_from(self.top)

    def total_lines(self) -> int:
        """Lines after wrapping."""
        return len(self._shown_lines())

    def line_state(self, y: int) -> ShownLine:
        """The wrapped line at this place, or nothing."""
        lines, index = self._shown_lines(), self.top + y
        return lines[index]._replace(thumb=self.thumb_at(y)) if index < len(lines) else ShownLine()

    def pieces(self, state: ShownLine, width: int) -> Sequence[Piece]:
        """The mark, the words, the thumb."""
        return [(f"{state.mark:{_GUTTER}}{state.text}", state.tone), self.thumb_piece(state.thumb)]

    def _shown_lines(self) -> list[ShownLine]:
        width = self.extent.width
        if self._wrapped[0] != width:
            room = max(1, width - _GUTTER - 1)  # the thumb has the last cell
            self._wrapped = (width, [shown for line in self._lines for shown in _wrapped(line, room)])
        return self._wrapped[1]


def _wrapped(line: CardLine, room: int) -> Iterator[ShownLine]:
    """A line of a card as it is drawn in `room` cells: the sign of its tone stands at its beginning only."""
    indent = min(line.indent, room - 1)
    mark = TONE_MARKS.get(line.tone, "")
    for text in wrap(line.text, room - indent):
        yield ShownLine(mark, fill(" " * indent + text, room), line.tone)
        mark = ""
