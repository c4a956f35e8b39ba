"""What a field of a bank's file holds: sums, days, accounts, names with an INN in front (connectors 1.4).

Stricter than `kernel/money.py` and `kernel/dates.py`, which read what people type: a bank writes one form.
"""

import re
from datetime import date
from functools import lru_cache

from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.text import clean_line, fold

_DAY = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})(?:\s.*)?", re.DOTALL)
_SUM = re.compile(r"(-?)([0-9]{1,13})(?:[.,]([0-9]{1,2}))?")
_NOT_ACCOUNT = re.compile(r"[\s.\-]+")
# «ИНН 1234567890 ООО …», «7777777777, ООО …», «7777777777/777701001 ООО …»
_INN_FIRST = re.compile(r"(?:ИНН[\s:]*)?([0-9]{10,12})[,\s/]+(?:(?:КПП[\s:]*)?[0-9]{9}[,\s/]+)?", re.IGNORECASE)
_NOT_COMMON = re.compile(r"[^0-9a-zа-я]+")
# As much of a value as a sentence about it shows.
_SHOWN = 40


def read_sum(text: str, field: str) -> Money:
    """Kopecks from `700`, `700.5`, `-700.50`: balances may be negative. Raises Refusal `sum`."""
    found = _SUM.fullmatch("".join(text[:100].split()))
    if found is None:
        raise Refusal("sum", f"В поле «{field}» не сумма: «{_shown(text)}». Проверьте её в банке.", field)
    kopecks = int(found[2]) * 100 + int((found[3] or "").ljust(2, "0"))
    return Money(-kopecks if found[1] else kopecks)


def read_day(text: str, field: str) -> date | None:
    """A day from `дд.мм.гггг`; None where nothing is written. Raises Refusal `date` naming the field."""
    try:
        return _day(text[:_SHOWN])
    except ValueError as error:
        message = f"В поле «{field}» не дата: «{_shown(text)}». Проверьте её в банке."
        raise Refusal("date", message, field) from error


@lru_cache(maxsize=4096)
def _day(text: str) -> date | None:
    if not text:
        return None
    found = _DAY.fullmatch(text)
    if found is None:
        raise ValueError("not дд.мм.гггг")
    day, month, year = int(found[1]), int(found[2]), int(found[3])
    # 1C writes an empty date as the first day of the first year.
    return None if year <= 1 else date(year, month, day)


def _shown(text: str) -> str:
    return clean_line(text[:200], _SHOWN)


def read_account(text: str) -> str:
    """An account's number without spaces, dots and dashes; zeros alone stand for nothing."""
    return not_zero(_NOT_ACCOUNT.sub("", clean_line(text[:200], 60)))


def not_zero(text: str) -> str:
    """The text, or nothing where it is only zeros: banks write `0` into what is empty."""
    return text if text.strip("0") else ""


def split_name(text: str) -> tuple[str, str]:
    """The INN in front of a name, or nothing, and the name without it."""
    found = _INN_FIRST.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def common(text: str) -> str:
    """What of a text is the same in every encoding of the format: Russian and Latin letters, digits."""
    return _NOT_COMMON.sub("", fold(text))
