"""Lines of a register, checked one by one: a bad one is rejected with its reason, the rest go on.

`connectors/registers` makes the raw lines of a file's rows, a program gives them as JSON. What is checked is kept in
frozen rows with slots: there may be two hundred thousand of them.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Annotated, Any, Generic, TypeVar

from pydantic import ConfigDict, PlainValidator, TypeAdapter, ValidationError, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from cs_workbench.kernel.action import refusal_of
from cs_workbench.kernel.dates import parse_day
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Context
from cs_workbench.kernel.identifiers import check_email
from cs_workbench.kernel.phone import parse_phone
from cs_workbench.kernel.text import clean_line, fold
from cs_workbench.kernel.today import Today

L = TypeVar("L")

CHECKED = ConfigDict(extra="forbid", defer_build=True)
_PARTS = re.compile(r"[,;/\n]")


@dataclass(frozen=True, slots=True)
class Rejected:
    """A line that was not taken: where it stands in the file (from 1), what is wrong with which field."""

    line: int
    field: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Checked(Generic[L]):
    """The lines of a register that can be read, and those that cannot."""

    lines: tuple[L, ...]
    rejected: tuple[Rejected, ...] = ()


class Checker(Generic[L]):
    """Reads raw lines (field to text) as lines of one kind."""

    def __init__(self, kind: type[L]) -> None:
        self._adapter = TypeAdapter(kind)

    def one(self, raw: Mapping[str, Any], number: int, context: Context) -> L | Rejected:
        """A line of the file's row `number`; empty fields are as if they were not there."""
        given = {name: value for name, value in raw.items() if value is not None and value != ""}
        try:
            return self._adapter.validate_python({**given, "line": number}, context=context)
        except ValidationError as error:
            refusal = refusal_of(error)
            return Rejected(number, refusal.field or "", refusal.code, refusal.message)

    def many(self, rows: Iterable[tuple[int, Mapping[str, Any]]], context: Context) -> Checked[L]:
        """Every line of numbered rows."""
        good: list[L] = []
        bad: list[Rejected] = []
        for number, raw in rows:
            found = self.one(raw, number, context)
            if isinstance(found, Rejected):
                bad.append(found)
            else:
                good.append(found)
        return Checked(tuple(good), tuple(bad))


def read_by(checker: Callable[[], Checker[Any]]) -> PlainValidator:
    """The lines of an action: checked already by a connector, or a list of objects, or its JSON text."""

    def read(value: Any, info: ValidationInfo) -> Checked[Any]:
        if isinstance(value, Checked):
            return value
        assert isinstance(info.context, Context), "actions are validated with a Context"
        raws = _parsed(value)
        if not isinstance(raws, list | tuple) or not all(isinstance(raw, Mapping) for raw in raws):
            raise _no_lines()
        numbered = ((_number(raw, place), raw) for place, raw in enumerate(raws, 1))
        return checker().many(numbered, info.context)

    return PlainValidator(read)


def _parsed(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError) as error:
        raise _no_lines() from error


def _no_lines() -> PydanticCustomError:
    message = 'Строки — это список JSON: [{"name": "ООО Ромашка", "inn": "7707083893"}, …].'
    return PydanticCustomError("refusal", "{message}", {"code": "lines", "message": message})


def _number(raw: Mapping[str, Any], place: int) -> int:
    given = raw.get("line")
    return given if isinstance(given, int) and given > 0 else place


def lines_schema(*names: str) -> WithJsonSchema:
    """What a program is told of the lines: a list of objects with these fields, all text."""
    properties = {name: {"type": "string"} for name in names}
    return WithJsonSchema({"type": "array", "items": {"type": "object", "properties": properties}})


def _refusing(parse: Callable[[Any, ValidationInfo], Any]) -> PlainValidator:
    def validate(value: Any, info: ValidationInfo) -> Any:
        try:
            return parse(value, info)
        except Refusal as refusal:
            told = {"code": refusal.code, "message": refusal.message}
            raise PydanticCustomError("refusal", "{message}", told) from refusal

    return PlainValidator(validate)


def _first_of(parse: Callable[[str], str]) -> PlainValidator:
    """A cell may hold several: the first that can be read is taken, an extension stays with its number."""

    def first(value: Any, _: ValidationInfo) -> str:
        text = str(value)
        try:
            return parse(text)
        except Refusal as refusal:
            for part in _PARTS.split(text) if _PARTS.search(text) else ():
                try:
                    return parse(part)
                except Refusal:
                    continue
            raise refusal

    return _refusing(first)


def _whole_day(value: Any, info: ValidationInfo) -> date:
    """A date of a file has its year: «28» or «завтра» would mean another day tomorrow."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    assert isinstance(info.context, Context), "lines are checked with a Context"
    return _day_of(clean_line(str(value), 80), info.context.today)


@lru_cache(maxsize=4096)
def _day_of(text: str, today: Today) -> date:
    """A register has few days and many lines."""
    numbers = len(re.findall(r"\d+", text))
    if numbers < (2 if re.search("[а-я]", fold(text)) else 3):
        raise Refusal("date", f"Дата «{text}» без года или не дата: нужно как 24.11.2026.")
    return parse_day(text, today.today, today.calendar)


FirstPhone = Annotated[str, _first_of(parse_phone)]
FirstEmail = Annotated[str, _first_of(check_email)]
WholeDay = Annotated[date, _refusing(_whole_day)]
