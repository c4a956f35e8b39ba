"""ООО Ромашка has a telephone and a contact; it is Tuesday 24 November 2026, ten in the morning."""

import pytest

from tests.desk import Desk
from tests.domain.requests.askers import Asker


@pytest.fixture
def romashka(desk: Desk) -> Asker:
    """The client of most tests."""
    client = Asker(desk)
    desk.do("clients.add_contact", client=client.id, name="Анна Петрова", role="инженер", phone="8 495 765-43-21")
    return client
