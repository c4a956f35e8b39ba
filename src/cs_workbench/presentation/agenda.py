"""Appointments in words: a line of a list, the head of a screen, what is said when the time comes."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from cs_workbench.kernel.dates import day_short, day_words
from cs_workbench.kernel.text import clean_line
from cs_workbench.presentation.labels import choice_word

if TYPE_CHECKING:
    from cs_workbench.domain.agenda import Appointment

NOBODY = "неизвестный"
WORDS = {"call_back": "перезвонить", "request": "обращение", "conflict": "конфликт", "answer": "ждём ответ"}
LONGEST = 60
"""Letters of a record's own words in a line."""


def what(one: "Appointment") -> str:
    """What is to be done at the time: «обращение: камера не читает номера»."""
    text = choice_word(one.text) if one.what == "answer" else clean_line(one.text, LONGEST)
    word = WORDS.get(one.what, one.what)
    return f"{word}: {text}" if text else word


def appointment_words(one: "Appointment", today: date) -> str:
    """«15:00 Ромашка: перезвонить», with its day where that is not today."""
    day = "" if one.at.date() == today else f"{day_short(one.at.date())} "
    return f"{day}{one.at:%H:%M} {one.client or NOBODY}: {what(one)}"


def head_words(coming: "Appointment | None", due: Sequence["Appointment"], today: date) -> tuple[str, str]:
    """The line over a screen: the first of those whose time has come, or the next one; and what comes after it. Empty
    where the day has neither.
    """
    following = "" if coming is None else appointment_words(coming, today)
    if not due:
        return following, ""
    more = [f"и ещё {len(due) - 1}" if len(due) > 1 else "", f"далее {following}" if following else ""]
    return f"Пора: {appointment_words(due[0], today)}", " · ".join(word for word in more if word)


def alert_words(came: Sequence["Appointment"], today: date) -> str:
    """What is said when the time has come."""
    more = f" и ещё {len(came) - 1}" if len(came) > 1 else ""
    return f"Пора: {appointment_words(came[0], today)}{more}"


def day_of(one: "Appointment", now: datetime) -> str:
    """The day of an appointment: «сегодня», or by its words."""
    return "сегодня" if one.at.date() == now.date() else day_words(one.at.date())
