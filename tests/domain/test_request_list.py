"""The lists of `Обращения`: who waits for whom, the worst first, what a department has answered, what has ended."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cs_workbench.domain.request_list import conflicts_at, counts, ids_of, requests_at, whole_request
from tests.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Two clients and three requests of this morning: a question, a stopped barrier, one of a stranger."""
    here = Desk(tmp_path, "2026-11-24T09:05")
    for name in ("Ромашка", "Берёзка"):
        here.do("clients.add", name=name)
    here.do("requests.register", client=1, kind="tech", text="Как выгрузить номера")
    here.do("requests.register", client=2, kind="tech", text="Шлагбаум стоит", severity="stop")
    here.do("requests.register", kind="sales", text="Пришлите цены", phone="8 916 000-00-09")
    here.at("2026-11-24T10:00")
    yield here
    here.close()


def ids(desk: Desk, name: str, words: str = "") -> list[int]:
    """A list's rows in their order."""
    return list(desk.bench.read(ids_of, name, words))


def test_work_that_stands_comes_first_then_by_the_next_step(desk: Desk) -> None:
    desk.do("requests.take", request=1, next_at="2026-11-24T11:00")
    assert ids(desk, "ours") == [2, 1, 3]


def test_each_request_stands_in_one_list(desk: Desk) -> None:
    desk.do("requests.wait", request=1, for_="client", until="27.11")
    desk.do("requests.hand_over", request=2, dept="support", incomplete=True, confirm=True)
    assert [ids(desk, name) for name in ("ours", "client", "dept", "ended")] == [[3], [1], [2], []]
    assert desk.bench.read(counts) == {"ours": 1, "client": 1, "dept": 1, "conflicts": 0, "ended": None}


def test_what_has_ended_stands_newest_first(desk: Desk) -> None:
    for number in (1, 2):
        desk.do("requests.resolve", request=number, result="Готово")
        desk.do("requests.close", request=number, confirm=True)
    assert ids(desk, "ended") == [2, 1]


@pytest.mark.parametrize(("words", "found"), [("номера", [1]), ("берёз", [2]), ("цены прислать", []), ("стоит", [2])])
def test_words_narrow_a_list_by_the_text_and_by_the_name(desk: Desk, words: str, found: list[int]) -> None:
    assert ids(desk, "ours", words.replace("ё", "е")) == found


def test_a_line_says_that_its_step_is_late(desk: Desk) -> None:
    desk.at("2026-11-24T12:00")
    lines = desk.bench.read(requests_at, [1, 2])
    assert (lines[2].late, lines[1].late) == (True, False)


def test_an_answer_that_the_client_does_not_know_is_told_of(desk: Desk) -> None:
    desk.do("requests.hand_over", request=2, dept="support", incomplete=True, confirm=True)
    assert not desk.bench.read(requests_at, [2])[2].answered
    desk.do("requests.record_answer", handover=1, answer="Заменить блок")
    line = desk.bench.read(requests_at, [2])[2]
    assert (line.answered, line.handover) == (True, 1)
    desk.do("requests.tell_client", handover=1)
    line = desk.bench.read(requests_at, [2])[2]
    assert (line.answered, line.handover) == (False, 0)


def test_a_stranger_has_a_telephone_and_no_name(desk: Desk) -> None:
    line = desk.bench.read(requests_at, [3])[3]
    assert (line.client_id, line.client, line.phone) == (None, "", "+79160000009")


def test_a_request_whole_has_its_handovers_and_proposals(desk: Desk) -> None:
    desk.do("requests.hand_over", request=1, dept="sales", incomplete=True, confirm=True)
    desk.do("requests.propose", request=1, options="Камера — 48000; Две камеры — 76000")
    whole = desk.bench.read(whole_request, 1)
    assert whole is not None
    assert [one.dept for one in whole.handovers] == ["sales"]
    assert len(whole.proposals) == 1
    assert desk.bench.read(whole_request, 99) is None


def test_critical_conflicts_come_first(desk: Desk) -> None:
    at = {"demand": "Вернуть деньги", "next_step": "Звонок"}
    desk.do("requests.open_conflict", client=1, severity="normal", next_at="2026-11-24T11:00", **at)
    desk.do("requests.open_conflict", client=2, severity="critical", next_at="2026-11-24T15:00", **at)
    assert ids(desk, "conflicts") == [2, 1]
    assert ids(desk, "conflicts", "ромаш") == [1]
    line = desk.bench.read(conflicts_at, [2])[2]
    assert (line.client, line.severity, line.late) == ("Берёзка", "critical", False)
