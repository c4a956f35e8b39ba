"""A desk that has been lived at for a month: a record of every kind, on Tuesday 24 November 2026.

`live` passes every free text through `word`, so that tests can put what they like into each place where a person or a
bank writes.
"""

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from tests.desk import Desk
from tests.domain.billing.bank_rows import OURS, inn, row

Word = Callable[[str], str]

NOW = "2026-11-24T10:00"


def live(desk: Desk, word: Word = str) -> None:
    """October and November with four clients: who owes and promised, who pays, who disputes, who has nothing yet."""
    desk.at("2026-10-15T10:00")
    for number, name in enumerate(("Ромашка", "Берёзка", "Весна", "Тихий двор"), 1):
        _client(desk, word, number, name)
    desk.do("clients.add_colleague", name=word("Юля"), dept="law", phone="89160000009")
    desk.do("billing.add_own_account", account=OURS, bank=word("Банк"), org=word("Наша фирма"))
    for client in (1, 2, 3):
        fee = {"amount": f"{client}0000", "from_period": "2026-10"}
        desk.do("billing.open_subscription", client=client, **fee)
    _month(desk, word, "2026-10", "2026-10-15T11:00")
    _month(desk, word, "2026-11", "2026-11-16T11:00")
    _calls(desk, word)
    _money(desk, word)
    _queue(desk, word)


def _client(desk: Desk, word: Word, number: int, name: str) -> None:
    more = {"inn": inn(number), "manager": word("Анна"), "source": word("сайт"), "note": word("Парковка на 40 мест")}
    client = desk.new("client", "clients.add", name=word(name), phone=f"8916111000{number}", confirm=True, **more)
    person = {"name": word(f"Мария {number}"), "role": word("бухгалтер"), "phone": f"8916222000{number}"}
    desk.do("clients.add_contact", client=client, email=f"buh{number}@example.ru", **person)
    desk.do("clients.note", client=client, text=word("Звонить после 14"))
    desk.do("clients.log_talk", client=client, text=word("Просили прайс"), channel="mail")
    desk.do(
        "clients.sign_contract", client=client, number=word(f"Д-{number}"), on="2026-10-01", file=word("dogovor.pdf")
    )


def _month(desk: Desk, word: Word, period: str, moment: str) -> None:
    desk.at(moment)
    desk.do("billing.issue_run", period=period, confirm=True)
    for invoice in desk.rows("invoice"):
        if invoice["period"] == period:
            desk.do("billing.set_number", invoice=invoice["id"], number=word(f"{period[-2:]}/{invoice['client_id']}"))
            desk.do("billing.send_invoice", invoice=invoice["id"])


def _calls(desk: Desk, word: Word) -> None:
    desk.at("2026-11-19T12:00")
    kept = {"promise_on": "20.11", "promise_sum": "5000", "text": word("Обещал директор")}
    desk.do("collection.log_call", client=1, outcome="promised", **kept)
    desk.do("collection.log_call", client=3, outcome="disputes", text=word("Считает, что услуга не оказана"))
    desk.do("collection.log_call", client=2, outcome="no_answer")
    desk.at(NOW)


def _money(desk: Desk, word: Word) -> None:
    bill = {"issued_on": "2026-11-10", "sum": "7000", "kind": "one_off", "due_on": "2026-11-20"}
    desk.do("billing.add_invoice", client=4, number=word("Р-7"), **bill)
    gone = desk.new("invoice", "billing.add_invoice", client=4, number=word("Р-8"), **bill, confirm=True)
    desk.do("billing.cancel_invoice", invoice=gone, reason=word("Выставлен дважды"))
    paid = {"paid_on": "2026-11-23", "number": word("п/п 5"), "purpose": word("Предоплата")}
    desk.do("billing.record_payment", client=2, sum="90000", confirm=True, **paid)
    said = {"counterparty": word("ООО «Плательщик»"), "number": word("17")}
    lines = [
        row("10000", word("Оплата по договору"), payer=1, **said),
        row("777", word("Непонятный платёж"), counterparty=word("ООО «Чужой»"), number=word("18")),
        row("778", word("Возврат"), counterparty=word("ИП Возвратов"), number=word("19")),
    ]
    desk.do("billing.import_statement", lines=lines, file=word("kl_to_1c.txt"), warnings=[word("итог не сходится")])
    desk.do("billing.ignore_line", bank_line=3, reason=word("Возврат поставщика"))


def _queue(desk: Desk, word: Word) -> None:
    for text in ("Поздравить юриста", "Отложенное", "Закреплённое", "Ненужное"):
        desk.do("tasks.add", text=word(text), on="сегодня", client=2)
    desk.do("tasks.add", text=word("Ждём ответа"), confirm=True, on=None, client=4)
    desk.do("tasks.set_next", for_="task:5", waiting_for=word("директора"), expected_at="2026-11-24")
    desk.do("tasks.snooze", key="TASK:task:2:", until="пт 11:00", reason=word("ждём юристов"))
    desk.do("tasks.pin", key="TASK:task:3:")
    desk.do("tasks.mute", key="TASK:task:4:", reason=word("не наше"))
    letter = {"to": "buh1@example.ru", "subject": word("Счёт"), "text": word("Здравствуйте")}
    first = desk.new("outbox_message", "outbox.queue", **letter)
    desk.do("outbox.failed", outbox_message=first, reason=word("ящик переполнен"))
    desk.do("tasks.add", text=word("Лишнее"), on="завтра")
    desk.undo()


@cache
def _lived() -> Path:
    """The desk, made once in a process."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    desk = Desk(folder)
    live(desk)
    desk.close()
    return folder / "desk.db"


@contextmanager
def lived_desk(folder: Path, user: str = "manager") -> Iterator[Desk]:
    """A copy of it, to be changed; `manager` is who lived at it."""
    shutil.copy(_lived(), folder / "desk.db")
    desk = Desk(folder, user=user)
    yield desk
    desk.close()
