"""Whether a user has seen the day's briefing: remembered in the database beside the records, for it is no fact of the
business and in no journal. A part of `workbench.py`.
"""

from cs_workbench.kernel.today import Today
from cs_workbench.storage.connections import Connections
from cs_workbench.storage.worded import worded


class Briefed:
    """What a workbench remembers of its user."""

    where: str
    user: str
    _connections: Connections

    def today(self) -> Today:
        """The moment."""
        raise AssertionError("a workbench knows the moment")

    @worded
    def is_briefed(self) -> bool:
        """Whether this user has seen today's briefing."""
        asked = "SELECT value FROM meta WHERE key = ?"
        row = self._connections.here().execute(asked, (f"briefed:{self.user}",)).fetchone()
        return row is not None and row[0] == self.today().today.isoformat()

    @worded
    def set_briefed(self) -> None:
        """This user sees today's briefing now."""
        day = self.today().today.isoformat()
        remember = "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)"
        self._connections.here().execute(remember, (f"briefed:{self.user}", day))
