"""A statement for the large database: most lines close an open invoice by its number, some leave room for doubt."""

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from cs_workbench.storage import driver
from tests.benchmarks.big_shape import NOW
from tests.connectors.statements import encoded, expense, income, statement

OPEN = """
SELECT client.name, client.inn, invoice.number, invoice.sum - invoice.paid
FROM invoice JOIN client ON client.id = invoice.client_id WHERE invoice.open = 1 ORDER BY invoice.id DESC
"""
DAY = f"{NOW:%d.%m.%Y}"


def write_statement(path: Path, base: Path, lines: int = 5_000) -> None:
    """Write a file of `lines` documents of the day of `NOW`, in cp1251, for a database of `big_base.py`.

    Of fifty lines 36 name the invoice, five name nothing but are of its sum, three pay a half, two are a stranger's,
    two another payer's, two the bank's fees.
    """
    connection = driver.connect(base, readonly=True)
    invoices = connection.execute(OPEN).fetchall()
    connection.close()
    header = {"ДатаНачала": DAY, "ДатаКонца": DAY}
    path.write_bytes(encoded(statement(islice(_documents(invoices), lines), header=header)))


def _documents(invoices: list[Any]) -> Iterator[str]:
    for place, (name, inn, number, rest) in enumerate(cycle(invoices)):
        told = {"Номер": str(place + 1), "ПлательщикИНН": inn, "Плательщик1": name}
        purpose = f"Оплата по счёту № {number} за обслуживание. НДС не облагается"
        part = place % 50
        if part < 36:
            yield income(_sum(rest), DAY, **told, НазначениеПлатежа=purpose)
        elif part < 41:
            yield income(_sum(rest), DAY, **told, НазначениеПлатежа="Абонентская плата за ноябрь")
        elif part < 44:
            yield income(_sum(rest // 2), DAY, **told, НазначениеПлатежа=purpose)
        elif part < 46:
            yield income(
                _sum(rest + 100), DAY, **{**told, "ПлательщикИНН": "7700000100"}, НазначениеПлатежа="По договору"
            )
        elif part < 48:
            yield income(_sum(rest), DAY, **{**told, "ПлательщикИНН": "7700000100"}, НазначениеПлатежа=purpose)
        else:
            yield expense(_sum(rest // 100), DAY, Номер=str(place + 1))


def _sum(kopecks: int) -> str:
    return f"{kopecks // 100}.{kopecks % 100:02d}"
