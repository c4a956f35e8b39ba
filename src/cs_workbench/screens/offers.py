"""What an act offers to do next: kept until it is looked at or the next act, said beside the act's sentence, opened
by `o`.
"""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from cs_workbench.kernel.money import Money
from cs_workbench.presentation.calls import Offer, offer_rows
from cs_workbench.screens import dialogs
from cs_workbench.screens.base import WorkScreen
from cs_workbench.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done, FollowUp


class OffersScreen(WorkScreen):
    """A screen that keeps the follow-ups of its last act."""

    def __init__(self) -> None:
        super().__init__()
        self._offers: tuple[Offer, ...] = ()

    def hint(self, done: "Done") -> str:
        """The way back, and the first thing that is offered."""
        offers = tuple(self._offer(follow) for follow in done.follow_ups)
        self._keep(offers)
        words = [super().hint(done)]
        if offers:
            later = "" if offers[0].ready else " (позже)"
            more = f" и ещё {len(offers) - 1}" if len(offers) > 1 else ""
            words.append(f"o/щ {offers[0].words}{later}{more}")
        return " · ".join(word for word in words if word)

    def _offer(self, follow: "FollowUp") -> Offer:
        ready = self.workbench.form(follow.action) is not None
        return Offer(follow.action, follow.why[:1].upper() + follow.why[1:], follow.inputs, ready)

    def _keep(self, offers: tuple[Offer, ...]) -> None:
        """Keep what is offered; its key stands first on the last line while there is anything."""
        self._offers = offers
        self.query_one(KeyBar).show([*([("o", "дальше")] if offers else []), *self.keys()])

    def action_undo(self) -> None:
        """What is taken back offers nothing any more."""
        self._keep(())
        super().action_undo()

    def open_offers(self) -> bool:
        """Show what the last act offers; False where it offers nothing."""
        offers = self._offers
        if not offers:
            return False
        self._keep(())
        rows = offer_rows(offers)
        self.app.push_screen(
            self.app.dialog(dialogs.ChoiceDialog).offer("Дальше", rows, lambda key: self._choose(offers[int(key)]))
        )
        return True

    def _choose(self, offer: Offer) -> None:
        if offer.ready:
            self.take_offer(offer)
        else:
            self.say("Этого действия ещё нет: оно придёт со своим разделом.", "warn")

    def take_offer(self, offer: Offer) -> None:
        """The form of what was offered, with what is known: references hidden, the rest to be seen and changed."""
        form = self.workbench.form(offer.action)
        if form is not None:
            hidden, shown = offer_inputs(offer.known)
            self.app.open_form(self, form, hidden, shown)


def offer_inputs(known: Mapping[str, object]) -> tuple[dict[str, str], dict[str, str]]:
    """Inputs that are known as those to hide (references, letters of many lines) and those to show."""
    hidden: dict[str, str] = {}
    shown: dict[str, str] = {}
    for name, value in known.items():
        if isinstance(value, Money):
            shown[name] = value.plain()
        elif isinstance(value, date):
            shown[name] = value.isoformat()
        elif isinstance(value, int | Enum) or name in ("for", "kind") or "\n" in str(value):
            hidden[name] = str(value.value if isinstance(value, Enum) else value)
        elif value is not None:
            shown[name] = str(value)
    return hidden, shown
