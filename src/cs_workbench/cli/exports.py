"""`export`: a record or a list of the screens into a file, CSV, XLSX or JSON by its suffix."""

import sys
from pathlib import Path
from time import perf_counter

from cs_workbench import exports
from cs_workbench.cli import answers
from cs_workbench.cli.batch import fields_of
from cs_workbench.cli.options import Options
from cs_workbench.connectors.exporting.files import suffix_of
from cs_workbench.connectors.exporting.writing import write
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.text import count

QUIET_SECONDS = 1.0
"""A file that is written sooner needs no words on the way."""


def run(options: Options, kind: str, file: Path, where: list[str], *, force: bool) -> int:
    """Write a list into a file."""
    suffix_of(file)
    workbench = options.open()
    try:
        exports.not_the_base(workbench, file)
        made = exports.listing(workbench, kind, fields_of(where))
        try:
            write(made.listing, file, made.words, force=force, progress=_Told(options))
        except Refusal as refusal:
            if refusal.code != "exists":
                raise
            raise Refusal("exists", f"{refusal.message} Чтобы заменить его, добавьте --force.", "file") from refusal
    finally:
        workbench.close()
    total = made.listing.total
    if options.json:
        answers.document({"ok": True, "kind": kind, "file": str(file), "rows": total})
    else:
        answers.show(f"{made.words.title}: {count(total, 'строка', 'строки', 'строк')} — в файле {file}.")
    return answers.DONE


class _Told:
    """Says on a terminal how far a long file is, on one line."""

    def __init__(self, options: Options) -> None:
        self._loud = sys.stderr.isatty() and not options.json
        self._begun = self._said = perf_counter()

    def __call__(self, done: int, total: int) -> None:
        now = perf_counter()
        if not self._loud or now - self._begun < QUIET_SECONDS:
            return
        if done >= total:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
        elif now - self._said > QUIET_SECONDS / 4:
            self._said = now
            print(f"\r{done} из {count(total, 'строки', 'строк', 'строк')}", end="", file=sys.stderr, flush=True)
