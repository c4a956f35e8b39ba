"""What each list of `Касса` gives to the screen: how it is read and shown, and what its keys do."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, ClassVar

from cs_workbench.presentation.shapes import CardLine, Column, RowKey
from cs_workbench.screens.cash.base import CashBase
from cs_workbench.screens.triage import Whom
from cs_workbench.widgets.row_source import RowSource
from cs_workbench.workbench import Workbench


class Mode:
    """A list. `read` runs in a thread and gives a picture of one moment; the rest shows it and answers keys."""

    token: ClassVar[str]
    title: ClassVar[str]
    empty: ClassVar[str]
    keys: ClassVar[tuple[tuple[str, str], ...]]
    exported: ClassVar[str]
    narrowed_by: ClassVar[tuple[str, ...]]
    """The list's name among the exports, and what of the screen's month, letters and choice narrows it."""

    def __init__(self, screen: CashBase) -> None:
        self.screen = screen
        self.fresh = False
        """Whether what is held is what the database holds."""
        self.chosen = "all"
        self.size: int | None = None
        """How many rows there are, where the counters do not say it."""

    # Reading and showing

    @abstractmethod
    def read(self, workbench: Workbench, period: str) -> Any:
        """Everything that the list shows, in frozen rows; in a thread."""

    @abstractmethod
    def take(self, found: Any) -> None:
        """Hold what was read."""

    @abstractmethod
    def columns(self, width: int) -> Sequence[Column]:
        """The columns of a list of `width` cells."""

    @abstractmethod
    def source(self, words: str) -> RowSource:
        """The rows whose client has `words` in its name."""

    @abstractmethod
    def legend(self, width: int) -> str:
        """The line under the list."""

    def choice(self) -> str:
        """What the list is narrowed to, in words."""
        return ""

    @abstractmethod
    def card(self, key: RowKey) -> list[CardLine]:
        """What a row itself says in the card."""

    def client_of(self, key: RowKey) -> Whom | None:
        """The client of a row."""
        return None

    # Keys

    def open(self) -> None:
        """Enter."""
        whom = self.screen.whom()
        if whom is not None:
            self.screen.app.open_client(whom.client_id)

    def answer(self) -> None:
        """`d`: the fact that the row asks for."""
        self.screen.action_call()

    def drop(self) -> None:
        """`x`."""
        self._nothing()

    def edit(self) -> None:
        """`e`."""
        self._nothing()

    def send(self) -> None:
        """`r`."""
        self._nothing()

    def close(self) -> None:
        """`l`."""
        self._nothing()

    def numbers(self) -> None:
        """`i`."""
        self._nothing()

    def copy(self) -> None:
        """`y`."""
        self._nothing()

    @abstractmethod
    def others(self) -> None:
        """`o`: narrow the list, or other actions."""

    def _nothing(self) -> None:
        self.screen.say(f"В разделе «{self.title}» этой клавише нечего делать.", "warn")
