"""Plain connections to one file, one for each thread that reads, each with its reader of the queue.

`workbench.py` holds them; acts have connections of their own (`engine.py`).
"""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cs_workbench.kernel.rule import Rule
from cs_workbench.storage import compiled, driver
from cs_workbench.storage.queue_reader import QueueReader


class Connections:
    """Opens at the first use in a thread. Raises Unavailable where the file cannot be opened."""

    def __init__(self, path: Path, rules: Sequence[Rule]) -> None:
        self._path = path
        self._rules = rules
        self._local = threading.local()

    def here(self) -> Any:
        """The connection of this thread."""
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = driver.connect(self._path)
            driver.add_functions(connection)
            self._local.connection = connection
        return connection

    def reader(self) -> QueueReader:
        """The reader of the queue of this thread."""
        reader: QueueReader | None = getattr(self._local, "reader", None)
        if reader is None:
            reader = self._local.reader = QueueReader(self.here(), self._rules, compiled.shipped())
        return reader

    def version(self) -> int:
        """A number that differs when another connection has written since it was last asked."""
        return int(self.here().execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Give back the connection of this thread."""
        connection = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
        self._local = threading.local()
