"""A text to read over a screen: «Почему здесь», help, what an import found."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from cs_workbench.presentation.shapes import CardLine
from cs_workbench.screens.dialogs.dialog import Dialog
from cs_workbench.widgets.card_pane import CardPane


class TextDialog(Dialog):
    """Lines to read; Esc, Enter or the key that opened it closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,w,f1", "leave", "закрыть", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[CardLine, ...] = ()

    def about(self, lines: Sequence[CardLine]) -> "TextDialog":
        """Make it ready to show these lines."""
        self._lines = tuple(lines)
        return self

    def compose(self) -> ComposeResult:
        """The lines."""
        with Vertical(classes="dialog tall"):
            yield CardPane(id="text")

    def on_screen_resume(self) -> None:
        """Show the lines from the top."""
        pane = self.query_one(CardPane)
        pane.show(self._lines, about=self._lines)
        pane.focus()
