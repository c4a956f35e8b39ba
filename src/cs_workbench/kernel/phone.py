"""Telephone numbers: one stored form, `+79161234567` or `+74951234567;ext=12`, and the form that people read.

`fields.py` parses inputs with it, `presentation` shows numbers. Formatting is on the short start: no library.
"""

import re

from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.text import clean_line, fold

_TYPED = (
    r"(?:тел\w*[.:]? ?)?(?P<number>\+?[0-9 ().\u2010-\u2015\u2212-]+?)[ ,]*"
    r"(?:(?:доб\w*|доп\w*|вн\w*|ext|[#xх]|;ext=)[.:№ ]*(?P<ext>[0-9]{1,7}))?"
)
_MOBILE = r"(?:(?:\+?7|8) ?)?\(?(9[0-9]{2})\)?[ -]?([0-9]{3})[ -]?([0-9]{2})[ -]?([0-9]{2})"
_STORED = r"\+(?P<number>[0-9]+)(?:;ext=(?P<ext>[0-9]+))?"


def _refuse(advice: str) -> Refusal:
    return Refusal("phone", f"{advice}, например +7 916 123-45-67 или 8 495 123-45-67 доб. 12.")


def parse_phone(text: str) -> str:
    """The number in E.164, an extension after `;ext=`; no country means Russia, 8… is +7… (processes 2.0).

    Raises Refusal "phone" for what is no number or is not in use.
    """
    if mobile := re.fullmatch(_MOBILE, text):
        return f"+7{''.join(mobile.groups())}"  # what most registers hold, in a hundredth of the time

    import phonenumbers  # 60 ms: it must not be paid by a start that parses no telephone

    found = re.fullmatch(_TYPED, fold(clean_line(text)))
    if found is None:
        raise _refuse("Это не похоже на номер телефона: впишите цифры")
    try:
        number = phonenumbers.parse(found["number"], "RU")
    except phonenumbers.NumberParseException:
        raise _refuse("Это не похоже на номер телефона: впишите цифры") from None
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason == phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
        raise _refuse("В номере не хватает кода города")
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    # The library's list of Russian mobile codes is not always the newest: a whole number of one passes.
    if not (phonenumbers.is_valid_number(number) or re.fullmatch(r"\+79[0-9]{9}", e164)):
        raise _refuse("Такого номера нет: проверьте цифры")
    return f"{e164};ext={found['ext']}" if found["ext"] else e164


def phone_text(e164: str) -> str:
    """`+7 916 123-45-67`, «доб. 12» for an extension; foreign numbers and old notes stay as they are."""
    found = re.fullmatch(_STORED, e164)
    if found is None:
        return e164
    number = found["number"]
    if len(number) == 11 and number.startswith("7"):
        shown = f"+7 {number[1:4]} {number[4:7]}-{number[7:9]}-{number[9:]}"
    else:
        shown = f"+{number}"
    return f"{shown} доб. {found['ext']}" if found["ext"] else shown
