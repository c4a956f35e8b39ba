"""The debtor of the tests of cards: ООО Ромашка, one contact, 24 800 ₽ for November; Tuesday 24 November 2026."""

import pytest

from tests.desk import Desk
from tests.domain.collection.debtors import ISSUED, TUESDAY, Debtor


@pytest.fixture
def romashka(desk: Desk) -> Debtor:
    """A client who owes."""
    desk.at(ISSUED)
    client = Debtor(desk)
    client.contact("Анна Петрова", email="buh@romashka.ru")
    client.bill()
    desk.at(TUESDAY)
    return client
