"""How a typed input will be read, said before it is sent: «пятница 27 ноября», «15 000,00 ₽». Refusals of the
kernel's parsers pass through.
"""

from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import day_text, day_words, parse_day, parse_moment, parse_period, period_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.phone import parse_phone, phone_text
from cs_workbench.kernel.today import Today
from cs_workbench.presentation.span import parse_span


def read_aloud(kind: str, text: str, today: Today) -> str:
    """The reading of one input of a form; empty where the text speaks for itself."""
    if kind == "money":
        return Money.parse(text).text()
    if kind == "day":
        return day_aloud(text, today)
    if kind == "moment":
        return moment_aloud(text, today)
    if kind == "period":
        return period_text(parse_period(text, today.today))
    return phone_text(parse_phone(text)) if kind == "phone" else ""


def day_aloud(text: str, today: Today) -> str:
    """A day by its weekday, with a word where it is a day off."""
    day = parse_day(text, today.today, today.calendar)
    off = "" if today.calendar.is_business(day) else " (выходной)"
    return f"{day_words(day)}, {day_text(day)}{off}"


def moment_aloud(text: str, today: Today) -> str:
    """A moment by its weekday and time."""
    moment = local(parse_moment(text, today.now, today.calendar))
    return f"{day_words(moment.date())}, {moment:%H:%M}"


def split_promise(text: str, today: Today) -> tuple[str, str]:
    """«27 15000» as its day and its sum; a day alone promises the whole debt. Raises Refusal."""
    words = text.split()
    for size in range(len(words), 0, -1):
        day, amount = " ".join(words[:size]), " ".join(words[size:])
        try:
            parse_day(day, today.today, today.calendar)
            if amount:
                Money.parse(amount)
        except Refusal:
            continue
        return day, amount
    raise Refusal("promise", "Напишите день и сумму: «27 15000», «пт 15т» или только день.")


def promise_aloud(text: str, today: Today) -> str:
    """A promise as it will be kept."""
    day, amount = split_promise(text, today)
    said = Money.parse(amount).text() if amount else "весь долг"
    return f"{day_aloud(day, today)}: {said}"


def span_aloud(text: str, today: Today) -> str:
    """The days of a period."""
    first, last = parse_span(text, today)
    return f"с {day_text(first)} по {day_text(last)}"
