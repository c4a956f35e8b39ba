"""What banks do to the format, and how the reader bears it."""

from datetime import date

import pytest

from cs_workbench.connectors.bank_file import Movement, Statement, read_statement
from cs_workbench.kernel.money import Money
from tests.connectors.statements import (
    CLIENT,
    CLIENT_INN,
    OURS,
    OURS_TOO,
    document,
    encoded,
    expense,
    income,
    statement,
)


def read(*documents: str) -> Statement:
    return read_statement(encoded(statement(documents)))


def only(*documents: str) -> Movement:
    (movement,) = read(*documents).movements
    return movement


def warned(found: Statement) -> list[tuple[str, int | None]]:
    return [(warning.code, warning.line) for warning in found.warnings]


def test_the_header_is_told() -> None:
    text = statement(
        [],
        accounts=(OURS, OURS_TOO, OURS),
        header={"ДатаНачала": "01.11.2026", "ДатаКонца": "16.11.2026", "Документ": "Аккредитив"},
    )

    found = read_statement(encoded(text))

    assert (found.version, found.sender) == ("1.03", "Выдуманный банк")
    assert (found.begin, found.end) == (date(2026, 11, 1), date(2026, 11, 16))
    assert found.accounts == (OURS, OURS_TOO)


def test_a_header_date_that_does_not_exist_is_a_warning() -> None:
    found = read_statement(encoded(statement([income()], header={"ДатаНачала": "31.11.2026"})))

    assert (found.begin, warned(found)) == (None, [("date", 1)])


def test_a_value_is_cut_off_its_name_at_the_first_equals_sign() -> None:
    assert only(income(НазначениеПлатежа="Оплата а=б, в=г")).purpose == "Оплата а=б, в=г"


def test_a_line_without_equals_goes_on_with_the_value_before_it() -> None:
    found = read(income(НазначениеПлатежа="Оплата по счёту\n41 за ноябрь\nи декабрь"), expense())

    assert found.movements[0].purpose == "Оплата по счёту 41 за ноябрь и декабрь"
    assert warned(found) == [("glued", 21), ("glued", 22)]


def test_purpose_lines_by_number_are_joined_where_there_is_no_whole_purpose() -> None:
    numbered = {"НазначениеПлатежа1": "Оплата по", "НазначениеПлатежа2": "сч. 41", "НазначениеПлатежа3": ""}

    assert only(income(НазначениеПлатежа="", **numbered)).purpose == "Оплата по сч. 41"
    assert only(income(НазначениеПлатежа="За ноябрь", **numbered)).purpose == "За ноябрь"


def test_of_a_repeated_field_the_last_that_is_not_empty_counts() -> None:
    found = read(income().replace("Номер=17", "Номер=16\nНомер=17\nНомер="))

    assert found.movements[0].number == "17"
    assert warned(found) == [("repeated", 10), ("repeated", 11)]


@pytest.mark.parametrize(
    "name",
    [
        "7700000100 ООО Ёж",
        "7700000100, ООО Ёж",
        "ИНН 7700000100 ООО Ёж",
        "ИНН7700000100/ООО Ёж",
        "7700000100/770001001 ООО Ёж",
        "инн 7700000100 КПП 770001001 ООО Ёж",
    ],
)
def test_an_inn_in_front_of_a_name_is_cut_off_and_kept(name: str) -> None:
    found = only(income(Плательщик=name, Плательщик1="", ПлательщикИНН=""))

    assert (found.payer_name, found.payer_inn) == ("ООО Ёж", CLIENT_INN)


def test_a_name_that_begins_with_other_digits_stays_whole() -> None:
    assert only(income(Плательщик1="585 ООО Золотой")).payer_name == "585 ООО Золотой"


def test_the_name_is_the_first_line_of_four_else_the_whole() -> None:
    lines = {
        "Плательщик1": "ООО Ёж",
        "Плательщик2": "Банк не счёт",
        "Плательщик3": "Банк",
        "Плательщик4": "Город",
    }

    assert only(income(Плательщик="7700000100 ООО Целое имя", **lines)).payer_name == "ООО Ёж"
    assert only(income(Плательщик="ООО Целое имя", Плательщик1="")).payer_name == "ООО Целое имя"


@pytest.mark.parametrize("field", ["ПлательщикРасчСчет", "Плательщик2"])
def test_the_account_may_stand_in_its_other_places(field: str) -> None:
    assert only(income(ПлательщикСчет="", **{field: CLIENT})).payer_account == CLIENT


def test_a_name_in_the_place_of_an_account_is_no_account() -> None:
    assert only(income(ПлательщикСчет="", Плательщик2="АО Банк")).payer_account == ""


def test_zeros_stand_for_nothing() -> None:
    found = only(income(ПлательщикИНН="0", ПлательщикКПП="0", Код="0", ПлательщикСчет="00000000000000000000"))

    assert (found.payer_inn, found.payer_kpp, found.payer_account, found.extra) == ("", "", "", {})


def test_a_document_of_no_kind_and_blank_lines_are_read() -> None:
    text = statement(
        [
            "",
            document("", Номер="1", Дата="16.11.2026", Сумма="5", ПолучательСчет=OURS),
            "",
            "",
        ]
    )

    found = read_statement(encoded(text))

    assert [(line.kind, line.number, line.line) for line in found.movements] == [("", "1", 9)]
    assert warned(found) == []


