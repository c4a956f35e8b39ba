"""What is known before a call, for many clients at once, and what the day of calls has brought."""

from sqlalchemy import event

from cs_workbench.domain.calls_day import CallFacts, DayOfCalls, call_facts, day_of_calls
from cs_workbench.kernel.money import Money
from tests.desk import Desk
from tests.domain.collection.debtors import Debtor


def facts(debtor: Debtor) -> CallFacts:
    """The facts of one client."""
    return debtor.desk.bench.read(call_facts, [debtor.id])[debtor.id]


def test_the_main_contact_is_asked_for(romashka: Debtor) -> None:
    romashka.contact("Пётр", phone="8 916 000-00-02", primary="да")
    found = facts(romashka)
    assert (found.person, found.phone) == ("Пётр", "+79160000002")
    assert found.debt == Money.rubles(24_800)


def test_somebody_else_is_asked_for_when_the_main_one_is_not_the_right_person(romashka: Debtor) -> None:
    romashka.contact("Пётр", phone="8 916 000-00-02")
    romashka.call(8)
    assert facts(romashka).person == "Пётр"


def test_a_contact_without_a_telephone_is_asked_for_by_the_firm_s(desk: Desk) -> None:
    client = Debtor(desk)
    desk.do("clients.edit", client=client.id, phone="8 495 111-22-33")
    desk.do("clients.add_contact", client=client.id, name="Анна")
    assert (facts(client).person, facts(client).phone) == ("Анна", "+74951112233")


def test_nobody_and_no_telephone(desk: Desk) -> None:
    assert facts(Debtor(desk)) == CallFacts(1, "", "", Money(0), None, "")


def test_the_last_call_is_the_latest_by_its_time(romashka: Debtor) -> None:
    romashka.call(1)
    romashka.call(2, at="23.11.2026 15:00")
    assert facts(romashka).last_outcome == "no_answer"


def test_many_clients_are_one_query(romashka: Debtor, desk: Desk) -> None:
    clients = [romashka.id, *(Debtor(desk, f"Клиент {n}").id for n in range(5))]
    asked: list[str] = []
    event.listen(desk.bench.performer.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    assert set(desk.bench.read(call_facts, clients)) == set(clients)
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 1


def test_a_client_that_is_gone_is_absent(desk: Desk) -> None:
    assert desk.bench.read(call_facts, [99]) == {}


def test_the_day_counts_its_calls_and_what_was_promised_in_it(romashka: Debtor, desk: Desk) -> None:
    romashka.call(1, at="23.11.2026 15:00")
    assert desk.bench.read(day_of_calls) == DayOfCalls(0, Money(0))
    romashka.call(1)
    romashka.call(4, promise_on="27.11", promise_sum="15000")
    assert desk.bench.read(day_of_calls) == DayOfCalls(2, Money.rubles(15_000))


def test_a_promise_that_another_replaced_is_not_counted_twice(romashka: Debtor, desk: Desk) -> None:
    romashka.promise("27.11", "15000")
    romashka.promise("30.11", "10000")
    assert desk.bench.read(day_of_calls).promised == Money.rubles(10_000)
