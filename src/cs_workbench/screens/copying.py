"""`y`: the text that an item or a client asks for, to the clipboard. Read and handed over in a thread; the status
says where it went.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from cs_workbench.connectors import clipboard
from cs_workbench.connectors.templates import template
from cs_workbench.domain.glance import glance
from cs_workbench.domain.letter_facts import duplicate_facts, reminder_facts
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.queue import Item
from cs_workbench.presentation.client import glance_lines
from cs_workbench.presentation.letters import card_text, duplicate_letter, reminder_letter
from cs_workbench.presentation.queue import item_lines
from cs_workbench.presentation.shapes import CardLine
from cs_workbench.screens.base import Host, WorkScreen
from cs_workbench.settings import cache_folder
from cs_workbench.workbench import Workbench

COPIES = ("INV-DUP", "INV-GOT")


class Copied(NamedTuple):
    """A text and what it is."""

    what: str
    text: str


class Copier:
    """Copies texts for the application; made with the screens that are made behind the first frame (`house.py`)."""

    def __init__(self, app: Host) -> None:
        self._app = app

    def item(self, screen: WorkScreen, item: Item) -> None:
        """What an item asks for."""
        self._copy(screen, partial(text_of_item, self._app.workbench, item))

    def client(self, screen: WorkScreen, client_id: int) -> None:
        """A client's card."""
        self._copy(screen, partial(text_of_client, self._app.workbench, client_id))

    def invoice(self, screen: WorkScreen, invoice_id: int) -> None:
        """The letter of one more copy of an invoice."""
        self._copy(screen, partial(text_of_invoice, self._app.workbench, "invoice", invoice_id))

    def reminder(self, screen: WorkScreen, client_id: int) -> None:
        """The letter that reminds a client of its debt."""
        self._copy(screen, partial(text_of_reminder, self._app.workbench, client_id))

    def text(self, screen: WorkScreen, what: str, text: str) -> None:
        """A text that is ready; `what` names it."""
        self._copy(screen, lambda: Copied(what, text))

    def _copy(self, screen: WorkScreen, make: Callable[[], Copied]) -> None:
        self._app.run_worker(partial(self._hand_over, screen, make), thread=True, exit_on_error=False, group="copy")

    def _hand_over(self, screen: WorkScreen, make: Callable[[], Copied]) -> None:
        call = self._app.call_from_thread
        try:
            copied = make()
            put = clipboard.put(copied.text, cache_folder())
        except Refusal as refusal:
            call(screen.say, refusal.message, "warn")
        except OSError:
            call(
                screen.say, f"Скопировать некуда: буфера обмена нет, в папку {cache_folder()} записать нельзя.", "warn"
            )
        else:
            call(self._tell, screen, copied, put)

    def _tell(self, screen: WorkScreen, copied: Copied, put: clipboard.Put) -> None:
        if put.terminal:
            self._app.copy_to_clipboard(copied.text)
        screen.say(f"{where(put)}: {copied.what}", "good")


def where(put: clipboard.Put) -> str:
    """Where a text went, the place first: the end of a long line may be cut."""
    if put.tool:
        return f"Скопировано ({put.tool})"
    if put.file is None:
        return "В буфере терминала (OSC 52)"
    home = Path.home()
    file = f"~/{put.file.relative_to(home).as_posix()}" if put.file.is_relative_to(home) else str(put.file)
    return f"Текст в файле {file}" + (" и в буфере терминала" if put.terminal else "")


def text_of_item(workbench: Workbench, item: Item) -> Copied:
    """A duplicate's letter, a reminder, or the card. Raises Refusal where something is missing."""
    if item.rule in COPIES:
        return text_of_invoice(workbench, item.record, item.record_id)
    if item.rule.startswith("PAY-") and item.client_id is not None:
        return text_of_reminder(workbench, item.client_id)
    if item.client_id is None:
        return Copied("пункт", card_text(item_lines(item)))
    return text_of_client(workbench, item.client_id, item_lines(item)[1:])


def text_of_invoice(workbench: Workbench, record: str, number: int) -> Copied:
    """The letter of one more copy of an invoice. Raises Refusal."""
    facts = workbench.read(duplicate_facts, record, number)
    return Copied(f"дубль счёта, {facts.client}", duplicate_letter(template("duplicate"), facts))


def text_of_reminder(workbench: Workbench, client_id: int) -> Copied:
    """The letter that reminds of a client's unpaid invoices. Raises Refusal."""
    facts = workbench.read(reminder_facts, client_id)
    return Copied(f"напоминание об оплате, {facts.client}", reminder_letter(template("reminder"), facts))


def text_of_client(workbench: Workbench, client_id: int, about: Sequence[CardLine] = ()) -> Copied:
    """A client's card, with what is to be done about it. Raises Refusal where the client is gone."""
    known = workbench.read(glance, client_id)
    if known is None:
        raise Refusal("unknown", "Клиента больше нет: возможно, его добавление отменили.")
    return Copied(f"карточка, {known.name}", card_text([CardLine(known.name), *about, *glance_lines(known)]))
