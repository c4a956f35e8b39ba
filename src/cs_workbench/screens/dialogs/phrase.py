"""The phrase line (F4): a few Russian words at the bottom of any screen, read as they are typed, performed by Enter.

What is missing is asked for in the action's form; a refusal stays under the line, and what was typed is not lost: Esc
keeps it as a draft, ↑ brings back what was sent before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static
from textual.worker import get_current_worker

from cs_workbench.domain.phrases.reader import NOTE, phrase, subject_form
from cs_workbench.domain.phrases.reading import Reading
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.form import Form
from cs_workbench.presentation.phrase import CHOICE_WORDS, HINT, START, reading_lines
from cs_workbench.screens.dialogs.dialog import Dialog
from cs_workbench.widgets.field_input import FieldInput
from cs_workbench.widgets.plain import plain
from cs_workbench.workbench import Workbench

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done
    from cs_workbench.screens.base import WorkScreen

KEPT = 50
"""Phrases that ↑ brings back."""


class PhraseDialog(Dialog):
    """Stands over a screen and performs through it, about what is under its cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "recall(-1)", "прежние фразы", show=False),
        Binding("down", "recall(1)", "следующие фразы", show=False),
        Binding("f4", "as_note", "всё в заметку", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._over: WorkScreen | None = None
        self._subject: Mapping[str, str] = {}
        self._keys: Sequence[str] = ()
        self._sent: list[str] = []
        self._place = 0
        self._draft = ""
        self._asked = False
        self._as_note = False

    @staticmethod
    def asks() -> Form:
        """Everything that a phrase may be about: a screen answers it with what is under its cursor."""
        return subject_form()

    def over(self, screen: "WorkScreen", subject: Mapping[str, str], keys: Sequence[str]) -> "PhraseDialog":
        """Make it ready for what is under the cursor of a screen, and for the items selected: by one phrase each of
        them is put off.
        """
        self._over, self._subject, self._keys = screen, subject, keys
        self._place, self._asked, self._as_note = len(self._sent), False, False
        return self

    def compose(self) -> ComposeResult:
        """The line, what was understood, the keys."""
        with Vertical(classes="dialog phrase"):
            yield FieldInput(id="phrase-line", placeholder="что сделать")
            yield Static(id="phrase-reading", markup=False)
            yield Static(plain(HINT), id="phrase-keys", markup=False)

    def on_screen_resume(self) -> None:
        """The draft, as it was left."""
        self._write(self._draft)
        self.query_one(FieldInput).focus()
        self._show_or_start(self._draft)

    # Reading --------------------------------------------------------------------------------------------------

    @on(FieldInput.Changed)
    def follow(self, event: FieldInput.Changed) -> None:
        """Read again; a question that was asked is forgotten when the text changes."""
        self._asked, self._draft = False, event.value
        self._show_or_start(event.value)

    def _show_or_start(self, text: str) -> None:
        if text.strip():
            self.look(text)
        else:
            self._as_note = False
            self._say([START], wrong=False)

    @work(thread=True, exclusive=True, group="phrase", exit_on_error=False)
    def look(self, text: str) -> None:
        """Read, and drop it if more was typed meanwhile."""
        reading = self._read(text)
        if reading is not None and not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, text, reading)

    def _read(self, text: str) -> Reading | None:
        """The reading of a text; None where it stands over nothing."""
        if self._over is None:
            return None
        return self._over.workbench.read(phrase, text, CHOICE_WORDS, self._subject, self._as_note)

    def _show(self, text: str, reading: Reading) -> None:
        if text == self._draft and not self._asked:
            many = len(self._keys) if "key" in reading.inputs else 1
            self._say(reading_lines(reading, many), wrong=False)

    def _say(self, lines: list[str], *, wrong: bool) -> None:
        said = self.query_one("#phrase-reading", Static)
        said.update(plain("\n".join(lines)))
        said.set_class(wrong, "wrong")

    # Sending --------------------------------------------------------------------------------------------------

    @on(FieldInput.Submitted)
    def send(self, event: FieldInput.Submitted) -> None:
        """Perform what was read, or ask for what is missing in the form."""
        screen, text = self._over, event.value
        reading = self._read(text) if text.strip() else None
        if screen is None or reading is None:
            self.action_leave()
        elif reading.wrong:
            self._say([reading.wrong], wrong=True)
        elif reading.missing:
            self._open_form(screen, text, reading)
        elif (form := screen.workbench.form(reading.action)) and form.dangerous and not self._asked:
            self.refuse(Refusal("confirm", f"{reading.title}?"))
        else:
            self._perform(screen, text, reading)

    def _perform(self, screen: "WorkScreen", text: str, reading: Reading) -> None:
        inputs = {**reading.inputs, **({"confirm": "да"} if self._asked else {})}
        each = [{**inputs, "key": key} for key in self._keys] if "key" in inputs else [inputs]

        def call(workbench: Workbench) -> "Done":
            if not reading.rest:
                return workbench.perform_as_one(reading.action, each)
            with workbench.together() as act:
                return _both(act(reading.action, inputs), act(NOTE, {"client": reading.client, "text": reading.rest}))

        screen.act(call, self.refuse, lambda _: self._done(text))

    def _open_form(self, screen: "WorkScreen", text: str, reading: Reading) -> None:
        form = screen.workbench.form(reading.action)
        if form is not None:
            shown = {name: value for name, value in reading.inputs.items() if name not in reading.known}
            self._done(text)
            self._draft = text if reading.rest else ""  # words that the form does not ask for wait for the next F4
            self.app.open_form(screen, form, reading.known, shown)  # type: ignore[attr-defined]  # the app is a Host

    def _done(self, text: str) -> None:
        self._sent = [*(one for one in self._sent if one != text), text][-KEPT:]
        self._draft = ""
        self.action_leave()

    def refuse(self, refusal: Refusal) -> None:
        """Show why not; a question is answered with Enter once more."""
        self._asked = refusal.code == "confirm"
        self._say([f"{refusal.message} Enter — да, Esc — нет." if self._asked else refusal.message], wrong=True)

    # Keys -----------------------------------------------------------------------------------------------------

    def action_recall(self, by: int) -> None:
        """A phrase that was sent before."""
        place = self._place + by
        if 0 <= place <= len(self._sent):
            self._place = place
            self._write(self._sent[place] if place < len(self._sent) else "")

    def action_as_note(self) -> None:
        """Keep the words as a note, or read them again."""
        self._as_note = not self._as_note
        self._show_or_start(self._draft)

    def _write(self, text: str) -> None:
        field = self.query_one(FieldInput)
        field.value = text
        field.cursor_position = len(text)


def _both(done: "Done", note: "Done") -> "Done":
    """An act and the note beside it, told as one."""
    return replace(
        done,
        message=f"{done.message} {note.message}",
        changed=[*done.changed, *note.changed],
        warnings=[*done.warnings, *note.warnings],
        entry=note.entry,
        clients=done.clients | note.clients,
        columns=done.columns | note.columns,
    )
