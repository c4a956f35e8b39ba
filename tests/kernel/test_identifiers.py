"""Codes of firms, banks and mailboxes: a slip of one digit is caught before it is stored."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.identifiers import check_account, check_bik, check_email, check_inn, check_kpp

Check = Callable[[str], str]

FIRM = "0012345673"
PERSON = "001234567887"
BIK = "040000999"
CORRESPONDENT = "30101810400000000905"


@pytest.mark.parametrize(
    ("check", "typed", "stored"),
    [
        (check_inn, FIRM, FIRM),
        (check_inn, " 0012 345 673 ", FIRM),
        (check_inn, "0012\u00a0345673", FIRM),
        (check_inn, PERSON, PERSON),
        (check_kpp, "770701001", "770701001"),
        (check_kpp, "7707AB001", "7707AB001"),
        (check_kpp, "7707ab001", "7707AB001"),
        (check_bik, " 040000999", BIK),
        (check_account, "4070 2810 9000 0000 0001", "40702810900000000001"),
        (check_account, "40702A10900000000001", "40702A10900000000001"),
        (check_email, " Buh@Romashka.RU ", "buh@romashka.ru"),
        (check_email, "a@b.ru", "a@b.ru"),
        (check_email, "i.ivanov+sklad@mail.romashka-plus.com", "i.ivanov+sklad@mail.romashka-plus.com"),
        (check_email, "почта@ромашка.рф", "почта@ромашка.рф"),
    ],
)
def test_a_right_code_is_stored_in_one_form(check: Check, typed: str, stored: str) -> None:
    assert check(typed) == stored


@pytest.mark.parametrize(
    ("check", "code", "typed", "says"),
    [
        (check_inn, "inn", "", "десять цифр"),
        (check_inn, "inn", "001234567", "десять цифр"),
        (check_inn, "inn", "00123456730", "десять цифр"),
        (check_inn, "inn", "O012345673", "десять цифр"),
        (check_inn, "inn", "٧٧٠٧٠٨٣٨٩٣", "десять цифр"),
        (check_inn, "inn", "0000000000", "десять цифр"),
        (check_inn, "inn", "0012345670", "не сходится"),
        (check_inn, "inn", "001234567888", "не сходится"),
        (check_inn, "inn", "001234567897", "не сходится"),
        (check_kpp, "kpp", "77070100", "девять знаков"),
        (check_kpp, "kpp", "7707ЯБ001", "девять знаков"),
        (check_bik, "bik", "04000099", "девять цифр"),
        (check_bik, "bik", "000000000", "девять цифр"),
        (check_account, "account", "4070281090000000000", "двадцать цифр"),
        (check_account, "account", "40702Z10900000000001", "двадцать цифр"),
        (check_email, "email", "", "адрес"),
        (check_email, "email", "buh.romashka.ru", "адрес"),
        (check_email, "email", "buh@romashka", "адрес"),
        (check_email, "email", "buh@@romashka.ru", "адрес"),
        (check_email, "email", "bu..h@romashka.ru", "адрес"),
        (check_email, "email", ".buh@romashka.ru", "адрес"),
        (check_email, "email", "buh.@romashka.ru", "адрес"),
        (check_email, "email", "buh@-romashka.ru", "адрес"),
        (check_email, "email", "buh@romashka.ru\nBcc: all@romashka.ru", "адрес"),
        (check_email, "email", "[no-reply@x.ru]", "адрес"),
        (check_email, "email", f"{'a' * 60}@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.ru", "адрес"),
    ],
)
def test_a_wrong_code_is_refused_with_the_reason(check: Check, code: str, typed: str, says: str) -> None:
    with pytest.raises(Refusal, match=says) as refused:
        check(typed)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("account", "bik"),
    [
        (CORRESPONDENT, BIK),
        ("40702810900000000002", BIK),
        ("40702A10800000000009", BIK),
        ("40702810900000000001", "040000001"),
        ("03100643000000000000", "000000988"),
        ("40102810000000000000", "000000988"),
    ],
)
def test_an_account_fits_its_bank(account: str, bik: str) -> None:
    assert check_account(account, bik) == account


@pytest.mark.parametrize("account", ["30101810400000000906", "40702810900000000003", "40702A10900000000002"])
def test_an_account_of_another_bank_is_refused(account: str) -> None:
    with pytest.raises(Refusal, match="не подходит к этому БИК"):
        check_account(account, BIK)


def test_a_wrong_bik_is_refused_as_a_bik() -> None:
    with pytest.raises(Refusal) as refused:
        check_account(CORRESPONDENT, "04000099")
    assert refused.value.code == "bik"


@given(place=st.integers(0, 9), step=st.integers(1, 9))
def test_a_slip_of_one_digit_of_this_inn_is_seen(place: int, step: int) -> None:
    slipped = f"{FIRM[:place]}{(int(FIRM[place]) + step) % 10}{FIRM[place + 1 :]}"
    with pytest.raises(Refusal):
        check_inn(slipped)


@given(
    check=st.sampled_from([check_inn, check_kpp, check_bik, check_account, check_email]),
    text=st.text() | st.text(alphabet="0123456789", max_size=21) | st.emails(),
)
def test_no_text_is_more_than_a_code_or_a_refusal(check: Check, text: str) -> None:
    code = check.__name__.removeprefix("check_")
    try:
        found = check(text)
    except Refusal as refusal:
        found = refusal.code
    assert found == code or check(found) == found
