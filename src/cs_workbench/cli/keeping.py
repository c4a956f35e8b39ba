"""Commands that keep the work safe: undo and redo, copies and restoring, the doctor."""

from dataclasses import asdict
from pathlib import Path

from cs_workbench.cli import answers, batch
from cs_workbench.cli.options import Options
from cs_workbench.domain.showing import as_json
from cs_workbench.kernel.errors import Refusal
from cs_workbench.storage import backup, doctor, journal
from cs_workbench.workbench import Workbench


def undo(options: Options, entry: int | None, *, listing: bool) -> int:
    """Undo the last act, or an entry; or list what can be undone."""
    workbench = options.open()
    try:
        if listing:
            return _list(options, workbench)
        done, target = workbench.undo(entry)
    finally:
        workbench.close()
    batch.say(options, done, undone=target)
    return answers.DONE


def _list(options: Options, workbench: Workbench) -> int:
    with workbench.performer.reading(workbench.today()) as read:
        found = journal.entries(read.session, limit=200)
    mine = [
        {**entry, "at": as_json(entry["at"])}
        for entry in found
        if entry["user"] == workbench.user and entry["kind"] == "do" and not entry["undone"]
    ]
    if options.json:
        answers.document({"entries": mine})
    else:
        answers.table("Можно отменить", {"entry": "№", "at": "Когда", "message": "Что"}, mine)
    return answers.DONE


def redo(options: Options) -> int:
    """Redo what was undone last."""
    workbench = options.open()
    try:
        done, target = workbench.redo()
    finally:
        workbench.close()
    batch.say(options, done, redone=target)
    return answers.DONE


def copy(options: Options) -> int:
    """Make a verified copy now."""
    workbench = options.open()
    try:
        made = workbench.copy("manual")
    finally:
        workbench.close()
    if made is None:
        raise Refusal("not_a_file", "База на сервере: копию делает сервер.")
    if options.json:
        answers.document({"ok": True, "file": str(made.path), "rows": sum(made.tables.values()), "entry": made.entry})
    else:
        answers.show(f"Копия проверена и сохранена: {made.path}")
    return answers.DONE


def restore(options: Options, file: Path, *, preview: bool) -> int:
    """Put a copy in the place of the database, or show what it holds."""
    db = Path(options.settings().db)
    now = options.clock().now()
    found = backup.read(file) if preview else backup.restore(db, file, now, options.settings().backups)
    counts = {
        name: number for name, number in found.tables.items() if number and not name.startswith(("sqlite_", "alembic"))
    }
    if options.json:
        answers.document({"ok": True, "preview": preview, "file": str(file), "entry": found.entry, "tables": counts})
        return answers.DONE
    answers.table(
        f"В копии {file.name}",
        {"name": "Записи", "number": "Сколько"},
        [{"name": k, "number": n} for k, n in counts.items()],
    )
    if not preview:
        answers.show(f"База восстановлена из {file.name}. Прежняя сохранена в {backup.folder_of(db)}.")
    return answers.DONE


def check(options: Options) -> int:
    """Check integrity, the journal's chain and the invariants; 0 only when all that is grave holds."""
    workbench = options.open()
    try:
        checks = workbench.check()
    finally:
        workbench.close()
    holds = all(found.holds for found in checks if found.grave)
    if options.json:
        answers.document({"ok": holds, "checks": [doctor.as_json(found) for found in checks]})
    else:
        rows = [
            {**asdict(found), "mark": "да" if found.holds else "НЕТ" if found.grave else "внимание"} for found in checks
        ]
        answers.table("Проверка базы", {"mark": "Верно", "name": "Что", "message": "Увидено"}, rows)
    return answers.DONE if holds else answers.REFUSED
