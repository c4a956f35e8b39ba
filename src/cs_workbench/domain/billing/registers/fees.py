"""Which invoice of a register is a month's fee: the client's subscription has that month unbilled, at that price."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.billing.ledger import first_unbilled, price_for
from cs_workbench.domain.billing.records import Invoice, InvoiceKind, PriceChange, Subscription, SubscriptionPause
from cs_workbench.domain.billing.repository.billed import BILLED, live
from cs_workbench.kernel.money import Money
from cs_workbench.storage.unit import Read


class Fees:
    """Subscriptions, and their months among `periods` that are billed, with those that the register itself bills."""

    def __init__(self, read: Read, periods: Collection[str]) -> None:
        self._subscriptions: dict[int, list[Subscription]] = defaultdict(list)
        self._pauses: dict[int, list[SubscriptionPause]] = defaultdict(list)
        self._changes: dict[int, list[PriceChange]] = defaultdict(list)
        wanted = select(Subscription).where(col(Subscription.state).in_(BILLED)).order_by(col(Subscription.id))
        for subscription in read.all(wanted):
            self._subscriptions[subscription.client_id].append(subscription)
        for pause in read.all(select(SubscriptionPause)):
            self._pauses[pause.subscription_id].append(pause)
        for change in read.all(select(PriceChange)):
            self._changes[change.subscription_id].append(change)
        billed = select(col(Invoice.subscription_id), col(Invoice.period)).where(
            col(Invoice.subscription_id).is_not(None), col(Invoice.period).in_(sorted(periods)), live()
        )
        self._billed: set[tuple[int, str]] = {
            (number, period) for number, period in read.session.execute(billed) if number
        }

    def subscription(self, client_id: int, period: str, sum: Money, kind: InvoiceKind | None) -> Subscription | None:
        """The subscription that an invoice bills, which is billed from now on; None where it is no fee.

        Without a kind it is a fee only where the sum is the price of the month.
        """
        if kind not in (None, InvoiceKind.SUBSCRIPTION):
            return None
        for subscription in self._subscriptions.get(client_id, ()):
            if self._waits(subscription, period) and (
                kind is not None or price_for(subscription, self._changes[subscription.id], period) == sum
            ):
                self._billed.add((subscription.id, period))
                return subscription
        return None

    def _waits(self, subscription: Subscription, period: str) -> bool:
        if (subscription.id, period) in self._billed:
            return False
        return first_unbilled(subscription, (), self._pauses[subscription.id], period) == period
