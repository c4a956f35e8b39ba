"""What `Хвост дня` shows and hands over: its rows with the report as the last of them, and the report as it is written
to its file.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cs_workbench.connectors import day_file
from cs_workbench.domain.evening import is_decided, undecided, unfinished
from cs_workbench.domain.reports.day import DayReport, day_report
from cs_workbench.kernel.queue import Entry
from cs_workbench.presentation.day_report import report_text
from cs_workbench.presentation.evening import REPORT, report_row, tail_row
from cs_workbench.presentation.shapes import Row, RowKey
from cs_workbench.settings import default_db
from cs_workbench.workbench import Workbench


class TailSource:
    """The tail as rows, each worded when it is first shown: what is to be decided, what burns and is decided, the
    report.
    """

    def __init__(self, workbench: Workbench, queue: Sequence[Entry]) -> None:
        today = workbench.today()
        self._workbench = workbench
        self.entries = sorted(unfinished(queue, today), key=is_decided)
        self.left = undecided(self.entries, today)
        self._places = {entry.key: place for place, entry in enumerate(self.entries)}

    def total(self) -> int:
        """The items and the report."""
        return len(self.entries) + 1

    def page(self, offset: int, limit: int) -> Sequence[Row]:
        """The rows of a window."""
        rows = [tail_row(self._workbench.item(entry)) for entry in self.entries[offset : offset + limit]]
        return [*rows, report_row(len(self.left))] if len(rows) < limit else rows

    def find(self, key: RowKey) -> int | None:
        """The place of a row."""
        return len(self.entries) if key == REPORT else self._places.get(str(key))

    def entry(self, key: RowKey | None) -> Entry | None:
        """The entry of a row; None on the report."""
        place = self._places.get(str(key))
        return None if place is None else self.entries[place]

    def next_left(self, place: int) -> str:
        """The row of the item to decide that stands at a place now, the first one after the last; the report's where
        there is none.
        """
        if not self.left:
            return REPORT
        return self.entries[place if place < len(self.left) else 0].key


class Kept(NamedTuple):
    """A day's report in words, and its file."""

    text: str
    path: Path


def read_report(workbench: Workbench) -> DayReport:
    """Today's figures; called in a thread."""
    return workbench.read(day_report, None, workbench.queue())


def keep_report(workbench: Workbench) -> Kept:
    """Write today's report to its file. Raises Unavailable."""
    facts = read_report(workbench)
    text = report_text(facts)
    folder = day_file.folder_of(Path(workbench.where), default_db())
    return Kept(text, day_file.keep(text, folder, facts.day))
