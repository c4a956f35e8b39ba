"""The first day with the firm's own data: clients and their invoices come in from two spreadsheets with odd columns."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cs_workbench.connectors.register_import import inputs_of, load, look
from cs_workbench.kernel.action import Done
from cs_workbench.kernel.errors import Refusal
from tests.connectors.spreadsheets import inn, text, xlsx
from tests.desk import Desk

CLIENTS = 300


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty desk on Tuesday 24 November 2026."""
    here = Desk(tmp_path)
    yield here
    here.close()


def people(folder: Path) -> Path:
    """1C's list as XLSX: a heading of two rows, titles on the fifth, telephones as numbers, INN and KPP in one cell."""
    titles = ("№ п/п", "Рабочее наименование", "ИНН / КПП", "Моб. телефон", "Основной менеджер", "Контактные лица")
    rows: list[tuple[Any, ...]] = [("Контрагенты на 24.11.2026",), (), ("Отбор: покупатели",), (), titles]
    for number in range(1, CLIENTS + 1):
        code = f"{inn(number)}/770701001" if number % 3 else inn(number)
        manager = "Иванова И." if number % 10 else None
        rows.append((number, f'ООО "Клиент {number}"', code, 79160000000.0 + number, manager, f"Мария {number}"))
    rows.append((None, "Итого: 300"))
    return xlsx(folder / "контрагенты.xlsx", rows, merged="A1:F1")


def bills(folder: Path) -> Path:
    """An accountant's own table in cp1251: every other name with other quotes, dates and sums as she typed them."""
    titles = ("Бумага", "Когда выписали", "Сколько", "Кто платит", "Крайний день")
    rows: list[tuple[Any, ...]] = [("Счета за ноябрь", "", "", "", ""), titles]
    for number in range(1, CLIENTS + 1):
        name = f"ООО «Клиент {number}»" if number % 2 else f'"ООО ""Клиент {number}"""'
        when = "16.11.2026" if number % 2 else "16.11.2026 9:30:00"
        rows.append((f"0000-{number:06d}", when, f"{20 + number % 7} 800,00", name, "30.11.2026"))
    rows.append(("Итого", "", "7 000 000,00", "", ""))
    return text(folder / "счета.csv", rows, encoding="cp1251")


def bring(desk: Desk, kind: str, path: Path, **columns: str) -> Done:
    """Load a register, its odd columns named."""
    named = {title.replace("_", " "): field for title, field in columns.items()}
    file, _ = desk.bench.read(load, kind, path, named)
    return desk.bench.perform(file.register.action, inputs_of(file))


BILLS = {
    "Бумага": "number",
    "Когда_выписали": "issued_on",
    "Сколько": "sum",
    "Кто_платит": "client",
    "Крайний_день": "due_on",
}


def test_two_spreadsheets_become_a_desk(desk: Desk, tmp_path: Path) -> None:
    empty = desk.snapshot()
    assert bring(desk, "clients", people(tmp_path)).message == "Добавлено: 300 клиентов."
    ninth = desk.show("client", 9)
    assert (ninth["inn"], ninth["kpp"], ninth["phone"]) == (inn(9), None, "+79160000009")
    assert Counter(row["state"] for row in desk.rows("client")) == {"assigned": 270, "unassigned": 30}
    assert len(desk.rows("contact")) == 300

    path = bills(tmp_path)
    file, nothing = desk.bench.read(look, "invoices", path)
    assert nothing is None
    assert file.missing == ("клиент или ИНН", "номер", "дата", "сумма")
    with pytest.raises(Refusal, match="«Бумага», «Когда выписали», «Сколько», «Кто платит», «Крайний день»"):
        desk.bench.read(load, "invoices", path)
    assert bring(desk, "invoices", path, **BILLS).message == "Добавлено: 300 счетов."
    owed = sum((20 + number % 7) * 1000 + 800 for number in range(1, CLIENTS + 1))
    assert sum(row["sum"] for row in desk.rows("invoice")) == owed * 100

    desk.undo()
    desk.undo()
    assert desk.snapshot() == empty


def test_the_same_two_files_next_morning_change_nothing_and_ask_nothing(desk: Desk, tmp_path: Path) -> None:
    bring(desk, "clients", people(tmp_path))
    bring(desk, "invoices", bills(tmp_path), **BILLS)
    desk.at("2026-11-25T09:00")
    before = desk.snapshot()
    for kind, path in (("clients", people(tmp_path)), ("invoices", bills(tmp_path))):
        file, tally = desk.bench.read(look, kind, path)
        assert file.missing == ()
        assert tally is not None
        assert (tally.create, tally.update, tally.unchanged, tally.rejected) == (0, 0, 300, [])
        assert desk.bench.perform(file.register.action, inputs_of(file)).entry == 0
    assert desk.snapshot() == before


def test_no_morning_has_more_than_five_first_talks(desk: Desk, tmp_path: Path) -> None:
    bring(desk, "clients", people(tmp_path))
    assert "NP-EMPTY" not in desk.rules()
    desk.at("2026-11-25T09:00")
    assert desk.rules().count("NP-EMPTY") == 5


def test_a_payment_then_closes_an_invoice_that_came_from_the_file(desk: Desk, tmp_path: Path) -> None:
    bring(desk, "clients", people(tmp_path))
    bring(desk, "invoices", bills(tmp_path), **BILLS)
    paid = {"on": "2026-11-23", "sum": "21800", "inn": inn(1), "purpose": "Оплата по счёту № 0000-000001 от 16.11.2026"}
    desk.do("billing.import_statement", lines=[paid])
    assert desk.show("invoice", 1)["state"] == "paid"
    again = bring(desk, "invoices", bills(tmp_path))
    assert again.entry == 0


def test_a_new_sum_in_the_list_changes_the_invoice_and_the_paid_one_is_left(desk: Desk, tmp_path: Path) -> None:
    bring(desk, "clients", people(tmp_path))
    bring(desk, "invoices", bills(tmp_path), **BILLS)
    desk.do("billing.record_payment", client=1, sum="21800", paid_on="23.11", invoice=1)
    path = bills(tmp_path)
    path.write_bytes(path.read_bytes().replace("21 800,00".encode("cp1251"), "99 000,50".encode("cp1251")))
    done = bring(desk, "invoices", path)
    changed = sum(1 for number in range(1, CLIENTS + 1) if number % 7 == 1)
    assert done.message == f"Изменено: {changed - 1}; без изменений: {CLIENTS - changed}; не загружено: 1."
    assert desk.show("invoice", 1)["sum"] == 2_180_000
    assert desk.show("invoice", 8)["sum"] == 9_900_050
