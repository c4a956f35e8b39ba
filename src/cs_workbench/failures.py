"""Reports of defects: where the program broke, without the values it held, in a file only the user can read."""

import traceback
from datetime import datetime
from pathlib import Path

from cs_workbench.kernel.clock import local
from cs_workbench.settings import log_folder


def report(error: BaseException, now: datetime, *, whole: bool = False) -> Path:
    """Append a failure to the log; the log's path. `whole` writes every frame (`--debug`), never a variable."""
    folder = log_folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / "failures.log"
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in (frames if whole else frames[-3:])]
    with path.open("a", encoding="utf-8") as log:
        log.write("\n  ".join([f"{local(now):%Y-%m-%d %H:%M:%S} {type(error).__name__}", *lines]) + "\n")
    path.chmod(0o600)
    return path
