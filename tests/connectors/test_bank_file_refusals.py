"""A file that is no whole statement of ours is refused with a reason, and nothing else is ever raised."""

import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_workbench.connectors.bank_file import MAX_BYTES, read_statement
from cs_workbench.kernel.errors import Refusal
from tests.connectors.statements import (
    CLIENT,
    ENCODINGS,
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

STRANGER = "40702810000000000900"


def refusal(data: bytes, own: tuple[str, ...] = ()) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read_statement(data, own)
    return caught.value


@pytest.mark.parametrize("data", [b"", b"\r\n \r\n", b"\xef\xbb\xbf", b"\x1a"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert refusal(data).code == "empty"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(5000),
        "Добрый день! Высылаю выписку.".encode("cp1251"),
        b"1CClientBankExchange2\r\n",
        "Номер=1\r\n1CClientBankExchange\r\n".encode(),
        b"\x00" * 1000,
    ],
)
def test_what_is_not_a_statement_is_refused(data: bytes) -> None:
    assert refusal(data).code == "not_statement"


def test_a_refusal_says_what_to_do() -> None:
    assert refusal(b"PNG").message == (
        "Это не выписка: первая строка не «1CClientBankExchange». Выгрузите из банка файл в формате 1С."
    )


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_file_cut_anywhere_inside_a_document_is_refused(encoding: str) -> None:
    whole = statement([income(), expense()], end=False)
    inside = whole.rindex("СекцияДокумент") + len("СекцияДокумент")
    end = whole.rindex("КонецДокумента") + len("КонецДокумент")

    for length in range(inside, end + 1):
        assert refusal(encoded(whole[:length], encoding)).code == "cut"


def test_a_cut_document_is_named_by_its_line() -> None:
    assert "(строка 22)" in refusal(encoded(statement([income(), "СекцияДокумент=Аккредитив"], end=False))).message


def test_a_document_without_its_end_before_the_last_line_is_refused() -> None:
    assert refusal(encoded(statement([income().removesuffix("\nКонецДокумента")]))).code == "cut"


@pytest.mark.parametrize("rest", ["СекцияДок", "СекцияРасчСчет\r\nРасчСчет=1"])
def test_a_file_cut_where_the_next_section_begins_is_refused(rest: str) -> None:
    assert refusal(encoded(statement([income()], end=False) + rest)).code == "cut"


@pytest.mark.parametrize(
    "text",
    [
        statement(end=False),
        statement(sections=[account_section()], end=False),
        statement(sections=[account_section().removesuffix("\nКонецРасчСчет")], end=False),
    ],
)
def test_neither_a_document_nor_the_last_line_is_refused(text: str) -> None:
    assert refusal(encoded(text)).code == "no_documents"


def test_a_whole_statement_without_documents_is_a_quiet_day() -> None:
    section = account_section(OURS, **totals("100", "0", "0", "100"))

    found = read_statement(encoded(statement(sections=[section])))

    assert (found.movements, found.rejected, found.warnings) == ((), (), ())
    assert found.accounts == (OURS,)


def test_a_file_of_a_hundred_megabytes_is_refused() -> None:
    assert refusal(bytes(MAX_BYTES)).code == "too_big"


def test_a_file_of_nothing_but_line_ends_is_refused() -> None:
    assert refusal(b"1CClientBankExchange" + b"\n" * 2_000_001 + b"=").code == "too_big"


@pytest.mark.parametrize("oddity", ["поле{}=1", "поле=1", "строка"])
def test_a_document_of_a_hundred_thousand_oddities_is_read_or_rejected(oddity: str) -> None:
    lines = [oddity.format(number) for number in range(100_000)]
    found = read_statement(
        encoded(statement(["\n".join(["СекцияДокумент=Ордер", "Номер=1", *lines, "КонецДокумента"])]))
    )

    assert [line.code for line in found.rejected] == ["no_sum"]
    assert len(found.warnings) == 21


def test_a_statement_of_an_account_that_is_not_ours_is_refused_by_name() -> None:
    refused = refusal(encoded(statement([income()])), own=(STRANGER,))

    assert refused.code == "foreign_account"
    assert OURS in refused.message


def test_a_quiet_day_of_an_account_that_is_not_ours_is_refused_too() -> None:
    assert refusal(encoded(statement(accounts=(STRANGER,))), own=(OURS,)).code == "foreign_account"


def test_an_account_named_by_its_section_alone_is_known() -> None:
    text = statement([income()], accounts=(), sections=[account_section(OURS)])

    assert refusal(encoded(text), own=(STRANGER,)).code == "foreign_account"
    assert read_statement(encoded(text)).accounts == (OURS,)


def test_with_no_own_account_yet_the_statement_offers_its_own() -> None:
    assert read_statement(encoded(statement([income()]))).accounts == (OURS,)


def test_our_account_may_be_written_with_spaces() -> None:
    assert len(read_statement(encoded(statement([income()])), [" 40702 810 0 0000 0000001"]).movements) == 1


def test_an_account_beside_ours_in_the_file_is_a_warning() -> None:
    found = read_statement(encoded(statement([transfer()], accounts=(OURS, OURS_TOO))), (OURS,))

    assert [warning.code for warning in found.warnings] == ["unknown_account"]
    assert OURS_TOO in found.warnings[0].message


def test_a_file_that_names_no_account_is_foreign_when_its_documents_are() -> None:
    text = statement([income(), expense()], accounts=())

    assert refusal(encoded(text), own=(STRANGER,)).code == "foreign_account"
    assert [line.direction for line in read_statement(encoded(text), (OURS,)).movements] == [
        "income",
        "expense",
    ]
    assert read_statement(encoded(statement(accounts=())), (OURS,)).movements == ()


FIELDS = [
    "Сумма",
    "Дата",
    "ДатаПоступило",
    "ПлательщикСчет",
    "ПолучательСчет",
    "Плательщик",
    "РасчСчет",
    "Номер",
]
LABELS = [
    "СекцияДокумент",
    "КонецДокумента",
    "СекцияРасчСчет",
    "КонецРасчСчет",
    "КонецФайла",
    "1CClientBankExchange",
]
LINES = st.one_of(
    st.sampled_from(LABELS),
    st.text(),
    st.builds(
        "{}={}".format,
        st.sampled_from([*FIELDS, "ВсегоПоступило", "НачальныйОстаток", "ДатаНачала"]) | st.text(),
        st.sampled_from([OURS, CLIENT, "16.11.2026", "700", "-5", "0", "31.11.2026", "01.01.0001"]) | st.text(),
    ),
)


def only_refusals(data: bytes) -> None:
    with suppress(Refusal):
        read_statement(data, (OURS,))


@given(st.binary())
def test_no_bytes_raise_anything_but_a_refusal(data: bytes) -> None:
    only_refusals(data)
    only_refusals(b"1CClientBankExchange\r\n" + data)


@given(st.lists(LINES, max_size=40), st.sampled_from(ENCODINGS))
def test_no_lines_raise_anything_but_a_refusal(lines: list[str], encoding: str) -> None:
    only_refusals("\n".join(["1CClientBankExchange", *lines]).encode(encoding, "ignore"))


@given(st.binary(max_size=20), st.integers(0, 2000), st.sampled_from(ENCODINGS))
def test_no_damage_to_a_statement_raises_anything_but_a_refusal(damage: bytes, place: int, encoding: str) -> None:
    data = encoded(
        statement([income(), transfer()], sections=[account_section(OURS, **totals("1", "2", "3", "0"))]),
        encoding,
    )

    only_refusals(data[:place] + damage + data[place + len(damage) :])


@given(st.integers(0, 1100), st.sampled_from(["cp1251", "utf-8"]))
def test_a_part_of_a_statement_is_refused_or_read_with_a_warning_up_to_a_whole_document(
    length: int, encoding: str
) -> None:
    text = statement([income(), expense()])
    whole = read_statement(encoded(text, encoding))

    with suppress(Refusal):
        part = read_statement(encoded(text[:length], encoding))
        assert part.movements == whole.movements[: len(part.movements)]
        assert part.rejected == ()
        assert part.warnings or part == whole
