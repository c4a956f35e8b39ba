"""A register in words."""

from pathlib import Path

from cs_workbench.connectors.register_import import RegisterFile
from cs_workbench.domain.clients.registers.lines import Checked, Rejected
from cs_workbench.domain.clients.registers.telling import SHOWN, TOLD, Tally
from cs_workbench.presentation import registers

FILE = RegisterFile(
    "invoices",
    Path("/home/a/счета.xlsx"),
    ("Бумага", "", "Кому"),
    ("number", "", "client"),
    (("118", "119"), (), ("ООО Ромашка",)),
    ("дата", "сумма"),
    Checked(()),
)


def tally() -> Tally:
    """Two new, one that is known, one rejected."""
    found = Tally(rejected=[Rejected(9, "sum", "money", "Сумма не указана.")])
    found.note(5, "create", "№ 118", ["24 800 ₽", "от 18.11"])
    found.note(3, "unchanged", "№ 117")
    found.note(4, "create", "№ 116")
    return found


def test_the_headline_counts_what_there_is() -> None:
    assert registers.headline(tally()) == "добавит 2, без изменений 1, не возьмёт 1"
    assert registers.headline(Tally()) == "строк нет"


def test_lines_that_are_left_out_come_first_then_what_changes() -> None:
    rows = registers.preview_rows(FILE, tally())
    assert [row.cells for row in rows] == [
        ("9", "не взять", "Сумма", "Сумма не указана."),
        ("4", "новое", "№ 116", ""),
        ("5", "новое", "№ 118", "24 800 ₽; от 18.11"),
        ("3", "уже есть", "№ 117", ""),
    ]


def test_a_preview_shows_the_first_lines_of_each_kind_and_counts_all() -> None:
    found = Tally()
    for number in range(SHOWN + 50):
        found.note(number, "create", "№")
    assert (found.create, len(found.shown)) == (SHOWN + 50, SHOWN)


def test_remarks_of_one_kind_are_told_a_few_times_and_counted() -> None:
    found = Tally()
    for number in range(TOLD + 5):
        found.warn("paid", f"Строка {number}")
    assert len(found.remarks()) == TOLD + 1
    assert found.remarks()[-1] == "И ещё 5 замечаний того же рода."


def test_many_remarks_leave_room_in_the_head() -> None:
    found = tally()
    for number in range(6):
        found.warn(str(number), f"Замечание {number}")
    lines = registers.preview_head(FILE, found, 3)
    assert [line.text for line in lines[3:]] == ["Замечание 0", "Замечание 1", "и ещё 4 замечания: t/е — прочитать"]


def test_columns_say_what_they_are_read_as() -> None:
    rows = registers.mapping_rows(FILE, FILE.columns)
    assert [row.cells for row in rows] == [
        ("Бумага", "номер", "118 · 119"),
        ("без названия (2)", "не читать", ""),
        ("Кому", "клиент", "ООО Ромашка"),
    ]
    assert [line.text for line in registers.mapping_head(FILE, FILE.columns)][1:] == [
        "Нужны: клиент или ИНН, номер, дата, сумма",
        "Не хватает: дата, сумма",
    ]


def test_progress_counts_lines() -> None:
    assert registers.progress(500, 2000, 1000) == "Загружено 250 из 1000. Esc — остановить"
    assert registers.progress(2000, 2000, 1000) == "Записываем…"
