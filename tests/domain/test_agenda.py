"""The agenda: what has a time of day, what comes next, what has come."""

from datetime import datetime, timedelta

from cs_workbench.domain.agenda import Appointment, agenda, coming, due
from tests.desk import Desk


def owing(desk: Desk, name: str = "Ромашка", inn: str = "7707083893") -> int:
    """A client with a debt that is called about."""
    client = desk.new("client", "clients.add", name=name, inn=inn)
    bill = {"issued_on": "2026-11-10", "sum": "7000", "kind": "one_off", "due_on": "2026-11-20"}
    desk.do("billing.add_invoice", client=client, number=f"Р-{client}", **bill)
    return client


def told(desk: Desk, days: int = 7) -> list[tuple[str, str, str]]:
    """The agenda as (day and time, client, what)."""
    return [(f"{one.at:%d.%m %H:%M}", one.client, one.what) for one in desk.bench.read(agenda, days)]


def test_a_call_back_stands_until_the_client_is_called(desk: Desk) -> None:
    client = owing(desk)
    desk.do("collection.log_call", client=client, outcome="call_back", callback_at="15:00")
    assert told(desk) == [("24.11 15:00", "Ромашка", "call_back")]
    desk.at("2026-11-24T15:10")
    assert told(desk) == [("24.11 15:00", "Ромашка", "call_back")]
    desk.do("collection.log_call", client=client, outcome="no_answer")
    assert told(desk) == []


def test_a_call_back_goes_with_the_debt(desk: Desk) -> None:
    client = owing(desk)
    desk.do("collection.log_call", client=client, outcome="call_back", callback_at="15:00")
    desk.do("billing.record_payment", client=client, sum="7000", paid_on="2026-11-24")
    assert told(desk) == []


def test_undo_takes_an_appointment_back(desk: Desk) -> None:
    client = owing(desk)
    desk.do("collection.log_call", client=client, outcome="call_back", callback_at="завтра 11:30")
    assert told(desk) == [("25.11 11:30", "Ромашка", "call_back")]
    desk.undo()
    assert told(desk) == []


def test_a_request_has_a_time_where_one_was_given(desk: Desk) -> None:
    client = owing(desk)
    timed = {"kind": "tech", "text": "Камера не читает номера", "client": client}
    desk.do("requests.register", **timed, next_at="завтра 14:00")
    other = {"kind": "sales", "text": "Просят второй шлагбаум", "client": client}
    desk.do("requests.register", **other, next_at="завтра")
    assert told(desk) == [("25.11 14:00", "Ромашка", "request")]


def test_a_conflict_has_the_time_of_its_next_step(desk: Desk) -> None:
    client = owing(desk)
    step = {"next_step": "Позвонить директору", "next_at": "24.11 16:00"}
    desk.do("requests.open_conflict", client=client, severity="normal", demand="Вернуть деньги", **step)
    (one,) = desk.bench.read(agenda)
    assert (one.what, one.text, one.at.hour, one.record) == ("conflict", "Позвонить директору", 16, "conflict")


def test_an_answer_of_a_department_is_expected_at_a_time(desk: Desk) -> None:
    client = owing(desk)
    stop = {"kind": "tech", "text": "Не открывает", "severity": "stop"}
    request = desk.new("request", "requests.register", **stop, client=client)
    desk.do("requests.hand_over", request=request, dept="support", incomplete=True, confirm=True)
    assert [(one.what, one.text) for one in desk.bench.read(agenda)] == [("answer", "support")]


def test_today_alone_and_the_coming_days(desk: Desk) -> None:
    first, second = owing(desk), owing(desk, "Весна", "7736050003")
    desk.do("collection.log_call", client=first, outcome="call_back", callback_at="27.11 12:00")
    desk.do("collection.log_call", client=second, outcome="call_back", callback_at="16:00")
    assert told(desk, 0) == [("24.11 16:00", "Весна", "call_back")]
    assert [row[1] for row in told(desk)] == ["Весна", "Ромашка"]


def at(hour: int, minute: int = 0, day: int = 24) -> datetime:
    """A local moment of November."""
    return datetime(2026, 11, day, hour, minute).astimezone()


def one(moment: datetime) -> Appointment:
    """An appointment at a moment."""
    return Appointment(moment, "call_back", "client", moment.hour, moment.hour, "Ромашка", "")


FOUND = (one(at(11)), one(at(15)), one(at(16)), one(at(10, day=25)))


def test_the_next_is_the_first_of_today_that_has_not_come() -> None:
    assert coming(FOUND, at(10)) == FOUND[0]
    assert coming(FOUND, at(11)) == FOUND[1]
    assert coming(FOUND, at(17)) is None


def test_what_has_come_is_told_once_however_long_the_machine_slept() -> None:
    assert due(FOUND, at(15, 30)) == FOUND[:2]
    assert due(FOUND, at(11), at(10, 59)) == FOUND[:1]
    assert due(FOUND, at(11, 1), at(11)) == ()
    assert due(FOUND, at(18), at(12)) == FOUND[1:3]
    assert due(FOUND, at(15) + timedelta(days=1), at(12)) == FOUND[3:]
