"""The bank's own totals are checked against its documents; where they differ the manager is warned."""

from datetime import date

import pytest

from cs_workbench.connectors.bank_file import AccountSection, Statement, read_statement
from cs_workbench.kernel.money import Money
from tests.connectors.statements import (
    CLIENT,
    OURS,
    OURS_TOO,
    account_section,
    encoded,
    expense,
    income,
    statement,
    totals,
    transfer,
)

PERIOD = {"ДатаНачала": "15.11.2026", "ДатаКонца": "16.11.2026"}
AGREED = account_section(OURS, **PERIOD, **totals("100", "24800", "500.00", "24400.00"))


def read(*documents: str, sections: tuple[str, ...], header: dict[str, str] | None = None) -> Statement:
    return read_statement(encoded(statement(documents, sections=sections, header=header)))


def warned(found: Statement) -> list[str]:
    return [warning.code for warning in found.warnings]


def test_a_section_tells_its_account_period_and_sums() -> None:
    (section,) = read(income(), expense(), sections=(AGREED,)).sections

    assert section == AccountSection(
        line=8,
        account=OURS,
        begin=date(2026, 11, 15),
        end=date(2026, 11, 16),
        opening=Money(10_000),
        income=Money(2_480_000),
        expense=Money(50_000),
        closing=Money(2_440_000),
    )


def test_a_statement_that_agrees_has_no_warnings() -> None:
    assert warned(read(income(), expense(), sections=(AGREED,))) == []


def test_balances_that_do_not_agree_are_told_with_their_line() -> None:
    wrong = account_section(OURS, **totals("-100", "24800", "0", "24699.99"))

    found = read(income(), sections=(wrong,))

    (warning,) = found.warnings
    assert (warning.code, warning.line) == ("balance", 8)
    assert warning.message.replace("\xa0", " ") == (
        f"Остатки счёта {OURS} не сходятся: −100,00 ₽ + 24 800,00 ₽ − 0,00 ₽, а не 24 699,99 ₽."
    )


def test_turnovers_that_do_not_agree_with_the_documents_are_told() -> None:
    (warning,) = read(income(), sections=(AGREED,)).warnings

    assert warning.code == "turnovers"
    assert warning.message.replace("\xa0", " ") == (
        f"Обороты счёта {OURS} не сходятся: в документах приход 24 800,00 ₽ и расход 0,00 ₽, "
        "в итогах приход 24 800,00 ₽ и расход 500,00 ₽. Проверьте, что выписка полная."
    )


def test_turnovers_on_a_day_without_documents_are_told() -> None:
    assert warned(read(sections=(AGREED,))) == ["turnovers"]


def test_sections_of_an_account_by_day_are_added_up() -> None:
    days = (
        account_section(OURS, **totals("0", "24800", "0", "24800")),
        account_section(OURS, **totals("24800", "0", "500", "24300")),
    )

    assert warned(read(income(), expense(), sections=days)) == []


def test_an_own_transfer_leaves_one_account_and_comes_to_the_other() -> None:
    sections = (
        account_section(OURS, **totals("100000", "0", "100000", "0")),
        account_section(OURS_TOO, **totals("0", "100000", "0", "100000")),
    )

    assert warned(read(transfer(ДатаПоступило=""), transfer(ДатаСписано=""), sections=sections)) == ["own_twice"]


def test_what_touches_no_account_of_the_file_counts_for_its_only_one() -> None:
    stranger = expense(ПлательщикСчет=CLIENT)

    assert warned(read(income(), stranger, sections=(AGREED,))) == ["direction_by_date"]


@pytest.mark.parametrize("missing", ["НачальныйОстаток", "ВсегоПоступило", "ВсегоСписано", "КонечныйОстаток"])
def test_totals_that_the_bank_left_out_are_not_checked(missing: str) -> None:
    sums = {**totals("100", "24800", "500", "24400"), missing: ""}

    assert warned(read(income(), expense(), sections=(account_section(OURS, **sums),))) == []


def test_a_total_that_is_no_sum_is_a_warning_and_the_documents_stand() -> None:
    found = read(income(), sections=(account_section(OURS, **totals("сто", "24800", "0", "24900")),))

    assert (warned(found), found.sections[0].opening, len(found.movements)) == (["sum"], None, 1)


def test_a_section_that_names_no_account_is_of_the_files_only_one() -> None:
    found = read(income(), sections=(account_section("", **totals("1", "1", "0", "1")),))

    assert [warning.message.split(":")[0] for warning in found.warnings] == [
        "Остатки не сходятся",
        f"Обороты счёта {OURS} не сходятся",
    ]


def test_a_section_without_its_end_is_a_warning() -> None:
    found = read(income(), expense(), sections=(AGREED.removesuffix("\nКонецРасчСчет"),))

    assert [(warning.code, warning.line) for warning in found.warnings] == [("unclosed", 16)]


def test_the_period_is_the_sections_where_the_header_has_none() -> None:
    found = read(income(), expense(), sections=(AGREED,), header={"ДатаНачала": "", "ДатаКонца": ""})

    assert (found.begin, found.end) == (date(2026, 11, 15), date(2026, 11, 16))


def test_a_period_that_ends_before_it_begins_is_a_warning() -> None:
    header = {"ДатаНачала": "17.11.2026", "ДатаКонца": "16.11.2026"}

    assert warned(read(income(), sections=(), header=header)) == ["period"]
