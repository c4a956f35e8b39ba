"""A list as CSV for Excel in Russian: UTF-8 with its mark, `;` between values, a decimal comma, days as 24.11.2026.

CSV has no types, so what Excel would take for a formula is disarmed by an apostrophe (reliability 4.3), and a Russian
telephone is written from 8: a leading plus would make it a number.
"""

import csv
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from cs_workbench.connectors.exporting.shapes import Kind, Listing, Words
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import day_text, moment_text
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.phone import phone_text
from cs_workbench.kernel.progress import Progress
from cs_workbench.kernel.text import clean_text

ARMED = ("=", "+", "-", "@", "\t", "\r", "\n")


def write(part: Path, listing: Listing, words: Words, progress: Progress) -> None:
    """Write the list into a file that is there."""
    places = [place for place, field in enumerate(listing.fields) if not field.plain]
    kinds = [listing.fields[place].kind for place in places]
    done = 0
    with part.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, delimiter=";")
        out.writerow([words.heading(listing.fields[place].name) for place in places])
        for page in listing.pages():
            for row in page:
                out.writerow([_said(kind, row[place], words) for kind, place in zip(kinds, places, strict=True)])
            done += len(page)
            progress(done, listing.total)


def _said(kind: Kind, value: Any, words: Words) -> str:
    return "" if value is None else SAID[kind](value) if kind != "word" else disarmed(words.word(str(value)))


def disarmed(text: str) -> str:
    """A text that no spreadsheet reckons."""
    clean = clean_text(text)
    return f"'{clean}" if clean.lstrip(" ").startswith(ARMED) else clean


def _phone(value: str) -> str:
    said = phone_text(value)
    return f"8{said.removeprefix('+7')}" if said.startswith("+7 ") else disarmed(said)


def _money(value: int) -> str:
    return Money(value).plain().replace(".", ",")


def _moment(value: datetime) -> str:
    return moment_text(local(value))


def _day(value: date) -> str:
    return day_text(value)


SAID: dict[Kind, Callable[[Any], str]] = {
    "text": lambda value: disarmed(str(value)),
    "phone": _phone,
    "money": _money,
    "day": _day,
    "moment": _moment,
    "number": str,
    "yes_no": lambda value: "да" if value else "нет",
}
