"""How a request is named, and the lists of requests for screens and cards."""

from typing import Any

import pytest

from cs_workbench.domain.requests.records import RequestState
from cs_workbench.domain.requests.repository import lists
from tests.desk import Desk
from tests.domain.requests.askers import Asker


def read(desk: Desk, look: Any, *args: Any, **more: Any) -> Any:
    """What a list reads."""
    with desk.bench.performer.reading(desk.bench.today()) as opened:
        return look(opened.session, *args, **more)


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


def test_requests_by_state_and_by_whom_they_wait_for(both: tuple[Asker, Asker]) -> None:
    one, _ = both
    desk = one.desk
    third = one.ask("Сколько стоит?", kind="sales")
    one.hand_over(1)
    desk.do("requests.wait", request=third, for_="client", until="завтра")
    stranger = desk.new("request", "requests.register", kind="sales", text="Хотят шлагбаум")
    desk.do("requests.close", request=stranger, result="Не наш", confirm=True)

    def side(name: str, **more: Any) -> list[tuple[int, str]]:
        return [(row.id, row.client) for row in read(desk, lists.requests_in, lists.SIDES[name], **more)]

    assert side("ours") == [(2, "ЗАО Василёк")]
    assert side("client") == [(3, "ООО Ромашка")]
    assert side("dept", waiting_for="юристы") == [(1, "ООО Ромашка")]
    assert side("dept", waiting_for="склад") == []
    assert side("ended") == [(4, "")]
    assert read(desk, lists.open_counts) == {
        RequestState.NEW: 1,
        RequestState.WAITING_CLIENT: 1,
        RequestState.WAITING_DEPT: 1,
    }
    assert read(desk, lists.waited_for) == {"ответ клиента": 1, "юристы": 1}


def test_a_list_goes_on_page_by_page_the_newest_first(romashka: Asker) -> None:
    for number in range(5):
        romashka.ask(f"Вопрос {number}", at=f"24.11 09:0{number // 2}", confirm=True)

    pages, last = [], None
    while page := read(romashka.desk, lists.requests_of, romashka.id, limit=2, before=last):
        pages.append([row.text for row in page])
        last = page[-1]

    assert pages == [["Вопрос 4", "Вопрос 3"], ["Вопрос 2", "Вопрос 1"], ["Вопрос 0"]]


def test_what_belongs_to_a_request_or_a_client_is_listed_newest_first(romashka: Asker) -> None:
    desk = romashka.desk
    request = romashka.ask()
    romashka.hand_over(request)
    romashka.hand_over(request, "warehouse")
    desk.do("requests.propose", request=request, options="ремонт 5000")
    romashka.quarrel()
    romashka.quarrel(demand="Сменить бригаду", confirm=True)

    handovers = read(desk, lists.handovers_of, request)
    conflicts = read(desk, lists.conflicts_of, romashka.id)
    (proposal,) = read(desk, lists.proposals_of, request)

    assert [row.dept for row in handovers] == ["warehouse", "law"]
    assert [row.id for row in read(desk, lists.handovers_of, request, before=handovers[0].id)] == [1]
    assert [row.demand for row in conflicts] == ["Сменить бригаду", "Вернуть деньги"]
    assert [row.id for row in read(desk, lists.conflicts_of, romashka.id, limit=1)] == [2]
    assert (proposal.request_id, proposal.state) == (request, "offered")
