"""The reading of a phrase in words, shown under the line before Enter: the action and its client, each input as typed
and as read, what is missing, what becomes a note.
"""

from collections.abc import Sequence

from cs_workbench.domain.phrases.reading import Piece, Reading
from cs_workbench.kernel.text import count
from cs_workbench.presentation.labels import CHOICES, label

CHOICE_WORDS = CHOICES
"""The Russian words of the values of choices, which a phrase may say."""

HINT = "Enter выполнить · Esc отложить черновик · ↑ прежние · F4 всё в заметку"
START = "Например: «обещал 28 15000», «перезвонить в 15», «задача позвонить завтра». Незнакомое станет заметкой."


def reading_lines(reading: Reading, rows: int = 1) -> list[str]:
    """The lines under the phrase; `rows` is how many lines of the queue it is for."""
    about = next((piece.said for piece in reading.pieces if piece.name == "client"), "")
    title = "Заметка" if reading.note else reading.title
    lines = [f"{title}: {about}" if about else title]
    if reading.note:
        lines.append("Действие не узнано: текст станет заметкой целиком")
    elif said := _said(reading.pieces):
        lines.append(said)
    if rows > 1:
        lines.append(f"Выбрано: {count(rows, 'строка', 'строки', 'строк')}")
    lines += reading.warnings
    if reading.rest:
        lines.append(f"В заметку: {reading.rest}")
    if reading.wrong:
        lines.append(reading.wrong)
    elif reading.missing:
        names = ", ".join(label(name) for name in reading.missing)
        lines.append(f"Не хватает: {names}. Enter — дописать в форме")
    return lines


def _said(pieces: Sequence[Piece]) -> str:
    return " · ".join(_one(piece) for piece in pieces if piece.name not in ("client", "key", "for"))


def _one(piece: Piece) -> str:
    """`Дата: 28 → 28.11.2026`; what is read as it was typed is said once."""
    name = label(piece.name)
    if not piece.typed or piece.typed == piece.said:
        return f"{name}: {piece.said}"
    return f"{name}: {piece.typed} → {piece.said}"
