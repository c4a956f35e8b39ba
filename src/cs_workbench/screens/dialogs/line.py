"""One line of input over a screen: a date, a sum, a reason. What was typed is read aloud under it before Enter; a
refusal stays beside it.
"""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from cs_workbench.kernel.errors import Refusal
from cs_workbench.screens.dialogs.dialog import Dialog
from cs_workbench.widgets.field_input import FieldInput
from cs_workbench.widgets.plain import plain

Reading = Callable[[str], str]
Sent = Callable[[str, bool], None]


class LineDialog(Dialog):
    """Asks for one line. `sent(text, confirmed)` is called at Enter; the caller closes it, or shows a refusal with
    `refuse`.
    """

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._reading: Reading | None = None
        self._sent: Sent | None = None
        self._start = ""
        self._asked = False

    def ask(self, title: str, sent: Sent, reading: Reading | None = None, start: str = "") -> "LineDialog":
        """Make it ready for a question."""
        self._title, self._sent, self._reading, self._start, self._asked = title, sent, reading, start, False
        return self

    def compose(self) -> ComposeResult:
        """A title, the field, what was understood."""
        with Vertical(classes="dialog"):
            yield Static(id="line-title", markup=False)
            yield FieldInput(id="line-field")
            yield Static(id="line-reading", markup=False)

    def on_screen_resume(self) -> None:
        """A new question."""
        self.query_one("#line-title", Static).update(plain(self._title))
        field = self.query_one(FieldInput)
        field.value = self._start
        field.cursor_position = len(self._start)
        field.focus()
        self._say("", wrong=False)

    @on(FieldInput.Changed)
    def read_aloud(self, event: FieldInput.Changed) -> None:
        """Say what was understood; a question that was asked is forgotten when the text changes."""
        self._asked = False
        if self._reading is None or not event.value.strip():
            self._say("", wrong=False)
            return
        try:
            self._say(self._reading(event.value), wrong=False)
        except Refusal as refusal:
            self._say(refusal.message, wrong=True)

    @on(FieldInput.Submitted)
    def send(self, event: FieldInput.Submitted) -> None:
        """Hand the text over."""
        if self._sent is not None:
            self._sent(event.value, self._asked)

    def refuse(self, refusal: Refusal) -> None:
        """Show why not; a question is answered with Enter once more."""
        self._asked = refusal.code == "confirm"
        self._say(f"{refusal.message} Enter — да, Esc — нет." if self._asked else refusal.message, wrong=True)

    def _say(self, text: str, *, wrong: bool) -> None:
        line = self.query_one("#line-reading", Static)
        line.update(plain(text))
        line.set_class(wrong, "wrong")
