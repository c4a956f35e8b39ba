"""Income, expense and transfers between own accounts are told apart, and never counted twice."""

from datetime import date

import pytest

from cs_workbench.connectors.bank_file import Direction, Movement, Statement, read_statement
from cs_workbench.kernel.money import Money
from tests.connectors.statements import (
    BANK,
    CLIENT,
    CLIENT_INN,
    OUR_INN,
    OURS,
    OURS_TOO,
    encoded,
    expense,
    income,
    statement,
    transfer,
)

STRANGER = "40702810000000000900"
BOTH = (OURS, OURS_TOO)


def read(*documents: str, accounts: tuple[str, ...] = (OURS,), own: tuple[str, ...] = ()) -> Statement:
    return read_statement(encoded(statement(documents, accounts=accounts)), own)


def only(*documents: str, accounts: tuple[str, ...] = (OURS,), own: tuple[str, ...] = ()) -> Movement:
    (movement,) = read(*documents, accounts=accounts, own=own).movements
    return movement


def warned(found: Statement) -> list[str]:
    return [warning.code for warning in found.warnings]


def test_a_clients_payment_is_an_income_with_all_that_the_file_tells() -> None:
    found = only(income("24800.50", Номер="БА81", ПлательщикКПП="770001001", НеизвестноеСвойство="123"))

    assert found == Movement(
        line=8,
        kind="Платежное поручение",
        number="БА81",
        document_date=date(2026, 11, 16),
        moved_on=date(2026, 11, 16),
        sum=Money(2_480_050),
        direction=Direction.INCOME,
        account=OURS,
        payer_account=CLIENT,
        payer_inn=CLIENT_INN,
        payer_name="ООО «Северный ёж»",
        payer_kpp="770001001",
        receiver_account=OURS,
        receiver_inn=OUR_INN,
        receiver_name="ООО «Наш сервис»",
        receiver_kpp="",
        purpose="Оплата по сч. № 41 от 15.11.2026 за обслуживание. НДС не облагается",
        fingerprint=found.fingerprint,
        extra={"НеизвестноеСвойство": "123"},
    )


def test_the_banks_fee_is_an_expense() -> None:
    found = only(expense())

    assert (found.direction, found.account, found.receiver_account) == (Direction.EXPENSE, OURS, BANK)


def test_money_between_two_accounts_of_the_file_is_our_own() -> None:
    found = read(transfer(), accounts=BOTH)

    assert [line.direction for line in found.movements] == [Direction.OWN]
    assert warned(found) == []


def test_an_own_account_that_only_the_caller_knows_makes_a_transfer_too() -> None:
    found = only(transfer(ДатаПоступило="", ПолучательИНН=""), own=BOTH)

    assert (found.direction, found.account) == (Direction.OWN, OURS)


def test_who_pays_to_the_same_inn_moves_own_money() -> None:
    found = read(income(ПлательщикИНН=OUR_INN))

    assert (found.movements[0].direction, found.movements[0].account) == (Direction.OWN, OURS)
    assert warned(found) == ["own_by_inn"]


@pytest.mark.parametrize(
    ("fields", "direction", "warning"),
    [
        ({"ДатаСписано": "17.11.2026"}, Direction.EXPENSE, "direction_by_date"),
        ({"ДатаПоступило": "17.11.2026"}, Direction.INCOME, "direction_by_date"),
        ({"ДатаСписано": "17.11.2026", "ДатаПоступило": "17.11.2026"}, Direction.OWN, "own_by_dates"),
        ({"ДатаСписано": "17.11.2026", "ПолучательИНН": "7700000201"}, Direction.OWN, "own_by_inn"),
    ],
)
def test_between_accounts_that_are_not_ours_the_dates_and_the_inns_tell(
    fields: dict[str, str], direction: Direction, warning: str
) -> None:
    blank = {
        "ПлательщикСчет": STRANGER,
        "ПлательщикИНН": "7700000201",
        "ДатаСписано": "",
        "ДатаПоступило": "",
    }

    found = read(income(**{"ПолучательСчет": CLIENT, **blank, **fields}))

    assert [line.direction for line in found.movements] == [direction]
    assert warned(found) == [warning]


def test_inns_that_are_empty_on_both_sides_are_not_the_same_inn() -> None:
    assert only(income(ПлательщикИНН="0", ПолучательИНН="0")).direction is Direction.INCOME


def test_without_accounts_and_dates_the_document_is_rejected_and_the_rest_stands() -> None:
    stranger = income(ПлательщикСчет=STRANGER, ПолучательСчет=CLIENT, ДатаПоступило="")

    found = read(stranger, expense())

    assert [(line.line, line.code, line.field) for line in found.rejected] == [(8, "direction", "ПлательщикСчет")]
    assert len(found.movements) == 1


def test_a_document_without_accounts_belongs_to_the_files_only_account() -> None:
    got = only(income(ПлательщикСчет="", ПолучательСчет=""))
    spent = only(expense(ПлательщикСчет="", ПолучательСчет=""))

    assert (got.direction, got.account) == (Direction.INCOME, OURS)
    assert (spent.direction, spent.account) == (Direction.EXPENSE, OURS)


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"ДатаПоступило": "18.11.2026", "ДатаСписано": "17.11.2026"}, date(2026, 11, 18)),
        ({"ДатаПоступило": "", "ДатаСписано": "17.11.2026"}, date(2026, 11, 17)),
        ({"ДатаПоступило": "", "ДатаСписано": ""}, date(2026, 11, 16)),
    ],
)
def test_an_income_moves_on_the_day_it_came_else_was_sent_else_of_the_document(
    fields: dict[str, str], day: date
) -> None:
    assert only(income(**fields)).moved_on == day


def test_an_expense_moves_on_the_day_it_was_written_off() -> None:
    assert only(expense(ДатаСписано="17.11.2026", ДатаПоступило="18.11.2026")).moved_on == date(2026, 11, 17)


def test_a_transfer_in_both_statements_of_a_file_is_counted_once() -> None:
    found = read(transfer(ДатаПоступило=""), transfer(ДатаСписано=""), accounts=BOTH)

    assert len(found.movements) == 1
    assert [(warning.code, warning.line) for warning in found.warnings] == [("own_twice", 23)]


def test_a_transfer_with_both_dates_in_both_statements_is_counted_once() -> None:
    assert len(read(transfer(), transfer(), accounts=BOTH).movements) == 1


def test_two_equal_transfers_in_both_statements_are_two() -> None:
    assert len(read(*[transfer()] * 4, accounts=BOTH).movements) == 2


def test_two_equal_transfers_from_one_side_are_two() -> None:
    assert len(read(*[transfer(ДатаПоступило="")] * 2, accounts=BOTH).movements) == 2


def test_two_equal_transfers_in_the_statement_of_one_account_are_two() -> None:
    assert len(read(*[transfer()] * 2, own=BOTH).movements) == 2


def test_transfers_by_papers_of_different_kinds_are_two() -> None:
    order = transfer().replace("Платежное поручение", "Мемориальный ордер")

    assert len(read(transfer(), order, accounts=BOTH).movements) == 2


def test_a_payment_dated_later_than_today_is_warned_about() -> None:
    data = encoded(statement([income(day="16.11.2026"), income(day="18.11.2026")]))

    found = read_statement(data, today=date(2026, 11, 17))

    assert [(warning.code, warning.line) for warning in found.warnings] == [("future", 22)]
    assert len(found.movements) == 2
