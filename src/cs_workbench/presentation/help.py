"""The help of a screen: its keys by what they do, with the letters of both layouts."""

from collections.abc import Sequence

from cs_workbench.presentation.shapes import CardLine

GENERAL = (
    "Каждая буква работает в обеих раскладках: клавиша одна и та же.",
    "После действия курсор стоит на следующей строке; u (г) отменяет, U (Г) возвращает.",
    "Списки: стрелки или j/k, PgUp/PgDn, Home/End, пробел — выбрать, v — обратить выбор.",
    "Даты: 28, 28.11, завтра, пт, +3рд, конец. Суммы: 15 000,50 или 15т.",
)


def help_lines(title: str, keys: Sequence[tuple[str, str]]) -> list[CardLine]:
    """Keys as (`c/с`, what it does), digits last, and what holds everywhere. What is not said in Russian is the
    library's own and is left out.
    """
    said: dict[str, list[str]] = {}
    for key, what in keys:
        if what and not what.isascii():
            said.setdefault(what, []).append(key)
    entries = sorted(said.items(), key=lambda entry: entry[1][0] if entry[1][0].isdigit() else "")
    lines = [CardLine(f"{title}: клавиши" if title else "Клавиши", "title")]
    lines += [CardLine(f"{', '.join(letters):<18} {what}", indent=2) for what, letters in entries]
    return [*lines, CardLine(""), *(CardLine(sentence, "quiet") for sentence in GENERAL)]
