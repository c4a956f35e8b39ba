"""What a template may say: fields, `if`, `for` over a given list, a few filters. Everything else is refused before it
runs, so a template that somebody was sent can do no more than write text (reliability 4.3).

Jinja's sandbox stands behind this: values are plain text, lists and mappings, and no attribute of an object is ever
read. `templates.py` finds the files and fills them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jinja2 import StrictUndefined, Template, TemplateError, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment

FILTERS = ("capital", "join", "length", "lower", "upper")
LOOP = ("first", "index", "last", "length")
SOURCE = 20_000
"""The most characters of a template."""
NESTED = 2
"""The most lists one within the other."""
DEEP = 40
"""The most expressions one within the other."""

_PLAIN = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Const,
    nodes.If,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
)
_ASKING = (nodes.If, nodes.And, nodes.Or, nodes.Not)
"""Where a list may stand besides `for`: it is asked whether it is empty."""


class TemplateFault(Exception):
    """Why a template cannot be used: a part of a sentence in Russian."""


class Sandbox(SandboxedEnvironment):
    """Reads keys of mappings and the place in a loop, calls nothing."""

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """No attribute is, but those of a loop."""
        return isinstance(obj, LoopContext) and attr in LOOP

    def is_safe_callable(self, obj: object) -> bool:
        """Nothing is called."""
        return False


def sandbox() -> Sandbox:
    """The environment of every template."""
    made = Sandbox(
        undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True, finalize=_as_words
    )
    made.globals.clear()
    made.filters = {name: call for name, call in made.filters.items() if name in FILTERS}
    made.filters["capital"] = _capital
    made.tests.clear()
    return made


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _as_words(value: object) -> object:
    if isinstance(value, bool):
        return "да" if value else "нет"
    return value


def compiled(sandbox: Sandbox, source: str, known: Sequence[str]) -> Template:
    """A template ready to be filled. `known` are its fields: `invoices` for a list, `invoices.rest` for a value of its
    lines. Raises TemplateFault where it says what it may not.
    """
    if len(source) > SOURCE:
        raise TemplateFault(f"он длиннее {SOURCE} знаков")
    try:
        _Reader(frozenset(known)).read(sandbox.parse(source), None, _Place())
        return sandbox.from_string(source)
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        raise TemplateFault(f"ошибка записи, строка {line}" if line else "ошибка записи") from error
    except (MemoryError, OverflowError, RecursionError, SyntaxError, ValueError) as error:
        raise TemplateFault("слишком сложное выражение") from error


@dataclass(frozen=True)
class _Place:
    """Where in a template something stands: what the loops around it call their lines, how deep it is."""

    lines: Mapping[str, str] = field(default_factory=dict)
    depth: int = 0

    def below(self) -> "_Place":
        if self.depth >= DEEP:
            raise TemplateFault("слишком сложное выражение")
        return _Place(self.lines, self.depth + 1)


@dataclass(frozen=True)
class _Reader:
    """Reads a template before it runs."""

    known: frozenset[str]

    def read(self, node: nodes.Node, parent: nodes.Node | None, place: _Place) -> None:
        """Whether a node and all in it may stand in a template."""
        place = place.below()
        if isinstance(node, nodes.For):
            self._loop(node, place)
        elif isinstance(node, nodes.Name | nodes.Getattr):
            self._value(node, parent, place)
        elif isinstance(node, _PLAIN) or (isinstance(node, nodes.Filter) and _is_known(node)):
            for child in node.iter_child_nodes():
                self.read(child, node, place)
        else:
            raise _stranger(node)

    def _loop(self, node: nodes.For, place: _Place) -> None:
        if node.recursive or node.test is not None or not isinstance(node.target, nodes.Name):
            raise _stranger(node)
        listed = _path(node.iter, place)
        if not self._is_list(listed):
            raise TemplateFault(f"«{listed}» не список, строка {node.lineno}")
        if len(place.lines) >= NESTED:
            raise TemplateFault(f"циклы вложены слишком глубоко, строка {node.lineno}")
        inner = _Place({**place.lines, node.target.name: listed}, place.depth)
        for child in node.body:
            self.read(child, node, inner)
        for child in node.else_:
            self.read(child, node, place)

    def _value(self, node: nodes.Node, parent: nodes.Node | None, place: _Place) -> None:
        path = _path(node, place)
        if place.lines and path.startswith("loop.") and path.removeprefix("loop.") in LOOP:
            return
        if path not in self.known:
            raise TemplateFault(f"поля «{path}» нет, строка {node.lineno}")
        counted = isinstance(parent, nodes.Filter) and parent.name == "length"
        if self._is_list(path) and not counted and not isinstance(parent, _ASKING):
            raise TemplateFault(f"«{path}» — список: нужен for, строка {node.lineno}")

    def _is_list(self, path: str) -> bool:
        return any(name.startswith(f"{path}.") for name in self.known)


def _is_known(node: nodes.Filter) -> bool:
    """A filter of ours with what stands before it and at most one thing in brackets."""
    if node.name not in FILTERS:
        raise TemplateFault(f"фильтра «{node.name}» нет, строка {node.lineno}")
    return not (node.node is None or node.kwargs or node.dyn_args or node.dyn_kwargs or len(node.args) > 1)


def _path(node: nodes.Node, place: _Place) -> str:
    """A field by its whole name; the line of a loop goes by that of its list."""
    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node, place)}.{node.attr}"
    if isinstance(node, nodes.Name) and node.ctx == "load":
        return place.lines.get(node.name, node.name)
    raise _stranger(node)


def _stranger(node: nodes.Node) -> TemplateFault:
    return TemplateFault(f"так писать нельзя, строка {node.lineno}: только поля, if, for и фильтры")
