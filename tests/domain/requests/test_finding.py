"""How a request is named."""

import pytest

from tests.desk import Desk
from tests.domain.requests.askers import Asker


@pytest.fixture
def both(desk: Desk) -> tuple[Asker, Asker]:
    """Two clients with a request each."""
    one, other = Asker(desk), Asker(desk, "ЗАО Василёк", phone="8 912 000-00-01")
    one.ask("Камера не читает номера")
    other.ask("Турникет заедает")
    return one, other


@pytest.mark.parametrize("name", ["1", "№ 1", "ромашка", "РОМАШ", "камера", "не читает", "Камера  не"])
def test_a_request_is_named_by_its_number_client_or_text(both: tuple[Asker, Asker], name: str) -> None:
    desk = both[0].desk

    desk.do("requests.take", request=name)

    assert [row["state"] for row in desk.rows("request")] == ["in_work", "new"]


@pytest.mark.parametrize(("name", "code"), [("видеорегистратор", "unknown"), ("е", "ambiguous"), ("№", "unknown")])
def test_a_name_that_finds_none_or_several_is_refused(both: tuple[Asker, Asker], name: str, code: str) -> None:
    refusal = both[0].desk.refused("requests.take", request=name)

    assert (refusal.code, refusal.field) == (code, "request")


def test_a_closed_request_is_found_by_its_number_alone(both: tuple[Asker, Asker]) -> None:
    desk = both[0].desk
    desk.do("requests.close", request="ромашка", result="Протёрли", confirm=True)

    assert desk.refused("requests.take", request="ромашка").code == "unknown"
    assert desk.refused("requests.take", request="1").code == "closed"


def test_a_handover_a_proposal_and_a_conflict_are_named_alike(both: tuple[Asker, Asker]) -> None:
    one, other = both
    desk = one.desk
    one.hand_over(1)
    other.hand_over(2)
    desk.do("requests.propose", request="турникет", options="ремонт 5000")
    one.quarrel(demand="Вернуть деньги за ёлку")
    other.quarrel(demand="Сменить бригаду")

    desk.do("requests.record_answer", handover="камера", answer="Да")
    desk.do("requests.proposal_answer", proposal="василек", accepted="да")
    desk.do("requests.close_conflict", conflict="елку", outcome="вернули")
    desk.do("requests.close_conflict", conflict="№ 2", outcome="сменили")

    assert [row["state"] for row in desk.rows("handover")] == ["answered", "sent"]
    assert [row["open"] for row in desk.rows("conflict")] == [False, False]
    assert desk.refused("requests.close_conflict", conflict="бригаду", outcome="ещё").code == "unknown"
