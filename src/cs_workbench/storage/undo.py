"""Undo and redo: one function that writes an entry's images back, as a new entry.

It refuses, with a reason, when a later entry touched the same rows, when other rows came to refer to what would go, or
when the act cannot be taken back (a letter that was sent). An import or a month's run is one step.
"""

from collections.abc import Callable, Sequence
from itertools import groupby

from sqlalchemy import Table, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from cs_workbench.kernel.action import Done
from cs_workbench.kernel.chunks import chunks
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.today import Today
from cs_workbench.storage import journal
from cs_workbench.storage.engine import put_off_references
from cs_workbench.storage.images import CHUNK, Change, from_json, read_images, same
from cs_workbench.storage.journal import journal_entry, journal_image
from cs_workbench.storage.record import metadata
from cs_workbench.storage.unit import Units

Final = Callable[[str], str]


class Undoing:
    """Undo and redo over the units of one database. `final` gives an action's reason why it is never undone (empty: it
    can be).
    """

    def __init__(self, units: Units, final: Final) -> None:
        self._units = units
        self._final = final

    def undo(self, session: Session, today: Today, user: str, entry: int | None = None) -> tuple[Done, int]:
        """Undo an entry, or the user's last that stands; returns the answer and the entry undone."""
        target = entry if entry is not None else last_standing(session, user)
        if target is None:
            raise Refusal("nothing", "Отменять нечего: в журнале нет ваших действий.")
        return self._turn(session, today, user, target, "undo"), target

    def redo(self, session: Session, today: Today, user: str) -> tuple[Done, int]:
        """Redo what this user undid last; a new act since then leaves nothing to redo."""
        target = last_undone(session, user)
        if target is None:
            raise Refusal("nothing", "Возвращать нечего: после отмены уже было новое действие или отмен не было.")
        return self._turn(session, today, user, target, "redo"), target

    def _turn(self, session: Session, today: Today, user: str, target: int, kind: str) -> Done:
        row = session.connection().execute(select(journal_entry).where(journal_entry.c.id == target)).mappings().first()
        if row is None or row["kind"] != "do":
            raise Refusal("unknown", f"Действия № {target} в журнале нет.")
        if journal.undone(session, target) is (kind == "undo"):
            raise Refusal("already", f"«{row['title']}» уже {'отменено' if kind == 'undo' else 'возвращено'}.")
        if reason := self._final(row["action"]):
            raise Refusal("final", reason)
        changes = journal.changes_of(session, target)
        if kind == "undo":  # backwards: what came last goes first, so that no two rows claim one place meanwhile
            changes = [turned(change) for change in reversed(changes)]
        write_back(session, target, changes)
        message = f"{'Отменено' if kind == 'undo' else 'Возвращено'}: {row['message']}"
        head = journal.Head(today.now, user, kind, row["action"], row["title"], message, {"entry": target}, target)
        return self._units.finish(session, today, head, changes)


def turned(change: Change) -> Change:
    """The same change the other way round."""
    return Change(change.record, change.record_id, change.after, change.before)


def last_standing(session: Session, user: str) -> int | None:
    """The user's newest entry that is not undone."""
    wanted = select(journal_entry.c.id).where(
        journal_entry.c.user == user, journal_entry.c.kind == "do", func.coalesce(journal.verdict(), "redo") == "redo"
    )
    return session.connection().scalar(wanted.order_by(journal_entry.c.id.desc()).limit(1))


def last_undone(session: Session, user: str) -> int | None:
    """The entry that this user's newest standing undo took back, if no new act of the user came after it."""
    connection = session.connection()
    mine = journal_entry.c.user == user
    newest_act = connection.scalar(select(func.max(journal_entry.c.id)).where(mine, journal_entry.c.kind == "do"))
    undos = select(journal_entry.c.target).where(
        mine, journal_entry.c.kind == "undo", journal_entry.c.id > (newest_act or 0)
    )
    for target in connection.scalars(undos.order_by(journal_entry.c.id.desc())):
        if journal.undone(session, target):
            return int(target)
    return None


def write_back(session: Session, target: int, changes: Sequence[Change]) -> None:
    """Make every row what its `after` says, having made sure that it is what its `before` says."""
    connection = session.connection()
    put_off_references(connection)
    by_table: dict[str, list[Change]] = {}
    for change in changes:
        by_table.setdefault(change.record, []).append(change)
    versions: dict[tuple[str, int], int] = {}
    for name, group in by_table.items():
        present = read_images(session, name, [change.record_id for change in group])
        for change in group:
            image = present.get(change.record_id)
            if not same(image, change.before):
                raise Refusal("changed_since", _later(session, target, change))
            versions[name, change.record_id] = (image or change.after or {"rev": 0})["rev"] + 1
    _refuse_orphans(session, by_table)
    for (name, kind), run in groupby(changes, key=lambda change: (change.record, _kind(change))):
        _write(session, metadata.tables[name], kind, [(change, versions[name, change.record_id]) for change in run])


def _kind(change: Change) -> str:
    """Whether a row goes, comes back or changes."""
    if change.after is None:
        return "delete"
    return "insert" if change.before is None else "update"


def _write(session: Session, table: Table, kind: str, changes: Sequence[tuple[Change, int]]) -> None:
    """One run of like changes to one table, in as few statements as the driver takes."""
    connection = session.connection()
    if kind == "delete":
        for chunk in chunks((change.record_id for change, _ in changes), CHUNK):
            connection.execute(delete(table).where(table.c.id.in_(chunk)))
        return
    rows = [{**from_json(table, change.after or {}), "rev": version} for change, version in changes]
    if kind == "insert":
        connection.execute(insert(table), rows)
        return
    # Without the id: setting a parent's key, even to itself, makes SQLite look for its children without an index.
    names = [column.name for column in table.columns if column.name != "id"]
    statement = update(table).where(table.c.id == bindparam("row_id"))
    bound = statement.values({name: bindparam(f"new_{name}") for name in names if name in rows[0]})
    renamed = [{"row_id": row.pop("id"), **{f"new_{name}": value for name, value in row.items()}} for row in rows]
    connection.execute(bound, renamed)


def _later(session: Session, target: int, change: Change) -> str:
    wanted = (
        select(journal_entry.c.id, journal_entry.c.title)
        .join(journal_image, journal_image.c.entry_id == journal_entry.c.id)
        .where(
            journal_entry.c.id > target,
            journal_image.c.record == change.record,
            journal_image.c.record_id == change.record_id,
        )
        .order_by(journal_entry.c.id.desc())
    )
    row = session.connection().execute(wanted.limit(1)).first()
    by = f" действием № {row.id} «{row.title}»: сначала отмените его" if row else ""
    return f"Запись с тех пор изменили{by}."


def _refuse_orphans(session: Session, by_table: dict[str, list[Change]]) -> None:
    """A row that would go must not be referred to by a row that stays."""
    going = {name: {change.record_id for change in group if change.after is None} for name, group in by_table.items()}
    moved = {name: {change.record_id for change in group} for name, group in by_table.items()}
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            parents = going.get(key.column.table.name)
            if not parents or "id" not in table.c:
                continue
            for chunk in chunks(sorted(parents), CHUNK):
                wanted = select(table.c.id).where(key.parent.in_(chunk))
                staying = [row for row in session.connection().scalars(wanted) if row not in moved.get(table.name, ())]
                if staying:
                    raise Refusal(
                        "referred", "Отменить нельзя: на эту запись уже ссылаются более поздние. Сначала отмените их."
                    )
