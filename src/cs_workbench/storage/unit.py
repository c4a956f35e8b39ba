"""The unit of work: one session, one transaction, one journal entry, given to one action.

`Read` is what a refusal may look at; `Work` is what `apply` changes records through. `Units.run` runs an act whole:
apply, the interests of later areas, images, the derived standing and the journal; the caller commits, or nothing has
changed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Select, column, insert, select, table
from sqlalchemy.orm import Session

from cs_workbench.kernel.action import Action, Done, FollowUp, Outcome
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.progress import Progress
from cs_workbench.kernel.text import count
from cs_workbench.kernel.texts import Fields, Letter, Texts
from cs_workbench.kernel.today import Today
from cs_workbench.storage import journal
from cs_workbench.storage.images import CHUNK, Change, Tally, Tracker
from cs_workbench.storage.record import Record, metadata

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
        self,
        session: Session,
        today: Today,
        user: str,
        *,
        confirmed: bool,
        progress: Progress | None,
        texts: "MakeTexts | None" = None,
        tracker: Tracker | None = None,
    ) -> None:
        super().__init__(session, today)
        self._tracker = tracker
        self.user = user
        self.confirmed = confirmed
        self.progress = progress or _silent
        self._texts = texts
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
        if rows and self._is_sqlite:
            for number, row in enumerate(rows, self._last(type(rows[0])) + 1):
                row.id = number

    @property
    def _is_sqlite(self) -> bool:
        return self.session.connection().dialect.name == "sqlite"

    def _last(self, kind: type[Record]) -> int:
        wanted = select(_SEQUENCE.c.seq).where(_SEQUENCE.c.name == str(kind.__tablename__))
        return int(self.session.connection().scalar(wanted) or 0)

    def add_values(self, kind: type[Record], values: Sequence[Mapping[str, Any]]) -> Sequence[int]:
        """Store very many new records that nobody needs as objects (a register has a hundred thousand lines), five
        times as fast; a column that is not given has its default. Gives their ids.
        """
        if not values or self._tracker is None or not self._is_sqlite:
            return [row.id for row in self.add_all([kind(**given) for given in values])]
        self.session.flush()
        defaults = {name: field.default for name, field in kind.model_fields.items() if not field.is_required()}
        first = self._last(kind) + 1
        rows = [{**defaults, **given, "id": number} for number, given in enumerate(values, first)]
        self.session.connection().execute(insert(metadata.tables[str(kind.__tablename__)]), rows)
        self._tracker.remember_stored(str(kind.__tablename__), rows)
        return range(first, first + len(rows))

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

    def letter(self, template: str, fields: Fields) -> Letter:
        """A text made of a template; where the user's own could not be used, that is told."""
        assert self._texts is not None, "who writes letters is given their templates"
        letter = self._texts().fill(template, fields)
        if letter.problem:
            self.warn(letter.problem)
        return letter

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


Standing = Callable[[Session, Today, frozenset[int]], frozenset[str]]

MakeTexts = Callable[[], Texts]
"""Gives what fills templates; called at the first letter, so that no other act loads it."""


class Units:
    """Runs actions as units of work. `standing` rewrites the derived table for the clients touched, `texts` fills the
    templates of letters; the caller opens and commits the session.
    """

    def __init__(
        self,
        interests: Sequence[Interest] = (),
        standing: Standing | None = None,
        texts: MakeTexts | None = None,
    ) -> None:
        self._interests = interests
        self._standing = standing
        self._texts = texts

    def run(
        self, session: Session, actions: Sequence[Action], today: Today, user: str, progress: Progress | None = None
    ) -> Done:
        """One act: an action, or one action over many selected rows, with one entry and so one undo."""
        tracker = Tracker(session)
        try:
            confirmed = any(action.confirm for action in actions)
            work = Work(
                session, today, user, confirmed=confirmed, progress=progress, texts=self._texts, tracker=tracker
            )
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
        passing = tally.passing(changes)
        entry = journal.write(session, head, _watched(work, passing) if work else passing)
        clients = frozenset(number for number in tally.clients if number is not None)
        if self._standing is not None and clients:
            tally.columns |= self._standing(session, today, clients)
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


def _watched(work: Work, changes: Iterable[Change]) -> Iterator[Change]:
    """The same changes; whoever watches may still stop a long act while it is written down."""
    for place, change in enumerate(changes):
        if place and place % CHUNK == 0:
            work.progress(1, 1)
        yield change


def inputs_of(action: Action) -> dict[str, Any]:
    """The inputs that were given, as JSON values for the journal."""
    return action.model_dump(mode="json", exclude_defaults=True, by_alias=True, warnings=False)
