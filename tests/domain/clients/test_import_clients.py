"""A register of clients: who is new, who is known, what is filled and what is never emptied (rows 1.1, 20.1)."""

from collections import Counter
from datetime import date
from typing import Any

import pytest

from cs_workbench.kernel.action import Done
from tests.desk import Desk

INN, OTHER = "7707083893", "7728168971"
Line = dict[str, Any]


def load(desk: Desk, *lines: Line) -> Done:
    """Load a register."""
    return desk.do("clients.import_clients", lines=list(lines))


def card(desk: Desk, number: int = 1) -> Line:
    """The card of a client."""
    return desk.show("client", number)


def test_a_new_client_has_its_person_and_its_site(desk: Desk) -> None:
    line = {
        "name": "ООО Ромашка",
        "inn": INN,
        "phone": "8 495 123-45-67",
        "email": "Buh@Romashka.ru",
        "manager": "Иванова",
    }
    contact = {"contact": "Мария Котова", "contact_role": "бухгалтер", "contact_phone": "89162220001"}
    done = desk.there_and_back("clients.import_clients", lines=[{**line, **contact, "address": "Москва, Лесная, 1"}])
    assert done.message == "Добавлено: 1 клиент."
    assert {name: card(desk)[name] for name in ("phone", "email", "manager", "state")} == {
        "phone": "+74951234567",
        "email": "buh@romashka.ru",
        "manager": "Иванова",
        "state": "assigned",
    }
    assert [(row["name"], row["phone"], row["primary"]) for row in desk.rows("contact")] == [
        ("Мария Котова", "+79162220001", True)
    ]
    assert [(row["address"], row["state"], row["ask_on"]) for row in desk.rows("site")] == [
        ("Москва, Лесная, 1", "unknown", None)
    ]


def test_the_same_register_again_writes_no_entry(desk: Desk) -> None:
    lines = [{"name": "Ромашка", "inn": INN, "contact": "Мария", "address": "Лесная, 1"}, {"name": "Весна"}]
    load(desk, *lines)
    before = desk.snapshot()
    done = load(desk, *lines)
    assert (done.entry, done.message) == (0, "Ничего нового: 2 строки уже в базе.")
    assert desk.snapshot() == before


def test_three_hundred_new_clients_are_asked_about_five_on_a_business_day(desk: Desk) -> None:
    load(desk, *({"name": f"Клиент {number}"} for number in range(300)))
    days = Counter(row["needs_ask_on"] for row in desk.rows("client"))
    assert set(days.values()) == {5}
    assert min(days) == date(2026, 11, 25)
    assert all(desk.bench.calendar.is_business(day) for day in days)


def test_days_that_are_full_of_first_talks_are_passed_by(desk: Desk) -> None:
    load(desk, *({"name": f"Клиент {number}"} for number in range(7)))
    load(desk, *({"name": f"Ещё {number}"} for number in range(4)))
    assert [row["needs_ask_on"].day for row in desk.rows("client")] == [25] * 5 + [26] * 5 + [27]


@pytest.mark.parametrize(
    ("known", "line"),
    [
        ({"name": "Ромашка", "inn": INN}, {"name": "Ромашка-Плюс", "inn": INN}),
        ({"name": "Ромашка", "inn": INN, "kpp": "770701001"}, {"name": "Ромашка", "inn": INN}),
        ({"name": "Ромашка", "inn": INN}, {"name": "Ромашка", "inn": INN, "kpp": "770701001"}),
        ({"name": "ООО «Ромашка»"}, {"name": 'ооо "ромашка"'}),
        ({"name": "Ромашка"}, {"name": "Ромашка", "inn": INN}),
        ({"name": "Ромашка", "phone": "89161234567"}, {"name": "Ромашка Плюс", "phone": "+7 (916) 123-45-67"}),
    ],
    ids=["inn", "inn without kpp", "kpp learnt", "name in other quotes", "inn learnt", "phone"],
)
def test_a_known_client_is_found(desk: Desk, known: Line, line: Line) -> None:
    desk.do("clients.add", **known)
    load(desk, line)
    assert len(desk.rows("client")) == 1


@pytest.mark.parametrize(
    ("known", "line", "told"),
    [
        (
            {"name": "А", "inn": INN, "kpp": "770701001"},
            {"name": "А", "inn": INN, "kpp": "780101001"},
            "отдельный филиал",
        ),
        ({"name": "Ромашка", "inn": INN}, {"name": "Ромашка", "inn": OTHER}, "с другим ИНН уже есть"),
        (
            {"name": "А", "inn": INN, "phone": "89161234567"},
            {"name": "Б", "inn": OTHER, "phone": "89161234567"},
            "уже есть у",
        ),
    ],
)
def test_another_client_that_is_like_a_known_one_is_added_and_told(
    desk: Desk, known: Line, line: Line, told: str
) -> None:
    desk.do("clients.add", **known)
    done = load(desk, line)
    assert len(desk.rows("client")) == 2
    assert any(told in warning for warning in done.warnings)


def test_a_branch_is_found_by_its_kpp(desk: Desk) -> None:
    branches = [{"name": "А", "inn": INN, "kpp": kpp} for kpp in ("770701001", "780101001")]
    load(desk, *branches)
    load(desk, {**branches[1], "phone": "89161234567"})
    assert [row["phone"] for row in desk.rows("client")] == [None, "+79161234567"]


