"""A register of invoices, 1C's list: added, numbered, changed while nothing is paid, never twice (row 8.1)."""

from datetime import date
from typing import Any

import pytest

from cs_workbench.kernel.action import Done
from tests.desk import Desk

INN = "7707083893"
BILL = {"client": "ООО Ромашка", "number": "0000-000118", "issued_on": "18.11.2026", "sum": "24 800,00"}
Line = dict[str, Any]


@pytest.fixture(autouse=True)
def clients(desk: Desk) -> None:
    """Two clients."""
    desk.do("clients.add", name="ООО «Ромашка»", inn=INN)
    desk.do("clients.add", name="Весна")


def load(desk: Desk, *lines: Line) -> Done:
    """Load a register."""
    return desk.do("billing.import_invoices", lines=list(lines))


def invoice(desk: Desk, number: int = 1) -> Line:
    """An invoice."""
    return desk.show("invoice", number)


def test_an_invoice_is_added_as_by_hand(desk: Desk) -> None:
    done = desk.there_and_back("billing.import_invoices", lines=[BILL])
    assert done.message == "Добавлено: 1 счёт."
    by_hand = desk.new("invoice", "billing.add_invoice", **{**BILL, "number": "119", "client": "Ромашка"})
    loaded, typed = invoice(desk), invoice(desk, by_hand)
    differ = {name for name in loaded if loaded[name] != typed[name]}
    assert differ - {"rev"} == {"id", "number", "state", "sent_before"}
    assert (loaded["kind"], loaded["due_on"]) == ("one_off", date(2026, 11, 25))


def test_the_same_register_again_writes_no_entry(desk: Desk) -> None:
    lines = [BILL, {**BILL, "number": "119", "due_on": "30.11.2026"}]
    load(desk, *lines)
    before = desk.snapshot()
    assert load(desk, *lines).message == "Ничего нового: 2 строки уже в базе."
    assert desk.snapshot() == before


def test_due_day_and_kind_come_from_the_file(desk: Desk) -> None:
    load(desk, {**BILL, "due_on": "2026-12-10", "kind": "Оборудование"}, {**BILL, "number": "2", "kind": "за ремонт"})
    assert [(row["kind"], row["due_on"].day) for row in desk.rows("invoice")] == [("equipment", 10), ("service", 25)]


def test_a_client_is_found_by_inn_before_its_name(desk: Desk) -> None:
    load(desk, {**BILL, "inn": INN, "client": "Совсем другое имя"})
    assert invoice(desk)["client_id"] == 1


def test_the_fee_of_a_month_is_known_by_its_sum(desk: Desk) -> None:
    desk.do("billing.open_subscription", client=1, amount="24800", from_period="2026-11")
    load(desk, BILL, {**BILL, "number": "119", "sum": "5000"})
    assert [(row["kind"], row["subscription_id"]) for row in desk.rows("invoice")] == [
        ("subscription", 1),
        ("one_off", None),
    ]
    assert desk.show("subscription", 1)["next_unbilled"] == "2026-12"


def test_a_fee_of_the_run_gets_its_number_and_is_not_billed_twice(desk: Desk) -> None:
    desk.at("2026-11-16T10:00")
    desk.do("billing.open_subscription", client=1, amount="24800", from_period="2026-11")
    desk.do("billing.issue_run", period="2026-11", confirm=True)
    desk.at("2026-11-24T10:00")
    done = load(desk, BILL)
    assert done.message == "Изменено: 1."
    assert [row["number"] for row in desk.rows("invoice")] == ["0000-000118"]
    assert load(desk, BILL).entry == 0


def test_a_fee_without_a_number_and_of_another_sum_is_told(desk: Desk) -> None:
    desk.at("2026-11-16T10:00")
    desk.do("billing.open_subscription", client=1, amount="10000", from_period="2026-11")
    desk.do("billing.issue_run", period="2026-11", confirm=True)
    desk.at("2026-11-24T10:00")
    (told,) = load(desk, BILL).warnings
    assert "есть счёт без номера на 10\u00a0000\u00a0₽" in told


def test_sum_and_due_day_follow_the_file_while_nothing_is_paid(desk: Desk) -> None:
    load(desk, BILL)
    done = load(desk, {**BILL, "sum": "25000", "due_on": "01.12.2026"})
    assert done.message == "Изменено: 1."
    found = invoice(desk)
    assert (found["sum"], found["due_on"], found["call_from"]) == (2_500_000, date(2026, 12, 1), date(2026, 12, 2))
    desk.undo()
    assert invoice(desk)["sum"] == 2_480_000


