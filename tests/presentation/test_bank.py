"""The bank's lines in words: those that wait, and the preview of a statement."""

from datetime import date
from typing import Any

import pytest

from cs_workbench.connectors.bank_file import Rejected
from cs_workbench.connectors.bank_import import BankPreview, PreviewLine, Totals
from cs_workbench.domain.cash import BankRow, OwedRow
from cs_workbench.kernel.money import Money
from cs_workbench.presentation import bank
from tests.presentation.shown import cells, plainly, told

WAITS: dict[str, Any] = {
    "id": 3,
    "on": date(2026, 11, 20),
    "left": Money.rubles(24_800),
    "sum": Money.rubles(24_800),
    "counterparty": "ООО «Плательщик»",
    "inn": "7707083893",
    "purpose": "За ноябрь",
    "score": 55,
    "terms": "ИНН +30; сумма +20; период +5",
    "client_id": 1,
    "client": "Ромашка",
    "invoice_id": 5,
    "number": "118",
    "period": "2026-11",
    "rest": Money.rubles(24_800),
    "owner": "Ромашка",
}
NONE = Totals(0, Money(0))
PREVIEW: dict[str, Any] = {
    "documents": 3,
    "create": 3,
    "unchanged": 0,
    "closes": 1,
    "partial": 0,
    "unmatched": 1,
    "income": Totals(2, Money.rubles(30_000)),
    "expense": Totals(1, Money.rubles(500)),
    "own": NONE,
    "lines": (),
    "rejected": (),
    "warnings": (),
}


def line(verdict: str, **more: Any) -> PreviewLine:
    """A line of the preview."""
    given = {"line_no": 12, "date": date(2026, 11, 20), "sum": Money.rubles(500), "payer": "ООО", "purpose": "Оплата"}
    return PreviewLine(**{**given, "verdict": verdict, **more})


def preview(**more: Any) -> BankPreview:
    """Three movements: one closes an invoice, one waits, one is an expense."""
    return BankPreview(**{**PREVIEW, **more})


def test_a_line_that_waits_shows_its_suggestion_and_reasons() -> None:
    row = bank.bank_row(BankRow(**WAITS))

    assert cells(row) == ("20.11", "24 800 ₽", "ООО «Плательщик»", "№ 118 Ромашка", "55", WAITS["terms"])
    assert row.tone == "good"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"number": ""}, "за ноябрь 2026 Ромашка"),
        ({"invoice_id": None}, "Ромашка: счёт не выбран"),
        ({"invoice_id": None, "client": ""}, "не найдено"),
    ],
)
def test_a_suggestion_in_a_few_words(facts: dict[str, Any], said: str) -> None:
    assert bank.suggestion(BankRow(**{**WAITS, **facts})) == said


def test_the_card_of_a_line_takes_its_score_apart() -> None:
    lines = told(bank.line_lines(BankRow(**{**WAITS, "left": Money.rubles(4_800)})))

    assert lines[:4] == [
        ("title", "ООО «Плательщик»"),
        ("normal", "20.11.2026: 4 800,00 ₽ из 24 800,00 ₽"),
        ("quiet", "ИНН 7707083893"),
        ("normal", "За ноябрь"),
    ]
    assert lines[5:] == [
        ("good", "Предложение: № 118, Ромашка, осталось 24 800 ₽"),
        ("title", "Балл 55: от 80 зачисляется само, от 50 предлагается"),
        ("normal", "ИНН +30"),
        ("normal", "сумма +20"),
        ("normal", "период +5"),
    ]


def test_an_invoice_to_choose() -> None:
    invoice = OwedRow(5, "Ромашка", "118", "2026-11", date(2026, 11, 30), Money.rubles(24_800))

    assert cells(bank.owed_row(invoice)) == ("№ 118 · Ромашка · до 30.11.2026", "24 800 ₽")


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"closes": 41, "partial": 3, "unmatched": 5}, "закроет 41 счёт, частично 3, не найдено 5"),
        ({"closes": 2}, "закроет 2 счёта, частично 0, не найдено 1"),
        ({"create": 0}, "новых движений нет"),
    ],
)
def test_the_headline(counts: dict[str, int], said: str) -> None:
    assert bank.headline(preview(**counts)) == said


def test_sums_leave_out_what_did_not_happen() -> None:
    assert plainly(bank.sums(preview())) == "приход 2 на 30 000 ₽ · расход 1 на 500 ₽"
    assert bank.sums(preview(income=NONE, expense=NONE)) == "движений нет"


def test_what_is_known_or_unreadable_is_counted() -> None:
    wrong = Rejected(7, "Сумма", "sum", "Сумма документа не больше нуля.")

    assert (
        bank.lines_text(preview(unchanged=2, rejected=(wrong,))) == "новых строк 3 · уже загружено 2 · не прочитано 1"
    )


def test_lines_for_a_person_come_first() -> None:
    lines = (line("expense"), line("auto"), line("new"), line("suggested"), line("new"), line("own"), line("known"))

    assert [row.key for row in bank.preview_rows(preview(lines=lines))] == [2, 4, 3, 1, 6, 0, 5]


@pytest.mark.parametrize(
    ("given", "what", "why"),
    [
        (line("auto", invoices=("118", "119"), score=100, terms="ИНН +30"), "закроет № 118, № 119", "100: ИНН +30"),
        (line("suggested", invoices=("2026-11",), score=50, terms="ИНН +30"), "предложит ноябрь 2026", "50: ИНН +30"),
        (line("new", terms="совпадений нет"), "вручную", "совпадений нет"),
        (line("expense"), "расход", "Оплата"),
    ],
)
def test_what_becomes_of_a_line(given: PreviewLine, what: str, why: str) -> None:
    (row,) = bank.preview_rows(preview(lines=(given,)))

    assert row.cells[3:] == (what, why)


def test_the_head_keeps_to_its_lines() -> None:
    lines = told(bank.preview_head(preview(warnings=("раз", "два", "три", "четыре")), 3))

    assert [text for _tone, text in lines[2:]] == ["раз", "два", "и ещё 2 замечания: t — прочитать"]


def test_what_was_not_read_burns_before_the_warnings() -> None:
    wrong = Rejected(7, "Сумма", "sum", "Нет суммы.")

    assert told(bank.troubles(preview(rejected=(wrong,), warnings=("Обороты не сходятся.",)))) == [
        ("urgent", "Строка 7: Нет суммы."),
        ("warn", "Обороты не сходятся."),
    ]


def test_everything_about_a_line() -> None:
    lines = told(bank.line_why(line("auto", invoices=("118",), score=100, terms="номер счёта +50; ИНН +30; сумма +20")))

    assert lines[:2] == [("title", "ООО"), ("normal", "20.11.2026: 500,00 ₽, строка файла 12")]
    assert ("good", "Закроет № 118") in lines


@pytest.mark.parametrize(
    ("done", "said"),
    [(0, "Загружено 0 из 5000"), (2400, "Загружено 1200 из 5000"), (10_000, "Записываем…")],
)
def test_progress_counts_lines(done: int, said: str) -> None:
    assert bank.progress(done, 10_000, 5_000).startswith(said)
