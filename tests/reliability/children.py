"""Programs that a test starts beside itself: modules of these tests, and the product's own command line.

They stand on the test's home (`tests/conftest.py`).
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-11-24T10:00:00"
SLOW = 60.0
"""Seconds after which a child is stuck: nothing here takes a tenth of it."""

Before = Callable[[], None] | None


class Child:
    """A module of the tests as a program of its own, spoken to line by line; killed where it outlives its test."""

    def __init__(self, module: str, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,  # what has not been read stays in the pipe, where `select` sees it
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in, self.out = self._process.stdin, self._process.stdout

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def tell(self, line: str) -> None:
        """Give it a line."""
        self._in.write(f"{line}\n".encode())
        self._in.flush()

    def hear(self) -> str:
        """Its next line; empty where it has ended."""
        return self.out.readline().decode().rstrip("\n")

    def finish(self) -> str:
        """Let it end; what it still said."""
        said, _ = self._process.communicate(timeout=SLOW)
        assert self._process.returncode == 0
        return said.decode()

    def ended(self) -> int:
        """Wait for its end, whatever it is; the exit code, below nought for a signal."""
        self._process.communicate(timeout=SLOW)
        return self._process.returncode


def command(
    db: Path, *arguments: str, around: Sequence[str] = (), before: Before = None, given: str = ""
) -> tuple[int, Any]:
    """One command of the product with `--json` in a process of its own; its exit code and the document.

    `around` is a command line to run it by, `before` runs in the child before it begins, `given` is its input.
    """
    mine = ["--db", str(db), "--now", NOW, "--user", "manager", "--json", *arguments]
    ended = subprocess.run(
        [*around, sys.executable, "-m", "cs_workbench", *mine],
        input=given,
        capture_output=True,
        text=True,
        timeout=SLOW,
        check=False,
        preexec_fn=before,
    )
    assert "Traceback" not in ended.stderr, ended.stderr
    documents = [json.loads(line) for line in ended.stdout.splitlines()]
    return ended.returncode, documents[0] if len(documents) == 1 else documents
