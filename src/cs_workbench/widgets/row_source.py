"""Where a list takes its rows from: a source that is asked for pages, and the pages that are kept.

`record_table.py` is the only reader. A source is a picture of one moment: when the data change, the screen
gives a new one.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Protocol, runtime_checkable

from cs_workbench.presentation.shapes import Row, RowKey

PAGE = 32
KEPT_PAGES = 32
_ALL_KEYS_PAGE = 1000


class RowSource(Protocol):
    """Rows in their order. Answers must not change while the source is in use."""

    def total(self) -> int:
        """How many rows there are."""
        ...

    def page(self, offset: int, limit: int) -> Sequence[Row]:
        """At most `limit` rows from `offset` (from 0) on."""
        ...


@runtime_checkable
class FindsRows(Protocol):
    """What a source may offer besides: the place of a row, so that the cursor finds it anywhere."""

    def find(self, key: RowKey) -> int | None:
        """The index of a row; None when the source has none of that key."""
        ...


class ListSource:
    """Rows in memory."""

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        self._rows = rows
        self._places: dict[RowKey, int] | None = None

    def total(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def page(self, offset: int, limit: int) -> Sequence[Row]:
        """A slice."""
        return self._rows[offset : offset + limit]

    def find(self, key: RowKey) -> int | None:
        """The index of a row; the places are written down at the first question."""
        if self._places is None:
            self._places = {row.key: index for index, row in enumerate(self._rows)}
        return self._places.get(key)


class Pages:
    """Rows of a source by index, asked for a page at a time and kept in a few pages."""

    def __init__(self, source: RowSource) -> None:
        self.source = source
        self.total = max(0, source.total())
        self._kept: dict[int, Sequence[Row]] = {}

    def row(self, index: int) -> Row | None:
        """The row at an index; None outside, or where the source came up short."""
        if not 0 <= index < self.total:
            return None
        number, place = divmod(index, PAGE)
        page = self._kept.pop(number, None)
        if page is None:
            page = self.source.page(number * PAGE, PAGE)
            if len(self._kept) >= KEPT_PAGES:
                del self._kept[next(iter(self._kept))]
        self._kept[number] = page  # the last asked for stands last
        return page[place] if place < len(page) else None

    def look_ahead(self, top: int, height: int) -> None:
        """Ask for what a window of `height` rows shows a screenful further down or up, at the end or at the beginning:
        the first page of these that is not at hand.
        """
        for index in (top + 2 * height, top - height, self.total - 1, self.total - height, 0):
            place = max(0, min(index, self.total - 1))
            if self.total and place // PAGE not in self._kept:
                self.row(place)
                return

    def find(self, key: RowKey, near: int) -> int | None:
        """The index of a row. A source that cannot find is searched a page's length around `near`."""
        if isinstance(self.source, FindsRows):
            return self.source.find(key)
        for index in range(max(0, near - PAGE), min(self.total, near + PAGE + 1)):
            row = self.row(index)
            if row is not None and row.key == key:
                return index
        return None

    def kept_after(self, index: int) -> Iterator[RowKey]:
        """Keys of the rows after an index, as far as their pages are at hand."""
        for following in count(index + 1):
            number, place = divmod(following, PAGE)
            page = self._kept.get(number, ())
            if place >= len(page):
                return
            yield page[place].key

    def keys(self) -> Iterator[RowKey]:
        """Every key of the source, in big pages that are not kept."""
        for offset in range(0, self.total, _ALL_KEYS_PAGE):
            for row in self.source.page(offset, _ALL_KEYS_PAGE):
                yield row.key


def kept_place(old: Pages, new: Pages, index: int) -> int:
    """Where a row of the old pages stands in the new ones, or the nearest after it that is left.

    When none of those is found, the same number.
    """
    row = old.row(index)
    if row is None:
        return index
    found = new.find(row.key, index)
    following = old.kept_after(index)
    while found is None and (key := next(following, None)) is not None:
        found = new.find(key, index)
    return index if found is None else found
