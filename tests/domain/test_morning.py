"""The briefing: what burns, what was promised, what money is expected, what waits, what is left of other days."""

from datetime import date

from cs_workbench.domain.morning import Briefing, briefing
from cs_workbench.kernel.money import Money
from tests.desk import Desk


def morning(desk: Desk) -> Briefing:
    """The day's briefing."""
    return desk.bench.read(briefing, desk.bench.queue(), desk.bench.counts())


def client_who_owes(desk: Desk, due: str, name: str = "Ромашка", inn: str = "7707083893") -> int:
    """A client with one invoice of 7 000 ₽."""
    client = desk.new("client", "clients.add", name=name, inn=inn)
    bill = {"issued_on": "2026-11-10", "sum": "7000", "kind": "one_off", "due_on": due}
    desk.do("billing.add_invoice", client=client, number=f"Р-{client}", **bill)
    return client


def test_an_empty_desk_has_nothing_to_tell(desk: Desk) -> None:
    facts = desk.bench.read(briefing, [], {})
    assert facts.is_empty
    assert facts.day == date(2026, 11, 24)


def test_promises_to_us_and_by_us_stand_apart(desk: Desk) -> None:
    client = client_who_owes(desk, "2026-11-20")
    desk.do("collection.promise", client=client, on="24.11", sum="5000")
    desk.do("tasks.add", text="Отправить акт", on="сегодня", client=client)
    desk.do("tasks.add", text="Не сегодня", on="завтра", client=client)
    facts = morning(desk)
    assert [entry.rule.id for entry in facts.to_us] == ["PAY-PROM"]
    assert [entry.rule.id for entry in facts.by_us] == ["TASK"]
    assert not facts.is_empty


def test_money_is_expected_by_day(desk: Desk) -> None:
    client = client_who_owes(desk, "2026-11-26")
    desk.do("collection.promise", client=client, on="27.11", sum="5000", confirm=True)
    far = client_who_owes(desk, "2026-12-10", "Весна", "7736050003")
    assert far
    assert [(day.day.day, day.promises, day.promised, day.invoices, day.due) for day in morning(desk).expected] == [
        (26, 0, Money(0), 1, Money.rubles(7000)),
        (27, 1, Money.rubles(5000), 0, Money(0)),
    ]


def test_what_burns_comes_first_and_requests_are_counted(desk: Desk) -> None:
    client = client_who_owes(desk, "2026-11-30")
    desk.do("requests.register", kind="tech", severity="stop", text="Шлагбаум стоит", client=client)
    facts = morning(desk)
    assert [entry.rule.id for entry in facts.burning] == ["RQ-NEW"]
    assert facts.requests == {"new": 1}


def test_what_other_days_left_is_told(desk: Desk) -> None:
    client = client_who_owes(desk, "2026-11-20")
    facts = morning(desk)
    assert "PAY-CALL" in [entry.rule.id for entry in facts.left]
    desk.do("tasks.snooze", key=f"PAY-CALL:client:{client}:2026-11", until="завтра")
    assert "PAY-CALL" not in [entry.rule.id for entry in morning(desk).left]


def test_appointments_of_today_alone(desk: Desk) -> None:
    client = client_who_owes(desk, "2026-11-20")
    desk.do("collection.log_call", client=client, outcome="call_back", callback_at="15:00")
    assert [one.client for one in morning(desk).appointments] == ["Ромашка"]


def test_a_year_without_a_confirmed_calendar_is_warned_of(desk: Desk) -> None:
    client_who_owes(desk, "2026-11-20")
    assert morning(desk).confirmed
    desk.at("2031-03-04T10:00")
    assert not morning(desk).confirmed


def test_a_user_is_briefed_once_a_day(desk: Desk) -> None:
    assert not desk.bench.is_briefed()
    before = desk.snapshot()
    desk.bench.set_briefed()
    assert desk.bench.is_briefed()
    assert desk.snapshot() == before
    desk.at("2026-11-25T09:00")
    assert not desk.bench.is_briefed()
    desk.bench.set_briefed()
    desk.bench.user = "director"
    assert not desk.bench.is_briefed()