def test_what_was_paid_in_part_is_left_and_said_why(desk: Desk) -> None:
    load(desk, BILL)
    desk.do("billing.record_payment", client=1, sum="800", paid_on="20.11", invoice=1)
    before = desk.snapshot()
    done = load(desk, {**BILL, "sum": "25000"})
    assert "уже оплачено 800\u00a0₽" in done.warnings[0]
    assert desk.snapshot() == before


def test_a_cancelled_invoice_is_left_as_it_is(desk: Desk) -> None:
    load(desk, BILL)
    desk.do("billing.cancel_invoice", invoice=1, reason="ошибка")
    before = desk.snapshot()
    assert load(desk, {**BILL, "sum": "25000"}).entry == 0
    assert desk.snapshot() == before


def test_an_invoice_that_was_sent_is_told_to_be_sent_again(desk: Desk) -> None:
    load(desk, BILL)
    desk.do("billing.send_invoice", invoice=1, to="a@b.ru")
    desk.do("billing.confirm_send", invoice_send="invoice:1")
    assert "отправьте его ещё раз" in load(desk, {**BILL, "sum": "25000"}).warnings[0]


def test_an_invoice_that_1c_calls_paid_is_told(desk: Desk) -> None:
    done = load(desk, {**BILL, "paid": "Оплачен"}, {**BILL, "number": "2", "paid": "Оплачен частично"})
    (told,) = done.warnings
    assert "Строка 1: счёт № 0000-000118 в 1С оплачен" in told


def test_a_number_is_unique_within_its_year(desk: Desk) -> None:
    load(desk, BILL, {**BILL, "issued_on": "18.11.2025"})
    assert [row["year"] for row in desk.rows("invoice")] == [2026, 2025]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({**BILL, "number": "2", "client": "Никто"}, "Клиента «Никто» нет"),
        ({**BILL, "number": "2", "sum": "0"}, "больше нуля"),
        ({**BILL, "number": "2", "sum": "-5"}, "не бывает с минусом"),
        ({**BILL, "number": "2", "sum": ""}, "«sum» не заполнено"),
        ({**BILL, "number": "№"}, "Номер счёта пустой"),
        ({**BILL, "number": "2", "issued_on": "18.12.2026"}, "ещё не наступила"),
        ({**BILL, "number": "2", "issued_on": "31.11.2026"}, "не бывает"),
        ({**BILL, "number": "2", "issued_on": "18.11"}, "без года"),
        ({**BILL, "number": "2", "due_on": "17.11.2026"}, "Срок оплаты раньше"),
        ({**BILL, "client": "Весна"}, "в файле дважды"),
        ({**BILL, "sum": "1"}, "в файле дважды"),
    ],
)
def test_one_bad_line_does_not_stop_the_rest(desk: Desk, line: Line, said: str) -> None:
    done = load(desk, BILL, line, {**BILL, "number": "3"})
    assert [row["number"] for row in desk.rows("invoice")] == ["0000-000118", "3"]
    assert any(said in warning for warning in done.warnings)


def test_a_number_that_another_client_has_is_left_out(desk: Desk) -> None:
    load(desk, BILL)
    assert "уже есть у другого клиента" in load(desk, {**BILL, "client": "Весна"}).warnings[0]


def test_a_line_twice_in_the_file_is_one_invoice(desk: Desk) -> None:
    assert load(desk, BILL, BILL).message == "Добавлено: 1 счёт; без изменений: 1."


def test_two_lines_that_change_one_invoice_leave_the_last(desk: Desk) -> None:
    load(desk, BILL)
    assert load(desk, {**BILL, "sum": "1"}, {**BILL, "sum": "2"}, {**BILL, "sum": "2"}).message == (
        "Изменено: 2; без изменений: 1."
    )
    assert invoice(desk)["sum"] == 200


def test_an_invoice_of_an_earlier_day_has_been_sent_and_one_of_today_has_not(desk: Desk) -> None:
    today = {**BILL, "number": "119", "issued_on": "24.11.2026"}
    load(desk, BILL, today)
    assert [row["state"].value for row in desk.rows("invoice")] == ["sent", "issued"]
    desk.at("2026-11-25T10:00")
    assert [item.record_id for item in desk.items() if item.rule == "BL-NOSENT"] == [2]


def test_what_was_sent_before_stays_sent_when_its_payment_is_taken_back(desk: Desk) -> None:
    load(desk, BILL)
    desk.do("billing.record_payment", client=1, sum="24800", paid_on="23.11.2026", invoice=1)
    assert invoice(desk)["state"].value == "paid"
    desk.do("billing.release", allocation=1)
    assert invoice(desk)["state"].value == "sent"
