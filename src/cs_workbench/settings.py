"""Settings: where things lie, who is at the desk, and the firm's terms; from the user's TOML file, the environment and
the command line.

A typo in the file never stops the program: an unknown or wrong value is passed over and named in `problems`, which
`doctor` and the screen show.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from platformdirs import user_cache_path, user_config_path, user_data_path, user_log_path

from cs_workbench.kernel.terms import AGREED, Terms

APP = "cs-workbench"


class Settings(NamedTuple):
    """`db` is a path or a database URL; `user` signs the journal; `backups` is how many copies are kept; `briefing`
    says whether the day's first opening shows the briefing, `bell` whether the terminal rings when the time of
    something comes.
    """

    db: str
    user: str
    config: Path
    terms: Terms = AGREED
    backups: int = 30
    theme: str = ""
    briefing: bool = True
    bell: bool = False
    problems: tuple[str, ...] = ()

    @property
    def calendar_folder(self) -> Path:
        """Where the user's own year files lie."""
        return self.config.parent / "calendar"

    @property
    def templates_folder(self) -> Path:
        """Where the user's own templates of texts lie."""
        return self.config.parent / "templates"


def data_folder() -> Path:
    """The files shipped with the program: inside the wheel, or at the top of a checkout."""
    inside = Path(__file__).parent / "data"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "data"


def default_db() -> Path:
    """The user's own database."""
    return user_data_path(APP) / "desk.db"


def demo_db() -> Path:
    """The demo's database, never the real one."""
    return user_data_path(APP) / "demo.db"


def log_folder() -> Path:
    """Where failures are written."""
    return user_log_path(APP)


def cache_folder() -> Path:
    """What can be thrown away: texts for the clipboard that found no clipboard."""
    return user_cache_path(APP)


def environment(name: str) -> str | None:
    """A variable of the environment, None where it is empty."""
    return os.environ.get(name) or None


def load(db: str | None = None, user: str | None = None, config: str | None = None) -> Settings:
    """Settings from the file, the environment (`CS_WORKBENCH_*`) and the given options, the later ones winning."""
    path = Path(config or os.environ.get("CS_WORKBENCH_CONFIG") or user_config_path(APP) / "config.toml")
    raw, problems = _read(path)
    terms, more = _terms(raw.pop("terms", {}))
    problems += more
    known = {"db": str, "user": str, "backups": int, "theme": str, "briefing": bool, "bell": bool}
    chosen: dict[str, Any] = {}
    for name, value in raw.items():
        if name in known and isinstance(value, known[name]):
            chosen[name] = value
        else:
            problems.append(f"{path}: настройка «{name}» неизвестна или записана неверно, пропущена.")
    return Settings(
        db=db or os.environ.get("CS_WORKBENCH_DB") or chosen.get("db") or str(default_db()),
        user=user or os.environ.get("CS_WORKBENCH_USER") or chosen.get("user") or os.environ.get("USER") or "manager",
        config=path,
        terms=terms,
        backups=max(1, chosen.get("backups", 30)),
        theme=chosen.get("theme", ""),
        briefing=chosen.get("briefing", True) and environment("CS_WORKBENCH_BRIEFING") not in ("0", "no", "нет"),
        bell=chosen.get("bell", False),
        problems=tuple(problems),
    )


def _read(path: Path) -> tuple[dict[str, Any], list[str]]:
    if not path.exists():
        return {}, []
    import tomllib  # 3 ms of a start that has no such file

    try:
        return tomllib.loads(path.read_text(encoding="utf-8")), []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}, [f"{path}: файл настроек не читается, взяты обычные значения."]


def _terms(raw: Any) -> tuple[Terms, list[str]]:
    terms, problems, chosen = AGREED, list[str](), dict[str, Any]()
    if not isinstance(raw, Mapping):
        return terms, ["Раздел [terms] настроек записан неверно, пропущен."]
    known = terms._asdict()
    for name, value in raw.items():
        given = tuple(value) if isinstance(value, list) else value
        if name in known and type(given) is type(known[name]) and _sane(name, given):
            chosen[name] = given
        else:
            problems.append(f"Настройка terms.{name} неизвестна или записана неверно, пропущена.")
    return terms._replace(**chosen), problems


def _sane(name: str, value: Any) -> bool:
    """Whether a value can be reckoned with."""
    if name == "run_shift":
        return str(value) in ("next", "prev")
    if name == "ladder_bd":
        return (
            len(value) == 3 and all(isinstance(day, int) and day > 0 for day in value) and list(value) == sorted(value)
        )
    if name in ("run_day", "remind_from"):
        return int(value) in range(1, 32)
    return not isinstance(value, int) or value in range(367)
