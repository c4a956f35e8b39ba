"""The invented words of the demo: names of firms and people, what is said; read from the files in `data/demo`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cs_workbench.settings import data_folder


@dataclass(frozen=True)
class Form:
    """A kind of firm: `name` takes `{word}` of the list `words`, or `{person}`; `share` says how often it comes."""

    name: str
    words: str
    share: int


@dataclass(frozen=True)
class People:
    """Names: surnames come in their two forms."""

    managers: tuple[str, ...]
    men: tuple[str, ...]
    women: tuple[str, ...]
    surnames: tuple[tuple[str, str], ...]
    main_roles: tuple[str, ...]
    other_roles: tuple[str, ...]


@dataclass(frozen=True)
class Sources:
    """All three files. `said` holds lists of sentences by what they are for, `word` single ones."""

    forms: tuple[Form, ...]
    words: Mapping[str, tuple[str, ...]]
    people: People
    said: Mapping[str, tuple[str, ...]]
    word: Mapping[str, str]


def read_sources(folder: Path | None = None) -> Sources:
    """Read the files of a folder (the shipped one)."""
    place = folder or data_folder() / "demo"
    firms, people, words = (_toml(place / f"{name}.toml") for name in ("firms", "people", "words"))
    surnames = tuple((his, hers) for his, hers in people.pop("surnames"))
    return Sources(
        forms=tuple(Form(**form) for form in firms["form"]),
        words={name: tuple(found) for name, found in firms["words"].items()},
        people=People(surnames=surnames, **{name: tuple(found) for name, found in people.items()}),
        said={name: tuple(found) for name, found in words.items() if isinstance(found, list)},
        word={name: found for name, found in words.items() if isinstance(found, str)},
    )


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
