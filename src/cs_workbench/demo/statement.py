"""A statement for the user to try on the demo: a file in 1CClientBankExchange that closes invoices, some with doubts.

Which invoices, the demo's database says; the file lies beside it. `connectors/bank_file` reads what is written here.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select
from sqlmodel import col

from cs_workbench.connectors.file_names import statement_beside
from cs_workbench.demo.bank import OUR_ACCOUNT, OUR_BANK, OUR_INN, OUR_NAME, account_of
from cs_workbench.demo.plan import ANOTHER
from cs_workbench.domain.billing.records import BankImport, Invoice
from cs_workbench.domain.clients.records import Client
from cs_workbench.domain.collection.records import Promise, PromiseState
from cs_workbench.domain.performer import Performer
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.today import Today
from cs_workbench.storage.driver import create_private
from cs_workbench.storage.unit import Read

CLOSED, HALVES = 12, 2
OPENING = Money.rubles(1_250_000)
FEE = Money.rubles(190)


class Owed(NamedTuple):
    """An invoice that a client owes something on."""

    client: int
    name: str
    inn: str
    number: str
    issued_on: date
    rest: Money


class Paid(NamedTuple):
    """A document of the file: who pays how much, and what is written; what the bank takes has no payer."""

    payer: str
    inn: str
    sum: Money
    purpose: str


def write_statement(db: Path, today: Today) -> Path:
    """Write `<name>-bank.txt` beside a demo database and give its path; an older one is replaced.

    It goes on from the last loaded day to yesterday. Most lines close an invoice by its number; beside them there are
    parts, a payment for two invoices, one without a number that fits two, one by another firm, an unknown payer, and
    the bank's fee.
    """
    performer = Performer(str(db))
    with performer.reading(today) as read:
        owed, promised, covered = _owed(read), _promised(read), _covered(read)
    performer.close()
    last = today.today - timedelta(days=1)
    first = min(last, covered + timedelta(days=1)) if covered else last
    on = max(first, today.calendar.prev_bd(last))
    path = statement_beside(db)
    documents = list(_documents(owed, promised))
    path.unlink(missing_ok=True)
    create_private(path)
    path.write_bytes(_file(documents, first, last, on).encode("cp1251"))
    return path


def _owed(read: Read) -> list[Owed]:
    """Numbered open invoices, the oldest due first."""
    wanted = (
        select(Invoice, Client)
        .join(Client, col(Client.id) == col(Invoice.client_id))
        .where(col(Invoice.open), col(Invoice.number).is_not(None), col(Client.inn).is_not(None))
        .order_by(col(Invoice.due_on), col(Invoice.id))
    )
    return [
        Owed(
            client.id,
            client.name,
            client.inn or "",
            invoice.number or "",
            invoice.issued_on,
            invoice.sum - invoice.paid,
        )
        for invoice, client in read.session.execute(wanted)
    ]


def _promised(read: Read) -> set[int]:
    """Clients who promised to pay by today."""
    wanted = select(col(Promise.client_id)).where(
        col(Promise.state) == PromiseState.OPEN, col(Promise.on) == read.day.today
    )
    return set(read.all(wanted))


def _covered(read: Read) -> date | None:
    """The last day of the loaded statements."""
    return read.session.scalar(select(func.max(col(BankImport.covers_to))))


def _documents(owed: Sequence[Owed], promised: set[int]) -> Iterator[Paid]:
    by_client: dict[int, list[Owed]] = {}
    for one in owed:
        by_client.setdefault(one.client, []).append(one)
    single = [found[0] for found in by_client.values() if len(found) == 1]
    several = [found for client, found in by_client.items() if len(found) > 1 and client not in promised]
    twins = [found for found in several if found[0].rest == found[1].rest]
    for one in single[:CLOSED]:
        yield _whole(one)
    for client in sorted(promised & by_client.keys()):
        yield _whole(by_client[client][0])
    for one in single[CLOSED : CLOSED + HALVES]:
        yield Paid(one.name, one.inn, Money(one.rest // 2), f"Частичная оплата по {_named(one)}")
    for found in [found for found in several if found not in twins[:1]][:1]:
        names = f"Оплата по счетам № {found[0].number}, № {found[1].number}. НДС не облагается"
        yield Paid(found[0].name, found[0].inn, Money(found[0].rest + found[1].rest), names)
    for found in twins[:1]:
        yield Paid(found[0].name, found[0].inn, found[0].rest, "Абонентская плата. НДС не облагается")
    for one in single[CLOSED + HALVES :][:1]:
        yield Paid("ООО «Платим за других»", ANOTHER, one.rest, f"Оплата за {one.name} по {_named(one)}")
    yield Paid("Громова Нина Павловна", "", Money.rubles(2_350), "Оплата услуг")
    yield Paid("", "", FEE, "Комиссия за ведение счёта")


def _whole(one: Owed) -> Paid:
    return Paid(one.name, one.inn, one.rest, f"Оплата по {_named(one)}. НДС не облагается")


def _named(one: Owed) -> str:
    return f"счёту № {one.number} от {day_text(one.issued_on)}"


def _file(documents: Sequence[Paid], first: date, last: date, on: date) -> str:
    income = Money(sum(paid.sum for paid in documents if paid.payer))
    expense = Money(sum(paid.sum for paid in documents if not paid.payer))
    period = [("ДатаНачала", day_text(first)), ("ДатаКонца", day_text(last))]
    sums = (OPENING, income, expense, Money(OPENING + income - expense))
    names = ("НачальныйОстаток", "ВсегоПоступило", "ВсегоСписано", "КонечныйОстаток")
    account = [
        *period,
        ("РасчСчет", OUR_ACCOUNT),
        *((name, sum.plain()) for name, sum in zip(names, sums, strict=True)),
    ]
    head = [("ВерсияФормата", "1.03"), ("Кодировка", "Windows"), ("Отправитель", OUR_BANK)]
    lines = ["1CClientBankExchange", *_fields([*head, *period, ("РасчСчет", OUR_ACCOUNT)])]
    lines += ["СекцияРасчСчет", *_fields(account), "КонецРасчСчет"]
    for number, paid in enumerate(documents, 401):
        lines += ["СекцияДокумент=Платежное поручение", *_fields(_document(number, paid, on)), "КонецДокумента"]
    return "\r\n".join([*lines, "КонецФайла", ""])


def _document(number: int, paid: Paid, on: date) -> list[tuple[str, str]]:
    """Income from a payer, or what the bank takes from us."""
    day = day_text(on)
    told = [("Номер", str(number)), ("Дата", day), ("Сумма", paid.sum.plain())]
    we, they = (OUR_ACCOUNT, OUR_INN, OUR_NAME), (account_of(paid.inn or str(number)), paid.inn, paid.payer)
    payer, receiver = (they, we) if paid.payer else (we, (account_of("7"), "", OUR_BANK))
    dates = ("", day) if paid.payer else (day, "")
    return [
        *told,
        *_side("Плательщик", payer, "ДатаСписано", dates[0]),
        *_side("Получатель", receiver, "ДатаПоступило", dates[1]),
        ("НазначениеПлатежа", paid.purpose),
    ]


def _side(side: str, who: tuple[str, str, str], date_name: str, day: str) -> list[tuple[str, str]]:
    account, inn, name = who
    return [(f"{side}Счет", account), (date_name, day), (f"{side}ИНН", inn), (f"{side}1", name)]


def _fields(pairs: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{name}={value}" for name, value in pairs]
