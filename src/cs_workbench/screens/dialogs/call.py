"""The outcome of a call: one digit, and a line where the digit asks for more."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from cs_workbench.presentation.calling import OUTCOMES
from cs_workbench.presentation.shapes import CardLine
from cs_workbench.screens.dialogs.dialog import Dialog
from cs_workbench.widgets.card_pane import CardPane

Chosen = Callable[[str], None]
IN_A_LINE = 3


def outcome_lines() -> list[CardLine]:
    """The nine outcomes as they lie on the digits of a keyboard: always in sight, whatever is known of the client."""
    words = [f"{outcome.digit}  {outcome.word:<22}" for outcome in OUTCOMES]
    return [CardLine("".join(words[at : at + IN_A_LINE]), indent=1) for at in range(0, len(words), IN_A_LINE)]


class CallDialog(Dialog):
    """Shows whom to call and the nine outcomes; `chosen(digit)` is called after it has closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(outcome.digit, f"choose('{outcome.digit}')", outcome.word, show=False) for outcome in OUTCOMES),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[CardLine, ...] = ()
        self._chosen: Chosen | None = None

    def about(self, lines: Sequence[CardLine], chosen: Chosen) -> "CallDialog":
        """Make it ready for a client."""
        self._lines, self._chosen = tuple(lines), chosen
        return self

    def compose(self) -> ComposeResult:
        """The client, and the outcomes by digit."""
        with Vertical(classes="dialog"):
            yield CardPane(id="call")

    def on_screen_resume(self) -> None:
        """Show the client."""
        pane = self.query_one(CardPane)
        pane.show([*self._lines[:1], *outcome_lines(), CardLine(""), *self._lines[1:]], about=self._lines)
        pane.focus()

    def action_choose(self, digit: str) -> None:
        """Close and hand the digit over."""
        self.dismiss(None)
        if self._chosen is not None:
            self._chosen(digit)
