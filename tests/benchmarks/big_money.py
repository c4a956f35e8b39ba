"""The money of the large database: clients, their fees, 24 months of invoices, what was paid by which bank lines."""

from collections.abc import Iterator
from typing import Any

from cs_workbench.domain.billing.records import (
    Allocation,
    BankImport,
    BankLine,
    BillingRun,
    Invoice,
    InvoiceSend,
    OwnAccount,
    Payment,
    Subscription,
)
from cs_workbench.domain.clients.records import Client, Contact, Contract
from cs_workbench.kernel.dates import next_period
from tests.benchmarks.big_shape import NEWEST, NOW, Billed, Shape
from tests.benchmarks.bulk import Bulk
from tests.connectors.statements import OURS

UNSENT, ASKED, UNMATCHED, PART = 90, 9, 50, 25
"""Of so many owed newest invoices one is not sent, is asked about; of so many clients one has a line unmatched, has
paid a part."""

LOST_INVOICE = range(58, 62)
"""Debtors who lost their newest invoice and wait for another copy."""

FORMS = ("ООО «Северный дом {n}»", "ТСЖ «Липовая, {n}»", "АО «Склад {n}»", "ИП Белов {n}", "БЦ «Причал {n}»")


def client_inn(client: int) -> str:
    """A firm's ten digits with their check digit, of a tax office that does not exist."""
    digits = f"7799{client:05d}"
    weights = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    return digits + str(sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 % 10)


def client_name(client: int) -> str:
    """A name that no other client has."""
    return FORMS[client % len(FORMS)].format(n=client)


def invoice_number(shape: Shape, billed: Billed) -> str:
    """The number that 1C gave: it begins anew each year."""
    return str((shape.months[billed.age].number - 1) * shape.clients + billed.client)


def fill_money(shape: Shape, bulk: Bulk) -> None:
    """Everything that is agreed, billed and paid."""
    _clients(shape, bulk)
    _subscriptions(shape, bulk)
    bulk.fill(
        Invoice,
        "id client_id subscription_id period number year kind state open issued_on due_on sum paid call_from send_by "
        "ask_from",
        _invoices(shape),
    )
    bulk.fill(InvoiceSend, "invoice_id client_id kind state prepared_on sent_at settled_at to", _sends(shape))
    bulk.fill(
        BankImport,
        "at file sha covers_from covers_to lines income",
        (
            (m.sent_at, f"kl_to_1c_{m.period}.txt", f"{age:064d}", m.issued_on, m.due_on, shape.clients, 1)
            for age, m in reversed(list(enumerate(shape.months)))
        ),
    )
    bulk.fill(
        BankLine,
        "import_id client_id fingerprint account direction number on sum allocated counterparty counterparty_key inn "
        "purpose state open score",
        _lines(shape),
    )
    bulk.fill(Payment, "client_id bank_line_id sum allocated paid_on created_at", _payments(shape))
    bulk.fill(Allocation, "payment_id invoice_id client_id sum created_at", _allocations(shape))
    bulk.fill(
        BankImport,
        "at file sha covers_from covers_to",
        [(f"{NOW:%F} 06:00:00.000000", "today", "f", "2026-11-01", "2026-11-23")],
    )
    bulk.fill(OwnAccount, "account org", [(OURS, "ООО «Наш сервис»")])


def _clients(shape: Shape, bulk: Bulk) -> None:
    numbers = range(1, shape.clients + 1)
    managers = ("Ирина Лаптева", "Павел Егоров", None)
    born = "2024-01-15"
    bulk.fill(
        Client,
        "name name_key inn state phone email manager created_on created_at",
        (
            (
                client_name(n),
                client_name(n).casefold().replace("ё", "е"),
                client_inn(n),
                "assigned" if managers[n % 3] else "unassigned",
                f"+7495{n:07d}",
                f"buh@client{n}.example",
                managers[n % 3],
                born,
                f"{born} 09:00:00.000000",
            )
            for n in numbers
        ),
    )
    bulk.fill(
        Contact,
        "client_id name name_key role phone primary created_at",
        ((n, f"Мария {n}", f"мария {n}", "бухгалтер", f"+7973{n:07d}", 1, f"{born} 09:00:00.000000") for n in numbers),
    )
    bulk.fill(Contract, "client_id number signed_on", ((n, f"А-{n}", born) for n in numbers))


