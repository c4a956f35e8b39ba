"""The bank's statement loaded: what it closes, what it leaves to a person, what a second loading does (row 8.3)."""

import json

import pytest

from cs_workbench.domain.billing.records import LineState
from tests.desk import Desk
from tests.domain.billing.bank_rows import (
    OURS,
    STRANGER,
    balanced,
    bill,
    client,
    credits,
    inn,
    line,
    load,
    paid,
    row,
)


def journal(desk: Desk) -> int:
    """How many entries the journal has."""
    return len(desk.rows("journal_entry"))


def test_a_statement_closes_what_is_sure_and_keeps_the_reasons(desk: Desk) -> None:
    one = client(desk, 1)
    invoice = bill(desk, one, 41, "24800")

    desk.there_and_back("billing.import_statement", lines=[row("24800", "Оплата по счёту 41", payer=1, number="17")])

    (payment,) = desk.rows("payment")
    assert paid(desk, invoice) == [24800]
    assert (payment["client_id"], payment["number"], payment["bank_line_id"]) == (one, "17", line(desk)["id"])
    assert (line(desk)["state"], line(desk)["open"], line(desk)["client_id"]) == (LineState.AUTO, False, one)
    assert (line(desk)["score"], line(desk)["terms"]) == (100, "номер счёта +50; ИНН +30; сумма +20")
    balanced(desk)


def test_the_month_in_one_sentence(desk: Desk) -> None:
    rows = []
    for number in range(1, 45):
        bill(desk, client(desk, number), number, "1000")
        rows.append(row("1000" if number <= 41 else "400", f"счёт {number}", payer=number))
    rows += [row("77", "Прочее", inn=STRANGER, counterparty=f"ИП {number}") for number in range(5)]

    message = load(desk, *rows)

    assert message == "Загружено 49 строк: закрыт 41 счёт, частично 3, не найдено 5."
    assert desk.rules().count("BANK-UNM") == 5
    balanced(desk)


def test_one_undo_takes_the_whole_statement_back(desk: Desk) -> None:
    invoices = [bill(desk, client(desk, number), number, "1000") for number in (1, 2)]
    before = desk.snapshot()
    load(desk, *(row("1000", f"счёт {number}", payer=number) for number in (1, 2)))

    desk.undo()

    assert desk.snapshot() == before
    assert paid(desk, *invoices) == [0, 0]
    assert load(desk, row("1000", "счёт 1", payer=1)).startswith("Загружена 1 строка: закрыт 1 счёт")


def test_the_same_statement_again_writes_nothing_at_all(desk: Desk) -> None:
    bill(desk, client(desk, 1), 41, "1000")
    rows = [row("1000", "счёт 41", payer=1), row("5"), row("5")]
    load(desk, *rows, sha="ab")
    before, entries = desk.snapshot(), journal(desk)

    done = desk.do("billing.import_statement", lines=rows, sha="ab")

    assert done.message == "Новых строк нет: 3 строки уже в базе."
    assert (done.entry, desk.snapshot() == before, journal(desk)) == (0, True, entries)


