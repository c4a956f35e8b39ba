"""Money is exact through the whole program (reliability 14): whole kopecks in the file, beyond 32 bits too."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cs_workbench.kernel.money import Money
from cs_workbench.storage import driver
from tests.desk import Desk

LARGEST = 10**15 - 1
"""Kopecks of the largest sum that can be typed with its kopecks; without them it may be a hundred times that."""
SUMS = st.integers(1, LARGEST) | st.integers(2**31 - 2, 2**31 + 2)


@pytest.fixture(scope="module")
def till(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk for many sums."""
    desk = Desk(tmp_path_factory.mktemp("till"))
    yield desk
    desk.close()


def stored(desk: Desk, ask: str) -> list[Any]:
    """What the file itself holds."""
    connection = driver.connect(Path(desk.bench.where), readonly=True)
    found = [row[0] for row in connection.execute(ask)]
    connection.close()
    return found


@settings(max_examples=40)
@given(kopecks=SUMS)
def test_money_exact(till: Desk, kopecks: int) -> None:
    """A sum typed as people type it is billed, paid but for a kopeck, owed and shown without a kopeck lost."""
    number = len(till.rows("client")) + 1
    client = till.new("client", "clients.add", name=f"ООО Клиент {number}", confirm=True)
    bill = {
        "number": number,
        "issued_on": "2026-11-10",
        "sum": Money(kopecks).text(),
        "kind": "one_off",
        "confirm": True,
    }
    invoice = till.new("invoice", "billing.add_invoice", client=client, **bill)
    assert till.show("invoice", invoice)["sum"] == kopecks
    if kopecks > 1:
        part = {"sum": Money(kopecks - 1).plain(), "paid_on": "2026-11-24", "confirm": True}
        till.do("billing.record_payment", client=client, invoice=invoice, **part)
        kopecks = 1
    (standing,) = [row for row in till.rows("client_standing") if row["client_id"] == client]
    assert standing["debt"] == kopecks


def test_money_is_whole_kopecks_in_the_file(desk: Desk) -> None:
    """No column of a sum holds a float, whatever was typed."""
    client = desk.new("client", "clients.add", name="ООО Ромашка")
    for number, typed in enumerate(["0,01", "19.99", "25 000 000,07", f"{LARGEST}"]):
        bill = {"number": number, "issued_on": "2026-11-10", "sum": typed, "kind": "one_off", "confirm": True}
        desk.do("billing.add_invoice", client=client, **bill)
    assert set(stored(desk, "SELECT typeof(sum) FROM invoice UNION SELECT typeof(debt) FROM client_standing")) == {
        "integer"
    }
    assert stored(desk, "SELECT sum FROM invoice ORDER BY id") == [1, 1999, 2_500_000_007, LARGEST * 100]
    assert stored(desk, "SELECT debt FROM client_standing") == [1 + 1999 + 2_500_000_007 + LARGEST * 100]
