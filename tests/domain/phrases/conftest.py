"""A desk for reading phrases: seven clients on Tuesday 24 November 2026. Nobody changes it.

The cursor stands on a call to Ромашка, who has one site, one request with support, one open invoice and a subscription.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping

import pytest

from cs_workbench.domain.phrases.reader import phrase
from cs_workbench.domain.phrases.reading import Reading
from cs_workbench.presentation.phrase import CHOICE_WORDS
from tests.desk import Desk

CURSOR = {"client": "1", "key": "PAY-CALL:client:1:2026-11", "for": "client:1"}
NOWHERE: Mapping[str, str] = {}

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def read_at_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The desk, made once."""
    folder = tmp_path_factory.mktemp("phrases")
    desk = Desk(folder)
    furnish(desk)
    yield desk
    desk.close()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def read(read_at_desk: Desk) -> Read:
    """Reads a phrase with the cursor on Ромашка, or on nothing."""

    def reading(text: str, subject: Mapping[str, str] = CURSOR, as_note: bool = False) -> Reading:
        return read_at_desk.bench.read(phrase, text, CHOICE_WORDS, subject, as_note)

    return reading


def furnish(desk: Desk) -> None:
    """Ромашка with one of everything; the others with names that are told apart."""
    names = ("Ромашка", "ООО «Берёзка»", "Весна", "ТСЖ «Тихий двор»", "ООО «Весна-2»", "АО «Маяк»", "ООО «Маяк»")
    inns = ("7707083893", "7728168971", None, None, None, None, None)
    for name, inn in zip(names, inns, strict=True):
        desk.do("clients.add", name=name, inn=inn)
    desk.do("clients.add_site", client=1, name="Главный въезд")
    desk.do("billing.open_subscription", client=1, amount="10000", from_period="2026-10")
    desk.do("billing.add_invoice", client=1, number="118", issued_on="20.11", sum="15000", kind="one_off")
    desk.do("requests.register", client=1, kind="tech", text="Камера не читает номера")
    desk.do("requests.hand_over", request=1, dept="support", incomplete="да", confirm=True)
    desk.do("collection.promise", client=1, on="25.11", sum="5000")
