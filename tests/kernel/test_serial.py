"""Serial numbers compared as people read them aloud and type them."""

import pytest

from cs_workbench.kernel.serial import is_unnumbered, serial_key


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("АВ123", "AB123"),  # Cyrillic
        ("AB123", "AB123"),
        ("ав-12 3", "AB123"),
        ("ОО7", "007"),
        ("oo7", "007"),
        ("СЕРНМКТХУ", "CEPHMKTXY"),
        ("З5", "35"),
        ("№ 12/А", "12A"),
        ("S/N: 77-b", "77B"),
        ("зав. № 4", "4"),
        ("БД-1", "БД1"),  # letters without a twin stay
        ("б/н", ""),
        ("", ""),
    ],
)
def test_look_alike_letters_are_one(typed: str, key: str) -> None:
    assert serial_key(typed) == key


@pytest.mark.parametrize(
    "typed", ["б/н", "Б/Н", "б.н.", "бн", "б \\ н", "б/№", "без номера", "Нет", "—", "-", "№", "n/a"]
)
def test_a_thing_may_have_no_number(typed: str) -> None:
    assert is_unnumbered(typed)


@pytest.mark.parametrize("typed", ["БН-12", "нет5", "1", "без номера 7"])
def test_a_number_is_not_the_lack_of_one(typed: str) -> None:
    assert not is_unnumbered(typed)
