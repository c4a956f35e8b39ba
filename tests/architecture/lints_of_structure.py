"""Lints of structure: sizes of rooms, and who may import whom where import-linter cannot say it."""

import ast
import sys
from collections.abc import Iterator

from tests.architecture.lints import SRC, TESTED, Lint
from tests.architecture.source import PACKAGE, Module, functions, imports

MODULE_LINES, CLASS_LINES, FUNCTION_LINES = 300, 250, 40


def long_modules(module: Module) -> Iterator[tuple[int, str]]:
    """Modules over their size."""
    lines = module.text.count("\n")
    if lines > MODULE_LINES:
        yield lines, f"module of {lines} lines"


def long_classes(module: Module) -> Iterator[tuple[int, str]]:
    """Classes over their size."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef) and _lines(node) > CLASS_LINES:
            yield node.lineno, f"class {node.name} of {_lines(node)} lines"


def long_functions(module: Module) -> Iterator[tuple[int, str]]:
    """Functions over their size, decorators not counted."""
    for node in functions(module.tree):
        if _lines(node) > FUNCTION_LINES:
            yield node.lineno, f"function {node.name} of {_lines(node)} lines"


def _lines(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def deferred_imports(module: Module) -> Iterator[tuple[int, str]]:
    """Imports inside functions, by what is imported."""
    found = {entry for function in functions(module.tree) for entry in imports(function)}
    yield from ((line, name) for name, line in sorted(found))


def relative_imports(module: Module) -> Iterator[tuple[int, str]]:
    """Imports that do not say in full what they mean; the other lints could not follow them."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield node.lineno, f"{'.' * node.level}{node.module or ''}"


def strangers_in_rules(module: Module) -> Iterator[tuple[int, str]]:
    """Imports of a rules room beyond the standard library, the kernel and the room itself."""
    room = f"{module.name.partition('.rules')[0]}.rules"
    return _strangers(module, (f"{PACKAGE}.kernel", room), frozenset())


KERNEL_LIBRARIES = frozenset({"pydantic", "pydantic_core", "dateutil", "holidays", "phonenumbers"})


def strangers_in_kernel(module: Module) -> Iterator[tuple[int, str]]:
    """Imports of the kernel beyond the standard library and the four libraries it may know."""
    return _strangers(module, (f"{PACKAGE}.kernel",), KERNEL_LIBRARIES)


def _strangers(module: Module, own: tuple[str, ...], libraries: frozenset[str]) -> Iterator[tuple[int, str]]:
    for name, line in imports(module.tree):
        root = name.partition(".")[0]
        known = root in sys.stdlib_module_names or root in libraries
        if not known and not any(f"{name}.".startswith(f"{prefix}.") for prefix in own):
            yield line, name


def _many_lines(count: int) -> str:
    return "\n".join(f"    row_{number} = {number}" for number in range(count))


STRUCTURE = (
    Lint("A module has at most 300 lines", TESTED, long_modules, "\n" * 301, "\n" * 300),
    Lint(
        "A class has at most 250 lines",
        TESTED,
        long_classes,
        f"class Big:\n{_many_lines(250)}",
        f"class Big:\n{_many_lines(249)}",
    ),
    Lint(
        "A function has at most 40 lines",
        TESTED,
        long_functions,
        f"def big():\n{_many_lines(40)}",
        f"def big():\n{_many_lines(39)}",
    ),
    Lint(
        "Imports stand at the top of a module",
        SRC,
        deferred_imports,
        "def today():\n    from cs_workbench.kernel import clock",
        "from cs_workbench.kernel import clock",
    ),
    Lint(
        "Imports are written in full",
        TESTED,
        relative_imports,
        "from . import records",
        "from cs_workbench.domain.billing import records",
    ),
    Lint(
        "Rules import the kernel alone",
        ("src/cs_workbench/domain/*/rules.py", "src/cs_workbench/domain/*/rules/*"),
        strangers_in_rules,
        "from cs_workbench.domain.billing import records",
        "from datetime import date\nfrom cs_workbench.kernel.rule import Rule",
    ),
    Lint(
        "The kernel imports the standard library, pydantic, dateutil, holidays and phonenumbers",
        ("src/cs_workbench/kernel/*",),
        strangers_in_kernel,
        "import sqlalchemy",
        "import json\nfrom pydantic import BaseModel\nfrom cs_workbench.kernel import money",
        sample="src/cs_workbench/kernel/money.py",
    ),
)
