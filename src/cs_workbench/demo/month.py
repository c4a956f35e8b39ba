"""The door of the demo: writes a lived-in month into a new database; the same for the same seed on the same day.

`cli/demo.py` calls it. Nothing else is opened: neither the user's database nor the settings.
"""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from cs_workbench.connectors.file_names import statement_beside
from cs_workbench.connectors.templates import FileTexts
from cs_workbench.demo.billing_office import BillingOffice
from cs_workbench.demo.firms import invent_firms
from cs_workbench.demo.front_office import FrontOffice
from cs_workbench.demo.life import Life
from cs_workbench.demo.office import Office
from cs_workbench.demo.past import PastRows, store_past
from cs_workbench.demo.plan import plan_bills
from cs_workbench.demo.roles import cast_of
from cs_workbench.demo.sources import read_sources
from cs_workbench.demo.statement import write_statement
from cs_workbench.demo.stories import Stories
from cs_workbench.demo.window import Window
from cs_workbench.domain.catalogue import INTERESTS
from cs_workbench.domain.performer import Performer
from cs_workbench.kernel.calendar import WorkCalendar
from cs_workbench.kernel.clock import Clock, SystemClock
from cs_workbench.kernel.errors import Refusal, Unavailable
from cs_workbench.kernel.today import Today
from cs_workbench.settings import data_folder
from cs_workbench.storage import backup, compiled, driver
from cs_workbench.storage.unit import Units

NEWCOMERS = 2


def generate(path: Path, clients: int = 120, seed: int = 2026, clock: Clock | None = None) -> Life:
    """Write a demo database at a path where nothing is yet; its month ends now. Raises Refusal `exists`.

    Returns the life that was lived: `refused` names acts that could not be (none are known).
    """
    _claim(path)
    window = Window(_today(clock))
    performer = Performer(str(path))
    # Nothing reads the standing meanwhile: it is reckoned once, at the end.
    texts = FileTexts()
    performer.units = Units(INTERESTS, texts=lambda: texts)
    # Nobody waits for these commits: the last one reaches the disk with all before it.
    event.listen(performer.engine, "connect", _carelessly)
    whole = False
    try:
        life = _write(performer, window, clients, seed)
        whole = True
    finally:
        performer.close()
        if not whole:
            _drop(path)
    connection = driver.connect(path)
    driver.add_functions(connection)
    compiled.rebuild_standing(connection, window.now)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return life


def demo_statement(path: Path, clock: Clock | None = None) -> Path:
    """Write a statement of the bank beside a demo database, for the user to load; returns the file's path."""
    return write_statement(path, _today(clock))


def _today(clock: Clock | None) -> Today:
    return Today((clock or SystemClock()).now(), WorkCalendar.load([data_folder() / "calendar"]))


def _carelessly(connection: Any, _: Any) -> None:
    connection.execute("PRAGMA synchronous=OFF")


def _claim(path: Path) -> None:
    """Make the empty file; whatever is there already, or comes at the same time, is left alone."""
    try:
        driver.create_private(path)
    except OSError as error:
        if os.path.lexists(path):
            said = f"{path} уже есть: укажите путь, по которому ещё ничего нет."
            raise Refusal("exists", said, "generate") from error
        raise Unavailable("cannot_open", f"Не удалось создать {path}: проверьте путь и права на папку.") from error


def _write(performer: Performer, window: Window, clients: int, seed: int) -> Life:
    sources = read_sources()
    firms = invent_firms(sources, seed, clients + NEWCOMERS)
    cast = cast_of(firms[:clients], seed, sources.people.managers)
    plan = plan_bills(cast, window, seed)
    before = window.today_at(window.at(window.start, 7))
    performer.create(before)
    with Session(performer.engine) as session, session.begin():
        store_past(session, before, PastRows(cast, plan, window, sources, seed), seed)
    life = Life(performer, window, sources.people.managers[0])
    Stories(life, cast, sources).plan()
    BillingOffice(life, cast, plan, sources).plan()
    Office(life, cast, plan, sources, seed).plan(firms[clients:])
    FrontOffice(life, cast, sources).plan()
    life.live()
    return life


def remove(path: Path) -> None:
    """Take away a demo database with its copies and its statement; nothing where there is none."""
    _drop(path)
    statement_beside(path).unlink(missing_ok=True)
    folder = backup.folder_of(path)
    for copy in backup.kept(path):
        copy.unlink()
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _drop(path: Path) -> None:
    """The database alone: copies beside it may be of another one that was there before."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
