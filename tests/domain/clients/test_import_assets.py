"""A register of equipment: on which site, by which number, how many without one (row 1.5)."""

from datetime import date
from typing import Any

import pytest

from cs_workbench.kernel.action import Done
from tests.desk import Desk

INN = "7707083893"
BARRIER = {"client": "Ромашка", "site": "Въезд", "category": "Шлагбаум автоматический", "model": "G4040"}
CAMERA = {"client": "Ромашка", "site": "Въезд", "category": "камера", "model": "X1"}
Line = dict[str, Any]


@pytest.fixture(autouse=True)
def clients(desk: Desk) -> None:
    """Two clients."""
    desk.do("clients.add", name="Ромашка", inn=INN)
    desk.do("clients.add", name="Весна")


def load(desk: Desk, *lines: Line) -> Done:
    """Load a register."""
    return desk.do("clients.import_assets", lines=list(lines))


def test_equipment_stands_on_a_site_that_is_made_ready(desk: Desk) -> None:
    line = {
        **BARRIER,
        "vendor": "CAME",
        "serial": "АВ-12",
        "installed_on": "01.02.2025",
        "warranty_until": "01.02.2028",
    }
    done = desk.there_and_back("clients.import_assets", lines=[{**line, "address": "Лесная, 1"}])
    assert done.message == "Добавлено: 1 устройство."
    (site,), (asset,) = desk.rows("site"), desk.rows("asset")
    assert (site["name"], site["address"], site["state"], site["ask_on"]) == ("Въезд", "Лесная, 1", "ready", None)
    assert (asset["category"], asset["serial"], asset["serial_key"]) == ("barrier", "АВ-12", "AB12")
    assert (asset["client_id"], asset["site_id"], asset["warranty_until"]) == (1, 1, date(2028, 2, 1))


def test_the_same_register_again_writes_no_entry(desk: Desk) -> None:
    lines = [{**BARRIER, "serial": "AB12"}, CAMERA, CAMERA, {"inn": INN, "model": "Стойка"}]
    load(desk, *lines)
    before = desk.snapshot()
    assert load(desk, *lines).entry == 0
    assert desk.snapshot() == before


def test_pieces_without_a_number_are_counted(desk: Desk) -> None:
    load(desk, CAMERA, CAMERA)
    done = load(desk, CAMERA, CAMERA, CAMERA)
    assert done.message == "Добавлено: 1 устройство; без изменений: 2."
    assert len(desk.rows("asset")) == 3


def test_a_piece_is_known_by_its_number_in_other_letters_and_moves(desk: Desk) -> None:
    load(desk, {**BARRIER, "serial": "AB12"})
    done = load(desk, {**BARRIER, "serial": "ав 12", "site": "Выезд", "warranty_until": "01.02.2028"})
    assert done.message == "Изменено: 1."
    assert [(row["site_id"], row["warranty_until"]) for row in desk.rows("asset")] == [(2, date(2028, 2, 1))]


def test_a_number_twice_in_the_file_is_one_piece(desk: Desk) -> None:
    done = load(desk, {**BARRIER, "serial": "AB12"}, CAMERA, {**BARRIER, "serial": "AB12", "vendor": "CAME"})
    assert done.message == "Добавлено: 2 устройства; изменено: 1."
    assert [row["vendor"] for row in desk.rows("asset")] == ["CAME", None]


def test_without_a_site_it_stands_on_the_only_one_or_on_the_main_one(desk: Desk) -> None:
    load(desk, {**CAMERA, "site": ""}, {"client": "Весна", "category": "сервер"})
    assert [row["name"] for row in desk.rows("site")] == ["Основной объект", "Основной объект"]
    load(desk, {"client": "Весна", "category": "турникет"})
    assert len(desk.rows("site")) == 2


def test_a_thing_that_has_no_number_is_marked(desk: Desk) -> None:
    load(desk, {**CAMERA, "serial": "б/н"}, {**BARRIER, "serial": ""})
    assert [(row["unnumbered"], row["serial_key"]) for row in desk.rows("asset")] == [(True, None), (False, None)]


def test_a_warranty_that_is_over_is_told_of_no_more(desk: Desk) -> None:
    load(desk, {**CAMERA, "warranty_until": "01.02.2020"}, {**BARRIER, "warranty_until": "01.02.2028"})
    assert [row["warranty_told"] for row in desk.rows("asset")] == [True, False]


@pytest.mark.parametrize(
    ("word", "category"),
    [
        ("Шлагбаум CAME", "barrier"),
        ("турникет-трипод", "turnstile"),
        ("IP-камера", "camera"),
        ("Контроллер СКУД", "controller"),
        ("сервер", "server"),
        ("Вызывная панель", "intercom"),
        ("barrier", "barrier"),
        ("Стойка", "other"),
    ],
)
def test_a_russian_word_is_a_category(desk: Desk, word: str, category: str) -> None:
    load(desk, {"client": "Ромашка", "category": word})
    assert [row["category"] for row in desk.rows("asset")] == [category]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({**BARRIER, "client": "Никто"}, "Клиента «Никто» нет"),
        ({**BARRIER, "client": ""}, "Клиент не указан"),
        ({"client": "Ромашка", "site": "Въезд"}, "Не указано, что за оборудование"),
        ({**BARRIER, "installed_on": "01.02.2026", "warranty_until": "01.02.2025"}, "Гарантия кончается раньше"),
        ({**BARRIER, "warranty_until": "скоро"}, "без года или не дата"),
        ({**BARRIER, "client": "Весна", "serial": "AB12"}, "Серийный номер AB12 уже у клиента «Ромашка»"),
    ],
)
def test_one_bad_line_does_not_stop_the_rest(desk: Desk, line: Line, said: str) -> None:
    done = load(desk, {**BARRIER, "serial": "AB12"}, line, CAMERA)
    assert len(desk.rows("asset")) == 2
    assert any(said in warning for warning in done.warnings)