def test_what_the_file_says_changes_the_card_and_what_it_leaves_empty_stays(desk: Desk) -> None:
    desk.do("clients.add", name="Ромашка", inn=INN, phone="89161234567", email="a@b.ru", source="сайт")
    done = load(desk, {"name": "Ромашка", "inn": INN, "phone": "89160000000", "email": "", "manager": "Иванова"})
    assert done.message == "Изменено: 1."
    found = card(desk)
    assert (found["phone"], found["email"], found["source"]) == ("+79160000000", "a@b.ru", "сайт")
    assert (found["manager"], found["state"]) == ("Иванова", "assigned")


def test_two_lines_of_one_client_are_one_client_with_two_people(desk: Desk) -> None:
    done = load(
        desk,
        {"name": "Ромашка", "inn": INN, "contact": "Мария"},
        {"name": "Ромашка", "inn": INN, "contact": "Пётр", "phone": "89161234567"},
    )
    assert done.message == "Добавлено: 1 клиент; изменено: 1."
    assert [row["primary"] for row in desk.rows("contact")] == [True, False]
    assert card(desk)["phone"] == "+79161234567"


def test_a_person_is_known_by_name_or_without_one_by_telephone(desk: Desk) -> None:
    load(desk, {"name": "Ромашка", "phone": "84951234567", "contact": "Мария", "contact_phone": "89161234567"})
    load(desk, {"name": "Ромашка", "contact": "мария", "contact_role": "бухгалтер"})
    load(desk, {"name": "Ромашка", "phone": "84951234567", "contact_phone": "89161234567", "contact_email": "m@r.ru"})
    assert [(row["name"], row["role"], row["email"]) for row in desk.rows("contact")] == [
        ("Мария", "бухгалтер", "m@r.ru")
    ]


def test_a_telephone_of_nobody_is_the_firms(desk: Desk) -> None:
    load(desk, {"name": "Ромашка", "contact_phone": "89161234567"})
    assert card(desk)["phone"] == "+79161234567"
    assert desk.rows("contact") == []


def test_a_site_is_known_by_name_and_gets_its_address(desk: Desk) -> None:
    load(desk, {"name": "Ромашка", "site": "Въезд"})
    load(desk, {"name": "Ромашка", "site": "въезд", "address": "Лесная, 1"})
    load(desk, {"name": "Ромашка", "address": "лесная, 1"})
    assert [(row["name"], row["address"]) for row in desk.rows("site")] == [("Въезд", "Лесная, 1")]


def test_of_several_telephones_in_a_cell_the_first_that_is_one_is_taken(desk: Desk) -> None:
    load(desk, {"name": "Ромашка", "phone": "12-34; 8 916 123-45-67, 8 495 123-45-67"})
    load(desk, {"name": "Весна", "phone": "8 495 123-45-67, доб. 12"})
    assert [row["phone"] for row in desk.rows("client")] == ["+79161234567", "+74951234567;ext=12"]


@pytest.mark.parametrize(
    ("line", "field", "code"),
    [
        ({"name": "А", "inn": "123"}, "inn", "inn"),
        ({"name": "А", "kpp": "1"}, "kpp", "kpp"),
        ({"name": "А", "phone": "12345"}, "phone", "phone"),
        ({"name": "А", "email": "почта"}, "email", "email"),
        ({"inn": INN}, "name", "required"),
        ({"name": "А", "unknown": "1"}, "unknown", "invalid"),
    ],
)
def test_one_bad_line_does_not_stop_the_rest(desk: Desk, line: Line, field: str, code: str) -> None:
    done = load(desk, {"name": "Весна"}, line, {"name": "Лето"})
    assert [row["name"] for row in desk.rows("client")] == ["Весна", "Лето"]
    assert done.message == "Добавлено: 2 клиента; не загружено: 1."
    assert any(warning.startswith("Строка 2: ") for warning in done.warnings)


@pytest.mark.parametrize("by", ["name", "inn"])
def test_a_line_that_fits_two_clients_is_left_out(desk: Desk, by: str) -> None:
    for _ in range(2):
        desk.do("clients.add", name="Ромашка", confirm=True)
    if by == "inn":
        desk.do("clients.edit", client=1, inn=INN, kpp="770701001", confirm=True)
        desk.do("clients.edit", client=2, inn=INN, kpp="780101001", confirm=True)
    before = desk.snapshot()
    done = load(desk, {"name": "Ромашка", **({"inn": INN} if by == "inn" else {})})
    assert "несколько" in done.warnings[0]
    assert desk.snapshot() == before


def test_very_many_remarks_are_counted_not_told_one_by_one(desk: Desk) -> None:
    done = load(desk, *({"name": f"Клиент {number}", "inn": "1"} for number in range(50)))
    assert len(done.warnings) == 21
    assert done.warnings[-1] == "И ещё 30 строк не загружено."


@pytest.mark.parametrize("lines", ["[", "{}", "[1]", '"а"'])
def test_what_is_no_list_of_lines_is_refused(desk: Desk, lines: str) -> None:
    assert desk.refused("clients.import_clients", lines=lines).code == "lines"
