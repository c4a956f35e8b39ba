"""How a file of a list appears: whole or not at all, its owner's alone, never over another one by accident."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from cs_workbench.connectors.exporting.files import appearing
from cs_workbench.connectors.exporting.shapes import Field, Listing, Rows, Words
from cs_workbench.connectors.exporting.writing import write
from cs_workbench.kernel.errors import Cancelled, Refusal, Unavailable

FIELDS = (Field("id", "number"), Field("name", "text"))
WORDS = Words("Клиенты", str, str)
KINDS = pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])


def listing(rows: int = 3, page: int = 2) -> Listing:
    """Numbered clients, a few in a page."""

    def pages() -> Iterator[Rows]:
        for start in range(0, rows, page):
            yield [(number, f"Клиент {number}") for number in range(start, min(start + page, rows))]

    return Listing("client", FIELDS, rows, pages)


def left(folder: Path) -> list[str]:
    """The files of a folder; the test's own home aside."""
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def half_written(path: Path, error: OSError) -> None:
    """A file whose writing ends in an error."""
    with appearing(path, force=True) as part:
        part.write_text("половина", encoding="utf-8")
        raise error


@KINDS
def test_a_file_appears_whole_and_private(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"клиенты{suffix}"
    told: list[tuple[int, int]] = []
    write(listing(), path, WORDS, progress=lambda done, total: told.append((done, total)))
    assert left(tmp_path) == [path.name]
    assert path.stat().st_mode & 0o777 == 0o600
    assert told == [(2, 3), (3, 3)]


@KINDS
def test_a_file_that_is_there_is_kept_unless_it_may_be_replaced(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"клиенты{suffix}"
    path.write_text("прежнее", encoding="utf-8")
    with pytest.raises(Refusal) as caught:
        write(listing(), path, WORDS)
    assert (caught.value.code, path.read_text(encoding="utf-8")) == ("exists", "прежнее")
    write(listing(), path, WORDS, force=True)
    assert path.read_bytes() != "прежнее".encode()


@KINDS
def test_what_is_stopped_leaves_nothing_and_keeps_what_was_there(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"клиенты{suffix}"
    path.write_text("прежнее", encoding="utf-8")

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write(listing(), path, WORDS, force=True, progress=stop)
    assert (left(tmp_path), path.read_text(encoding="utf-8")) == ([path.name], "прежнее")


@pytest.mark.parametrize("name", ["клиенты.pdf", "клиенты", "клиенты.xls"])
def test_a_suffix_that_nothing_writes_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refusal) as caught:
        write(listing(), tmp_path / name, WORDS)
    assert caught.value.code == "suffix"
    assert ".xlsx" in caught.value.message
    assert left(tmp_path) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        write(listing(), tmp_path / "нет" / "клиенты.csv", WORDS)
    assert caught.value.code == "folder"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "клиенты.csv").mkdir()
    with pytest.raises(Refusal) as caught:
        write(listing(), tmp_path / "клиенты.csv", WORDS)
    assert caught.value.code == "folder"


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "disk_full"), (errno.EACCES, "file")])
def test_a_disk_that_does_not_take_it_keeps_what_was_there(tmp_path: Path, number: int, code: str) -> None:
    path = tmp_path / "клиенты.csv"
    path.write_text("прежнее", encoding="utf-8")
    with pytest.raises(Unavailable) as caught:
        half_written(path, OSError(number, os.strerror(number)))
    assert caught.value.code == code
    assert (left(tmp_path), path.read_text(encoding="utf-8")) == ([path.name], "прежнее")
