"""Reports of defects: where the program broke, without the values it held, in a file only the user can read."""

import os
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from cs_workbench.kernel.clock import local
from cs_workbench.settings import log_folder


def report(error: BaseException, now: datetime, *, whole: bool = False) -> Path:
    """Append a failure to the log; the log's path. `whole` writes every frame (`--debug`), never a variable.

    A log that cannot be written (the disk is full) is passed over: the failure itself must still be told.
    """
    path = log_folder() / "failures.log"
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in (frames if whole else frames[-3:])]
    entry = "\n  ".join([f"{local(now):%Y-%m-%d %H:%M:%S} {type(error).__name__}", *lines])
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with open(path, "a", encoding="utf-8", opener=_private) as log:
            print(entry, file=log)
    return path


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
