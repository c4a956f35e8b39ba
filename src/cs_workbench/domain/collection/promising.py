"""What is derived of promises: how money decides them. Every act that moves money or debt comes here by an interest.

`actions/promises.py` gives and replaces promises; the interests of `actions/__init__.py` name the records of billing
that call `settle_promises`.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.billing.records import Payment
from cs_workbench.domain.collection.records import Promise, PromiseState
from cs_workbench.domain.collection.repository.debts import debts_of
from cs_workbench.domain.collection.repository.promises import failed_state, last_ids, payments_since, unsettled
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.money import Money
from cs_workbench.storage.unit import Work

CHUNK = 400


def settle_promises(work: Work, clients: frozenset[int]) -> None:
    """Reckon `received`, `received_late`, `state` and `awaited` of these clients' promises from payments and debt."""
    numbers = iter(sorted(clients))
    while chunk := list(islice(numbers, CHUNK)):
        promises = unsettled(work, chunk)
        if not promises:
            continue
        payments = payments_since(work, chunk, min(promise.made_on for promise in promises))
        debts, last = debts_of(work, chunk), last_ids(work, chunk)
        for promise in promises:
            _reckon(promise, payments.get(promise.client_id, ()), is_last=promise.id in last)
            if promise.client_id not in debts:
                _forget(work, promise)


def _reckon(promise: Promise, payments: Sequence[Payment], *, is_last: bool) -> None:
    """Money decides: the whole sum in time keeps a promise, anything less leaves it open until its day has passed."""
    was_kept = promise.state == PromiseState.KEPT
    promise.received = _sum(payment for payment in payments if came_in_time(payment, promise))
    rest = max(promise.sum - promise.received, Money(0))
    if is_last:
        late = _sum(payment for payment in payments if payment.paid_on > promise.on)
        promise.received_late = min(rest, late)
    promise.state = _state(promise, rest, is_last)
    awaited = is_last and promise.received_late < rest
    promise.awaited = awaited and (promise.awaited or was_kept)


def _state(promise: Promise, rest: Money, is_last: bool) -> PromiseState:
    if not rest:
        return PromiseState.KEPT
    # A promise that another took the place of is decided for good; the last one by its day (`promise_as_of`).
    return PromiseState.OPEN if is_last else failed_state(promise.received)


def came_in_time(payment: Payment, promise: Promise) -> bool:
    """Whether a payment counts for a promise: after it was given and not after its day (row 2.1).

    Of the very day on which it was given, only what was recorded later counts: the client spoke of money to come.
    """
    if payment.paid_on == promise.made_on and payment.id <= promise.last_payment:
        return False
    return promise.made_on <= payment.paid_on <= promise.on


def _forget(work: Work, promise: Promise) -> None:
    """The debt is gone, by other money or without any: nothing is awaited, a promise whose day is ahead falls away."""
    if promise.state == PromiseState.OPEN and promise.broken_from > work.day.today:
        promise.state = PromiseState.CANCELLED
        promise.reason = "Долга больше нет"
        work.warn(f"Обещание на {day_text(promise.on)} снято: долга больше нет.")
    promise.awaited = False


def replace_promise(work: Work, promise: Promise) -> None:
    """A newer promise takes the place of this one: superseded where its day is ahead, else decided as it stands."""
    if promise.state == PromiseState.OPEN:
        passed = promise.broken_from <= work.day.today
        promise.state = failed_state(promise.received) if passed else PromiseState.SUPERSEDED
    promise.awaited = False


def give_way(work: Work, clients: frozenset[int]) -> None:
    """Of several promises that a client's money is awaited for (two clients became one) the newest stands."""
    numbers = iter(sorted(clients))
    while chunk := list(islice(numbers, CHUNK)):
        last = last_ids(work, chunk)
        wanted = select(Promise).where(col(Promise.client_id).in_(chunk), col(Promise.awaited))
        for promise in work.all(wanted.order_by(col(Promise.id))):
            if promise.id not in last:
                replace_promise(work, promise)


def _sum(payments: Iterable[Payment]) -> Money:
    return sum((payment.sum for payment in payments), Money(0))
