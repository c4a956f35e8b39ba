"""A sum in words, as papers say it beside its figures: «Двадцать четыре тысячи восемьсот рублей 00 копеек»."""

from cs_workbench.kernel.money import Money
from cs_workbench.kernel.text import plural

ONES = ("", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять")
SHE = {1: "одна", 2: "две"}
TEENS = (
    *("десять", "одиннадцать", "двенадцать", "тринадцать", "четырнадцать"),
    *("пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать"),
)
TENS = (
    *("", "", "двадцать", "тридцать", "сорок", "пятьдесят"),
    *("шестьдесят", "семьдесят", "восемьдесят", "девяносто"),
)
HUNDREDS = (
    *("", "сто", "двести", "триста", "четыреста", "пятьсот"),
    *("шестьсот", "семьсот", "восемьсот", "девятьсот"),
)
SCALES = (
    ("рубль", "рубля", "рублей"),
    ("тысяча", "тысячи", "тысяч"),
    ("миллион", "миллиона", "миллионов"),
    ("миллиард", "миллиарда", "миллиардов"),
    ("триллион", "триллиона", "триллионов"),
)
THOUSANDS = 1
"""The one scale that is of the feminine gender."""


def sum_words(sum_: Money) -> str:
    """A sum in words, kopecks in figures; a sum below nought is told by its size."""
    rubles, kopecks = divmod(abs(int(sum_)), 100)
    said = [] if rubles else ["ноль"]
    for scale in reversed(range(len(SCALES))):
        group = rubles // 1000**scale % 1000
        said += _group(group, she=scale == THOUSANDS)
        if group or not scale:
            said.append(plural(group, *SCALES[scale]))
    text = f"{' '.join(said)} {kopecks:02d} {plural(kopecks, 'копейка', 'копейки', 'копеек')}"
    return text[:1].upper() + text[1:]


def _group(group: int, *, she: bool) -> list[str]:
    """Up to three digits in words."""
    hundreds, rest = divmod(group, 100)
    tens, ones = divmod(rest, 10)
    small = (TEENS[ones],) if tens == 1 else (TENS[tens], SHE.get(ones, ONES[ones]) if she else ONES[ones])
    return [word for word in (HUNDREDS[hundreds], *small) if word]
