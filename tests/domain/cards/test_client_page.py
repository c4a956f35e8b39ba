"""The card of a client: its head, what happened, its money, its people."""

from datetime import date

from cs_workbench.domain.client_page.head import StandingHold, client_head
from cs_workbench.domain.client_page.money import Part, money_of
from cs_workbench.domain.client_page.people import people_of
from cs_workbench.domain.client_page.timeline import KINDS, READINESS, events_at, spots_of
from cs_workbench.kernel.money import Money
from tests.desk import Desk
from tests.domain.collection.debtors import Debtor


def test_the_head_agrees_with_the_standing(romashka: Debtor, desk: Desk) -> None:
    head = desk.bench.read(client_head, romashka.id)
    assert head is not None
    assert (head.debt, head.health, head.terms) == (Money.rubles(24_800), 100, {"start": 100})
    assert (head.people, head.unpaid, head.promise, head.do_not_call) == (1, 1, None, False)


def test_health_is_the_sum_of_its_terms(romashka: Debtor, desk: Desk) -> None:
    romashka.promise("25.11", "1000")
    desk.at("2026-12-07T10:00")
    head = desk.bench.read(client_head, romashka.id)
    assert head is not None
    assert head.terms == {"start": 100, "overdue_months": -15, "broken_90": -10}
    assert head.health == sum(head.terms.values()) == 75
    assert (head.broken, head.promise) == (1, None)


def test_a_promise_stands_until_its_day_is_over(romashka: Debtor, desk: Desk) -> None:
    romashka.promise("27.11", "1000")
    head = desk.bench.read(client_head, romashka.id)
    assert head is not None
    assert head.promise == (date(2026, 11, 27), Money.rubles(1_000))


def test_holds_name_their_invoice(romashka: Debtor, desk: Desk) -> None:
    romashka.call(7, text="не работал шлагбаум")
    head = desk.bench.read(client_head, romashka.id)
    assert head is not None
    assert head.holds == (StandingHold("не работал шлагбаум", None, "118", "2026-11"),)


def test_a_client_that_is_gone_has_no_head(desk: Desk) -> None:
    assert desk.bench.read(client_head, 99) is None


def test_the_form_s_values_are_the_card_s(desk: Desk) -> None:
    client = desk.new("client", "clients.add", name="ИП Иванов", phone="8 916 123-45-67", kind="entrepreneur")
    desk.do("clients.edit", client=client, do_not_call="да")
    head = desk.bench.read(client_head, client)
    assert head is not None
    assert (head.rev, head.do_not_call) == (2, True)
    assert head.fields == {
        "name": "ИП Иванов",
        "inn": "",
        "kpp": "",
        "phone": "+79161234567",
        "email": "",
        "manager": "",
        "source": "",
        "kind": "entrepreneur",
        "do_not_call": "да",
    }


def test_what_happened_comes_newest_first_and_a_time_before_a_bare_day(romashka: Debtor, desk: Desk) -> None:
    romashka.call(1, at="23.11.2026 15:00")
    desk.do("clients.note", client=romashka.id, text="злая собака")
    romashka.pay("100", "24.11")
    spots = desk.bench.read(spots_of, romashka.id)
    assert [(spot.kind, str(spot.on), spot.time) for spot in spots] == [
        ("note", "2026-11-24", "10:00:00"),
        ("payment", "2026-11-24", ""),
        ("call_attempt", "2026-11-23", "15:00:00"),
        ("invoice", "2026-11-16", ""),
    ]
    events = desk.bench.read(events_at, spots)
    assert [event.spot for event in events] == list(spots)
    assert events[0].text == "злая собака"
    assert (events[2].mark, events[2].who) == ("no_answer", "Анна Петрова")


