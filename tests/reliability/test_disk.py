"""A disk that is full or cannot be written: what was stored stays, and the person is told what is wrong (reliability 8, 9).

The settings are only ever read, so a full disk cannot empty them (reliability 10).
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("mounts and capabilities are of Linux", allow_module_level=True)

import resource

from cs_workbench.settings import load
from cs_workbench.storage import backup, driver
from tests.desk import Desk
from tests.reliability.children import command

DROP_FROM_THE_BOUNDS = 24  # prctl(PR_CAPBSET_DROP)
OVERRIDES = (1, 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH


def as_a_person() -> None:
    """In a child: rights bind it as they bind everybody, though the tests may be run by root."""
    for capability in OVERRIDES:
        ctypes.CDLL(None).prctl(DROP_FROM_THE_BOUNDS, capability, 0, 0, 0)


def at_most(size: int) -> Callable[[], None]:
    """In a child: no file may grow beyond so many bytes, as on a disk that has no room for it."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def batch(lines: int) -> str:
    """Notes of a thousand letters each, as JSON lines."""
    return "".join(f'{{"action": "clients.note", "client": 1, "text": "{number} {"ы" * 1000}"}}\n' for number in range(lines))


def small_disk(folder: Path) -> Sequence[str]:
    """A command line that gives its program a disk of three megabytes at `folder`, and keeps it alive in `copy` of it."""
    script = 'mount -t tmpfs -o size=3m none "$0" && cp -r "$1"/* "$0" && "${@:2}"; code=$?; cp "$0"/desk.db* "$1"; exit $code'
    return ("unshare", "--user", "--map-root-user", "--mount", "bash", "-c", script, str(folder))


@pytest.fixture
def db(desk: Desk) -> Path:
    """The file of a desk with a client and today's copy."""
    desk.do("clients.add", name="ООО Ромашка")
    return Path(desk.bench.where)


def notes(desk: Desk) -> list[str]:
    """The numbers of the notes that are stored."""
    return [note["text"].split()[0] for note in desk.rows("note")]


def test_disk_full_keeps_everything(desk: Desk, db: Path, tmp_path: Path) -> None:
    """On a disk of three megabytes: what was answered is stored, the rest is refused as no room, and the file is whole."""
    disk = tmp_path / "disk"
    disk.mkdir()
    kept = tmp_path / "kept"
    desk.close()
    kept.mkdir()
    shutil.copy(db, kept)
    shutil.copytree(backup.folder_of(db), kept / backup.folder_of(db).name)
    code, answers = command(disk / "desk.db", "do", "--batch", "-", around=[*small_disk(disk), str(kept)], given=batch(1000))
    print(code, answers[-1], len(answers), list(kept.iterdir()))
    assert code == 4
