"""The month's run: looked at, made, closed (row 8.1). What is billed and why is said by `repository/preview.py`."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.billing.columns import Pasted, chosen_out, numbers_for
from cs_workbench.domain.billing.ledger import InvoiceDates, first_unbilled, invoice_dates
from cs_workbench.domain.billing.naming import capital
from cs_workbench.domain.billing.records import (
    BillingRun,
    ClientCredit,
    Invoice,
    InvoiceKind,
    RunState,
    Subscription,
    SubscriptionPause,
    SubscriptionState,
)
from cs_workbench.domain.billing.repository.billed import live, run_of, unsent
from cs_workbench.domain.billing.repository.preview import PreviewLine, RunPreview, Standing, run_preview
from cs_workbench.kernel.action import Action, Facts, FollowUp, Outcome
from cs_workbench.kernel.dates import next_period, period_start, period_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Period
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.text import count
from cs_workbench.storage.unit import Work

CHUNK = 500
NAMED = 10
NOTHING = Money(0)


class PreviewRun(Action):
    """The run's preview has been seen: what is new, what changed, who is missing and why."""

    facts = Facts("billing.preview_run", "Предпросмотр счетов", ("8.1",), phrases=("предпросмотр",))

    period: Period

    def apply(self, work: Work) -> Outcome:
        _not_too_early(work, self.period)
        preview = run_preview(work.session, self.period, work.day)
        if run_of(work, self.period) is None:
            work.add(_new_run(work, self.period))
        for line in _warned(preview.lines):
            work.warn(line)
        return Outcome(_summary(preview), [FollowUp("billing.issue_run", {"period": self.period}, "Выставить счета")])


def _not_too_early(work: Work, period: str) -> None:
    if period > next_period(work.day.period):
        raise Refusal(
            "period",
            f"{capital(period_text(period))} ещё далеко: выставить можно не позже следующего месяца.",
            "period",
        )


def _new_run(work: Work, period: str) -> BillingRun:
    return BillingRun(period=period, run_on=work.day.run_day_of(period_start(period)))


def _summary(preview: RunPreview) -> str:
    """The run in one sentence or two."""
    said = f"{capital(period_text(preview.period))}: {_invoices(len(preview.billed))} на {preview.total.short()}"
    parts = [
        (len(preview.of(Standing.NEW)), "новых"),
        (len(preview.of(Standing.CHANGED)), "с новой ценой"),
        (len(preview.of(Standing.BILLED)), "уже выставлено"),
        (len(preview.of(Standing.PAUSED)), "на паузе"),
        (len(preview.of(Standing.ENDED)), "закончилось"),
        (len(preview.of(Standing.PILOT)), "пилотов и черновиков"),
        (len(preview.of(Standing.NO_INN)), "без ИНН"),
    ]
    details = ", ".join(f"{words} — {n}" for n, words in parts if n)
    return f"{said} ({details})." if details else f"{said}."


def _invoices(n: int) -> str:
    return count(n, "счёт", "счёта", "счетов")


class IssueRun(Action):
    """An invoice for every subscription whose month is not billed yet; a bad line never stops the others."""

    facts = Facts(
        "billing.issue_run",
        "Выставить счета за месяц",
        ("8.1",),
        phrases=("прогон", "выставить счета"),
        copy_first=True,
    )

    period: Period
    exclude: Pasted | None = None
    numbers: Pasted | None = None

    def apply(self, work: Work) -> Outcome:
        _not_too_early(work, self.period)
        preview = run_preview(work.session, self.period, work.day)
        out = chosen_out(work, self.exclude) if self.exclude else frozenset()
        lines = [line for line in preview.billed if line.client_id not in out]
        if not lines:
            raise self._nothing(preview)
        numbers = numbers_for(work, lines, self.numbers) if self.numbers else {}
        self._make(work, lines, numbers)
        _advance(work, lines, self.period)
        total = Money(sum(line.amount for line in lines))
        self._note(work, len(lines), total)
        self._tell(work, preview, lines)
        message = f"Выставлено за {period_text(self.period)}: {_invoices(len(lines))} на {total.short()}."
        return Outcome(message)

    def _nothing(self, preview: RunPreview) -> Refusal:
        month = period_text(self.period)
        if preview.billed:
            return Refusal("empty", f"За {month} исключены все: выставлять нечего.", "exclude")
        reasons = _warned(preview.lines)
        if made := len(preview.of(Standing.BILLED)):
            done = f"За {month} всё уже выставлено: {_invoices(made)}."
            return Refusal("already", " ".join([done, *reasons]), "period")
        return Refusal("empty", " ".join([f"За {month} выставлять нечего.", *reasons]), "period")

    def _make(self, work: Work, lines: Sequence[PreviewLine], numbers: dict[int, str]) -> None:
        """The invoices, stored a few hundred at a time."""
        today = work.day.today

        @cache
        def dates(due_day: int | None, remind_from: int) -> InvoiceDates:
            kind = InvoiceKind.SUBSCRIPTION
            return invoice_dates(work.day, kind, self.period, today, due_day=due_day, remind_from=remind_from)

        for start in range(0, len(lines), CHUNK):
            work.progress(start, 2 * len(lines))
            work.add_all(
                [
                    self._invoice(line, numbers.get(line.subscription_id), today, dates(line.due_day, line.remind_from))
                    for line in lines[start : start + CHUNK]
                ]
            )

    def _invoice(self, line: PreviewLine, number: str | None, today: date, dates: InvoiceDates) -> Invoice:
        return Invoice(
            client_id=line.client_id,
            subscription_id=line.subscription_id,
            period=self.period,
            number=number,
            year=today.year,
            kind=InvoiceKind.SUBSCRIPTION,
            issued_on=today,
            sum=line.amount,
            paid=NOTHING,
            due_on=dates.due_on,
            call_from=dates.call_from,
            send_by=dates.send_by,
        )

    def _note(self, work: Work, made: int, total: Money) -> None:
        """The run grows by what was made; one that is closed stays closed."""
        run = run_of(work, self.period) or work.add(_new_run(work, self.period))
        run.invoices += made
        run.total = run.total + total
        if run.state is not RunState.CLOSED:
            run.state = RunState.ISSUED

    def _tell(self, work: Work, preview: RunPreview, lines: Sequence[PreviewLine]) -> None:
        for sentence in _warned([*(line for line in preview.lines if not line.bills), *lines]):
            work.warn(sentence)
        wanted = select(col(ClientCredit.client_id)).where(col(ClientCredit.rest) > 0).distinct()
        with_credit = set(work.all(wanted)) & {line.client_id for line in lines}
        if with_credit:
            clients = count(len(with_credit), "клиента", "клиентов", "клиентов")
            work.warn(f"У {clients} есть аванс: зачтите его в новые счета.")


