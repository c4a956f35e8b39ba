"""What is pasted into the month's run: a column of clients to leave out, a column of numbers that 1C gave (row 8.1)."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Annotated, Any

from pydantic import BeforeValidator
from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.billing.naming import clean_number
from cs_workbench.domain.billing.records import Invoice
from cs_workbench.domain.billing.repository.preview import PreviewLine
from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.clients.repository import find_client
from cs_workbench.kernel.chunks import chunks
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.text import clean_line, clean_text, count, fold
from cs_workbench.storage.unit import Read, Work

CHUNK = 500
LONGEST = 2_000_000
PAIR = re.compile(r"[;\t]")


def _pasted(value: Any) -> str:
    """A column as text, a line for each row; a list of rows is taken too."""
    return clean_text("\n".join(map(str, value)) if isinstance(value, list | tuple) else str(value), LONGEST).strip()


Pasted = Annotated[str, BeforeValidator(_pasted)]
"""A column of thousands of rows: longer than a text that a person types."""


def chosen_out(read: Read, text: str) -> frozenset[int]:
    """Ids of the clients that a column of ids, INNs or names leaves out; commas part too.

    Raises Refusal "unknown" or "ambiguous".
    """
    found: set[int] = set()
    for line in _lines(text):
        whole = _clients(read, line)
        pieces = [line] if len(whole) == 1 or "," not in line else [part for part in line.split(",") if part.strip()]
        found.update(_one(read, piece.strip()) for piece in pieces)
    return frozenset(found)


def _lines(text: str) -> list[str]:
    return [line for raw in re.split(r"[\n;]", text) if (line := clean_line(raw))]


def _clients(read: Read, text: str) -> list[int]:
    if text.isdigit() and len(text) < 10:
        return read.all(select(col(Client.id)).where(col(Client.id) == int(text)))
    return find_client(read.session, text)


def _one(read: Read, text: str) -> int:
    found = _clients(read, text)
    if len(found) == 1:
        return found[0]
    if found:
        raise Refusal("ambiguous", f"Клиент «{text}»: подходит несколько. Уточните или укажите ИНН.", "exclude")
    raise Refusal("unknown", f"Клиент «{text}» не найден: исключать некого.", "exclude")


def numbers_for(work: Work, lines: Sequence[PreviewLine], text: str) -> dict[int, str]:
    """Numbers by subscription: of `client;number` lines, or of a plain column in the order of the preview.

    A number that is taken or given twice, and a line of no client in the run, are told and left out; the invoice
    then waits for its number. Raises Refusal "numbers" where a plain column is not as long as the run.
    """
    rows = [row for row in text.splitlines() if clean_line(row)]
    pairs = _by_client(work, lines, rows) if any(PAIR.search(row) for row in rows) else _in_order(lines, rows)
    taken = _taken(work, [number for _, number in pairs])
    twice = {number for number, n in Counter(number for _, number in pairs).items() if n > 1}
    for number in sorted(twice):
        work.warn(f"№ {number} указан дважды: счета остались без номера.")
    for number in sorted(taken - twice):
        work.warn(f"№ {number} в этом году уже есть: счёт остался без номера.")
    return {subscription: number for subscription, number in pairs if number not in taken | twice}


def _in_order(lines: Sequence[PreviewLine], rows: Sequence[str]) -> list[tuple[int, str]]:
    if len(rows) != len(lines):
        numbers, bills = count(len(rows), "номер", "номера", "номеров"), count(len(lines), "счёт", "счёта", "счетов")
        raise Refusal(
            "numbers", f"{numbers} на {bills}: столбец должен быть той же длины и в том же порядке.", "numbers"
        )
    return [(line.subscription_id, clean_number(row)) for line, row in zip(lines, rows, strict=True)]


def _by_client(work: Work, lines: Sequence[PreviewLine], rows: Sequence[str]) -> list[tuple[int, str]]:
    waiting: dict[str, list[int]] = {}
    for line in lines:
        for key in (str(line.client_id), line.inn or "", line.client_key):
            waiting.setdefault(key, []).append(line.subscription_id)
    pairs: list[tuple[int, str]] = []
    given: set[int] = set()
    for row in rows:
        client, _, number = (part.strip().strip('"') for part in _split(row))
        free = [subscription for subscription in waiting.get(fold(client), []) if subscription not in given]
        if not client or not number or not free:
            work.warn(f"Строка «{clean_line(row, 60)}»: такого клиента в прогоне нет, номер не внесён.")
            continue
        given.add(free[0])
        pairs.append((free[0], clean_number(number)))
    return pairs


def _split(row: str) -> Iterable[str]:
    """The client, the separator and the number of a line; a name may hold semicolons, a number does not."""
    found = list(PAIR.finditer(row))
    if not found:
        return row, "", ""
    return row[: found[-1].start()], found[-1].group(), row[found[-1].end() :]


def _taken(work: Work, numbers: Sequence[str]) -> set[str]:
    """Those of the numbers that invoices of this year have."""
    found: set[str] = set()
    for chunk in chunks(numbers, CHUNK):
        wanted = select(col(Invoice.number)).where(
            col(Invoice.year) == work.day.today.year, col(Invoice.number).in_(chunk)
        )
        found.update(number for number in work.all(wanted) if number)
    return found
