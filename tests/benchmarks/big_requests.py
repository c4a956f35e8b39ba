"""What clients of the large database have and ask for: sites, equipment, needs, requests, handovers, conflicts.

At `closed_history` 1.0 there are three sites and ten pieces of equipment a client, and twenty requests; a few hundred
requests are open, whatever the history.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from cs_workbench.domain.clients.records import Asset, NeedsProfile, Site
from cs_workbench.domain.requests.records import Conflict, Handover, Proposal, Request
from tests.benchmarks.big_shape import NOW, Shape
from tests.benchmarks.bulk import Bulk

OWNER = "Ирина Лаптева"
SITES, ASSETS, REQUESTS = 3, 10, 20
"""Of one client."""

CATEGORIES = ("barrier", "camera", "controller", "turnstile", "server")
TEXTS = ("Не открывается шлагбаум", "Камера не читает номера", "Как добавить пользователя", "Нужен новый пропуск")
KINDS = ("tech", "tech", "training", "other")
OPEN = ("new", "in_work", "in_work", "waiting_client", "waiting_dept", "resolved")
OPEN_EVERY = 20
"""One client of so many has a request that is open."""

REQUEST = (
    "client_id kind severity text text_key state open owner received_at received_on due_at due_on next_at next_on "
    "waiting_for expected_at result"
)


def fill_requests(shape: Shape, bulk: Bulk) -> None:
    """Everything that stands with clients, and everything that they asked for."""
    _objects(shape, bulk)
    bulk.fill(Request, REQUEST, _closed(shape))
    first_open = round(shape.clients * REQUESTS * shape.closed_history) + 1
    bulk.fill(Request, REQUEST, _open(shape))
    _handovers(shape, bulk, first_open)
    _conflicts(shape, bulk)


def _objects(shape: Shape, bulk: Bulk) -> None:
    made, clients = "2024-03-11", shape.clients
    sites = ((n % clients + 1, f"Объект {n}", f"объект {n}", "ready", made) for n in range(clients * SITES))
    bulk.fill(Site, "client_id name name_key state created_on", sites)
    soon, later = f"{NOW.date() + timedelta(days=20)}", "2028-01-01"
    bulk.fill(
        Asset,
        "client_id site_id category model serial serial_key installed_on warranty_until state created_on",
        (
            (
                n % clients + 1,
                n % clients + 1 + clients * (n // clients % SITES),
                CATEGORIES[n % 5],
                f"M-{n % 40}",
                f"SN{n:07d}",
                f"SN{n:07d}",
                made,
                soon if n % 1000 == 0 else later,
                "in_service",
                made,
            )
            for n in range(clients * ASSETS)
        ),
    )
    needs = ((client, "Учёт въезда", 2, "complete", 100, made) for client in range(1, clients + 1) if client % 50)
    bulk.fill(NeedsProfile, "client_id goals lanes state filled_pct changed_on", needs)


def _closed(shape: Shape) -> Iterator[tuple[Any, ...]]:
    """Requests of the past in the order of time."""
    wanted = round(shape.clients * REQUESTS * shape.closed_history)
    first = NOW - timedelta(days=900)
    for n in range(wanted):
        day = (first + timedelta(days=880 * n // wanted)).date()
        text, at = TEXTS[n % 4], f"{day} 08:00:00.000000"
        yield (
            *(n % shape.clients + 1, KINDS[n % 4], "question", text, text.lower(), "closed", 0, OWNER),
            *(at, f"{day}", f"{day} 15:00:00.000000", f"{day}", None, None, None, None, "Показали, как сделать"),
        )


def _open(shape: Shape) -> Iterator[tuple[Any, ...]]:
    today, before, after = NOW.date(), shape.today.bd(-1), shape.today.bd(2)
    for turn, client in enumerate(range(4, shape.clients + 1, OPEN_EVERY)):
        state, text = OPEN[turn % 6], TEXTS[turn % 4]
        day = today if state == "new" else before
        next_on = None if state == "new" else after if turn % 3 == 0 else today
        next_at = None if next_on is None else f"{next_on} 06:00:00.000000"
        waits = {"waiting_client": "клиент", "waiting_dept": "техподдержка"}.get(state)
        severity = "stop" if turn % 60 == 0 else "degraded" if turn % 6 == 1 else "question"
        yield (
            *(client, KINDS[turn % 4], severity, text, text.lower(), state, 1, OWNER, f"{day} 06:10:00.000000"),
            *(f"{day}", f"{day} 15:00:00.000000", f"{day}", next_at, next_at and next_at[:10], waits),
            *(next_at and waits and next_at[:10], "Перезагрузили" if state == "resolved" else ""),
        )


def _handovers(shape: Shape, bulk: Bulk, first_open: int) -> None:
    """A quarter of the past requests went to support; some of the open ones are there now."""
    columns = "request_id client_id dept package state sent_at sent_on expected_at expected_on answer answered_on"
    past = range(1, first_open, 4)
    sent, due = f"{shape.today.bd(-2)} 08:00:00.000000", f"{shape.today.bd(-1)} 08:00:00.000000"
    told = ((n, (n - 1) % shape.clients + 1, "Карточка", "told_client", sent, due, "Готово", sent[:10]) for n in past)
    open_ = (
        (first_open + turn, client, "Карточка", *_asked(turn, sent, due))
        for turn, client in enumerate(range(4, shape.clients + 1, OPEN_EVERY))
        if OPEN[turn % 6] == "waiting_dept"
    )
    for rows in (told, open_):
        bulk.fill(
            Handover,
            columns,
            (
                (request, client, "support", package, state, at, at[:10], until, until[:10], answer, on)
                for request, client, package, state, at, until, answer, on in rows
            ),
        )


def _asked(turn: int, sent: str, due: str) -> tuple[Any, ...]:
    if turn % 2:
        return "answered", sent, due, "Заменить блок питания", due[:10]
    return "sent", sent, due, "", None


def _conflicts(shape: Shape, bulk: Bulk) -> None:
    opened, next_on = f"{shape.today.bd(-6)}", f"{shape.today.bd(0)}"
    when = "opened_at opened_on contact_by contact_on next_step next_at next_on"
    columns = f"client_id severity demand state open {when} outcome"

    def row(client: int, state: str, open_: int) -> tuple[Any, ...]:
        at = f"{opened} 08:00:00.000000"
        rest = (
            at,
            opened,
            at,
            opened,
            "Перезвонить",
            f"{next_on} 06:00:00.000000",
            next_on,
            "" if open_ else "Договорились",
        )
        return client, "normal", "Вернуть деньги за простой", state, open_, *rest

    past = round(shape.clients * shape.closed_history)
    bulk.fill(Conflict, columns, (row(n % shape.clients + 1, "closed", 0) for n in range(past)))
    bulk.fill(Conflict, columns, (row(client, "open", 1) for client in range(11, shape.clients + 1, 250)))
    answer_by = f"{shape.today.bd(-1)}"
    offered = ((1 + n * 40, (n * 40) % shape.clients + 1, "Замена — 12 000", opened, answer_by) for n in range(40))
    bulk.fill(Proposal, "request_id client_id options offered_on answer_by", offered)
