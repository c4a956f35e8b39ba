"""What a list of `Касса` asks of the screen that shows it; `view.py` and `screen.py` answer."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType

from cs_workbench.screens.base import WorkScreen
from cs_workbench.screens.triage import TriageScreen
from cs_workbench.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done

BESIDE = 130
"""Columns from which the card stands beside the list: the map needs most of a hundred."""


class CashBase(TriageScreen, inherit_bindings=False):
    """The screen, as its lists see it. Keys of the queue that mean nothing here are not inherited."""

    CSS_PATH = "../house.tcss"
    title_text = "Касса"
    narrow_below = BESIDE
    BINDINGS: ClassVar[list[BindingType]] = [*WorkScreen.BINDINGS]

    def __init__(self) -> None:
        super().__init__()
        self.period = ""
        """The month that is shown, as `2026-11`."""
        self.words = ""
        """Letters, folded, that the names of shown rows have."""

    @property
    def table(self) -> RecordTable:
        """The list."""
        return self.query_one("#list", RecordTable)

    @abstractmethod
    def show(self, *, keep: bool = True) -> None:
        """Show the list as it is held."""

    @abstractmethod
    def narrow_to(self, chosen: str) -> None:
        """Show the rows that stand so."""

    @abstractmethod
    def perform_asking(
        self, action: str, inputs: Mapping[str, Any], heard: Callable[["Done"], None] | None = None
    ) -> None:
        """Perform an action; a doubt is asked in a dialog, and what was refused is said under the list."""
