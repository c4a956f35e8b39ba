"""Copies of the database: verified, private, named by moment and reason, the newest kept.

Only SQLite's own backup reads or writes a live file: ordinary file reads in this process would drop its locks. A copy
is made as `.part`, checked whole, and only then given its name. `restore` copies back into the live database, so that
other open windows see it.
"""

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from cs_workbench.kernel.clock import local
from cs_workbench.kernel.errors import Refusal, Unavailable
from cs_workbench.storage import driver, schema

STAMP = "%Y%m%d-%H%M%S"
STEPS = 100_000
"""Steps of SQLite's machine between two looks whether a check is still wanted."""


class Copy(NamedTuple):
    """A copy and what it holds: rows by table, the last journal entry and its hash."""

    path: Path
    tables: Mapping[str, int]
    entry: int
    hash: str


def folder_of(db: Path) -> Path:
    """Where the copies of a database lie: beside it."""
    return db.parent / f"{db.stem}-backups"


def kept(db: Path) -> list[Path]:
    """The finished copies, newest first."""
    folder = folder_of(db)
    return sorted(folder.glob(f"{db.stem}-*.db"), reverse=True) if folder.is_dir() else []


def made_on(db: Path, day: date) -> bool:
    """Whether a copy was made on this local day."""
    return any(path.name.startswith(f"{db.stem}-{day:%Y%m%d}") for path in kept(db))


def make(db: Path, reason: str, now: datetime, keep: int = 30) -> Copy:
    """Copy a live database and verify the copy. Raises Unavailable; nothing that was kept is touched then."""
    return Copying(db, reason, now, keep).finish()


class Copying:
    """A copy under way. Its bytes are taken at once, in one transaction; a thread checks them while the act that asked
    for it does its work, and `finish` must come before that act is committed. Raises Unavailable.
    """

    def __init__(self, db: Path, reason: str, now: datetime, keep: int = 30) -> None:
        self._db, self._keep = db, keep
        self._folder = folder_of(db)
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._name = f"{db.stem}-{local(now).strftime(STAMP)}-{reason}"
        _sweep(self._folder, db.stem, local(now).date())
        # Another window may be making its own at this very second.
        self._part = self._folder / f"{self._name}-{os.getpid()}.part"
        self._part.unlink(missing_ok=True)
        self._dropped = False
        with self._removed_on_failure(), closing(driver.connect(db)) as source:
            driver.create_private(self._part)
            self._target = driver.connect(self._part)
            self._taken = _take(source, self._target, self._part)
        thread = ThreadPoolExecutor(1, "copy")
        self._checked = thread.submit(self._check)
        thread.shutdown(wait=False)

    def finish(self) -> Copy:
        """Wait for the check, give the copy its name and remove the oldest beyond those kept."""
        with self._removed_on_failure():
            self._checked.result()
            final = next(path for path in _names(self._folder, self._name) if not path.exists())
            self._part.replace(final)
        others = [path for path in kept(self._db) if path != final]  # a clock set back must not make this the oldest
        for old in others[self._keep - 1 :]:
            old.unlink(missing_ok=True)
        return Copy(final, self._taken.tables, self._taken.entry, self._taken.hash)

    def drop(self) -> None:
        """Nothing came of the act: the copy is not needed."""
        self._dropped = True
        self._checked.exception()
        self._part.unlink(missing_ok=True)

    def _check(self) -> None:
        with closing(self._target) as target:
            target.set_progress_handler(lambda: self._dropped, STEPS)
            target.execute("PRAGMA journal_mode=DELETE")
            sound = target.execute("PRAGMA quick_check").fetchone()[0] == "ok"
            if not sound or _contents(target, self._part) != self._taken:
                raise OSError("the copy differs from its source")
        with self._part.open("rb") as file:
            os.fsync(file.fileno())

    @contextmanager
    def _removed_on_failure(self) -> Iterator[None]:
        try:
            yield
        except (driver.sqlite.Error, OSError) as error:
            self._part.unlink(missing_ok=True)
            raise Unavailable(
                "backup", f"Резервную копию сделать не удалось ({self._folder}): проверьте место на диске и права."
            ) from error


def _sweep(folder: Path, stem: str, today: date) -> None:
    """Remove what programs that were killed left half made; what is of today or yesterday may be another window's."""
    for part in folder.glob(f"{stem}-*.part"):
        if part.name < f"{stem}-{today - timedelta(days=1):%Y%m%d}":
            part.unlink(missing_ok=True)


def _names(folder: Path, name: str) -> Iterator[Path]:
    yield folder / f"{name}.db"
    yield from (folder / f"{name}-{number}.db" for number in range(2, 1000))


def _take(source: Any, target: Any, part: Path) -> Copy:
    target.execute("PRAGMA synchronous=OFF")  # the finished file is flushed whole; until then it is no copy
    source.execute("BEGIN")
    try:
        before = _contents(source, part)
        source.backup(target)
    finally:
        source.execute("ROLLBACK")
    return before


def _contents(connection: Any, path: Path) -> Copy:
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    if not names:
        raise OSError("a copy without tables")
    tables = {name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names}
    last = (
        connection.execute("SELECT id, hash FROM journal_entry ORDER BY id DESC LIMIT 1").fetchone()
        if "journal_entry" in tables
        else None
    )
    return Copy(path, tables, last[0] if last else 0, last[1] if last else "")


def read(path: Path) -> Copy:
    """What a copy holds. Raises Refusal where it is no sound copy of ours, or is newer than this program."""
    with open_copy(path) as connection:
        if schema.version_of(connection) not in schema.KNOWN:
            raise Refusal("not_ours", f"{path.name} — не копия этой программы или сделана более новой версией.", "file")
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise Refusal("damaged", f"Копия {path.name} повреждена: выберите другую.", "file")
        return _contents(connection, path)


@contextmanager
def open_copy(path: Path) -> Iterator[Any]:
    """A finished copy, opened for reading alone. Raises Refusal where it cannot be read."""
    if not path.is_file():
        raise Refusal("no_file", f"Файла {path} нет.", "file")
    try:
        connection = driver.connect(path, readonly=True)
    except Unavailable as error:
        raise Refusal("damaged", f"Файл {path.name} не читается как база: выберите другую копию.", "file") from error
    with closing(connection):
        yield connection


def restore(db: Path, path: Path, now: datetime, keep: int = 30) -> Copy:
    """Put a copy in the place of the live database, after a copy of what is there now; returns what was put back."""
    found = read(path)
    if db.exists():
        make(db, "before-restore", now, keep + 1)
    else:
        driver.create_private(db)
    with open_copy(path) as source, closing(driver.connect(db)) as live:
        try:
            source.backup(live)
            live.execute(f"PRAGMA journal_mode={driver.journal_mode()}")
        except driver.sqlite.Error as error:
            raise driver.unavailable(db, error) from error
    return found
