"""What stands beside the kept screens and is made with them behind the first frame: who copies texts, and who knows
what has a time today.

`base.py` knows both by these protocols alone; `copying.py` and `appointments.py` are they.
"""

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from textual.screen import Screen

from cs_workbench.kernel.queue import Item
from cs_workbench.workbench import News

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done

S = TypeVar("S", bound=Screen[Any], contravariant=True)


class Copies(Protocol[S]):
    """Texts to the clipboard (`copying.py`)."""

    def item(self, screen: S, item: Item) -> None:
        """What an item asks for."""

    def client(self, screen: S, client_id: int) -> None:
        """A client's card."""

    def invoice(self, screen: S, invoice_id: int) -> None:
        """The letter of one more copy of an invoice."""

    def reminder(self, screen: S, client_id: int) -> None:
        """The letter that reminds a client of its debt."""

    def request(self, screen: S, request_id: int) -> None:
        """The card of a request for support, shown first."""

    def choose(self, screen: S, client_id: int, name: str) -> None:
        """One of a client's texts, chosen and shown first."""

    def text(self, screen: S, what: str, text: str) -> None:
        """A text that is ready."""


class Agenda(Protocol):
    """What has a time today (`appointments.py`)."""

    def begin(self) -> None:
        """Everything is loaded: look at the day for the first time."""

    def show_over(self, screen: Screen[Any]) -> None:
        """The next appointment over a screen that is shown."""

    def changed(self, done: "Done") -> None:
        """An act changed records."""

    def turned(self, news: News) -> None:
        """Another window changed records, or the minute or the day turned."""
