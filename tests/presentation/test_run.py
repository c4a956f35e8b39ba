"""The month's run in words."""

from datetime import date
from typing import Any

import pytest

from cs_workbench.domain.cash import RunBoard, RunRow
from cs_workbench.kernel.money import Money
from cs_workbench.presentation import run
from tests.presentation.shown import cells, plainly, told

ROW: dict[str, Any] = {
    "subscription_id": 1,
    "client_id": 7,
    "client": "Ромашка",
    "key": "ромашка",
    "inn": "7707083893",
    "standing": "same",
    "reason": "",
    "bills": True,
    "odd": False,
    "amount": Money.rubles(12_000),
    "before": Money.rubles(12_000),
    "mailed": True,
}
MADE = {"standing": "billed", "reason": "счёт уже есть", "bills": False, "invoice_id": 5}


def row(**more: Any) -> RunRow:
    """A line that will be billed as last month."""
    return RunRow(**{**ROW, **more})


def board(*rows: RunRow, state: str = "preview") -> RunBoard:
    """A run of November."""
    return RunBoard("2026-11", date(2026, 11, 16), state, rows)


@pytest.mark.parametrize(
    ("facts", "said", "tone"),
    [
        ({}, "выставим", "normal"),
        ({"standing": "new", "reason": "новая"}, "новая", "good"),
        ({"standing": "changed", "reason": "цена была 9 000 ₽"}, "цена была 9 000 ₽", "warn"),
        ({"odd": True, "reason": "сумма в десять раз больше прошлой"}, "сумма в десять раз больше прошлой", "urgent"),
        ({"standing": "no_inn", "bills": False, "reason": "нет ИНН"}, "нет ИНН", "urgent"),
        ({"standing": "paused", "bills": False, "reason": "на паузе"}, "на паузе", "quiet"),
        ({**MADE, "waits": True}, "не отправлен", "warn"),
        ({**MADE, "waits": True, "mailed": False}, "не отправлен: нет адреса", "warn"),
        (MADE, "отправлен", "quiet"),
        ({**MADE, "paid": True}, "оплачен", "quiet"),
    ],
)
def test_what_becomes_of_a_line(facts: dict[str, Any], said: str, tone: str) -> None:
    assert (run.what(row(**facts)), run.tone(row(**facts))) == (said, tone)


def test_a_line_tells_the_sum_before_where_it_was_another() -> None:
    assert cells(run.run_row(row(before=Money.rubles(9_000)), ()))[1:3] == ("12 000 ₽", "9 000 ₽")
    assert run.run_row(row(), ()).cells[2] == ""


def test_an_excluded_client_is_marked() -> None:
    out = run.run_row(row(), {7})

    assert (out.mark, out.tone, out.cells[-1]) == ("×", "quiet", "исключён")


def test_before_the_run_the_line_says_what_will_be_billed() -> None:
    lines = (row(), row(client_id=8, standing="new"), row(client_id=9, standing="paused", bills=False))

    assert (
        plainly(run.summary(board(*lines), {8}))
        == "Прогон 16.11 · выставить 1 счёт на 12 000 ₽ · новых 1 · на паузе 1 · исключено 1"
    )


def test_after_the_run_it_says_what_waits() -> None:
    lines = (row(**MADE, waits=True), row(**MADE, number="118"))

    assert (
        plainly(run.summary(board(*lines, state="closed"), ()))
        == "Прогон 16.11: закрыт · 2 счёта на 24 000 ₽ · без номера 1 · не отправлено 1"
    )


def test_the_question_tells_sums_strange_lines_and_numbers() -> None:
    lines = told(run.question(board(row(), row(odd=True, client="Весна")), (), "118\n119\n"))

    assert lines[0] == ("title", "Выставить за ноябрь 2026: 2 счёта на 24 000 ₽?")
    assert ("urgent", "Сумма в десять раз больше прошлой: Весна") in lines
    assert ("normal", "Номера 1С: 2 строки") in lines


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Ждут номера: 2 счёта"),
        ("118\n119", "2 номера на 2 счёта в порядке названий"),
        ("118\n\n", "1 номер на 2 счёта в порядке названий: столбец должен быть той же длины"),
        ("Ромашка;118", "Пары «клиент;номер»: 1 строка на 2 счёта"),
    ],
)
def test_a_pasted_column_is_read_aloud(text: str, said: str) -> None:
    assert run.numbers_aloud(text, 2) == said


@pytest.mark.parametrize(
    ("chosen", "lines"),
    [
        ("all", ["a", "b", "c", "d"]),
        ("bills", ["a"]),
        ("out", ["b"]),
        ("made", ["c", "d"]),
        ("unnumbered", ["c"]),
        ("waits", ["c"]),
        ("paused", ["b"]),
        ("odd", []),
    ],
)
def test_a_run_is_narrowed(chosen: str, lines: list[str]) -> None:
    rows = (
        row(key="a"),
        row(key="b", standing="paused", bills=False),
        row(key="c", **MADE, waits=True),
        row(key="d", **MADE, number="118"),
    )

    assert [line.key for line in run.shown(board(*rows), "", chosen)] == lines


def test_lines_for_1c_are_a_table_with_commas() -> None:
    assert run.for_1c([row(amount=Money(1_250_050))]) == "7707083893\tРомашка\t12500,50"


@pytest.mark.parametrize(
    ("done", "said"), [(0, "Выставлено 0 из 500"), (500, "Выставлено 250 из 500"), (1000, "Записываем…")]
)
def test_progress_counts_invoices(done: int, said: str) -> None:
    assert run.progress(done, 1000, 500).startswith(said)


def test_the_card_of_a_line() -> None:
    assert told(run.run_lines(row(**{**MADE, "waits": True}, number="118", before=Money.rubles(9_000)))) == [
        ("title", "Ромашка"),
        ("normal", "12 000,00 ₽ в месяц"),
        ("warn", "В прошлом месяце 9 000,00 ₽"),
        ("quiet", "ИНН 7707083893"),
        ("warn", "Счёт № 118: не отправлен"),
    ]
