"""The source as the lints see it: modules parsed once, the names they use, and what a lint found.

`lints.py` says what is forbidden, `allowed.py` where and why it is allowed all the same.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "cs_workbench"


@dataclass(frozen=True)
class Finding:
    """One breach: the file's place below the root, the line, and a short word that an exception can name."""

    place: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.place}:{self.line}: {self.what}"


@dataclass(frozen=True)
class Allowed:
    """An exception: patterns for the place and the word of a finding, and the reason why it stands."""

    place: str
    what: str
    reason: str

    def covers(self, finding: Finding) -> bool:
        """Whether the exception is about this finding."""
        return fnmatchcase(finding.place, self.place) and fnmatchcase(finding.what, self.what)


@dataclass(frozen=True)
class Module:
    """One file of Python: its place below the root (`src/cs_workbench/kernel/money.py`) and its text."""

    place: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed text."""
        return ast.parse(self.text, filename=self.place)

    @property
    def name(self) -> str:
        """The dotted name under which it is imported."""
        parts = self.place.removeprefix("src/").removesuffix(".py").split("/")
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @cached_property
    def aliases(self) -> dict[str, str]:
        """What each imported name means: `dt` -> `datetime`, `now` -> `datetime.datetime.now`."""
        found: dict[str, str] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for name in node.names:
                    root = name.name.partition(".")[0]
                    found[name.asname or root] = name.name if name.asname else root
            elif isinstance(node, ast.ImportFrom):
                found |= {name.asname or name.name: f"{node.module}.{name.name}" for name in node.names}
        return found

    def references(self) -> Iterator[tuple[str, int]]:
        """Every full dotted name that is imported from elsewhere or reached by attributes, with its line."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom):
                yield from ((f"{node.module}.{name.name}", node.lineno) for name in node.names)
            elif isinstance(node, ast.Attribute) and (name := self.dotted(node)):
                yield name, node.lineno

    def dotted(self, node: ast.expr) -> str:
        """A chain of attributes as the full name behind it; nothing where it starts from no imported name."""
        if isinstance(node, ast.Name):
            return self.aliases.get(node.id, "")
        if isinstance(node, ast.Attribute) and (base := self.dotted(node.value)):
            return f"{base}.{node.attr}"
        return ""


def imported(node: ast.AST) -> list[str]:
    """The names that one statement imports, in full: `a.b`, and `a.b.c` for `from a.b import c`."""
    if isinstance(node, ast.Import):
        return [name.name for name in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module}.{name.name}" for name in node.names]
    return []


def imports(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every name that a tree imports, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from ((name, node.lineno) for name in imported(node))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a tree, nested ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """All the Python files below these folders of the checkout."""
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return tuple(Module(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in paths)


def unexcused(findings: Iterable[Finding], allowed: Iterable[Allowed]) -> list[str]:
    """Findings that no exception covers, as lines to read."""
    known = list(allowed)
    return [str(finding) for finding in findings if not any(entry.covers(finding) for entry in known)]


def needless(findings: Iterable[Finding], allowed: Iterable[Allowed]) -> list[str]:
    """Exceptions that cover nothing any more."""
    known = list(findings)
    return [f"{a.place}: {a.what}" for a in allowed if not any(a.covers(finding) for finding in known)]
