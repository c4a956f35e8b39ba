"""Reads an XLS in a process of its own, and writes its rows as lines of JSON.

The old format has no archive that could be looked through beforehand, and on a damaged file its reader does not refuse
but breaks, or takes memory for cells that lie far apart: here it breaks alone. `sheets.py` starts it.
"""

import json
import sys
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

if sys.platform != "win32":
    import resource

MEMORY = 1 << 30
NO_TABLE, PASSWORD = 2, 3
"""How the process ends where there is nothing to read."""


def main(path: str) -> int:
    """Write a line for each sheet (its name and how many rows follow), then its rows."""
    _limit_memory()
    try:
        workbook = CalamineWorkbook.from_path(path)
    except CalamineError as error:
        return PASSWORD if type(error).__name__ == "PasswordError" else NO_TABLE
    for facts in workbook.sheets_metadata:
        if facts.typ != SheetTypeEnum.WorkSheet or facts.visible != SheetVisibleEnum.Visible:
            continue
        rows = list(workbook.get_sheet_by_name(facts.name).iter_rows())
        print(json.dumps([facts.name, len(rows)]))
        for row in rows:
            print(json.dumps([_plain(cell) for cell in row]))
    return 0


def _limit_memory() -> None:
    """Where the system can: two cells at the corners of a sheet would ask for half a gigabyte each."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _plain(cell: Any) -> Any:
    """A cell as JSON knows it; a moment is its day."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(cell) if isinstance(cell, date | time | timedelta) else cell


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
