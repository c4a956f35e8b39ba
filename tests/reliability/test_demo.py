"""The demo never touches the real profile (reliability 27): neither where it lies by default nor where the settings
name it.
"""

import hashlib
from pathlib import Path

import pytest

from cs_workbench import settings
from cs_workbench.__main__ import main
from tests.desk import Desk
from tests.reliability.children import NOW


def content(folder: Path) -> dict[str, str]:
    """Every file under a folder that is not the demo's, and the digest of its bytes. Nobody has them open."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("demo")]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(params=["default", "environment", "config"])
def real(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    """A person's own database with work in it, known to the program in one of its ways."""
    db = settings.default_db() if request.param == "default" else home / "mine" / "desk.db"
    db.parent.mkdir(parents=True)
    desk = Desk(db.parent)
    desk.do("clients.add", name="ООО Ромашка")
    desk.close()
    if request.param == "environment":
        monkeypatch.setenv("CS_WORKBENCH_DB", str(db))
    if request.param == "config":
        config = settings.load().config
        config.parent.mkdir(parents=True, exist_ok=True)
        config.write_text(f"db = '{db}'\n", encoding="utf-8")
    assert settings.load().db == str(db)
    return db


@pytest.mark.parametrize("words", [["demo", "--fresh"], ["demo", "--generate"]])
def test_demo_never_touches_real_profile(real: Path, home: Path, words: list[str]) -> None:
    """Screens need a terminal, so the demo is made and not shown: the same person's files are the same to a byte."""
    before = content(home)
    target = [str(home / "demo-elsewhere.db")] if words[-1] == "--generate" else []
    code = main(["--now", NOW, *words, *target, "--clients", "2"])
    made = Path(target[0]) if target else settings.demo_db()
    assert (code, made.exists()) == (0 if target else 1, True)
    assert content(home) == before


def test_demo_does_not_write_over_a_database(real: Path, home: Path) -> None:
    before = content(home)
    assert main(["--now", NOW, "demo", "--generate", str(real), "--clients", "3"]) == 1
    assert content(home) == before
