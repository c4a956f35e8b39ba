"""The needs of a client's card as rows: a question and its answer each. `domain/client_page/needs.py` brings them."""

from typing import TYPE_CHECKING

from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.text import count
from cs_workbench.presentation.shapes import Column, Row, Tone

if TYPE_CHECKING:
    from cs_workbench.domain.client_page.needs import NeedsRow

COLUMNS = (Column("question", "Вопрос", 34), Column("answer", "Ответ"))
EMPTY = "Знакомства не было. e — записать ответы"

QUESTION_WORDS = {
    "goals": "Чего хочет добиться",
    "pains": "Что мешает сейчас",
    "lanes": "Сколько проездов",
    "users": "Сколько пользователей",
    "integration": "С чем нужна интеграция",
    "decision_maker": "Кто принимает решение",
    "source": "Откуда узнал о нас",
}


def needs_rows(needs: "NeedsRow") -> list[Row]:
    """How far it is, then each question; keys are `need:question`."""
    return [
        Row("title:needs", ("Знакомство", standing(needs)), "title"),
        *(_answer(name, answer, asked=needs.state != "not_needed") for name, answer in needs.answers.items()),
    ]


def standing(needs: "NeedsRow") -> str:
    """«3 ответа из 7, 12.11.2026»."""
    changed = f", {day_text(needs.changed_on)}" if needs.changed_on else ""
    if needs.state == "not_needed":
        return f"не нужно: {needs.reason}{changed}"
    answered = count(needs.answered, "ответ", "ответа", "ответов")
    return f"{answered} из {len(needs.answers)}{changed}" if needs.answered else "ещё не спрашивали"


def _answer(name: str, answer: str, *, asked: bool) -> Row:
    tone: Tone = "normal" if answer else "warn" if asked else "quiet"
    return Row(f"need:{name}", (QUESTION_WORDS[name], answer or ("не спросили" if asked else "")), tone)
