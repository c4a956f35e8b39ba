"""A list of any length: pages on demand, a cursor that stays on its row through every refresh, and two
lines drawn for a key.

Rows come from a source (`row_source.py`), columns and tones from `presentation/shapes.py`. Filters, sorting
and what to do with the chosen rows are the screen's: the table posts `Highlighted`, `Chosen` and
`Selected`.
"""

from collections.abc import Collection, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType

from cs_workbench.kernel.text import clean_line
from cs_workbench.presentation.shapes import TONE_MARKS, Column, Row, RowKey
from cs_workbench.widgets.cells import cut, fill, fit
from cs_workbench.widgets.columns import GUTTER, Fitted, fit_columns, head_text, row_pieces, row_text
from cs_workbench.widgets.from_table import FromTable
from cs_workbench.widgets.painted_lines import Piece
from cs_workbench.widgets.rest import Rest
from cs_workbench.widgets.row_source import FindsRows, ListSource, Pages, RowSource, kept_place
from cs_workbench.widgets.scroll_lines import ScrollLines

_CURSOR = "›"
_SELECTED = "✓"
_DOUBLE_CLICK = 2


class Line(NamedTuple):
    """All that one line of the table depends on. `text` is a title line or the words of an empty list."""

    row: Row | None = None
    cursor: str = ""
    selected: bool = False
    thumb: bool = False
    text: str = ""


