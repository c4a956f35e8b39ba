"""The monthly fee's price from a month on, and what that makes of invoices made already (row 8.2)."""

from collections.abc import Mapping, Sequence

from cs_workbench.domain.billing import checks
from cs_workbench.domain.billing.ledger import price_for, refresh_invoices
from cs_workbench.domain.billing.naming import named, of_month
from cs_workbench.domain.billing.records import Invoice, InvoiceState, PriceChange, Subscription, SubscriptionRef
from cs_workbench.domain.billing.repository.billed import changes_of, closed_since, invoices_of
from cs_workbench.kernel.action import Action, Facts, FollowUp, Outcome
from cs_workbench.kernel.dates import period_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Money, Period, Text
from cs_workbench.kernel.text import count
from cs_workbench.storage.unit import Read, Work


class ChangePrice(Action):
    """A new monthly fee from a month on, with its reason; invoices made already are to be corrected one by one."""

    facts = Facts("billing.change_price", "Изменить цену", ("8.2",), phrases=("цена",))

    subscription: SubscriptionRef
    amount: Money
    from_period: Period
    reason: Text

    def apply(self, work: Work) -> Outcome:
        subscription = work.get(Subscription, self.subscription)
        changes = changes_of(work, subscription.id)
        old = price_for(subscription, changes, self.from_period)
        self._check(subscription, old)
        made = self._invoices(work, changes)
        _not_closed(work, made)
        _not_below_paid(made, self.amount)
        checks.not_tenfold(work, self.amount, old, "amount")
        checks.near(work, self.from_period, "from_period")
        change = work.add(
            PriceChange(
                subscription_id=subscription.id,
                client_id=subscription.client_id,
                from_period=self.from_period,
                old=old,
                new=self.amount,
                reason=self.reason,
                requested_on=work.day.today,
            )
        )
        changes.append(change)
        subscription.amount = price_for(subscription, changes, work.day.period)
        wrong = _to_correct(work, made, self.amount)
        message = f"С {of_month(self.from_period)} — {self.amount.short()} вместо {old.short()}."
        if wrong:
            message += f" Уже выставлено: {count(len(wrong), 'счёт', 'счёта', 'счетов')}, замените."
        return Outcome(message, [_replace(invoice, self.reason) for invoice in wrong])

    def _check(self, subscription: Subscription, old: Money) -> None:
        checks.some_money(self.amount, "amount")
        checks.not_over(subscription, self.from_period, "from_period")
        if self.from_period < subscription.from_period:
            first = period_text(subscription.from_period)
            raise Refusal("period", f"Подписка начинается позже: первый месяц — {first}.", "from_period")
        if self.amount == old:
            raise Refusal("same", f"Цена и так {old.short()}: менять нечего.", "amount")

    def _invoices(self, work: Work, changes: Sequence[PriceChange]) -> list[Invoice]:
        """Invoices of the months that this price is for: up to the next change that was agreed before."""
        later = min((change.from_period for change in changes if change.from_period > self.from_period), default="")
        made = invoices_of(work, self.subscription, self.from_period)
        return [invoice for invoice in made if not later or invoice.period < later]

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return checks.months_over(read, subject)


def _not_closed(work: Work, made: Sequence[Invoice]) -> None:
    """Refuse a month that is billed and whose run is closed."""
    closed = closed_since(work, made[0].period) if made else set()
    for invoice in made:
        if invoice.period in closed:
            said = f"Счёт за {period_text(invoice.period)} выставлен, и прогон закрыт"
            raise Refusal("closed", f"{said}: назначьте цену с более позднего месяца.", "from_period")


def _not_below_paid(made: Sequence[Invoice], amount: Money) -> None:
    for invoice in made:
        if invoice.paid > amount:
            paid, month = invoice.paid.short(), period_text(invoice.period)
            raise Refusal("paid", f"По счёту за {month} уже оплачено {paid}: цена не может быть ниже.", "amount")


def _to_correct(work: Work, made: Sequence[Invoice], price: Money) -> list[Invoice]:
    """Mark the invoices that say another sum than the price, and give them (BL-FIX stands until they are replaced)."""
    owed = [invoice for invoice in made if invoice.state is not InvoiceState.WRITTEN_OFF]
    for invoice in owed:
        invoice.fix_sum = None if invoice.sum == price else price
    refresh_invoices(work, owed)
    return [invoice for invoice in owed if invoice.sum != price]


def _replace(invoice: Invoice, reason: str) -> FollowUp:
    inputs = {"invoice": invoice.id, "sum": (invoice.fix_sum or invoice.sum).plain(), "reason": reason}
    return FollowUp("billing.replace_invoice", inputs, f"Заменить {named(invoice)}: сумма изменилась")


PRICES: tuple[type[Action], ...] = (ChangePrice,)
