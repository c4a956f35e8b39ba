"""What is agreed with a client: the monthly fee, its pauses and its end (row 8.1); its price changes in `prices`."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.billing import checks
from cs_workbench.domain.billing.ledger import first_unbilled, refresh_subscription
from cs_workbench.domain.billing.naming import named, of_month
from cs_workbench.domain.billing.records import (
    Invoice,
    SendChannel,
    Subscription,
    SubscriptionPause,
    SubscriptionRef,
    SubscriptionState,
)
from cs_workbench.domain.billing.repository.billed import (
    billed_periods,
    invoices_of,
    pauses_of,
)
from cs_workbench.domain.clients.records import Client, ClientKind, ClientRef
from cs_workbench.kernel.action import Action, Facts, FollowUp, Outcome
from cs_workbench.kernel.dates import day_text, next_period, parse_day, parse_period, period_of, period_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Email, Line, Money, Period, Text
from cs_workbench.kernel.text import count
from cs_workbench.kernel.today import Today
from cs_workbench.storage.unit import Read, Work


class OpenSubscription(Action):
    """A monthly fee for whole months; the first month is billed whole."""

    facts = Facts("billing.open_subscription", "Открыть подписку", ("8.1",), phrases=("подписка",))

    client: ClientRef
    amount: Money
    from_period: Period
    to_period: Period | None = None
    email: Email | None = None
    channel: SendChannel | None = None
    remind_from: int | None = None
    due: int | None = None

    def apply(self, work: Work) -> Outcome:
        client = work.get(Client, self.client)
        self._check(work)
        self._doubt(work, client)
        subscription = Subscription(
            client_id=client.id,
            amount=self.amount,
            from_period=self.from_period,
            to_period=self.to_period,
            run_from=max(self.from_period, work.day.period),
            next_unbilled=self.from_period,
            email=self.email,
            channel=self.channel,
            remind_from=self.remind_from or work.day.terms.remind_from,
            due_day=self.due,
            created_on=work.day.today,
        )
        work.add(subscription)
        months = f"с {of_month(self.from_period)}"
        if self.to_period is not None:
            months += f" по {period_text(self.to_period)}"
        return Outcome(f"Подписка «{client.name}» открыта: {self.amount.short()} в месяц {months}.")

    def _check(self, work: Work) -> None:
        checks.some_money(self.amount, "amount")
        if self.to_period is not None and self.to_period < self.from_period:
            raise Refusal("period", "Последний месяц раньше первого: исправьте один из них.", "to_period")
        for field, day in (("remind_from", self.remind_from), ("due", self.due)):
            if day is not None and not 1 <= day <= 31:
                raise Refusal("day", "Здесь нужно число месяца, от 1 до 31.", field)

    def _doubt(self, work: Work, client: Client) -> None:
        checks.near(work, self.from_period, "from_period")
        twin = work.first(
            select(Subscription).where(
                col(Subscription.client_id) == client.id,
                col(Subscription.amount) == self.amount,
                col(Subscription.state) != SubscriptionState.ENDED,
            )
        )
        if twin is not None:
            since = of_month(twin.from_period)
            work.ask(f"У клиента уже есть подписка на {twin.amount.short()} с {since}. Открыть ещё одну?", "amount")
        if self.from_period < work.day.period:
            months = _months(self.from_period, work.day.period)
            said = count(months, "прошедший месяц", "прошедших месяца", "прошедших месяцев")
            work.warn(f"Подписка начинается раньше текущего месяца: ещё не выставлено {said}.")
        if client.inn is None and client.kind is not ClientKind.PERSON:
            work.warn(f"У клиента «{client.name}» нет ИНН: пока его нет, счёт не попадёт в прогон.")


def _months(first: str, after: str) -> int:
    """How many months there are from `first` up to, not including, `after`."""
    return (int(after[:4]) - int(first[:4])) * 12 + int(after[5:]) - int(first[5:])


class Pause(Action):
    """Months without a fee: from the first not billed yet (or `from_period`) until the month in which it resumes."""

    facts = Facts("billing.pause", "Приостановить подписку", ("8.1",))

    subscription: SubscriptionRef
    until: Line
    reason: Text
    from_period: Period | None = None

    def apply(self, work: Work) -> Outcome:
        subscription = work.get(Subscription, self.subscription)
        resumes = resumed_in(self.until, work.day)
        start = first_unbilled(
            subscription,
            billed_periods(work, subscription.id),
            pauses_of(work, subscription.id),
            self.from_period or work.day.period,
        )
        if start is None:
            raise Refusal("ended", "Подписка закончена: останавливать нечего.", "subscription")
        if resumes <= start:
            message = f"Приостановить можно с {of_month(start)}: возобновить можно только позже."
            raise Refusal("until", message, "until")
        checks.near(work, resumes, "until")
        pause = SubscriptionPause(
            subscription_id=subscription.id,
            client_id=subscription.client_id,
            from_period=start,
            to_period=resumes,
            reason=self.reason,
        )
        work.add(pause)
        if subscription.state is SubscriptionState.ACTIVE:
            subscription.state = SubscriptionState.PAUSED
        refresh_subscription(work, subscription)
        last = next_period(resumes, -1)
        months = f"за {period_text(start)}" if last == start else f"с {of_month(start)} по {period_text(last)}"
        return Outcome(f"Подписка на паузе: {months} счетов не будет. Снова выставляем с {of_month(resumes)}.")

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return checks.months_over(read, subject)


def resumed_in(text: str, today: Today) -> str:
    """The month in which a paused subscription is billed again.

    A month is itself, a day means the month that follows it, a 1st its own month.

    Raises Refusal "until" for a month or a day that is past, "date" for what is neither.
    """
    try:
        month = parse_period(text, today.today)
        past = month < today.period
    except Refusal:
        try:
            day = parse_day(text, today.today, today.calendar)
        except Refusal as refusal:
            raise refusal.at("until") from refusal
        month = period_of(day) if day.day == 1 else next_period(period_of(day))
        past = day < today.today
        text = day_text(day)
    if past:
        raise Refusal("until", f"Пауза до «{text}» уже прошла: укажите месяц или день в будущем.", "until")
    return month


class End(Action):
    """The end of a subscription: `period` is the last month that is billed."""

    facts = Facts("billing.end", "Закончить подписку", ("8.1",), dangerous=True)

    subscription: SubscriptionRef
    period: Period
    reason: Text

    def apply(self, work: Work) -> Outcome:
        subscription = work.get(Subscription, self.subscription)
        if subscription.state is SubscriptionState.ENDED and subscription.to_period == self.period:
            raise Refusal("same", f"Подписка уже закончена: последний месяц — {period_text(self.period)}.", "period")
        if self.period < subscription.from_period:
            first = period_text(subscription.from_period)
            raise Refusal("period", f"Подписка начинается позже: первый месяц — {first}.", "period")
        checks.near(work, self.period, "period")
        later = invoices_of(work, subscription.id, next_period(self.period))
        if later:
            names = ", ".join(named(invoice) for invoice in later)
            work.ask(f"После {of_month(self.period)} уже выставлено: {names}. Закончить всё равно?", "period")
        subscription.to_period = self.period
        subscription.end_reason = self.reason
        subscription.state = SubscriptionState.ENDED
        refresh_subscription(work, subscription)
        message = f"Подписка закончена: последний месяц — {period_text(self.period)}."
        if subscription.next_unbilled is not None:
            message += f" Ещё не выставлено: с {of_month(subscription.next_unbilled)}."
        return Outcome(message, [_cancel(invoice, self.reason) for invoice in later if not invoice.paid])


def _cancel(invoice: Invoice, reason: str) -> FollowUp:
    inputs = {"invoice": invoice.id, "reason": reason}
    return FollowUp("billing.cancel_invoice", inputs, f"Отменить {named(invoice)}: подписка закончена раньше")


SUBSCRIPTIONS: tuple[type[Action], ...] = (OpenSubscription, Pause, End)