class RecordTable(ScrollLines[Line], can_focus=True):
    """A list with a cursor and a selection. Both are kept by row keys, never by numbers."""

    HEAD = 1

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "ниже", show=False),
        Binding("up,k", "move(-1)", "выше", show=False),
        Binding("pagedown", "page(1)", "на экран ниже", show=False),
        Binding("pageup", "page(-1)", "на экран выше", show=False),
        Binding("home", "first", "в начало", show=False),
        Binding("end", "last", "в конец", show=False),
        Binding("space", "select", "выбрать", show=False),
        Binding("v", "invert", "обратить выбор", show=False),
        Binding("enter", "choose", "открыть", show=False),
    ]

    class Highlighted(FromTable):
        """The cursor is on another row; None when the list is empty."""

        def __init__(self, table: "RecordTable", key: RowKey | None) -> None:
            super().__init__(table)
            self.key = key

    class Chosen(FromTable):
        """Enter or a double click on a row."""

        def __init__(self, table: "RecordTable", key: RowKey) -> None:
            super().__init__(table)
            self.key = key

    class Selected(FromTable):
        """The selection changed."""

        def __init__(self, table: "RecordTable", keys: frozenset[RowKey]) -> None:
            super().__init__(table)
            self.keys = keys

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        empty: str = "Пусто",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._columns = tuple(columns)
        self._empty = clean_line(empty)
        self._pages = Pages(ListSource())
        self._index = 0
        self._key: RowKey | None = None
        self._selection: frozenset[RowKey] = frozenset()
        self._rest = Rest(self, self._get_ready)
        self._fitted: tuple[int, Fitted] = (-1, ())

    # What screens ask and say

    @property
    def cursor_index(self) -> int:
        """The number of the cursor's row, from 0."""
        return self._index

    @property
    def cursor_key(self) -> RowKey | None:
        """The key of the cursor's row; None when the list is empty."""
        return self._key

    @property
    def cursor_row(self) -> Row | None:
        """The cursor's row; None when the list is empty."""
        return self._pages.row(self._index)

    @property
    def selection(self) -> frozenset[RowKey]:
        """The keys of the selected rows."""
        return self._selection

    def targets(self) -> list[RowKey]:
        """What an action is about: the selected rows, or the cursor's row where none is selected."""
        if self._selection:
            return sorted(self._selection, key=lambda key: (self._place(key), str(key)))
        return [] if self._key is None else [self._key]

    def set_source(self, source: RowSource, keep: bool = True, empty: str | None = None) -> None:
        """Shows other rows. With `keep` the cursor stays on its row, or on the next one left.

        Rows that the new source lacks are selected no more: no action reaches a row that is not listed.
        """
        pages = Pages(source)
        self._empty = self._empty if empty is None else clean_line(empty)
        row_on_screen = self._index - self.top if keep else 0
        index = kept_place(self._pages, pages, self._index) if keep else 0
        self._pages = pages
        self._index = max(0, min(index, pages.total - 1))
        self.top = max(0, min(self._index - row_on_screen, pages.total - self.body_height))
        self._keep_selected(pages if keep else None)
        self._settle()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Shows other columns of the same rows."""
        self._columns = tuple(columns)
        self._fitted = (-1, ())
        self._strips.clear()
        self._painted.clear()
        self.refresh_changed()

    def move_to(self, key: RowKey) -> bool:
        """Puts the cursor on a row; False when the source does not find it."""
        index = self._pages.find(key, self._index)
        if index is None:
            return False
        self._move(index)
        return True

    def select(self, keys: Collection[RowKey]) -> None:
        """Makes these rows, and no others, the selected ones."""
        if self._selection != frozenset(keys):
            self._selection = frozenset(keys)
            self.post_message(self.Selected(self, self._selection))
            self.refresh_changed()

    # Keys and the mouse

    def action_move(self, lines: int) -> None:
        """One line down or up."""
        self._move(self._index + lines)

    def action_page(self, pages: int) -> None:
        """A screenful down or up, one line of the old one left in sight."""
        self._move(self._index + pages * max(1, self.body_height - 1))

    def action_first(self) -> None:
        """The first row."""
        self._move(0)

    def action_last(self) -> None:
        """The last row."""
        self._move(self._pages.total - 1)

    def action_select(self) -> None:
        """Selects the row or takes it out, and goes on to the next: holding the key selects a run."""
        if self._key is not None:
            self.select(self._selection ^ {self._key})
            self._move(self._index + 1)

    def action_invert(self) -> None:
        """Selects what is not selected, and the other way round."""
        self.select(frozenset(self._pages.keys()) - self._selection)

    def action_choose(self) -> None:
        """Opens the row under the cursor."""
        if self._key is not None:
            self.post_message(self.Chosen(self, self._key))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a double click opens."""
        offset = event.get_content_offset(self)
        index = None if offset is None else self.index_at(offset.y)
        if index is not None:
            self._move(index)
            if event.chain == _DOUBLE_CLICK:
                self.action_choose()

    def on_resize(self) -> None:
        """The cursor stays in sight."""
        self._settle()

    def on_focus(self) -> None:
        """The cursor's line looks different with focus and without."""
        self.refresh_changed()

    on_blur = on_focus

    # What is drawn

    def total_lines(self) -> int:
        """Rows of the source."""
        return self._pages.total

    def line_state(self, y: int) -> Line:
        """The titles, a row, the words of an empty list, or nothing."""
        if y < self.HEAD:
            return Line(text=head_text(self._fitted_columns()))
        index = self.top + y - self.HEAD
        row = self._pages.row(index)
        if row is None:
            return Line(text=self._empty if self._pages.total == 0 and y == self.HEAD else "")
        cursor = ("cursor" if self.has_focus else "resting") if index == self._index else ""
        return Line(row, cursor, row.key in self._selection, self.thumb_at(y))

    def pieces(self, state: Line, width: int) -> Sequence[Piece]:
        """A row in pieces: gutter, mark, cells, thumb."""
        row = state.row
        if row is None:
            return [(" " * GUTTER + cut(state.text, width - GUTTER), "quiet")]
        mark = fit(row.mark or TONE_MARKS.get(row.tone, ""), 1)
        gutter = (_CURSOR if state.cursor else " ") + (_SELECTED if state.selected else " ")
        thumb = self.thumb_piece(state.thumb)
        if state.cursor:
            text = fill(row_text(row, self._fitted_columns()), width - GUTTER - 1)
            return [(f"{gutter}{mark} {text}", state.cursor), thumb]
        cells = row_pieces(row, self._fitted_columns(), width - GUTTER - 1)
        return [(gutter, "key"), (mark, row.tone), (" ", "normal"), *cells, thumb]

    def _fitted_columns(self) -> Fitted:
        width = self.extent.width - 1  # the thumb has the last cell
        if self._fitted[0] != width:
            titled = [Column(c.key, clean_line(c.title), c.width, c.align, c.hide_below) for c in self._columns]
            self._fitted = (width, fit_columns(titled, width))
        return self._fitted[1]

    def _move(self, index: int) -> None:
        self._index = max(0, min(index, self._pages.total - 1))
        self._settle()

    def _settle(self) -> None:
        """Brings the cursor into sight, tells when it is on another row, and draws what changed."""
        if self.size.height:  # before the first layout, and while hidden, there is no window to move
            self.top = max(self._index - self.body_height + 1, min(self.top, self._index))
        self.show_from(self.top)
        self._rest.begin()
        row = self.cursor_row
        key = None if row is None else row.key
        if key != self._key:
            self._key = key
            self.post_message(self.Highlighted(self, key))

    def _get_ready(self) -> None:
        """Rows at hand for any key that jumps, and those of the next screenful drawn."""
        self._pages.look_ahead(self.top, self.body_height)
        below = range(self.top + self.body_height, self.top + 2 * self.body_height)
        rows = filter(None, map(self._pages.row, below))
        self.prepare(Line(row, selected=row.key in self._selection) for row in rows)

    def _keep_selected(self, pages: Pages | None) -> None:
        if not self._selection:
            return
        if pages is None or not isinstance(pages.source, FindsRows):
            self.select(())
        else:
            source = pages.source
            self.select([key for key in self._selection if source.find(key) is not None])

    def _place(self, key: RowKey) -> int:
        found = self._pages.find(key, self._index)
        return self._pages.total if found is None else found
