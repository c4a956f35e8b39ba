"""The one door to everything below: open a database, read the queue, perform actions, undo and redo.

The queue is read by compiled text over a plain connection and needs no domain; whatever needs records goes through
`performer`, which imports the domain at its first use. That is the one deferred seam of the program: the first frame
must not wait for it.
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, NamedTuple, ParamSpec, Self, TypeVar

from cs_workbench.briefed import Briefed
from cs_workbench.domain.rulebook import RULES
from cs_workbench.kernel.calendar import WorkCalendar
from cs_workbench.kernel.clock import Clock, SystemClock
from cs_workbench.kernel.errors import Refusal, Unavailable
from cs_workbench.kernel.form import Form
from cs_workbench.kernel.progress import Progress
from cs_workbench.kernel.queue import Entry, Item
from cs_workbench.kernel.today import Today
from cs_workbench.settings import Settings, data_folder
from cs_workbench.storage import backup, compiled, schema
from cs_workbench.storage.connections import Connections
from cs_workbench.storage.queue_reader import item_of
from cs_workbench.storage.worded import worded

if TYPE_CHECKING:
    from cs_workbench.connectors.bank_import import BankFile, BankPreview
    from cs_workbench.connectors.templates import FileTexts
    from cs_workbench.domain.glance import Glance
    from cs_workbench.domain.performer import Act, Performer
    from cs_workbench.kernel.action import Done
    from cs_workbench.storage.doctor import Check
    from cs_workbench.storage.unit import Read

P = ParamSpec("P")
T = TypeVar("T")


class News(NamedTuple):
    """What a look around found: another day, another window's changes; neither means that only the minute turned."""

    day: bool
    records: bool


