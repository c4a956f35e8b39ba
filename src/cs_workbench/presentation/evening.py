"""«Хвост дня» in words: its lines, its head, the question before many items are put off."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import day_short, day_words
from cs_workbench.kernel.queue import Item
from cs_workbench.kernel.text import count
from cs_workbench.presentation.queue import row_of
from cs_workbench.presentation.shapes import Column, Row

if TYPE_CHECKING:
    from cs_workbench.domain.evening import Later

COLUMNS = (
    Column("client", "Клиент", 26),
    Column("text", "Что не сделано"),
    Column("amount", "Сумма", 13, "right", hide_below=100),
    Column("due", "Срок", 6, "right", hide_below=60),
)
REPORT = "report"
"""The key of the last line, which leads to the day's report."""
NOT_DONE = "не успели"
"""The reason that stands ready for what is merely not done."""


def tail_row(item: Item) -> Row:
    """A line of the tail. What burns and has its reason says so and waits below in sight."""
    row = row_of(item)
    if item.excused is None or not item.excused[1]:
        return row
    client, _text, amount, due = row.cells
    said = f"горит, решено: {item.excused[1]}, вернуться {day_short(local(item.excused[0]).date())}"
    return Row(row.key, (client, f"{said} — {item.text}", amount, due), "quiet", "✓")


def report_row(left: int) -> Row:
    """The last line."""
    said = "Enter или y — в буфер и в файл" if left == 0 else f"ещё не решено: {left}"
    return Row(REPORT, ("Отчёт за день", said), "good" if left == 0 else "quiet")


def head_numbers(left: int, burning: int) -> str:
    """«осталось 12 · горит 2», or that the day is closed."""
    alight = f" · горит {burning}" if burning else ""
    if left == 0:
        return f"всё получило дату или причину{alight}"
    return f"осталось {left}{alight}"


def legend(days: "Sequence[Later]", width: int) -> str:
    """The digits with their days, and the other keys, in lines of at most `width` cells."""
    moved = [f"{later.digit} {later.words} {day_short(later.day)}" for later in days]
    words = [*moved, "s/ы дата и причина", "x/ч не нужно", "d/в сделано", "a/ф остальное на завтра"]
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} · {word}" if lines[-1] else word
        if len(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def question(items: Sequence[Item], later: "Later") -> str:
    """Asked before items that need a reason are put off."""
    whom = items[0].client or items[0].text if len(items) == 1 else count(len(items), "пункт", "пункта", "пунктов")
    return f"{whom} — {later.words}, {day_words(later.day)}. Это горит: что сделано или почему ждёт?"


def rest_question(many: int, later: "Later") -> str:
    """Asked before all the rest is put off."""
    said = count(many, "пункт", "пункта", "пунктов")
    return f"Остальное ({said}) — {later.words}, {day_words(later.day)}. Причина"
