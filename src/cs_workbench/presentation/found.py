"""What a search found as rows: what matched, whose it is, the words. `domain/search` brings the facts."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cs_workbench.domain.search import dialled
from cs_workbench.kernel.phone import phone_text
from cs_workbench.kernel.text import clean_line
from cs_workbench.presentation.shapes import Column, Row

if TYPE_CHECKING:
    from cs_workbench.domain.search import Found

COLUMNS = (Column("kind", "Где", 10), Column("client", "Клиент"), Column("text", "Что нашлось"))

KIND_WORDS = {
    "recent": "недавний",
    "name": "название",
    "inn": "ИНН",
    "phone": "телефон",
    "email": "почта",
    "contact": "контакт",
    "site": "объект",
    "invoice": "счёт",
    "request": "обращение",
    "note": "заметка",
}
NEW_CLIENT, NEW_REQUEST = "new:clients.add", "new:requests.register"
"""Keys of the rows that offer to write down what was not found; an action's name stands after the colon."""


def found_row(found: "Found") -> Row:
    """One answer; the key is `kind:record:id`, so that a client is one row and its invoice another."""
    cells = (KIND_WORDS[found.kind], found.client or "незнакомый", found_text(found))
    return Row(f"{found.kind}:{found.record}:{found.id}", cells, "quiet" if found.kind == "recent" else "normal")


def found_text(found: "Found") -> str:
    """What matched, as people write it."""
    if found.kind in ("name", "recent"):
        return f"ИНН {found.text}" if found.text else ""
    text = phone_text(found.text) if found.kind == "phone" else found.text
    if found.kind == "invoice":
        return f"№ {text}"
    return f"{text}, {found.who}" if found.who and found.kind != "contact" else text


def new_rows(text: str) -> list[Row]:
    """What can be done with a text that names no client."""
    said = clean_line(text, 60)
    return [
        Row(NEW_CLIENT, ("добавить", f"Новый клиент «{said}»", ""), "good"),
        Row(NEW_REQUEST, ("добавить", "Обращение от незнакомого", said), "good"),
    ]


def new_values(action: str, text: str) -> dict[str, str]:
    """The text in the field of the form where it belongs: a telephone's, a name's or that of a request's words."""
    said = clean_line(text)
    if any(len(one.digits) > 4 for one in dialled(said)):
        return {"phone": said}
    return {"name" if action == "clients.add" else "text": said}


def found_rows(found: Iterable["Found"]) -> list[Row]:
    """Answers in their order."""
    return [found_row(one) for one in found]
