"""Names of files for a path that is being typed. `screens/dialogs/path.py` completes with them; nothing is opened."""

import os
import re
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

MOST = 5_000
"""Names of a folder that are looked at: a folder of more is not typed through with Tab."""

_ANEW = r"(?<=[/\\])[\"'«]?(?:/|~/|[A-Za-z]:[/\\])"
_QUOTED = r"\"(.*)\"?|'(.*)'|«(.*)»"
LIKELY_FOLDERS = ("Загрузки", "Downloads")


def first_folder() -> Path:
    """Where a bank's file probably is: the folder of downloads, else the home folder."""
    home = Path.home()
    return next((home / name for name in LIKELY_FOLDERS if (home / name).is_dir()), home)


def statement_beside(db: Path) -> Path:
    """Where the bank's statement of a demo database lies."""
    return db.with_name(f"{db.stem}-bank.txt")


def shortened(folder: Path) -> str:
    """A folder as one types it, with `~` for the home folder and a separator at the end."""
    home = Path.home()
    if folder == home:
        return os.path.join("~", "")
    return os.path.join("~", folder.relative_to(home), "") if folder.is_relative_to(home) else os.path.join(folder, "")


def typed_path(text: str) -> Path:
    """The path that was typed or pasted, with quotes around it or without (those within a name are the name's). One
    that begins anew after the folder that stood there (`~//media/flash/x.txt`, `~/C:\\x.txt`) counts from where it
    begins.
    """
    bare = text.strip()
    anew = [found.start() for found in re.finditer(_ANEW, bare)]
    bare = bare[anew[-1] :] if anew else bare
    quoted = re.fullmatch(_QUOTED, bare)
    return Path(os.path.expanduser(next(filter(None, quoted.groups()), "") if quoted else bare).rstrip('"'))


def completed(text: str, suffixes: Sequence[str] = ()) -> tuple[str, list[str]]:
    """A path written on as far as all names that fit agree, and those names; folders end with a separator. Where
    `suffixes` are given, files with others do not fit.
    """
    head, typed = os.path.split(text)
    names = [name for name in _names(typed_path(head or "."), typed) if _fits(name, suffixes)]
    if not names:
        return text, []
    pairs = zip(names[0], names[-1], strict=False)
    agreed = sum(1 for _ in takewhile(lambda pair: pair[0].casefold() == pair[1].casefold(), pairs))
    return os.path.join(head, names[0][:agreed] if agreed >= len(typed) else typed), names


def _fits(name: str, suffixes: Sequence[str]) -> bool:
    return not suffixes or name.endswith(os.sep) or name.casefold().endswith(tuple(suffixes))


def _names(folder: Path, typed: str) -> list[str]:
    """Names in a folder that begin as typed, in any case; hidden ones only where a dot was typed."""
    found = []
    try:
        with os.scandir(folder) as entries:
            for _place, entry in zip(range(MOST), entries, strict=False):
                hidden = entry.name.startswith(".") and not typed.startswith(".")
                if not hidden and entry.name.casefold().startswith(typed.casefold()):
                    found.append(entry.name + os.sep if entry.is_dir() else entry.name)
    except OSError:
        return []
    return sorted(found, key=str.casefold)
