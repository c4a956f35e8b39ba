"""Lines of a statement and clients who pay, for the tests of payments: small, invented, in the product's words."""

from collections.abc import Sequence
from typing import Any

from tests.desk import Desk

_WEIGHTS = (2, 4, 10, 3, 5, 9, 4, 6, 8)


def inn(number: int) -> str:
    """A firm's INN with a right check digit, one for each number."""
    digits = f"77{number:07d}"
    return digits + str(sum(w * int(d) for w, d in zip(_WEIGHTS, digits, strict=True)) % 11 % 10)


OURS = "40702810000000000001"
STRANGER = inn(900)


def client(desk: Desk, number: int) -> int:
    """A client whose INN is `inn(number)`."""
    return desk.new("client", "clients.add", name=f"ООО «Клиент {number}»", inn=inn(number))


def bill(desk: Desk, client_id: int, number: int | str, sum: str, on: str = "2026-11-16", **more: Any) -> int:
    """An invoice of November, due at the month's end."""
    inputs = {"due_on": "2026-11-30", "client": client_id, "number": number, "issued_on": on, "sum": sum, **more}
    return desk.new("invoice", "billing.add_invoice", **inputs)


def row(sum: str, purpose: str = "Оплата", **more: Any) -> dict[str, Any]:
    """A line of income of Monday the 23rd; `payer` is the number of a client."""
    if payer := more.pop("payer", None):
        more["inn"] = inn(payer)
    return {"on": "2026-11-23", "sum": sum, "purpose": purpose, "account": OURS, **more}


def load(desk: Desk, *rows: dict[str, Any], **more: Any) -> str:
    """Import lines; gives the message."""
    return desk.do("billing.import_statement", lines=list(rows), **more).message


def line(desk: Desk, at: int = -1) -> dict[str, Any]:
    """A stored line of the statement: the last one, or another by its place."""
    return desk.rows("bank_line")[at]


def paid(desk: Desk, *invoices: int) -> list[int]:
    """Rubles paid on each invoice."""
    return [desk.show("invoice", number)["paid"] // 100 for number in invoices]


def credits(desk: Desk) -> list[int]:
    """Rubles that stand as credits."""
    return [found["rest"] // 100 for found in desk.rows("client_credit") if found["rest"]]


def balanced(desk: Desk) -> None:
    """No allocation exceeds its invoice or payment, and a payment is its allocations and the rests of its credits."""
    parts, left = desk.rows("allocation"), desk.rows("client_credit")
    for invoice in desk.rows("invoice"):
        assert invoice["paid"] == _sum(parts, "sum", invoice_id=invoice["id"]) <= invoice["sum"]
        assert invoice["open"] is (invoice["paid"] < invoice["sum"])
    for payment in desk.rows("payment"):
        placed = _sum(parts, "sum", payment_id=payment["id"])
        assert payment["allocated"] == placed <= payment["sum"]
        assert placed + _sum(left, "rest", payment_id=payment["id"]) == payment["sum"]
    for found in desk.rows("bank_line"):
        assert found["allocated"] == _sum(desk.rows("payment"), "sum", bank_line_id=found["id"]) <= found["sum"]


def _sum(rows: Sequence[dict[str, Any]], name: str, **where: int) -> int:
    ((key, value),) = where.items()
    return sum(found[name] for found in rows if found[key] == value)
