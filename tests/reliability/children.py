"""Programs that a test starts beside itself: modules of these tests, and the product's own command line.

They stand on the test's home (`tests/conftest.py`) and are ended with the test.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-11-24T10:00:00"
SLOW = 60.0
"""Seconds after which a child is stuck: nothing here takes a tenth of it."""


def start(module: str, *arguments: str, before: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    """A module of the tests as a program of its own, with pipes; `before` runs in it before it begins."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
        text=True,
        preexec_fn=before,
    )


def finish(child: "subprocess.Popen[str]", given: str = "") -> str:
    """Hand over what it waits for and let it end; what it printed. It must have ended well."""
    out, err = child.communicate(given, timeout=SLOW)
    assert child.returncode == 0, f"ended with {child.returncode}: {err}"
    return out


def command(db: Path, *arguments: str, around: Sequence[str] = (), before: Callable[[], None] | None = None) -> tuple[int, Any]:
    """One command of the product with `--json` in a process of its own; its exit code and the document."""
    ended = subprocess.run(
        [*around, sys.executable, "-m", "cs_workbench", "--db", str(db), "--now", NOW, "--user", "manager", "--json", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=os.environ,
        text=True,
        timeout=SLOW,
        check=False,
        preexec_fn=before,
    )
    assert "Traceback" not in ended.stderr, ended.stderr
    return ended.returncode, json.loads(ended.stdout)