@pytest.mark.parametrize("kind", ["Банковский ордер", "Аккредитив", "Выписка", "Неведомый документ"])
def test_a_document_of_any_kind_is_read(kind: str) -> None:
    assert only(income().replace("Платежное поручение", kind)).kind == kind


def test_a_payment_to_the_budget_is_an_expense_like_another() -> None:
    tax = {
        "СтатусСоставителя": "01",
        "ПоказательКБК": "18201061201010000510",
        "ОКАТО": "0",
        "ПоказательДаты": "0",
    }

    found = only(expense("12345.67", ПолучательИНН="7700000300", Код="0", **tax))

    assert (found.sum, found.extra) == (Money(1_234_567), {})


def test_a_file_for_the_bank_without_its_dates_is_read() -> None:
    found = only(expense(ДатаСписано="", ДатаПоступило=""))

    assert (found.direction, found.moved_on) == ("expense", date(2026, 11, 16))


@pytest.mark.parametrize(
    ("text", "kopecks"),
    [
        ("700", 70_000),
        ("700.5", 70_050),
        ("0.01", 1),
        ("1 234.50", 123_450),
        ("700,00", 70_000),
        ("007", 700),
    ],
)
def test_sums_with_and_without_kopecks(text: str, kopecks: int) -> None:
    assert only(income(text)).sum == kopecks


@pytest.mark.parametrize(
    "text", ["abc", "1.234", "-5", "0", "0.00", "1e5", "15т", "²", "1" * 5000, "12345678901234", "."]
)
def test_a_document_with_a_bad_sum_is_rejected_alone(text: str) -> None:
    found = read(income(text), expense())

    assert [(line.line, line.field, line.code) for line in found.rejected] == [(8, "Сумма", "sum")]
    assert [line.direction for line in found.movements] == ["expense"]


def test_a_document_without_a_sum_is_rejected_alone() -> None:
    found = read(income(""), expense())

    assert [(line.field, line.code) for line in found.rejected] == [("Сумма", "no_sum")]
    assert len(found.movements) == 1


@pytest.mark.parametrize("field", ["Дата", "ДатаПоступило", "ДатаСписано"])
@pytest.mark.parametrize("text", ["31.11.2026", "2026-11-16", "16.11.26", "вчера", "32.01.2026"])
def test_a_document_with_a_bad_date_is_rejected_alone(field: str, text: str) -> None:
    found = read(income(**{field: text}), expense())

    assert [(line.line, line.field, line.code) for line in found.rejected] == [(8, field, "date")]
    assert len(found.movements) == 1


def test_a_document_without_any_date_is_rejected_alone() -> None:
    found = read(income(Дата="", ДатаПоступило=""), expense())

    assert [(line.field, line.code) for line in found.rejected] == [("Дата", "no_date")]
    assert len(found.movements) == 1


def test_a_document_dated_by_the_bank_alone_is_read() -> None:
    found = only(income(Дата="01.01.0001", ДатаСписано="00.00.0000", ДатаПоступило="17.11.2026 0:00:00"))

    assert (found.document_date, found.moved_on) == (None, date(2026, 11, 17))


def test_a_document_whose_end_is_lost_is_rejected_alone() -> None:
    found = read(income().removesuffix("\nКонецДокумента"), expense())

    assert [(line.line, line.field, line.code) for line in found.rejected] == [(8, "КонецДокумента", "cut")]
    assert len(found.movements) == 1


def test_a_message_about_a_bad_field_shows_what_stands_there() -> None:
    (rejected,) = read(income("сто рублей")).rejected

    assert rejected.message == "В поле «Сумма» не сумма: «сто рублей». Проверьте её в банке."


def test_a_statement_without_its_last_line_is_read_with_a_warning() -> None:
    found = read_statement(encoded(statement([income()], end=False)))

    assert (len(found.movements), warned(found)) == (1, [("no_end", None)])


def test_a_last_line_that_is_cut_itself_is_only_missing() -> None:
    found = read_statement(encoded(statement([income()], end=False) + "КонецФай"))

    assert (len(found.movements), warned(found)) == (1, [("stray", 22), ("no_end", None)])


def test_what_follows_the_last_line_is_not_read() -> None:
    found = read_statement(encoded(statement([income()]) + expense() + "\r\n"))

    assert (len(found.movements), warned(found)) == (1, [("after_end", 23)])


def test_lines_out_of_place_are_skipped_with_a_warning() -> None:
    found = read(income(), "КонецДокумента", "КонецРасчСчет", "Сумма=5")

    assert len(found.movements) == 1
    assert warned(found) == [("stray", 22), ("stray", 23), ("stray", 24)]


def test_of_a_hundred_oddities_of_a_kind_some_are_told_and_the_rest_are_counted() -> None:
    found = read(income(НазначениеПлатежа="Оплата" + "\nи ещё" * 121))

    assert len(found.warnings) == 21
    assert found.warnings[-1].message.startswith("Ещё 101 такое же замечание, первое: Строка без «=»")


def test_a_value_of_endless_length_is_cut_with_a_warning() -> None:
    found = read(income(НазначениеПлатежа="я" * 20_000))

    assert (len(found.movements[0].purpose), warned(found)) == (1000, [("long", 20)])


def test_of_many_unknown_fields_a_hundred_are_kept() -> None:
    found = read(income(**{f"Поле{number}": "1" for number in range(150)}))

    assert (len(found.movements[0].extra), warned(found)) == (100, [("many_fields", 8)])
