"""ООО Ромашка owes 24 800 ₽ for November, due on the 30th; it is Tuesday 24 November 2026, ten in the morning."""

import pytest

from tests.desk import Desk
from tests.domain.collection.debtors import ISSUED, TUESDAY, Debtor


@pytest.fixture
def romashka(desk: Desk) -> Debtor:
    """The debtor of most tests, with one contact and one invoice."""
    desk.at(ISSUED)
    client = Debtor(desk)
    client.contact("Анна Петрова", email="buh@romashka.ru")
    client.bill()
    desk.at(TUESDAY)
    return client
