"""The list of all clients: its totals, orders and pages."""

import pytest

from cs_workbench.domain.client_list import ORDERS, client_ids, client_rows, client_totals
from cs_workbench.kernel.money import Money
from tests.desk import Desk
from tests.domain.collection.debtors import Debtor


@pytest.fixture
def three(romashka: Debtor, desk: Desk) -> Desk:
    """Ромашка owes and is nobody's, Ёлка has a manager, Альфа is nobody's."""
    desk.do("clients.add", name="Ёлка", manager="Ольга")
    desk.do("clients.add", name="Альфа")
    return desk


def test_totals_count_and_sum(three: Desk) -> None:
    totals = three.bench.read(client_totals)
    assert dict(totals.counts) == {"all": 3, "nobodys": 2, "health": 0, "debt": 1}
    assert totals.debt == Money.rubles(24_800)


def test_an_empty_base_has_totals_too(desk: Desk) -> None:
    assert desk.bench.read(client_totals).debt == Money(0)
    assert all(len(desk.bench.read(client_ids, order)) == 0 for order in ORDERS)


@pytest.mark.parametrize(
    ("order", "words", "ids"),
    [
        ("all", "", [3, 2, 1]),
        ("nobodys", "", [1, 3]),
        ("debt", "", [1]),
        ("health", "", [1, 3, 2]),
        ("all", "елка", [2]),
        ("nobodys", "елка", []),
        ("all", "ро ка", [1]),
        ("all", "%", []),
    ],
)
def test_a_list_gives_ids_in_its_order(three: Desk, order: str, words: str, ids: list[int]) -> None:
    assert list(three.bench.read(client_ids, order, words)) == ids


def test_a_page_is_read_in_the_order_asked_for(three: Desk) -> None:
    rows = three.bench.read(client_rows, [2, 99, 1])
    assert [(row.name, row.manager, row.debt) for row in rows] == [
        ("Ёлка", "Ольга", Money(0)),
        ("ООО Ромашка", "", Money.rubles(24_800)),
    ]


def test_what_comes_next_is_read_for_a_page_of_clients(three: Desk) -> None:
    three.at("2026-11-25T10:00")
    following = three.bench.next_of_clients([1, 2, 3])
    assert following[1].key == next(item.key for item in three.bench.items_of_client(1) if item.snoozed is None)
    three.do("tasks.snooze", key=following[1].key, until="завтра")
    assert three.bench.next_of_clients([1]).get(1) != following[1]
