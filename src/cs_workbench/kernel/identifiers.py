"""Codes that tell firms, banks and mailboxes apart, checked by their own digits before they are stored.

`fields.py` and the bank's connector use them. The sums are those of the tax service and the Bank of Russia
(connectors 10.2).
"""

import re

from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.text import clean_line

_INN_10 = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_11 = (7, *_INN_10)
_INN_12 = (3, *_INN_11)
_KEY = (7, 1, 3)
_CLEARING = str.maketrans("ABCEHKMPTX", "0123456789")
_TREASURY = ("0", "40102")
_EMAIL = r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{0,61}[^\W_]"


def _code(text: str) -> str:
    """The code alone: no spaces inside, capitals."""
    return re.sub(r"\s", "", clean_line(text)).upper()


def _digits(code: str, length: int) -> bool:
    return re.fullmatch(f"[0-9]{{{length}}}", code) is not None and int(code) > 0


def _inn_digit(inn: str, weights: tuple[int, ...]) -> bool:
    place = len(weights)
    total = sum(weight * int(digit) for weight, digit in zip(weights, inn[:place], strict=True))
    return total % 11 % 10 == int(inn[place])


def check_inn(text: str) -> str:
    """A firm's ten digits or a person's twelve, their check digits right. Raises Refusal "inn"."""
    inn = _code(text)
    if not (_digits(inn, 10) or _digits(inn, 12)):
        raise Refusal("inn", "В ИНН десять цифр у организации и двенадцать у предпринимателя.")
    good = _inn_digit(inn, _INN_10) if len(inn) == 10 else _inn_digit(inn, _INN_11) and _inn_digit(inn, _INN_12)
    if not good:
        raise Refusal("inn", "Контрольная цифра ИНН не сходится: проверьте, нет ли опечатки.")
    return inn


def check_kpp(text: str) -> str:
    """Nine characters, the fifth and sixth may be Latin letters; no check digit. Raises Refusal "kpp"."""
    kpp = _code(text)
    if not re.fullmatch("[0-9]{4}[0-9A-Z]{2}[0-9]{3}", kpp):
        raise Refusal("kpp", "В КПП девять знаков, например 770701001.")
    return kpp


def check_bik(text: str) -> str:
    """A bank's nine digits. Raises Refusal "bik"."""
    bik = _code(text)
    if not _digits(bik, 9):
        raise Refusal("bik", "В БИК девять цифр, например 044525225.")
    return bik


def check_account(text: str, bik: str | None = None) -> str:
    """Twenty characters: digits, the sixth may be a letter of a clearing currency. Raises Refusal "account".

    With the bank's BIK the key is checked too; the treasury's accounts pass, their keys follow other rules.
    """
    account = _code(text)
    if not re.fullmatch("[0-9]{5}[0-9ABCEHKMPTX][0-9]{14}", account):
        raise Refusal("account", "В номере счёта двадцать цифр.")
    if bik is not None and not account.startswith(_TREASURY) and not _key_fits(account, check_bik(bik)):
        raise Refusal("account", "Номер счёта не подходит к этому БИК: проверьте оба, нет ли опечатки.")
    return account


def _key_fits(account: str, bik: str) -> bool:
    """Whether the key is right; correspondent accounts and settlement centres use the centre's number."""
    of_centre = account.startswith("301") or bik.endswith(("000", "001", "002"))
    bank = "0" + bik[4:6] if of_centre else bik[-3:]
    digits = bank + account.translate(_CLEARING)
    return sum(int(digit) * _KEY[n % 3] for n, digit in enumerate(digits)) % 10 == 0


def check_email(text: str) -> str:
    """An address in lower case; Cyrillic domains are addresses too. Raises Refusal "email"."""
    email = clean_line(text).lower()
    local, _, _ = email.partition("@")
    if (
        len(email) > 254
        or not re.fullmatch(_EMAIL, email)
        or ".." in local
        or local.startswith(".")
        or local.endswith(".")
    ):
        raise Refusal("email", "Это не похоже на адрес почты: нужен адрес вида buh@firma.ru.")
    return email
