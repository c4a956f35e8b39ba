"""Holds: calls stop for a reason and go on; a hold without an end needs a next step (row 2.1)."""

import pytest

from tests.domain.collection.debtors import Debtor, plain


@pytest.fixture
def owing_twice(romashka: Debtor) -> Debtor:
    """A client with another invoice, 119, that is called about too."""
    romashka.bill("119", "5000", kind="one_off", issued_on="2026-11-16", due_on="2026-11-20")
    return romashka


def test_a_hold_stops_the_calls_about_everything(owing_twice: Debtor) -> None:
    assert "PAY-CALL" in owing_twice.rules()

    owing_twice.desk.do("collection.hold", client=owing_twice.id, reason="директор просил", until="2026-12-10")

    assert owing_twice.rules() == []
    assert owing_twice.rules("2026-12-10T10:00") == []


def test_a_hold_with_a_last_day_ends_by_itself_on_the_day_after(owing_twice: Debtor) -> None:
    owing_twice.desk.do("collection.hold", client=owing_twice.id, reason="сверка", until="2026-11-26")

    assert owing_twice.rules("2026-11-26T23:59") == []
    assert owing_twice.rules("2026-11-27T00:00") == ["PAY-CALL", "PAY-LADDER"]


def test_a_hold_on_an_invoice_leaves_the_others(owing_twice: Debtor) -> None:
    owing_twice.desk.do("collection.hold", client=owing_twice.id, reason="сверка", until="2026-12-10", invoice="119")

    assert owing_twice.rules() == ["PAY-CALL"]
    assert owing_twice.text("PAY-CALL") == "Позвонить об оплате: 24 800 ₽, 1 счёт, срок 30.11.2026"


def test_a_hold_on_an_invoice_goes_over_to_its_replacement(owing_twice: Debtor) -> None:
    desk = owing_twice.desk
    desk.do("collection.hold", client=owing_twice.id, reason="спорит о сумме", until="2026-12-10", invoice="119")
    before = desk.snapshot()

    newer = desk.new("invoice", "billing.replace_invoice", invoice="119", sum="4000", reason="пересчёт")

    assert [row["invoice_id"] for row in desk.rows("hold")] == [newer]
    assert owing_twice.text("PAY-CALL") == "Позвонить об оплате: 24 800 ₽, 1 счёт, срок 30.11.2026"
    desk.undo()
    assert desk.snapshot() == before


def test_a_hold_without_an_end_wants_a_next_step(romashka: Debtor) -> None:
    hold = romashka.desk.new("hold", "collection.hold", client=romashka.id, reason="Спор о выезде")

    assert romashka.rules() == ["NEXT"]
    item = romashka.desk.item("NEXT")
    assert plain(item.text) == "Нет следующего шага: пауза взыскания «Спор о выезде», 24 800 ₽"
    assert item.actions == ("tasks.set_next", "collection.lift_hold")
    assert item.key == f"NEXT:hold:{hold}:"


@pytest.mark.parametrize(("step", "back"), [
    ({"at": "2026-11-27"}, "2026-11-27"),
    ({"waiting_for": "акт от бригады", "expected_at": "2026-11-30"}, "2026-11-30"),
    ({"reason": "решает директор"}, None),
])  # fmt: skip
def test_a_next_step_answers_it_until_its_day(romashka: Debtor, step: dict[str, str], back: str | None) -> None:
    hold = romashka.desk.new("hold", "collection.hold", client=romashka.id, reason="Спор")

    romashka.desk.do("tasks.set_next", for_=f"hold:{hold}", **step)

    assert romashka.rules() == []
    assert romashka.rules(f"{back or '2027-03-01'}T10:00") == (["NEXT"] if back else [])


def test_lifting_a_hold_brings_the_calls_back(romashka: Debtor) -> None:
    hold = romashka.desk.new("hold", "collection.hold", client=romashka.id, reason="Спор")

    romashka.desk.do("collection.lift_hold", hold=hold)

    assert romashka.rules() == ["PAY-CALL"]


