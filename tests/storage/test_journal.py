"""The journal is append-only and chained: an edit, a replaced row, a gap and a cut tail are found (reliability 66)."""

from pathlib import Path
from typing import Any

import pytest

from cs_workbench.storage import driver, journal
from tests.desk import Desk


@pytest.fixture
def lived(desk: Desk) -> Desk:
    """A desk with three entries."""
    for name in ("Первое", "Второе", "Третье"):
        desk.do("tasks.add", text=name, on="завтра")
    return desk


def _raw(desk: Desk, *statements: str) -> None:
    """Change the file as somebody would who goes round the program."""
    connection = driver.connect(Path(desk.bench.where))
    for trigger in (
        "journal_entry_no_update",
        "journal_entry_no_delete",
        "journal_image_no_update",
        "journal_image_no_delete",
    ):
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute("PRAGMA foreign_keys=OFF")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def _verdict(desk: Desk, name: str) -> tuple[bool, str]:
    (check,) = [check for check in desk.bench.check() if check.name == name]
    return check.holds, check.message


def test_an_untouched_journal_verifies(lived: Desk) -> None:
    assert _verdict(lived, "journal") == (True, "журнал цел, записей: 3")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET message = 'ничего не было' WHERE id = 2",
        "UPDATE journal_entry SET user = 'другой' WHERE id = 2",
        "UPDATE journal_image SET after = replace(after, 'Второе', 'Иное') WHERE entry_id = 2",
        "DELETE FROM journal_image WHERE entry_id = 2",
    ],
)
def test_an_edit_round_the_program_is_found(lived: Desk, statement: str) -> None:
    _raw(lived, statement)
    assert _verdict(lived, "journal") == (False, "запись журнала № 2 изменена после сохранения")


def test_a_gap_is_found(lived: Desk) -> None:
    _raw(lived, "DELETE FROM journal_image WHERE entry_id = 2", "DELETE FROM journal_entry WHERE id = 2")
    assert _verdict(lived, "journal") == (False, "в журнале нет записи № 2")


def test_a_cut_tail_is_remembered_by_a_copy(lived: Desk) -> None:
    lived.bench.copy("manual")
    _raw(lived, "DELETE FROM journal_image WHERE entry_id = 3", "DELETE FROM journal_entry WHERE id = 3")
    assert _verdict(lived, "journal")[0]
    holds, said = _verdict(lived, "copies")
    assert not holds
    assert said.startswith("в журнале нет записи № 3")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET user = 'x'",
        "DELETE FROM journal_entry",
        "INSERT OR REPLACE INTO journal_entry SELECT * FROM journal_entry",
        "DELETE FROM journal_image",
        "UPDATE journal_image SET record_id = 5",
    ],
)
def test_the_journal_refuses_to_be_changed(lived: Desk, statement: str) -> None:
    connection = driver.connect(Path(lived.bench.where))
    with pytest.raises(driver.sqlite.DatabaseError):
        connection.execute(statement)
    connection.close()


def test_an_erased_image_leaves_the_chain_whole(lived: Desk) -> None:
    connection = driver.connect(Path(lived.bench.where))
    connection.execute("UPDATE journal_image SET before = NULL, after = NULL WHERE entry_id = 2")
    connection.close()
    assert _verdict(lived, "journal")[0]


def _entries(desk: Desk, **asked: Any) -> list[dict[str, Any]]:
    with desk.bench.performer.reading(desk.bench.today()) as read:
        return journal.entries(read.session, **asked)


def test_entries_come_newest_first_and_say_what_is_undone(lived: Desk) -> None:
    lived.undo()
    assert [(entry["entry"], entry["kind"], entry["undone"]) for entry in _entries(lived)] == [
        (4, "undo", False),
        (3, "do", True),
        (2, "do", False),
        (1, "do", False),
    ]


def test_entries_of_one_client(desk: Desk) -> None:
    one = desk.new("client", "clients.add", name="ООО Первый")
    two = desk.new("client", "clients.add", name="ООО Второй")
    desk.do("clients.note", client=two, text="Заметка")
    assert [entry["client_id"] for entry in _entries(desk, client_id=two)] == [two, two]
    assert len(_entries(desk, client_id=one)) == 1


def test_order_and_ids_survive_a_clock_set_back(lived: Desk) -> None:
    lived.at("2026-11-20T09:00")
    done = lived.do("tasks.add", text="Четвёртое", on="завтра")
    assert done.entry == 4
    assert [entry["entry"] for entry in _entries(lived)] == [4, 3, 2, 1]
    assert lived.bench.undo()[1] == 4
