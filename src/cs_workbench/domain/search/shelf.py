"""The book of clients, read once and read anew when a client, a contact or a site has changed.

The journal tells: it has an entry for each act of every window, and the records that the act touched.
"""

import threading
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.records import Client, Contact, Site
from cs_workbench.domain.search.book import LIMIT, Book
from cs_workbench.domain.search.rows import Found, Hit
from cs_workbench.domain.search.telling import recent, tell
from cs_workbench.storage.journal import journal_image, last_entry
from cs_workbench.storage.unit import Read

WATCHED = ("client", "contact", "site")


class Shelf:
    """Keeps one book. Reads may come from any thread: each is given to `Workbench.read`."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._book: Book | None = None
        self._entry = 0

    def find(self, read: Read, text: str, limit: int = LIMIT) -> tuple[Found, ...]:
        """Clients whom a text may mean, the likeliest first, in frozen rows; an empty one means those dealt with
        last.
        """
        if not text.strip():
            return recent(read)
        hits: list[Hit] = self.book(read).find(text, limit)
        return tell(read, hits)

    def book(self, read: Read) -> Book:
        """The book as the records are now."""
        with self._turn:
            entry = last_entry(read.session)[0]
            if self._book is None or self._changed(read, entry):
                self._book = read_book(read)
            self._entry = entry
            return self._book

    def _changed(self, read: Read, entry: int) -> bool:
        if entry < self._entry:  # another file
            return True
        wanted = select(journal_image.c.id).where(
            journal_image.c.entry_id > self._entry, journal_image.c.record.in_(WATCHED)
        )
        return entry > self._entry and read.session.connection().scalar(wanted.limit(1)) is not None


def read_book(read: Read) -> Book:
    """Every client with what names it, by names."""
    by_name = (col(Client.name_key), col(Client.id))
    clients = _rows(read, select(*_columns(Client, "id", "name_key", "inn", "phone", "email")).order_by(*by_name))
    people = _rows(read, _of_clients(Contact, "id", "client_id", "name_key", "phone", "email"))
    sites = _rows(read, _of_clients(Site, "id", "client_id", "name_key", "address"))
    return Book(
        [(key, number, number) for number, key, _, _, _ in clients],
        [(inn, number, number) for number, _, inn, _, _ in clients if inn],
        (
            [(phone, number, number) for number, _, _, phone, _ in clients if phone],
            [(phone, client, number) for number, client, _, phone, _ in people if phone],
        ),
        (
            [(email.casefold(), number, number) for number, _, _, _, email in clients if email],
            [(email.casefold(), client, number) for number, client, _, _, email in people if email],
        ),
        [(key, client, number) for number, client, key, _, _ in people],
        [(f"{key} {_folded(address)}", client, number) for number, client, key, address in sites],
    )


def _columns(kind: Any, *names: str) -> list[Any]:
    return [col(getattr(kind, name)) for name in names]


def _of_clients(kind: Any, *names: str) -> Any:
    """Columns of a record of clients, in the order of their names."""
    wanted = select(*_columns(kind, *names)).join(Client, col(Client.id) == col(kind.client_id))
    return wanted.order_by(col(Client.name_key), col(Client.id), col(kind.id))


def _rows(read: Read, wanted: Any) -> list[Any]:
    return list(read.session.connection().execute(wanted))


def _folded(text: str | None) -> str:
    """An address is stored as it was written: thousands are folded here quicker than `fold` does it."""
    return (text or "").casefold().replace("ё", "е")
