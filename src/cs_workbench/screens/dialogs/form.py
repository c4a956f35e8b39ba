"""The form of an action, made from its declaration. Enter sends, Tab goes on; a refusal is shown at its input and
nothing that was typed is lost.
"""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.form import Form, FormField
from cs_workbench.kernel.today import Today
from cs_workbench.presentation.labels import choice_value, choice_word, label
from cs_workbench.presentation.reading import read_aloud
from cs_workbench.screens.dialogs.dialog import Dialog
from cs_workbench.widgets.field_input import FieldInput
from cs_workbench.widgets.plain import plain

Sent = Callable[[Mapping[str, str], Callable[[Refusal], None]], None]


class FormDialog(Dialog):
    """`sent(inputs, refused)` is called at Enter; the caller closes the form when the act is done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", "ниже", show=False),
        Binding("up", "app.focus_previous", "выше", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._form: Form | None = None
        self._known: Mapping[str, str] = {}
        self._values: Mapping[str, str] = {}
        self._sent: Sent | None = None
        self._today: Today | None = None
        self._asked = False

    def fill(
        self, form: Form, known: Mapping[str, str], today: Today, sent: Sent, values: Mapping[str, str] | None = None
    ) -> "FormDialog":
        """Make it ready for an action: inputs that are `known` are not shown, `values` stand in their fields to be
        changed.
        """
        self._form, self._known, self._values = form, known, values or {}
        self._today, self._sent, self._asked = today, sent, False
        return self

    def compose(self) -> ComposeResult:
        """A title, the fields, what was understood or refused."""
        with Vertical(classes="dialog"):
            yield Static(id="form-title", markup=False)
            yield VerticalScroll(id="form-fields")
            yield Static(id="form-reading", markup=False)

    async def on_screen_resume(self) -> None:
        """Lay out the fields of this action; what is known is filled in, and the first that is not has the focus."""
        if self._form is None:
            return
        self.query_one("#form-title", Static).update(plain(self._form.title))
        fields = self.query_one("#form-fields", VerticalScroll)
        await fields.remove_children()
        await fields.mount_all(
            widget for field in self._form.fields if field.name not in self._known for widget in self._widgets(field)
        )
        self._say("", wrong=False)
        inputs = self.query(FieldInput)
        if inputs:
            inputs.first().focus()
        else:
            self._send()

    def _widgets(self, field: FormField) -> tuple[Static, FieldInput]:
        star = " *" if field.required else ""
        value = self._values.get(field.name, "")
        if field.kind == "choice":
            value, hint = choice_word(value), ", ".join(choice_word(choice) for choice in field.choices)
        else:
            hint = "да или нет" if field.kind == "yes_no" else ""
        field_input = FieldInput(value, name=field.name, placeholder=hint, select_on_focus=not value)
        named = label(field.name, self._form.action if self._form else "")
        return Static(plain(f"{named}{star}"), classes="form-label"), field_input

    @on(FieldInput.Changed)
    def read(self, event: FieldInput.Changed) -> None:
        """Say how the text will be read."""
        self._asked = False
        field = self._field(event.input.name or "")
        if field is None or self._today is None or not event.value.strip():
            self._say("", wrong=False)
            return
        try:
            self._say(read_aloud(field.kind, event.value, self._today), wrong=False)
        except Refusal as refusal:
            self._say(refusal.message, wrong=True)

    @on(FieldInput.Submitted)
    def _submitted(self) -> None:
        self._send()

    def _send(self) -> None:
        given = {**self._known, **self._typed()}
        if self._asked:
            given["confirm"] = "да"
        if self._sent is not None:
            self._sent(given, self.refuse)

    def _typed(self) -> dict[str, str]:
        """What stands in the fields, words to choose from as the values they mean."""
        chosen = {field.name for field in (self._form.fields if self._form else ()) if field.kind == "choice"}
        typed = {field.name or "": field.value for field in self.query(FieldInput) if field.value.strip()}
        return {name: choice_value(value) if name in chosen else value for name, value in typed.items()}

    def refuse(self, refusal: Refusal) -> None:
        """Show why not at the input that is at fault; a question is answered with Enter once more."""
        self._asked = refusal.code == "confirm"
        self._say(f"{refusal.message} Enter — да, Esc — нет." if self._asked else refusal.message, wrong=True)
        for field in self.query(FieldInput):
            field.set_class(field.name == refusal.field, "wrong")
            if field.name == refusal.field:
                field.focus()

    def _field(self, name: str) -> FormField | None:
        fields = self._form.fields if self._form else ()
        return next((field for field in fields if field.name == name), None)

    def _say(self, text: str, *, wrong: bool) -> None:
        line = self.query_one("#form-reading", Static)
        line.update(plain(text))
        line.set_class(wrong, "wrong")
