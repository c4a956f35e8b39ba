"""No module needs itself: the imports at the top of the modules make no circle."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from tests.architecture.source import PACKAGE, Module, imported, modules


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """The statements that run when a module is imported: those inside functions are left out."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield child
            yield from statements(child)


def graph(found: Iterable[Module]) -> dict[str, set[str]]:
    """Who imports whom among these modules; `from package import module` counts as the module."""
    parsed = {module.name: module for module in found}
    return {name: set(_targets(module, parsed)) - {name} for name, module in parsed.items()}


def _targets(module: Module, known: Mapping[str, Module]) -> Iterator[str]:
    for node in statements(module.tree):
        for name in imported(node):
            if target := name if name in known else name.rpartition(".")[0]:
                yield target


def circle(edges: Mapping[str, set[str]]) -> list[str]:
    """One circle of the graph, or nothing."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_the_imports_make_no_circle() -> None:
    assert circle(graph(modules(f"src/{PACKAGE}"))) == []


def test_a_circle_is_seen() -> None:
    one = Module("src/cs_workbench/one.py", "from cs_workbench import two")
    two = Module("src/cs_workbench/two.py", "import cs_workbench.one")
    assert set(circle(graph([one, two]))) == {"cs_workbench.one", "cs_workbench.two"}


def test_an_import_that_waits_makes_no_circle() -> None:
    one = Module("src/cs_workbench/one.py", "from cs_workbench import two")
    two = Module("src/cs_workbench/two.py", "def start():\n    import cs_workbench.one")
    assert circle(graph([one, two])) == []
