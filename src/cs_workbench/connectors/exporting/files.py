"""How a file appears: under another name first, flushed to the disk, then renamed; a file that was there stays until
then (reliability 1.1).

A file is its owner's alone (0600): lists hold names and telephones.
"""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cs_workbench.kernel.errors import Refusal, Unavailable

SUFFIXES = (".csv", ".xlsx", ".json")

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def suffix_of(path: Path, known: tuple[str, ...] = SUFFIXES) -> str:
    """The suffix of a file to write. Raises Refusal "suffix" that names it where nothing writes such files."""
    suffix = path.suffix.lower()
    if suffix not in known:
        said = f"«{suffix}»" if suffix else "без окончания"
        raise Refusal("suffix", f"Файл {said} записать нельзя: нужен {', '.join(known)}.", "file")
    return suffix


@contextmanager
def appearing(path: Path, *, force: bool) -> Iterator[Path]:
    """A path beside the file to write into; at the end it takes the file's name, after an error it is gone.

    Raises Refusal "exists" for a file that is there and not to be replaced, "folder" where it has no place, and
    Unavailable where the disk is full or forbids it.
    """
    if path.is_dir():
        raise Refusal("folder", f"{path} — это папка: допишите имя файла.", "file")
    if not path.parent.is_dir():
        raise Refusal("folder", f"Папки {path.parent} нет: создайте её или выберите другую.", "file")
    if path.exists() and not force:
        raise Refusal("exists", f"Файл {path.name} уже есть.", "file")
    try:
        part = _part(path)
        try:
            yield part
            _flush(part)
            os.replace(part, path)
            _flush(path.parent)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise _unavailable(path, error) from error


def _part(path: Path) -> Path:
    """A new empty file beside, for its owner alone."""
    handle, name = tempfile.mkstemp(suffix=".part", prefix=f"{path.name[:80]}.", dir=path.parent)
    os.close(handle)
    return Path(name)


def _flush(path: Path) -> None:
    """What was written reaches the disk; a folder cannot be flushed everywhere."""
    if path.is_dir():
        with suppress(OSError):
            _fsync(path, os.O_RDONLY)
    else:
        _fsync(path, os.O_RDWR)


def _fsync(path: Path, how: int) -> None:
    handle = os.open(path, how)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unavailable(path: Path, error: OSError) -> Unavailable:
    if error.errno in _FULL:
        return Unavailable("disk_full", f"На диске не хватило места: {path.name} не записан. Освободите место.")
    if error.errno == errno.ENAMETOOLONG:
        return Unavailable("file", "Имя файла слишком длинное: сократите его.")
    return Unavailable("file", f"{path} не записать: нет прав или файл открыт в другой программе.")
