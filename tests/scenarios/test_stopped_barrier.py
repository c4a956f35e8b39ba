"""A stopped barrier: reported at 9:05, handed to support, answered, told to the client by noon, closed.

And the same morning gone wrong: nobody takes it, support is silent, the client calls again.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import Desk

STOPPED = "Шлагбаум не открывается, машины стоят"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Tuesday morning; ООО Ромашка is known with its equipment."""
    here = Desk(tmp_path, "2026-11-24T09:00")
    here.do("clients.add", name="ООО Ромашка", phone="8 495 765-43-21", manager="Ольга")
    here.do("clients.add_contact", client="ромашка", name="Анна Петрова", role="охрана", phone="8 916 123-45-67")
    here.do("clients.add_site", client="ромашка", name="Въезд", address="Химки, Заводская, 1")
    here.do("clients.add_asset", site=1, category="barrier", vendor="CAME", model="G4040", serial="A-17")
    here.do("clients.add_asset", site=1, category="server", vendor="Dell", model="R340", serial="S-1")
    here.do("clients.record_needs", client="ромашка", integration="1С")
    yield here
    here.close()


def seen(desk: Desk, moment: str) -> list[str]:
    """The lines about requests at a time of that day, with how they burn."""
    desk.at(f"2026-11-24T{moment}")
    return [f"{item.tier} {item.rule}" for item in desk.items(1) if item.rule.startswith(("RQ-", "HO-"))]


def test_a_stopped_barrier_is_told_by_noon_and_closed(desk: Desk) -> None:
    desk.at("2026-11-24T09:05")
    call = {"kind": "техника", "severity": "стоит", "text": STOPPED, "phone": "8 (916) 123 45 67"}
    done = desk.do("requests.register", **call)
    assert done.message == "Обращение № 1 записано: ООО Ромашка. Взять до 10:05."
    assert desk.show("request", 1)["contact_id"] == 1
    assert seen(desk, "09:06") == ["0 RQ-NEW"]

    desk.at("2026-11-24T09:10")
    done = desk.do("requests.hand_over", request="ромашка", dept="тп")
    assert done.message == "Обращение № 1 передано (техподдержка), ответ ждём до 24.11.2026 11:10."
    package = desk.show("handover", 1)["package"]
    for known in (STOPPED, "ООО Ромашка", "Анна Петрова", "+7 916 123-45-67", "Заводская", "CAME G4040", "Dell", "1С"):
        assert known in package
    assert seen(desk, "11:09") == []

    assert seen(desk, "11:10") == ["4 HO-WAIT"]
    desk.do("requests.record_answer", handover="ромашка", answer="Перезагрузить контроллер, код Е7")
    assert seen(desk, "11:12") == ["4 HO-TELL"]

    desk.at("2026-11-24T11:40")
    desk.do("requests.tell_client", handover="ромашка")
    assert desk.rows("talk")[-1]["text"] == "Сообщили ответ (техподдержка): Перезагрузить контроллер, код Е7"
    assert seen(desk, "11:55") == ["4 RQ-NEXT"]

    desk.do("requests.resolve", request="ромашка", result="Открылся после перезагрузки")
    desk.do("requests.close", request="ромашка")
    assert seen(desk, "12:00") == []
    assert desk.show("request", 1)["state"] == "closed"
    assert desk.show("handover", 1)["state"] == "closed"


def test_the_whole_morning_is_undone_act_by_act(desk: Desk) -> None:
    before = desk.snapshot()
    desk.do("requests.register", client="ромашка", kind="tech", severity="stop", text=STOPPED)
    desk.do("requests.hand_over", request="ромашка", dept="тп")
    desk.do("requests.record_answer", handover="ромашка", answer="Перезагрузить")
    desk.do("requests.tell_client", handover="ромашка")
    desk.do("requests.close", request="ромашка", result="Открылся")
    after = desk.snapshot()

    for _ in range(5):
        desk.undo()

    assert desk.snapshot() == before
    for _ in range(5):
        desk.redo()
    assert desk.snapshot() == after


def test_the_morning_gone_wrong_burns_until_somebody_answers(desk: Desk) -> None:
    desk.at("2026-11-24T09:05")
    desk.do("requests.register", client="ромашка", kind="tech", severity="stop", text=STOPPED)
    assert seen(desk, "10:30") == ["0 RQ-NEW"]
    assert desk.refused("requests.register", client=1, kind="tech", severity="stop", text="Ну что?").code == "confirm"
    desk.do("requests.add_text", request="ромашка", text="звонили ещё раз, ждут")

    desk.do("requests.hand_over", request="ромашка", dept="тп")
    assert "звонили ещё раз" in desk.show("handover", 1)["package"]
    assert seen(desk, "12:30") == ["4 HO-WAIT"]
    desk.do("requests.return_handover", handover="ромашка", missing="модель контроллера")
    assert seen(desk, "12:31") == ["4 RQ-NEXT"]
    desk.do("requests.hand_over", request="ромашка", dept="тп", text="контроллер ZR-24")
    desk.do("requests.record_answer", handover="ромашка", answer="Выезжаем")
    desk.do("requests.tell_client", handover="ромашка")
    desk.do("requests.wait", request="ромашка", for_="монтажники", until="завтра")

    assert seen(desk, "18:00") == []
    desk.at("2026-11-25T09:00")
    assert desk.item("RQ-NEXT").text == f"Ждали до 25.11: монтажники: {STOPPED} 24.11.2026: звонили ещё раз, ждут"
