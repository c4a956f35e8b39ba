"""Telephone numbers in any spelling become one, and read as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.phone import parse_phone, phone_text


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("89161234567", "+79161234567"),
        ("+7 916 123-45-67", "+79161234567"),
        ("79161234567", "+79161234567"),
        ("9161234567", "+79161234567"),
        ("8 (916) 123 45 67", "+79161234567"),
        ("8\u00a0916\u00a0123\u201145\u201167", "+79161234567"),
        ("тел. 8-916-123-45-67", "+79161234567"),
        ("8 (495) 123-45-67 доб. 12", "+74951234567;ext=12"),
        ("8 (495) 123-45-67, доб.12", "+74951234567;ext=12"),
        ("8 495 123 45 67 добавочный 12", "+74951234567;ext=12"),
        ("84951234567 вн. 12", "+74951234567;ext=12"),
        ("84951234567#12", "+74951234567;ext=12"),
        ("+74951234567;ext=12", "+74951234567;ext=12"),
        ("8 800 555-35-35", "+78005553535"),
        ("8 930 000-00-00", "+79300000000"),
        ("+375 29 123-45-67", "+375291234567"),
        ("8 10 375 29 1234567", "+375291234567"),
    ],
)
def test_a_number_has_one_stored_form(typed: str, stored: str) -> None:
    assert parse_phone(typed) == stored
    assert parse_phone(stored) == stored


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "не похоже на номер"),
        ("нет телефона", "не похоже на номер"),
        ("8-800-FLOWERS", "не похоже на номер"),
        ("()", "не похоже на номер"),
        ("доб. 12", "не похоже на номер"),
        ("8 495 123-45-67 доб. 12345678", "не похоже на номер"),
        ("+7 916 123-45-67, 8 917 123-45-67", "не похоже на номер"),
        ("123-45-67", "не хватает кода города"),
        ("8916123456", "Такого номера нет"),
        ("+7 916 123-45-678", "Такого номера нет"),
        ("+999 123", "не похоже на номер"),
        ("1" * 200, "не похоже на номер"),
    ],
)
def test_what_cannot_be_called_is_refused(typed: str, says: str) -> None:
    with pytest.raises(Refusal, match=says) as refused:
        parse_phone(typed)
    assert refused.value.code == "phone"


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("+79161234567", "+7 916 123-45-67"),
        ("+74951234567;ext=12", "+7 495 123-45-67 доб. 12"),
        ("+375291234567", "+375291234567"),
        ("+375291234567;ext=3", "+375291234567 доб. 3"),
        ("спросить у Анны", "спросить у Анны"),
        ("", ""),
    ],
)
def test_a_number_is_shown_as_people_write_it(stored: str, shown: str) -> None:
    assert phone_text(stored) == shown


@given(st.from_regex(r"\+79[0-9]{9}(;ext=[1-9][0-9]{0,5})?", fullmatch=True))
def test_what_is_shown_is_read_back(stored: str) -> None:
    assert parse_phone(phone_text(stored)) == stored


@given(st.text() | st.text(alphabet="0123456789+-() добxх#.,", max_size=30))
def test_no_text_is_more_than_a_number_or_a_refusal(text: str) -> None:
    try:
        found = parse_phone(text)
    except Refusal as refusal:
        found = refusal.code
    assert found == "phone" or found.startswith("+")
