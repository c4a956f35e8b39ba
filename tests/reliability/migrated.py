"""A program for `test_migrating.py`: migrates a database by a folder of steps, which may end it."""

import sys
from pathlib import Path

from cs_workbench.kernel.clock import parse_clock
from cs_workbench.storage.migrating import migrate
from tests.reliability.children import NOW

if __name__ == "__main__":
    migrate(Path(sys.argv[1]), parse_clock(NOW).now(), scripts=Path(sys.argv[2]))
