"""A disk that is full or cannot be written: what was stored stays, and the person is told what is wrong (reliability
8–10).

The settings are only ever read, so a full disk cannot empty them.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

if sys.platform != "linux":
    pytest.skip("the limits, rights and mounts of this module are of Linux", allow_module_level=True)

import resource

from cs_workbench.kernel.errors import Unavailable
from cs_workbench.storage import driver
from tests.desk import Desk
from tests.reliability.children import command

DROP_FROM_THE_BOUNDS = 24  # PR_CAPBSET_DROP of prctl(2)
LETTERS = "".join(map(chr, range(0x410, 0x450)))
OVERRIDES = (1, 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH

ON_A_SMALL_DISK = """
mount -t tmpfs -o size=3m none "$0" && cp -r "$1"/* "$0" || exit 99
"${@:2}"; code=$?
cp -r "$0"/* "$1"; exit $code
"""
"""Runs a command while the folder `$0` is a disk of three megabytes that begins and ends as the content of the folder
`$1`.
"""


def as_a_person() -> None:
    """In a child: rights bind it as they bind everybody, though the tests may be run by root."""
    for capability in OVERRIDES:
        ctypes.CDLL(None).prctl(DROP_FROM_THE_BOUNDS, capability, 0, 0, 0)


def at_most(size: int) -> Callable[[], None]:
    """In a child: no file may grow beyond so many bytes."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """The file of a desk where a client was added today, in a folder of its own; nobody has it open."""
    folder = tmp_path / "data"
    folder.mkdir()
    desk = Desk(folder)
    desk.do("clients.add", name="ООО Ромашка")
    desk.close()
    return folder / "desk.db"


def notes(lines: int, letters: str = "ы") -> str:
    """Notes of a thousand letters each, as JSON lines; of several letters nothing repeats that could be packed."""
    texts = (f"{number} {''.join(Random(number).choices(letters, k=1000))}" for number in range(lines))
    return "".join(f'{{"action": "clients.note", "client": 1, "text": "{text}"}}\n' for text in texts)


def kept_what_was_answered(db: Path, answers: list[dict[str, Any]]) -> None:
    """Every note that was answered is stored, no other is, and the doctor is content."""
    desk = Desk(db.parent)
    answered = [number for answer in answers if answer["ok"] for number in answer["created"]["note"]]
    assert answered
    assert [note["id"] for note in desk.rows("note")] == answered
    assert [note["text"].split()[0] for note in desk.rows("note")] == [str(number) for number in range(len(answered))]
    assert all(check.holds for check in desk.bench.check() if check.grave)
    desk.close()


def test_disk_full_keeps_everything(db: Path, tmp_path: Path) -> None:
    """Notes until a disk of three megabytes is full."""
    disk = tmp_path / "disk"
    disk.mkdir()
    around = [
        "unshare",
        "--user",
        "--map-root-user",
        "--mount",
        "bash",
        "-c",
        ON_A_SMALL_DISK,
        str(disk),
        str(db.parent),
    ]
    if shutil.which("unshare") is None or os.system("unshare --user --map-root-user --mount true 2>/dev/null"):
        pytest.skip("nobody may mount a disk here")
    code, answers = command(disk / "desk.db", "do", "--batch", "-", around=around, given=notes(1000))
    assert (code, answers[-1]["error"]["code"]) == (3, "disk_full")
    kept_what_was_answered(db, answers)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
def test_an_export_that_does_not_fit_keeps_the_file_that_was_there(db: Path, tmp_path: Path, suffix: str) -> None:
    """The list is bigger than what the disk takes: no half of it is left, the last one stays whole."""
    assert command(db, "do", "--batch", "-", given=notes(200, LETTERS))[0] == 0
    file = tmp_path / f"notes{suffix}"
    file.write_text("прежнее", encoding="utf-8")
    code, answer = command(db, "export", "note", str(file), "--force", before=at_most(db.stat().st_size // 50))
    assert (code, answer["error"]["code"]) == (3, "disk_full")
    assert [path.name for path in tmp_path.glob("notes*")] == [file.name]
    assert file.read_text(encoding="utf-8") == "прежнее"


def test_a_file_that_may_not_grow_keeps_everything(db: Path) -> None:
    """The system refuses to write: the act is refused by the disk's name, and what was there can be read."""
    limit = at_most(db.stat().st_size + 100_000)
    code, answers = command(db, "do", "--batch", "-", before=limit, given=notes(100))
    assert (code, answers[-1]["error"]["code"]) == (3, "disk")
    code, answer = command(db, "today", before=limit)
    assert (code, answer["day"]) == (0, "2026-11-24")
    kept_what_was_answered(db, answers)


def test_a_database_at_its_limit_keeps_everything(db: Path) -> None:
    """SQLite itself says that it is full in the middle of an act: the act is gone, and the next one works."""
    desk = Desk(db.parent)
    before = desk.snapshot()
    with desk.bench.performer.engine.connect() as connection:  # the one connection that the acts use
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(Unavailable) as caught:
        desk.do("clients.note", client=1, text="ы" * 9000)
    assert caught.value.code == "disk_full"
    assert desk.snapshot() == before
    with desk.bench.performer.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count={2**30}")
    desk.do("clients.note", client=1, text="ы" * 9000)
    desk.close()


@pytest.fixture
def readonly(db: Path) -> Iterator[Path]:
    """A database whose file may be read and not written."""
    db.chmod(0o400)
    yield db
    db.chmod(0o600)


def test_readonly_opens_for_reading(readonly: Path) -> None:
    """Today's queue and the records can be read; an act is refused, and says why."""
    assert command(readonly, "today", before=as_a_person)[0] == 0
    code, answer = command(readonly, "do", "clients.add", "name=ООО Лютик", before=as_a_person)
    assert (code, answer["error"]["code"]) == (3, "readonly")
    assert "только для чтения" in answer["error"]["message"]


def test_readonly_on_another_day_says_so(readonly: Path) -> None:
    """A new day must be reckoned before it is shown."""
    code, answer = command(readonly, "--now", "2026-11-25T10:00", "today", before=as_a_person)
    assert (code, answer["error"]["code"]) == (3, "readonly")


def test_a_folder_that_may_not_be_written_says_so(readonly: Path) -> None:
    """SQLite needs files of its own beside the database, even to read it."""
    readonly.parent.chmod(0o500)
    code, answer = command(readonly, "today", before=as_a_person)
    readonly.parent.chmod(0o700)
    assert (code, answer["error"]["code"]) == (3, "readonly")


def test_a_file_that_may_not_be_read_says_so(db: Path) -> None:
    db.chmod(0)
    code, answer = command(db, "today", before=as_a_person)
    db.chmod(0o600)
    assert (code, answer["error"]["code"]) == (3, "cannot_open")


def test_a_day_that_another_window_holds_up_says_who(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that is stuck in its act: the new day waits for it, and says so instead of breaking."""
    monkeypatch.setattr(driver, "BUSY_SECONDS", 0.05)
    desk = Desk(db.parent)
    stuck = driver.connect(db)
    stuck.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable) as caught:
        desk.at("2026-11-25T10:00")
    assert caught.value.code == "locked"
    stuck.execute("ROLLBACK")
    stuck.close()
    desk.at("2026-11-25T10:00")
    desk.close()


@pytest.mark.parametrize(
    "words", [["today"], ["list", "client"], ["do", "tasks.add", "text=Позвонить", "on=завтра"], ["undo"]]
)
def test_a_damaged_file_is_told_and_left_as_it_is(db: Path, words: list[str]) -> None:
    """Pages in the middle are nonsense: a sentence with the way out, and no byte is written over."""
    content = db.read_bytes()
    db.write_bytes(content[:4096] + b"\xa5" * (len(content) - 8192) + content[-4096:])
    damaged = db.read_bytes()
    code, answer = command(db, *words)
    assert (code, answer["error"]["code"]) == (3, "damaged")
    assert "restore" in answer["error"]["message"]
    assert db.read_bytes() == damaged
