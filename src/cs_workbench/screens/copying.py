"""`y`: the text that an item, a request or a client asks for, to the clipboard. Read, filled and handed over in a
thread; the status says where it went.

A letter of a known kind is copied at once. What should be looked at first (a card for a department, with what is
missing in red; whatever was chosen for a client) is shown, and Enter copies it.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from cs_workbench.connectors import clipboard
from cs_workbench.domain.glance import glance
from cs_workbench.domain.letter_facts import (
    duplicate_draft,
    our_requisites_draft,
    reconciliation_draft,
    reminder_draft,
    requisites_draft,
    support_draft,
)
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.queue import Item
from cs_workbench.kernel.texts import Draft, Letter
from cs_workbench.presentation.client import glance_lines
from cs_workbench.presentation.letters import card_text, preview_lines
from cs_workbench.presentation.queue import item_lines
from cs_workbench.presentation.reading import span_aloud
from cs_workbench.presentation.shapes import CardLine, Row
from cs_workbench.presentation.span import parse_span
from cs_workbench.screens import dialogs
from cs_workbench.screens.base import Host, WorkScreen
from cs_workbench.settings import cache_folder
from cs_workbench.workbench import Workbench

COPIES = ("INV-DUP", "INV-GOT")
CARDS = ("request", "handover")
"""Records whose lines of the queue ask for the card for a department."""

CHOICES = (
    ("card", "Карточка клиента"),
    ("requisites", "Реквизиты клиента"),
    ("ours", "Наши реквизиты"),
    ("reminder", "Напоминание об оплате"),
    ("reconciliation", "Сверка за период"),
    ("support", "Карточка для техподдержки"),
)
"""What can be copied for a client."""


class Copied(NamedTuple):
    """A text and what it is; `missing` are the facts that it should have had."""

    what: str
    letter: Letter
    missing: tuple[str, ...] = ()


Make = Callable[[Workbench], Copied]


class Copier:
    """Copies texts for the application; made with the screens that are made behind the first frame (`house.py`)."""

    def __init__(self, app: Host) -> None:
        self._app = app

    def item(self, screen: WorkScreen, item: Item) -> None:
        """What an item asks for."""
        if item.record in CARDS:
            self._preview(screen, partial(text_for_dept, record=item.record, number=item.record_id))
        else:
            self._copy(screen, partial(text_of_item, item=item))

    def client(self, screen: WorkScreen, client_id: int) -> None:
        """A client's card."""
        self._copy(screen, partial(text_of_client, client_id=client_id))

    def invoice(self, screen: WorkScreen, invoice_id: int) -> None:
        """The letter of one more copy of an invoice."""
        self._copy(screen, partial(text_of_invoice, record="invoice", number=invoice_id))

    def reminder(self, screen: WorkScreen, client_id: int) -> None:
        """The letter that reminds a client of its debt."""
        self._copy(screen, partial(text_of_reminder, client_id=client_id))

    def request(self, screen: WorkScreen, request_id: int) -> None:
        """The card of a request for support, shown first."""
        self._preview(screen, partial(text_for_dept, record="request", number=request_id))

    def text(self, screen: WorkScreen, what: str, text: str) -> None:
        """A text that is ready; `what` names it."""
        self._copy(screen, lambda _: Copied(what, Letter("", text)))

    # What is chosen for a client ------------------------------------------------------------------------------

    def choose(self, screen: WorkScreen, client_id: int, name: str) -> None:
        """Ask which text of a client, and show it."""
        rows = [Row(key, (title, "")) for key, title in CHOICES]
        dialog = self._app.dialog(dialogs.ChoiceDialog)
        self._app.push_screen(
            dialog.offer(f"Что скопировать: {name}", rows, lambda key: self._chosen(screen, client_id, key))
        )

    def _chosen(self, screen: WorkScreen, client_id: int, key: str) -> None:
        makes: dict[str, Make] = {
            "card": partial(text_of_client, client_id=client_id),
            "requisites": lambda workbench: filled(workbench, workbench.read(requisites_draft, client_id)),
            "ours": lambda workbench: filled(workbench, workbench.read(our_requisites_draft)),
            "reminder": partial(text_of_reminder, client_id=client_id),
            "support": partial(text_for_dept, record="client", number=client_id),
        }
        if key in makes:
            self._preview(screen, makes[key])
        else:
            self._ask_period(screen, client_id)

    def _ask_period(self, screen: WorkScreen, client_id: int) -> None:
        """The period of a reconciliation; the year so far, unless said otherwise."""
        today = self._app.workbench.today()
        dialog = self._app.dialog(dialogs.LineDialog)

        def send(text: str, _: bool) -> None:
            try:
                first, last = parse_span(text, today)
            except Refusal as refusal:
                dialog.refuse(refusal)
                return
            dialog.action_leave()
            self._preview(
                screen,
                lambda workbench: filled(workbench, workbench.read(reconciliation_draft, client_id, first, last)),
            )

        title = "Сверка за период: «ноябрь», «2026», «01.10 24.11»"
        self._app.push_screen(dialog.ask(title, send, lambda text: span_aloud(text, today), str(today.today.year)))

    # Making, showing, handing over ----------------------------------------------------------------------------

    def _preview(self, screen: WorkScreen, make: Make) -> None:
        self._begin(screen, make, lambda copied: self._app.call_from_thread(self._show, screen, copied))

    def _copy(self, screen: WorkScreen, make: Make) -> None:
        self._begin(screen, make, lambda copied: self._hand_over(screen, copied))

    def _begin(self, screen: WorkScreen, make: Make, then: Callable[[Copied], None]) -> None:
        self._app.run_worker(partial(self._work, screen, make, then), thread=True, exit_on_error=False, group="copy")

    def _work(self, screen: WorkScreen, make: Make, then: Callable[[Copied], None]) -> None:
        try:
            then(make(self._app.workbench))
        except Refusal as refusal:
            self._app.call_from_thread(screen.say, refusal.message, "warn")

    def _show(self, screen: WorkScreen, copied: Copied) -> None:
        if self._app.screen is not screen:
            return
        dialog = self._app.dialog(dialogs.TextDialog)
        lines = preview_lines(copied.letter, copied.missing)
        self._app.push_screen(dialog.about(lines, lambda: self._copy(screen, lambda _: copied)))

    def _hand_over(self, screen: WorkScreen, copied: Copied) -> None:
        try:
            put = clipboard.put(copied.letter.text, cache_folder())
        except OSError:
            said = f"Скопировать некуда: буфера обмена нет, в папку {cache_folder()} записать нельзя."
            self._app.call_from_thread(screen.say, said, "warn")
        else:
            self._app.call_from_thread(self._tell, screen, copied, put)

    def _tell(self, screen: WorkScreen, copied: Copied, put: clipboard.Put) -> None:
        if put.terminal:
            self._app.copy_to_clipboard(copied.letter.text)
        said, problem = f"{where(put)}: {copied.what}", copied.letter.problem
        screen.say(f"{said}. {problem}" if problem else said, "warn" if problem else "good")


