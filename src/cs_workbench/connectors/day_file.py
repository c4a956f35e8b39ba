"""The day's report as a file: in a folder beside the database, one file a day, its owner's alone.

The presentation words the report; what a day's file said before is replaced.
"""

from datetime import date
from pathlib import Path

from cs_workbench.connectors.exporting.files import appearing
from cs_workbench.kernel.errors import Unavailable


def folder_of(db: Path, usual: Path) -> Path:
    """Where the reports of a database lie: `reports` beside the usual one, beside any other a folder of its own name,
    so that a demo never writes over a real day.
    """
    return db.parent / ("reports" if db == usual else f"{db.stem}-reports")


def keep(text: str, folder: Path, day: date) -> Path:
    """Write a day's report; the file appears whole or not at all. Raises Unavailable where it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise Unavailable("folder", f"Папку {folder} не создать: проверьте права и место на диске.") from error
    path = folder / f"{day.isoformat()}.txt"
    with appearing(path, force=True) as part:
        part.write_text(text, encoding="utf-8")
    return path
