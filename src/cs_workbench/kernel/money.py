"""Sums of money as whole kopecks: what a person types becomes `Money`, and `Money` becomes what screens show.

`fields.py` parses inputs with it, `rule.py` and `queue.py` carry it, storage keeps the bare integer. Standard
library only.
"""

import re
from typing import Any, NoReturn, Self

from cs_workbench.kernel.errors import Refusal

NBSP = "\u00a0"
MINUS = "\u2212"
MAX_DIGITS = 15

_GAP = "[ \u00a0\u2007\u2008\u2009\u200a\u202f]"
_SUM = (
    rf"(?P<rubles>[0-9]{{1,3}}(?:{_GAP}[0-9]{{3}})+|[0-9]+)(?:[.,](?P<kopecks>[0-9]+))?"
    rf"(?:{_GAP}*(?P<scale>тыс|млн|т)\.?)?{_GAP}*(?:₽|руб(?:\.|лей|ля|ль)?|р\.?)?"
)
_SCALES = {"т": 1_000, "тыс": 1_000, "млн": 1_000_000}
_EXAMPLE = "например 15 000,50"


def _refuse(message: str) -> Refusal:
    return Refusal("money", message)


class Money(int):
    """A sum in whole kopecks. Added to or multiplied by whole numbers it stays money; it is never divided."""

    __slots__ = ()

    def __new__(cls, kopecks: int) -> Self:
        if not isinstance(kopecks, int):
            raise TypeError(f"money is whole kopecks, not {type(kopecks).__name__}")
        return super().__new__(cls, kopecks)

    @classmethod
    def rubles(cls, rubles: int) -> Self:
        """A sum of whole rubles."""
        return cls(rubles * 100)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The sum that a person typed: `15 000,50`, `15000.5`, `15т`, with or without `₽` (processes 2.0).

        Raises Refusal "money" for a minus, a third decimal, a sixteenth digit, and whatever is not a sum.
        """
        typed = text.strip().lower()
        if not typed:
            raise _refuse(f"Сумма не указана: впишите её, {_EXAMPLE}.")
        if typed[0] in "-\u2010\u2011\u2012\u2013\u2014\u2212":
            raise _refuse("Сумма не бывает с минусом: впишите её без знака.")
        found = re.fullmatch(_SUM, typed) if len(typed) <= 60 else None
        if found is None:
            raise _refuse(f"Это не похоже на сумму: впишите рубли и копейки, {_EXAMPLE}.")
        rubles = re.sub(_GAP, "", found["rubles"])
        kopecks = found["kopecks"] or ""
        if len(kopecks) > 2:
            raise _refuse("В сумме не больше двух знаков после запятой: проверьте копейки.")
        scale = _SCALES[found["scale"]] if found["scale"] else 1
        value = (int(rubles) * 100 + int(kopecks.ljust(2, "0"))) * scale
        if len(rubles + kopecks) > MAX_DIGITS or value >= 10 ** (MAX_DIGITS + 2):
            raise _refuse("Сумма слишком большая: в ней больше пятнадцати цифр.")
        return cls(value)

    def plain(self) -> str:
        """`24800.00`: the form of JSON and files."""
        rubles, kopecks = divmod(abs(int(self)), 100)
        return f"{'-' if self < 0 else ''}{rubles}.{kopecks:02d}"

    def text(self) -> str:
        """`24 800,00 ₽` with no-break spaces: the form of screens and letters."""
        rubles, kopecks = divmod(abs(int(self)), 100)
        return f"{self._groups(rubles)},{kopecks:02d}{NBSP}₽"

    def short(self) -> str:
        """`24 800 ₽` where there are no kopecks, the full form otherwise."""
        rubles, kopecks = divmod(abs(int(self)), 100)
        return self.text() if kopecks else f"{self._groups(rubles)}{NBSP}₽"

    def _groups(self, rubles: int) -> str:
        return (MINUS if self < 0 else "") + f"{rubles:,}".replace(",", NBSP)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"Money({int(self)})"

    def __add__(self, other: int) -> "Money":
        return Money(int(self) + other)

    __radd__ = __add__

    def __sub__(self, other: int) -> "Money":
        return Money(int(self) - other)

    def __rsub__(self, other: int) -> "Money":
        return Money(other - int(self))

    def __mul__(self, other: int) -> "Money":
        return Money(int(self) * other)

    __rmul__ = __mul__

    def __neg__(self) -> "Money":
        return Money(-int(self))

    def __abs__(self) -> "Money":
        return Money(abs(int(self)))

    def __truediv__(self, other: object) -> NoReturn:
        raise TypeError("money is not divided into a float: share whole kopecks with divmod")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> dict[str, Any]:
        """How pydantic holds a parsed sum: as it is, and `plain()` in JSON. A dict needs no import."""
        shown = {"type": "function-plain", "function": cls.plain, "when_used": "json"}
        return {"type": "is-instance", "cls": cls, "serialization": shown}
