"""What the tests of billing set up again and again: clients with a fee, a month that is run, money that came."""

from typing import Any

from tests.desk import Desk

INNS = ("7707083893", "7736207543", "7702070139", "7710140679", "7728168971")
RUN = "2026-11-16T11:00"
FEE = "12000"


def client(desk: Desk, name: str = "ООО Ромашка", **more: Any) -> int:
    """A client; each of the first five has an INN of its own."""
    taken = len(desk.rows("client"))
    given = {"inn": INNS[taken], "email": f"client{taken + 1}@romashka.ru", **more}
    return desk.new("client", "clients.add", name=name, **{k: v for k, v in given.items() if v is not None})


def subscription(desk: Desk, client_id: int, amount: str = FEE, from_period: str = "2026-11", **more: Any) -> int:
    """A monthly fee."""
    done = desk.do("billing.open_subscription", client=client_id, amount=amount, from_period=from_period, **more)
    return desk.made(done, "subscription")


def payer(desk: Desk, name: str = "ООО Ромашка", **more: Any) -> tuple[int, int]:
    """A client with a fee of 12 000 ₽ from November on."""
    one = client(desk, name)
    return one, subscription(desk, one, **more)


def run(desk: Desk, period: str = "2026-11", at: str = RUN) -> list[int]:
    """The month's run on its day; ids of the invoices made."""
    desk.at(at)
    return list(desk.do("billing.issue_run", period=period).created["invoice"])


def sent(desk: Desk, **more: Any) -> int:
    """An invoice of November, sent on the run's day."""
    payer(desk)
    (invoice,) = run(desk)
    desk.do("billing.send_invoice", invoice=invoice, **more)
    return invoice


def invoice(desk: Desk, client_id: int, **more: Any) -> int:
    """An invoice by hand: № 118 of 16 November for 24 800 ₽."""
    given = {"number": "118", "issued_on": "2026-11-16", "sum": "24800", **more}
    return desk.new("invoice", "billing.add_invoice", client=client_id, **given)


def pay(desk: Desk, invoice_id: int, sum: str, on: str = "2026-11-20") -> None:
    """Money for an invoice."""
    owner = desk.show("invoice", invoice_id)["client_id"]
    desk.do("billing.record_payment", client=owner, invoice=invoice_id, sum=sum, paid_on=on)


def plain(text: str) -> str:
    """Text with the no-break spaces of sums as plain ones."""
    return text.replace("\u00a0", " ")
