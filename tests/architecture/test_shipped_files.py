"""What is in the checkout may be read and installed anywhere: no file ties it to one server of packages."""

from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import ROOT

# fmt: off
NOT_SHIPPED = frozenset({
    ".git", ".venv", ".hypothesis", ".import_linter_cache", ".mypy_cache", ".pytest_cache",
    ".ruff_cache", "__pycache__", "build", "dist",
})
# fmt: on
# In parts, or this file would name them.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("crates", "io"),
        ("anaconda", "org"),
        ("deb", "debian", "org"),
        ("golang", "org"),
    )
)


def files(folder: Path) -> Iterator[Path]:
    """Every file below a folder, but what tools leave behind."""
    for path in sorted(folder.iterdir()):
        if path.name in NOT_SHIPPED or path.name.endswith(".egg-info"):
            continue
        if path.is_dir():
            yield from files(path)
        elif path.is_file():
            yield path


def test_no_file_names_the_host_of_a_registry() -> None:
    named = [
        f"{path.relative_to(ROOT)}: {host}"
        for path in files(ROOT)
        for text in [path.read_bytes().decode("utf-8", "replace").lower()]
        for host in REGISTRIES
        if host in text
    ]
    assert named == []
