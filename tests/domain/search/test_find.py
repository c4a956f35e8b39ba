"""Find anywhere: a client by any part of what is known of it, then invoices, requests and notes."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_workbench.domain.search import Found, Shelf, find_papers
from cs_workbench.domain.search.papers import around
from tests.desk import Desk


@pytest.fixture
def firms(desk: Desk) -> Desk:
    """Four clients, three contacts, a site."""
    desk.do("clients.add", name="ООО «Ромашка»", inn="7707083893", phone="84951234567")
    desk.do("clients.add", name="Ёлка 100%", email="buh@elka.example")
    desk.do("clients.add", name="ТСЖ Ромашка-Юг", inn="7728168971")
    desk.do("clients.add", name="Авторомашка")
    desk.do("clients.add_contact", client=2, name="Пётр Ёжиков", role="директор", phone="89161234567")
    desk.do("clients.add_contact", client=4, name="Мария Ромашкина")
    desk.do("clients.add_contact", client=4, name="Мария Вторая")
    desk.do("clients.add_site", client=2, name="Склад", address="Москва, ул. Зелёная, 8")
    return desk


def search(desk: Desk, text: str) -> Sequence[Found]:
    """Clients found by a new shelf."""
    return desk.bench.read(Shelf().find, text)


def names(desk: Desk, text: str) -> list[str]:
    """The names of the clients found, in their order."""
    return [row.client for row in search(desk, text)]


@pytest.mark.parametrize(
    ("typed", "clients"),
    [
        ("ромашка", ["ООО «Ромашка»", "ТСЖ Ромашка-Юг", "Авторомашка"]),
        ("РОМАШКА", ["ООО «Ромашка»", "ТСЖ Ромашка-Юг", "Авторомашка"]),
        ("ооо ромашка", ["ООО «Ромашка»"]),
        ("ромашка ооо", ["ООО «Ромашка»"]),
        ("омаш", ["Авторомашка", "ООО «Ромашка»", "ТСЖ Ромашка-Юг"]),
        ("юг", ["ТСЖ Ромашка-Юг"]),
        ("елка", ["Ёлка 100%"]),
        ("ёлка", ["Ёлка 100%"]),
        ("ежиков", ["Ёлка 100%"]),
        ("ёжиков петр", ["Ёлка 100%"]),
        ("зеленая 8", ["Ёлка 100%"]),
        ("100%", ["Ёлка 100%"]),
        ("%", ["Ёлка 100%"]),
        ("а", ["Авторомашка", "ООО «Ромашка»", "ТСЖ Ромашка-Юг", "Ёлка 100%"]),
        ("мария", ["Авторомашка"]),
        ("7707083893", ["ООО «Ромашка»"]),
        ("ИНН 7707083893", ["ООО «Ромашка»"]),
        ("7707 0838", ["ООО «Ромашка»"]),
        ("83893", ["ООО «Ромашка»"]),
        ("16897", ["ТСЖ Ромашка-Юг"]),
        ("elka.example", ["Ёлка 100%"]),
        ("лютик", []),
    ],
)
def test_a_client_is_found_by_any_part(firms: Desk, typed: str, clients: list[str]) -> None:
    assert sorted(names(firms, typed)) == sorted(clients)
    assert names(firms, typed)[:1] == clients[:1]


@pytest.mark.parametrize(
    ("typed", "kind", "text", "record"),
    [
        ("ооо", "name", "7707083893", "client"),
        ("770708", "inn", "7707083893", "client"),
        ("495 123", "phone", "+74951234567", "client"),
        ("петр", "contact", "Пётр Ёжиков, директор", "contact"),
        ("buh@", "email", "buh@elka.example", "client"),
        ("зелёная", "site", "Склад, Москва, ул. Зелёная, 8", "site"),
    ],
)
def test_what_matched_is_said(firms: Desk, typed: str, kind: str, text: str, record: str) -> None:
    row = search(firms, typed)[0]
    assert (row.kind, row.text, row.record) == (kind, text, record)


def test_a_client_is_found_once_though_much_of_it_matches(firms: Desk) -> None:
    assert names(firms, "ромашк").count("Авторомашка") == 1


def test_an_empty_text_shows_whom_one_dealt_with_last(firms: Desk) -> None:
    firms.do("clients.note", client=3, text="звонили")
    assert [row.client for row in search(firms, "  ")][:2] == ["ТСЖ Ромашка-Юг", "Ёлка 100%"]


def test_a_shelf_sees_what_was_changed_undone_and_done_again(firms: Desk) -> None:
    shelf = Shelf()
    read = firms.bench.read
    assert read(shelf.find, "василёк") == ()
    firms.do("clients.edit", client=1, name="Василёк")
    assert [row.client for row in read(shelf.find, "василек")] == ["Василёк"]
    firms.undo()
    assert read(shelf.find, "василек") == ()
    firms.bench.redo()
    assert len(read(shelf.find, "василек")) == 1


def test_a_shelf_is_not_read_anew_for_what_names_nobody(firms: Desk) -> None:
    shelf = Shelf()
    book = firms.bench.read(shelf.book)
    firms.do("clients.note", client=1, text="звонили")
    assert firms.bench.read(shelf.book) is book
    firms.do("clients.add_contact", client=1, name="Новый")
    assert firms.bench.read(shelf.book) is not book


def test_no_more_are_given_than_asked_for(firms: Desk) -> None:
    assert len(firms.bench.read(Shelf().find, "р", 2)) == 2


# Invoices, requests, notes ------------------------------------------------------------------------------------


@pytest.fixture
def papers(firms: Desk) -> Desk:
    """Invoices 118 and 1180, notes and requests, one of an unknown caller."""
    for number in ("118", "1180", "А-77"):
        firms.do("billing.add_invoice", client=1, number=number, issued_on="16.11.2026", sum="1000", kind="one_off")
    firms.do("clients.note", client=2, text="Пропуск через ЁЛОЧНЫЙ базар")
    firms.do("clients.note", client=3, text="другое\nс пропуском позже")
    firms.do("requests.register", client=1, kind="tech", text="Камера не читает номера", severity="degraded")
    firms.do("requests.register", kind="other", text="Спрашивали цены", phone="8 999 000-11-22")
    return firms


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("118", [("invoice", "118")]),
        ("№118", [("invoice", "118")]),
        ("счёт № 118", [("invoice", "118")]),
        ("счет 11", [("invoice", "1180"), ("invoice", "118")]),
        ("А-77", [("invoice", "А-77")]),
        ("елочный", [("note", "Пропуск через ЁЛОЧНЫЙ базар")]),
        ("базар пропуск", [("note", "Пропуск через ЁЛОЧНЫЙ базар")]),
        ("пропуск", [("note", "другое с пропуском позже"), ("note", "Пропуск через ЁЛОЧНЫЙ базар")]),
        ("камера", [("request", "Камера не читает номера")]),
        ("8 (999) 000", [("request", "Спрашивали цены")]),
        ("лютик", []),
        ("к", []),
        ("", []),
    ],
)
def test_invoices_by_number_requests_and_notes_by_words(papers: Desk, typed: str, found: list[tuple[str, str]]) -> None:
    rows = papers.bench.read(find_papers, typed)
    assert [(row.kind, row.text) for row in rows] == found


def test_a_request_of_an_unknown_caller_is_nobody_s(papers: Desk) -> None:
    (row,) = papers.bench.read(find_papers, "спрашивали")
    assert (row.client_id, row.client, row.record) == (None, "", "request")


def test_a_search_that_was_overtaken_stops(papers: Desk) -> None:
    assert papers.bench.read(find_papers, "118", lambda: False) == []


def test_a_long_text_is_shown_around_the_word() -> None:
    assert around("короткий\nтекст", ["текст"], 20) == "короткий текст"
    assert around("слово " + "б" * 60, ["слово"], 20) == f"слово {'б' * 14}…"
    assert around("а" * 30 + " слово " + "б" * 30, ["слово"], 20) == f"…аааа слово {'б' * 9}…"


@given(text=st.text(max_size=60))
def test_no_text_of_any_kind_raises(text: str, shared: Desk) -> None:
    shared.bench.read(Shelf().find, text)
    shared.bench.read(find_papers, text)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk that nobody changes."""
    desk = Desk(tmp_path_factory.mktemp("shared"))
    desk.do("clients.add", name="ООО «Ромашка»", inn="7707083893", phone="84951234567")
    desk.do("clients.note", client=1, text="100% _ \\ '")
    return desk
