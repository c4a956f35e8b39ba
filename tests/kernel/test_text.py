"""Text from outside loses what a terminal would obey and nothing that a person wrote."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_workbench.kernel.text import clean_line, clean_text, count, fold, plural

any_text = st.text(alphabet=st.characters(exclude_categories=())) | st.text(
    alphabet="\x1b\x07\x9b\x9d\x9c\\][52;cmHАя\n\t\r \u202e\ud800\u0301е\u0308"
)
FORBIDDEN = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))} - {"\n", "\t"}
FORBIDDEN |= set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

PAYLOADS = {
    "clear screen": "\x1b[2J",
    "colour": "\x1b[1;31m",
    "cursor, private": "\x1b[?25l",
    "title, BEL": "\x1b]0;ZXZpbA==\x07",
    "clipboard, BEL": "\x1b]52;c;ZXZpbA==\x07",
    "clipboard, ST": "\x1b]52;c;ZXZpbA==\x1b\\",
    "clipboard, C1": "\x9d52;c;ZXZpbA==\x9c",
    "clipboard over lines": "\x1b]52;c;ZXZp\nbA==\x07",
    "device string": "\x1bPZXZpbA==\x1b\\",
    "privacy message": "\x1b^ZXZpbA==\x1b\\",
    "application string": "\x1b_ZXZpbA==\x1b\\",
    "C1 CSI": "\x9b2J",
    "reset": "\x1bc",
    "charset": "\x1b(0",
    "bare ESC": "\x1b",
    "DEL": "\x7f",
    "NUL": "\x00",
    "BEL, BS": "\x07\x08",
    "right-to-left override": "\u202e",
    "isolates": "\u2066\u2069",
    "lone surrogates": "\ud800\udfff",
}


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_a_payload_goes_whole_and_the_words_around_it_stay(payload: str) -> None:
    assert clean_text(f"Ветер{payload}Север") == "ВетерСевер"
    assert clean_line(f"Ветер{payload}Север") == "ВетерСевер"


def test_a_hostile_name_keeps_its_brackets_and_its_words() -> None:
    name = clean_line("[bold]ООО [/] \x1b]52;c;ZXZpbA==\x07Ветер")
    assert name == "[bold]ООО [/] Ветер"


def test_a_string_that_nothing_ends_goes_to_the_end_of_its_line() -> None:
    assert clean_text("до\x1b]0;заголовок\nпосле") == "до\nпосле"


def test_a_sequence_inside_a_sequence_leaves_nothing_that_works() -> None:
    assert "\x1b" not in clean_text("\x1b\x1b[0m]52;c;ZXZpbA==\x07")


def test_a_long_text_of_escapes_is_cleaned_at_once() -> None:
    assert clean_text("\x1b]" * 50_000 + "\x9d\n" * 50_000).strip() == ""


def test_lines_and_tabs_of_a_text_stay() -> None:
    assert clean_text("раз\r\nдва\rтри\tчетыре\u2028пять") == "раз\nдва\nтри\tчетыре\nпять"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("ООО Ромашка", "ООО Ромашка"),
        ("  ООО   Ромашка ", "ООО Ромашка"),
        ("ООО\tРомашка\r\nсклад", "ООО Ромашка склад"),
        ("ООО\x0bРомашка\x0cсклад\x85дом", "ООО Ромашка склад дом"),
        ("24\u00a0800,00\u00a0₽", "24\u00a0800,00\u00a0₽"),
        ("ООО\u00a0 Ромашка", "ООО Ромашка"),
        ("Ро\u00adмаш\u200bка\ufeff", "Ромашка"),
        ("\u200b \u00a0", ""),
        ("и\u0306", "й"),
        ("", ""),
    ],
)
def test_a_line_is_one_line(typed: str, line: str) -> None:
    assert clean_line(typed) == line


def test_text_is_cut_at_its_limit() -> None:
    assert clean_text("я" * 10_001) == "я" * 10_000
    assert clean_line("я" * 301) == "я" * 300
    assert clean_line("слово слово", limit=6) == "слово"
    assert clean_text("слово", limit=3) == "сло"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Ёлка ", "елка"),
        ("Е\u0308ЛКА", "елка"),
        ("ООО\u00a0Ромашка", "ооо ромашка"),
        ("Straße", "strasse"),
        ("Йод", "йод"),
        ("И\u0306од", "йод"),
    ],
)
def test_search_sees_no_case_no_yo_and_no_odd_spaces(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "0 рабочих дней"),
        (1, "1 рабочий день"),
        (2, "2 рабочих дня"),
        (4, "4 рабочих дня"),
        (5, "5 рабочих дней"),
        (11, "11 рабочих дней"),
        (12, "12 рабочих дней"),
        (14, "14 рабочих дней"),
        (21, "21 рабочий день"),
        (22, "22 рабочих дня"),
        (101, "101 рабочий день"),
        (111, "111 рабочих дней"),
        (1004, "1004 рабочих дня"),
        (240_000, "240\u00a0000 рабочих дней"),
        (-1, "-1 рабочий день"),
    ],
)
def test_russian_words_go_with_their_numbers(n: int, words: str) -> None:
    assert count(n, "рабочий день", "рабочих дня", "рабочих дней") == words
    assert words.endswith(plural(n, "рабочий день", "рабочих дня", "рабочих дней"))


@given(any_text)
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    for cleaned in (clean_text(text), clean_line(text)):
        assert not FORBIDDEN & set(cleaned)
        assert unicodedata.is_normalized("NFC", cleaned)
        cleaned.encode("utf-8")
    assert not {"\n", "\t"} & set(clean_line(text))


@given(any_text)
def test_cleaning_and_folding_twice_changes_nothing(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert fold(fold(text)) == fold(text)
    assert "ё" not in fold(text)


@given(st.text(alphabet="абвгд ёй[]/\\$%абвгд", max_size=200))
def test_what_a_person_writes_is_kept(text: str) -> None:
    assert clean_text(text) == text
    assert clean_line(text) == " ".join(text.split())
