"""The money of a month by day as a picture of block characters: it needs no colour and at most eighty columns. Pure."""

from collections.abc import Sequence
from datetime import date

from cs_workbench.kernel.dates import day_short
from cs_workbench.kernel.money import NBSP, Money

BLOCKS = " ▁▂▃▄▅▆▇█"
EIGHTHS = 8
HEIGHT = 6
MARKS = (1, 5, 10, 15, 20, 25, 30)
"""Days that are named under the picture."""

SCALES = ((1_000_000_000_00, "млрд"), (1_000_000_00, "млн"), (1_000_00, "тыс"))

Days = Sequence[tuple[date, Money]]


def graph(days: Days, width: int = 80, height: int = HEIGHT) -> list[str]:
    """The picture, in lines of at most `width` cells (44 at least): a bar a day, the scale at the left, days below.

    A day that brought anything has a bar, however little it was; a month without money is one sentence.
    """
    most = max((sum_ for _day, sum_ in days), default=Money(0))
    if most <= 0:
        return ["За месяц денег не приходило."]
    scale = (short_sum(most), short_sum(Money(int(most) // 2)))
    edge = max(map(len, scale))
    step = 2 if edge + 2 + 2 * len(days) <= width else 1
    levels = [-(-int(sum_) * height * EIGHTHS // int(most)) for _day, sum_ in days]
    lines = []
    for row in range(height, 0, -1):
        label = scale[0] if row == height else scale[1] if row * 2 == height else ""
        lines.append(f"{label:>{edge}} ┤{_bars(levels, row, step)}".rstrip())
    lines.append(f"{'':>{edge}} └{'─' * (step * len(days))}")
    lines.append(f"{'':>{edge}}  {_marks(days, step)}".rstrip())
    best = next(day for day, sum_ in days if sum_ == most)
    total = Money(sum(sum_ for _day, sum_ in days))
    return [*lines, f"Пришло {total.short()}, больше всего {day_short(best)}: {most.short()}"]


def _bars(levels: Sequence[int], row: int, step: int) -> str:
    """One line of all bars: a full block, a part of one, or nothing; a blank between bars where there is room."""
    parts = (min(EIGHTHS, max(0, level - (row - 1) * EIGHTHS)) for level in levels)
    return "".join(BLOCKS[part] + " " * (step - 1) for part in parts)


def _marks(days: Days, step: int) -> str:
    """The numbers of some days under their bars, as far as they do not touch."""
    line = ""
    for place, (day, _sum) in enumerate(days):
        at = place * step
        if day.day in MARKS and (not line or len(line) < at):
            line = f"{line:<{at}}{day.day}"
    return line


def short_sum(sum_: Money) -> str:
    """A sum for a scale: «24 800», «125 тыс», «1,2 млн», rounded down."""
    for size, word in SCALES:
        whole, rest = divmod(abs(int(sum_)), size)
        if whole >= 100:
            return f"{whole}{NBSP}{word}"
        if whole:
            tenth = rest * 10 // size
            return f"{whole},{tenth}{NBSP}{word}" if tenth else f"{whole}{NBSP}{word}"
    return str(int(sum_) // 100)
