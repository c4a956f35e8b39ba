"""What happened with a client as rows and as a text to read. `domain/client_page/timeline.py` brings the events."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from cs_workbench.kernel.dates import day_text
from cs_workbench.presentation.client import OUTCOME_WORDS
from cs_workbench.presentation.client_tabs import INVOICE_WORDS, PROMISE_TONES, PROMISE_WORDS, named_invoice
from cs_workbench.presentation.shapes import CardLine, Row, Tone
from cs_workbench.presentation.value_words import word

if TYPE_CHECKING:
    from cs_workbench.domain.client_page.timeline import Event

SEND_WORDS = {"prepared": "готовится", "sent": "отправлен", "confirmed": "получен", "bounced": "не дошёл"}
HOLD_WORDS = {"open": "стоит", "lifted": "снята"}
STEP_WORDS = {"taken": "пройдена", "raised": "поднята отказом"}
CHANNEL_WORDS = {**OUTCOME_WORDS, "call": "разговор"}


FILTERS: Mapping[str, tuple[str, frozenset[str]]] = {
    "all": ("всё", frozenset()),
    "talks": ("разговоры", frozenset({"talk", "call_attempt"})),
    "money": (
        "деньги",
        frozenset({"invoice", "invoice_send", "payment", "promise", "hold", "ladder_step", "contract"}),
    ),
    "asked": ("обращения", frozenset({"request", "handover", "conflict", "proposal", "readiness"})),
    "notes": ("заметки", frozenset({"note"})),
}
"""What the timeline may be narrowed to: its word and the kinds of events; all of them where none is named."""


def chosen_rows() -> list[Row]:
    """The choices as rows."""
    return [Row(name, (said, "")) for name, (said, _kinds) in FILTERS.items()]


def event_row(event: "Event") -> Row:
    """An event as a line; the key is `kind:id`."""
    spot = event.spot
    when = f"{day_text(spot.on)} {spot.time[:5]}".rstrip()
    what, text = ("—", "запись отменили") if event.gone else TELL[spot.kind](event)
    return Row(f"{spot.kind}:{spot.id}", (when, what, text, event.sum.short() if event.sum else ""), _tone(event))


def event_lines(event: "Event") -> list[CardLine]:
    """An event to read whole."""
    when, what, text, amount = event_row(event).cells
    lines = [CardLine(what[:1].upper() + what[1:], "title"), CardLine(when, "quiet"), CardLine(text)]
    return [*lines, CardLine(f"Сумма {amount}")] if amount else lines


def _tone(event: "Event") -> Tone:
    if event.spot.kind == "promise":
        return PROMISE_TONES.get(event.mark, "normal")
    return "good" if event.spot.kind == "payment" else "normal"


def _said(*parts: str) -> str:
    return ": ".join(part for part in parts if part)


def _number(event: "Event") -> str:
    return f"№ {event.number}" if event.number else ""


def _of_invoice(event: "Event") -> str:
    return named_invoice(event.number, event.period) if event.period else ""


def _day(event: "Event") -> str:
    return day_text(event.day) if event.day else ""


def _signed(event: "Event") -> str:
    return f"{event.text} — {event.who}" if event.who else event.text


def _call(event: "Event") -> tuple[str, str]:
    whom = f" ({event.who})" if event.who else ""
    return "звонок о долге", _said(f"{OUTCOME_WORDS[event.mark]}{whom}", event.text)


def _invoice(event: "Event") -> tuple[str, str]:
    return f"счёт {_of_invoice(event)}", _said(f"{INVOICE_WORDS[event.mark]}, срок {_day(event)}", event.text)


def _send(event: "Event") -> tuple[str, str]:
    to = f" на {event.text}" if event.text else ""
    return f"отправка {_of_invoice(event)}", f"{SEND_WORDS[event.mark]}{to}"


def _hold(event: "Event") -> tuple[str, str]:
    until = f" до {_day(event)}" if event.day else ""
    about = f" (счёт {_of_invoice(event)})" if event.period else ""
    return "пауза звонков", _said(f"{HOLD_WORDS[event.mark]}{until}{about}", event.text)


TELL: Mapping[str, Callable[["Event"], tuple[str, str]]] = {
    "note": lambda event: ("заметка", _signed(event)),
    "talk": lambda event: (CHANNEL_WORDS.get(event.mark, "разговор"), _signed(event)),
    "call_attempt": _call,
    "promise": lambda event: ("обещание", _said(f"на {_day(event)}, {PROMISE_WORDS[event.mark]}", event.text)),
    "hold": _hold,
    "ladder_step": lambda event: (f"ступень {event.number}", STEP_WORDS[event.mark]),
    "invoice": _invoice,
    "invoice_send": _send,
    "payment": lambda event: ("оплата", _said(_number(event), event.text)),
    "request": lambda event: (f"обращение {_number(event)}", _said(word(event.mark, "request"), _signed(event))),
    "handover": lambda event: (
        "передача",
        _said(word(event.number), word(event.mark, "handover"), _signed(event)),
    ),
    "conflict": lambda event: ("конфликт", _said(word(event.mark, "conflict"), event.text)),
    "proposal": lambda event: (f"предложение {_number(event)}", _said(word(event.mark), event.text)),
    "readiness": lambda event: ("готовность", event.text),
    "contract": lambda event: (f"договор {_number(event)}", "подписан"),
}
"""What each kind of event is called and says."""
