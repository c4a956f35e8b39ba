"""The bank's lines that wait for a person, and the invoices that one of them may pay."""

import pytest

from cs_workbench.domain.cash import BankRow, OwedRow, bank_rows, invoices_for
from cs_workbench.kernel.money import Money
from tests.desk import Desk
from tests.domain.billing import month


@pytest.fixture
def owing(desk: Desk) -> Desk:
    """Альфа owes № 118 for 24 800 ₽, Бета № 119 for 24 800 ₽ and № 250 for 9 000 ₽."""
    for name in ("АО Альфа", "АО Бета"):
        month.client(desk, name)
    month.invoice(desk, 1)
    month.invoice(desk, 2, number="119")
    month.invoice(desk, 2, number="250", sum="9000", due_on="2026-11-18")
    desk.at("2026-11-24T10:00")
    return desk


def came(desk: Desk, **line: str) -> BankRow:
    """A line of the statement that waits."""
    given = {"on": "2026-11-23", "sum": "24800", "counterparty": "ООО Плательщик", **line}
    desk.do("billing.import_statement", lines=[given])
    return desk.bench.read(bank_rows)[0]


def found(desk: Desk, line: BankRow, words: str = "") -> list[str]:
    """Numbers of the invoices that a line may pay."""
    rows: tuple[OwedRow, ...] = desk.bench.read(invoices_for, line, words)
    return [row.number for row in rows]


def test_a_line_that_waits_is_told_with_its_reasons(owing: Desk) -> None:
    line = came(owing, sum="5000", purpose="За аренду")

    assert (line.left, line.counterparty, line.purpose, line.terms) == (
        Money.rubles(5_000),
        "ООО Плательщик",
        "За аренду",
        "совпадений нет",
    )
    assert (line.invoice_id, line.client_id, line.client) == (None, None, "")


def test_a_suggestion_names_the_invoice_its_client_and_what_is_owed(owing: Desk) -> None:
    line = came(owing, inn=month.INNS[0])

    assert (line.number, line.owner, line.rest, line.score) == ("118", "АО Альфа", Money.rubles(24_800), 50)


def test_a_suggestion_that_was_paid_meanwhile_is_none(owing: Desk) -> None:
    came(owing, inn=month.INNS[0])
    month.pay(owing, 1, "24800")

    assert owing.bench.read(bank_rows)[0].invoice_id is None


def test_what_is_placed_or_put_aside_waits_no_more(owing: Desk) -> None:
    came(owing, number="1")
    came(owing, number="2", sum="9000")
    owing.do("billing.match_line", bank_line=1, invoice=1)
    owing.do("billing.ignore_line", bank_line=2, reason="Возврат займа")

    assert owing.bench.read(bank_rows) == ()


def test_part_of_a_line_waits_on(owing: Desk) -> None:
    came(owing)
    owing.do("billing.match_line", bank_line=1, invoice=1, sum="20000")
    (line,) = owing.bench.read(bank_rows)

    assert (line.left, line.sum) == (Money.rubles(4_800), Money.rubles(24_800))


def test_invoices_of_just_that_sum_are_likely(owing: Desk) -> None:
    assert found(owing, came(owing)) == ["118", "119"]


def test_the_payers_own_invoices_come_with_what_fits_first(owing: Desk) -> None:
    assert found(owing, came(owing, inn=month.INNS[1])) == ["119", "118", "250"]


@pytest.mark.parametrize(
    ("words", "numbers"), [("бет", ["119", "250"]), ("25", ["250"]), ("№ 118", ["118"]), ("нет", [])]
)
def test_words_search_names_and_numbers(owing: Desk, words: str, numbers: list[str]) -> None:
    assert found(owing, came(owing), words) == numbers
