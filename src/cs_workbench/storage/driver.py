"""Which SQLite this process uses, and how a plain connection is opened.

`pysqlite3` carries a current SQLite; the standard module stands in where it has no wheel. One of the two in a process,
chosen here and nowhere else: two libraries on one file drop each other's locks. The short start reads through
`connect`; `engine.py` gives SQLAlchemy the same module.
"""

import math
import os
from pathlib import Path
from typing import Any

try:
    from pysqlite3 import dbapi2
except ImportError:  # no wheel for this platform
    from sqlite3 import dbapi2

from cs_workbench.kernel.errors import Unavailable

sqlite: Any = dbapi2
"""The driver of this process, by the names of PEP 249."""

BUSY_SECONDS = 5.0
# The WAL-reset bug can damage a file that two connections write: fixed in 3.51.3 and newer, and in two older lines.
_SAFE_WAL = ((3, 51, 3), (3, 50, 7), (3, 44, 6))


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether this SQLite has no WAL-reset bug; otherwise the TRUNCATE journal is used."""
    newest, *backports = _SAFE_WAL
    return version >= newest or any(version[:2] == fixed[:2] and version >= fixed for fixed in backports)


def journal_mode() -> str:
    """The journal mode that is safe with the SQLite of this process."""
    return "wal" if wal_is_safe(sqlite.sqlite_version_info) else "truncate"


def prepare(connection: Any) -> None:
    """The pragmas of every connection; they must run outside a transaction."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={int(BUSY_SECONDS * 1000)}",
        "foreign_keys=ON",
        "recursive_triggers=ON",
        "secure_delete=ON",
        "synchronous=FULL",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def connect(path: Path, *, readonly: bool = False) -> Any:
    """A plain connection to an existing file. Raises Unavailable where it cannot be opened or is not a database."""
    uri = f"{path.absolute().as_uri()}?mode={'ro' if readonly else 'rw'}"
    try:
        connection = sqlite.connect(uri, uri=True, timeout=BUSY_SECONDS, check_same_thread=False)
        prepare(connection)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite.DatabaseError as error:
        raise unavailable(path, error) from error
    return connection


def unavailable(path: Path, error: Exception) -> Unavailable:
    """The driver's error as a sentence for a person."""
    said = str(error)
    if "locked" in said or "busy" in said:
        return Unavailable("locked", f"База {path} занята другой программой. Закройте её или подождите и повторите.")
    if "not a database" in said or "malformed" in said:
        return Unavailable(
            "damaged", f"Файл {path} повреждён или это не база. Восстановите копию: cs-workbench restore ФАЙЛ."
        )
    if "readonly" in said:
        return Unavailable("readonly", f"База {path} доступна только для чтения: записать нельзя.")
    if "full" in said:
        return Unavailable(
            "disk_full", "На диске нет места: изменение не записано, прежние данные целы. Освободите место и повторите."
        )
    if "disk I/O" in said:
        return Unavailable(
            "disk", "Диск не даёт читать или писать: изменение не записано. Проверьте диск и свободное место."
        )
    return Unavailable("cannot_open", f"Не удалось открыть базу {path}: проверьте путь и права на папку.")


def create_private(path: Path) -> None:
    """Make an empty file that only its owner can read; SQLite gives its journals the same rights."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def add_functions(connection: Any) -> None:
    """`log10` for a SQLite that was built without its mathematics."""
    try:
        connection.execute("SELECT log10(10)")
    except sqlite.OperationalError:
        connection.create_function("log10", 1, math.log10, deterministic=True)
