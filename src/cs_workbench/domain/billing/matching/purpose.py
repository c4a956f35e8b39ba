"""What the purpose of a payment says: numbers of invoices, months it is for, whether it is a return (connectors 1.5).

A number is a whole word: `41` is not in `141`, `41-2`, a date, a sum, a per cent or a year, and the number of a
contract or an act is not an invoice's. Letters that look alike are one letter: accountants type «А-41» in either
alphabet.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from cs_workbench.kernel.text import fold

_ALIKE = str.maketrans("abcehkmoptxy", "авсенкмортху")
_STEMS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_MONTH = (
    r"(?:янв(?:ар[ьяею])?|фев(?:рал[ьяею])?|март(?:[аеу]|ом)?|апр(?:ел[ьяею])?|ма[йяею]|июн[ьяею]|июл[ьяею]"
    r"|авг(?:уст(?:[аеу]|ом)?)?|сент?(?:ябр[ьяею])?|окт(?:ябр[ьяею])?|нояб?(?:р[ьяею])?|дек(?:абр[ьяею])?)"
)
_OF_MONTH = (
    r"(?:янв(?:аря)?|фев(?:раля)?|марта|апр(?:еля)?|мая|июня|июля|авг(?:уста)?"
    r"|сент?(?:ября)?|окт(?:ября)?|нояб?(?:ря)?|дек(?:абря)?)"
)
_SUM = r"(?:\d{1,3}(?:\ \d{3})+|\d+)"
_ITEM = re.compile(
    rf"""
    (?<![\w.,/-])(?P<date>\d{{1,2}}[./]\d{{1,2}}[./](?:\d{{4}}|\d{{2}}))(?!\w)(?:\ ?г(?:ода)?\b)?
  | \b(?P<day>[0-3]?\d)\ (?P<of>{_OF_MONTH})\b(?:\ (?P<of_year>20\d\d)\b(?:\ ?г(?:ода)?\b)?)?
  | \b(?P<month>{_MONTH})\b(?:\.?\ (?P<year>20\d\d)\b(?:\ ?г(?:ода)?\b)?)?
  | (?P<amount>{_SUM}(?:[.,=-]\d{{1,2}})?\ ?(?:%|руб|р\.|р(?![\w/])|₽|коп)
              |\d{{1,3}}(?:\ \d{{3}})+[.,=-]\d\d(?!\w)|20\d\d\ ?(?:г\b|год))
  | (?P<word>[0-9a-zа-я]+(?:(?:[-/_\\]|(?<=\d)\.(?=\d))[0-9a-zа-я]+)*)
    """,
    re.VERBOSE,
)
_NUMBERED_MONTH = re.compile(r"(?<![\w.,/-])(?P<month>0?[1-9]|1[0-2])[./](?P<year>20\d\d)(?![\w./-])")
_SIGN = re.compile(r"^(?:n|nо|сч|счет[а-я]*)(?=\d)")
_RETURN = re.compile(r"\bвозврат")
_OTHER_PAPER = re.compile(r"договор|контракт|накладн|(?:дог|упд|акт(?:[ауеы]|ов|ом|ам)?|инн|кпп|бик|кбк|уин)$")
_INVOICE = re.compile(r"сч|инв|.*-сч")
_MONEY_WORDS = ("сумм", "ндс", "итого")


@dataclass(frozen=True, slots=True)
class NamedNumber:
    """A number as its key, and the day that the payer put beside it (`№ 41 от 15.11.2026`)."""

    key: str
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class Purpose:
    """`numbers` in the order they are written; `months` as (month, year), the year None where it is not said."""

    numbers: tuple[NamedNumber, ...] = ()
    months: frozenset[tuple[int, int | None]] = frozenset()
    is_return: bool = False

    def speaks_of(self, period: str) -> bool:
        """Whether it names the month `2026-11`."""
        year, month = int(period[:4]), int(period[5:])
        return (month, None) in self.months or (month, year) in self.months


def number_key(text: str) -> str:
    """An invoice's number as it is compared: folded, letters that look alike made one, zeros in front dropped."""
    if text.isascii() and text.isdecimal():
        return text.lstrip("0") or text
    key = fold(text).translate(_ALIKE).removeprefix("№").strip()
    return (key.lstrip("0") or key) if key.isdecimal() else key


@lru_cache(maxsize=8192)
def read_purpose(text: str) -> Purpose:
    """Read the purpose of a payment; remembered, since a statement that was looked at is then loaded."""
    plain = fold(text).translate(_ALIKE)
    items = list(_ITEM.finditer(plain))
    months = {
        (_month_number(item["month"]), int(item["year"]) if item["year"] else None) for item in items if item["month"]
    }
    months |= {(int(found["month"]), int(found["year"])) for found in _NUMBERED_MONTH.finditer(plain)}
    return Purpose(tuple(_numbers(items)), frozenset(months), _RETURN.search(plain) is not None)


def _month_number(word: str) -> int:
    return next(number for number in (1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 5) if word.startswith(_STEMS[number - 1]))


def _numbers(items: list["re.Match[str]"]) -> list[NamedNumber]:
    """Words with a digit that an invoice's number may be: not after «договор» or «НДС»."""
    found: dict[str, NamedNumber] = {}
    foreign = money = False
    for place, item in enumerate(items):
        word = item["word"]
        if word is None:
            continue
        if not any(char.isdecimal() for char in word):
            if _INVOICE.match(word):
                foreign = False
            elif _OTHER_PAPER.match(word):
                foreign = True
            money = word.startswith(_MONEY_WORDS)
            continue
        if not foreign and not money:
            key = number_key(_SIGN.sub("", word))
            found.setdefault(key, NamedNumber(key, _dated(items, place)))
        money = False
    return list(found.values())


def _dated(items: list["re.Match[str]"], place: int) -> date | None:
    """The day that stands right after a number, with «от» between or without."""
    after = items[place + 1 : place + 3]
    if after and after[0]["word"] == "от":
        after = after[1:]
    return _day(after[0]) if after else None


def _day(item: "re.Match[str]") -> date | None:
    if item["date"]:
        day, month, year = (int(part) for part in re.split(r"[./]", item["date"]))
        year += 2000 if year < 100 else 0
    elif item["day"] and item["of_year"]:
        day, month, year = int(item["day"]), _month_number(item["of"]), int(item["of_year"])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
