"""The unit of work: one session, one transaction, one journal entry, given to one action.

`Read` is what a refusal may look at; `Work` is what `apply` changes records through. `Units.run` runs an act whole:
apply, the interests of later areas, images, the derived standing and the journal; the caller commits, or nothing has
changed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Select, column, select, table
from sqlalchemy.orm import Session

from cs_workbench.kernel.action import Action, Done, FollowUp, Outcome
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.progress import Progress
from cs_workbench.kernel.text import count
from cs_workbench.kernel.today import Today
from cs_workbench.storage import journal
from cs_workbench.storage.images import Change, Tally, Tracker
from cs_workbench.storage.record import Record

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Read:
    """Records as they stand, at a moment."""

    def __init__(self, session: Session, today: Today) -> None:
        self.session = session
        self.day = today

    @property
    def now(self) -> datetime:
        """The moment of the act, aware."""
        return self.day.now

    def get(self, kind: type[R], number: int | None) -> R:
        """The record of that id; refused where there is none."""
        row = None if number is None else self.session.get(kind, number)
        if row is None:
            raise Refusal("unknown", f"{kind.title} № {number} не найдена: возможно, запись отменили.")
        return row

    def all(self, wanted: Select[T]) -> list[T]:
        """Every row of a select of one column or entity."""
        return list(self.session.scalars(wanted))

    def first(self, wanted: Select[T]) -> T | None:
        """The first row of a select, or None."""
        return self.session.scalars(wanted.limit(1)).first()


_SEQUENCE = table("sqlite_sequence", column("name"), column("seq"))


def _silent(done: int, total: int) -> None:
    """Nobody watches."""


class Work(Read):
    """The one way to change records. `warned` collects what is told, `offered` what may be done next, `progress` is
    told how far a long act is.
    """

    def __init__(
        self, session: Session, today: Today, user: str, *, confirmed: bool, progress: Progress | None
    ) -> None:
        super().__init__(session, today)
        self.user = user
        self.confirmed = confirmed
        self.progress = progress or _silent
        self.warned: list[str] = []
        self.offered: list[FollowUp] = []

    def add(self, row: R) -> R:
        """Store a new record; its id is there at once."""
        self.session.add(row)
        self.session.flush()
        return row

    def add_all(self, rows: Sequence[R]) -> Sequence[R]:
        """Store many new records of one kind in one go."""
        self._number(rows)
        self.session.add_all(rows)
        self.session.flush()
        return rows

    def _number(self, rows: Sequence[Record]) -> None:
        """Ids given beforehand let the driver take all rows in one statement; the write lock is held, so nobody takes
        them first.
        """
        connection = self.session.connection()
        if not rows or connection.dialect.name != "sqlite":
            return
        name = str(rows[0].__tablename__)
        last = connection.scalar(select(_SEQUENCE.c.seq).where(_SEQUENCE.c.name == name)) or 0
        for number, row in enumerate(rows, last + 1):
            row.id = number

    def remove(self, row: Record) -> None:
        """Delete a record (the journal keeps it)."""
        self.session.delete(row)
        self.session.flush()

    def warn(self, sentence: str) -> None:
        """Tell without asking."""
        self.warned.append(sentence)

    def ask(self, sentence: str, field: str | None = None) -> None:
        """A doubt, asked once: refused with the code `confirm` until the same inputs come with `confirm=true`."""
        if not self.confirmed:
            raise Refusal("confirm", sentence, field)
        self.warned.append(sentence)

    def perform(self, action: Action, fields: Mapping[str, str] | None = None) -> Outcome:
        """Another action inside this unit of work; `fields` maps its inputs to ours where a refusal must name one."""
        try:
            outcome = action.apply(self)
        except Refusal as refusal:
            name = (fields or {}).get(refusal.field or "", refusal.field)
            raise Refusal(refusal.code, refusal.message, name) from refusal
        self.offered.extend(outcome.follow_ups)
        return outcome


Settle = Callable[[Work, frozenset[int]], None]


@dataclass(frozen=True)
class Interest:
    """A later area's wish to settle its records when earlier ones change: `settle(work, client ids)` after any of
    `records` changed.
    """

    records: frozenset[str]
    settle: Settle


Standing = Callable[[Session, Today, frozenset[int]], None]


class Units:
    """Runs actions as units of work. `standing` rewrites the derived table for the clients touched; the caller opens
    and commits the session.
    """

    def __init__(self, interests: Sequence[Interest] = (), standing: Standing | None = None) -> None:
        self._interests = interests
        self._standing = standing

    def run(
        self, session: Session, actions: Sequence[Action], today: Today, user: str, progress: Progress | None = None
    ) -> Done:
        """One act: an action, or one action over many selected rows, with one entry and so one undo."""
        tracker = Tracker(session)
        try:
            confirmed = any(action.confirm for action in actions)
            work = Work(session, today, user, confirmed=confirmed, progress=progress)
            outcomes = []
            for done_yet, action in enumerate(actions):
                if done_yet:
                    work.progress(done_yet, len(actions))
                outcomes.append(work.perform(action))
            session.flush()
            self._settle(work, tracker)
        finally:
            tracker.close()
        facts = actions[0].facts
        message = (
            outcomes[0].message
            if len(outcomes) == 1
            else f"{facts.title}: {count(len(outcomes), 'запись', 'записи', 'записей')}."
        )
        inputs = [inputs_of(action) for action in actions]
        given = inputs[0] if len(inputs) == 1 else {"many": inputs}
        head = journal.Head(today.now, user, "do", facts.name, facts.title, message, given)
        return self.finish(session, today, head, tracker.changes(), work)

    def _settle(self, work: Work, tracker: Tracker) -> None:
        for interest in self._interests:
            clients = tracker.concerned(interest.records)
            if clients is not None:
                interest.settle(work, clients)
                work.session.flush()

    def finish(
        self,
        session: Session,
        today: Today,
        head: journal.Head,
        changes: Iterable[Change],
        work: Work | None = None,
    ) -> Done:
        """Write the entry, rewrite the standing of the clients touched, and answer."""
        tally = Tally()
        entry = journal.write(session, head, tally.passing(changes))
        clients = frozenset(number for number in tally.clients if number is not None)
        if self._standing is not None and clients:
            self._standing(session, today, clients)
        return Done(
            head.message,
            tally.created,
            tally.changed,
            tuple(dict.fromkeys(work.warned)) if work else (),
            tuple(work.offered) if work else (),
            entry,
            frozenset(tally.clients),
            frozenset(tally.columns),
        )


def inputs_of(action: Action) -> dict[str, Any]:
    """The inputs that were given, as JSON values for the journal."""
    return action.model_dump(mode="json", exclude_defaults=True, by_alias=True, warnings=False)
