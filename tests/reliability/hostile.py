"""Text that data may hold and that must only ever be shown: put into a lived-in desk wherever a person or a bank
writes.

What enters by an action is cleaned; so the file is also changed behind the program's back, as an older program or
another one might have left it.
"""

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from cs_workbench.storage import driver
from tests.desk import Desk
from tests.reliability.lived import live

MARKUP = ("[/]", "[@click=app.boom]жми[/]", "[red]красный", "[b + next", "\\", "[bold]]", "{x!r}%s", "<b>&amp;")
"""What a markup would take for its own, and is text."""

OBEYED = {
    "private mode": "\x1b[?1337h",
    "erase": "\x1b[3;7J",
    "cursor": "\x1b[77;78H",
    "colour": "\x1b[5;33;45m",
    "title": "\x1b]0;evil\x07",
    "clipboard": "\x1b]52;c;ZXZpbA==\x1b\\",
    "link": "\x1b]8;;http://evil.example\x1b\\",
    "device": "\x1bP+q6576696c\x1b\\",
    "C1": "\x9b?1337h",
    "C1 string": "\x9d52;c;ZXZpbA==\x9c",
    "bell": "a\x07b\x08c\x00d\x7fe",
    "right to left": "\u202eогород\u202c",
    "isolate": "\u2066огород\u2069",
}
"""What a terminal would obey, or turn round: none of it may reach one."""

JSON = {("journal_entry", "inputs"), ("journal_image", "before"), ("journal_image", "after")}

PLACE = "⟦⟧"
"""Stands in the text of the lived-in desk where a payload comes."""


def payloads() -> list[str]:
    """Each with a word around it, so that none is empty when it is cleaned."""
    return [f"{text}{number:02d}" for number, text in enumerate([*MARKUP, *OBEYED.values()])]


@cache
def _spoilt() -> Path:
    """The desk, made once in a process."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    desk = Desk(folder)
    live(desk, lambda text: f"{text} {PLACE}")
    desk.close()
    _spoil(folder / "desk.db")
    return folder / "desk.db"


def _spoil(db: Path) -> None:
    """Put a payload into every text of every row, another one in each."""
    connection = driver.connect(db)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    found, turn = payloads(), 0
    for table, column in _texts(connection):
        where = f'typeof("{column}") = \'text\' AND "{column}" LIKE ?'
        for number, text in connection.execute(
            f'SELECT rowid, "{column}" FROM {table} WHERE {where}', (f"%{PLACE}%",)
        ).fetchall():
            spoilt = text.replace(PLACE, found[turn % len(found)])
            connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', (spoilt, number))
            turn += 1
    connection.close()


def _texts(connection: Any) -> list[tuple[str, str]]:
    """Tables and their columns, but those that hold JSON."""
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    columns = [(table, row[1]) for (table,) in tables for row in connection.execute(f"PRAGMA table_info({table})")]
    return [found for found in columns if found not in JSON]


@contextmanager
def hostile_desk(folder: Path) -> Iterator[Desk]:
    """A copy of it."""
    shutil.copy(_spoilt(), folder / "desk.db")
    desk = Desk(folder)
    yield desk
    desk.close()
