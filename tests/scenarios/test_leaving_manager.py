"""A manager leaves: his clients become nobody's in one act, come back three a day, and find somebody else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cs_workbench.domain.client_list import client_ids
from tests.desk import Desk

CLIENTS = 7


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """In September Пётр had seven clients and Ольга one; Ромашка №2 owes."""
    here = Desk(tmp_path, "2026-09-07T10:00")
    for number in range(1, CLIENTS + 1):
        here.do("clients.add", name=f"Ромашка №{number}", manager="Пётр", confirm=True)
        here.do("clients.needs_not_needed", client=number, reason="давний клиент")
    here.do("clients.add", name="Берёзка", manager="Ольга")
    here.do("billing.add_invoice", client=2, number="118", issued_on="2026-09-07", sum="24800", due_on="2027-01-31")
    here.at("2026-11-24T10:00")
    yield here
    here.close()


def untouched(desk: Desk) -> list[int | None]:
    """The clients that the queue asks to speak with."""
    return [item.client_id for item in desk.items() if item.rule == "UC-TCH"]


def test_nobodys_clients_are_found_in_their_list(desk: Desk) -> None:
    assert untouched(desk) == []
    done = desk.do("clients.release_all", manager="Пётр", confirm=True)
    assert len(done.changed) == CLIENTS
    assert sorted(desk.bench.read(client_ids, "nobodys")) == list(range(1, CLIENTS + 1))
    assert desk.show("client", 8)["manager"] == "Ольга"


def test_three_a_day_are_asked_about_money_first(desk: Desk) -> None:
    desk.do("clients.release_all", manager="Пётр", confirm=True)
    asked = untouched(desk)
    assert (len(asked), asked[0]) == (3, 2)

    desk.do("clients.log_talk", client=2, text="Познакомились, довольны")
    assert len(untouched(desk)) == 2
    desk.do("clients.assign_manager", client=untouched(desk)[0], manager="Ольга")
    assert len(untouched(desk)) == 1

    desk.at("2026-11-25T10:00")
    assert len(untouched(desk)) == 3


def test_a_client_in_dispute_is_left_in_peace(desk: Desk) -> None:
    desk.do("clients.release_all", manager="Пётр", confirm=True)
    dispute = {"severity": "normal", "demand": "Пересчитать сумму", "next_step": "Ответить", "next_at": "25.11"}
    desk.do("requests.open_conflict", client=2, **dispute)
    assert 2 not in untouched(desk)
    desk.do("requests.close_conflict", conflict=1, outcome="Пересчитали")
    assert untouched(desk)[0] == 2


def test_a_client_that_was_spoken_with_is_touched_and_then_assigned(desk: Desk) -> None:
    desk.do("clients.release_all", manager="Пётр", confirm=True)
    states = [desk.show("client", 3)["state"].value]
    desk.do("clients.log_talk", client=3, text="Спросили про второй въезд")
    states.append(desk.show("client", 3)["state"].value)
    desk.do("clients.assign_manager", client=3, manager="Ольга")
    states.append(desk.show("client", 3)["state"].value)
    assert states == ["unassigned", "touched", "assigned"]


def test_his_leaving_is_taken_back_whole(desk: Desk) -> None:
    before = desk.snapshot()
    desk.do("clients.release_all", manager="Пётр", confirm=True)
    desk.undo()
    assert desk.snapshot() == before
