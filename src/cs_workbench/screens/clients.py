"""`Клиенты`: all clients in four lists (all, nobody's, by health, by debt) with the card of the one under the cursor.

Managers are given and taken for all clients that are selected, as one act. `clients_view.py` reads and shows the
lists.
"""

from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.worker import get_current_worker

from cs_workbench.domain.client_page.head import Head, client_head
from cs_workbench.presentation.client_head import client_values
from cs_workbench.presentation.client_list import chosen_word
from cs_workbench.screens.clients_view import ClientsView
from cs_workbench.screens.dialogs.line import LineDialog
from cs_workbench.widgets.record_table import RecordTable

TALK, ASSIGN, RELEASE = "clients.log_talk", "clients.assign_manager", "clients.release_manager"

OTHERS = (
    "requests.register",
    ASSIGN,
    RELEASE,
    "clients.release_all",
    TALK,
    "clients.record_needs",
    "clients.add_contact",
    "clients.add_site",
    "clients.merge",
    "requests.open_conflict",
    "billing.open_subscription",
)
"""What `o` offers to do with the client under the cursor."""


class ClientsScreen(ClientsView):
    """The keys of the lists."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "новый клиент", show=False),
        Binding("e", "edit", "изменить карточку", show=False),
        Binding("c", "call", "звонок: о долге или просто разговор", show=False),
        Binding("p", "promise", "обещание", show=False),
        Binding("n", "note", "заметка", show=False),
        Binding("m", "assign", "назначить менеджера", show=False),
        Binding("x", "release", "снять менеджера", show=False),
        Binding("i", "register", "загрузить список клиентов из файла", show=False),
        Binding("y", "copy", "текст в буфер", show=False),
        Binding("o", "others", "другие действия", show=False),
    ]

    def keys(self) -> list[tuple[str, str]]:
        """The last line."""
        return [
            ("tab", "список"),
            ("f", "найти"),
            ("a", "новый"),
            ("c", "звонок"),
            ("m", "менеджер"),
            ("f1", "помощь"),
        ]

    # Keys of the rows -----------------------------------------------------------------------------------------

    @on(RecordTable.Chosen, "#list")
    def open_row(self, event: RecordTable.Chosen) -> None:
        """Enter: the whole card."""
        self.app.open_client(int(event.key))

    def action_add(self) -> None:
        """A new client."""
        form = self.workbench.form("clients.add")
        if form is not None:
            self.app.open_form(self, form, {})

    def action_register(self) -> None:
        """Clients from a file."""
        self.app.open_register("clients")

    def action_edit(self) -> None:
        """The card of the client, with what it has now."""
        whom = self.whom()
        if whom is not None:
            self.read_head(whom.client_id)

    @work(thread=True, exclusive=True, group="head", exit_on_error=False)
    def read_head(self, client_id: int) -> None:
        """What the form begins with."""
        head = self.workbench.read(client_head, client_id)
        if head is not None and not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._edit, head)

    def _edit(self, head: Head) -> None:
        form = self.workbench.form("clients.edit")
        if form is not None and self.is_current:
            known = {"client": str(head.client_id), "rev": str(head.rev)}
            self.app.open_form(self, form, known, client_values(head))

    def action_call(self) -> None:
        """A debtor is called about its debt; with another it is a talk, in one line."""
        whom, known = self.whom(), self.known()
        if whom is None:
            return
        if known is None or known.debt:
            super().action_call()
        else:
            self.ask_line(f"{whom.client}: о чём говорили", TALK, lambda text: {"client": whom.client_id, "text": text})

    def action_assign(self) -> None:
        """One manager for all clients that are selected."""
        chosen, whom = self.chosen(), self.whom()
        if whom is None:
            return
        about = chosen_word(len(chosen)) if self.table.selection else whom.client
        dialog = self.app.dialog(LineDialog)

        def send(text: str, confirmed: bool) -> None:
            sure = {"confirm": True} if confirmed else {}
            many = [{"client": number, "manager": text, **sure} for number in chosen]
            self.perform_as_one(ASSIGN, many, dialog.refuse, lambda _: self._assigned(dialog))

        self.app.push_screen(dialog.ask(f"{about}: имя менеджера", send, None))

    def _assigned(self, dialog: LineDialog) -> None:
        self.table.select(())
        dialog.action_leave()

    def action_release(self) -> None:
        """The clients that are selected become nobody's."""
        many = [{"client": number} for number in self.chosen()]
        if many:
            self.perform_as_one(RELEASE, many, heard=lambda _: self.table.select(()))

    def action_copy(self) -> None:
        """One of the client's texts."""
        whom = self.whom()
        if whom is not None and self.app.copier is not None:
            self.app.copier.choose(self, whom.client_id, whom.client)

    def action_others(self) -> None:
        """What the last act offers to do next; where that has been seen, everything for the client."""
        if not self.open_offers() and self.whom() is not None:
            self.app.open_actions(OTHERS, self._other)

    def _other(self, name: str) -> None:
        form = self.workbench.form(name)
        if form is not None:
            self.app.open_form(self, form, self.subject(form))
