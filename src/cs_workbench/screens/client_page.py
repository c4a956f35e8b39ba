"""All that the screen of a client shows, read in one go in a thread, and its timeline as pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cs_workbench.domain.client_page.asked import Asked, asked_of
from cs_workbench.domain.client_page.head import Head, client_head
from cs_workbench.domain.client_page.money import ClientMoney, money_of
from cs_workbench.domain.client_page.needs import NeedsRow, needs_of
from cs_workbench.domain.client_page.objects import SiteRow, sites_of
from cs_workbench.domain.client_page.people import ContactRow, people_of
from cs_workbench.domain.client_page.timeline import Event, Spot, events_at, spots_of
from cs_workbench.kernel.queue import Item
from cs_workbench.presentation.client_asked import asked_rows
from cs_workbench.presentation.client_needs import needs_rows
from cs_workbench.presentation.client_objects import object_rows
from cs_workbench.presentation.client_tabs import contact_row, item_row, money_rows
from cs_workbench.presentation.shapes import Row, RowKey
from cs_workbench.presentation.timeline import event_row
from cs_workbench.widgets.row_source import PAGE, ListSource, RowSource
from cs_workbench.workbench import Workbench


class FeedSource:
    """The timeline as rows, a page at a time; the first page is read with the rest of the card."""

    def __init__(self, workbench: Workbench, spots: Sequence[Spot]) -> None:
        self._workbench = workbench
        self._spots = spots
        self._places = {f"{spot.kind}:{spot.id}": place for place, spot in enumerate(spots)}
        self._first = self._events(0, PAGE)

    def total(self) -> int:
        """How many events there are."""
        return len(self._spots)

    def page(self, offset: int, limit: int) -> Sequence[Row]:
        """The rows of a window."""
        kept = offset == 0 and limit <= PAGE
        return [event_row(event) for event in (self._first[:limit] if kept else self._events(offset, limit))]

    def find(self, key: RowKey) -> int | None:
        """The place of an event."""
        return self._places.get(str(key))

    def of_kinds(self, kinds: frozenset[str]) -> "FeedSource":
        """The events of these kinds alone; all of them where none is named."""
        if not kinds:
            return self
        return FeedSource(self._workbench, [spot for spot in self._spots if spot.kind in kinds])

    def event(self, key: RowKey) -> Event | None:
        """The event of a row."""
        place = self.find(key)
        return None if place is None else self._events(place, 1)[0]

    def _events(self, offset: int, limit: int) -> Sequence[Event]:
        spots = self._spots[offset : offset + limit]
        return self._workbench.read(events_at, spots) if spots else ()


@dataclass(frozen=True)
class ClientPage:
    """A client at one moment."""

    head: Head
    items: tuple[Item, ...]
    feed: FeedSource
    money: ClientMoney
    asked: Asked
    sites: tuple[SiteRow, ...]
    people: tuple[ContactRow, ...]
    needs: NeedsRow

    @property
    def next_item(self) -> Item | None:
        """What comes next: the first thing to do that is not put off."""
        return next((item for item in self.items if item.snoozed is None), None)

    def source(self, tab: str) -> RowSource:
        """The rows of a tab."""
        if tab == "feed":
            return self.feed
        rows: Mapping[str, Callable[[], Sequence[Row]]] = {
            "money": lambda: money_rows(self.money),
            "items": lambda: [item_row(item) for item in self.items],
            "asked": lambda: asked_rows(self.asked),
            "objects": lambda: object_rows(self.sites),
            "people": lambda: [contact_row(person) for person in self.people],
            "needs": lambda: needs_rows(self.needs),
        }
        return ListSource(rows[tab]())

    def count(self, tab: str) -> int:
        """What stands beside a tab's title: events, unpaid invoices, things to do, open requests and conflicts, sites,
        people, questions without an answer.
        """
        return {
            "feed": self.feed.total(),
            "money": self.head.unpaid,
            "items": len(self.items),
            "asked": self.asked.open,
            "objects": len(self.sites),
            "people": len(self.people),
            "needs": self.needs.unanswered,
        }[tab]


def read_page(workbench: Workbench, client_id: int) -> ClientPage | None:
    """The client as it stands; None where it is gone."""
    head = workbench.read(client_head, client_id)
    if head is None:
        return None
    return ClientPage(
        head,
        tuple(workbench.items_of_client(client_id)),
        FeedSource(workbench, workbench.read(spots_of, client_id)),
        workbench.read(money_of, client_id),
        workbench.read(asked_of, client_id),
        workbench.read(sites_of, client_id),
        workbench.read(people_of, client_id),
        workbench.read(needs_of, client_id),
    )
