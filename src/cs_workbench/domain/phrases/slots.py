"""The inputs of an action as places for words: each reads what is typed by its own declared type, so that a new input
is read by being declared.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Annotated, Any, get_origin

from pydantic import TypeAdapter, ValidationError

from cs_workbench.domain.forms import form_of
from cs_workbench.kernel.action import Action
from cs_workbench.kernel.dates import day_text, moment_text, period_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Context
from cs_workbench.kernel.form import FormField
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.phone import phone_text

READ = ("day", "moment", "period", "money", "number", "phone", "choice")
"""Kinds of a form that a phrase reads by their own parsers."""

_PROBE = "слова без смысла"
_BY_NAME = {"key": "key", "number": "code", "to": "own"}
_NEVER = frozenset({"rev", "clear", "file", "files"})


@dataclass(frozen=True)
class Slot:
    """One input. `sort` is a kind of `READ`, or `ref`, `text` (whatever words are left), `code` (a paper's number),
    `own` (one word that its parser knows), `key` and `link` (the line under the cursor says them), `yes_no`
    (the phrase itself says it).
    """

    field: FormField
    sort: str
    adapter: TypeAdapter[Any]

    @property
    def name(self) -> str:
        """The input's name."""
        return self.field.name

    def read(self, text: str, context: Context) -> Any:
        """The value that a text means. Raises Refusal where it means none."""
        try:
            return self.adapter.validate_python(text, context=context)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0].get("ctx", {})
            raise Refusal(str(first.get("code", "invalid")), str(first.get("message", "")), self.name) from None


@cache
def slots_of(kind: type[Action]) -> Mapping[str, Slot]:
    """The inputs that a phrase may fill, by name in the order of their declaration."""
    infos = {info.alias or name: info for name, info in kind.model_fields.items()}
    found = {}
    for field in form_of(kind).fields:
        if field.name in _NEVER:
            continue
        info = infos[field.name]
        # The declared type is known at run time alone.
        declared: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
        adapter: TypeAdapter[Any] = TypeAdapter(declared)
        found[field.name] = Slot(field, _sort(field, adapter), adapter)
    return found


def can_be_said(kind: type[Action]) -> bool:
    """Whether every required input can be typed: lines of a file cannot."""
    needed = (get_origin(info.annotation) for info in kind.model_fields.values() if info.is_required())
    return not any(isinstance(origin, type) and issubclass(origin, Collection) for origin in needed)


def _sort(field: FormField, adapter: TypeAdapter[Any]) -> str:
    if field.kind in READ or field.kind in ("ref", "link", "yes_no"):
        return field.kind
    if field.name in _BY_NAME:
        return _BY_NAME[field.name]
    try:
        adapter.validate_python(_PROBE)
    except ValidationError:
        return "own"
    return "text"


def plain_value(value: Any) -> str:
    """A value as the action takes it again, and as a form shows it to be changed."""
    if isinstance(value, Money):
        return value.plain().removesuffix(".00")
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, date):
        return day_text(value)
    return str(value.value if isinstance(value, Enum) else value)


def said_value(slot: Slot, value: Any, words: Mapping[str, str]) -> str:
    """A value as it is read aloud: `28.11.2026`, `15 000 ₽`, `не берёт`."""
    plain = plain_value(value)
    if isinstance(value, Money):
        return value.short()
    if slot.sort == "period":
        return period_text(plain)
    if slot.sort == "phone":
        return phone_text(plain)
    return words.get(plain, plain) if slot.sort == "choice" else plain
