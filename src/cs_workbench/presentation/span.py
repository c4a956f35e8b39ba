"""A span of days as a person types it: of a statement, of a report. `reading.py` says it aloud while it is typed."""

import re
from datetime import date

from cs_workbench.kernel.dates import parse_day, parse_period, period_end, period_start
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.today import Today


def parse_span(text: str, today: Today) -> tuple[date, date]:
    """«ноябрь», «2026», «01.10 24.11» or nothing (this year up to today) as the first and the last day.

    A period that is not over ends today. Raises Refusal where the text is none of these.
    """
    typed, day = text.strip(), today.today
    words = [word for word in re.split(r"\s+(?:[-–—]\s+)?|(?<=\d)[–—](?=\d)", typed) if word]
    if not words:
        first, last = date(day.year, 1, 1), day
    elif re.fullmatch(r"20\d\d", typed):
        first, last = date(int(typed), 1, 1), date(int(typed), 12, 31)
    else:
        try:
            period = parse_period(typed, day)
            first, last = period_start(period), period_end(period)
        except Refusal:
            if len(words) != 2:
                raise Refusal("period", "Напишите период: «ноябрь», «2026» или «01.10.2026 24.11.2026».") from None
            first, last = (parse_day(word, day, today.calendar) for word in words)
    return first, min(last, day) if first <= day else last
