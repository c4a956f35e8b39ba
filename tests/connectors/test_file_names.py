"""Names of files for a path that is being typed."""

import os
from pathlib import Path

import pytest

from cs_workbench.connectors.file_names import completed, first_folder, shortened, typed_path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of downloads."""
    here = tmp_path / "Загрузки"
    here.mkdir()
    for name in ("kl_to_1c.txt", "kl_to_1c(1).txt", "Отчёт.xlsx", ".скрытый"):
        (here / name).touch()
    (here / "архив").mkdir()
    return here


def typed(folder: Path, text: str) -> tuple[str, list[str]]:
    """What becomes of a text typed after the folder."""
    found, names = completed(os.path.join(folder, text))
    return found.removeprefix(os.path.join(folder, "")), names


@pytest.mark.parametrize(
    ("text", "written", "names"),
    [
        ("k", "kl_to_1c", ["kl_to_1c(1).txt", "kl_to_1c.txt"]),
        ("kl_to_1c.", "kl_to_1c.txt", ["kl_to_1c.txt"]),
        ("отч", "Отчёт.xlsx", ["Отчёт.xlsx"]),
        ("а", f"архив{os.sep}", [f"архив{os.sep}"]),
        (".", ".скрытый", [".скрытый"]),
        ("нет", "нет", []),
    ],
)
def test_names_are_written_on_as_far_as_they_agree(folder: Path, text: str, written: str, names: list[str]) -> None:
    assert typed(folder, text) == (written, names)


def test_an_empty_text_shows_everything_but_what_is_hidden(folder: Path) -> None:
    assert typed(folder, "") == ("", ["kl_to_1c(1).txt", "kl_to_1c.txt", f"архив{os.sep}", "Отчёт.xlsx"])


def test_the_home_folder_is_a_tilde(home: Path) -> None:
    (home / "выписка.txt").touch()

    assert completed("~/вып") == ("~/выписка.txt", ["выписка.txt"])
    assert shortened(home) == os.path.join("~", "")
    assert shortened(home / "Загрузки") == os.path.join("~", "Загрузки", "")
    assert shortened(Path(os.sep)) == os.sep


@pytest.mark.parametrize("text", ["~nobody/x", "/no/such/folder/x", "x" * 5000, ""])
def test_nothing_typed_breaks_it(text: str) -> None:
    completed(text)


def test_downloads_are_looked_into_first(home: Path) -> None:
    assert first_folder() == home
    (home / "Downloads").mkdir()
    assert first_folder() == home / "Downloads"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("/media/flash/kl_to_1c.txt", "/media/flash/kl_to_1c.txt"),
        ("~//media/flash/kl_to_1c.txt", "/media/flash/kl_to_1c.txt"),
        ('~/Загрузки/"/media/моя флешка/kl.txt" ', "/media/моя флешка/kl.txt"),
        ("~/C:/Банк/kl_to_1c.txt", "C:/Банк/kl_to_1c.txt"),
        ("/media/~/kl_to_1c.txt", "~/kl_to_1c.txt"),
        ("  «выписка.txt»", "выписка.txt"),
        ("/media/Выписка «Ромашка»", "/media/Выписка «Ромашка»"),
        ("/media/O'Brien.txt", "/media/O'Brien.txt"),
    ],
)
def test_a_path_pasted_after_the_folder_that_stood_there_counts_from_its_own_root(text: str, meant: str) -> None:
    assert typed_path(text) == Path(meant).expanduser()


def test_tab_completes_a_path_that_began_anew(folder: Path) -> None:
    assert completed(f"~/{folder}/От") == (f"~/{folder}/Отчёт.xlsx", ["Отчёт.xlsx"])
