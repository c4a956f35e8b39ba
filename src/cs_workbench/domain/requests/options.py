"""Options of a proposal as they are typed: each with its price, apart by lines or «;» (row 20.3)."""

import re
from typing import NamedTuple

from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.text import clean_line, fold

FREE = ("бесплатно", "без оплаты", "включено", "по гарантии")
_EDGE = " :—–-,=\u00a0"


class Option(NamedTuple):
    """What is offered, and for how much."""

    what: str
    price: Money

    def __str__(self) -> str:
        """As a proposal keeps it, one on a line."""
        return f"{self.what} — {self.price.short() if self.price else 'бесплатно'}"


def parse_options(text: str) -> list[Option]:
    """The options in order; refused where one has no price or says nothing but a price."""
    parts = [part for line in re.split(r"[;\n]", text) if (part := clean_line(line))]
    if not parts:
        raise Refusal("empty", "Впишите хотя бы один вариант с ценой.", "options")
    return [_option(part) for part in parts]


def _option(part: str) -> Option:
    for free in FREE:
        if fold(part).endswith(free):
            return _named(part, part[: len(part) - len(free)], Money(0))
    words = part.replace("\u00a0", " ").split(" ")
    # The longest end that is a sum: of «2 шлагбаума 12 000 ₽» it is «12 000 ₽».
    for start in range(len(words)):
        try:
            price = Money.parse(" ".join(words[start:]).rstrip(","))
        except Refusal:
            continue
        return _named(part, " ".join(words[:start]), price)
    said = f"У варианта «{clean_line(part, 60)}» нет цены: допишите её в конце, например «ремонт 12 000»."
    raise Refusal("no_price", said, "options")


def _named(part: str, what: str, price: Money) -> Option:
    what = what.strip(_EDGE)
    if not what:
        raise Refusal("no_name", f"«{part}»: напишите, что предлагаем, перед ценой.", "options")
    return Option(what, price)


def chosen_of(options: list[str], chosen: str | None) -> str:
    """The option that a number or a part of its text means; the only one where nothing is said."""
    if chosen is None:
        if len(options) == 1:
            return options[0]
        raise Refusal("required", "Вариантов несколько: укажите, какой выбрали, номером или словом.", "chosen")
    if chosen.isascii() and chosen.isdigit() and 1 <= int(chosen[:9]) <= len(options):
        return options[int(chosen) - 1]
    found = [option for option in options if fold(chosen) in fold(option)]
    if len(found) != 1:
        listed = "; ".join(f"{number} {option}" for number, option in enumerate(options, start=1))
        raise Refusal("choice", f"Не понятно, какой вариант выбрали. Есть: {listed}.", "chosen")
    return found[0]
