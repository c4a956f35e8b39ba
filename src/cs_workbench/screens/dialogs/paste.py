"""A field of many lines over a screen: a column of numbers pasted from 1C, read aloud under it before it is sent."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static, TextArea

from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.text import clean_text
from cs_workbench.screens.dialogs.dialog import Dialog
from cs_workbench.widgets.plain import plain

LIMIT = 1_000_000
"""Characters of a paste that are taken: ten thousand lines of a client and a number."""


class PasteDialog(Dialog):
    """`sent(text, confirmed)` is called at Ctrl+S; the caller closes it, or shows a refusal with `refuse`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "закрыть", show=False, priority=True),
        Binding("ctrl+s,f2", "send", "внести", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._start = ""
        self._reading: Callable[[str], str] | None = None
        self._sent: Callable[[str, bool], None] | None = None
        self._asked = False

    def ask(
        self, title: str, sent: Callable[[str, bool], None], reading: Callable[[str], str], start: str = ""
    ) -> "PasteDialog":
        """Make it ready for a question."""
        self._title, self._sent, self._reading, self._start, self._asked = title, sent, reading, start, False
        return self

    def compose(self) -> ComposeResult:
        """A title, the field, what was understood."""
        with Vertical(classes="dialog tall"):
            yield Static(id="paste-title", markup=False)
            yield TextArea(id="paste-text", tab_behavior="indent", show_line_numbers=True)
            yield Static(id="paste-reading", markup=False)

    def on_screen_resume(self) -> None:
        """A new question."""
        self.query_one("#paste-title", Static).update(plain(self._title))
        area = self.query_one(TextArea)
        area.cursor_blink = False
        area.text = self._start
        area.focus()
        self._read()

    @on(TextArea.Changed)
    def _read(self) -> None:
        self._asked = False
        if self._reading is not None:
            self._say(f"{self._reading(self._text())}. Ctrl+S — внести, Esc — закрыть")

    def action_send(self) -> None:
        """Hand the text over."""
        if self._sent is not None:
            self._sent(self._text(), self._asked)

    def _text(self) -> str:
        return clean_text(self.query_one(TextArea).text, LIMIT)

    def refuse(self, refusal: Refusal) -> None:
        """Show why not; a question is answered with Ctrl+S once more."""
        self._asked = refusal.code == "confirm"
        self._say(f"{refusal.message} Ctrl+S — да, Esc — нет." if self._asked else refusal.message, wrong=True)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        line = self.query_one("#paste-reading", Static)
        line.update(plain(text))
        line.set_class(wrong, "wrong")
