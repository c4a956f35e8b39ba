"""What a search found, as rows."""

import pytest

from cs_workbench.domain.search import Found
from cs_workbench.presentation.found import KIND_WORDS, found_row, new_rows, new_values


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (Found("name", 1, "Ромашка", "7707083893", "client", 1), ("название", "Ромашка", "ИНН 7707083893")),
        (Found("name", 1, "Ромашка", "", "client", 1), ("название", "Ромашка", "")),
        (
            Found("phone", 1, "Ромашка", "+79161234567;ext=12", "contact", 3, "Пётр"),
            ("телефон", "Ромашка", "+7 916 123-45-67 доб. 12, Пётр"),
        ),
        (
            Found("contact", 1, "Ромашка", "Пётр, директор", "contact", 3, "Пётр"),
            ("контакт", "Ромашка", "Пётр, директор"),
        ),
        (Found("invoice", 1, "Ромашка", "118", "invoice", 9), ("счёт", "Ромашка", "№ 118")),
        (Found("request", None, "", "цены", "request", 9), ("обращение", "незнакомый", "цены")),
    ],
)
def test_an_answer_is_a_row(found: Found, shown: tuple[str, ...]) -> None:
    row = found_row(found)
    assert row.cells == shown
    assert row.key == f"{found.kind}:{found.record}:{found.id}"


def test_every_kind_has_a_word() -> None:
    assert len(set(KIND_WORDS.values())) == len(KIND_WORDS)


@pytest.mark.parametrize(
    ("action", "text", "values"),
    [
        ("clients.add", "Ромашка", {"name": "Ромашка"}),
        ("clients.add", "8 916 123-45-67", {"phone": "8 916 123-45-67"}),
        ("requests.register", "8 916 123-45-67", {"phone": "8 916 123-45-67"}),
        ("requests.register", "не открывается", {"text": "не открывается"}),
        ("clients.add", "Дом 5", {"name": "Дом 5"}),
    ],
)
def test_what_was_not_found_stands_in_its_field(action: str, text: str, values: dict[str, str]) -> None:
    assert new_values(action, text) == values


def test_both_new_ones_are_offered() -> None:
    assert [row.key for row in new_rows("Ромашка")] == ["new:clients.add", "new:requests.register"]
