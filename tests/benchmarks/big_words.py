"""What was said in the large database: calls, promises, holds, steps, tasks, talks, notes, letters."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from cs_workbench.domain.clients.records import Note, Talk
from cs_workbench.domain.collection.records import CallAttempt, Hold, LadderStep, Promise
from cs_workbench.domain.outbox.records import OutboxMessage
from cs_workbench.domain.tasks.records import Task
from cs_workbench.kernel.today import sql_moment
from tests.benchmarks.big_shape import NOW, Shape
from tests.benchmarks.bulk import Bulk

AUTHOR = "Ирина Лаптева"
OUTCOMES = (
    "no_answer",
    "no_answer",
    "no_answer",
    "busy",
    "promised",
    "promised",
    "says_paid",
    "lost_invoice",
    "refuses",
)
SILENT = frozenset({"no_answer", "busy", "call_back"})
CALL = "client_id at on outcome spoke text callback_at callback_on check_on quiet_until silent_days debt author"

# Which of 200 debtors asked to be called, say that they paid, did not answer today; have promised, broke a promise,
# promised for today, are held.
CALLED_BACK, SAID_PAID, SILENT_TODAY = range(2), range(2, 5), range(5, 18)
PROMISED, BROKEN, DUE, HELD = range(18, 34), range(34, 51), range(51, 55), range(55, 58)


def fill_words(shape: Shape, bulk: Bulk) -> None:
    """Everything that was said and is to be done."""
    bulk.fill(CallAttempt, CALL, _closed_calls(shape))
    bulk.fill(CallAttempt, CALL, _today_calls(shape))
    columns = "client_id made_at made_on on broken_from sum received state awaited"
    bulk.fill(Promise, columns, _kept_promises(shape))
    bulk.fill(Promise, columns, _open_promises(shape))
    _ladder(shape, bulk)
    _tasks(shape, bulk)
    _talks(shape, bulk)
    _letters(shape, bulk)


def _day(shape: Shape, n: int) -> date:
    return shape.today.bd(n)


def _closed_calls(shape: Shape) -> Iterator[tuple[Any, ...]]:
    """Calls of the past in the order of time: about as many for each client in each month, the last of days ago."""
    rng = shape.rng("calls")
    months = shape.invoices // shape.clients
    each = shape.calls / (shape.clients * months)
    last = NOW.date() - timedelta(days=5)
    spread = max(1, round(months * shape.closed_history))
    wanted = round(shape.calls * shape.closed_history)
    dice = [(rng.randrange(8, 17), rng.randrange(60), rng.choice(OUTCOMES)) for _ in range(4999)]
    number = 0
    for age in range(spread - 1, -1, -1):
        day = last - timedelta(days=30 * age)
        on, quiet = day.isoformat(), f"{day + timedelta(days=1):%F} 06:00:00.000000"
        for turn in range(round(each * shape.clients)):
            if number == wanted:
                return
            number += 1
            hour, minute, outcome = dice[number % 4999]
            spoke = outcome not in SILENT
            client = turn % shape.clients + 1
            at = f"{on} {hour:02d}:{minute:02d}:00.000000"
            yield client, at, on, outcome, int(spoke), "", None, None, None, quiet, int(not spoke), 500_000, AUTHOR


def _today_calls(shape: Shape) -> Iterator[tuple[Any, ...]]:
    """The last call of some debtors, which decides about them now."""
    at, on = f"{NOW:%F} 06:05:00.000000", NOW.date().isoformat()
    morning = f"{_day(shape, 1):%F} 06:00:00.000000"
    due = sql_moment((NOW - timedelta(minutes=20)).astimezone())
    before = f"{_day(shape, -2):%F} 09:00:00.000000"
    past = f"{_day(shape, -1):%F} 06:00:00.000000"
    for client, lot in shape.debtors:
        debt = shape.fee(client) * shape.owed[client - 1]
        if lot in CALLED_BACK:
            yield client, before, before[:10], "call_back", 1, "Просили позже", due, on, None, due, 0, debt, AUTHOR
        elif lot in SAID_PAID:
            yield client, before, before[:10], "says_paid", 1, "Скинут платёжку", None, None, on, past, 0, debt, AUTHOR
        elif lot in SILENT_TODAY:
            yield client, at, on, "no_answer", 0, "", None, None, None, morning, 1, debt, AUTHOR


def _kept_promises(shape: Shape) -> Iterator[tuple[Any, ...]]:
    """Promises of the past, four kept for each that was broken."""
    months = round(shape.invoices // shape.clients * shape.closed_history)
    for number in range(shape.clients * months // 4):
        client = number % shape.clients + 1
        day = NOW.date() - timedelta(days=100 + number // shape.clients * 30 % 3000)
        made, fee = day - timedelta(days=4), shape.fee(client)
        state, received = ("broken", 0) if number % 5 == 0 else ("kept", fee)
        made_at, after = f"{made} 08:00:00.000000", day + timedelta(days=1)
        yield client, made_at, f"{made}", f"{day}", f"{after}", fee, received, state, 0


def _open_promises(shape: Shape) -> Iterator[tuple[Any, ...]]:
    made, today, later, past = _day(shape, -6), _day(shape, 0), _day(shape, 4), _day(shape, -3)
    for client, lot in shape.debtors:
        on = today if lot in DUE else past if lot in BROKEN else later if lot in PROMISED else None
        if on is not None:
            after = shape.today.calendar.add_bd(on, 1)
            yield client, f"{made} 08:00:00.000000", f"{made}", f"{on}", f"{after}", shape.fee(client), 0, "open", 1


def _ladder(shape: Shape, bulk: Bulk) -> None:
    """Steps taken with most who owe for long, and holds."""
    steps = []
    for client, owed in enumerate(shape.owed, 1):
        if owed > 1 and client % 2:
            since = shape.months[owed - 1].due_on
            steps += [(client, level, "taken", f"{_day(shape, -8 + level)}", since) for level in (2, 3, 4)]
    bulk.fill(LadderStep, "client_id level kind on debt_since", steps)
    until = f"{_day(shape, 20)}"
    bulk.fill(
        Hold,
        "client_id reason until created_on",
        (
            (client, "Спорят о сумме", until if client % 3 else None, f"{_day(shape, -9)}")
            for client, lot in shape.debtors
            if lot in HELD
        ),
    )


def _tasks(shape: Shape, bulk: Bulk) -> None:
    done = f"{_day(shape, -30)} 12:00:00.000000"
    due, later, made = f"{_day(shape, -1)}", f"{_day(shape, 8)}", f"{_day(shape, -12)}"
    past = round(shape.clients * shape.closed_history)
    columns = "client_id text on state created_on done_at"
    bulk.fill(Task, columns, ((n % shape.clients + 1, f"Дело {n}", made, "done", made, done) for n in range(past)))
    bulk.fill(
        Task,
        columns,
        (
            (client, f"Согласовать выезд {client}", due if client % 40 else later, "open", made, None)
            for client in range(7, shape.clients + 1, 25)
        ),
    )


def _talks(shape: Shape, bulk: Bulk) -> None:
    """A talk of these weeks with most clients, older talks and notes as the history grows."""
    past = round(shape.clients * 3 * shape.closed_history)

    def days(n: int) -> datetime:
        return NOW - timedelta(days=61 + n // shape.clients * 30 % 3000)

    bulk.fill(
        Talk,
        "client_id text at on author",
        (
            (n % shape.clients + 1, "Обсудили пропуска", f"{days(n):%F} 09:00:00.000000", f"{days(n):%F}", AUTHOR)
            for n in range(past)
        ),
    )
    recent = f"{_day(shape, -10)}"
    bulk.fill(
        Talk,
        "client_id text at on author",
        (
            (client, "Спросили, как работает шлагбаум", f"{recent} 09:00:00.000000", recent, AUTHOR)
            for client in range(1, shape.clients + 1)
            if client % 10
        ),
    )
    notes = (
        (n % shape.clients + 1, f"Заметка {n}", f"заметка {n}", AUTHOR, f"{days(n):%F} 09:00:00.000000")
        for n in range(past)
    )
    bulk.fill(Note, "client_id text text_key author created_at", notes)


def _letters(shape: Shape, bulk: Bulk) -> None:
    queued = f"{_day(shape, -2)} 09:00:00.000000"
    past = round(shape.clients * shape.closed_history)
    columns = "to subject text client_id state message_id queued_at sent_at reason"
    bulk.fill(
        OutboxMessage,
        columns,
        (
            (
                "buh@client.example",
                "Напоминание",
                "Просим оплатить",
                n % shape.clients + 1,
                "sent",
                f"<s{n}>",
                queued,
                queued,
                None,
            )
            for n in range(past)
        ),
    )
    bulk.fill(
        OutboxMessage,
        columns,
        (
            (
                "buh@client.example",
                "Напоминание",
                "Просим оплатить",
                client,
                "failed",
                f"<f{client}>",
                queued,
                None,
                "ящик переполнен",
            )
            for client in range(9, shape.clients + 1, 400)
        ),
    )