def where(put: clipboard.Put) -> str:
    """Where a text went, the place first: the end of a long line may be cut."""
    if put.tool:
        return f"Скопировано ({put.tool})"
    if put.file is None:
        return "В буфере терминала (OSC 52)"
    home = Path.home()
    file = f"~/{put.file.relative_to(home).as_posix()}" if put.file.is_relative_to(home) else str(put.file)
    return f"Текст в файле {file}" + (" и в буфере терминала" if put.terminal else "")


def filled(workbench: Workbench, draft: Draft) -> Copied:
    """A draft with its template filled."""
    return Copied(draft.what, workbench.texts.fill(draft.template, draft.fields), draft.missing)


def text_of_item(workbench: Workbench, item: Item) -> Copied:
    """A duplicate's letter, a reminder, or the card. Raises Refusal where something is missing."""
    if item.rule in COPIES:
        return text_of_invoice(workbench, item.record, item.record_id)
    if item.rule.startswith("PAY-") and item.client_id is not None:
        return text_of_reminder(workbench, item.client_id)
    if item.client_id is None:
        return Copied("пункт", Letter("", card_text(item_lines(item))))
    return text_of_client(workbench, item.client_id, item_lines(item)[1:])


def text_for_dept(workbench: Workbench, record: str, number: int) -> Copied:
    """The card of a request, of a handover's request, of a client."""
    return filled(workbench, workbench.read(support_draft, record, number))


def text_of_invoice(workbench: Workbench, record: str, number: int) -> Copied:
    """The letter of one more copy of an invoice. Raises Refusal."""
    return filled(workbench, workbench.read(duplicate_draft, record, number))


def text_of_reminder(workbench: Workbench, client_id: int) -> Copied:
    """The letter that reminds of a client's unpaid invoices. Raises Refusal."""
    return filled(workbench, workbench.read(reminder_draft, client_id))


def text_of_client(workbench: Workbench, client_id: int, about: Sequence[CardLine] = ()) -> Copied:
    """A client's card, with what is to be done about it. Raises Refusal where the client is gone."""
    known = workbench.read(glance, client_id)
    if known is None:
        raise Refusal("unknown", "Клиента больше нет: возможно, его добавление отменили.")
    text = card_text([CardLine(known.name), *about, *glance_lines(known)])
    return Copied(f"карточка, {known.name}", Letter("", text))
