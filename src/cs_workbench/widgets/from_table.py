"""What the messages of a table have in common; `record_table.py` posts them."""

from textual.message import Message
from textual.widget import Widget


class FromTable(Message):
    """A message of a table. Written out: generated methods cost the start a millisecond a class."""

    def __init__(self, table: Widget) -> None:
        super().__init__()
        self.table = table

    @property
    def control(self) -> Widget:
        """The table, so that `@on` takes its selector."""
        return self.table
