"""A text to read over a screen: «Почему здесь», help, what an import found; or to take, where Enter copies it."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from cs_workbench.presentation.shapes import CardLine
from cs_workbench.screens.dialogs.dialog import Dialog
from cs_workbench.widgets.card_pane import CardPane


class TextDialog(Dialog):
    """Lines to read; Esc, Enter or the key that opened it closes it. What can be taken is taken by Enter or `y`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,w,f1", "leave", "закрыть", show=False),
        Binding("enter,y", "take", "взять или закрыть", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[CardLine, ...] = ()
        self._taken: Callable[[], None] | None = None

    def about(self, lines: Sequence[CardLine], taken: Callable[[], None] | None = None) -> "TextDialog":
        """Make it ready to show these lines; `taken()` is called after Enter has closed it."""
        self._lines, self._taken = tuple(lines), taken
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

    def action_take(self) -> None:
        """Close, and take the text where it can be taken."""
        taken, shown = self._taken, self.is_current
        self.action_leave()
        if taken is not None and shown:
            taken()