def _subscriptions(shape: Shape, bulk: Bulk) -> None:
    oldest = next_period(NEWEST, -shape.oldest)
    ready = next_period(NEWEST, 1)

    def unbilled(client: int) -> str:
        owed = shape.owed[client - 1]
        return next_period(NEWEST, -owed) if shape.missing(client) else ready

    bulk.fill(
        Subscription,
        "client_id amount from_period run_from next_unbilled email created_on",
        (
            (n, shape.fee(n), oldest, oldest, unbilled(n), f"buh@client{n}.example", "2024-01-15")
            for n in range(1, shape.clients + 1)
        ),
    )
    bulk.fill(
        BillingRun,
        "period run_on state invoices total closed_at",
        ((m.period, m.issued_on, "closed", shape.clients, 1, m.sent_at) for m in reversed(shape.months)),
    )


def part_paid(shape: Shape, billed: Billed) -> bool:
    """Whether an owed invoice is half paid: the oldest that some clients owe."""
    return billed.owed and billed.client % PART == 0 and billed.age == shape.owed[billed.client - 1] - 1


def _state(shape: Shape, billed: Billed) -> str:
    if not billed.owed:
        return "paid"
    if part_paid(shape, billed):
        return "partly_paid"
    return "issued" if billed.age == 0 and billed.client % UNSENT == 1 else "sent"


def _asked(billed: Billed, state: str) -> bool:
    """Whether nobody has said yet that the newest invoice came."""
    return state == "sent" and billed.age == 0 and billed.client % ASKED == 2


def _invoices(shape: Shape) -> Iterator[tuple[Any, ...]]:
    for billed in shape.billed():
        m, fee, state = shape.months[billed.age], shape.fee(billed.client), _state(shape, billed)
        paid = fee if state == "paid" else fee // 2 if state == "partly_paid" else 0
        yield (
            billed.id,
            billed.client,
            billed.client,
            m.period,
            invoice_number(shape, billed),
            m.year,
            "subscription",
            state,
            int(billed.owed),
            m.issued_on,
            m.due_on,
            fee,
            paid,
            m.call_from,
            m.send_by,
            m.ask_from if _asked(billed, state) else None,
        )


def _sends(shape: Shape) -> Iterator[tuple[Any, ...]]:
    lost = {client for client, lot in shape.debtors if lot in LOST_INVOICE}
    today = NOW.date().isoformat()
    for billed in shape.billed():
        m, state, to = shape.months[billed.age], _state(shape, billed), f"buh@client{billed.client}.example"
        if state != "issued":
            fate, settled = ("sent", None) if _asked(billed, state) else ("confirmed", m.sent_at)
            yield billed.id, billed.client, "first", fate, m.issued_on, m.sent_at, settled, to
        if billed.age == 0 and billed.client in lost:
            yield billed.id, billed.client, "duplicate", "prepared", today, None, None, to


def _paid(shape: Shape) -> Iterator[tuple[int, Billed, int]]:
    """Payments in order: their id (a bank line has the same), the invoice that each closes, its kopecks."""
    number = 0
    for billed in shape.billed():
        if not billed.owed or part_paid(shape, billed):
            number += 1
            fee = shape.fee(billed.client)
            yield number, billed, fee // 2 if billed.owed else fee


def _lines(shape: Shape) -> Iterator[tuple[Any, ...]]:
    number = 0
    for number, billed, paid in _paid(shape):
        m, client = shape.months[billed.age], billed.client
        name = client_name(client)
        purpose = f"Оплата по счёту № {invoice_number(shape, billed)} от {m.issued_on}. НДС не облагается"
        place = shape.oldest - billed.age + 1
        yield (
            *(place, client, f"{number:064d}", OURS, "income", str(client), m.paid_on, paid, paid),
            *(name, name.casefold(), client_inn(client), purpose, "auto", 0, 100),
        )
    for client in range(1, shape.clients + 1, UNMATCHED):
        number += 1
        yield (
            *(shape.oldest + 1, None, f"{number:064d}", OURS, "income", str(client), "2026-11-20", 1_234_500, 0),
            *("ООО «Третье лицо»", "ооо «третье лицо»", None, "По договору", "new", 1, 0),
        )


def _payments(shape: Shape) -> Iterator[tuple[Any, ...]]:
    for number, billed, paid in _paid(shape):
        m = shape.months[billed.age]
        yield billed.client, number, paid, paid, m.paid_on, m.sent_at


def _allocations(shape: Shape) -> Iterator[tuple[Any, ...]]:
    for number, billed, paid in _paid(shape):
        yield number, billed.id, billed.client, paid, shape.months[billed.age].sent_at
