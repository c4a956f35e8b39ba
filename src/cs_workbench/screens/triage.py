"""What a manager does with an item of the queue: the keys that `Сегодня` and `Звонки` share.

`d` opens the fact that makes the item go away, `c` a call, `p` a promise, `s` a snooze, `x` a mute, `n` a note, `w`
the reasons. A screen gives the item under the cursor and the items selected.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

from textual.binding import Binding, BindingType

from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.form import Form
from cs_workbench.kernel.queue import Item
from cs_workbench.presentation.calling import by_digit, call_aloud, call_inputs
from cs_workbench.presentation.calls import Offer
from cs_workbench.presentation.queue import item_lines, why_lines
from cs_workbench.presentation.reading import moment_aloud, promise_aloud, split_promise
from cs_workbench.presentation.shapes import CardLine
from cs_workbench.screens import dialogs
from cs_workbench.screens.offers import OffersScreen

CALL = "collection.log_call"


class Whom(NamedTuple):
    """The client that a call, a promise or a note is about."""

    client_id: int
    client: str


class TriageScreen(OffersScreen):
    """A screen with items. Subclasses give `item` and `items`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "answer", "сделано", show=False),
        Binding("c", "call", "звонок", show=False),
        Binding("p", "promise", "обещание", show=False),
        Binding("s", "snooze", "отложить", show=False),
        Binding("x", "mute", "не нужно", show=False),
        Binding("z", "wake", "снять отсрочку", show=False),
        Binding("i", "pin", "закрепить", show=False),
        Binding("n", "note", "заметка", show=False),
        Binding("w", "why", "почему здесь", show=False),
        Binding("o", "others", "что дальше", show=False),
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
        client = None if item is None else item.client_id
        return {} if client is None else form.subject("client", client, client)

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
        """What the last act offers to do next; where that has been seen, the other actions that answer the item."""
        if self.open_offers():
            return
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
        whom = self.whom()
        if whom is not None:
            lines = self.call_lines() or [CardLine(whom.client, "title")]
            self.app.push_screen(
                self.app.dialog(dialogs.CallDialog).about(lines, lambda digit: self.outcome(digit, whom))
            )

    def call_lines(self) -> Sequence[CardLine]:
        """What the dialog of a call says of the client."""
        item = self.item()
        return [] if item is None else [*item_lines(item)[:2], *self.client_lines()]

    def outcome(self, digit: str, whom: Whom, contact: str = "") -> None:
        """Record an outcome of a call to a contact (without one, to whom one usually calls), asking for what the
        digit leaves open.
        """
        asks = by_digit(digit).asks
        known = {"client": whom.client_id, "contact": contact or None}
        if asks:
            today = self.workbench.today()
            title = f"{whom.client}: {by_digit(digit).word}. {asks}"
            self.ask_line(
                title,
                CALL,
                lambda text: {**known, **call_inputs(digit, text, today)},
                lambda text: call_aloud(digit, text, today),
            )
        else:
            self.perform(CALL, {**known, "outcome": digit})

    def take_offer(self, offer: Offer) -> None:
        """Another call is offered by its outcomes, everything else by its form."""
        if offer.action != CALL:
            super().take_offer(offer)
            return
        whom, contact = Whom(int(str(offer.known["client"])), offer.words), str(offer.known.get("contact", ""))
        lines = [CardLine(offer.words, "title")]
        self.app.push_screen(
            self.app.dialog(dialogs.CallDialog).about(lines, lambda digit: self.outcome(digit, whom, contact))
        )

    def whom(self) -> Whom | None:
        """The client of the item under the cursor."""
        item = self.item()
        if item is None or item.client_id is None:
            self.say("У этого пункта нет клиента: звонить некому.", "warn")
            return None
        return Whom(item.client_id, item.client)

    # One line -------------------------------------------------------------------------------------------------

    def ask_line(
        self,
        title: str,
        action: str,
        inputs: Callable[[str], Mapping[str, Any]],
        reading: Callable[[str], str] | None = None,
    ) -> None:
        """Ask for a line and perform an action with what `inputs` makes of it; a refusal stays beside the line."""
        dialog = self.app.dialog(dialogs.LineDialog)

        def send(text: str, confirmed: bool) -> None:
            try:
                given = {**inputs(text), **({"confirm": True} if confirmed else {})}
            except Refusal as refusal:
                dialog.refuse(refusal)
                return
            self.perform(action, given, dialog.refuse, lambda _: dialog.action_leave())

        self.app.push_screen(dialog.ask(title, send, reading))

    def action_promise(self) -> None:
        """A promise in one line."""
        whom = self.whom()
        if whom is None:
            return
        today = self.workbench.today()

        def inputs(text: str) -> Mapping[str, Any]:
            day, amount = split_promise(text, today)
            return {"client": whom.client_id, "on": day, "sum": amount or None}

        title = f"{whom.client}: обещание. {by_digit('4').asks}"
        self.ask_line(title, "collection.promise", inputs, lambda text: promise_aloud(text, today))

    def action_note(self) -> None:
        """A note on the client."""
        whom = self.whom()
        if whom is not None:
            self.ask_line(
                f"{whom.client}: заметка", "clients.note", lambda text: {"client": whom.client_id, "text": text}
            )

    def action_snooze(self) -> None:
        """Put the items off until a moment; a reason may follow a comma."""
        items = list(self.items())
        if not items:
            return
        today = self.workbench.today()
        dialog = self.app.dialog(dialogs.LineDialog)

        def send(text: str, _: bool) -> None:
            until, _comma, reason = text.partition(",")
            many = [{"key": item.key, "until": until, "reason": reason.strip() or None} for item in items]
            self.perform_as_one("tasks.snooze", many, dialog.refuse, lambda _: dialog.action_leave())

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
            self.app.push_screen(self.app.dialog(dialogs.TextDialog).about(why_lines(item)))
