"""`import`."""

from pathlib import Path

from cs_workbench.cli.options import Options


def run(options: Options, kind: str, file: Path, *, preview: bool) -> int:
    """Load a file."""
    raise AssertionError(kind)