def test_many_holds_are_lifted_as_one(romashka: Debtor) -> None:
    other = Debtor(romashka.desk, "ООО Лютик")
    other.bill("200")
    holds = [
        romashka.desk.new("hold", "collection.hold", client=client.id, reason="Спор") for client in (romashka, other)
    ]

    romashka.desk.bench.perform_as_one("collection.lift_hold", [{"hold": hold} for hold in holds])

    assert [row["state"] for row in romashka.desk.rows("hold")] == ["lifted", "lifted"]


@pytest.mark.parametrize(("inputs", "code", "field"), [
    ({"reason": "сверка", "until": "2026-11-23"}, "past", "until"),
    ({"reason": "сверка", "until": "2028-01-12"}, "confirm", "until"),
    ({"reason": "  "}, "empty", "reason"),
    ({}, "required", "reason"),
    ({"reason": "сверка", "invoice": "999"}, "unknown", "invoice"),
])  # fmt: skip
def test_bad_input_is_refused_at_its_field(romashka: Debtor, inputs: dict[str, str], code: str, field: str) -> None:
    refusal = romashka.desk.refused("collection.hold", client=romashka.id, **inputs)

    assert (refusal.code, refusal.field) == (code, field)


def test_a_hold_until_today_stands_today(romashka: Debtor) -> None:
    romashka.desk.do("collection.hold", client=romashka.id, reason="до вечера", until="сегодня")

    assert romashka.rules() == []
    assert romashka.rules("2026-11-25T09:00") == ["PAY-CALL"]


def test_the_same_hold_twice_is_refused(owing_twice: Debtor) -> None:
    owing_twice.desk.do("collection.hold", client=owing_twice.id, reason="сверка", invoice="119")

    refusal = owing_twice.desk.refused("collection.hold", client=owing_twice.id, reason="ещё", invoice="119")
    assert (refusal.code, refusal.field) == ("already", "invoice")
    owing_twice.desk.do("collection.hold", client=owing_twice.id, reason="всё", until="2026-12-10")

    refusal = owing_twice.desk.refused("collection.hold", client=owing_twice.id, reason="ещё", invoice="118")
    assert (refusal.code, refusal.field) == ("already", "client")
    assert "до 10.12.2026" in refusal.message


def test_a_hold_that_has_ended_does_not_stand_in_the_way_of_another(romashka: Debtor) -> None:
    romashka.desk.do("collection.hold", client=romashka.id, reason="сверка", until="2026-11-25")
    romashka.desk.at("2026-11-26T10:00")

    romashka.desk.do("collection.hold", client=romashka.id, reason="сверка", until="2026-11-30")

    assert romashka.rules() == []


def test_an_invoice_of_another_client_is_refused(romashka: Debtor) -> None:
    other = Debtor(romashka.desk, "ООО Лютик")
    other.bill("200")

    refusal = romashka.desk.refused("collection.hold", client=romashka.id, reason="сверка", invoice="200")

    assert (refusal.code, refusal.field) == ("other_client", "invoice")


def test_a_paid_invoice_is_not_held(romashka: Debtor) -> None:
    romashka.pay("24800", "2026-11-24")

    refusal = romashka.desk.refused("collection.hold", client=romashka.id, reason="сверка", invoice="118")

    assert (refusal.code, refusal.field) == ("not_open", "invoice")


def test_a_lifted_hold_is_not_lifted_again(romashka: Debtor) -> None:
    hold = romashka.desk.new("hold", "collection.hold", client=romashka.id, reason="Спор")
    romashka.desk.do("collection.lift_hold", hold=hold)

    assert romashka.desk.refused("collection.lift_hold", hold=hold).code == "already"
    assert romashka.desk.bench.refusal("collection.lift_hold", {"hold": hold}) is not None


def test_a_hold_that_ended_by_itself_is_not_lifted(romashka: Debtor) -> None:
    hold = romashka.desk.new("hold", "collection.hold", client=romashka.id, reason="сверка", until="2026-11-25")
    romashka.desk.at("2026-11-26T10:00")

    assert "сама закончилась 25.11.2026" in romashka.desk.refused("collection.lift_hold", hold=hold).message


def test_undo_of_a_hold_and_of_its_lifting(romashka: Debtor) -> None:
    romashka.desk.there_and_back("collection.hold", client=romashka.id, reason="Спор", invoice="118")

    romashka.desk.there_and_back("collection.lift_hold", hold=1)
