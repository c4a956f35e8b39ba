"""A manager's desk in a test: a database of its own, a clock that stands, and the product's words.

Tests of the domain act and look through it alone. An input whose name is a word of Python is written with a
trailing underscore (`for_="task:1"`).
"""

import atexit
import shutil
import tempfile
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select

from cs_workbench.kernel.action import Done
from cs_workbench.kernel.clock import FixedClock
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.queue import Item
from cs_workbench.settings import Settings
from cs_workbench.storage import driver
from cs_workbench.storage.record import Record, metadata
from cs_workbench.workbench import Workbench

TUESDAY = "2026-11-24T10:00"
Snapshot = dict[str, list[dict[str, Any]]]


_COMPILED: dict[Any, Any] = {}


@cache
def _empty() -> tuple[Path, Engine]:
    """A new database, made once in a process and copied to each desk (making one takes a fifth of a second), and the
    engine that made it.
    """
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    settings = Settings(db=str(folder / "desk.db"), user="manager", config=folder / "config.toml")
    bench = Workbench.open(settings, _clock(TUESDAY))
    bench.close()
    return folder / "desk.db", bench.performer.engine


def _share_compiled(engine: Engine) -> None:
    """Use what was compiled for other desks: to compile an act's statements takes four times as long as the act."""
    engine.dialect = _empty()[1].dialect
    engine.update_execution_options(compiled_cache=_COMPILED)


class Desk:
    """One manager at one database; the clock stands at local moments given as ISO text."""

    def __init__(self, folder: Path, moment: str = TUESDAY, user: str = "manager", **settings: Any) -> None:
        db = folder / "desk.db"
        if not db.exists():
            shutil.copy(_empty()[0], db)
        usual = {"briefing": False}  # a test of another screen begins at the queue
        chosen = Settings(db=str(db), user=user, config=folder / "config.toml", **{**usual, **settings})
        self.bench = Workbench.open(chosen, _clock(moment))
        self._plain = driver.connect(db)
        _share_compiled(self.bench.performer.engine)

    def close(self) -> None:
        """Leave the desk."""
        self._plain.close()
        self.bench.close()

    def at(self, moment: str) -> None:
        """Let the time be `2026-11-24T10:00`, as when the program stays open or is opened then."""
        self.bench.clock = _clock(moment)
        self.bench.turn_day()

    # Acting -----------------------------------------------------------------------------------------

    def do(self, action: str, **inputs: Any) -> Done:
        """Perform an action as a person types it."""
        return self.bench.perform(action, _typed(inputs))

    def new(self, record: str, action: str, **inputs: Any) -> int:
        """Perform an action and give the id of the record that it made."""
        return self.made(self.do(action, **inputs), record)

    def made(self, done: Done, record: str) -> int:
        """The id of the one record of that name that an act made."""
        (number,) = done.created[record]
        return number

    def refused(self, action: str, **inputs: Any) -> Refusal:
        """The refusal of an action that must be refused, having changed nothing."""
        before = self.snapshot()
        with pytest.raises(Refusal) as caught:
            self.do(action, **inputs)
        assert self.snapshot() == before
        return caught.value

    def asked(self, action: str, **inputs: Any) -> Done:
        """Perform an action that asks first: refused with `confirm`, done when confirmed, and then told."""
        question = self.refused(action, **inputs)
        assert question.code == "confirm"
        done = self.do(action, confirm=True, **inputs)
        assert question.message in done.warnings
        return done

    def undo(self) -> Done:
        """Undo the last act."""
        return self.bench.undo()[0]

    def redo(self) -> Done:
        """Redo what was undone."""
        return self.bench.redo()[0]

    def there_and_back(self, action: str, **inputs: Any) -> Done:
        """Perform an action whose undo gives every row back as it was, and whose redo brings it again."""
        before = self.snapshot()
        done = self.do(action, **inputs)
        after = self.snapshot()
        assert after != before
        self.undo()
        assert self.snapshot() == before
        self.redo()
        assert self.snapshot() == after
        return done

    def not_undone(self, entry: int | None = None) -> Refusal:
        """The refusal of an undo that must be refused."""
        with pytest.raises(Refusal) as caught:
            self.bench.undo(entry)
        return caught.value

    def not_redone(self) -> Refusal:
        """The refusal of a redo that must be refused."""
        with pytest.raises(Refusal) as caught:
            self.bench.redo()
        return caught.value

    # Looking ----------------------------------------------------------------------------------------

    def items(self, client: int | None = None, split: str = "all") -> list[Item]:
        """The queue's lines in order; those of one client, where it is given."""
        items = [self.bench.item(entry) for entry in self.bench.queue(split)]
        return [item for item in items if client is None or item.client_id == client]

    def rules(self, client: int | None = None, split: str = "all") -> list[str]:
        """The rules of the queue's lines in order."""
        return [item.rule for item in self.items(client, split)]

    def item(self, rule: str, client: int | None = None, split: str = "all") -> Item:
        """The one line of that rule."""
        (found,) = [item for item in self.items(client, split) if item.rule == rule]
        return found

    def rows(self, record: str) -> list[dict[str, Any]]:
        """Every row of a record as it is stored, typed, by id."""
        table = metadata.tables[record]
        with self.bench.performer.reading(self.bench.today()) as read:
            found = read.session.connection().execute(select(table).order_by(*table.primary_key)).mappings()
            return [dict(row) for row in found]

    def show(self, record: str, number: int) -> dict[str, Any]:
        """One row as it is stored."""
        (row,) = [row for row in self.rows(record) if row["id"] == number]
        return row

    def snapshot(self) -> Snapshot:
        """Every row of every record and each client's standing as the file has them, but for the versions of rows."""
        assert self.bench.performer is not None, "records are known once the domain is there"
        keys = {**dict.fromkeys(_record_names(Record), "id"), "client_standing": "client_id"}
        return {name: self._content(name, key) for name, key in keys.items()}

    def _content(self, table: str, key: str) -> list[dict[str, Any]]:
        found = self._plain.execute(f"SELECT * FROM {table} ORDER BY {key}")
        names = [column[0] for column in found.description]
        return [{name: value for name, value in zip(names, row, strict=True) if name != "rev"} for row in found]


def _clock(moment: str) -> FixedClock:
    return FixedClock(datetime.fromisoformat(moment))


def _typed(inputs: Mapping[str, Any]) -> dict[str, Any]:
    return {name.removesuffix("_"): value for name, value in inputs.items()}


def _record_names(base: type[Record]) -> list[str]:
    names: list[str] = []
    for kind in base.__subclasses__():
        names += [str(kind.__tablename__), *_record_names(kind)]
    return names
