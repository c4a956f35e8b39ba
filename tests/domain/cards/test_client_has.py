"""What stands on a client's card besides money: sites and equipment, requests and conflicts, needs."""

from datetime import date

import pytest

from cs_workbench.domain.client_page.asked import asked_of
from cs_workbench.domain.client_page.head import client_head
from cs_workbench.domain.client_page.needs import QUESTIONS, needs_of
from cs_workbench.domain.client_page.objects import sites_of
from cs_workbench.domain.client_page.timeline import READINESS, events_at, spots_of
from tests.desk import Desk


@pytest.fixture
def client(desk: Desk) -> int:
    """A client."""
    return desk.new("client", "clients.add", name="Ромашка", phone="8 916 123-45-67")


def test_a_site_stands_with_its_equipment_what_is_gone_last(client: int, desk: Desk) -> None:
    site = desk.new("site", "clients.add_site", client=client, name="Двор", address="ул. Ленина, 1")
    old = desk.new(
        "asset", "clients.add_asset", site=site, category="camera", serial="123", warranty_until="20.11.2026"
    )
    desk.do("clients.add_asset", site=site, category="barrier", vendor="CAME", ours="да")
    desk.do("clients.replace_asset", asset=old, serial="124")
    (row,) = desk.bench.read(sites_of, client)
    assert (row.name, row.address, row.state, row.late) == ("Двор", "ул. Ленина, 1", "unknown", False)
    assert [(one.category, one.gone) for one in row.assets] == [("barrier", False), ("camera", False), ("camera", True)]
    assert [one.expired for one in row.assets][-1]
    assert row.assets[0].ours


def test_a_readiness_whose_day_has_passed_is_late_and_each_word_of_it_is_told(client: int, desk: Desk) -> None:
    site = desk.new("site", "clients.add_site", client=client, name="Двор")
    desk.do("clients.set_readiness", site=site, state="promised", expected="25.11")
    desk.do("clients.set_readiness", site=site, state="promised", expected="27.11", reason="ждут кабель")
    desk.do("clients.set_readiness", site=site, state="confirmed", expected="27.11")
    desk.undo()
    desk.at("2026-11-30T10:00")
    (row,) = desk.bench.read(sites_of, client)
    assert (row.late, row.slips, row.slip_reason, row.expected_on) == (True, 1, "ждут кабель", date(2026, 11, 27))
    spots = [spot for spot in desk.bench.read(spots_of, client) if spot.kind == READINESS]
    assert len(spots) == 2, "what was undone is not told"
    assert all("Двор" in event.text for event in desk.bench.read(events_at, spots))


def test_open_requests_come_by_their_next_step_then_the_closed(client: int, desk: Desk) -> None:
    for text, when in (("первое", "пт 11:00"), ("второе", "завтра 11:00"), ("третье", None)):
        number = desk.new("request", "requests.register", client=client, kind="other", text=text, confirm=True)
        if when:
            desk.do("requests.take", request=number, next_at=when)
    desk.do("requests.close", request=3, result="само прошло", confirm=True)
    asked = desk.bench.read(asked_of, client)
    assert [(one.text, one.open) for one in asked.requests] == [("второе", True), ("первое", True), ("третье", False)]
    assert asked.open == 2


def test_what_is_not_done_in_time_is_late(client: int, desk: Desk) -> None:
    desk.do("requests.register", client=client, kind="tech", severity="stop", text="стоит")
    desk.do("requests.take", request=1)
    desk.do("requests.hand_over", request=1, dept="support", incomplete="да", confirm=True)
    conflict = {"severity": "critical", "demand": "деньги", "next_step": "позвонить", "next_at": "сегодня 13:00"}
    desk.do("requests.open_conflict", client=client, **conflict)
    desk.at("2026-11-24T15:00")
    asked = desk.bench.read(asked_of, client)
    (handover,) = asked.requests[0].handovers
    assert (handover.dept, handover.state, handover.late) == ("support", "sent", True)
    assert [(one.demand, one.late) for one in asked.conflicts] == [("деньги", True)]
    head = desk.bench.read(client_head, client)
    assert head is not None
    assert head.conflicts == ("деньги",)


def test_a_proposal_stands_under_its_request(client: int, desk: Desk) -> None:
    desk.do("requests.register", client=client, kind="sales", text="цены")
    desk.do("requests.propose", request=1, options="стойка 90 000 ₽")
    (request,) = desk.bench.read(asked_of, client).requests
    (proposal,) = request.proposals
    assert (proposal.options.startswith("стойка"), proposal.state) == (True, "offered")


def test_needs_say_what_is_not_answered(client: int, desk: Desk) -> None:
    needs = desk.bench.read(needs_of, client)
    assert (needs.state, needs.answered, needs.unanswered) == ("empty", 0, len(QUESTIONS))
    desk.do("clients.record_needs", client=client, goals="без охраны", lanes="2")
    needs = desk.bench.read(needs_of, client)
    assert (needs.answers["goals"], needs.answers["lanes"], needs.answers["pains"]) == ("без охраны", "2", "")
    assert (needs.state, needs.unanswered) == ("partial", len(QUESTIONS) - 2)
    desk.do("clients.needs_not_needed", client=client, reason="разовая продажа")
    assert desk.bench.read(needs_of, client).unanswered == 0
