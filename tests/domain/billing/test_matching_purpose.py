"""What is read out of the purpose of a payment: numbers, months, returns (connectors 1.5)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_workbench.domain.billing.matching import number_key, read_purpose


@pytest.mark.parametrize(
    ("purpose", "numbers"),
    [
        ("Оплата по сч.34 от 31.03.2022", ["34"]),
        ("Оплата по счёту № 41 от 15.11.2026. НДС не облагается", ["41"]),
        ("Счет N118, счет No 119, сч120", ["118", "119", "120"]),
        ("Оплата счетов 41,42, 0043 и 44;45", ["41", "42", "43", "44", "45"]),
        ("Оплата 41.", ["41"]),
        ("Счёт № А-41/2", ["а-41/2"]),
        ("Счёт № A-41/2", ["а-41/2"]),
        ("счет №INV-0118", ["inv-0118"]),
        ("По счету-договору № 7", ["7"]),
        ("По договору 5 от 01.02.2024 счет 41", ["41"]),
        ("Счёт 41 по договору № 5", ["41"]),
        ("Счет 15 ноябрь", ["15"]),
        ("Оплата за обслуживание", []),
        ("", []),
    ],
)
def test_numbers_that_may_be_an_invoices(purpose: str, numbers: list[str]) -> None:
    assert [named.key for named in read_purpose(purpose).numbers] == numbers


@pytest.mark.parametrize(
    "purpose",
    [
        "Счёт 141",
        "Счёт 41-2",
        "Счёт 41/2",
        "Счёт 3.41",
        "Счёт А41",
        "Оплата 41.05.2026 и 15.41.26",
        "Оплата 15.11.2026",
        "За услуги 41 %",
        "НДС 41% 15",
        "НДС 41",
        "В том числе НДС (20%) 41",
        "На сумму 41",
        "41 руб. 50 коп.",
        "24 041,41",
        "41 250,00 ₽",
        "Сумма 41-00",
        "По договору № 41",
        "По дог. 41 от 01.01.2026",
        "УПД 41",
        "По акту 41",
        "ИНН 41",
    ],
)
def test_what_only_looks_like_invoice_41(purpose: str) -> None:
    assert "41" not in [named.key for named in read_purpose(purpose).numbers]


@pytest.mark.parametrize(
    "purpose", ["за 2026 г.", "за 2026 год", "за ноябрь 2026", "от 15 ноября 2026 года", "20.11.2026г"]
)
def test_a_year_is_no_number(purpose: str) -> None:
    assert "2026" not in [named.key for named in read_purpose(purpose).numbers]


@pytest.mark.parametrize(
    ("purpose", "dated"),
    [
        ("счёт 41 от 15.11.2026", date(2026, 11, 15)),
        ("счёт 41 от 15.11.26 за ноябрь", date(2026, 11, 15)),
        ("счёт 41 15/11/2026", date(2026, 11, 15)),
        ("счёт 41 от 15 ноября 2026 г.", date(2026, 11, 15)),
        ("счёт 41 от 15 ноября", None),
        ("счёт 41 от 31.02.2026", None),
        ("счёт 41, договор от 15.11.2026", None),
        ("счёт 41", None),
    ],
)
def test_the_day_beside_a_number(purpose: str, dated: date | None) -> None:
    assert read_purpose(purpose).numbers[0].dated == dated


@pytest.mark.parametrize(
    ("purpose", "spoken", "silent"),
    [
        ("за ноябрь", ["2026-11", "2025-11"], ["2026-10"]),
        ("за ноябрь 2026", ["2026-11"], ["2025-11"]),
        ("Абонентская плата, октябрь-ноябрь 2026 г.", ["2026-10", "2026-11"], ["2026-12"]),
        ("за май и март", ["2026-05", "2026-03"], ["2026-04"]),
        ("за 11.2026", ["2026-11"], ["2025-11", "2026-01"]),
        ("за сент. 2026", ["2026-09"], ["2025-09"]),
        ("оплата января", ["2026-01"], []),
        ("от 15 ноября 2026", [], ["2026-11"]),
        ("01.11.2026", [], ["2026-11"]),
        ("Майская улица, маркетинг, декорации", [], ["2026-05", "2026-03", "2026-12"]),
    ],
)
def test_months_that_a_purpose_names(purpose: str, spoken: list[str], silent: list[str]) -> None:
    found = read_purpose(purpose)

    assert [period for period in (*spoken, *silent) if found.speaks_of(period)] == spoken


def test_every_month_is_known_by_name() -> None:
    names = "январь, февраль, март, апрель, май, июнь, июль, август, сентябрь, октябрь, ноябрь, декабрь"

    months = [read_purpose(f"за {name}").months for name in names.split(", ")]

    assert months == [frozenset({(number, None)}) for number in range(1, 13)]


@pytest.mark.parametrize(
    ("purpose", "is_return"),
    [("Возврат по акту сверки", True), ("ВОЗВРАТ ОШИБОЧНО ПЕРЕЧИСЛЕННЫХ", True), ("Оплата по счёту 41", False)],
)
def test_a_return_is_told_apart(purpose: str, is_return: bool) -> None:
    assert read_purpose(purpose).is_return is is_return


@pytest.mark.parametrize(
    ("one", "other"), [("0041", "41"), ("№ 41", "41"), ("A-41", "а-41"), ("00", "00"), ("Ё7", "ё7")]
)
def test_numbers_that_are_one(one: str, other: str) -> None:
    assert number_key(one) == number_key(other)


@given(st.text(max_size=200))
def test_no_purpose_breaks_the_reader(text: str) -> None:
    read_purpose(text)


@given(st.integers(min_value=1, max_value=99_999))
def test_a_number_after_the_word_invoice_is_found(number: int) -> None:
    assert [named.key for named in read_purpose(f"Оплата по счёту № {number}").numbers] == [str(number)]
