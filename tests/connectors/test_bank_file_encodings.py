"""A statement says the same in whichever encoding a bank wrote it, whatever its header claims."""

import pytest

from cs_workbench.connectors.bank_file import Statement, read_statement
from tests.connectors.statements import ENCODINGS, encoded, expense, income, statement, transfer


def codes(found: Statement) -> list[str]:
    return [warning.code for warning in found.warnings]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("claimed", ["Windows", "windows", "DOS", "UTF-8", ""])
def test_the_encoding_is_found_by_content_and_not_by_the_header(encoding: str, claimed: str) -> None:
    text = statement([income(Плательщик1="ООО Северный ёж")], header={"Кодировка": claimed})

    found = read_statement(encoded(text, encoding))

    assert found.encoding == encoding
    assert found.movements[0].payer_name == "ООО Северный ёж"


@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_line_ends_of_any_system_are_understood(newline: str) -> None:
    found = read_statement(encoded(statement([income(), expense()], newline=newline)))

    assert [movement.line for movement in found.movements] == [8, 22]
    assert codes(found) == []


def test_a_byte_order_mark_before_cp1251_does_not_deceive() -> None:
    found = read_statement(b"\xef\xbb\xbf" + encoded(statement([income(Плательщик1="ООО Ёж")]), "cp1251"))

    assert (found.encoding, found.movements[0].payer_name) == ("cp1251", "ООО Ёж")


def test_bytes_that_do_not_fit_are_replaced_with_a_warning_by_line() -> None:
    data = encoded(statement([income(НазначениеПлатежа="Оплата @ за ноябрь")])).replace(b"@", b"\x98")

    found = read_statement(data)

    assert found.movements[0].purpose == "Оплата \ufffd за ноябрь"
    assert [(warning.code, warning.line) for warning in found.warnings] == [("encoding", 20)]


def test_utf8_with_one_broken_byte_is_still_utf8() -> None:
    data = encoded(statement([income(НазначениеПлатежа="Оплата @ за ноябрь")]), "utf-8").replace(b"@", b"\xff")

    found = read_statement(data)

    assert (found.encoding, codes(found)) == ("utf-8", ["encoding"])
    assert found.movements[0].purpose == "Оплата \ufffd за ноябрь"


def test_a_last_line_in_another_encoding_counts_as_the_last_line() -> None:
    data = encoded(statement([income()], end=False)) + "КонецФайла".encode()

    found = read_statement(data)

    assert (len(found.movements), codes(found)) == (1, ["mixed_encoding"])


def test_the_mark_with_which_dos_ends_a_file_is_no_oddity() -> None:
    found = read_statement(encoded(statement([income()]), "cp866") + b"\x1a")

    assert codes(found) == []


def test_nul_bytes_are_dropped_with_a_warning() -> None:
    found = read_statement(encoded(statement([income(Номер="1\x007")])))

    assert (found.movements[0].number, codes(found)) == ("17", ["control"])


def test_what_a_terminal_would_obey_is_not_let_in() -> None:
    found = read_statement(
        encoded(statement([income(Плательщик1="\x1b]52;c;ZXZpbA==\x07ООО\x9b31m Ёж\u202e")]), "utf-8")
    )

    assert found.movements[0].payer_name == "ООО Ёж"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_same_statement_in_another_encoding_has_the_same_fingerprints(encoding: str) -> None:
    text = statement([income(), income(), expense(НазначениеПлатежа="Комиссия — «тариф №5»"), transfer()])

    found = read_statement(encoded(text, encoding)).movements

    assert [line.fingerprint for line in found] == [
        line.fingerprint for line in read_statement(encoded(text, "utf-8")).movements
    ]
