"""Types of action inputs: they parse what a person types and what a file holds.

Each is an annotated type whose parser is the kernel's own (`money.py`, `dates.py`, `identifiers.py`, `phone.py`); a
parser's `Refusal` becomes pydantic's error with the same code and sentence, and `action.py` turns it back. Days and
references need the moment and the database: they take them from pydantic's `context=`, a `Context`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from cs_workbench.kernel import identifiers, money, phone
from cs_workbench.kernel.dates import parse_day, parse_moment, parse_period
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.text import clean_line, clean_text
from cs_workbench.kernel.today import Today

MAX_ID = 2**63 - 1


@dataclass(frozen=True)
class Context:
    """What parsing needs beyond the text: the moment, and a way to find the one record that a text names."""

    today: Today
    find: Callable[[str, str], int]


def _refusing(parse: Callable[[Any, ValidationInfo], Any]) -> PlainValidator:
    """A validator that keeps a Refusal's code and sentence through pydantic."""

    def validate(value: Any, info: ValidationInfo) -> Any:
        try:
            return parse(value, info)
        except Refusal as refusal:
            raise PydanticCustomError(
                "refusal", "{message}", {"code": refusal.code, "message": refusal.message}
            ) from refusal

    return PlainValidator(validate)


def _context(info: ValidationInfo) -> Context:
    assert isinstance(info.context, Context), "actions are validated with a Context"
    return info.context


def _sum(value: Any, _: ValidationInfo) -> money.Money:
    return value if isinstance(value, money.Money) else money.Money.parse(str(value))


def _day(value: Any, info: ValidationInfo) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    today = _context(info).today
    return parse_day(str(value), today.today, today.calendar)


def _moment(value: Any, info: ValidationInfo) -> datetime:
    if isinstance(value, datetime):
        return value
    today = _context(info).today
    return parse_moment(str(value), today.now, today.calendar)


def _period(value: Any, info: ValidationInfo) -> str:
    return parse_period(str(value), _context(info).today.today)


def _line(value: Any, _: ValidationInfo) -> str:
    found = clean_line(str(value))
    if not found:
        raise Refusal("empty", "Поле не заполнено: впишите значение.")
    return found


def _text(value: Any, _: ValidationInfo) -> str:
    found = clean_text(str(value)).strip()
    if not found:
        raise Refusal("empty", "Текст пустой: впишите хотя бы слово.")
    return found


_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


def _slug(value: Any, _: ValidationInfo) -> str:
    found = clean_line(str(value)).lower()
    if not _SLUG.fullmatch(found):
        raise Refusal("slug", "Адрес облака: латинские буквы, цифры и дефис, не длиннее 63 знаков.")
    return found


_LINK = re.compile(r"([a-z][a-z_]{1,40}):(\d{1,18})")


def _link(value: Any, _: ValidationInfo) -> str:
    found = clean_line(str(value)).lower()
    if not _LINK.fullmatch(found):
        raise Refusal("link", "Укажите запись и её номер, например task:12.")
    return found


def split_link(link: str) -> tuple[str, int]:
    """`task:12` as the record's name and its id."""
    record, _, number = link.partition(":")
    return record, int(number)


_YES = {"да", "yes", "true", "1", "on", "д"}
_NO = {"нет", "no", "false", "0", "off", "н"}


def _yes_no(value: Any, _: ValidationInfo) -> bool:
    if isinstance(value, bool):
        return value
    word = clean_line(str(value)).casefold()
    if word not in _YES | _NO:
        raise Refusal("yes_no", "Ответьте «да» или «нет».")
    return word in _YES


@dataclass(frozen=True)
class Kind:
    """What sort of thing an input is, for forms: how to read it while it is typed, and how much room it needs."""

    name: str


def _string(example: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "examples": [example]})


def _plain(parse: Callable[[str], str]) -> PlainValidator:
    return _refusing(lambda value, _: parse(str(value)))


Money = Annotated[money.Money, _refusing(_sum), _string("15 000,50"), Kind("money")]
Day = Annotated[date, _refusing(_day), _string("28.11"), Kind("day")]
Moment = Annotated[datetime, _refusing(_moment), _string("пт 11:00"), Kind("moment")]
Period = Annotated[str, _refusing(_period), _string("2026-11"), Kind("period")]
Line = Annotated[str, _refusing(_line), _string("ООО Ромашка"), Kind("line")]
Text = Annotated[str, _refusing(_text), _string("Просили звонить после 14"), Kind("text")]
YesNo = Annotated[bool, _refusing(_yes_no), _string("да"), Kind("yes_no")]
Slug = Annotated[str, _refusing(_slug), _string("romashka"), Kind("line")]
Link = Annotated[str, _refusing(_link), _string("task:12"), Kind("link")]
Inn = Annotated[str, _plain(identifiers.check_inn), _string("7707083893"), Kind("line")]
Kpp = Annotated[str, _plain(identifiers.check_kpp), _string("770701001"), Kind("line")]
Bik = Annotated[str, _plain(identifiers.check_bik), _string("044525225"), Kind("line")]
Account = Annotated[str, _plain(identifiers.check_account), _string("40702810000000000001"), Kind("line")]
Email = Annotated[str, _plain(identifiers.check_email), _string("buh@romashka.ru"), Kind("line")]
Phone = Annotated[str, _plain(phone.parse_phone), _string("8 916 123-45-67"), Kind("phone")]


@dataclass(frozen=True)
class RefTo:
    """An input that refers to a record: an id, or a text that finds exactly one. `Annotated[int, RefTo("client")]`."""

    record: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def find(value: Any, info: ValidationInfo) -> int:
            try:
                return _context(info).find(self.record, str(value))
            except Refusal as refusal:
                raise PydanticCustomError(
                    "refusal", "{message}", {"code": refusal.code, "message": refusal.message}
                ) from refusal

        return core_schema.with_info_plain_validator_function(find)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["integer", "string"], "record": self.record}
