"""Makes the form of an action (`kernel/form.py`) from its declaration, so that a new input has its place by being
declared.
"""

from collections.abc import Iterator
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from cs_workbench.kernel.action import Action
from cs_workbench.kernel.fields import Kind, RefTo
from cs_workbench.kernel.form import Form, FormField


def form_of(action: type[Action]) -> Form:
    """The form of an action."""
    fields = tuple(_fields(action))
    return Form(action.facts.name, action.facts.title, fields, action.facts.dangerous)


def _fields(action: type[Action]) -> Iterator[FormField]:
    for name, info in action.model_fields.items():
        if name == "confirm":
            continue
        kind, record, choices = _kind(info.annotation, info.metadata)
        yield FormField(info.alias or name, info.is_required(), kind, record, choices)


def _kind(annotation: Any, metadata: list[Any]) -> tuple[str, str, tuple[str, ...]]:
    for mark in metadata:
        if isinstance(mark, RefTo):
            return "ref", mark.record, ()
        if isinstance(mark, Kind):
            return mark.name, "", ()
    if get_origin(annotation) in (Union, UnionType):
        inner = next(part for part in get_args(annotation) if part is not type(None))
        return _kind(inner, list(getattr(inner, "__metadata__", ())))
    if hasattr(annotation, "__metadata__"):
        return _kind(get_args(annotation)[0], list(annotation.__metadata__))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return "choice", "", tuple(str(member.value) for member in annotation)
    return ("number" if annotation is int else "line"), "", ()
