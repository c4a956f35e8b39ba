"""What the line widgets have in common: a line has a state, the state gives the text, and only a line
whose state changed is drawn.

A state is any hashable value. `refresh_changed` compares the states on the screen with those of now; drawn
strips are kept by state. Nothing here lays out, animates or counts time: a key costs the lines that it
changes. `record_table.py`, `card_pane.py`, `status_line.py`, `split_bar.py` and `key_bar.py` are made of
it.
"""

from abc import abstractmethod
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Region, Size, Spacing
from textual.strip import Strip
from textual.widget import Widget

from cs_workbench.widgets.cells import width_of
from cs_workbench.widgets.theme import palette

State = TypeVar("State", bound=Hashable)
Piece = tuple[str, str]
"""Text, already cleaned, and a word of `theme.palette`."""

NO_GUTTER = Spacing()
_KEPT_STRIPS = 512


class PaintedLines(Widget, Generic[State]):
    """Lines drawn by state. A subclass gives `line_state` and `pieces`, and calls `refresh_changed`.

    `extent` is the size that the lines are drawn in, asked once for all of them: Textual reckons `size` anew from the
    layout and the styles at every question.
    """

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.extent = Size(0, 0)
        self._painted: dict[int, State] = {}
        self._strips: LRUCache[State, Strip] = LRUCache(_KEPT_STRIPS)
        self._styles_by_word: Mapping[str, Style] = {}
        self._strip_width = -1

    @abstractmethod
    def line_state(self, y: int) -> State:
        """All that line `y` of the widget depends on, its width and the theme left out."""

    @abstractmethod
    def pieces(self, state: State, width: int) -> Sequence[Piece]:
        """The line as text and style words; what is longer than `width` is cut, what is shorter filled."""

    def refresh_changed(self) -> None:
        """Asks for a redraw of the lines whose state differs from the one on the screen, and of no others."""
        self.extent = self.size
        width, height = self.extent
        changed = [y for y in range(height) if self._painted.get(y) != self.line_state(y)]
        if changed:
            self.refresh(*(Region(0, top, width, length) for top, length in _runs(changed)))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Textual's line API, without its search for borders and links around each line where there is no room for
        any, and without its filters: the styles have been through them.
        """
        self.extent = self.size
        if self.styles.gutter != NO_GUTTER:
            return super().render_lines(crop)
        strips = [self.render_line(y) for y in crop.line_range]
        return strips if crop.width == self.extent.width else [strip.crop(crop.x, crop.right) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Textual's line API."""
        width = self.extent.width
        if width != self._strip_width:
            self._strips.clear()
            self._painted.clear()
            self._strip_width = width
        state = self.line_state(y)
        self._painted[y] = state
        strip = self._strips.get(state)
        if strip is None:
            strip = self._paint(self.pieces(state, width), width)
            self._strips[state] = strip
        return strip

    def prepare(self, states: Iterable[State]) -> None:
        """Draw lines that may be wanted next."""
        width = self.extent.width
        for state in states:
            if width == self._strip_width and state not in self._strips:
                self._strips[state] = self._paint(self.pieces(state, width), width)

    def notify_style_update(self) -> None:
        """Another theme or another focus: styles are looked up again."""
        super().notify_style_update()
        self._strips.clear()
        self._styles_by_word = {}

    def _paint(self, pieces: Sequence[Piece], width: int) -> Strip:
        if not self._styles_by_word:
            self._styles_by_word = {word: self._filtered(style) for word, style in palette(self.app).items()}
        styles = self._styles_by_word
        length = sum(width_of(text) for text, _word in pieces)
        strip = Strip([Segment(text, styles[word]) for text, word in pieces if text], length)
        return strip.adjust_cell_length(width, styles["normal"])

    def _filtered(self, style: Style) -> Style:
        """A style over the widget's own, through the application's filters (no colours, a terminal of sixteen)."""
        segments = [Segment(" ", self.rich_style + style)]
        for line_filter in self.get_line_filters():
            segments = line_filter.apply(segments, self.background_colors[1])
        return segments[0].style or style


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Rising numbers as runs without a gap: the first of each, and how many."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == sum(runs[-1]):
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((number, 1))
    return runs