def test_every_kind_of_event_is_told(romashka: Debtor, desk: Desk) -> None:
    desk.do("clients.note", client=romashka.id, text="заметка")
    desk.do("clients.log_talk", client=romashka.id, text="разговор", contact="Анна")
    desk.do("clients.sign_contract", client=romashka.id, number="5", on="сегодня")
    desk.do("billing.send_invoice", invoice=1)
    romashka.call(9)
    romashka.promise("27.11", "1000")
    desk.do("collection.hold", client=romashka.id, reason="ждём акт", until="30.11")
    romashka.pay("100", "сегодня")
    site = desk.new("site", "clients.add_site", client=romashka.id, name="Двор")
    desk.do("clients.set_readiness", site=site, state="promised", expected="30.11")
    desk.do("requests.register", client=romashka.id, kind="sales", text="вторая стойка")
    desk.do("requests.take", request=1)
    desk.do("requests.hand_over", request=1, dept="sales", text="нужна цена", confirm=True)
    desk.do("requests.propose", request=1, options="стойка 90 000 ₽")
    conflict = {"severity": "normal", "demand": "скидка", "next_step": "позвонить", "next_at": "завтра 11:00"}
    desk.do("requests.open_conflict", client=romashka.id, **conflict)
    spots = desk.bench.read(spots_of, romashka.id)
    assert {spot.kind for spot in spots} == {*KINDS, READINESS}
    assert not any(event.gone for event in desk.bench.read(events_at, spots))


def test_a_promise_and_a_hold_are_told_as_time_has_decided(romashka: Debtor, desk: Desk) -> None:
    desk.do("collection.hold", client=romashka.id, reason="ждём акт", until="25.11")
    romashka.promise("25.11", "1000")
    desk.at("2026-11-30T10:00")
    events = desk.bench.read(events_at, desk.bench.read(spots_of, romashka.id))
    assert {event.spot.kind: event.mark for event in events if event.mark} == {
        "promise": "broken",
        "hold": "lifted",
        "invoice": "issued",
    }


def test_what_was_undone_since_its_place_was_read_says_so(romashka: Debtor, desk: Desk) -> None:
    desk.do("clients.note", client=romashka.id, text="заметка")
    spots = desk.bench.read(spots_of, romashka.id)
    desk.undo()
    assert [event.gone for event in desk.bench.read(events_at, spots)] == [True, False]


def test_payments_say_what_they_closed_and_what_is_left(romashka: Debtor, desk: Desk) -> None:
    romashka.pay("25000", "20.11", number="77")
    money = desk.bench.read(money_of, romashka.id)
    (payment,) = money.payments
    assert payment.parts == (Part("118", "2026-11", Money.rubles(24_800)),)
    assert payment.rest == Money.rubles(200)
    assert [credit.rest for credit in money.credits] == [Money.rubles(200)]
    assert [(invoice.state, invoice.rest) for invoice in money.invoices] == [("paid", Money(0))]


def test_open_invoices_come_first_by_their_day_with_their_lateness(romashka: Debtor, desk: Desk) -> None:
    romashka.bill("100", "1000", issued_on="2026-10-15", due_on="2026-10-31", period="2026-10")
    romashka.bill("90", "500", issued_on="2026-09-15", due_on="2026-09-30", period="2026-09")
    romashka.pay("500", "20.11", invoice=3)
    money = desk.bench.read(money_of, romashka.id)
    assert [(invoice.number, invoice.late_bd) for invoice in money.invoices] == [("100", 16), ("118", 0), ("90", 0)]


def test_a_promise_is_shown_with_what_came_for_it(romashka: Debtor, desk: Desk) -> None:
    romashka.promise("25.11", "1000")
    desk.at("2026-11-25T10:00")
    romashka.pay("400", "25.11")
    desk.at("2026-11-30T10:00")
    (promise,) = desk.bench.read(money_of, romashka.id).promises
    assert (promise.state, promise.received) == ("partly_kept", Money.rubles(400))


def test_the_main_person_comes_first_the_wrong_one_last(romashka: Debtor, desk: Desk) -> None:
    romashka.call(8)
    romashka.contact("Яков", phone="8 916 000-00-03")
    romashka.contact("Борис", phone="8 916 000-00-04", primary="да")
    people = desk.bench.read(people_of, romashka.id)
    assert [(one.name, one.primary, one.wrong) for one in people] == [
        ("Борис", True, False),
        ("Яков", False, False),
        ("Анна Петрова", False, True),
    ]
