"""A line's fingerprint: the same statement again adds nothing, two equal payments of a day are both kept."""

import pytest

from cs_workbench.connectors.bank_file import read_statement
from tests.connectors.statements import (
    CLIENT,
    OURS,
    OURS_TOO,
    big_statement,
    encoded,
    expense,
    income,
    statement,
    transfer,
)


def prints(*documents: str, accounts: tuple[str, ...] = (OURS,), own: tuple[str, ...] = ()) -> list[str]:
    found = read_statement(encoded(statement(documents, accounts=accounts)), own)
    return [movement.fingerprint for movement in found.movements]


def test_two_equal_payments_of_one_day_have_two_fingerprints() -> None:
    assert len(set(prints(income(), income()))) == 2


def test_the_same_statement_again_has_the_same_fingerprints() -> None:
    documents = (income(), expense(), income(), income("700"))

    assert prints(*documents) == prints(*documents)


def test_a_longer_statement_gives_its_old_lines_their_old_fingerprints() -> None:
    yesterday = (income(), income())

    assert prints(*yesterday, expense())[:2] == prints(*yesterday)


def test_line_ends_headers_and_the_order_of_fields_do_not_matter() -> None:
    lines = income().split("\n")
    turned = "\n".join([lines[0], *reversed(lines[1:-1]), lines[-1]])

    assert prints(turned) == prints(income())


@pytest.mark.parametrize(
    "fields",
    [
        {"НазначениеПлатежа": "Оплата по сч. № 42 от 15.11.2026"},
        {"Номер": "18"},
        {"Сумма": "24800.01"},
        {"ДатаПоступило": "17.11.2026"},
        {"ПлательщикСчет": "40702810000000000101"},
        {"ПолучательСчет": OURS_TOO},
    ],
)
def test_a_payment_that_differs_in_what_matters_is_another_one(fields: dict[str, str]) -> None:
    assert prints(income(**fields), own=(OURS, OURS_TOO)) != prints(income())


def test_a_payment_by_a_paper_of_another_kind_is_another_one() -> None:
    assert prints(income().replace("поручение", "требование")) != prints(income())


@pytest.mark.parametrize(
    "fields",
    [
        {"НазначениеПлатежа": 'ОПЛАТА ПО СЧ. "41" ОТ 15.11.2026  ЗА ОБСЛУЖИВАНИЕ. НДС НЕ ОБЛАГАЕТСЯ'},
        {"Сумма": "24800"},
        {"Плательщик1": "ООО Северный Еж"},
        {"ПлательщикСчет": "407.02.810.0.00000000100"},
    ],
)
def test_how_a_bank_spells_a_payment_does_not_matter(fields: dict[str, str]) -> None:
    assert prints(income(**fields)) == prints(income())


def test_learning_that_the_other_account_is_ours_makes_no_new_line() -> None:
    for moved in (transfer(ДатаПоступило="", ПолучательИНН=""), income()):
        assert prints(moved, own=(OURS, OURS_TOO, CLIENT)) == prints(moved)


def test_the_other_own_accounts_statement_tells_the_same_transfer() -> None:
    sent = prints(transfer(ДатаПоступило=""), accounts=(OURS,), own=(OURS, OURS_TOO))
    came = prints(transfer(ДатаСписано=""), accounts=(OURS_TOO,), own=(OURS, OURS_TOO))

    assert sent == came


def test_lines_without_accounts_belong_to_the_account_of_their_file() -> None:
    bare = income(ПлательщикСчет="", ПолучательСчет="")

    assert prints(bare, accounts=(OURS,)) != prints(bare, accounts=(OURS_TOO,))


def test_five_thousand_payments_of_a_month_are_five_thousand_lines() -> None:
    found = read_statement(big_statement(5000))

    assert len({movement.fingerprint for movement in found.movements}) == 5000
    assert (found.rejected, found.warnings) == ((), ())
