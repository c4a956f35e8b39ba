"""The lints: each a sentence, the files it reads, what it looks for, and a sample of the sin it must see.

Sizes and imports stand in `lints_of_structure.py`; here is what a line of code must not say.
"""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from tests.architecture.source import Finding, Module, functions

Find = Callable[[Module], Iterator[tuple[int, str]]]


@dataclass(frozen=True)
class Lint:
    """`find` yields lines and words; `sin` is code that must be found, `fine` code that must not."""

    sentence: str
    places: tuple[str, ...]
    find: Find
    sin: str
    fine: str
    sample: str = "src/cs_workbench/domain/billing/rules.py"
    outside: tuple[str, ...] = ()

    def reads(self, place: str) -> bool:
        """Whether the lint is about this file."""
        return any(fnmatchcase(place, p) for p in self.places) and place not in self.outside

    def findings(self, module: Module) -> Iterator[Finding]:
        """What is wrong in one module."""
        return (Finding(module.place, line, what) for line, what in self.find(module))


SRC = ("src/*",)
DOMAIN = ("src/cs_workbench/domain/*",)
TESTED = ("src/*", "tests/*")


def names(*forbidden: str) -> Find:
    """A lint for full dotted names, patterns allowed, however they were imported."""

    def find(module: Module) -> Iterator[tuple[int, str]]:
        for name, line in module.references():
            if any(fnmatchcase(name, pattern) for pattern in forbidden):
                yield line, name

    return find


def broad_except(module: Module) -> Iterator[tuple[int, str]]:
    """Handlers and suppressions that catch everything."""
    for node in ast.walk(module.tree):
        caught: list[ast.expr] = []
        if isinstance(node, ast.ExceptHandler):
            if node.type is None:
                yield node.lineno, "bare except"
            else:
                caught = list(node.type.elts) if isinstance(node.type, ast.Tuple) else [node.type]
        elif isinstance(node, ast.Call) and module.dotted(node.func) == "contextlib.suppress":
            caught = node.args
        for kind in caught:
            if isinstance(kind, ast.Name) and kind.id in ("Exception", "BaseException"):
                yield kind.lineno, kind.id


RAW_SQL = ("text", "insert", "update", "delete")


def sql_by_hand(module: Module) -> Iterator[tuple[int, str]]:
    """SQL text and bulk statements, which pass by the journal's images."""
    for name, line in module.references():
        if name.startswith(("sqlalchemy.", "sqlmodel.")) and name.rpartition(".")[2] in RAW_SQL:
            yield line, name
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and node.attr in ("exec_driver_sql", "executescript"):
            yield node.lineno, node.attr


# What parses its text as markup, and the methods that hand text on to it.
# fmt: off
SHOWN = frozenset({
    "Button", "Checkbox", "Collapsible", "Content.from_markup", "Label", "ListItem", "Option",
    "OptionList", "Placeholder", "RadioButton", "Select", "Static", "Tab", "TabPane",
    "Text.from_markup", "Tooltip", "Tree", "add_column", "notify", "update", "write",
})
# fmt: on
SHOWN_ATTRIBUTES = frozenset({"border_title", "border_subtitle", "tooltip"})


