"""What a manager does with an item of the queue: the keys that `Сегодня` and `Звонки` share.

`d` opens the fact that makes the item go away, `c` a call, `p` a promise, `s` a snooze, `x` a mute, `n` a note, `w` the reasons. A screen gives the item
under the cursor and the items selected.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from textual.binding import Binding, BindingType

from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.form import Form
from cs_workbench.kernel.queue import Item
from cs_workbench.presentation.calling import by_digit, call_aloud, call_inputs
from cs_workbench.presentation.queue import item_lines, why_lines
from cs_workbench.presentation.reading import moment_aloud, promise_aloud, split_promise
from cs_workbench.presentation.shapes import CardLine
from cs_workbench.screens.base import WorkScreen
from cs_workbench.screens.dialogs.call import CallDialog
from cs_workbench.screens.dialogs.line import LineDialog, Reading
from cs_workbench.screens.dialogs.text import TextDialog

CALL = "collection.log_call"


class TriageScreen(WorkScreen):
    """A screen with items. Subclasses give `item` and `items`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "answer", "сделано", show=False),
        Binding("c", "call", "звонок", show=False),
        Binding("p", "promise", "обещание", show=False),
        Binding("s", "snooze", "отложить", show=False),
        Binding("x", "mute", "не нужно", show=False),
        Binding("z", "wake", "вернуть", show=False),
        Binding("i", "pin", "закрепить", show=False),
        Binding("n", "note", "заметка", show=False),
        Binding("w", "why", "почему здесь", show=False),
        Binding("o", "others", "другие действия", show=False),
    ]

    def item(self) -> Item | None:
        """The item under the cursor."""
        raise AssertionError("a triage screen has items")

    def items(self) -> Sequence[Item]:
        """The items selected, or the one under the cursor."""
        raise AssertionError("a triage screen has items")

    def subject(self, form: Form) -> Mapping[str, str]:
        """What the item under the cursor answers of a form: the client alone, since another record may be meant."""
        item = self.item()
        return {} if item is None else form.subject("client", item.client_id or 0, item.client_id) if item.client_id else {}

    def client_lines(self) -> Sequence[CardLine]:
        """What is known of the client under the cursor, for the dialog of a call."""
        return ()

    def action_answer(self) -> None:
        """Open the fact that makes the item go away."""
        item = self.item()
        if item is None:
            return
        if item.actions[0] == CALL:
            self.action_call()
        else:
            self.open_form(item.actions[0], item)

    def action_others(self) -> None:
        """The other actions that answer the item."""
        item = self.item()
        if item is not None:
            self.app.open_actions(item.actions, lambda name: self._do_action(name, item))

    def _do_action(self, name: str, item: Item) -> None:
        if name == CALL:
            self.action_call()
        else:
            self.open_form(name, item)

    def open_form(self, action: str, item: Item) -> None:
        """The form of an action, with what the item knows filled in."""
        form = self.workbench.form(action)
        if form is None:
            self.say("Этого действия ещё нет: оно придёт со своим разделом.", "warn")
            return
        self.app.open_form(self, form, form.subject(item.record, item.record_id, item.client_id, item.key))

    # A call ---------------------------------------------------------------------------------------------------

    def action_call(self) -> None:
        """The outcome of a call by its digit."""
        item = self.client_item()
        if item is not None:
            lines = [*item_lines(item)[:2], *self.client_lines()]
            self.app.push_screen(self.app.dialog(CallDialog).about(lines, lambda digit: self.outcome(digit, item)))

    def outcome(self, digit: str, item: Item) -> None:
        """Record an outcome, asking for what the digit leaves open."""
        asks, client = by_digit(digit).asks, item.client_id
        if asks:
            today = self.workbench.today()
            title = f"{item.client}: {by_digit(digit).word}. {asks}"
            self.ask_line(title, CALL, lambda text: {"client": client, **call_inputs(digit, text, today)}, lambda text: call_aloud(digit, text, today))
        else:
            self.perform(CALL, {"client": client, "outcome": digit})

    def client_item(self) -> Item | None:
        """The item under the cursor where it is about a client."""
        item = self.item()
        if item is None or item.client_id is None:
            self.say("У этого пункта нет клиента: звонить некому.", "warn")
            return None
        return item

    # One line -------------------------------------------------------------------------------------------------

    def ask_line(self, title: str, action: str, inputs: Callable[[str], Mapping[str, Any]], reading: Reading | None = None) -> None:
        """Ask for a line and perform an action with what `inputs` makes of it; a refusal stays beside the line."""
        dialog = self.app.dialog(LineDialog)

        def send(text: str, confirmed: bool) -> None:
            try:
                given = {**inputs(text), **({"confirm": True} if confirmed else {})}
            except Refusal as refusal:
                dialog.refuse(refusal)
                return
            self.perform(action, given, dialog.refuse, lambda _: dialog.dismiss(None))

        self.app.push_screen(dialog.ask(title, send, reading))

    def action_promise(self) -> None:
        """A promise in one line."""
        item = self.client_item()
        if item is None:
            return
        today = self.workbench.today()

        def inputs(text: str) -> Mapping[str, Any]:
            day, amount = split_promise(text, today)
            return {"client": item.client_id, "on": day, "sum": amount or None}

        title = f"{item.client}: обещание. {by_digit('4').asks}"
        self.ask_line(title, "collection.promise", inputs, lambda text: promise_aloud(text, today))

    def action_note(self) -> None:
        """A note on the client."""
        item = self.client_item()
        if item is not None:
            self.ask_line(f"{item.client}: заметка", "clients.note", lambda text: {"client": item.client_id, "text": text})

    def action_snooze(self) -> None:
        """Put the items off until a moment; a reason may follow a comma."""
        items = list(self.items())
        if not items:
            return
        today = self.workbench.today()
        dialog = self.app.dialog(LineDialog)

        def send(text: str, _: bool) -> None:
            until, _comma, reason = text.partition(",")
            many = [{"key": item.key, "until": until, "reason": reason.strip() or None} for item in items]
            self.app.act(
                lambda workbench: workbench.perform_as_one("tasks.snooze", many),
                lambda done: (self._heard(done, None), dialog.dismiss(None))[0],
                dialog.refuse,
            )

        title = "Отложить до: «завтра», «пт 11:00», «+3рд»; причина — после запятой"
        self.app.push_screen(dialog.ask(title, send, lambda text: moment_aloud(text.partition(",")[0], today)))

    def action_mute(self) -> None:
        """Silence the rule for this record, with a reason."""
        item = self.item()
        if item is not None:
            self.ask_line("Больше не напоминать: причина", "tasks.mute", lambda text: {"key": item.key, "reason": text})

    def action_wake(self) -> None:
        """Take away the snooze, the mute and the pin."""
        item = self.item()
        if item is not None:
            self.perform("tasks.wake", {"key": item.key})

    def action_pin(self) -> None:
        """Hold the item at the top."""
        item = self.item()
        if item is not None:
            self.perform("tasks.pin", {"key": item.key})

    def action_why(self) -> None:
        """Why the item is here, and what makes it go away."""
        item = self.item()
        if item is not None:
            self.app.push_screen(self.app.dialog(TextDialog).about(why_lines(item)))