class Workbench(Briefed):
    """One database, one user, one clock. Reads may come from any thread; acts take their turn."""

    def __init__(self, settings: Settings, clock: Clock | None = None) -> None:
        self.settings = settings
        self.where = settings.db
        self.user = settings.user
        self.clock = clock or SystemClock()
        self.calendar = WorkCalendar.load([data_folder() / "calendar", settings.calendar_folder])
        self._connections = Connections(Path(self.where), RULES)
        self._acting = threading.RLock()
        self._performer: Performer | None = None
        self._copying: backup.Copying | None = None
        self._copied_on: date | None = None
        self._seen: tuple[date, datetime, int] | None = None

    @classmethod
    def open(cls, settings: Settings, clock: Clock | None = None) -> Self:
        """Open the database of the settings, making it where there is none. Raises Unavailable."""
        workbench = cls(settings, clock)
        workbench.prepare()
        return workbench

    def today(self) -> Today:
        """The moment, with the calendar and the terms."""
        return Today(self.clock.now(), self.calendar, self.settings.terms)

    def prepare(self) -> None:
        """Bring the file to the newest schema, or make it; turn the standing to this day."""
        if "://" in self.where:
            raise Unavailable("sqlite_only", "База на сервере пока не открывается: укажите файл, например desk.db.")
        path = Path(self.where)
        if not path.exists() or schema.is_new(self._connections.here(), path):
            self.performer.create(self.today())
            return
        if schema.is_older(self._connections.here()):
            self._connections.close()
            # Only an older file needs Alembic.
            from cs_workbench.storage.migrating import migrate

            migrate(path, self.clock.now(), self.settings.backups)
        self.turn_day()

    @worded
    def turn_day(self) -> bool:
        """Reckon the standing for today where it was reckoned for another day; says whether it was."""
        today, connection = self.today(), self._connections.here()
        row = connection.execute("SELECT value FROM meta WHERE key = 'standing_day'").fetchone()
        if row is not None and row[0] == today.today.isoformat():
            return False
        compiled.rebuild_standing(connection, today)
        return True

    def close(self) -> None:
        """Give back the connections of this thread and of the performer."""
        self._connections.close()
        if self._performer is not None:
            self._performer.close()

    # The queue ------------------------------------------------------------------------------------------------

    @worded
    def queue(self, split: str = "all", limit: int | None = None, tiers: Iterable[int] = range(6)) -> list[Entry]:
        """Entries of a split in their final order."""
        reader, today = self._connections.reader(), self.today()
        return reader.best(today, reader.overlays(today), limit, split, tiers)

    @worded
    def counts(self) -> dict[str, int]:
        """Exact counts of every split."""
        reader, today = self._connections.reader(), self.today()
        return reader.counts(today, reader.overlays(today))

    def item(self, entry: Entry) -> Item:
        """An entry worded."""
        return item_of(entry, self.today())

    @worded
    def items_of_client(self, client_id: int) -> list[Item]:
        """Everything that is due about one client, in the final order; what is snoozed comes last."""
        reader, today = self._connections.reader(), self.today()
        entries = reader.due_of_clients([client_id], today, reader.overlays(today))
        return [item_of(entry, today) for entry in sorted(entries, key=lambda entry: entry.snoozed is not None)]

    @worded
    def next_of_clients(self, ids: Sequence[int]) -> dict[int, Item]:
        """What comes next about each of these clients, where anything is due and not put off."""
        reader, today = self._connections.reader(), self.today()
        found = reader.next_of_clients(ids, today, reader.overlays(today))
        return {number: item_of(entry, today) for number, entry in found.items()}

    def glance(self, client_id: int) -> "Glance | None":
        """A client at a glance."""
        return self.read(self.performer.glance, client_id)

    def read(self, reading: "Callable[Concatenate[Read, P], T]", *args: P.args, **more: P.kwargs) -> T:
        """What a reading function of the domain finds, in one short session; it gives frozen rows."""
        with self.performer.reading(self.today()) as read:
            return reading(read, *args, **more)

    def has_clients(self) -> bool:
        """Whether there is a client at all; asked before the domain is loaded."""
        return self._connections.here().execute("SELECT 1 FROM client LIMIT 1").fetchone() is not None

    def form(self, action: str) -> Form | None:
        """The form of an action; None where its area is still to come."""
        return self.performer.form(action)

    def check(self) -> "list[Check]":
        """Everything that the doctor looks at: the file, the records, the settings and the calendar."""
        with self._acting:
            return self.performer.check(self.today(), (*self.settings.problems, *self.texts.problems()))

    @worded
    def requeue(self, done: "Done") -> tuple[list[Entry], set[tuple[str, str]]]:
        """After an act: the entries now due for the clients touched (and for no client) under the rules that look at
        what changed, and those rules as (id, select): what a list holds of both is to be replaced by these.
        """
        reader, today = self._connections.reader(), self.today()
        return reader.of_clients(done.clients, done.columns, today, reader.overlays(today))

    # Time and other windows -----------------------------------------------------------------------------------

    def news(self) -> News | None:
        """What happened since the last look: another window's change, a new minute, a new day (its standing is reckoned
        here).
        """
        today = self.today()
        turned = self._seen is not None and self._seen[0] != today.today
        if turned:
            self.turn_day()  # where it cannot, the next look tries again
        minute, version = today.now.replace(second=0, microsecond=0), self._connections.version()
        seen, self._seen = self._seen, (today.today, minute, version)
        if seen is None or seen == self._seen:
            return None
        return News(day=turned, records=seen[2] != version)

    def seen_change(self) -> None:
        """What this window itself changed is no news."""
        if self._seen is not None:
            self._seen = (*self._seen[:2], self._connections.version())

    # Acts -----------------------------------------------------------------------------------------------------

    @property
    def performer(self) -> "Performer":
        """The half that needs the domain; imported at the first use."""
        with self._acting:
            if self._performer is None:
                # The deferred start: importing records and SQLAlchemy costs more than the first frame may take.
                from cs_workbench.domain.performer import Performer

                self._performer = Performer(self.where, self._finish_copy, lambda: self.texts)
            return self._performer

    @cached_property
    def texts(self) -> "FileTexts":
        """What fills the templates of letters."""
        # Jinja: neither the first frame nor most acts write a letter.
        from cs_workbench.connectors.templates import FileTexts

        return FileTexts(self.settings.templates_folder)

    def perform(self, action: str, inputs: Mapping[str, Any] | None = None, progress: Progress | None = None) -> "Done":
        """Perform one action by name. Raises Refusal, Unavailable or Cancelled; nothing has changed then."""
        with self._writing(action) as performer:
            return performer.perform(action, inputs or {}, self.today(), self.user, progress)

    def perform_as_one(
        self, action: str, many: Sequence[Mapping[str, Any]], progress: Progress | None = None
    ) -> "Done":
        """One action over many rows, as one act."""
        with self._writing(action) as performer:
            return performer.perform_as_one(action, many, self.today(), self.user, progress)

    def statement(self, path: Path) -> "tuple[BankFile, BankPreview]":
        """A bank's file and what loading it would do now. Raises Refusal where it is no statement."""
        # With the domain: the first frame needs no file of a bank.
        from cs_workbench.connectors import bank_import

        with self.performer.reading(self.today()) as read:
            file = bank_import.load(path, read)
            return file, bank_import.preview(file, read)

    def load_statement(self, file: "BankFile", progress: Progress | None = None) -> "Done":
        """Load a statement that was read, as one act."""
        from cs_workbench.connectors import bank_import

        return self.perform("billing.import_statement", bank_import.inputs_of(file), progress)

    @contextmanager
    def together(self) -> "Iterator[Act]":
        """Acts that stand or fall together: `act(name, inputs)`."""
        with self._writing() as performer, performer.together(self.today(), self.user) as act:
            yield act

    def undo(self, entry: int | None = None) -> tuple["Done", int]:
        """Undo an entry, or the user's last act that stands."""
        with self._writing() as performer:
            return performer.undo(self.today(), self.user, entry)

    def redo(self) -> tuple["Done", int]:
        """Redo what was undone last."""
        with self._writing() as performer:
            return performer.redo(self.today(), self.user)

    @contextmanager
    def _writing(self, action: str = "") -> "Iterator[Performer]":
        """The performer, one act at a time. A copy of the database is begun first where the act is risky or the day has
        none yet; it is verified before the act is committed.
        """
        with self._acting:
            performer = self.performer
            self._copying = self._copy_due(performer, action)
            try:
                yield performer
            finally:
                self._drop_copy()

    def _copy_due(self, performer: "Performer", action: str) -> "backup.Copying | None":
        today = self.today()
        if performer.copies_first(action):
            return self._begin_copy(action.replace(".", "-"))
        if self._copied_on != today.today and not backup.made_on(Path(self.where), today.today):
            return self._begin_copy("daily")
        self._copied_on = today.today
        return None

    def _begin_copy(self, reason: str) -> backup.Copying:
        return backup.Copying(Path(self.where), reason, self.clock.now(), self.settings.backups)

    def _finish_copy(self) -> None:
        """Called before each commit: the act stands only if its copy does."""
        if self._copying is not None:
            self._copying.finish()
            self._copying, self._copied_on = None, self.today().today

    def _drop_copy(self) -> None:
        if self._copying is not None:
            self._copying.drop()
            self._copying = None

    def copy(self, reason: str) -> backup.Copy:
        """A verified copy of the database beside it."""
        return self._begin_copy(reason).finish()

    def refusal(self, action: str, subject: Mapping[str, int]) -> Refusal | None:
        """Why an action cannot run on a subject now."""
        return self.performer.refusal(action, subject, self.today())
