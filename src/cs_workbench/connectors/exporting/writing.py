"""The one door for lists: a list, a path, the words; the suffix decides how it is written."""

from pathlib import Path

from cs_workbench.connectors.exporting import csv, json, xlsx
from cs_workbench.connectors.exporting.files import appearing, suffix_of
from cs_workbench.connectors.exporting.shapes import Listing, Words
from cs_workbench.kernel.progress import Progress


def silent(done: int, total: int) -> None:
    """Nobody watches."""


def write(listing: Listing, path: Path, words: Words, *, force: bool = False, progress: Progress = silent) -> None:
    """Write a list into a file, whole or not at all.

    Raises Refusal (`suffix`, `exists`, `folder`), Unavailable where the disk does not take it, and what `progress`
    raises to stop it.
    """
    suffix = suffix_of(path)
    with appearing(path, force=force) as part:
        if suffix == ".csv":
            csv.write(part, listing, words, progress)
        elif suffix == ".xlsx":
            xlsx.write(part, listing, words, progress)
        else:
            json.write(part, listing, progress)
