"""`Обращения`: requests by who waits for whom, conflicts, what has ended, with the card of the row under the cursor.

`d` is the next step of a row as it stands: take it, write the result, tell the client, close. `requests_view.py` reads
and shows the lists.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from cs_workbench.domain.request_list import ListedConflict, ListedRequest
from cs_workbench.screens.client_rows import ANSWERS
from cs_workbench.screens.requests_view import RequestsView
from cs_workbench.widgets.record_table import RecordTable

NEXT_STEPS = {
    "new": "requests.take",
    "in_work": "requests.resolve",
    "reopened": "requests.resolve",
    "waiting_client": "requests.resolve",
    "waiting_dept": "requests.record_answer",
    "resolved": "requests.close",
    "closed": "requests.reopen",
    "duplicate": "requests.reopen",
}
"""What a request in a state asks for next."""


class RequestsScreen(RequestsView):
    """The keys of the lists."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "next_step", "следующий шаг: взять, решить, сообщить, закрыть", show=False),
        Binding("a", "register", "записать обращение", show=False),
        Binding("t", "open_named('requests.hand_over')", "передать отделу", show=False),
        Binding("r", "open_named('requests.record_answer')", "записать ответ отдела", show=False),
        Binding("v", "open_named('requests.wait')", "ждать ответа", show=False),
        Binding("s", "open_named('tasks.set_next')", "назначить следующий шаг", show=False),
        Binding("m", "open_named('requests.attach_client')", "чьё обращение", show=False),
        Binding("c", "call", "звонок", show=False),
        Binding("n", "note", "заметка", show=False),
        Binding("y", "copy", "карточка для отдела в буфер", show=False),
        Binding("o", "others", "другие действия", show=False),
    ]

    def keys(self) -> list[tuple[str, str]]:
        """The last line."""
        return [
            ("d", "дальше"),
            ("t", "отделу"),
            ("a", "записать"),
            ("y", "карточка"),
            ("tab", "список"),
            ("f1", "помощь"),
        ]

    # Keys of the rows -----------------------------------------------------------------------------------------

    @on(RecordTable.Chosen, "#list")
    def open_row(self) -> None:
        """Enter: the client with the cursor on the row; of an unknown caller, what can be done."""
        one = self.listed()
        if one is None:
            return
        if one.client_id is None:
            self._offer_actions(one)
        else:
            self.app.open_client(one.client_id, str(self.table.cursor_key))

    def action_next_step(self) -> None:
        """What the row asks for next."""
        one = self.listed()
        if isinstance(one, ListedConflict):
            self.action_open_named("requests.conflict_contacted")
        elif one is not None:
            self._step(one)

    def _step(self, one: ListedRequest) -> None:
        if one.answered:
            self.perform("requests.tell_client", {"handover": one.handover})
        elif one.state == "new":
            self.perform("requests.take", {"request": one.id})
        elif one.state == "waiting_dept" and not one.handover:
            self.action_open_named("requests.resolve")
        else:
            self.action_open_named(NEXT_STEPS[one.state])

    def action_open_named(self, action: str) -> None:
        """The form of an action with what the row answers of it."""
        one, form = self.listed(), self.workbench.form(action)
        if form is None or one is None:
            return
        known = self.subject(form)
        subject = {name: int(value) for name, value in known.items() if value.isdigit()}
        missing = [field.name for field in form.fields if field.required and field.kind == "ref"]
        if "handover" in missing and "handover" not in known:
            self.say("Это обращение ни у одного отдела: t — передать.", "warn")
            return
        refusal = self.workbench.refusal(action, subject)
        if refusal is not None:
            self.say(refusal.message, "warn")
        else:
            self.app.open_form(self, form, known)

    def action_register(self) -> None:
        """A new request: of whom is found in the form."""
        form = self.workbench.form("requests.register")
        if form is not None:
            self.app.open_form(self, form, {})

    def action_copy(self) -> None:
        """The card for a department; a client's texts on a conflict."""
        one, copier = self.listed(), self.app.copier
        if one is None or copier is None:
            return
        if isinstance(one, ListedConflict):
            copier.choose(self, one.client_id, one.client)
        else:
            copier.request(self, one.id)

    def action_others(self) -> None:
        """What the last act offers to do next; where that has been seen, everything for the row."""
        one = self.listed()
        if not self.open_offers() and one is not None:
            self._offer_actions(one)

    def _offer_actions(self, one: ListedRequest | ListedConflict) -> None:
        record = "conflict" if isinstance(one, ListedConflict) else "request"
        handover: Sequence[str] = ANSWERS["handover"] if getattr(one, "handover", 0) else ()
        self.app.open_actions([*ANSWERS[record], *handover], self.action_open_named)