def _warned(lines: Sequence[PreviewLine]) -> list[str]:
    """What is odd in a run, each kind in one sentence with the first names."""
    kinds = (
        ("Нет ИНН, счёт не выставлен", [line.client for line in lines if line.standing is Standing.NO_INN]),
        ("Сумма в десять раз больше прошлой", [line.client for line in lines if line.bills and line.tenfold]),
    )
    said = []
    for words, names in kinds:
        if names:
            more = f" и ещё {len(names) - NAMED}" if len(names) > NAMED else ""
            said.append(f"{words}: {', '.join(f'«{name}»' for name in names[:NAMED])}{more}.")
    return said


def _advance(work: Work, lines: Sequence[PreviewLine], period: str) -> None:
    """Each billed subscription on to its next month without an invoice; a pause that is over ends."""
    amounts = {line.subscription_id: line.amount for line in lines}
    ids = list(amounts)
    later = _periods_after(work, period)
    pauses: dict[int, list[SubscriptionPause]] = {}
    for pause in work.all(select(SubscriptionPause).where(col(SubscriptionPause.to_period) > period)):
        pauses.setdefault(pause.subscription_id, []).append(pause)
    for start in range(0, len(ids), CHUNK):
        work.progress(len(ids) + start, 2 * len(ids))
        wanted = select(Subscription).where(col(Subscription.id).in_(ids[start : start + CHUNK]))
        for subscription in work.all(wanted):
            _bill(subscription, period, later.get(subscription.id, set()), pauses.get(subscription.id, ()))
            if period >= work.day.period and subscription.amount != amounts[subscription.id]:
                subscription.amount = amounts[subscription.id]
    work.progress(2 * len(ids), 2 * len(ids))


def _bill(subscription: Subscription, period: str, later: set[str], pauses: Sequence[SubscriptionPause]) -> None:
    if subscription.next_unbilled == period:
        subscription.next_unbilled = first_unbilled(subscription, later, pauses, next_period(period))
    if subscription.state is SubscriptionState.PAUSED:
        subscription.state = SubscriptionState.ACTIVE


def _periods_after(work: Work, period: str) -> dict[int, set[str]]:
    """Later months that subscriptions are billed for already."""
    found: dict[int, set[str]] = {}
    rows = work.session.execute(
        select(col(Invoice.subscription_id), col(Invoice.period)).where(
            col(Invoice.period) > period, col(Invoice.subscription_id).is_not(None), live()
        )
    )
    for number, month in rows:
        if number is not None:
            found.setdefault(number, set()).add(month)
    return found


class CloseRun(Action):
    """The month's run is over: everything is sent, nothing more of it stands in the queue."""

    facts = Facts("billing.close_run", "Закрыть прогон", ("8.1",), phrases=("закрыть прогон",))

    period: Period

    def apply(self, work: Work) -> Outcome:
        month, run = period_text(self.period), run_of(work, self.period)
        if run is None or run.state is RunState.PREVIEW:
            raise Refusal("not_issued", f"Счета за {month} ещё не выставлены: закрывать нечего.", "period")
        if run.state is RunState.CLOSED:
            raise Refusal("already", f"Прогон за {month} уже закрыт.", "period")
        waiting = unsent(work, self.period)
        if waiting:
            work.ask(f"Не отправлено за {month}: {_invoices(waiting)}. Закрыть прогон всё равно?", "period")
        left = run_preview(work.session, self.period, work.day).billed
        if left:
            work.ask(f"Не выставлено за {month}: {_invoices(len(left))}. Закрыть прогон всё равно?", "period")
        run.state, run.closed_at = RunState.CLOSED, work.now
        return Outcome(f"Прогон за {month} закрыт: {_invoices(run.invoices)} на {run.total.short()}.")


RUN: tuple[type[Action], ...] = (PreviewRun, IssueRun, CloseRun)
