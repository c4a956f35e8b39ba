"""Checks of the file itself: integrity, foreign keys, the journal's chain, the tail that copies remember.

What the business demands of its records is checked by `domain/invariants.py`; the workbench runs both.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cs_workbench.kernel.errors import Refusal
from cs_workbench.storage import backup, driver
from cs_workbench.storage.journal import FIRST_HASH, chain, digest, journal_entry, journal_image

SYNCED = (
    "onedrive",
    "dropbox",
    "yandex.disk",
    "яндекс.диск",
    "google drive",
    "googledrive",
    "icloud",
    "nextcloud",
    "облако mail",
)


@dataclass(frozen=True)
class Check:
    """One thing looked at: whether it holds, and what was seen. `grave` checks decide the verdict, others only warn."""

    name: str
    holds: bool
    message: str
    grave: bool = True


def file_checks(session: Session, db: Path | None) -> Iterator[Check]:
    """Everything about the file."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
        yield Check("integrity", found == "ok", "файл цел" if found == "ok" else "файл повреждён: восстановите копию")
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        yield Check("references", not orphans, "ссылки целы" if not orphans else f"оборванных ссылок: {len(orphans)}")
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
        safe = mode != "wal" or driver.wal_is_safe(driver.sqlite.sqlite_version_info)
        yield Check("sqlite", safe, f"SQLite {driver.sqlite.sqlite_version}, журнал {mode}")
    hashes: dict[int, str] = {}
    yield _chain(session, hashes)
    if db is not None:
        yield _tail(db, hashes)
        yield _rights(db)
        synced = next((word for word in SYNCED if word in str(db).casefold()), None)
        said = (
            f"база лежит в папке синхронизации ({synced}): она может испортить файл"
            if synced
            else "папка не синхронизируется"
        )
        yield Check("folder", synced is None, said, grave=False)


def _chain(session: Session, hashes: dict[int, str]) -> Check:
    """Recompute every hash; fills `hashes` by entry."""
    connection = session.connection()
    digests: dict[int, list[str]] = {}
    for row in connection.execute(select(journal_image).order_by(journal_image.c.id)):
        erased = row.before is None and row.after is None
        if not erased and digest(row.salt, row.record, str(row.record_id), row.before, row.after) != row.digest:
            return Check("journal", False, f"запись журнала № {row.entry_id} изменена после сохранения")
        digests.setdefault(row.entry_id, []).append(row.digest)
    previous, expected = FIRST_HASH, 1
    for entry in connection.execute(select(journal_entry).order_by(journal_entry.c.id)).mappings():
        said = digest(entry["salt"], entry["inputs"], entry["message"])
        if entry["id"] != expected:
            return Check("journal", False, f"в журнале нет записи № {expected}")
        if said != entry["digest"] or chain(previous, dict(entry), digests.get(entry["id"], ())) != entry["hash"]:
            return Check("journal", False, f"запись журнала № {entry['id']} изменена после сохранения")
        previous, expected = entry["hash"], expected + 1
        hashes[entry["id"]] = previous
    return Check("journal", True, f"журнал цел, записей: {len(hashes)}")


def _tail(db: Path, hashes: dict[int, str]) -> Check:
    """The copies remember how far the journal had come."""
    for path in backup.kept(db)[:3]:
        try:
            with backup.open_copy(path) as copy:
                last = copy.execute("SELECT id, hash FROM journal_entry ORDER BY id DESC LIMIT 1").fetchone()
        except (Refusal, driver.sqlite.DatabaseError):
            return Check("copies", False, f"копия {path.name} не читается", grave=False)
        if last is not None and hashes.get(last[0]) != last[1]:
            return Check(
                "copies", False, f"в журнале нет записи № {last[0]}, которая есть в копии {path.name}", grave=False
            )
    return Check("copies", True, f"копий: {len(backup.kept(db))}", grave=False)


def _rights(db: Path) -> Check:
    open_to_others = [path.name for path in (db, *backup.kept(db)) if path.exists() and path.stat().st_mode & 0o077]
    said = f"файл {open_to_others[0]} доступен другим пользователям" if open_to_others else "файлы доступны только вам"
    return Check("rights", not open_to_others, said, grave=False)


def as_json(check: Check) -> dict[str, Any]:
    """A check for the command line."""
    return {"name": check.name, "ok": check.holds, "grave": check.grave, "message": check.message}
