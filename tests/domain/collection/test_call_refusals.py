"""Calls that are not recorded: nothing to speak of, nobody to speak to, inputs that do not fit (row 2.1)."""

import pytest

from cs_workbench.kernel.errors import Refusal
from tests.desk import Desk
from tests.domain.collection.debtors import Debtor


def refused(client: Debtor, **inputs: str) -> Refusal:
    """The refusal of a call to a client."""
    return client.desk.refused("collection.log_call", client=client.id, **inputs)


def test_a_client_without_a_debt_is_not_called_about_one(desk: Desk) -> None:
    client = Debtor(desk, "ООО Честное")

    refusal = refused(client, outcome="1")

    assert (refusal.code, refusal.field) == ("no_debt", "client")
    assert "запишите его как обычный разговор" in refusal.message


def test_who_is_not_to_be_called_is_not_called(romashka: Debtor) -> None:
    romashka.desk.do("clients.edit", client=romashka.id, do_not_call="да")

    refusal = refused(romashka, outcome="1")

    assert (refusal.code, refusal.field) == ("do_not_call", "client")
    assert romashka.rules() == []


def test_a_call_back_to_who_is_not_to_be_called_any_more_goes(romashka: Debtor) -> None:
    romashka.call(3, callback_at="15:00")
    romashka.desk.do("clients.edit", client=romashka.id, do_not_call="да")

    assert romashka.rules("2026-11-24T15:00") == []


@pytest.mark.parametrize(("inputs", "code", "field"), [
    ({"outcome": "0"}, "choice", "outcome"),
    ({"outcome": "10"}, "choice", "outcome"),
    ({"outcome": "позвонил"}, "choice", "outcome"),
    ({}, "required", "outcome"),
    ({"outcome": "1", "at": "2026-11-24T10:01"}, "future", "at"),
    ({"outcome": "3"}, "required", "callback_at"),
    ({"outcome": "3", "callback_at": "9:30"}, "past", "callback_at"),
    ({"outcome": "3", "callback_at": "вчера"}, "past", "callback_at"),
    ({"outcome": "3", "callback_at": "2028-01-12T12:00"}, "confirm", "callback_at"),
    ({"outcome": "1", "callback_at": "15:00"}, "not_call_back", "callback_at"),
    ({"outcome": "4"}, "required", "promise_on"),
    ({"outcome": "4", "promise_sum": "100"}, "required", "promise_on"),
    ({"outcome": "4", "promise_on": "вчера"}, "past", "promise_on"),
    ({"outcome": "4", "promise_on": "27", "promise_sum": "24800,01"}, "too_much", "promise_sum"),
    ({"outcome": "4", "promise_on": "27", "promise_sum": "0"}, "sum", "promise_sum"),
    ({"outcome": "4", "promise_on": "25.12"}, "confirm", "promise_on"),
    ({"outcome": "5", "promise_on": "27"}, "not_promised", "promise_on"),
    ({"outcome": "5", "promise_sum": "100"}, "not_promised", "promise_sum"),
    ({"outcome": "1", "contact": "Семён"}, "unknown", "contact"),
])  # fmt: skip
def test_bad_input_is_refused_at_its_field(romashka: Debtor, inputs: dict[str, str], code: str, field: str) -> None:
    refusal = refused(romashka, **inputs)

    assert (refusal.code, refusal.field) == (code, field)


def test_the_outcomes_are_named_to_who_typed_another(romashka: Debtor) -> None:
    assert "4 обещал" in refused(romashka, outcome="0").message


def test_a_contact_of_another_client_is_refused(romashka: Debtor) -> None:
    other = Debtor(romashka.desk, "ООО Лютик").contact("Семён Чужой", phone="8 916 765-43-21")

    assert refused(romashka, outcome="1", contact=str(other)).code == "other_client"


def test_a_password_in_the_text_is_told(romashka: Debtor) -> None:
    done = romashka.call(8, text="пароль: 12345")

    assert any("пароли" in warning for warning in done.warnings)


def test_the_form_does_not_open_for_a_client_without_a_debt(desk: Desk, romashka: Debtor) -> None:
    honest = Debtor(desk, "ООО Честное")

    for action in ("collection.log_call", "collection.promise", "collection.take_step"):
        refusal = desk.bench.refusal(action, {"client": honest.id})
        assert refusal is not None
        assert refusal.code == "no_debt"
        assert desk.bench.refusal(action, {"client": romashka.id}) is None
