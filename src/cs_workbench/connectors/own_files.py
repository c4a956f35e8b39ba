"""Keeps a connector's hands off the database itself: what is asked to be read may be one of its own files."""

from pathlib import Path

from cs_workbench.kernel.errors import Refusal
from cs_workbench.storage.unit import Read


def refuse_own(path: Path, read: Read, wanted: str) -> None:
    """Refuse a file of the live database: reading it by ordinary means drops SQLite's locks on it, so it must not even
    be opened. `wanted` says what was expected («выписка»). Raises Refusal `own_file`.
    """
    engine = read.session.connection().engine
    database = engine.url.database if engine.dialect.name == "sqlite" else None
    for suffix in ("", "-wal", "-shm", "-journal"):
        ours = Path(f"{database}{suffix}")
        if database and ours.exists() and ours.samefile(path):
            raise Refusal("own_file", f"{path} — это база рабочего места, а не {wanted}.", "file")
