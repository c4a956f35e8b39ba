"""Cyrillic is searched and sorted as people read it (reliability 15): ё as е, capitals as small letters, a part of a
word.
"""

import pytest

from tests.desk import Desk


@pytest.mark.parametrize(
    "typed", ["Ёлочкин двор", "ёлочкин двор", "елочкин двор", "ЕЛОЧКИН ДВОР", "лочк", "ЛОЧК", "ё", "е\u0308лоч"]
)
def test_cyrillic_search(desk: Desk, typed: str) -> None:
    client = desk.new("client", "clients.add", name="Ёлочкин двор")
    desk.do("clients.add", name="Трасса")
    assert desk.bench.performer.find("client", typed, desk.bench.today()) == client


def test_cyrillic_sort(desk: Desk) -> None:
    """Lines of equal weight stand by the client's name: ё beside е, capitals beside small letters."""
    names = ["Жук", "ёлка", "Ель", "Арбат", "Ёж", "енот", "яблоко", "Дом"]
    for name in names:
        client = desk.new("client", "clients.add", name=name)
        desk.do("tasks.add", text="Позвонить", on="сегодня", client=client)
    shown = [item.client for item in desk.items() if item.rule == "TASK"]
    assert shown == ["Арбат", "Дом", "Ёж", "ёлка", "Ель", "енот", "Жук", "яблоко"]
