"""Rows stored without objects, as a register stores them, are the same rows: numbered, journaled, undone."""

from tests.desk import Desk

LINES = [{"name": f"Клиент {number}", "contact": f"Мария {number}"} for number in range(1, 4)]


def test_rows_are_numbered_after_those_that_ever_were(desk: Desk) -> None:
    first = desk.new("client", "clients.add", name="Первый")
    desk.undo()
    done = desk.do("clients.import_clients", lines=LINES)
    assert list(done.created["client"]) == [first + 1, first + 2, first + 3]


def test_a_column_that_is_not_given_has_its_default(desk: Desk) -> None:
    typed = desk.new("client", "clients.add", name="Первый")
    desk.do("clients.import_clients", lines=LINES)
    by_hand, stored = desk.show("client", typed), desk.show("client", typed + 1)
    assert {name for name in stored if type(stored[name]) is not type(by_hand[name])} == set()
    assert (stored["rev"], stored["do_not_call"]) == (1, False)


def test_each_row_has_its_image_and_its_client_its_standing(desk: Desk) -> None:
    desk.do("clients.import_clients", lines=LINES)
    images = [(row["record"], row["client_id"]) for row in desk.rows("journal_image")]
    assert sorted(images) == [*(("client", n) for n in (1, 2, 3)), *(("contact", n) for n in (1, 2, 3))]
    assert [row["client_id"] for row in desk.rows("client_standing")] == [1, 2, 3]


def test_what_was_stored_so_is_undone_and_done_again(desk: Desk) -> None:
    desk.there_and_back("clients.import_clients", lines=LINES)
    assert not [check for check in desk.bench.check() if check.grave and not check.holds]
