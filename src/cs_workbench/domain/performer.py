"""Performs actions on one database: the half of the workbench that needs the domain (`workbench.py` is its door).

It parses inputs, runs units of work, undoes and redoes, and makes a new file. One act at a time: the caller holds the
writer's lock.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from cs_workbench.domain.catalogue import ACTIONS, FINDERS, INTERESTS, RECORDS
from cs_workbench.domain.finding import Finding
from cs_workbench.domain.forms import form_of
from cs_workbench.domain.glance import Glance, glance
from cs_workbench.domain.invariants import domain_checks
from cs_workbench.domain.standing import standing
from cs_workbench.kernel.action import Action, Done
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Context
from cs_workbench.kernel.form import Form
from cs_workbench.kernel.progress import Progress
from cs_workbench.kernel.today import Today
from cs_workbench.storage import driver
from cs_workbench.storage.creating import create
from cs_workbench.storage.doctor import Check, file_checks
from cs_workbench.storage.engine import is_url, open_engine
from cs_workbench.storage.record import metadata
from cs_workbench.storage.undo import Undoing
from cs_workbench.storage.unit import MakeTexts, Read, Units

Inputs = Mapping[str, Any]
Act = Callable[[str, Inputs], Done]


class Performer:
    """Actions, undo and reads over the database at `where` (a path or a URL). `before_commit` may still stop an act by
    raising; `texts` gives what fills the templates of letters.
    """

    def __init__(
        self, where: str, before_commit: Callable[[], object] = lambda: None, texts: MakeTexts | None = None
    ) -> None:
        self.where = where
        self._before_commit = before_commit
        self.engine = open_engine(where)
        self.units = Units(INTERESTS, standing, texts)
        self._undoing = Undoing(self.units, lambda name: ACTIONS[name].facts.final if name in ACTIONS else "")

    def create(self, today: Today) -> None:
        """Make a new database."""
        create(self.where, self.engine, metadata)
        with self._session() as session:
            standing.rebuild(session, today)

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()

    @contextmanager
    def together(self, today: Today, user: str, progress: Progress | None = None) -> Iterator[Act]:
        """A way to perform acts that stand or fall together, each with an entry of its own: `act(name, inputs)`."""
        with self._session() as session:
            yield lambda name, inputs: self.units.run(
                session, [self._parse(session, name, inputs, today)], today, user, progress
            )

    def perform(self, name: str, inputs: Inputs, today: Today, user: str, progress: Progress | None = None) -> Done:
        """One act of one action."""
        with self.together(today, user, progress) as act:
            return act(name, inputs)

    def perform_as_one(
        self, name: str, many: Sequence[Inputs], today: Today, user: str, progress: Progress | None = None
    ) -> Done:
        """One action over many rows: one unit, one entry, one undo."""
        with self._session() as session:
            actions = [self._parse(session, name, inputs, today) for inputs in many]
            return self.units.run(session, actions, today, user, progress)

    def rehearse(self, name: str, inputs: Inputs, today: Today, user: str) -> Done:
        """What an act would do, rolled back: previews, and the warm-up behind the first frame."""
        with self._session(keep=False) as session:
            return self.units.run(
                session, [self._parse(session, name, {**inputs, "confirm": True}, today)], today, user
            )

    @staticmethod
    def glance(read: Read, client_id: int) -> Glance | None:
        """A client at a glance."""
        return glance(read, client_id)

    def form(self, name: str) -> Form | None:
        """The form of an action; None where the action does not exist (an area that is still to come)."""
        return form_of(ACTIONS[name]) if name in ACTIONS else None

    def titles(self) -> list[tuple[str, str, str | None]]:
        """Every action as (name, Russian title, key), for the palette and the help."""
        return [(name, kind.facts.title, kind.facts.key) for name, kind in ACTIONS.items()]

    def warm_up(self, today: Today, user: str) -> None:
        """Rehearse one small act, so that the manager's first one answers as quickly as the next."""
        self.rehearse("tasks.add", {"text": "прогрев", "on": "завтра"}, today, user)

    def undo(self, today: Today, user: str, entry: int | None = None) -> tuple[Done, int]:
        """Undo an entry, or the user's last; see `storage/undo.py`."""
        with self._session() as session:
            return self._undoing.undo(session, today, user, entry)

    def redo(self, today: Today, user: str) -> tuple[Done, int]:
        """Redo what was undone last."""
        with self._session() as session:
            return self._undoing.redo(session, today, user)

    def check(self, today: Today, problems: Sequence[str] = ()) -> list[Check]:
        """What the doctor says of the file, the records, the settings and the calendar."""
        with self.reading(today) as read:
            db = None if is_url(self.where) else Path(self.where)
            checks = [*file_checks(read.session, db), *domain_checks(read)]
        sure = today.calendar.confirmed(today.today.year)
        said = "подтверждён" if sure else "не подтверждён: сверьте праздники и переносы"
        checks.append(Check("calendar", sure, f"календарь {today.today.year} года {said}", grave=False))
        checks += [Check("settings", False, problem, grave=False) for problem in problems]
        return checks

    def copies_first(self, name: str) -> bool:
        """Whether a copy of the database is made before this action."""
        return name in ACTIONS and ACTIONS[name].facts.copy_first

    def refusal(self, name: str, subject: Mapping[str, int], today: Today) -> Refusal | None:
        """Why an action cannot run on a subject, before a form opens."""
        with self.reading(today) as read:
            return ACTIONS[name].refusal(read, subject)

    def find(self, record: str, text: str, today: Today) -> int:
        """The id of the one record that a text names."""
        with self.reading(today) as read:
            return Finding(read.session, RECORDS, FINDERS)(record, text)

    @contextmanager
    def reading(self, today: Today) -> Iterator[Read]:
        """A short reading session."""
        with (
            self._door(),
            self.engine.connect().execution_options(reading=True) as connection,
            Session(connection) as session,
        ):
            yield Read(session, today)

    @contextmanager
    def _session(self, *, keep: bool = True) -> Iterator[Session]:
        with self._door(), Session(self.engine, expire_on_commit=False) as session:
            yield session
            if keep:
                self._before_commit()
                session.commit()
            else:
                session.rollback()

    @contextmanager
    def _door(self) -> Iterator[None]:
        """The database's errors as words for a person."""
        try:
            yield
        except IntegrityError as error:
            raise Refusal(
                "conflict", "Такая запись уже есть или на неё ссылаются другие: проверьте номер и дату."
            ) from error
        except DBAPIError as error:
            raise driver.unavailable(Path(self.where), error.orig or error) from error

    @staticmethod
    def _parse(session: Session, name: str, inputs: Inputs, today: Today) -> Action:
        kind = ACTIONS.get(name)
        if kind is None:
            raise Refusal("unknown_action", f"Действия «{name}» нет. Список: cs-workbench actions.")
        return kind.parse(inputs, Context(today, Finding(session, RECORDS, FINDERS)))
