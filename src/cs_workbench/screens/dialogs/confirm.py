"""A question before a large act: what will be done, Enter — yes, Esc — no. A long act tells its progress here."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from cs_workbench.presentation.shapes import CardLine
from cs_workbench.screens.base import WorkScreen
from cs_workbench.screens.dialogs.long_act import Call, LongAct, Words
from cs_workbench.widgets.card_pane import CardPane

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done


class ConfirmDialog(LongAct):
    """Shows lines and performs at Enter; the progress of a long act is told under them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "нет", show=False),
        Binding("enter", "begin", "да", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[CardLine, ...] = ()

    def ask(
        self,
        lines: Sequence[CardLine],
        over: WorkScreen,
        call: Call,
        words: Words | None = None,
        heard: Callable[["Done"], None] | None = None,
    ) -> "ConfirmDialog":
        """Make it ready."""
        self._lines = tuple(lines)
        self.make_ready(over, call, words, heard)
        return self

    def compose(self) -> ComposeResult:
        """The lines, and the line of the act."""
        with Vertical(classes="dialog"):
            yield CardPane(id="confirm-lines")
            yield Static(id="act-line", markup=False)

    def on_screen_resume(self) -> None:
        """Show what is asked."""
        pane = self.query_one(CardPane)
        pane.show(self._lines, about=self._lines)
        pane.focus()
        self.tell("Enter — да, Esc — нет")

    def action_begin(self) -> None:
        """Yes."""
        self.begin()
