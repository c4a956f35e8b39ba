"""What a person types to name a client: a number, an INN, a phone, a name or a part of it."""

import pytest

from tests.desk import Desk


@pytest.fixture
def clients(desk: Desk) -> Desk:
    """Three clients: № 1 with an INN and a phone, № 2 with a contact, № 3 whose name holds that of № 1."""
    desk.do("clients.add", name="ООО Ромашка", inn="7707083893", phone="84951234567")
    desk.do("clients.add", name="Ёлка 100%")
    desk.do("clients.add_contact", client=2, name="Пётр", phone="89161234567")
    desk.do("clients.add", name="ООО Ромашка Юг")
    return desk


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1", 1),
        ("7707083893", 1),
        ("ооо ромашка", 1),
        ("8 (495) 123-45-67", 1),
        ("+7 916 123 45 67", 2),
        ("елка", 2),
        ("100%", 2),
        ("юг", 3),
    ],
)
def test_a_text_names_one_client(clients: Desk, typed: str, number: int) -> None:
    assert clients.bench.performer.find("client", typed, clients.bench.today()) == number


@pytest.mark.parametrize(
    ("typed", "code"), [("ромашка", "ambiguous"), ("лютик", "unknown"), ("4", "unknown"), ("_", "unknown")]
)
def test_a_text_that_names_none_or_many_is_refused(clients: Desk, typed: str, code: str) -> None:
    refusal = clients.refused("clients.note", client=typed, text="Привет")
    assert (refusal.code, refusal.field) == (code, "client")


@pytest.mark.parametrize(("typed", "number"), [("1", 1), ("пётр", 1), ("пет", 1)])
def test_a_text_names_one_contact(clients: Desk, typed: str, number: int) -> None:
    assert clients.bench.performer.find("contact", typed, clients.bench.today()) == number
