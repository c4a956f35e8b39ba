"""Where to go: the screens by one letter or digit, after `g`."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from cs_workbench.presentation.shapes import CardLine
from cs_workbench.screens.base import PLACES
from cs_workbench.screens.dialogs.dialog import Dialog
from cs_workbench.widgets.card_pane import CardPane
from cs_workbench.widgets.layout_keys import key_label


class PlacesDialog(Dialog):
    """Shows the screens with their letters; `chosen(name)` is called after it has closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(f"{letter},{digit}", f"choose('{name}')", title, show=False, priority=True)
            for name, (letter, digit, title) in PLACES.items()
        ),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._chosen: Callable[[str], None] | None = None

    def then(self, chosen: Callable[[str], None]) -> "PlacesDialog":
        """Make it ready."""
        self._chosen = chosen
        return self

    def compose(self) -> ComposeResult:
        """The screens and their letters."""
        with Vertical(classes="dialog"):
            yield CardPane(id="places")

    def on_screen_resume(self) -> None:
        """Show the screens."""
        places = [CardLine(f"{key_label(letter)}  {title}", indent=2) for letter, _digit, title in PLACES.values()]
        pane = self.query_one(CardPane)
        pane.show([CardLine("Перейти", "title"), *places])
        pane.focus()

    def action_choose(self, name: str) -> None:
        """Close and go there."""
        self.dismiss(None)
        if self._chosen is not None:
            self._chosen(name)