def test_a_longer_statement_adds_only_what_is_new(desk: Desk) -> None:
    load(desk, row("5"))

    assert load(desk, row("5"), row("5"), row("6")).endswith("не найдено 2; 1 уже в базе.")
    assert [found["sum"] // 100 for found in desk.rows("bank_line")] == [5, 5, 6]


def test_two_equal_payments_of_one_day_are_both_kept(desk: Desk) -> None:
    bill(desk, client(desk, 1), 41, "2000")

    load(desk, row("1000", "счёт 41", payer=1), row("1000", "счёт 41", payer=1))

    assert len(desk.rows("payment")) == 2
    assert desk.rows("invoice")[0]["state"] == "paid"


def test_one_payment_closes_many_invoices_and_many_payments_one(desk: Desk) -> None:
    one = client(desk, 1)
    first, second, third = (bill(desk, one, number, "1000") for number in (41, 42, 43))

    load(
        desk,
        row("2000", "счета 41, 42", payer=1),
        row("300", "счёт 43", payer=1),
        row("700", "счёт 43", payer=1),
    )

    assert paid(desk, first, second, third) == [1000, 1000, 1000]
    assert len(desk.rows("payment")) == 3
    balanced(desk)


def test_what_was_overpaid_is_a_credit(desk: Desk) -> None:
    bill(desk, client(desk, 1), 41, "1000")

    load(desk, row("1200", "счёт 41", payer=1))

    assert credits(desk) == [200]
    assert (line(desk)["allocated"] // 100, line(desk)["open"]) == (1200, False)
    balanced(desk)


def test_a_part_that_a_later_statement_completes(desk: Desk) -> None:
    invoice = bill(desk, client(desk, 1), 41, "1000")
    load(desk, row("400", "счёт 41", payer=1))
    assert desk.show("invoice", invoice)["state"] == "partly_paid"

    message = load(desk, row("600", "счёт 41", payer=1))

    assert message == "Загружена 1 строка: закрыт 1 счёт, частично 0, не найдено 0."


def test_what_is_likely_waits_with_its_suggestion(desk: Desk) -> None:
    one = client(desk, 1)
    invoice = bill(desk, one, 41, "1000")

    load(desk, row("1000", payer=1, counterparty="ООО Клиент"))

    assert (line(desk)["state"], line(desk)["invoice_id"], line(desk)["client_id"]) == (
        LineState.SUGGESTED,
        invoice,
        one,
    )
    assert desk.item("BANK-UNM").text == "Разнести 1\u00a0000\u00a0₽ от ООО Клиент — возможно, счёт № 41"
    assert desk.rows("payment") == []


def test_invoices_of_equal_sums_are_not_guessed(desk: Desk) -> None:
    one = client(desk, 1)
    bill(desk, one, 41, "1000")
    bill(desk, one, 42, "1000")

    load(desk, row("1000", payer=1))

    assert (line(desk)["state"], line(desk)["invoice_id"]) == (LineState.SUGGESTED, None)
    assert desk.rows("payment") == []


def test_a_remembered_payer_pays_for_the_client(desk: Desk) -> None:
    one = client(desk, 1)
    invoice = bill(desk, one, 41, "1000")
    desk.do("billing.remember_payer", client=one, inn=STRANGER)

    load(desk, row("1000", "счёт 41", inn=STRANGER))

    assert paid(desk, invoice) == [1000]


def test_expenses_and_own_transfers_are_stored_and_ask_for_nothing(desk: Desk) -> None:
    load(desk, row("500", direction="expense"), row("900", direction="own"))

    expense, own = desk.rows("bank_line")
    assert (expense["state"], own["state"]) == (LineState.NEW, LineState.IGNORED)
    assert "BANK-UNM" not in desk.rules()
    (loaded,) = desk.rows("bank_import")
    assert (loaded["lines"], loaded["income"], loaded["expense"] // 100) == (2, 0, 500)


def test_a_return_is_never_taken_for_a_payment(desk: Desk) -> None:
    invoice = bill(desk, client(desk, 1), 41, "1000")

    load(desk, row("1000", "Возврат по счёту 41", payer=1))

    assert paid(desk, invoice) == [0]
    assert line(desk)["terms"] == "возврат: это не оплата клиента"
    assert "BANK-UNM" in desk.rules()


def test_a_payment_written_down_before_is_not_taken_twice(desk: Desk) -> None:
    one = client(desk, 1)
    invoice = bill(desk, one, 41, "1000")
    desk.do("billing.record_payment", client=one, sum="400", paid_on="2026-11-23", invoice=invoice)

    load(desk, row("400", "счёт 41", payer=1))

    assert paid(desk, invoice) == [400]
    assert (line(desk)["state"], line(desk)["invoice_id"]) == (LineState.SUGGESTED, invoice)


def test_a_day_to_come_is_not_loaded_and_is_told(desk: Desk) -> None:
    done = desk.do("billing.import_statement", lines=[row("5", on="2026-11-25"), row("6")])

    assert [found["sum"] // 100 for found in desk.rows("bank_line")] == [6]
    assert any(said.startswith("Строка 1: Дата 25.11.2026 ещё не наступила") for said in done.warnings)


def test_the_first_statement_makes_its_accounts_ours(desk: Desk) -> None:
    done = desk.do("billing.import_statement", lines=[row("5")], accounts=[OURS, "40702", OURS])

    assert [own["account"] for own in desk.rows("own_account")] == [OURS]
    assert f"Счёт {OURS} добавлен в наши: это первая загруженная выписка." in done.warnings
    desk.undo()
    assert desk.rows("own_account") == []


def test_a_statement_of_another_account_is_refused(desk: Desk) -> None:
    desk.do("billing.add_own_account", account="40702810000000000002")

    refusal = desk.refused("billing.import_statement", lines=[row("5")], accounts=[OURS])

    assert refusal.code == "foreign_account"
    assert OURS in refusal.message


def test_the_readers_warnings_are_told(desk: Desk) -> None:
    done = desk.do("billing.import_statement", lines=[row("5")], warnings=["Строка 12: остатки не сходятся."])

    assert "Строка 12: остатки не сходятся." in done.warnings


def test_lines_come_from_the_command_line_as_json(desk: Desk) -> None:
    invoice = bill(desk, client(desk, 1), 41, "24800,50")
    text = json.dumps([{"on": "23.11", "sum": "24 800,50", "inn": inn(1), "purpose": "сч.41"}])

    desk.do("billing.import_statement", lines=text)

    assert desk.show("invoice", invoice)["state"] == "paid"


@pytest.mark.parametrize(
    ("lines", "code", "field"),
    [
        ("[{", "lines", "lines"),
        ("[" * 100_000, "lines", "lines"),
        ('[{"on": "31.11", "sum": "5"}]', "date", "lines.0.on"),
        ('[{"on": "23.11", "sum": "-5"}]', "money", "lines.0.sum"),
        ('[{"on": "23.11"}]', "required", "lines.0.sum"),
        ('[{"on": "23.11", "sum": "5", "client": 1}]', "unknown_field", "lines.0.client"),
        ('[{"on": "23.11", "sum": "5", "direction": "both"}]', "choice", "lines.0.direction"),
    ],
)
def test_lines_that_cannot_be_read_are_refused(desk: Desk, lines: str, code: str, field: str) -> None:
    refusal = desk.refused("billing.import_statement", lines=lines)

    assert (refusal.code, refusal.field) == (code, field)


def test_hostile_text_is_cleaned_and_empty_things_are_empty(desk: Desk) -> None:
    load(desk, row("5", "Оплата\x1b]52;c;ZXZpbA==\x07\nпо счёту", counterparty=None, inn=None))

    assert (line(desk)["purpose"], line(desk)["counterparty"], line(desk)["inn"]) == ("Оплата по счёту", "", None)


def test_the_journal_counts_the_lines_that_its_images_hold(desk: Desk) -> None:
    load(desk, row("5"), row("6"), file="kl_to_1c.txt")

    inputs = json.loads(desk.rows("journal_entry")[-1]["inputs"])
    assert inputs == {"lines": 2, "file": "kl_to_1c.txt"}


def test_a_long_import_tells_how_far_it_is(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    lines = [row(str(5 + number)) for number in range(250)]

    desk.bench.perform("billing.import_statement", {"lines": lines}, lambda done, total: told.append((done, total)))

    assert told == [(0, 500), (200, 500), (250, 500), (450, 500), (500, 500)]
