"""A lived-in desk for the tests of screens: five clients on Tuesday 24 November 2026, made once and copied for each
test.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import Desk


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the lived-in desk. Nobody changes it."""
    folder = tmp_path_factory.mktemp("furnished")
    desk = Desk(folder, "2026-10-15T10:00")
    furnish(desk)
    desk.close()
    return folder / "desk.db"


@pytest.fixture
def desk(furnished: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk with clients who owe."""
    shutil.copy(furnished, tmp_path / "desk.db")
    here = Desk(tmp_path)
    yield here
    here.close()


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk at its first start."""
    here = Desk(tmp_path)
    yield here
    here.close()


def furnish(desk: Desk) -> None:
    """October and November billed and not paid: Ромашка owes most, Весна promised and did not pay, Тихий has no
    telephone.
    """
    clients = {}
    for name, inn, amount, phone in (
        ("Ромашка", "7707083893", "40000", "89161110001"),
        ("Берёзка", "7728168971", "30000", "89161110002"),
        ("Весна", "7736050003", "20000", "89161110003"),
        ("Тихий двор", "7702070139", "10000", None),
    ):
        clients[name] = desk.new("client", "clients.add", name=name, inn=inn, phone=phone, email="buh@example.ru")
        desk.do("billing.open_subscription", client=clients[name], amount=amount, from_period="2026-10")
    desk.do(
        "clients.add_contact", client=clients["Ромашка"], name="Мария Котова", role="бухгалтер", phone="89162220001"
    )
    bill(desk, "2026-10", "2026-10-15T11:00")
    bill(desk, "2026-11", "2026-11-16T11:00")
    desk.at("2026-11-19T12:00")
    desk.do("collection.log_call", client=clients["Весна"], outcome="4", promise_on="20.11", promise_sum="20000")
    desk.at("2026-11-24T10:00")
    desk.do("tasks.add", text="Поздравить юриста", on="сегодня")


def bill(desk: Desk, period: str, moment: str) -> None:
    """A month billed, numbered and sent."""
    desk.at(moment)
    desk.do("billing.issue_run", period=period, confirm=True)
    for invoice in desk.rows("invoice"):
        if invoice["period"] == period:
            desk.do("billing.set_number", invoice=invoice["id"], number=str(100 + invoice["id"]))
            desk.do("billing.send_invoice", invoice=invoice["id"])
            send = f"invoice:{invoice['id']}"
            desk.do("billing.confirm_send", invoice_send=send)
