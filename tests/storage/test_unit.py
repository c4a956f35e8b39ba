"""A unit of work: one act, one entry, all or nothing."""

import pytest

from cs_workbench.kernel.errors import Refusal
from tests.desk import Desk


def test_a_refused_act_leaves_nothing(desk: Desk) -> None:
    client = desk.new("client", "clients.add", name="ООО Ромашка")
    before = desk.rows("journal_entry")
    desk.refused("clients.add_contact", client=client, name="Анна", phone="123")
    assert desk.rows("journal_entry") == before


def test_acts_together_stand_or_fall_together(desk: Desk) -> None:
    def both() -> None:
        with desk.bench.together() as act:
            act("clients.add", {"name": "ООО Первый"})
            act("clients.add", {"name": "   "})

    with pytest.raises(Refusal):
        both()
    assert desk.rows("client") == []
    assert desk.rows("journal_entry") == []


def test_acts_together_have_entries_of_their_own(desk: Desk) -> None:
    with desk.bench.together() as act:
        act("clients.add", {"name": "ООО Первый"})
        act("clients.add", {"name": "ООО Второй"})
    assert [entry["id"] for entry in desk.rows("journal_entry")] == [1, 2]


def test_one_action_over_many_rows_is_one_step_of_undo(desk: Desk) -> None:
    tasks = [desk.new("task", "tasks.add", text=f"Дело {n}", on="сегодня") for n in range(3)]
    before = desk.snapshot()
    desk.bench.perform_as_one("tasks.done", [{"task": task} for task in tasks])
    assert desk.rules().count("TASK") == 0
    desk.undo()
    assert desk.snapshot() == before


def test_an_act_says_what_it_made_and_what_it_changed(desk: Desk) -> None:
    client = desk.new("client", "clients.add", name="ООО Ромашка")
    done = desk.do("clients.edit", client=client, name="ООО Ромашка Плюс")
    assert (done.created, list(done.changed)) == ({}, [("client", client)])


def test_an_act_that_changes_nothing_is_not_in_the_journal(desk: Desk) -> None:
    client = desk.new("client", "clients.add", name="ООО Ромашка")
    entries = len(desk.rows("journal_entry"))
    desk.do("clients.edit", client=client, name="ООО Ромашка")
    assert len(desk.rows("journal_entry")) == entries


def test_the_standing_is_rewritten_for_whom_it_concerns(desk: Desk) -> None:
    client = desk.new("client", "clients.add", name="ООО Ромашка")
    desk.do("billing.add_invoice", client=client, number="7", issued_on="2026-11-10", sum="9000", kind="one_off")
    (standing,) = desk.rows("client_standing")
    assert (standing["client_id"], standing["debt"]) == (client, 900_000)


def test_an_unknown_action_is_refused(desk: Desk) -> None:
    assert desk.refused("clients.fire").code == "unknown_action"


@pytest.mark.parametrize(
    ("inputs", "code", "field"),
    [
        ({}, "required", "name"),
        ({"name": "ООО", "colour": "red"}, "unknown_field", "colour"),
        ({"name": "ООО", "kind": "planet"}, "choice", "kind"),
        ({"name": "\x1b[2J"}, "empty", "name"),
    ],
)
def test_wrong_inputs_are_refused_at_the_input(desk: Desk, inputs: dict[str, str], code: str, field: str) -> None:
    refusal = desk.refused("clients.add", **inputs)
    assert (refusal.code, refusal.field) == (code, field)


@pytest.mark.parametrize("named", ["99", "99999999999999999999", "Ромашка", "-1", "1.5"])
def test_a_client_who_is_not_there_is_refused(desk: Desk, named: str) -> None:
    refusal = desk.refused("clients.note", client=named, text="Пусто")
    assert (refusal.code, refusal.field) == ("unknown", "client")


def test_a_name_that_fits_two_clients_is_refused(desk: Desk) -> None:
    desk.do("clients.add", name="ООО Паркинг Север")
    desk.do("clients.add", name="ООО Паркинг Юг")
    assert desk.refused("clients.note", client="паркинг", text="Кто это?").code == "ambiguous"
    assert desk.do("clients.note", client="паркинг юг", text="Позвонить").created["note"] == [1]
