"""What the dialogs have in common: their look, and that Esc closes them."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen


class Dialog(ModalScreen[None]):
    """A small window over a screen; made once and kept."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "закрыть", show=False)]

    def action_leave(self) -> None:
        """Close without doing anything; where it has been closed already, nothing."""
        if self.is_current:
            self.dismiss(None)
