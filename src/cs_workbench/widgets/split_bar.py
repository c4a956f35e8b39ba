"""The strip of splits over a queue: titles with counters, one of them active. Where all do not fit, a run
around the active one.

The screen binds Tab and Shift+Tab to `step`; the bar posts `Changed` and shows, it decides nothing.
"""

from collections.abc import Sequence

from textual import events
from textual.message import Message

from cs_workbench.kernel.text import clean_line
from cs_workbench.widgets.bar_line import BarLine
from cs_workbench.widgets.cells import cut, width_of
from cs_workbench.widgets.painted_lines import Piece

_MORE_LEFT, _MORE_RIGHT, _NONE_MORE = "‹", "›", " "


class SplitBar(BarLine):
    """One line of tabs. A tab is a token, a title and a count; a count not known yet is None."""

    class Changed(Message):
        """The user went to another split."""

        def __init__(self, bar: "SplitBar", token: str) -> None:
            super().__init__()
            self.bar = bar
            self.token = token

        @property
        def control(self) -> "SplitBar":
            """The bar, so that `@on` takes its selector."""
            return self.bar

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._tokens: tuple[str, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._active = 0

    @property
    def active(self) -> str | None:
        """The token of the active split; None when there are none."""
        return self._tokens[self._active] if self._tokens else None

    def set_splits(self, splits: Sequence[tuple[str, str, int | None]]) -> None:
        """Shows these tabs; the active one stays active where it is still there, otherwise the first is."""
        active = self.active
        self._tokens = tuple(token for token, _title, _count in splits)
        self._labels = tuple(
            f"{clean_line(title)} {'…' if count is None else count}" for _token, title, count in splits
        )
        self._active = self._tokens.index(active) if active in self._tokens else 0
        self.refresh_changed()

    def activate(self, token: str) -> None:
        """Goes to a split and posts `Changed`, unless it is the active one or there is none of that token."""
        if token in self._tokens and token != self.active:
            self._active = self._tokens.index(token)
            self.refresh_changed()
            self.post_message(self.Changed(self, token))

    def step(self, by: int) -> None:
        """Goes on by so many splits, round the end."""
        if self._tokens:
            self.activate(self._tokens[(self._active + by) % len(self._tokens)])

    def on_click(self, event: events.Click) -> None:
        """A click goes to the split under it."""
        left = 1
        for index in self._window(self.size.width):
            right = left + width_of(self._labels[index]) + 2
            if left <= event.x < right:
                self.activate(self._tokens[index])
                return
            left = right

    def line_pieces(self, width: int) -> Sequence[Piece]:
        """The run of tabs that fits, the active one in brackets, with a sign where there are more."""
        window = self._window(width)
        pieces: list[Piece] = [(_MORE_LEFT if window and window[0] > 0 else _NONE_MORE, "quiet")]
        for index in window:
            if index == self._active:
                pieces.append((cut(f"[{self._labels[index]}]", max(0, width - 2)), "cursor"))
            else:
                pieces.append((f" {self._labels[index]} ", "quiet"))
        more = bool(window) and window[-1] < len(self._labels) - 1
        return [*pieces, (_MORE_RIGHT if more else _NONE_MORE, "quiet")]

    def _window(self, width: int) -> range:
        """The tabs that are shown: the active one and its neighbours, the right first, as far as they fit."""
        if not self._labels:
            return range(0)
        sizes = [width_of(label) + 2 for label in self._labels]
        first = last = self._active
        room = width - 2 - sizes[first]
        grown = True
        while grown:
            grown = False
            if last + 1 < len(sizes) and sizes[last + 1] <= room:
                last, room, grown = last + 1, room - sizes[last + 1], True
            if first > 0 and sizes[first - 1] <= room:
                first, room, grown = first - 1, room - sizes[first - 1], True
        return range(first, last + 1)