def assembled(node: ast.expr) -> bool:
    """Whether an expression glues text together on the spot: an f-string, `+` or `%` on text, `format`."""
    if isinstance(node, ast.IfExp):
        return assembled(node.body) or assembled(node.orelse)
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
        return any(assembled(side) or _is_text(side) for side in (node.left, node.right))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr == "format" and _is_text(node.func.value)
    return False


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def glued_markup(module: Module) -> Iterator[tuple[int, str]]:
    """Glued text handed to what parses markup; `plain(...)` is the way."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            values = [
                *node.args,
                *(keyword.value for keyword in node.keywords if keyword.arg not in ("id", "classes", "name")),
            ]
            if SHOWN & {name.rpartition(".")[2], ".".join(name.split(".")[-2:])} and any(map(assembled, values)):
                yield node.lineno, name
        elif isinstance(node, ast.Assign) and assembled(node.value):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in SHOWN_ATTRIBUTES:
                    yield node.lineno, target.attr


MONEY = re.compile(
    r"(?:^|_)(amount|balance|billed|cost|credit|debt|fee|kopecks|money|paid|payment|price|received|remainder|roubles|rubles|sum|total|unpaid)s?(?:_|$)"
)


def float_money(module: Module) -> Iterator[tuple[int, str]]:
    """Fields, inputs and results with a name of money and a type of float."""
    annotated: list[tuple[str, ast.expr | None, int]] = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.AnnAssign):
            annotated.append((ast.unparse(node.target).rpartition(".")[2], node.annotation, node.lineno))
        elif isinstance(node, ast.arg):
            annotated.append((node.arg, node.annotation, node.lineno))
    annotated += [(node.name, node.returns, node.lineno) for node in functions(module.tree)]
    for name, annotation, line in annotated:
        if annotation is not None and MONEY.search(name) and re.search(r"\b(float|Decimal)\b", ast.unparse(annotation)):
            yield line, name


def unfinished(module: Module) -> Iterator[tuple[int, str]]:
    """Marks of work left for later."""
    for number, line in enumerate(module.text.splitlines(), 1):
        if found := re.search(r"#.*\b(TODO|FIXME|XXX)\b|\bNotImplementedError\b", line):
            yield number, found[1] or "NotImplementedError"


# fmt: off
CLOCK = (
    "datetime.datetime.now", "datetime.datetime.today", "datetime.datetime.utcnow", "datetime.date.today",
    "time.ctime", "time.gmtime", "time.localtime", "time.time", "time.time_ns",
)
# fmt: on

LINTS = (
    Lint(
        "Nothing catches every exception, but the one door to the user",
        TESTED,
        broad_except,
        "try:\n    pass\nexcept (ValueError, Exception):\n    pass",
        "try:\n    pass\nexcept ValueError:\n    pass",
    ),
    Lint(
        "The clock is read in kernel/clock.py alone",
        TESTED,
        names(*CLOCK),
        "import datetime as dt\nmoment = dt.datetime.now(dt.UTC)",
        "moment = work.now\nsecond = clock.now()",
        outside=("src/cs_workbench/kernel/clock.py",),
    ),
    Lint(
        "Nothing sleeps: a wait has an event to wait for",
        TESTED,
        names("time.sleep"),
        "import time\ntime.sleep(1)",
        "import time\nbegan = time.perf_counter()",
    ),
    Lint(
        "The domain writes no SQL text and no bulk statement: the journal would not see them",
        DOMAIN,
        sql_by_hand,
        "from sqlmodel import update\nupdate(Invoice)",
        "from sqlmodel import select\nselect(Invoice)\nseen.update({1})",
    ),
    Lint(
        "No DataTable: it does not grow",
        SRC,
        names("textual.widgets.DataTable", "textual.widgets.*.DataTable"),
        "from textual.widgets import DataTable",
        "from textual.widgets import Static",
    ),
    Lint(
        "No Relationship: joins stand in repositories",
        SRC,
        names("sqlmodel.Relationship", "sqlalchemy.orm.relationship", "sqlalchemy.orm.backref"),
        "import sqlmodel\nclient = sqlmodel.Relationship()",
        "from sqlmodel import Field",
    ),
    Lint(
        "No glued text reaches a widget or a notice: data could hold markup",
        SRC,
        glued_markup,
        'self.notify(f"Готово: {client.name}")',
        'self.notify(plain(f"Готово: {client.name}"))\nseen.update(more)\nStatic("Сегодня", id=f"row-{n}")',
    ),
    Lint(
        "A float never holds money",
        SRC,
        float_money,
        "class Invoice:\n    unpaid_sum: float | None",
        "class Item:\n    score: float\n    amount: Money",
    ),
    Lint(
        "Records have no columns of fractions",
        ("src/cs_workbench/domain/*/records*",),
        names(
            "sqlalchemy.Float",
            "sqlalchemy.Numeric",
            "sqlalchemy.Double",
            "sqlalchemy.REAL",
            "decimal.Decimal",
        ),
        "from sqlalchemy import Numeric",
        "from sqlalchemy import BigInteger",
        sample="src/cs_workbench/domain/billing/records.py",
    ),
    Lint(
        "Tables and actions are declared with live annotations",
        ("src/cs_workbench/domain/*/records*", "src/cs_workbench/domain/*/actions*"),
        names("__future__.annotations"),
        "from __future__ import annotations",
        "from typing import Annotated",
        sample="src/cs_workbench/domain/billing/actions.py",
    ),
    Lint(
        "Nothing is left for later",
        SRC,
        unfinished,
        "def pay():\n    raise NotImplementedError",
        "def pay():\n    return 1  # nothing more is owed",
    ),
)
