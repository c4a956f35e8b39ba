"""A program for `test_file_io.py`: runs commands of the product in one process and says which files of the database it
opened by itself.

Its arguments are the database, then commands of words each parted by `--next`. Beside each command the screens are
opened once over it.
"""

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

from cs_workbench.__main__ import main
from cs_workbench.app import WorkbenchApp
from cs_workbench.kernel.clock import parse_clock
from cs_workbench.opened import first_screenful
from cs_workbench.settings import Settings
from cs_workbench.workbench import Workbench
from tests.reliability.children import NOW

WATCHED = {"open", "os.rename", "os.remove", "os.link", "os.truncate", "os.chmod", "shutil.copyfile", "shutil.move"}


def watch(db: Path, seen: list[str]) -> None:
    """Note each use of the database's three files by Python: SQLite's own is no event. A new file is no harm."""
    live = {str(db), f"{db}-wal", f"{db}-shm"}

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event not in WATCHED:
            return
        makes = event == "open" and isinstance(args[2], int) and args[2] & os.O_EXCL
        paths = {os.path.abspath(os.fsdecode(arg)) for arg in args[:2] if isinstance(arg, str | bytes | os.PathLike)}
        if not makes and paths & live:
            seen.append(f"{event} {args!r}")

    sys.addaudithook(hook)


async def screens(db: Path) -> None:
    """Open the screens, look at each, act, and leave."""
    settings = Settings(db=str(db), user="manager", config=db.with_name("config.toml"))
    bench = Workbench.open(settings, parse_clock(NOW))
    app = WorkbenchApp(bench, first_screenful(bench))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        for screen in app.work_screens():
            if screen.name is not None:
                app.go(screen.name)
            await pilot.pause()
        await pilot.press("u")
        await app.workers.wait_for_complete()
    bench.close()


def run(db: Path, commands: list[list[str]]) -> dict[str, Any]:
    """Run them all; the exit codes, and what was seen."""
    seen: list[str] = []
    watch(db, seen)
    common = ["--db", str(db), "--now", NOW, "--user", "manager", "--json"]
    sys.stdout, out = open(os.devnull, "w"), sys.stdout  # noqa: SIM115  # closed with the process
    codes = [main([*common, *words]) for words in commands]
    asyncio.run(screens(db))
    sys.stdout = out
    return {"codes": codes, "seen": seen}


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), json.loads(sys.argv[2]))))
