"""A program for `test_restoring.py`: makes ten copies of a database, all in one second by its clock, once it is told to
go.
"""

import sys
from pathlib import Path

from cs_workbench.kernel.clock import parse_clock
from cs_workbench.storage import backup
from tests.reliability.children import NOW

if __name__ == "__main__":
    print("ready", flush=True)
    sys.stdin.readline()
    for _ in range(10):
        backup.make(Path(sys.argv[1]), "manual", parse_clock(NOW).now(), keep=100)
