"""Ready texts on the screen: the preview before they are copied, what is missing in red, a card as text. Pure."""

from collections.abc import Iterable, Sequence

from cs_workbench.kernel.texts import Letter
from cs_workbench.presentation.shapes import CardLine

MISSING = "НЕТ: "
"""How the shipped card for a department begins the line of a fact that is missing."""

HINT = "Enter — скопировать, Esc — закрыть"


def preview_lines(letter: Letter, missing: Sequence[str] = ()) -> list[CardLine]:
    """A text as it will be copied, under its subject. What is missing stands out: the text's own line says it, or one
    above the text where a user's template left it out.
    """
    said = {f"{MISSING}{what}" for what in missing}
    lines = letter.text.split("\n")
    unsaid = [what for what in missing if f"{MISSING}{what}" not in lines]
    head = [CardLine(f"Тема: {letter.subject}", "title"), CardLine("")] if letter.subject else []
    return [
        CardLine(HINT, "quiet"),
        *([CardLine(letter.problem, "warn")] if letter.problem else []),
        *missing_lines(unsaid),
        CardLine(""),
        *head,
        *(CardLine(line, "urgent" if line in said else "normal") for line in lines),
    ]


def missing_lines(missing: Iterable[str]) -> list[CardLine]:
    """The facts that are missing, one on a line."""
    return [CardLine(f"нет: {what}", "urgent") for what in missing]


def card_text(lines: Iterable[CardLine]) -> str:
    """A card as plain text, indents kept."""
    return "\n".join(" " * line.indent + line.text for line in lines)
