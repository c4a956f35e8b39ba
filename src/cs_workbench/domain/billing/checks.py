"""Refusals and doubts that actions of billing share: states, numbers, sums, months (rows 2.2, 8.1, 8.2)."""

from collections.abc import Callable, Mapping

from cs_workbench.domain.billing.naming import capital, named
from cs_workbench.domain.billing.records import Invoice, InvoiceState, Subscription
from cs_workbench.domain.billing.repository.billed import numbered, successor
from cs_workbench.kernel.dates import day_text, next_period, period_text
from cs_workbench.kernel.errors import Refusal, caught
from cs_workbench.kernel.money import Money
from cs_workbench.storage.unit import Read, Work

TENFOLD = 10
YEAR = 12


def standing(read: Read, invoice: Invoice, then: str = "") -> None:
    """Refuse an invoice that was corrected, cancelled or written off; `then` says what to do with its successor."""
    name = capital(named(invoice))
    if invoice.state is InvoiceState.SUPERSEDED:
        instead = named(successor(read, invoice))
        advice = f" {then} исправленный {instead}." if then else f" Действует исправленный {instead}."
        raise Refusal("superseded", f"{name} заменён.{advice}", "invoice")
    if invoice.state is InvoiceState.CANCELLED:
        raise Refusal("cancelled", f"{name} отменён: с ним больше ничего не сделать.", "invoice")
    if invoice.state is InvoiceState.WRITTEN_OFF:
        raise Refusal("written_off", f"{name} списан: с ним больше ничего не сделать.", "invoice")


def not_standing(
    read: Read, subject: Mapping[str, int], check: Callable[[Read, Invoice], None] = standing
) -> Refusal | None:
    """Why an action cannot run on the invoice of its subject, for `Action.refusal`."""
    if "invoice" not in subject:
        return None
    return caught(lambda: check(read, read.get(Invoice, subject["invoice"])))


def free_number(read: Read, number: str, year: int, but: Invoice | None = None) -> None:
    """Refuse a number that another invoice of the year has (row 8.1)."""
    found = numbered(read, year, number)
    if found is None or (but is not None and found[0].id == but.id):
        return
    other, client = found
    message = (
        f"Счёт № {number} в {year} году уже есть: «{client.name}», от {day_text(other.issued_on)}, {other.sum.short()}."
    )
    raise Refusal("duplicate", f"{message} Откройте его или исправьте номер.", "number")


def some_money(sum: Money, field: str = "sum") -> None:
    """Refuse nought."""
    if sum <= 0:
        raise Refusal("sum", "Сумма должна быть больше нуля.", field)


def not_tenfold(work: Work, sum: Money, before: Money | None, field: str) -> None:
    """Ask about a sum ten times the one before (2.0)."""
    if before is not None and sum >= before * TENFOLD:
        work.ask(f"Сумма {sum.short()} в десять раз больше прошлой, {before.short()}. Всё верно?", field)


def near(work: Work, period: str, field: str) -> None:
    """Ask about a month more than a year ahead (2.0)."""
    if period > next_period(work.day.period, YEAR):
        work.ask(f"{capital(period_text(period))} — больше чем через год. Всё верно?", field)


def not_over(subscription: Subscription, period: str, field: str) -> None:
    """Refuse a month after the subscription's last."""
    if subscription.to_period is not None and period > subscription.to_period:
        last = period_text(subscription.to_period)
        raise Refusal("ended", f"Подписка закончена: последний месяц — {last}.", field)


def months_over(read: Read, subject: Mapping[str, int]) -> Refusal | None:
    """Why a subscription cannot be paused or repriced: all its months lie behind."""
    if "subscription" not in subject:
        return None
    return caught(lambda: not_over(read.get(Subscription, subject["subscription"]), read.day.period, "subscription"))
