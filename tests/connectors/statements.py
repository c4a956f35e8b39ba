"""Makes bank statements in 1CClientBankExchange, of any size, in every encoding of banks. All is invented.

`encoded(statement([income("1000.00"), expense()]), "cp866")` is what a bank would send.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

OURS = "40702810000000000001"
OURS_TOO = "40702810000000000002"
CLIENT = "40702810000000000100"
BANK = "30102810000000000200"
OUR_INN = "7700000001"
CLIENT_INN = "7700000100"
ENCODINGS = ("cp1251", "cp866", "utf-8", "utf-8-sig")
FIRST_DAY = date(2026, 11, 2)

Fields = Mapping[str, str]


def document(kind: str = "Платежное поручение", /, **fields: str) -> str:
    """One document with the fields given, in their order; of no kind its section has no value."""
    begin = f"СекцияДокумент={kind}" if kind else "СекцияДокумент"
    return "\n".join([begin, *(f"{key}={value}" for key, value in fields.items()), "КонецДокумента"])


def income(amount: str = "24800.00", /, day: str = "16.11.2026", **fields: str) -> str:
    """A client's payment to our account; `fields` add to it or take the place of its own."""
    own: dict[str, str] = {
        "Номер": "17",
        "Дата": day,
        "Сумма": amount,
        "ПлательщикСчет": CLIENT,
        "ДатаСписано": "",
        "ПлательщикИНН": CLIENT_INN,
        "Плательщик1": "ООО «Северный ёж»",
        "ПолучательСчет": OURS,
        "ДатаПоступило": day,
        "ПолучательИНН": OUR_INN,
        "Получатель1": "ООО «Наш сервис»",
        "НазначениеПлатежа": "Оплата по сч. № 41 от 15.11.2026 за обслуживание. НДС не облагается",
    }
    return document(**{**own, **fields})


def expense(amount: str = "500.00", /, day: str = "16.11.2026", **fields: str) -> str:
    """The bank's fee, or whatever else leaves our account."""
    own: dict[str, str] = {
        "Номер": "300",
        "Дата": day,
        "Сумма": amount,
        "ПлательщикСчет": OURS,
        "ДатаСписано": day,
        "ПлательщикИНН": OUR_INN,
        "Плательщик1": "ООО «Наш сервис»",
        "ПолучательСчет": BANK,
        "ДатаПоступило": "",
        "ПолучательИНН": "7700000201",
        "Получатель1": "АО «Выдуманный банк»",
        "НазначениеПлатежа": "Комиссия за ноябрь",
    }
    return document(**{**own, **fields})


def transfer(amount: str = "100000.00", /, day: str = "16.11.2026", **fields: str) -> str:
    """Money from one own account to the other, as a bank tells it with both dates."""
    own: dict[str, str] = {
        "ПолучательСчет": OURS_TOO,
        "ДатаПоступило": day,
        "ПолучательИНН": OUR_INN,
        "Получатель1": "ООО «Наш сервис»",
        "НазначениеПлатежа": "Перевод собственных средств",
    }
    return expense(amount, day, **{**own, **fields})


def account_section(account: str = OURS, /, **fields: str) -> str:
    """What the bank says of an account: opening, received, spent, closing."""
    lines = [f"{key}={value}" for key, value in {"РасчСчет": account, **fields}.items()]
    return "\n".join(["СекцияРасчСчет", *lines, "КонецРасчСчет"])


def totals(opening: str, received: str, spent: str, closing: str) -> dict[str, str]:
    """The four sums of an account's section, by their names in the file."""
    return {
        "НачальныйОстаток": opening,
        "ВсегоПоступило": received,
        "ВсегоСписано": spent,
        "КонечныйОстаток": closing,
    }


def statement(
    documents: Iterable[str] = (),
    *,
    accounts: Sequence[str] = (OURS,),
    sections: Iterable[str] = (),
    header: Fields | None = None,
    end: bool = True,
    newline: str = "\r\n",
) -> str:
    """The text of a file: header, account sections, documents, and the last line unless `end` is false."""
    words = {
        "ВерсияФормата": "1.03",
        "Кодировка": "Windows",
        "Отправитель": "Выдуманный банк",
        "ДатаНачала": "16.11.2026",
        "ДатаКонца": "16.11.2026",
        **(header or {}),
    }
    lines = ["1CClientBankExchange", *(f"{key}={value}" for key, value in words.items())]
    lines += [f"РасчСчет={account}" for account in accounts]
    lines += [*sections, *documents, *(["КонецФайла"] if end else [])]
    return "\n".join([*lines, ""]).replace("\n", newline)


def encoded(text: str, encoding: str = "cp1251") -> bytes:
    """A file's bytes; what an encoding lacks (« and » in cp866) becomes a question mark, as with banks."""
    return text.encode(encoding, "replace")


def big_statement(lines: int, encoding: str = "cp1251") -> bytes:
    """A month of `lines` clients' payments, each with a number, a payer and a sum of its own."""
    documents = (
        income(
            f"{1000 + number}.{number % 100:02d}",
            day=(FIRST_DAY + timedelta(days=number % 28)).strftime("%d.%m.%Y"),
            Номер=str(number),
            ПлательщикСчет=f"4070281{number:013d}",
            ПлательщикИНН=f"77{number:08d}",
            Плательщик1=f"ООО «Клиент {number}»",
            НазначениеПлатежа=f"Оплата по счёту № {number} от 01.11.2026. Без налога (НДС)",
        )
        for number in range(1, lines + 1)
    )
    return encoded(statement(documents), encoding)
