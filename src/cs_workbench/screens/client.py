"""The card of a client: what it owes, how it stands and what comes next over seven tabs, «Лента», «Деньги», «Дела»,
«Обращения», «Объекты», «Люди», «Знакомство».

It is opened over any other screen and Esc goes back to it. Calls, promises and notes are about this client whatever
the tab; the keys of the queue work on «Дела». `client_view.py` shows it, `client_rows.py` says what a row offers.
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from cs_workbench.kernel.form import Form
from cs_workbench.kernel.queue import Item
from cs_workbench.presentation.client_head import client_values, head_lines
from cs_workbench.presentation.client_tabs import contact_values
from cs_workbench.presentation.shapes import CardLine
from cs_workbench.presentation.timeline import chosen_rows, event_lines
from cs_workbench.screens.client_rows import ADDS, ANSWERS, RowOf, row_of
from cs_workbench.screens.client_view import ClientView
from cs_workbench.screens.dialogs.choice import ChoiceDialog
from cs_workbench.screens.dialogs.text import TextDialog
from cs_workbench.screens.triage import Whom
from cs_workbench.widgets.record_table import RecordTable


class ClientScreen(ClientView):
    """The keys of the card."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "tab(1)", "следующая вкладка", show=False, priority=True),
        Binding("shift+tab", "tab(-1)", "предыдущая вкладка", show=False, priority=True),
        Binding("left,left_square_bracket", "events(-1)", "лента: прошлый отбор", show=False),
        Binding("right,right_square_bracket", "events(1)", "лента: следующий отбор", show=False),
        Binding("a,plus", "add", "добавить", show=False),
        Binding("e", "edit", "изменить", show=False),
        Binding("t", "hand_over", "передать отделу", show=False),
        Binding("y", "copy", "текст в буфер", show=False),
        Binding("escape", "back", "назад к списку", show=False),
    ]

    def keys(self) -> list[tuple[str, str]]:
        """The last line."""
        return [
            ("tab", "вкладки"),
            ("c", "звонок"),
            ("p", "обещание"),
            ("n", "заметка"),
            ("e", "изменить"),
            ("escape", "назад"),
        ]

    # Choosing -------------------------------------------------------------------------------------------------

    def _row(self, tab: str) -> str | None:
        """The key of the row under the cursor, where that tab is shown."""
        key = self.query_one(RecordTable).cursor_key
        return None if key is None or self.tab != tab else str(key)

    def _record(self) -> RowOf | None:
        """The record under the cursor, where something can be done with it."""
        key = self.query_one(RecordTable).cursor_key
        return None if key is None or self.tab in ("feed", "items", "people") else row_of(str(key))

    def item(self) -> Item | None:
        """The thing to do under the cursor of «Дела»."""
        found = [item for item in self._items() if item.key == self._row("items")]
        if not found:
            self.say("Это делают на вкладке «Дела»: Tab.", "warn")
            return None
        return found[0]

    def items(self) -> Sequence[Item]:
        """The things to do that are selected, or the one under the cursor."""
        keys = self.query_one(RecordTable).targets() if self.tab == "items" else ()
        return [item for item in self._items() if item.key in keys]

    def _items(self) -> Sequence[Item]:
        return self._page.items if self._page else ()

    def whom(self) -> Whom | None:
        """This client, whatever is under the cursor."""
        return Whom(self._client_id, self._page.head.name) if self._page else None

    def call_lines(self) -> Sequence[CardLine]:
        """What the dialog of a call says of the client."""
        page = self._page
        if page is None:
            return []
        people = page.source("people").page(0, 3)
        said = ["  ".join(part for part in row.cells[:3] if part) for row in people]
        return [*head_lines(page.head, page.next_item)[:3], *(CardLine(line) for line in said)]

    def subject(self, form: Form) -> Mapping[str, str]:
        """What this client, and the record under the cursor, answer of a form."""
        known = form.subject("client", self._client_id, self._client_id)
        row = self._record()
        return {**known, **form.subject(row.record, row.id, self._client_id)} if row and row.id else known

    # Keys -----------------------------------------------------------------------------------------------------

    @on(RecordTable.Chosen, "#list")
    def open_row(self) -> None:
        """Enter: an event whole, the fact of a thing to do, what can be done with a record, a contact's form."""
        page = self._page
        if page is None:
            return
        if key := self._row("feed"):
            event = page.feed.event(key)
            if event is not None:
                self.app.push_screen(self.app.dialog(TextDialog).about(event_lines(event)))
        elif self.tab == "items":
            self.action_answer()
        elif self.tab == "people":
            self.action_edit()
        elif row := self._record():
            self._suggest([name for name in ANSWERS[row.record] if self._possible(name)])

    def _possible(self, action: str) -> bool:
        """Whether an action exists and the state of the record under the cursor allows it."""
        form = self.workbench.form(action)
        if form is None:
            return False
        subject = {name: int(value) for name, value in self.subject(form).items() if value.isdigit()}
        return self.workbench.refusal(action, subject) is None

    def _suggest(self, actions: Sequence[str], title: str = "Что сделать") -> None:
        """One action at once, several as a list."""
        if len(actions) == 1:
            self._open_action(actions[0])
        elif actions:
            self.app.open_actions(actions, self._open_action, title)
        else:
            self.say("С этой строкой сейчас ничего сделать нельзя.", "warn")

    def _open_action(self, action: str) -> None:
        form, page = self.workbench.form(action), self._page
        if form is not None and page is not None:
            values = page.needs.answers if action == "clients.record_needs" else None
            self.app.open_form(self, form, self.subject(form), values)

    def action_add(self) -> None:
        """What belongs to the tab; anything about this client on «Лента», «Деньги» and «Дела»."""
        row, names = self._record(), ADDS.get(self.tab)
        if names is None:
            self.app.open_additions(self)
            return
        on_site = row is not None and row.record == "site"
        forms = [name for name in names if self.workbench.form(name) is not None]
        self._suggest(forms if on_site or self.tab != "objects" else forms[:1], "Добавить")

    def action_edit(self) -> None:
        """The card of the client; the contact under the cursor of «Люди», the answers of «Знакомство»."""
        page, key = self._page, self._row("people")
        if page is None:
            return
        if self.tab == "needs":
            self._open_action("clients.record_needs")
            return
        if key is not None:
            person = next(one for one in page.people if str(one.id) == key)
            form = self.workbench.form("clients.edit_contact")
            known, values = {"contact": key, "rev": str(person.rev)}, contact_values(person)
        else:
            form = self.workbench.form("clients.edit")
            known, values = {"client": str(self._client_id), "rev": str(page.head.rev)}, client_values(page.head)
        if form is not None:
            self.app.open_form(self, form, known, values)

    def action_hand_over(self) -> None:
        """The request under the cursor of «Обращения» goes to a department."""
        row = self._record()
        if row is not None and row.record == "request":
            self._open_action("requests.hand_over")
        else:
            self.say("Передают обращение: встаньте на него на вкладке «Обращения».", "warn")

    def action_others(self) -> None:
        """What the last act offers to do next; on «Лента» otherwise what to narrow it to, on «Дела» other answers."""
        if self.tab == "feed" and not self.open_offers():
            rows = chosen_rows()
            self.app.push_screen(self.app.dialog(ChoiceDialog).offer("Показать в ленте", rows, self.choose_events))
        elif self.tab != "feed":
            super().action_others()

    def action_copy(self) -> None:
        """A duplicate's letter on an invoice, what an item asks for on «Дела», a choice of texts otherwise."""
        copier = self.app.copier
        if copier is None:
            return
        if (key := self._row("money")) and key.startswith("invoice:"):
            copier.invoice(self, int(key.partition(":")[2]))
        elif (row := self._record()) and row.record == "request":
            copier.request(self, row.id)
        elif self._row("items") and (item := self.item()):
            copier.item(self, item)
        elif self._page is not None:
            copier.choose(self, self._client_id, self._page.head.name)

    def action_back(self) -> None:
        """Back to where it was opened from."""
        self.leave()
